// 一番大きい事業と2番目に大きい事業の差: the first two of a row, held against each other or added up.
import type { Query } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { emptyQuery } from '../../compose.ts';
import type { Frame, Item } from '../../frame.ts';
import { saysNothing } from '../../frame.ts';
import { endOfSecond } from '../../next-in-row.ts';
import { extremeOf } from './extreme.ts';

/** Who they are is worked out first; what is asked of both stands behind them. */
export const firstTwoHeld: Rule = (clause) => {
  const { frame, around } = clause;
  const asked = askedOfBoth(frame);
  const [first] = asked;
  if (!first) return null;
  const sum = asked.some(({ meaning }) => meaning?.is === 'intent' && meaning.id === 'sum');
  for (const item of asked) saysNothing(item);
  const query = [extremeOf(clause) ?? []].flat()[0];
  if (!query) return null;
  const set = around.winnersOf(query, null);
  const named = set?.named ?? [];
  if (!set || named.length !== 2) return { ...query, unread: [first.text] };
  const { wanted } = query;
  if (sum) return { ...emptyQuery('sum'), sets: [set], wanted };
  const sets: Query['sets'] = named.map((id) => ({ ...set, named: [id] }));
  return { ...emptyQuery('compare'), sets, wanted };
};

/** の差は, を足すと, の何倍 behind the second of them. */
function askedOfBoth(frame: Frame): Item[] {
  const from = endOfSecond(frame);
  return from === null ? [] : frame.intents('gap', 'sum', 'differ').filter(({ start }) => start >= from);
}
