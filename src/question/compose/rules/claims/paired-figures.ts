// 基準値は50.0%（令和5年度）、目標は47.0%; R6が39,464千円、R7が57,740千円: each figure is claimed of the column or year beside it.

import type { Predicate } from '../../../query.ts';
import type { Clause } from '../../compose.ts';
import { limitOf } from '../../conditions/condition.ts';
import type { Frame, Item } from '../../frame.ts';
import { printsIn } from '../../printed.ts';

type Compared = Extract<Predicate, { is: 'compare' }>;

/** A claim for each of several figures; empty where they are not told apart by column or year. Takes the numbers. */
export function pairedFigures(clause: Clause): Predicate[] {
  const numbers = clause.frame
    .numbers()
    .filter((item) => !item.used && !item.meaning.number.ordinal && !isNoneAtAll(item, clause.frame));
  if (numbers.length === 1) return inEachYear(clause, numbers[0] as (typeof numbers)[number]);
  if (numbers.length < 2) return [];
  const pairs: Compared[] = [];
  for (const [at, item] of numbers.entries()) {
    const limits = limitOf(item.meaning.number, item.text);
    const end = numbers[at - 1]?.end ?? 0;
    const side = sideOf(clause, { from: end, item, held: pairs.at(-1)?.attribute ?? null });
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
  if (said === undefined && fy === null) return null;
  const attribute = said ?? (fy === null ? null : (printedIn(clause, fy, held) ?? held));
  return attribute ? { attribute, fy: attribute === 'baseline' ? null : fy } : null;
}

/** The column that prints a figure of the year: the one spoken of, else a KPI's result, base or target. */
function printedIn({ subjects, around: { facts } }: Clause, fy: number, held: string | null): string | null {
  const ids = (subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']))?.ids ?? [];
  const columns = [...(held === null ? [] : [held]), 'actual', 'baseline', 'target'];
  return columns.find((of) => ids.some((id) => printsIn(facts, of, id, fy))) ?? null;
}
