// Figures and years as Japanese text: 令和8年度, 34,507千円, 400人.
import type { Source } from '../data/schemas/source.ts';

// Made once: a format made for each figure takes 30 µs, and lists have thousands.
const twoDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const oneDigit = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 2026 → 令和8年度 */
export function fiscalYearName(fy: number): string {
  if (fy >= 2019) return `令和${fy === 2019 ? '元' : fy - 2018}年度`;
  if (fy >= 1989) return `平成${fy === 1989 ? '元' : fy - 1988}年度`;
  return `昭和${fy - 1925}年度`;
}

/** 1234567.5 → 1,234,567.5; rounded to at most two decimals so that 88.4 − 85.5 is 2.9. */
export function figure(value: number): string {
  return twoDigits.format(Math.round(value * 100) / 100);
}

/** 34507 → 34,507千円 */
export function thousandYen(value: number): string {
  return `${figure(value)}千円`;
}

/** 49243.4 → 49,243.4%; one decimal, as the documents print rates. */
export function percent(value: number): string {
  return `${oneDigit.format(value)}%`;
}

/** A value as printed with its year: `400人（令和8年度）`; the year is added where the cell does not say it. */
export function valueWithYear(value: { text: string; fy: number | null; every?: true | undefined }): string {
  // 62%（R6年度）, 450人（R3～R5年）, 6回/年（令和8年度～12年度） tell their year themselves; R5年度比減 does not.
  if (/毎年/.test(value.text) || (value.fy !== null && saysYear(value.text, value.fy))) return value.text;
  if (value.every) return `${value.text}（毎年度）`;
  return value.fy === null
    ? `${value.text}（年度の記載なし）`
    : `${value.text}（${fiscalYearName(value.fy)}）`;
}

function saysYear(text: string, fy: number): boolean {
  const count = fy >= 2019 ? fy - 2018 : fy - 1988;
  return (
    new RegExp(`(?:令和|平成|[RH]|[～~])${count}年度?(?!度?比)`).test(text) ||
    (fy === 2019 && /令和元年|R1年/.test(text))
  );
}

/** True for a cell that only says that there is nothing: `—`, `-`. */
export function isDash(text: string): boolean {
  return /^[-—―ー–−\s]*$/.test(text);
}

/** Where it stands: `文書002 No. 11`, `文書003 パッケージ3のKPI`. */
export function sourceName(source: Source): string {
  return `文書${source.document} ${placeName(source.place)}`;
}

/** Places are kept in short English forms; these are their Japanese ones, the first that fits counts. */
const placeForms: readonly [RegExp, string][] = [
  [/^card: (.+)$/, '事業カード「$1」'],
  [/^list: (.+)$/, '一覧 $1'],
  [/^overview: package (.+)$/, '全体概要 パッケージ$1'],
  [/^package (\d+) KPI$/, 'パッケージ$1のKPI'],
  [/^package (\d+) \((\d+)\)$/, 'パッケージ$1（$2）'],
  [/^package (\d+) ?(.*)$/, 'パッケージ$1$2'],
  [/^goal (.+)$/, '基本目標$1'],
  [/^direction (.+)$/, '基本的方向$1'],
  [/^vision (.+)$/, 'ビジョン$1'],
];

/** `card: 水道技術研修の実施` → 事業カード「水道技術研修の実施」; a place of another form stays as it is. */
export function placeName(place: string): string {
  const form = placeForms.find(([pattern]) => pattern.test(place));
  return form ? place.replace(form[0], form[1]) : place;
}

/** ['a', 'b'] → 「a」「b」 */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('');
}
