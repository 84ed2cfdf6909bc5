// Which sentences ask, and what those that only tell lend to them.
import { isContent, isMeant, type Piece, saysIntent, textOf } from '../cover.ts';
import { deed, work } from '../message-words.ts';
import { isColumn, isTown, isYears, namesOne, namesPlan, namesPolicy } from '../piece-names.ts';
import { reports, type SceneWords, setsIn, tellsOnly, tellsPerhapsWho, tellsWho } from '../scene.ts';
import { asks, hasMatter, requests } from './asks.ts';
import {
  asksAgain,
  asksHowTold,
  leavesKnown,
  measuresAgain,
  namesWord,
  remarks,
  saysPlacesAlone,
  saysYearsAlone,
  tellsSubject,
} from './behind.ts';
import { checkedAbove } from './checked-above.ts';
import { type ClauseText, join, said } from './clause-text.ts';
import { withLent } from './lent.ts';
import { hasSubject, isSubject, lendable, namesRecord } from './names.ts';

/** A sentence that asks nothing lends its pieces to the next that does, where it names something; scene-setting goes. */
export function settle(all: readonly ClauseText[], words: SceneWords): ClauseText[] {
  const matters = all.filter(({ pieces }) => !isPolite(pieces) && !onlyAnnounces(pieces));
  const clauses = matters.every(({ pieces }) => tellsOnly(pieces)) ? all : matters;
  if (clauses.length <= 1) return [...clauses];
  const { asked, isAsking } = askingOf(clauses);
  const settled: ClauseText[] = [];
  let lent: Piece[] = [];
  /** Scenes that name nothing: what a question that says little takes all the same. */
  let faint: Piece[] = [];
  let reported = false;
  const beforeIt = piecesBefore(clauses);
  for (const clause of clauses.filter(({ pieces }) => !(asked && remarks(pieces)))) {
    const last = settled.at(-1);
    if (last && asksHowTold(clause.pieces) && saysIntent(last.pieces, 'reason-part', 'how-part')) continue;
    const checked = last ? checkedAbove(last, clause) : null;
    if (checked) {
      settled[settled.length - 1] = checked;
      continue;
    }
    if (leavesKnown(clause.pieces) && namesWord(clauses[clauses.indexOf(clause) + 1])) continue;
    if (
      last &&
      isAsking(clause) &&
      !hasSubject(last.pieces) &&
      namesOne(clause.pieces) &&
      !/[?か]$/.test(said(clause.pieces)) &&
      !requests(clause.pieces)
    ) {
      settled[settled.length - 1] = join([last, clause]);
    } else if (last && saysIntent(clause.pieces, 'only') && measuresAgain(clause.pieces)) {
      // 基準値と目標値は？差だけでいいです: the measure that is wanted.
      settled[settled.length - 1] = join([last, clause]);
    } else if (last && saysPlacesAlone(clause.pieces)) {
      // 「…何やってるん？北九州の全部」: which ones are meant.
      settled[settled.length - 1] = { ...last, ...join([clause, last]) };
    } else if (last && isAsking(clause) && asksAgain(last.pieces, clause.pieces)) {
      // 内訳は別紙で付けますので、合計額をお願いします: the sum that was just asked for.
    } else if (isAsking(clause)) {
      settled.push(withLent(clause, { lent, faint, before: beforeIt(clause), reported }, words));
      lent = [];
      faint = [];
    } else if (last && settled.length === 1 && tellsSubject(clause.pieces)) {
      // 「…何人にするのが目標？雇用保険のやつ」: which one is meant.
      settled[settled.length - 1] = join([clause, last]);
    } else if (last && measuresAgain(clause.pieces)) {
      // 「いくら増えてる？率も」: another measure of what was just asked.
      settled.push(clause);
    } else if (last && saysYearsAlone(clause.pieces)) {
      // 「…は目標を上回った？令和6年度」: the year comes after its question.
      settled[settled.length - 1] = { ...last, ...join([last, clause]) };
    } else if (last && (hasSubject(last.pieces) ? namesPolicy(clause.pieces) : namesOne(clause.pieces))) {
      // 「あと何人足りない？ U・Iターンで就職した人」: the subject comes after its question.
      settled[settled.length - 1] = join([last, clause]);
    } else if (settled.length === 0 && tellsWho(clause.pieces)) {
      faint.push(...(setsIn(clause.pieces).length > 0 ? clause.pieces : clause.pieces.filter(isTown)));
    } else if (settled.length + lent.length === 0 && tellsPerhapsWho(clause.pieces)) {
      faint.push(...clause.pieces);
    } else if (settled.length === 0 && lent.some(isSubject) && knows(clause.pieces)) {
      // 消防指令の共同運用が入っていることは存じています: beside what is spoken of it asks nothing.
    } else if (settled.length === 0) {
      const told = withoutOwnWork(clause.pieces);
      const lends = knows(told) ? told.filter((piece) => !isFigure(piece)) : told;
      (lendable(lends) && tells(lends, words) ? lent : faint).push(...lends);
      reported ||= reports(said(clause.pieces));
    }
  }
  if (settled.length > 0) return settled;
  const others = clauses.filter(({ pieces }) => !tellsWho(pieces));
  return [join(others.length > 0 ? others : clauses)];
}

/** All that stands before a sentence. */
function piecesBefore(clauses: readonly ClauseText[]): (clause: ClauseText) => Piece[] {
  const all = clauses.flatMap(({ pieces }) => pieces);
  const places = new Map<ClauseText, number>();
  let place = 0;
  for (const clause of clauses) {
    if (!places.has(clause)) places.set(clause, place);
    place += clause.pieces.length;
  }
  return (clause) => all.slice(0, places.get(clause));
}

