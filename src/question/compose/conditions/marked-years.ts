// 令和6年度の主要事務事業: a plan marks year by year what belongs to it, in a column named after it.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import { columnName } from '../column-name.ts';
import { type Frame, type Item, isIntent, saysNothing } from '../frame.ts';
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

/** R6年度は主要事務事業じゃなくて, R6には●がない: not marked in that year; takes the year and the denial. */
export function unmarkedYears(frame: Frame, around: Around): Condition[] {
  // 防犯灯設置事業はR6の主要事務事業に該当せず: of a record that is named it is claimed.
  if (frame.entities('project').some(({ meaning }) => meaning.exact)) return [];
  return frame.items.flatMap((item): Condition[] => {
    const column = markedBy(item, around);
    const year = frame.before(item);
    if (column === null || year?.meaning?.is !== 'years') return [];
    const { years, open } = year.meaning.years;
    const [fy, more] = years;
    if (
      fy === undefined ||
      more !== undefined ||
      open !== null ||
      !/^[のはにも]*[、]?$/.test(year.after.trim())
    )
      return [];
    const denial = denialBehind(item, frame);
    if (!denial) return [];
    const label = `${year.text}は${item.text}なし`;
    saysNothing(denial);
    saysNothing(year);
    if (item.meaning?.is === 'attribute') item.used = true;
    return [{ predicate: { is: 'not', that: { is: 'has', attribute: column, fy } }, item: year, label }];
  });
}

/** The denial right behind a mark: ではない, が付いていない. */
function denialBehind(item: Item, frame: Frame): Item | undefined {
  let next = frame.next(item);
  while (isIntent(next, 'then', 'name-holds', 'written', 'join')) next = frame.next(next as Item);
  const near = next !== undefined && next.start - item.end <= reach;
  return near && isIntent(next, 'none', 'except', 'instead', 'not-written') ? next : undefined;
}

/** Signs between a mark and what denies it: が付けられて. */
const reach = 8;

/** The column that a plan's own name or a sign of it (●) stands for. */
function markedBy({ meaning, text }: Item, around: Around): string | null {
  if (meaning?.is === 'entity') return meaning.kind === 'plan' ? columnOf(text, around) : null;
  if (meaning?.is !== 'attribute') return null;
  const marks = meaning.ids.find((id) => id.includes('/') && around.facts.attribute(id)?.type === 'year');
  return marks === undefined || !isSign(text) ? null : columnName(marks);
}

/** No word of any kind: ●. */
const isSign = (text: string) => /^[^\p{Letter}\p{Number}]+/u.test(text);

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
