// 「Aは人件費が行により異なるため対象から除きます。この条件のもとで、…は何件」: what a sentence before the question leaves out.
import { isContent, type Piece, saysIntent } from '../cover.ts';
import { isWholeName } from '../mentions/named.ts';
import { questions } from './asks.ts';
import { type ClauseText, said } from './clause-text.ts';

/** How a sentence says that it leaves something out, and asks nothing. */
const leaves =
  /(?:除|のぞ|外)(?:き|い|し)(?:ます|て(?:おります|います|ください|下さい|考え|計算|集計|数え|整理|検討)[^、。]*|た上で[^、。]*)$|(?:対象外|除外)(?:と?し(?:ます|て[^、。]*)|です)$/;

/** Such a sentence gives what it leaves out to the question behind it, and says nothing else. */
export function withLeftOut(clauses: readonly ClauseText[]): ClauseText[] {
  const result: ClauseText[] = [];
  let left: Piece[] = [];
  for (const [at, clause] of clauses.entries()) {
    const later = clauses.slice(at + 1).some(({ pieces }) => questions(pieces));
    const found = later && !questions(clause.pieces) ? leftIn(clause.pieces) : null;
    if (found) {
      left.push(...found.left);
      if (found.rest.length > 0) result.push({ ...clause, pieces: found.rest });
    } else if (left.length > 0 && questions(clause.pieces)) {
      result.push({ ...clause, pieces: [...left, ...withoutOthers(clause.pieces)] });
      left = [];
    } else result.push(clause);
  }
  return result;
}

/** What is left out with the word that says so, and what stands before it in the sentence. */
function leftIn(pieces: readonly Piece[]): { left: Piece[]; rest: Piece[] } | null {
  const except = pieces.findLast((piece) => saysIntent([piece], 'except'));
  if (!except || !leaves.test(said(pieces))) return null;
  const at = pieces.indexOf(except);
  const named = pieces.slice(0, at).findLastIndex(isRecord);
  if (named >= 0) return { left: [pieces[named] as Piece, except], rest: upToComma(pieces, named) };
  // 達成率0.0%だったバスツアーは…ので、除いて考えてください
  const end = pieces.slice(0, at).findIndex(({ text }) => /^(?:は|を)$/.test(text));
  const from = pieces.slice(0, Math.max(end, 0)).findLastIndex((piece) => !isNoun(piece)) + 1;
  const thing = pieces.slice(from, end);
  return end > 0 && thing.length > 0 ? { left: [...thing, except], rest: [] } : null;
}

/** What the sentence says before it comes to what it leaves out: 評価表について、… */
function upToComma(pieces: readonly Piece[], named: number): Piece[] {
  const comma = pieces.slice(0, named).findLastIndex(({ text }) => /^[、,]$/.test(text));
  return pieces.slice(0, comma + 1);
}

/** それ以外で: what is left out is said once. */
function withoutOthers(pieces: readonly Piece[]): readonly Piece[] {
  const [first, second] = pieces;
  if (!first || !saysIntent([first], 'others')) return pieces;
  return pieces.slice(/^(?:で|の|では)$/.test(second?.text ?? '') ? 2 : 1);
}

const isRecord = ({ mention }: Piece): boolean =>
  isWholeName(mention?.meaning, 'project', 'kpi', 'policy', 'department');

const isNoun = ({ mention, token }: Piece): boolean =>
  mention === null ? token.pos === '名詞' && isContent(token) : mention.meaning.is === 'entity';
