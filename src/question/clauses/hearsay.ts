// 「予算が減らされた」と言われています, …という話になっています: what others say tells what is spoken of, and asks or limits nothing.
import { isContent, type Piece, textOf } from '../cover.ts';
import { message, opinion } from '../message-words.ts';
import { isNamed } from '../piece-names.ts';
import { pointsBack, tellsOnly } from '../scene.ts';
import { asks } from './asks.ts';
import { type ClauseText, endingBy, quoteAt, said } from './clause-text.ts';
import { namesRecord } from './names.ts';

/** What is said right behind a quotation, or behind words that are only passed on. */
const passedOn = new RegExp(`^(?:と(?!い)|と言|という|との|とだけ|とも|を(?:気に|心配|懸念))${opinion}?`);
const rumour = new RegExp(`^という${opinion}`);

/** The sentences before one that asks, with names alone of what they only pass on. */
export function withoutHearsay(all: readonly ClauseText[]): ClauseText[] {
  const clauses = all.map(withoutDoubt);
  const asking = clauses.filter(({ pieces }) => asks(pieces) && !tellsOnly(pieces));
  return clauses.flatMap((clause, at) => {
    const later = asking.filter((other) => clauses.indexOf(other) > at);
    // このまま読み上げて問題ありませんか: what is passed on is what is asked about.
    const pointed = later.some(
      ({ pieces }) => pointsBack(pieces) || /この|その|以上|上記/.test(said(pieces)),
    );
    if (later.length === 0 || pointed || !tellsOnly(clause.pieces) || /[?か]$/.test(said(clause.pieces)))
      return [clause];
    const passed = new Set([...inQuotes(clause.pieces), ...asRumour(clause.pieces)]);
    // 「調査で17位だった」と言われました。新聞で市を紹介する事業のことです: the next sentence tells what is spoken of.
    const told = clauses.some((other) => other !== clause && saysWhatIsMeant(other.pieces));
    const stays = (piece: Piece) => (told ? isNamed(piece) : isName(piece));
    const pieces = withoutTail(clause.pieces.filter((piece) => !passed.has(piece) || stays(piece)));
    return pieces.length > 0 ? [{ ...clause, pieces }] : [];
  });
}

/** …とお電話をいただきました: how it was passed on. */
const tail = new RegExp(
  `(?:と|との|という)(?:の)?(?:[^、。「」]{0,8}(?:から|より|に))?(?:ご|お)?${message}(?:が|を|も)?(?:あり|ござい|いただ|頂|受け|もら|来|き|寄せ|届)[^、。]{0,8}[、。]?$`,
);

function withoutTail(pieces: Piece[]): Piece[] {
  const found = tail.exec(textOf(pieces));
  if (!found) return pieces;
  const rest = endingBy(pieces, found.index);
  // 一覧にしてほしいと依頼を受けました: what is left would ask by itself.
  return asks(rest) || /(?:ほしい|欲しい|ください)$/.test(said(rest)) ? pieces : rest;
}

/** …とおっしゃるのですが、それは令和6年度の話かもしれません: a guess at what was said limits nothing. */
function withoutDoubt(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findLastIndex(({ text }) => /^[、,]$/.test(text));
  const guess = /^(?:それ|これ)は.*(?:かもしれ(?:ません|ない)|気がします)$/.test(
    said(pieces.slice(from + 1)),
  );
  return guess && from > 0 ? { ...clause, pieces: pieces.slice(0, from) } : clause;
}

/** What stands inside 「…」 that somebody is said to have said. */
function inQuotes(pieces: readonly Piece[]): Piece[] {
  const { from, length } = quoteAt(pieces);
  if (from < 0 || length < 4) return [];
  const behind = textOf(pieces.slice(from + length + 1, from + length + 4));
  return passedOn.test(behind) ? pieces.slice(from, from + length + 1) : [];
}

/** …という話: from the last comma on. */
function asRumour(pieces: readonly Piece[]): Piece[] {
  const at = pieces.findIndex((_, i) => rumour.test(textOf(pieces.slice(i, i + 3))));
  if (at < 1) return [];
  const from = pieces.slice(0, at).findLastIndex(({ text }) => text === '、');
  return pieces.slice(from + 1, at);
}

/** …する、企画課のあの事業のことです. */
function saysWhatIsMeant(pieces: readonly Piece[]): boolean {
  return (
    /(?:の(?:こと|件|話|ほう|方)|について)(?:です|でございます|なの?です)[^、。]{0,3}$/.test(said(pieces)) &&
    namesRecord(pieces)
  );
}

/** A record, a part of a plan, an office or a noun. */
function isName({ mention, token }: Piece): boolean {
  if (mention !== null) return mention.meaning.is === 'entity';
  return token !== null && token.pos === '名詞' && isContent(token);
}
