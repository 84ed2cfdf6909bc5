// A condition of a set, and what conditions are made of.
import type { Around } from '../../around.ts';
import type { TypedNumber } from '../../mentions/mention.ts';
import type { Limit, Predicate, Relation } from '../../query.ts';
import type { Item } from '../frame.ts';
import { roughly } from './roughly.ts';

/** A predicate with the place it stands at. */
export interface Condition {
  predicate: Predicate;
  item: Item;
  label: string;
  /** 4番と7番の両方: it holds beside the others of its column, not instead of them. */
  together?: true;
}

const relations: Record<string, Relation> = { '>=': '>=', '<=': '<=', '>': '>', '<': '<' };

/** The typed value as a limit; money in yen. */
export function limitOf(number: TypedNumber, text: string): Limit[] {
  const value = number.yen ?? number.value;
  // 1億4千万: so much of nothing that is named is money.
  const money = number.yen !== null || (number.unit === null && /億|[千百]万/.test(text));
  const unit = money ? '円' : number.unit;
  if (number.to !== null) {
    return [
      { relation: number.relation ? (relations[number.relation] as Relation) : '>=', value, unit, text },
      { relation: number.toRelation ?? '<=', value: number.to, unit, text },
    ];
  }
  const told = number.relation ? null : roughly(value, unit, text);
  if (told) return told;
  return [{ relation: number.relation ? (relations[number.relation] as Relation) : '=', value, unit, text }];
}

/** The plans that a plan's or a town's name means. */
export function plansMeant(
  { kind, ids }: { kind: string; ids: readonly string[] },
  around: Around,
): string[] {
  return kind === 'plan' ? [...ids] : ids.flatMap((town) => plansOf(town, around));
}

/** Plans that the town itself published. */
export function plansOf(town: string, around: Around): string[] {
  return around.repository.plans.filter(({ municipality }) => municipality === town).map(({ id }) => id);
}
