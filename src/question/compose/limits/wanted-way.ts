// Conditions on what a record is for: the way its figure is to go, the year of its deadline.

import type { Around } from '../../around.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame } from '../frame.ts';
import type { BoundYears } from '../years.ts';

/** 数値を下げることを目標にしているKPI: the way the figure is to go. */
export function wantedWay(frame: Frame): Condition[] {
  const target = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes('target'));
  const item = target && frame.before(target);
  const meaning = item?.meaning;
  if (!item || meaning?.is !== 'intent' || !['rise', 'fall'].includes(meaning.id)) return [];
  if (
    !/(?:こと|の)を$/.test(item.after.trim()) ||
    !frame.kinds().some(({ meaning: { kind } }) => kind === 'kpi')
  )
    return [];
  item.used = true;
  target.used = true;
  const direction = meaning.id === 'rise' ? 'up' : 'down';
  return [
    {
      predicate: { is: 'direction', directions: [direction] },
      item,
      label: frame.text.slice(item.start, target.end),
    },
  ];
}

/** 令和12年度が期限のKPI: the year is what the deadline is to be. */
export function deadlineIn(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const item = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes('deadline'));
  const [year] = frame.years();
  const [fy] = year?.meaning.years.years ?? [];
  const kpis = around.command === 'kpi' || frame.kinds().some(({ meaning }) => meaning.kind === 'kpi');
  if (!item || !year || fy === undefined || !kpis || frame.entities('project', 'kpi').length > 0) return [];
  if (Math.abs(year.start - item.end) > 6 && Math.abs(item.start - year.end) > 4) return [];
  item.used = true;
  years.all = years.all.filter((one) => one !== fy);
  return [
    {
      predicate: {
        is: 'compare',
        attribute: 'deadline',
        fy: null,
        limits: [{ relation: '=', value: fy, unit: null, text: year.text }],
      },
      item,
      label: `期限が${year.text}`,
    },
  ];
}
