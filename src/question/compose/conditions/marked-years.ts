// 令和6年度の主要事務事業: a plan marks year by year what belongs to it, in a column named after it.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import { columnName } from '../column-name.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import type { Condition } from './condition.ts';

/** A year right before, R6から too (or 対象, 該当 behind) the plan's own name: marked in that year, in no other for だけ. */
export function markedYears(frame: Frame, around: Around): Condition[] {
  return frame.entities('plan').flatMap((item): Condition[] => {
    const before = frame.before(item);
    if (before === undefined) return [];
    const only = isIntent(before, 'only') ? before : null;
    const year = only ? frame.before(only) : before;
    // 基準年度がR5の主要事務事業: the year is that of another column.
    const of = year && frame.before(year);
    if (of?.meaning?.is === 'attribute' && /[がは]$/.test(of.after.trim())) return [];
    if (year?.meaning?.is !== 'years' || !/^(?:の|も|は|に|から|だけ|のみ)?[、]?$/.test(year.after.trim()))
      return [];
    const { years, open } = year.meaning.years;
    if (open !== null || years.length !== 1 || frame.attributes().some(isMoney)) return [];
    const column = columnOf(item.text, around);
    if (column === null) return [];
    const [fy] = years as [number];
    const alone = only !== null || /だけ|のみ/.test(year.after);
    const predicate: Predicate = { is: alone ? 'only-in' : 'has', attribute: column, fy };
    if (only) only.used = true;
    const label = `${year.text}${alone ? 'だけ' : ''}の${item.text}`;
    return [{ predicate, item: year, label }];
  });
}

/** True for what such a mark says of a record. */
export function isMark(predicate: Predicate, { facts }: Around): boolean {
  if (predicate.is !== 'has' && predicate.is !== 'only-in') return false;
  return predicate.fy !== null && facts.attribute(predicate.attribute)?.type === 'year';
}

/** The column 主要事務事業の年度 of 主要事務事業. */
function columnOf(name: string, { repository }: Around): string | null {
  for (const { attributes, id } of repository.plans)
    for (const { type, label, id: column } of attributes)
      if (type === 'year' && label === `${name}の年度`) return columnName(`${id}/${column}`);
  return null;
}

function isMoney({ meaning }: Item & { meaning: { ids: string[] } }): boolean {
  return meaning.ids.includes('budget');
}
