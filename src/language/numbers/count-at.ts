// One amount at a place: sign, numeral and unit, or null where the numeral is part of a word.
import { type Numeral, numeralAt } from './numerals.ts';
import { inOwnUnit, stepOf, withHalf } from './own-unit.ts';
import { relationAt } from './relations.ts';
import { openUnitAt, type Unit, unitAt, wordAt } from './units.ts';

/** An amount without the words about it. */
export interface Count {
  start: number;
  end: number;
  value: number;
  unit: string | null;
  yen?: number;
  /** The scale written before the unit where it is one: 12.5万人 → 10000. */
  scale?: number;
  /** Nothing but figures: neither unit nor scale. */
  bare: boolean;
  /** How much 台 would span: 10 of 90%, 1 of 85%. */
  step: number;
}

const sign = /[▲△]|マイナス|プラス|[+-]/y;
/** A word that begins with a numeral and a unit: 一円 (all of a region), 一人暮らし, 六本松, 千円札. */
const word =
  /一円|一人(?:暮|親|一|前|っ子|当|あた|ひとり|で|身|者|称)|一本(?!の|を|以|あ|だ|し|も|に|で|$)|二人三脚|十人十色|百人一首|百名山|一年(?:生|中|草)|[六八三]本(?:松|木)|千本桜|百円(?:ショップ|均一|玉)|千円札|万円札|一回り|一社一|一件落着|一校一|五本指|七五三|八百(?:屋|長)|一位置|一部|一時(?!間)|十年一日|千人針|一年一年/y;
/** Where the numeral is the second half of a word: 統一事業, 第三者, 数十件, 何百人. */
const openCount = /[第数何幾]/;
const endsInOne = /[統唯単均同画随純逐専]/;
const perOne = /(?:当たり|あたり|当り|につき|ごと)/y;
const zero = /ゼロ(?!カーボン|エミ|メート|ベース|歳|コロナ|サム|から|に?近|[ァ-ヺー])/y;
const ownCounters: [RegExp, number, string][] = (
  [
    ['ひとつ', 1, 'つ'],
    ['ふたつ', 2, 'つ'],
    ['みっつ', 3, 'つ'],
    ['よっつ', 4, 'つ'],
    ['いつつ', 5, 'つ'],
    ['むっつ', 6, 'つ'],
    ['ななつ', 7, 'つ'],
    ['やっつ', 8, 'つ'],
    ['ここのつ', 9, 'つ'],
    ['ひとり(?!親|暮|当|あた|ひとり|で)', 1, '人'],
    ['ふたり', 2, '人'],
  ] as const
).map(([form, value, unit]) => [
  new RegExp(
    `(?<!一人)(?<![ぁ-ん](?<![のがはをにでともう]))${form}(?=$|[^ぁ-ん]|[のがはをにでともだずかあ以])(?!と(?:して|も))`,
    'y',
  ),
  value,
  unit,
]);

/** The amount that begins at `at`. */
export function countAt(text: string, at: number): Count | null {
  const here = (form: RegExp, place: number) => {
    form.lastIndex = place;
    return form.exec(text)?.[0];
  };
  for (const [form, value, unit] of ownCounters) {
    const shown = here(form, at);
    if (shown !== undefined && !/^目/.test(text.slice(at + shown.length)))
      return { start: at, end: at + shown.length, value, unit, bare: false, step: 1 };
  }
  const nothing = here(zero, at);
  if (nothing !== undefined) return zeroAt(text, at, at + nothing.length);
  const signed = here(sign, at);
  if (signed === '-' && /[a-z0-9)ァ-ヺー]/.test(text[at - 1] ?? '')) return null;
  const from = at + (signed?.length ?? 0);
  const yenMark = text[from] === '¥' || text[from] === '\\';
  const numeral = numeralAt(text, yenMark ? from + 1 : from);
  if (!numeral || !Number.isSafeInteger(Math.trunc(numeral.value))) return null;
  // .5 is no 5.
  if (numeral.arabic && text[from - 1] === '.') return null;
  if (!numeral.arabic) {
    const before = text[from - 1] ?? '';
    if (
      (openCount.test(before) && !/^位/.test(text.slice(numeral.end))) ||
      (text[from] === '一' && endsInOne.test(before))
    )
      return null;
    if (here(word, from) !== undefined) return null;
  }
  const unit = unitBehind(text, numeral);
  const end = unit?.end ?? numeral.end;
  if (isName(text, from, numeral.end)) return null;
  if (unit === null && /^\d+$/.test(text.slice(from, end)) && wordAt(text, end)) return null;
  if (here(perOne, end) !== undefined && numeral.value === 1) return null;
  if (!numeral.arabic && !isSpokenAmount(text, numeral, unit)) return null;
  const factor = /^(?:▲|△|-|マイナス)$/.test(signed ?? '') ? -1 : 1;
  const count: Count = {
    start: at,
    end,
    value: factor * numeral.value,
    unit: yenMark ? '円' : (unit?.unit ?? null),
    bare: unit === null && numeral.parts === 1 && !yenMark,
    step: stepOf(numeral.value),
  };
  return withHalf(text, inOwnUnit(text, count, numeral.simple, factor));
}

