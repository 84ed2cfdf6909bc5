// Conditions on one column of a plan: 評価が2, 予算が0円, 耐震性がない, 基準値を下回る.
import type { Around } from '../../around.ts';
import { type Condition, limitOf } from '../conditions/condition.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import type { BoundYears } from '../years.ts';

/** Whether several records are chosen from, and none is named. */
function choosing(frame: Frame): boolean {
  return (
    (frame.kinds().length > 0 || frame.has('which', 'list', 'count', 'only')) &&
    frame.entities('project', 'kpi').length === 0
  );
}

/** 支出済額がまだ0円 */
const isSaid = /^[がは=](?:まだ|いまだに?|未だに?|ちょうど|ずっと)?$/;

/** 評価が2の事業, 予算が0円の補助金: exactly that figure. */
export function columnEquals(frame: Frame, { facts }: Around, years: BoundYears): Condition[] {
  if (!choosing(frame)) return [];
  return frame.numbers().flatMap((item): Condition[] => {
    const { number } = item.meaning;
    const column = frame.before(item);
    if (item.used || number.relation !== null || number.to !== null || number.ordinal) return [];
    if (column?.meaning?.is !== 'attribute' || column.used || !isSaid.test(column.after.trim())) return [];
    const fits = (type: string | undefined) =>
      number.yen !== null
        ? type === 'money'
        : type === 'number' || type === 'rate' || (type === 'money' && number.value === 0);
    const id = column.meaning.ids.find((one) => fits(facts.attribute(one)?.type));
    if (id === undefined) return [];
    item.used = true;
    column.used = true;
    const own = years.of.get(column) ?? years.all;
    const fy = own.length === 1 ? (own[0] as number) : null;
    const limits = limitOf(number, item.text);
    const label = frame.text.slice(column.start, item.end);
    return [{ predicate: { is: 'compare', attribute: id, fy, limits }, item, label }];
  });
}

/** 基準年度がR5になっている事業: the column has a figure of that year. */
export function columnOfYear(frame: Frame, { facts }: Around, years: BoundYears): Condition[] {
  if (!choosing(frame)) return [];
  return frame.attributes().flatMap((column): Condition[] => {
    const [id] = column.meaning.ids;
    const year = frame.next(column);
    if (column.used || id === undefined || !facts.attribute(id) || year?.meaning?.is !== 'years') return [];
    // The year is what a deadline is, and none that it is printed for.
    if (id === 'deadline' || !saysYear(column, frame.text.slice(year.end))) return [];
    const [fy, more] = year.meaning.years.years;
    if (fy === undefined || more !== undefined) return [];
    column.used = true;
    year.used = true;
    years.all = years.all.filter((one) => one !== fy);
    return [
      {
        predicate: { is: 'has', attribute: id, fy },
        item: column,
        label: frame.text.slice(column.start, year.end),
      },
    ];
  });
}

/** 基準年度が…, 基準値の年度が…, 基準値が令和元年度のもの. */
function saysYear({ text, after }: Item, behind: string): boolean {
  if (/^の?(?:年度?|時点|年次)[がは]$/.test(after.trim())) return true;
  const chooses = /^(?:時点)?の(?:もの|やつ|kpi|指標|事業|項目)/.test(behind);
  return /^[がは]$/.test(after.trim()) && (/年度?$/.test(text) || chooses);
}

const without = ['無', 'なし', '無し', '×', 'ない', '未'];

/** 耐震性がない施設: the column says so in a word of its own. */
export function columnDenied(frame: Frame, { facts }: Around): Condition[] {
  if (!choosing(frame)) return [];
  return frame.intents('none').flatMap((item): Condition[] => {
    const column = frame.before(item);
    if (item.used || column?.meaning?.is !== 'attribute' || column.used) return [];
    if (!/^[がのは]?$/.test(column.after.trim())) return [];
    for (const id of column.meaning.ids) {
      const word = facts.attribute(id)?.values?.find((value) => without.includes(value.word))?.word;
      if (word === undefined) continue;
      item.used = true;
      column.used = true;
      const label = frame.text.slice(column.start, item.end);
      const attribute = facts.attribute(id)?.id ?? id;
      return [{ predicate: { is: 'word', attribute, fy: null, values: [word] }, item, label }];
    }
    return [];
  });
}

/** 基準値を下回ったのはどれ: results that lie below or above the base. */
export function besideBase(frame: Frame): Condition[] {
  if (!choosing(frame) || frame.topics().some(({ telling }) => telling)) return [];
  const base = frame.attributes().find(({ meaning, used }) => !used && meaning.ids[0] === 'baseline');
  const way = base && frame.next(base);
  const others = frame.attributes().some((item) => item !== base && !item.used);
  if (!base || !way || others || !/^(?:の値)?(?:を|より)(?:も)?$/.test(base.after.trim())) return [];
  const below = isIntent(way, 'unreached', 'small', 'fall') && /下|届|少|低|小/.test(way.text);
  const above = isIntent(way, 'reached', 'big', 'rise') && /上|超|多|高|大/.test(way.text);
  if (!below && !above) return [];
  base.used = true;
  way.used = true;
  return [
    {
      predicate: {
        is: 'against',
        left: { attribute: 'actual', fy: null },
        relation: below ? '<' : '>',
        right: { attribute: 'baseline', fy: null },
      },
      item: base as Item,
      label: frame.text.slice(base.start, way.end),
    },
  ];
}
