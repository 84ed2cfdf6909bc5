// 「…50.0%止まりですが、評価は何でしょうか」: what stands before が、 within a sentence.
import { isContent, type Piece, saysIntent, textOf } from '../cover.ts';
import { lumps } from '../lumps.ts';
import { deedItself, deed as doing } from '../message-words.ts';
import { isYears, namesOne, namesPolicy } from '../piece-names.ts';
import { tellsDeed } from '../scene.ts';
import { tellsOfPerson } from './askers.ts';
import type { ClauseText } from './clause-text.ts';
import { hasSubject, hasTopic } from './names.ts';

/** 「…50.0%止まりですが、評価は何でしょうか」: what stands before lends its names only. */
export function withoutScene(clause: ClauseText): ClauseText {
  const taken = clause.pieces.slice(0, clause.lent ?? 0);
  const pieces = clause.pieces.slice(taken.length);
  const cut = lastTurn(pieces);
  if (cut < 0) return clause;
  const after = pieces.slice(cut + 1);
  const wants = after.some(
    ({ mention }) =>
      mention !== null &&
      (mention.meaning.is === 'attribute' ||
        mention.meaning.is === 'kind' ||
        (mention.meaning.is === 'intent' &&
          [
            'sum',
            'max',
            'min',
            'count',
            'remaining',
            'which-two',
            'reason-part',
            'howmany-unit',
            'howmuch',
            'rise',
            'fall',
            'gap',
            'define-part',
            'page',
            'contact',
          ].includes(mention.meaning.id))),
  );
  if (!wants) return clause;
  // 副町長は「…」とおっしゃるのですが、この研修に: what is pointed at was named before that.
  if (tellsOfPerson(pieces.slice(0, cut))) return { ...clause, pieces: [...taken, ...after] };
  // 市長に説明するので、その事業名を: what is pointed at stands in the sentences before.
  const toDo = pieces.slice(0, cut);
  if (willDoIt.test(textOf(toDo.slice(-6))) && !toDo.some(isChosen))
    return { ...clause, pieces: [...taken, ...after] };
  // 問い合わせたいのですが、どこの部署: the scene itself asks.
  if (
    saysIntent(after, 'that') ||
    (saysIntent(pieces.slice(0, cut), 'contact') && !tellsDeed(pieces.slice(0, cut)))
  )
    return clause;
  // 再掲は除いて説明したいのですが、除いたあとに残る事業は: what is left out is said there.
  if (saysIntent(pieces.slice(0, cut), 'except') && saysIntent(after, 'except')) return clause;
  if (deniesOneYear(toDo, after)) return clause;
  // 照会の電話をかけたいので、担当課は: what the asker is going to do.
  const last = pieces.slice(Math.max(cut - 6, 0), cut);
  const deed = tellsDeed(last) || willDo.test(textOf(last));
  if (deed && !pieces.slice(0, cut).some(isNamed)) return { ...clause, pieces: [...taken, ...after] };
  const lent = pieces.slice(0, cut).filter(lending(after, pieces.slice(0, cut)));
  const tells = lent.some(({ mention, token }) => mention !== null || isContent(token));
  return { ...clause, pieces: [...taken, ...(tells ? [...lent, ...pieces.slice(cut)] : after)] };
}

/** R6には予算がなかったのに、R7にはある事業は: both years choose. */
function deniesOneYear(scene: readonly Piece[], after: readonly Piece[]): boolean {
  const denied = saysIntent(scene.slice(-5), 'none', 'except', 'not-written');
  return denied && scene.some(isYears) && after.some(isYears) && !namesOne([...scene, ...after]);
}

/** 口頭で触れますので: what the asker is going to do. */
const willDo = new RegExp(`${doing}ます(?:ので|から|が|けど)$`);

/** 説明するので, 説明したいので. */
const willDoIt = new RegExp(`(?:${doing}(?:たい|ておきたい)の?|${deedItself})ので$`);

const isChosen = ({ mention }: Piece) => ['entity', 'years', 'word'].includes(mention?.meaning.is ?? '');

const isNumber = ({ mention }: Piece) => mention?.meaning.is === 'number';

const isNamed = ({ mention }: Piece) =>
  ['entity', 'attribute', 'years', 'word'].includes(mention?.meaning.is ?? '');

