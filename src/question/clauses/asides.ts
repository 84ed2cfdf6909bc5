// Brackets that ask nothing: who writes, what a plan or a part of one is called besides.
import { type Piece, saysIntent, textOf } from '../cover.ts';
import { isNameOf } from '../mentions/named.ts';
import { deed, deedItself, field, office } from '../message-words.ts';
import { isRecordName, isTown, namesPlan } from '../piece-names.ts';
import { asks } from './asks.ts';
import { type ClauseText, said } from './clause-text.ts';

/** …は何市町でしたっけ（小竹町・総務）, （総務 山田）, （至急）: brackets at the end that hold who writes, or manners alone. */
export function withoutSignature(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findLastIndex(({ text }) => text === '(');
  const inside = pieces.slice(from + 1).filter(({ text }) => !/^[)。]+$/.test(text));
  const closed = /^\)[。]?$/.test(pieces.at(-1)?.text ?? '');
  if (from < 0 || !closed || inside.length === 0 || inside.length > 6) return clause;
  // 対象？（企画 田中）: behind a mark it stands by itself.
  if (from === 0) return isPerson(inside) || inside.every(isManner) ? { ...clause, pieces: [] } : clause;
  if (!inside.every(isManner) && !isPerson(inside) && (!inside.some(isTown) || asks(inside))) return clause;
  const named = inside.some(
    ({ mention }) => mention !== null && !['entity', 'intent'].includes(mention.meaning.is),
  );
  return named ? clause : { ...clause, pieces: pieces.slice(0, from), end: (pieces[from - 1] as Piece).end };
}

/** …は何か、以上2点をご確認ください: how many things were asked. */
export function withoutTally(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const at = pieces.findIndex(
    ({ text }, i) =>
      /^(?:以上|上記)$/.test(text) && /^の?\d(?:点|つ|件|項目)$/.test(pieces[i + 1]?.text ?? ''),
  );
  if (at < 2 || !asks(pieces.slice(0, at))) return clause;
  const end = /^[、,]$/.test(pieces[at - 1]?.text ?? '') ? at - 1 : at;
  return { ...clause, pieces: pieces.slice(0, end), end: (pieces[end - 1] as Piece).end };
}

/** 報告書の図表用に件数のみ: what the answer is for, before what is asked. */
export function withoutUse(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const use = pieces.findIndex(
    ({ text }, i) =>
      /^用(?:に|として)?$/.test(text) && (text !== '用' || /^(?:に|と)$/.test(pieces[i + 1]?.text ?? '')),
  );
  const from = pieces.slice(0, Math.max(use, 0)).findLastIndex(({ text }) => /^[、。]$/.test(text)) + 1;
  const end = use + (pieces[use]?.text === '用' ? 2 : 1);
  const said = pieces.slice(from, use);
  if (use < 1 || said.length > 8 || said.some(isMatter) || !asks(pieces.slice(end))) return clause;
  return { ...clause, pieces: [...pieces.slice(0, from), ...pieces.slice(end)] };
}

/** 老人会で話をしますので, 町内会で説明するから. */
const purpose = new RegExp(
  `^[^、。]*(?:${deed}(?:ます|ており?ます|たい(?:です)?)|${deedItself})(?:もん|もの|ん|の)?(?:で|です(?:ので|から)|ので|から)$`,
);

/** …を五つ挙げてください。老人会で話をしますので。: a sentence behind the question that tells what the answer is for. */
export function withoutPurposeBehind(clauses: readonly ClauseText[]): ClauseText[] {
  return clauses.filter(({ pieces }, at) => {
    const asked = clauses.slice(0, at).some((one) => asks(one.pieces));
    return !asked || !purpose.test(said(pieces)) || pieces.some(isMatter);
  });
}

/** A name of the plans, a column, a year or a figure. */
function isMatter({ mention }: Piece): boolean {
  return mention !== null && !['intent', 'kind'].includes(mention.meaning.is);
}

/** 至急, 念のため. */
function isManner({ mention }: Piece): boolean {
  const meaning = mention?.meaning;
  return meaning?.is === 'intent' && ['filler', 'setting', 'tell', 'greeting', 'thanks'].includes(meaning.id);
}

/** 総務 山田, 総務課・佐藤: an office and a name that no plan holds. */
function isPerson(inside: readonly Piece[]): boolean {
  const words = inside.filter(({ text }) => !/^[・、/]$/.test(text));
  const name = words.at(-1)?.token;
  const office = words.slice(0, -1);
  return (
    name?.posDetail1 === '固有名詞' &&
    office.length > 0 &&
    office.every((piece) =>
      piece.mention
        ? isManner(piece) || isNameOf(piece.mention.meaning, 'department', 'town')
        : piece.token.pos === '名詞',
    ) &&
    offices.test(textOf(office))
  );
}

