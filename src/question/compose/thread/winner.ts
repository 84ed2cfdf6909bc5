// 「その事業の担当課は」 after 「一番多い事業は」: the winner is meant, not all that were compared.
import type { Around } from '../../around.ts';
import { asksOfWords, type Query } from '../../query.ts';
import type { Frame, Item } from '../frame.ts';

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
export function ofWinner(frame: Frame, before: Query): boolean {
  // After an answer in words alone whatever is asked without a name is asked of what they were about.
  if (asksOfWords.includes(before.ask) && before.sets.length === 0)
    return frame.entities().length === 0 && !frame.topics().some(({ telling }) => telling);
  const [that] = frame.intents('that');
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

/** The query before, of the winners it named. */
export function goingOn(before: Query, { winnersOf }: Around): Query {
  const set = winnersOf(before);
  return set ? { ...before, ask: 'values', sets: [set], extreme: null, of: null, between: null } : before;
}