/** 東京2020, 2030アジェンダ, 2025万博: four figures of a year are an amount only with a unit or a bound. */
function isName(text: string, start: number, end: number): boolean {
  if (!/^(?:19[5-9]|20)\d{1,2}$/.test(text.slice(start, end)) || end - start !== 4) return false;
  return (
    unitAt(text, end, 'arabic') === null &&
    relationAt(text, end).end === end &&
    !/^ [人件円%]/.test(text.slice(end))
  );
}

function zeroAt(text: string, start: number, end: number): Count | null {
  const unit = unitAt(text, end, 'arabic');
  if (!unit && !/^(?:$|[のだではがかも?、。 以をに」])/.test(text.slice(end))) return null;
  const yen = unit?.unit === '円' ? { yen: 0 } : {};
  return { start, end: unit?.end ?? end, value: 0, unit: unit?.unit ?? null, bare: false, step: 1, ...yen };
}

/** A blank may stand between figures and a unit: 34,507 千円. */
function unitBehind(text: string, { end: at, arabic, simple }: Numeral): Unit | null {
  const kind = arabic ? 'arabic' : 'kanji';
  const direct = unitAt(text, at, kind) ?? (arabic ? openUnitAt(text, at) : null);
  if (direct || !arabic || (simple?.marks ?? '') !== '') return direct;
  // 1,837,000(千円)
  const bracketed = /\(((?:千|万|百万|億)?円|%|人|件|回)\)/y;
  bracketed.lastIndex = at;
  const [whole, inside] = bracketed.exec(text) ?? [];
  if (whole !== undefined && inside !== undefined) return { unit: inside, end: at + whole.length };
  if (text[at] !== ' ') return null;
  const scaled = /(千|万|百万|億|兆)円/y;
  scaled.lastIndex = at + 1;
  const money = scaled.exec(text)?.[0];
  if (money !== undefined) return { unit: money, end: at + 1 + money.length };
  const apart = unitAt(text, at + 1, kind);
  return apart && /^(?:%|円|人|件|回|団体|か所|ポイント)/.test(apart.unit) ? apart : null;
}

/** A numeral in kanji counts with a unit, or when several make up a large number: 三千五百万, not 一 and not 万一. */
function isSpokenAmount(text: string, numeral: Numeral, unit: Unit | null) {
  if (numeral.bareScale && unit?.unit === '円' && numeral.value >= 1000)
    // 千円単位で, 百万円に直すと: the unit itself, no amount, unless it is bounded.
    return /^(?:以|未満|超|を(?:超|切|割|上回|下回)|より)/.test(text.slice(unit.end));
  // 百年公園 is a name.
  if (unit?.unit === '年' && /^\p{Script=Han}(?<![間以未超後前目半])/u.test(text.slice(unit.end)))
    return false;
  if (unit) return true;
  const rest = text.slice(numeral.end);
  return (
    numeral.scaled &&
    numeral.value >= 10 &&
    !numeral.bareScale &&
    !/^[\p{Script=Han}ァ-ヺーa-z](?<![以未超])/u.test(rest)
  );
}
