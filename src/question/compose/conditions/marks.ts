// What KPIs are measured in, ranked targets, revised targets, projects of one year only.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Frame, Item } from '../frame.ts';
import type { Condition } from './condition.ts';

/** Conditions that have a word of their own; takes the items. */
export function markConditions(frame: Frame, around: Around): Condition[] {
  return [...measuredIn(frame, around), ...ofTarget(frame, around), ...onlyInYear(frame)];
}

const asksKpis = (frame: Frame, around: Around) =>
  around.command === 'kpi' ||
  frame.kinds().some(({ meaning }) => meaning.kind === 'kpi') ||
  frame.intents('count').some(({ text }) => /kpi|指標/.test(text));

/** 単位が「校区」のKPI: the longest unit of the plans that stands there. */
function measuredIn(frame: Frame, around: Around): Condition[] {
  const [mark] = frame.intents('measured-in');
  if (!mark || !asksKpis(frame, around)) return [];
  const text = frame.text.slice(mark.end).replace(/^\s*[「『]?/, '');
  const from = frame.text.length - text.length;
  const units = [...new Set(around.facts.units())].filter((unit): unit is string => !!unit);
  const [unit] = units
    .filter((one) => text.startsWith(one.toLowerCase()))
    .sort((a, b) => b.length - a.length);
  if (unit === undefined) return [];
  for (const item of frame.items) if (item.start >= from && item.end <= from + unit.length) item.used = true;
  mark.used = true;
  return [{ predicate: { is: 'unit', unit }, item: mark, label: `単位が${unit}` }];
}

/** 目標が順位のKPI, 中期目標が改訂されたKPI. */
function ofTarget(frame: Frame, around: Around): Condition[] {
  const target = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes('target'));
  const [mark] = frame.intents('ranked', 'revised').filter(({ used }) => !used);
  if (!target || !mark || !asksKpis(frame, around) || frame.entities('kpi', 'project').length > 0) return [];
  if (frame.topics().length > 0 && frame.topics().some(({ telling }) => telling)) return [];
  mark.used = true;
  target.used = true;
  const ranked = mark.meaning?.is === 'intent' && mark.meaning.id === 'ranked';
  const predicate: Predicate = ranked
    ? { is: 'direction', directions: ['rank'] }
    : { is: 'told', topic: 'revision' };
  return [{ predicate, item: mark, label: frame.text.slice(target.start, mark.end) }];
}

/** R7だけの事業: a figure stands in that year and in no other. */
function onlyInYear(frame: Frame): Condition[] {
  const [only] = frame.intents('only');
  const year = only && frame.before(only);
  const [fy] = year?.meaning?.is === 'years' ? year.meaning.years.years : [];
  const next = only && frame.next(only);
  const there = next?.meaning?.is === 'intent' && next.meaning.id === 'written' ? next : null;
  const projects =
    there !== null ||
    frame.kinds().some(({ meaning }) => meaning.kind === 'project') ||
    frame.intents('count').some(({ text }) => /事業/.test(text));
  const money = frame.attributes().every(({ meaning }) => meaning.ids.includes('budget'));
  if (!only || only.used || fy === undefined || !projects || !money) return [];
  if (!/^(?:の|に|で|しか)?$/.test(year?.after.trim() ?? '')) return [];
  if (frame.entities('project', 'kpi').length > 0) return [];
  only.used = true;
  if (there) there.used = true;
  for (const item of frame.attributes()) item.used = true;
  const label = frame.text.slice((year as Item).start, only.end);
  return [{ predicate: { is: 'only-in', attribute: 'budget', fy }, item: only, label }];
}
