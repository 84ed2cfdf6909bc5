// 「1千万円以上増えた」, 「2割以上減った」, 「差が500万円を超える」: how far a figure moved, as a condition.
import type { Around } from '../../around.ts';
import type { TypedNumber } from '../../mentions/mention.ts';
import type { Limit, Predicate } from '../../query.ts';
import { type Condition, limitOf } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';
import { type BoundYears, yearsSaid } from '../years.ts';
import { newestYear } from './newest-year.ts';

type Change = Extract<Predicate, { is: 'change' }>;

/** Takes the number, the word of movement beside it and the attributes. */
export function changedBy(
  frame: Frame,
  around: Around,
  years: BoundYears,
  scope: readonly Predicate[],
): Condition[] {
  if (frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact)) return [];
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    const bounded = number.relation !== null || number.to !== null;
    const times = saysTimes(item);
    const moved = movement(frame, item);
    if (item.used || number.ordinal || !bounded || !(moved || times) || !chooses(frame)) continue;
    const sides = sidesSaid(frame, around, { years, scope });
    if (!sides) continue;
    item.used = true;
    if (moved) moved.used = true;
    for (const one of frame.attributes()) if (isSide(one.meaning.ids, sides)) one.used = true;
    years.all = [];
    years.of.clear();
    const by = moved?.meaning?.is === 'intent' ? (moved.meaning.id as Change['by']) : 'gap';
    return [{ predicate: { is: 'change', ...sides, by, limits: limitsOf(item) }, item, label: item.text }];
  }
  return [];
}

const saysTimes = ({ text }: Item) => /倍/.test(text);

/** 2倍以上, 半分以下に: what it comes to as so many times what it was. */
function limitsOf(item: Item & { meaning: { number: TypedNumber } }): Limit[] {
  const limits = limitOf(item.meaning.number, item.text);
  const level = limits[0]?.unit === '%' && /^に/.test(item.after.trim());
  if (saysTimes(item)) return limits.map((limit) => ({ ...limit, unit: '倍' }));
  return level ? limits.map((limit) => ({ ...limit, value: limit.value / 100, unit: '倍' })) : limits;
}

/** 以上増えた behind the number, 差が before it. */
function movement(frame: Frame, item: Item): Item | null {
  const at = frame.items.indexOf(item);
  const near = [frame.items[at + 1], frame.items[at - 1], frame.items[at + 2]];
  const moves = near.filter(
    (one) =>
      one !== undefined &&
      !one.used &&
      one.meaning?.is === 'intent' &&
      ['rise', 'fall', 'gap'].includes(one.meaning.id),
  );
  return moves[0] ?? null;
}

/** Some of many are asked for. */
function chooses(frame: Frame): boolean {
  return (
    frame.has('which', 'list', 'count', 'sum') ||
    frame.kinds().some(({ meaning }) => meaning.kind === 'project' || meaning.kind === 'kpi')
  );
}

/** The money of two years; of KPIs the way from the baseline to the target. */
function sidesSaid(
  frame: Frame,
  around: Around,
  { years, scope }: { years: BoundYears; scope: readonly Predicate[] },
): Pick<Change, 'from' | 'to'> | null {
  const { facts } = around;
  const ids = frame.attributes().flatMap(({ meaning }) => meaning.ids);
  const kpis = frame.kinds().some(({ meaning }) => meaning.kind === 'kpi') || around.command === 'kpi';
  if (kpis) {
    if (!ids.includes('baseline') && !ids.includes('target')) return null;
    const to = ids.includes('actual') ? 'actual' : 'target';
    return { from: { attribute: 'baseline', fy: null }, to: { attribute: to, fy: null } };
  }
  const attribute = ids.find((id) => facts.attribute(id)?.adds) ?? (ids.length === 0 ? 'budget' : null);
  if (attribute === null) return null;
  const said = yearsSaid(years);
  const to = said.at(-1) ?? newestYear({ attribute }, scope, around);
  const from = said.length >= 2 ? (said[0] as number) : to - 1;
  return { from: { attribute, fy: from }, to: { attribute, fy: to } };
}

function isSide(ids: readonly string[], { from, to }: Pick<Change, 'from' | 'to'>): boolean {
  return ids.includes(from.attribute) || ids.includes(to.attribute);
}
