// What a meaning names: one check for all who ask whether a stretch is the name of a record, a town, a plan.
import type { Kind } from '../query.ts';
import type { Meaning } from './mention.ts';

type Said = Meaning | null | undefined;

/** A name of one of the kinds, or a good part of one. */
export function isNameOf(meaning: Said, ...kinds: readonly Kind[]): boolean {
  return meaning?.is === 'entity' && kinds.includes(meaning.kind);
}

/** The whole name of one of the kinds. */
export function isWholeName(meaning: Said, ...kinds: readonly Kind[]): boolean {
  return meaning?.is === 'entity' && meaning.exact && kinds.includes(meaning.kind);
}

/** A project or KPI by its whole name. */
export function isRecord(meaning: Said): boolean {
  return isWholeName(meaning, 'project', 'kpi');
}
