// ほんとに4つ？, この理解で相違ないか: a sentence that asks whether what was told before it is so.

import { isContent, type Piece, saysIntent } from '../cover.ts';
import { namesPlan } from '../piece-names.ts';
import { questionWords } from '../question-words.ts';
import { requests } from './asks.ts';
import { type ClauseText, join, said } from './clause-text.ts';

/** 4事業だけって説明された。ほんとに4つ？, 目標は1件。この理解で相違ないか: both as one claim; null where the second asks anything else. */
export function checkedAbove(last: ClauseText, clause: ClauseText): ClauseText | null {
  const { pieces } = clause;
  if (!doubts(pieces) && !(checksAbove(pieces) && states(last.pieces))) return null;
  const kept = pieces.filter((piece) => namesPlan(piece) || saysIntent([piece], ...verdicts));
  return join([last, { ...clause, pieces: [...kept, ...pieces.slice(-1).map(confirming)] }]);
}

/** ほんとに4つ？, 違う？, 合ってる？: nothing but a doubt of what was just said. */
function doubts(pieces: readonly Piece[]): boolean {
  const doubted = /^(?:本当|ほんと|ホント|ほんま|まじ|マジ|違い?ま?す?|ちが|合って|正し)[^、。]{0,14}[?か]$/;
  const other = pieces.some(({ mention }) =>
    ['attribute', 'entity', 'kind', 'years', 'status', 'word'].includes(mention?.meaning.is ?? ''),
  );
  return doubted.test(said(pieces)) && !other;
}

/** この理解で相違ないでしょうか, こう言って誤りはありませんか: asks whether what was just said is so, and names nothing else. */
function checksAbove(pieces: readonly Piece[]): boolean {
  const names = pieces.some((piece) => {
    const { mention, token } = piece;
    if (mention === null) return token.pos === '名詞' && isContent(token) && !statement.test(token.surface);
    return mention.meaning.is !== 'intent' && !statement.test(mention.text) && !namesPlan(piece);
  });
  const points = /この|その|こう|そう|以上|上記|これ|それ|両方|^「[^」]{1,8}」(?:という|と|で)/.test(
    said(pieces),
  );
  return !names && saysIntent(pieces, 'confirm') && points;
}

/** 「横ばい」と書いてよいか: what the figures before are summed up as. */
const verdicts = ['same', 'rise', 'fall', 'reached', 'unreached'];

/** What the words before may be called. */
const statement =
  /^(?:理解|認識|記載|記述|説明|表現|数字|数値|内容|言い方|書き方|答弁|案|文|文言|読み方|解釈|整理|全体|全部|通し|割合|金額|人数|件数|順位|期間|計算|両方|双方|どちら|いずれ|どれ|点|組み合わせ|組合せ)$/;

/** 目標は1件/年。: a figure is told, and nothing is asked. */
function states(pieces: readonly Piece[]): boolean {
  const text = said(pieces);
  return (
    pieces.some(({ mention }) => mention?.meaning.is === 'number') &&
    !saysIntent(pieces, ...questionWords) &&
    !/[?か]$/.test(text) &&
    !requests(pieces)
  );
}

/** The word of doubt as one that asks for yes or no. */
function confirming(piece: Piece): Piece {
  const mention = piece.mention ?? { start: piece.start, end: piece.end, text: piece.text, cost: 0 };
  return {
    ...piece,
    token: null,
    mention: { ...mention, meaning: { is: 'intent', id: 'confirm' } },
  } as Piece;
}
