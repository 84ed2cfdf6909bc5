// 基準値は50.0%（令和5年度）、目標は47.0%; R6が39,464千円、R7が57,740千円: each figure is claimed of the column or year beside it.

import type { TypedNumber } from '../../../mentions/mention.ts';
import type { Limit, Predicate } from '../../../query.ts';
import type { Clause } from '../../compose.ts';
import { limitOf } from '../../conditions/condition.ts';
import type { Frame, Item } from '../../frame.ts';
import { printsIn } from '../../printed.ts';
import { isHowFar } from './far-moved.ts';

type NumberItem = Item & { meaning: { number: TypedNumber } };
type Compared = Extract<Predicate, { is: 'compare' }>;

/** A claim for each of several figures; empty where they are not told apart by column or year. Takes the numbers. */
export function pairedFigures(clause: Clause): Predicate[] {
  const numbers = clause.frame.numbers().filter(
    (item) =>
      !item.used &&
      !item.meaning.number.ordinal &&
      !isNoneAtAll(item, clause.frame) &&
      item.meaning.number.unit !== '倍' &&
      // R4より39千円多い says how far, and no figure of a year.
      !(clause.frame.has('rise', 'fall', 'big', 'small') && isHowFar(item, clause.frame)),
  );
  if (numbers.length === 1) return inEachYear(clause, numbers[0] as (typeof numbers)[number]);
  if (numbers.length < 2) return [];
  const pairs: Compared[] = [];
  for (const [at, item] of numbers.entries()) {
    const end = numbers[at - 1]?.end ?? 0;
    const side =
      resultBeforeTarget(clause, numbers, at) ??
      sideOf(clause, { from: end, item, held: pairs.at(-1)?.attribute ?? null });
    const limits = limitsOf(item, side?.attribute ?? null);
    if (side === null || limits.length !== 1 || limits[0]?.relation !== '=') return [];
    pairs.push({ is: 'compare', ...side, limits });
  }
  const apart = new Set(pairs.map(({ attribute, fy }) => `${attribute} ${fy}`));
  const undated = pairs.some(
    (one) => one.fy === null && pairs.some((other) => other !== one && other.attribute === one.attribute),
  );
  if (apart.size < pairs.length || undated) return [];
  for (const item of numbers) item.used = true;
  return pairs;
}

/** 認知度は17位。目標が20位以内だから: the first of two, without a column of its own, is the result that the target is held against. */
function resultBeforeTarget(
  clause: Clause,
  [first, second]: readonly NumberItem[],
  at: number,
): Pick<Compared, 'attribute' | 'fy'> | null {
  if (at > 0 || !first || !second || clause.years.all.length > 0) return null;
  const columns = clause.frame.attributes().filter(({ end }) => end <= second.start);
  const [target, more] = columns;
  const held = target?.meaning.ids.includes('target') && !more && target.start >= first.end;
  return held && first.meaning.number.unit === second.meaning.number.unit
    ? { attribute: 'actual', fy: null }
    : null;
}

/** 目標が20位以内: the figure that the target prints, whatever bound stands with it. */
function limitsOf({ meaning: { number }, text }: NumberItem, attribute: string | null): Limit[] {
  const bound = attribute === 'target' && number.to === null && number.relation !== null;
  return limitOf(bound ? { ...number, relation: null } : number, text);
}

/** 一人もいなかった: none at all. */
export function isNoneAtAll({ text, after, end, meaning }: Item, frame: Frame): boolean {
  return (
    meaning?.is === 'number' &&
    meaning.number.value === 1 &&
    /^(?:一|1|ひと)/.test(text) &&
    /^も/.test(after.trim()) &&
    /^[^、。]{0,12}な(?:い|か|く)|^[^、。]{0,12}(?:ません|おらず)/.test(frame.text.slice(end))
  );
}

/** R4もR5も1億4千万円: one figure, claimed of every year before it. */
function inEachYear(clause: Clause, item: ReturnType<Clause['frame']['numbers']>[number]): Predicate[] {
  const { frame } = clause;
  const years = frame.years().filter(({ end }) => end <= item.start);
  const each = years.length > 1 && years.every(({ after }) => /^(?:年度)?も/.test(after.trim()));
  const limits = limitOf(item.meaning.number, item.text);
  if (!each || limits.length !== 1) return [];
  const said = frame.attributes()[0]?.meaning.ids[0] ?? (limits[0]?.unit === '円' ? 'budget' : null);
  const pairs = years.flatMap(({ meaning }) => {
    const fy = meaning.years.years.at(-1);
    const attribute = fy === undefined ? null : (said ?? printedIn(clause, fy, null));
    return fy === undefined || attribute === null ? [] : [{ is: 'compare' as const, attribute, fy, limits }];
  });
  if (pairs.length < years.length) return [];
  item.used = true;
  return pairs;
}

/** The column and the year that a figure is claimed of. */
function sideOf(
  clause: Clause,
  { from, item, held }: { from: number; item: Item; held: string | null },
): Pick<Compared, 'attribute' | 'fy'> | null {
  const { frame } = clause;
  const isBefore = ({ start, end }: Item) => start >= from && end <= item.start;
  const year =
    frame.years().findLast(isBefore) ??
    frame.years().find(({ start }) => start === item.end + 1 && frame.text[item.end] === '(');
  const fy = year?.meaning.years.years.at(-1) ?? null;
  const said = frame.attributes().findLast(isBefore)?.meaning.ids[0];
  if (said === undefined && fy === null) {
    const other = held === null ? null : otherOf(held, frame.text.slice(from, item.start));
    return other === null ? null : { attribute: other, fy: onlyYear(clause, other) };
  }
  const attribute = said ?? (fy === null ? null : (printedIn(clause, fy, held) ?? held));
  if (!attribute) return null;
  return { attribute, fy: attribute === 'baseline' ? null : (fy ?? onlyYear(clause, attribute)) };
}

/** 目標200人に対して179人: the result that is held against the target, and the other way round. */
function otherOf(held: string, between: string): string | null {
  if (!/^に(?:対して?|たいして?|対する)|^のところ|^のうち/.test(between.trim())) return null;
  return held === 'target' ? 'actual' : held === 'actual' ? 'target' : null;
}

/** R3年度は目標200人に対して179人: the one year that is said holds for every figure that is printed of it. */
function onlyYear(clause: Clause, attribute: string): number | null {
  const [fy, more] = new Set(clause.frame.years().flatMap(({ meaning }) => meaning.years.years));
  if (fy === undefined || more !== undefined || attribute === 'baseline') return null;
  return recordsOf(clause).some((id) => printsIn(clause.around.facts, attribute, id, fy)) ? fy : null;
}

/** The column that prints a figure of the year: the one spoken of, else a KPI's result, base or target. */
function printedIn(clause: Clause, fy: number, held: string | null): string | null {
  const { facts } = clause.around;
  const ids = recordsOf(clause);
  const columns = [...(held === null ? [] : [held]), 'actual', 'baseline', 'target'];
  return columns.find((of) => ids.some((id) => printsIn(facts, of, id, fy))) ?? null;
}

/** What the figures are claimed of. */
function recordsOf({ subjects }: Clause): readonly string[] {
  return (subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']))?.ids ?? [];
}