/** Which sentences ask; where none does by a verb or a mark, those that only name what is wanted. */
function askingOf(clauses: readonly ClauseText[]): { asked: boolean; isAsking(clause: ClauseText): boolean } {
  const fully = clauses.some(({ pieces }) => asks(pieces) && hasMatter(pieces) && !tellsOnly(pieces));
  const bare = fully ? [] : clauses.filter(({ pieces }) => asksBarely(pieces));
  const asked = fully || bare.length > 0;
  const isAsking = (clause: ClauseText) =>
    (bare.length > 0 ? bare.includes(clause) : asks(clause.pieces) || (!asked && requests(clause.pieces))) &&
    hasMatter(clause.pieces) &&
    !(asked && tellsOnly(clause.pieces)) &&
    !(clause !== clauses.at(-1) && (reports(said(clause.pieces)) || tellsWho(clause.pieces)));
  return { asked, isAsking };
}

/** 予算額は存じております, 評価は確認済みです: what is known is not asked for. */
function knows(pieces: readonly Piece[]): boolean {
  return /(?:存じて|承知して|把握して|分かって|わかって|知って|確認でき|確認して|控えて)(?:おり|い)ます(?:が|ので)?$|(?:確認済み?|承知)です(?:が|ので)?$|自分で数えました(?:が|ので)?$|(?:拾え|つかめ|分かり|わかり)ました(?:が|ので)?$/.test(
    said(pieces),
  );
}

/** 市民協働の連載を準備していて、…の表を手元に置いています: what the asker is at tells nothing of the plans, where something of them follows. */
function withoutOwnWork(pieces: readonly Piece[]): readonly Piece[] {
  const turn = pieces.findIndex(
    ({ text }, at) => text === '、' && ownWork.test(textOf(pieces.slice(Math.max(at - 6, 0), at))),
  );
  const named = (piece: Piece) => isSubject(piece) || namesPlan(piece);
  if (turn < 0 || pieces.slice(0, turn).some(named) || !pieces.slice(turn).some(named)) return pieces;
  return pieces.slice(turn + 1);
}

const ownWork = new RegExp(
  `(?:${deed}|${work}|書い|担当し|取材し|編集し|連載し|企画し)て(?:(?:い|おり?)(?:て|まして)?|まして)$`,
);

function isFigure({ mention }: Piece): boolean {
  return ['attribute', 'years', 'number'].includes(mention?.meaning.is ?? '');
}

/** 移住について調べています: names something of the plans, or speaks of what they hold. */
function tells(pieces: readonly Piece[], words: SceneWords): boolean {
  const named = pieces.some(
    ({ mention }) =>
      mention !== null &&
      (['attribute', 'kind', 'word', 'status', 'number'].includes(mention.meaning.is) ||
        (mention.meaning.is === 'entity' && (mention.meaning.exact || mention.text.length >= 4))),
  );
  const nouns = pieces.filter(({ mention, token }) =>
    mention === null ? token?.pos === '名詞' && isContent(token) : mention.meaning.is === 'entity',
  );
  return named || words.leads(nouns.map(({ text }) => text).join(' '));
}

/** よろしくお願いします, 助かります: nothing but manners. */
function isPolite(pieces: readonly Piece[]): boolean {
  const meant = pieces.filter(isMeant);
  return meant.every(
    ({ mention, text }) =>
      /^[!?。、]+$/.test(text) ||
      (mention?.meaning.is === 'intent' &&
        ['greeting', 'thanks', 'filler', 'tell'].includes(mention.meaning.id)),
  );
}

/** 比べたいのは次の2つです, 確認したい点は以下のとおりです: what is asked comes behind it. */
function onlyAnnounces(pieces: readonly Piece[]): boolean {
  return /^[^、。「」]{0,20}は、?(?:次|以下|下記)の(?:[\d二三四五六七八九]{1,2}(?:つ|点|件|項目|事業)|とおり|通り|こと|事項|もの)(?:です|になります|でございます)$/.test(
    said(pieces),
  );
}

/** 久留米 基本目標5つとも, R5の予算が1億円以上の事業: words that name what is wanted, and no sentence around them. */
function asksBarely(pieces: readonly Piece[]): boolean {
  const text = said(pieces);
  const names = pieces.some(
    ({ mention }) =>
      mention !== null &&
      (['kind', 'attribute', 'status', 'word'].includes(mention.meaning.is) ||
        (mention.meaning.is === 'entity' && mention.meaning.exact && mention.meaning.kind !== 'town')),
  );
  // じゃあ情報接触度のほうは
  const turns = /(?:は|って|も)$/.test(text) && namesRecord(pieces);
  return (
    (names || turns) && !/(?:です|ます|ました|でした|ません|おり|ところ)(?:が|けど|ので|ね)?$/.test(text)
  );
}

/** 「数字を二つ確認させてください。まず…の予算額、それから…の予算額です。」: what is asked comes in the next sentence. */
export function announced(clauses: readonly ClauseText[]): ClauseText[] {
  const [first, second, ...rest] = clauses.slice(-2);
  if (!first || !second || rest.length > 0) return [...clauses];
  const counts = first.pieces.some(({ text }) => /^(?:二|三|2|3|いくつか)つ?$/.test(text));
  // …事業の3つの指標について: records that are counted are what is asked of.
  const held = namesOne(first.pieces) || first.pieces.some(isColumn);
  if (!counts || !requests(first.pieces) || held || !second.pieces.some(isColumn)) return [...clauses];
  const places = first.pieces.filter((piece) => isTown(piece) || namesPlan(piece) || isYears(piece));
  return [...clauses.slice(0, -2), join([{ pieces: places, start: first.start, end: first.end }, second])];
}
