// Sentences behind a question that belong to it: 率も, 令和6年度, 北九州の全部, 雇用保険のやつ.
import { isContent, type Piece, saysIntent } from '../cover.ts';
import { isTown, isYears, namesOne, namesPlan } from '../piece-names.ts';
import { pointsBack, tellsOnly } from '../scene.ts';
import { requests } from './asks.ts';
import { type ClauseText, said } from './clause-text.ts';
import { hasSubject, namesOnlyPlaces } from './names.ts';
import { withoutScene } from './without-scene.ts';

/** 「全額負担」と書かれた事業は分かっているので除いてください: the question behind it asks of others anyway. */
export function leavesKnown(pieces: readonly Piece[]): boolean {
  return (
    saysIntent(pieces, 'except') &&
    /(?:分かって|わかって|知って|把握して|承知して|確認して|確認済み)/.test(said(pieces))
  );
}

export function namesWord(clause: ClauseText | undefined): boolean {
  return clause?.pieces.some(({ mention }) => mention?.meaning.is === 'word') ?? false;
}

/** 目標には届かなかったんですね。: a remark on what was answered. */
export function remarks(pieces: readonly Piece[]): boolean {
  return tellsOnly(pieces) && /(?:[んの]|ということ|とのこと)ですね$/.test(said(pieces)) && !namesOne(pieces);
}

/** …の背景を取材しています。資料ではどう説明されていますか: asks once more for the reason just asked for. */
export function asksHowTold(pieces: readonly Piece[]): boolean {
  return /^(?:この|その)?(?:資料|計画|書類|文書|評価表|本文|中)?(?:の中)?(?:に|で|上)?は?、?(?:どう|どのように|どんなふうに|何と|なんと)(?:説明|記載|記述|記さ|書|述べ|紹介|整理|示|載)/.test(
    said(pieces),
  );
}

/** The sum, the number or the amount that the question before asks for, once more. */
export function asksAgain(before: readonly Piece[], again: readonly Piece[]): boolean {
  const measures = ['sum', 'count'].filter((id) => saysIntent(again, id));
  const last = withoutScene({ pieces: [...again], start: 0, end: 0 }).pieces;
  return (
    measures.length > 0 &&
    measures.every((id) => saysIntent(before, id)) &&
    requests(again) &&
    !pointsBack(again) &&
    !last.some(({ mention }) => ['attribute', 'years', 'number'].includes(mention?.meaning.is ?? '')) &&
    !hasSubject(last)
  );
}

/** 雇用保険のやつ, 移住の話: a topic, and that it is meant. */
export function tellsSubject(pieces: readonly Piece[]): boolean {
  const text = said(pieces).replace(/[ねよなです]*$/, '');
  return /の(?:やつ|こと|話|件|ほう|方)?$/.test(text) && hasSubject(pieces) && text.length < 20;
}

/** 率も, 差も出して: how far something moved, and nothing that could be named. */
export function measuresAgain(pieces: readonly Piece[]): boolean {
  const moves = pieces.some(
    ({ mention, text }) =>
      mention?.meaning.is === 'intent' &&
      ['rise', 'fall'].includes(mention.meaning.id) &&
      /[額率数幅分]$/.test(text),
  );
  const measures = moves || saysIntent(pieces, 'share', 'gap', 'times');
  return (
    measures && pieces.every(({ mention, token }) => mention !== null || token === null || !isContent(token))
  );
}

/** 北九州の 全部: a place and all of it, and nothing that could be asked. */
export function saysPlacesAlone(pieces: readonly Piece[]): boolean {
  const text = said(pieces);
  return (
    pieces.some((piece) => isTown(piece) || namesPlan(piece)) &&
    saysIntent(pieces, 'list', 'sum') &&
    /(?:全部|ぜんぶ|すべて|全て)(?:で|を)?$/.test(text) &&
    namesOnlyPlaces(pieces)
  );
}

/** 令和6年度から令和7年度, 年度はR4です, 令和4年度分でお願いします: years, and nothing that could be asked. */
export function saysYearsAlone(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(isYears) &&
    pieces.every(
      ({ mention, token }) =>
        mention?.meaning.is === 'years' ||
        (mention?.meaning.is === 'intent' && light.has(mention.meaning.id)) ||
        (mention === null && (token === null || !isContent(token))),
    )
  );
}

/** Intents that say nothing beside a year. */
const light = new Set(['filler', 'then', 'setting', 'tell', 'greeting']);
