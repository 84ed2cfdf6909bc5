// What a question takes of the sentences before it.
import { isContent, type Piece, saysIntent } from '../cover.ts';
import { isColumn, isTown, isYears, namesOne, namesPlan } from '../piece-names.ts';
import {
  isWhole,
  namedInScene,
  namesIn,
  onlySetIn,
  pointsAtRecord,
  pointsBack,
  type SceneWords,
  scopesLent,
  withoutFigures,
  worksOverSet,
} from '../scene.ts';
import { withBoth } from './both-sides.ts';
import { type ClauseText, join, said } from './clause-text.ts';
import { withAnnounced, withDescribed } from './described.ts';
import { hasNoun, hasSubject, hasTopic, isBare, isSubject, namesClearly, namesOnlyPlaces } from './names.ts';
import { withPointedColumn } from './pointed-column.ts';
import { withQuotedWord } from './quoted-word.ts';
import { withoutScene } from './without-scene.ts';

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
export function withLent(
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
