// Columns of years held against years that are no single one: 創設年度が平成元年度以前, 昭和にできた, 令和8年度から10年度に終わる.
import type { Around } from '../../around.ts';
import type { Limit, Predicate } from '../../query.ts';
import { columnName } from '../column-name.ts';
import type { Frame, Item } from '../frame.ts';
import { yearLimits } from '../year-limits.ts';
import type { Condition } from './condition.ts';

/** First and last year of an era by name. */
const eras: Readonly<Record<string, readonly [number, number]>> = {
  昭和: [1926, 1988],
  平成: [1989, 2018],
  令和: [2019, 2100],
};

/** A stretch of years beside the name of a column of years; takes the items. */
export function yearColumns(frame: Frame, { facts }: Around): Condition[] {
  return frame.attributes().flatMap((item): Condition[] => {
    const id = item.meaning.ids.find((one) => one.includes('/') && facts.attribute(one)?.type === 'year');
    if (item.used || id === undefined) return [];
    // Years are taken by the clause before.
    const near = (other: Item) =>
      Math.abs(other.start - item.start) <= 10 && (!other.used || other.meaning?.is === 'years');
    for (const other of frame.items.filter(near)) {
      const limits = limitsOf(other);
      if (limits.length === 0) continue;
      item.used = true;
      other.used = true;
      const predicate: Predicate = { is: 'compare', attribute: columnName(id), fy: null, limits };
      const [first, last] = [item, other].sort((a, b) => a.start - b.start) as [Item, Item];
      return [{ predicate, item, label: frame.text.slice(first.start, last.end) }];
    }
    return [];
  });
}

/** A single year beside the column is a value of it like any other. */
function limitsOf({ meaning, text }: Item): Limit[] {
  const era = meaning === null ? eras[text] : undefined;
  const years = era ? { years: [...era], open: null } : meaning?.is === 'years' ? meaning.years : null;
  const limits = years ? yearLimits(years, text) : [];
  return limits.some(({ relation }) => relation === '=') ? [] : limits;
}
