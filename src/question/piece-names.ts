// What pieces of the covered text name: towns, plans, parts of plans, records.
import type { Piece } from './cover.ts';
import { isNameOf, isRecord, isWholeName } from './mentions/named.ts';

/** The name of a town. */
export function isTown({ mention }: Piece): boolean {
  return isNameOf(mention?.meaning, 'town');
}

export function namesPlan(piece: Piece | undefined): boolean {
  return isNameOf(piece?.mention?.meaning, 'plan');
}

/** A part of a plan by its whole name. */
export function isPart({ mention }: Piece): boolean {
  return isWholeName(mention?.meaning, 'policy');
}

/** A project or KPI by its whole name. */
export function isRecordName(piece: Piece | undefined): boolean {
  return isRecord(piece?.mention?.meaning);
}

/** 「…はありますか。観光施策の欄をお願いします。」: the part of the plan that is meant. */
export function namesPolicy(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention }) => isNameOf(mention?.meaning, 'policy'));
}

/** A project or KPI by its name, or a good part of it. */
export function namesOne(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention }) => isNameOf(mention?.meaning, 'project', 'kpi'));
}

/** A name of any kind. */
export const isNamed = ({ mention }: Piece): boolean => mention?.meaning.is === 'entity';
export const isColumn = ({ mention }: Piece): boolean => mention?.meaning.is === 'attribute';
export const isYears = ({ mention }: Piece): boolean => mention?.meaning.is === 'years';
