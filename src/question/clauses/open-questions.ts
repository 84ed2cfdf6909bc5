// 「連携事業はいくつあるか、数が合いません。」, 「…のどこに位置づけられるのか、意見が割れています。」: a sentence that tells what nobody is sure of.
import { type Piece, saysIntent } from '../cover.ts';
import { questionWords } from '../question-words.ts';
import { asks, requests } from './asks.ts';
import { type ClauseText, endingBy, said } from './clause-text.ts';
import { hasSubject } from './names.ts';
import { withoutScene } from './without-scene.ts';

/** How it goes on behind か. */
const unsure =
  /か(?:どうか)?(?:が|は|で|について|、)?[^。]{0,24}(?:合い|合わ|割れ|分かれ|食い違|揉め|もめ|迷っ|はっきり|混乱|自信が|把握でき|判然)[^、。]{0,12}$/;

/** と思う, と言います at the end, or before が、. */
const opinion = /と(?:思|考え|言|いう人|主張|譲ら|見て|聞い)[^、。]{0,12}(?:$|が、|けど、)/;

const questionIntents = [...questionWords, 'which-two', 'count', 'towns-count', 'whether'];

/** Such a sentence asks where nothing behind it does; else it only tells what is spoken of. */
export function withOpenQuestions(clauses: readonly ClauseText[]): ClauseText[] {
  const result: ClauseText[] = [];
  let asked: ClauseText | null = null;
  let told = false;
  for (const [at, clause] of clauses.entries()) {
    const open = questionIn(clause);
    if (asked && repeats(asked, clause)) continue;
    if (!open) {
      // 私は教育の区分だと思うのですが、別の人は違うと言います: what they hold of it.
      if (!told || !opinion.test(said(clause.pieces)) || isAsked(clause)) result.push(clause);
      continue;
    }
    const later = clauses.slice(at + 1).some((other) => isAsked(other) && !repeats(open, other));
    asked = later ? asked : open;
    told ||= later;
    result.push(later ? { ...open, pieces: withoutQuestion(open.pieces) } : open);
  }
  return result;
}

/** The sentence as far as it asks; null where it is no such sentence. */
function questionIn(clause: ClauseText): ClauseText | null {
  const text = said(clause.pieces);
  const found = unsure.exec(text);
  if (!found || found.index < 4) return null;
  const pieces = endingBy(clause.pieces, found.index + 1);
  return saysIntent(pieces, ...questionIntents) ? { ...clause, pieces } : null;
}

function isAsked({ pieces }: ClauseText): boolean {
  return asks(pieces) && (requests(pieces) || /[か?]$/.test(said(pieces)));
}

/** 正しい数をお願いします, どれでしょうか: the very same, without a word of what it is asked of. */
function repeats({ pieces }: ClauseText, again: ClauseText): boolean {
  const whole = withoutScene(again).pieces;
  // 9という人と11という人がいるので正しい数をお願いします
  const last = whole.slice(whole.findLastIndex(({ text }) => /^(?:ので|ため|から)$/.test(text)) + 1);
  const measures = ['sum', 'count'].filter((id) => saysIntent(last, id));
  return (
    measures.length > 0 &&
    measures.every((id) => saysIntent(pieces, id)) &&
    requests(last) &&
    !hasSubject(last)
  );
}

/** …に位置づけられている: what is told of, and nothing that is asked. */
function withoutQuestion(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(
    (piece) => !saysIntent([piece], ...questionIntents) && !/^(?:の?か|の)$/.test(piece.text),
  );
}
