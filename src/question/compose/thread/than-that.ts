// 「個票の事業でこれより高いのは」, 「この金額を上回るもの」: the figure that the thread told is what others are held against.
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import { type Frame, type Item, isIntent, saysNothing } from '../frame.ts';
import { onlyRecord } from './only-record.ts';

/** Between what is pointed at and the word that compares. */
const held = /^(?:より(?:も)?|(?:の|この|その)?(?:金額|額|予算|事業費|値|数字)?(?:を|より)(?:も)?)/;
const amount = /^(?:金額|額|予算額?|事業費|値|数字)$/;

/** Puts the figure itself in place of the words that point at it. */
export function thanThat(frame: Frame, around: Around, before: Query | null): void {
  const chooses = frame.kinds().length > 0 || frame.entities('plan', 'policy', 'department').length > 0;
  const that = frame.items.findIndex((item) => isIntent(item, 'that'));
  const pointed = frame.items[that];
  const told = chooses && pointed ? toldFigure(before, around) : null;
  if (!pointed || told === null || !held.test(frame.text.slice(pointed.end).trim())) return;
  const rest = frame.items.slice(that + 1);
  const word = rest.find((item) => isIntent(item, 'reached', 'big', 'unreached', 'small'));
  if (!word) return;
  const over = isIntent(word, 'reached', 'big');
  const named = rest[0];
  if (named && named !== word && amount.test(named.text) && /^(?:を|より)/.test(named.after.trim()))
    quiet(named);
  quiet(word);
  const { value, yen, text } = told;
  pointed.text = `${text}${over ? 'を超える' : '未満'}`;
  pointed.meaning = {
    is: 'number',
    number: {
      value,
      to: null,
      toRelation: null,
      unit: yen === null ? null : '円',
      yen,
      relation: over ? '>' : '<',
      ordinal: false,
    },
  };
  // The column that is held against it is said before its figure.
  const column = rest.find(({ meaning }) => meaning?.is === 'attribute');
  if (column) {
    const items = frame.items as Item[];
    items.splice(items.indexOf(column), 1);
    items.splice(items.indexOf(pointed), 0, column);
  }
}

function quiet(item: Item): void {
  saysNothing(item);
  item.used = true;
}

/** The one amount of money that the thread told of one record. */
function toldFigure(
  before: Query | null,
  { facts }: Around,
): { value: number; yen: number | null; text: string } | null {
  const only = onlyRecord(before);
  const [wanted, more] = before?.wanted ?? [];
  if (!only || before?.ask !== 'values' || !wanted || more) return null;
  const attribute = facts.attribute(wanted.attribute);
  if (attribute?.type !== 'money') return null;
  const [fy] = wanted.years;
  const cells = facts
    .cells(wanted.attribute, only.id)
    .filter((cell) => cell.value !== null && (fy === undefined || cell.fy === fy));
  const cell = cells.at(-1);
  if (!cell || cell.value === null) return null;
  const unit = cell.unit ?? '';
  return {
    value: cell.value,
    yen: cell.value,
    text: cell.text.endsWith(unit) ? cell.text : `${cell.text}${unit}`,
  };
}
