// 「AとBの差は、R6からR7でいくら広がったか」, 「R7の差はR6の差より何千円大きいか」: how far the gap of two things moved.
import type { Rule } from '../ask.ts';
import { claiming } from '../claiming.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { type Frame, isIntent } from '../frame.ts';
import { wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';
import { twoNamed } from './compare.ts';

/** Words of columns that say the same of a gap. */
const wider = /^(?:拡大|縮小)/;

/** Two things, two years, and a gap that is said to have moved. */
export const gapMoved: Rule = (clause) => {
  const { frame } = clause;
  const years = yearsSaid(clause.years);
  if (!frame.has('gap') || years.length < 2 || !moves(frame)) return null;
  const [wanted = { attribute: 'budget' }, more] = wantedOf(clause);
  const sets = more ? null : twoNamed(clause);
  if (!sets) return null;
  const { attribute } = wanted;
  return {
    ...emptyQuery('difference'),
    sets,
    of: 'gap',
    between: {
      from: { attribute, fy: years[0] as number },
      to: { attribute, fy: years.at(-1) as number },
      as: 'amount',
    },
    claim: claimOf(clause),
  };
};

/** The gap is widened, or that of one year is held against that of the other; 増加額の差 is no such. */
function moves(frame: Frame): boolean {
  const gaps = frame.intents('gap');
  const [first] = gaps;
  if (first && isIntent(frame.before(first), 'rise', 'fall')) return false;
  const word = frame.items.some(({ text, meaning }) => meaning?.is === 'word' && wider.test(text));
  const against = /差(?:額|分)?(?:より|に比べ|と比べ)/.test(frame.text);
  return word || against || frame.has('widen', 'rise', 'fall');
}

/** 広がりましたか: yes or no, where nobody asks by how much. */
function claimOf({ frame }: Clause): ReturnType<typeof claiming> | null {
  if (
    !/か[。?]?$|[?]$/.test(frame.text.trim()) ||
    frame.has('howmuch', 'howmany-unit', 'share', 'times', 'which')
  )
    return null;
  const narrower =
    frame.intents('widen').some(({ text }) => /^(?:縮|狭|ちぢ)/.test(text)) ||
    frame.has('fall', 'small') ||
    frame.words().some(({ text }) => text.startsWith('縮小'));
  return claiming({ moved: narrower ? 'down' : 'up' });
}
