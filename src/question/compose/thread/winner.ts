// 「その事業の担当課は」 after 「一番多い事業は」: the winner is meant, not all that were compared.
import type { Around } from '../../around.ts';
import { asksOfWords, type Query } from '../../query.ts';
import { isOfRows } from '../conditions/numbers.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { nextInRow } from '../next-in-row.ts';

/** What asks of a whole set, or puts the question before again. */
const ofSets = [
  'sum',
  'average',
  'median',
  'count',
  'list',
  'max',
  'min',
  'big',
  'small',
  'others',
  'next',
  'previous',
  'reverse',
  'same-as-before',
];

/** True for a sentence that speaks of one thing the answer before named. */
function ofWinner(frame: Frame, before: Query): boolean {
  // After an answer in words alone whatever is asked without a name is asked of what they were about.
  if (asksOfWords.includes(before.ask) && before.sets.length === 0)
    return frame.entities().length === 0 && !frame.topics().some(({ telling }) => telling);
  const [that] = frame.intents('that');
  // その次は asks for another one.
  if (that && nextInRow.test(frame.text.slice(that.start))) return false;
  if (that) return pointsAtOne(that, frame);
  const why = frame.has('reason-part', 'how-part');
  // 合計は after 多いものを3つ.
  if ((before.extreme?.top ?? 1) > 1 && frame.has('sum', 'average')) return true;
  if (!why && frame.has(...ofSets)) return false;
  const names = frame.entities().length > 0 || frame.topics().some(({ telling }) => telling);
  const attributes = frame.attributes();
  // どの事業の？
  const kind = frame.has('which') && frame.kinds().length === 1;
  if (names || (attributes.length === 0 && !why && !kind)) return false;
  return attributes.every(({ after }) => !/^(?:では|だと|なら|で)/.test(after));
}

/** その事業, そこの, それは; not その差, その中で. */
function pointsAtOne(that: Item, frame: Frame): boolean {
  const next = frame.next(that);
  if (/^[のはがも]/.test(that.after)) return true;
  return next === undefined || next.meaning?.is === 'kind' || next.meaning?.is === 'attribute';
}

/** 2番目のは, 3つ目の事業の: one of those that the list before named; takes the number. */
function placeInList(frame: Frame, before: Query): number | null {
  const first = frame.items.find((item) => !isIntent(item, 'then', 'that'));
  if (before.ask !== 'list' || first?.meaning?.is !== 'number' || !first.meaning.number.ordinal) return null;
  // No.5は names a row of the table, and so does 5番は where the thread speaks of such a row.
  const ofRow = before.sets.some(({ where }) => where.some(isOfRows));
  if (ofRow || /^(?:no|№|番号)/.test(first.text)) return null;
  if (!/^(?:の|は|って|について)/.test(first.after.trim()) || frame.has('max', 'min', 'big', 'small'))
    return null;
  if (frame.has(...ofSets)) return null;
  frame.drop(first);
  return first.meaning.number.value;
}

/** The query before, of the winners it named or of the one at a place of its list, where the sentence speaks of them. */
export function oneOf(frame: Frame, before: Query, { winnersOf }: Around): Query {
  const place = placeInList(frame, before);
  const set = place !== null || ofWinner(frame, before) ? winnersOf(before, place) : null;
  return set ? { ...before, ask: 'values', sets: [set], extreme: null, of: null, between: null } : before;
}