const offices = new RegExp(`(?:${office}|${field}|[市町村])$`);

/** 行政評価の資料（令和3年度評価・…に向けた見直し）: brackets right behind a plan's name only retell it. */
export function withoutGloss(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findIndex(
    ({ text }, i) =>
      text === '(' &&
      (namesPlan(pieces[i - 1]) ||
        isCode(pieces.slice(i - 1, i + 3)) ||
        // …の施策（西九州軸の話が出る欄）では: how that part is known.
        /^[^()]{2,30}(?:話が(?:出|ある)|並(?:ぶ|んで)|載って|出て(?:く|い)る?)[^()]{0,4}(?:欄|ところ|所|ほう|部分|もの)?\)/.test(
          textOf(pieces.slice(i + 1, i + 24)),
        )),
  );
  if (from < 0) return clause;
  const { length, inside } = bracketAt(pieces, from);
  const binds = saysIntent(inside, 'except', 'only', 'distinct');
  if (length < 0 || from + length >= pieces.length - 1 || binds) return clause;
  return { ...clause, pieces: [...pieces.slice(0, from), ...pieces.slice(from + length + 1)] };
}

/** 一本化して出している補助金（地域総括補助金）の件: brackets hold the name of what was described before them. */
export function withNameInside(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findIndex(
    ({ text }, i) => text === '(' && isRecordName(pieces[i + 1]) && pieces[i + 2]?.text.startsWith(')'),
  );
  const begins = pieces.slice(0, Math.max(from, 0)).findLastIndex(({ text }) => /^[、。]$/.test(text)) + 1;
  const described = pieces.slice(begins, Math.max(from, 0));
  // 予算はいくらですか（…事業）: what is asked comes first, and describes nothing.
  const asked = described.some(
    (piece) =>
      isRecordName(piece) || ['attribute', 'years', 'number'].includes(piece.mention?.meaning.is ?? ''),
  );
  if (from < 0 || described.length < 4 || asked) return clause;
  const places = described.filter((piece) => isTown(piece) || namesPlan(piece));
  return {
    ...clause,
    pieces: [...pieces.slice(0, begins), ...places, pieces[from + 1] as Piece, ...pieces.slice(from + 3)],
  };
}

/** 平均額（千円）, 割合（%）: the unit behind a measure is the one it is printed in. */
export function withoutUnit(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findIndex(({ text }) => text === '(');
  const { length, inside } = bracketAt(pieces, from);
  const unit = textOf(inside);
  if (
    length < 0 ||
    !/^(?:単位[はが:：]?)?(?:千円|百万円|万円|億円|円|%|人|件|ポイント|金額|人数|件数|回数|額)$/.test(unit)
  )
    return clause;
  return { ...clause, pieces: [...pieces.slice(0, from), ...pieces.slice(from + length + 1)] };
}

/** 世界遺産のやつ2本（維持と集客）: brackets behind a count name what was counted. */
export function withoutCounted(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findIndex(({ text }, i) => text === '(' && countsThings(pieces[i - 1]));
  const { length, inside } = bracketAt(pieces, from);
  if (length < 0 || !inside.some(({ text }) => /^[と、・,]$/.test(text))) return clause;
  const before = pieces.slice(0, from - 1);
  const thing = before.at(-1);
  const named = thing && /^(?:やつ|もの|事業)$/.test(thing.text) ? before.slice(0, -1) : before;
  return { ...clause, pieces: [...named, ...inside, ...pieces.slice(from + length + 1)] };
}

/** 2本, 3事業. */
function countsThings(piece: Piece | undefined): boolean {
  const meaning = piece?.mention?.meaning;
  if (meaning?.is !== 'number' || meaning.number.ordinal || meaning.number.relation !== null) return false;
  return /^(?:つ|件|本|事業|個|指標)$/.test(meaning.number.unit ?? '');
}

/** 環境（g）: the letter or number of a part of a plan right behind its name. */
function isCode([part, , code, close]: readonly Piece[]): boolean {
  return (
    isNameOf(part?.mention?.meaning, 'policy') &&
    /^[a-z\d]{1,2}$/.test(code?.text ?? '') &&
    (close?.text.startsWith(')') ?? false)
  );
}

/** What stands inside the bracket that opens there, and how far off it closes; -1 where it does not. */
function bracketAt(pieces: readonly Piece[], from: number): { length: number; inside: readonly Piece[] } {
  const length = from < 0 ? -1 : pieces.slice(from).findIndex(({ text }) => text.startsWith(')'));
  return { length, inside: pieces.slice(from + 1, from + Math.max(length, 0)) };
}
