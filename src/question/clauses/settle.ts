// Which sentences ask, and what those that only tell lend to them.
import { isContent, isMeant, type Piece, saysIntent, textOf } from '../cover.ts';
import { deed, work } from '../message-words.ts';
import {
  isColumn,
  isPart,
  isRecordName,
  isTown,
  isYears,
  namesOne,
  namesPlan,
  namesPolicy,
} from '../piece-names.ts';
import { questionWords } from '../question-words.ts';
import {
  isWhole,
  namedInScene,
  namesIn,
  onlySetIn,
  pointsAtRecord,
  pointsBack,
  reports,
  type SceneWords,
  scopesLent,
  setsIn,
  tellsOnly,
  tellsPerhapsWho,
  tellsWho,
  withoutFigures,
  worksOverSet,
} from '../scene.ts';
import { asks, hasMatter, requests } from './asks.ts';
import { withBoth } from './both-sides.ts';
import { type ClauseText, join, said } from './clause-text.ts';
import { withAnnounced, withDescribed } from './described.ts';
import { hasNoun, hasSubject, hasTopic, isBare, lendable, namesRecord } from './names.ts';
import { withPointedColumn } from './pointed-column.ts';
import { withQuotedWord } from './quoted-word.ts';
import { withoutScene } from './without-scene.ts';

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
    if (last && (doubts(clause.pieces) || (checksAbove(clause.pieces) && states(last.pieces)))) {
      // 4事業だけって説明された。ほんとに4つ？, 目標は1件。この理解で相違ないか: whether it is so.
      settled[settled.length - 1] = join([
        last,
        {
          ...clause,
          pieces: [
            ...clause.pieces.filter((piece) => namesPlan(piece) || saysIntent([piece], ...verdicts)),
            ...clause.pieces.slice(-1).map(confirming),
          ],
        },
      ]);
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
  /^(?:理解|認識|記載|記述|説明|表現|数字|数値|内容|言い方|書き方|答弁|案|文|文言|読み方|解釈|整理|全体|全部|通し|両方|双方|どちら|いずれ|どれ|点|組み合わせ|組合せ)$/;

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

/** 「全額負担」と書かれた事業は分かっているので除いてください: the question behind it asks of others anyway. */
function leavesKnown(pieces: readonly Piece[]): boolean {
  return (
    saysIntent(pieces, 'except') &&
    /(?:分かって|わかって|知って|把握して|承知して|確認して|確認済み)/.test(said(pieces))
  );
}

function namesWord(clause: ClauseText | undefined): boolean {
  return clause?.pieces.some(({ mention }) => mention?.meaning.is === 'word') ?? false;
}

/** A record or a part of a plan by its whole name. */
function isSubject(piece: Piece): boolean {
  return isRecordName(piece) || isPart(piece);
}

function isFigure({ mention }: Piece): boolean {
  return ['attribute', 'years', 'number'].includes(mention?.meaning.is ?? '');
}

const isKind = ({ mention }: Piece) => mention?.meaning.is === 'kind' && mention.meaning.kind !== 'plan';

const asksOpenly = /何|どう|どの|どこ|どれ|どちら|いつ|いくら|いくつ|だれ|誰|なぜ/;

/** 浸水被害対策事業を取り上げます。…、この事業の基本的方向は: a question with a column of its own takes the record alone. */
function recordSpokenOf(told: readonly Piece[], own: readonly Piece[]): Piece[] {
  const records = told.filter(isSubject);
  const joined = records.some((piece) =>
    /^(?:と|や|及び|および|・)$/.test(told[told.indexOf(piece) + 1]?.text ?? ''),
  );
  // 何件積み増す計画だったのでしょうか claims nothing.
  const claims = saysIntent(own, 'confirm', 'whether') && !asksOpenly.test(said(own));
  // …事業を取り上げます。…この事業が結び付いている方向は
  const pointed =
    pointsAtRecord(own) && pointsBack(own) && records.every(({ text }) => text === records[0]?.text);
  if (!(own.some(isColumn) || pointed) || joined || claims || saysIntent(own, 'each')) return [];
  return records.length === 0 ? [] : told.filter((piece) => records.includes(piece) || isTown(piece));
}

/** What stands before a question. */
interface Told {
  lent: readonly Piece[];
  faint: readonly Piece[];
  /** All sentences before it. */
  before: readonly Piece[];
  reported: boolean;
}

/** The question with what the sentences before it lend. */
function withLent(
  clause: ClauseText,
  { lent, faint, before, reported }: Told,
  words: SceneWords,
): ClauseText {
  // 議員は「人気がないから」と言うのですが、理由は: only what comes last asks, and it may name nothing.
  const last = withoutScene(clause);
  const own = lent.length > 0 && last.pieces.length < clause.pieces.length ? last : clause;
  const column = withPointedColumn(before, own.pieces);
  if (column) {
    const places = before.filter((piece) => isTown(piece) || namesPlan(piece));
    return { ...own, pieces: [...(own.pieces.some(namesPlan) ? [] : places), ...column] };
  }
  const described =
    withQuotedWord(before, own.pieces) ??
    withBoth(before, own.pieces) ??
    withDescribed(() => withoutUnheld(before, words), own.pieces);
  if (described) return { ...own, pieces: described };
  const lends = takes(own.pieces, lent, words);
  const each = lends ? columnsOfEach(before, own.pieces) : [];
  // …というKPIがありますね: that somebody agrees is not asked once more.
  const checks = saysIntent(own.pieces, 'confirm', 'whether');
  const again = ['repeated', 'distinct', 'except'].filter((id) => saysIntent(own.pieces, id));
  const isAside = (piece: Piece) =>
    saysIntent([piece], 'basis', ...again) || (!checks && saysIntent([piece], 'confirm'));
  const announced = lends ? null : withAnnounced(before, own.pieces);
  if (announced) return { ...own, pieces: announced };
  // この課の事業: an office that the scene names.
  const pointed = pointsBack(own.pieces) ? namedInScene([...lent, ...faint], own.pieces) : null;
  const told = lends ? lent : (pointed ?? []);
  const scene = sceneFor(own.pieces, told, words);
  const place = scene.length > 0 ? [] : scopesLent([...lent, ...faint], clause.pieces, words);
  const shown = (reported ? withoutFigures(scene, clause.pieces) : scene).filter((piece) => !isAside(piece));
  const pieces = [...shown, ...each.filter((piece) => !shown.includes(piece)), ...place];
  const whole =
    pieces.length > 0
      ? { ...join([{ pieces, start: 0, end: 0 }, scene.length > 0 ? own : clause]), lent: pieces.length }
      : clause;
  // 「久留米の計画では…」と教えてくれました: what was told before that is still what is spoken of.
  if (scene.length > 0) return namesOnlyPlaces(scene) ? { ...whole, scene: [...faint] } : whole;
  return { ...whole, scene: [...lent, ...faint] };
}

/** What a question takes of what was told: a record alone, names alone, the one set, or all that plans may hold. */
function sceneFor(own: readonly Piece[], told: readonly Piece[], words: SceneWords): readonly Piece[] {
  // この中でいちばん多い区分は: of the set that the sentence before names.
  const within = /^(?:この|その)(?:中|なか|うち)/.test(said(own));
  const spokenOf = recordSpokenOf(told, own);
  // …というKPIがあるそうですね。基準値から目標値まで何件: a figure of the record, and no number of records.
  const measures =
    spokenOf.length > 0 && !saysIntent(own, 'sum', 'max', 'min', 'average') && !own.some(isKind);
  const works = worksOverSet(own) && (within || !pointsBack(own)) && !measures;
  const record = works ? [] : spokenOf;
  if (record.length > 0) return record;
  if (isWhole(own)) return namesIn(told);
  const set = works ? onlySetIn(told) : [];
  if (set.length > 0) return [...told.filter(namesPlan), ...set];
  return namedInScene(told, own) ?? withoutUnheld(told, words);
}

/** 「事業評価」と「局施策評価」が食い違っています。それぞれ何と: the columns that the last sentence names. */
function columnsOfEach(before: readonly Piece[], own: readonly Piece[]): Piece[] {
  if (!saysIntent(own, 'each') || own.some(isColumn)) return [];
  const ends = before.findLastIndex(({ text }) => text === '。');
  const from = before.slice(0, Math.max(ends, 0)).findLastIndex(({ text }) => text === '。') + 1;
  return before.slice(from).filter((piece) => isColumn(piece) || isYears(piece));
}

/** 有識者と議論しビジョンをつくる事業: of what a scene describes, words that no plan holds are left, where enough others tell it. */
function withoutUnheld(scene: readonly Piece[], words: SceneWords): readonly Piece[] {
  const isNoun = ({ mention, token }: Piece) =>
    mention === null && token.pos === '名詞' && isContent(token) && !/^\d+$/.test(token.surface);
  // 一方は…、他方は残る6事業: points at what is spoken of.
  const points = ({ text }: Piece) => /^(?:他方|もう一方|片方|前者|後者|残り)$/.test(text);
  const unheld = new Set(
    scene.filter((piece) => isNoun(piece) && !points(piece) && !words.leads(piece.text)),
  );
  const left = scene.filter((piece) => !unheld.has(piece));
  const told = left.filter((piece) => isNoun(piece) || piece.mention?.meaning.is === 'entity');
  return told.length > 2 || namesClearly(left) ? left : scene;
}

/** A plan or a town, and nothing else that is named. */
function namesOnlyPlaces(scene: readonly Piece[]): boolean {
  return scene.every(
    (piece) =>
      namesPlan(piece) ||
      isTown(piece) ||
      (piece.mention === null
        ? piece.token.pos !== '名詞' || !isContent(piece.token)
        : piece.mention.meaning.is === 'intent'),
  );
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

/** Whether a question takes what the sentences before it named. */
function takes(own: readonly Piece[], lent: readonly Piece[], words: SceneWords): boolean {
  if (lent.length === 0 || (saysIntent(own, 'define-part') && hasNoun(own))) return false;
  const ofPlans = lent.some(({ mention }) => ['attribute', 'kind'].includes(mention?.meaning.is ?? ''));
  // この事業の評価は: the record is the one that the thread speaks of.
  const ofThread = words.goesOn && pointsAtRecord(own) && pointsBack(own);
  if (words.goesOn && !namesClearly(lent) && (!ofPlans || ofThread)) return false;
  if (namesClearly(lent)) return !namesOne(own.filter(({ text }) => !words.isShared(text)));
  if (asksTownsPart(own)) return true;
  return (
    pointsBack(own) ||
    !hasSubject(own.filter((piece) => !isAim(piece))) ||
    (isBare(lent) && !hasTopic(own.filter(({ text }) => /\p{L}/u.test(text))))
  );
}

/** 吉富町が連携市町に含まれるか: a town, and not what it takes part in. */
function asksTownsPart(own: readonly Piece[]): boolean {
  const named = own.filter((piece) => !isTown(piece) && !namesPlan(piece));
  return own.some(isTown) && saysIntent(own, 'join') && !hasSubject(named);
}

/** 何人まで減らす計画: what is aimed at, and no plan. */
function isAim({ mention, text }: Piece): boolean {
  return mention?.meaning.is === 'kind' && mention.meaning.kind === 'plan' && text === '計画';
}

/** A record by its name, or by a good part of it: 取材 is a word of many sentences. */
function namesClearly(pieces: readonly Piece[]): boolean {
  return namesOne(
    pieces.filter(
      ({ mention }) =>
        mention?.meaning.is === 'entity' && (mention.meaning.exact || mention.text.length >= 5),
    ),
  );
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

/** 目標には届かなかったんですね。: a remark on what was answered. */
function remarks(pieces: readonly Piece[]): boolean {
  return tellsOnly(pieces) && /(?:[んの]|ということ|とのこと)ですね$/.test(said(pieces)) && !namesOne(pieces);
}

/** …の背景を取材しています。資料ではどう説明されていますか: asks once more for the reason just asked for. */
function asksHowTold(pieces: readonly Piece[]): boolean {
  return /^(?:この|その)?(?:資料|計画|書類|文書|評価表|本文|中)?(?:の中)?(?:に|で|上)?は?、?(?:どう|どのように|どんなふうに|何と|なんと)(?:説明|記載|記述|記さ|書|述べ|紹介|整理|示|載)/.test(
    said(pieces),
  );
}

/** The sum, the number or the amount that the question before asks for, once more. */
function asksAgain(before: readonly Piece[], again: readonly Piece[]): boolean {
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
function tellsSubject(pieces: readonly Piece[]): boolean {
  const text = said(pieces).replace(/[ねよなです]*$/, '');
  return /の(?:やつ|こと|話|件|ほう|方)?$/.test(text) && hasSubject(pieces) && text.length < 20;
}

/** 率も, 差も出して: how far something moved, and nothing that could be named. */
function measuresAgain(pieces: readonly Piece[]): boolean {
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
function saysPlacesAlone(pieces: readonly Piece[]): boolean {
  const text = said(pieces);
  return (
    pieces.some((piece) => isTown(piece) || namesPlan(piece)) &&
    saysIntent(pieces, 'list', 'sum') &&
    /(?:全部|ぜんぶ|すべて|全て)(?:で|を)?$/.test(text) &&
    namesOnlyPlaces(pieces)
  );
}

/** 令和6年度から令和7年度, 年度はR4です, 令和4年度分でお願いします: years, and nothing that could be asked. */
function saysYearsAlone(pieces: readonly Piece[]): boolean {
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
