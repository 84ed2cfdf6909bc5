// Conditions on what a record is for: the way its figure is to go, the year of its deadline.

import type { Around } from '../../around.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';
import { yearLimits } from '../year-limits.ts';
import type { BoundYears } from '../years.ts';

/** 数値を下げることを目標にしているKPI, 下げる方向の指標: the way the figure is to go. */
export function wantedWay(frame: Frame): Condition[] {
  const target = frame
    .attributes()
    .find(({ meaning, used }) => !used && ['target', 'direction'].some((id) => meaning.ids.includes(id)));
  const item = target && frame.before(target);
  const meaning = item?.meaning;
  if (!item || meaning?.is !== 'intent' || !['rise', 'fall'].includes(meaning.id)) return [];
  const joined = target.meaning.ids.includes('direction') ? /^(?:させ)?る?(?:べき)?の?$/ : /(?:こと|の)を$/;
  if (!joined.test(item.after.trim()) || !frame.kinds().some(({ meaning: { kind } }) => kind === 'kpi'))
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

/** 令和12年度が期限のKPI, 中期目標の年度がR6以降の指標: the year is what the deadline is to be; 毎年度 is one as well. */
export function deadlineIn(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const kpis = around.command === 'kpi' || frame.kinds().some(({ meaning }) => meaning.kind === 'kpi');
  if (!kpis || frame.entities('project', 'kpi').length > 0) return [];
  const item = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes('deadline'));
  const every = everyYear(frame, item);
  const [year] = frame.years();
  const [first] = year?.meaning.years.years ?? [];
  const beside =
    item && year && (Math.abs(year.start - item.end) <= 6 || Math.abs(item.start - year.end) <= 4);
  if (!item || !year || first === undefined || !beside) return every;
  item.used = true;
  const said = year.meaning.years.years;
  years.all = years.all.filter((one) => !said.includes(one));
  const limits = yearLimits(year.meaning.years, year.text);
  const label = `期限が${year.text}`;
  return [{ predicate: { is: 'compare', attribute: 'deadline', fy: null, limits }, item, label }, ...every];
}

/** 期限が毎年度の指標, 「毎年度」は除いて: a word of the deadline, wanted or left out. */
function everyYear(frame: Frame, deadline: Item | undefined): Condition[] {
  const at = frame.text.indexOf('毎年度');
  const end = at + '毎年度'.length;
  if (at < 0) return [];
  const left = frame.intents('except').find(({ start, used }) => !used && start >= end && start - end <= 6);
  const beside = deadline && at >= deadline.end && at - deadline.end <= 2 ? deadline : undefined;
  const item = left ?? beside;
  if (!item) return [];
  item.used = true;
  if (beside) beside.used = true;
  const that = { is: 'word' as const, attribute: 'deadline', fy: null, values: ['毎年度'] };
  const label = left ? '毎年度以外' : '期限が毎年度';
  return [{ predicate: left ? { is: 'not', that } : that, item, label }];
}