/** Which pieces of a scene the question takes. */
function lending(after: readonly Piece[], scene: readonly Piece[]): (piece: Piece) => boolean {
  const topic = announcesTopic(scene) && !namesRecords(after);
  // 人件費は行により異なるようですので、それぞれの金額を: the amount of what stands before.
  const hasColumn = after.some(
    ({ mention, text }) => mention?.meaning.is === 'attribute' && !/^(?:金?額|数値|値)$/.test(text),
  );
  const hasYears = after.some(isYears);
  return ({ mention, token }) => {
    if (mention === null)
      return topic || (token !== null && !isContent(token)) ? true : !namesMore(after) && !works(after);
    if (mention.meaning.is === 'years') return !hasYears;
    // どれだけ動いたかを書きたいのですが、いくらになりますか: a change that is asked for.
    if (mention.meaning.is === 'intent' && ['gap', 'rise', 'fall'].includes(mention.meaning.id))
      return !hasColumn && saysIntent(after, 'howmuch', 'howmany-unit');
    // 人件費が大きかった気がするんですけど、何千円でしたっけ: the column that is asked for.
    if (mention.meaning.is === 'attribute')
      return !hasColumn && (hasAmount(after) || saysIntent(after, 'howmuch', 'howmany-unit'));
    // 「2,040万円」と書いた資料が回ってきましたが、合っていますか: the figure that is to be confirmed.
    if (mention.meaning.is === 'number') return saysIntent(after, 'confirm') && !after.some(isNumber);
    // 政策パッケージに分けているようですが、いくつに: the parts that are counted.
    if (mention.meaning.is === 'kind')
      return mention.meaning.kind === 'policy' && (countsUnnamed(after) || countsLumps(after));
    // 増減欄が「維持」なのに、: what a cell holds is a condition.
    if (mention.meaning.is === 'word') return true;
    return mention.meaning.is === 'entity' && (mention.meaning.exact || !namesMore(after));
  };
}

/** いくつに分かれていますか: counts what it leaves unsaid. */
function countsUnnamed(after: readonly Piece[]): boolean {
  const names = ({ mention }: Piece) => ['kind', 'entity', 'attribute'].includes(mention?.meaning.is ?? '');
  return saysIntent(after, 'count') && !after.some(names);
}

/** …を「パッケージ」と呼んでいるようですが、かたまりはいくつ: what they are called was said before. */
function countsLumps(after: readonly Piece[]): boolean {
  return saysIntent(after, 'count') && after.some(({ text }) => lumps.test(text)) && !namesRecords(after);
}

/** 消防の規制業務を学ぶ研修ですが、: nouns alone say what is spoken of. */
function announcesTopic(before: readonly Piece[]): boolean {
  const text = textOf(before);
  return (
    /[\p{Script=Han}ァ-ヶー](?:の?件|のこと)?(?:なん|の)?(?:です|なん)(?:が|けど|けれど|けれども)$/u.test(
      text,
    ) && hasTopic(before)
  );
}

/** A project, a KPI or a part of a plan by its name. */
function namesRecords(pieces: readonly Piece[]): boolean {
  return namesOne(pieces) || namesPolicy(pieces);
}

/** それぞれの金額, その額. */
function hasAmount(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention, text }) => mention?.meaning.is === 'attribute' && /^金?額$/.test(text));
}

/** …の表を見ているけど、人件費がいちばん高いのは: what is worked out over a whole plan needs no other word. */
function works(pieces: readonly Piece[]): boolean {
  return saysIntent(pieces, 'max', 'min', 'sum');
}

/** Nouns that only say what is measured: 目標の回数は. */
const measures = /^(?:回数|人数|件数|数|額|率|割合|数値|数字|値)$/;

/** As `hasSubject`, where more than a measure is named. */
function namesMore(pieces: readonly Piece[]): boolean {
  const naming = pieces.filter(({ mention, text }) =>
    mention === null ? !measures.test(text) : mention.meaning.is !== 'word',
  );
  return hasSubject(naming);
}

/** Where …ですが、 or …ので、 last turns to what is asked; -1 where nothing does. */
function lastTurn(pieces: readonly Piece[]): number {
  let cut = -1;
  for (let i = 1; i < pieces.length - 1; i++) {
    const before = textOf(pieces.slice(Math.max(0, i - 3), i));
    if (
      /[、,]/.test(pieces[i]?.text ?? '') &&
      /(?:が|けど|けれど|けれども|ので|ため|まして|ものの|のに)$/.test(before) &&
      /(?:です|ます|だった|だ|ない|った|した|おり|でし|まし|るん|んで|なの|たい|する|聞く|きく|や|じゃ).{0,3}$/.test(
        before,
      )
    )
      cut = i;
  }
  return cut;
}
