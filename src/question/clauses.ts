// A text as clauses: sentences that ask for something; what only sets the scene is dropped or lends its subject.

import { withAnnouncedSets } from './clauses/announced-sets.ts';
import {
  withNameInside,
  withoutCounted,
  withoutGloss,
  withoutPurposeBehind,
  withoutSignature,
  withoutTally,
  withoutUnit,
  withoutUse,
} from './clauses/asides.ts';
import { withoutAskers, withoutWish } from './clauses/askers.ts';
import type { ClauseText } from './clauses/clause-text.ts';
import { atConnectors } from './clauses/connectors.ts';
import { withColumnsCorrected } from './clauses/corrected-columns.ts';
import { withoutCountingOnce } from './clauses/counted-once.ts';
import { forwardedQuestion } from './clauses/forwarded.ts';
import { withoutHearsay } from './clauses/hearsay.ts';
import { withLeftOut } from './clauses/left-out.ts';
import { modifiersJoined } from './clauses/modifiers.ts';
import { withOpenQuestions } from './clauses/open-questions.ts';
import { quotedClaim } from './clauses/quoted.ts';
import { announced, settle } from './clauses/settle.ts';
import { withoutScene } from './clauses/without-scene.ts';
import type { Piece } from './cover.ts';
import { introduces, noSceneWords, type SceneWords } from './scene.ts';

/** …の基本目標 助かります！: manners behind a blank are a sentence of their own. */
function isManners({ mention }: Piece): boolean {
  return mention?.meaning.is === 'intent' && ['greeting', 'thanks'].includes(mention.meaning.id);
}

/** Cuts at 。！？ and line ends, and before また, あと、 and the like. */
export function clausesOf(
  text: string,
  pieces: readonly Piece[],
  words: SceneWords = noSceneWords,
): ClauseText[] {
  const clauses: ClauseText[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0)
      clauses.push({ pieces: open, start: (open[0] as Piece).start, end: (open.at(-1) as Piece).end });
    open = [];
  };
  for (const piece of pieces) {
    const gap = text.slice(open.at(-1)?.end ?? piece.start, piece.start);
    if (/[\n]/.test(gap) || (/\s/.test(gap) && isManners(piece))) close();
    open.push(piece);
    // 「水巻町の者ですが、…」 is a sentence of its own.
    const begins = text.slice((open[0] as Piece).start, piece.end);
    // 「原則として市が負担する。」となっている: the mark belongs to what is quoted.
    const quoted =
      (text[piece.end] === '」' && begins.lastIndexOf('「') > begins.lastIndexOf('」')) ||
      // (再掲を除く。)
      (text[piece.end] === ')' && begins.lastIndexOf('(') > begins.lastIndexOf(')'));
    if ((/[。!?]$/.test(piece.text) && !quoted) || (piece.text === '、' && introduces(begins))) close();
  }
  close();
  const claim = quotedClaim(clauses);
  if (claim) return [claim];
  const asked = withoutPurposeBehind(forwardedQuestion(clauses) ?? clauses)
    .map(withoutUnit)
    .map(withNameInside)
    .map(withoutGloss)
    .map(withoutCounted)
    .map(withoutUse)
    .map(withoutSignature)
    .filter(({ pieces }) => pieces.length > 0)
    .map(withoutTally)
    .map(withoutAskers)
    .map(withoutWish);
  const joined = modifiersJoined(
    withLeftOut(announced(withOpenQuestions(withColumnsCorrected(asked)))).flatMap(atConnectors),
  );
  const told = withoutHearsay(joined.map(withoutCountingOnce));
  return settle(withAnnouncedSets(told), words).map(withoutScene);
}
