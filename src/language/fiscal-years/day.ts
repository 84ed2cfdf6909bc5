// Months and days: 令和5年3月31日, R7.4.1, 2022/4/1, 2022-04, 4.1時点 — each with the fiscal year that holds it.
import { bareYear, eraYear, isWesternYear, yearNumber } from './eras.ts';
import type { YearContext, YearMention } from './year-span.ts';

const number = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const year =
  "(?:(令和|平成|昭和|れいわ|へいせい|しょうわ|(?<!\\p{Script=Han})[令平昭]|(?<![a-z0-9&])[rhs][.']?) ?(元|\\d{1,2}|[〇一二三四五六七八九十]{1,3})|(?<![\\d.,])(\\d{4}))";
const bareNumber = '(?<![\\d.,a-z])()(\\d{1,2})()';

const spelled = new RegExp(`${year} ?年 ?${number} ?月(?: ?${number} ?日)?`, 'yu');
/** 7年4月 without an era, as in tables. */
const spelledBare = new RegExp(`${bareNumber}年 ?${number}月(?: ?${number}日)?`, 'yu');
const marked = new RegExp(`${year}([./-])(\\d{1,2})\\4(\\d{1,2})(?![\\d.%])`, 'yu');
/** 2022/4, 2022-04, R7.4, R7.4月; R4/5 is two years and R4-5 a range, 2022.4 a day only with 時点. */
const markedMonth =
  /(?:(?<![\d.,])()()(\d{4})(?:(?:\/|\.(?=\d{1,2}(?:時点|現在)))(1[0-2]|0?[1-9])|-(0[1-9]|1[0-2]))|(?<![a-z0-9&])([rh])(\d{1,2})\.(1[0-2]|0?[1-9]))(?![\d.,/%-])月?(?!間)/y;
const ofThisYear =
  /(?<![\d.,/-])(1[0-2]|0?[1-9])(?:[./]|月)(3[01]|[12]\d|0?[1-9])日?(?= ?の?(?:時点|現在|付))/y;

/** 12月末時点 */
const monthOfThisYear = /(?<![\d.,/-])(1[0-2]|0?[1-9])月(?=末?の?(?:時点|現在))/y;
/** 去年の3月 */
const ofCalendarYear =
  /(一昨年|おととし|昨年|去年|今年|ことし|本年|来年|再来年)の?(1[0-2]|[1-9])月(?:(3[01]|[12]\d|[1-9])日)?/y;
const yearsAway: Record<string, number> = {
  一昨年: -2,
  おととし: -2,
  昨年: -1,
  去年: -1,
  来年: 1,
  再来年: 2,
};

/** Where a date may begin. */
interface Spot {
  text: string;
  at: number;
  context: YearContext;
}

/** The date that begins at `at`; no years when there is no such day. */
export function dayAt(text: string, at: number, context: YearContext): YearMention | null {
  const spot = { text, at, context };
  return spelledDay(spot) ?? markedDay(spot) ?? markedMonthOf(spot) ?? dayFromToday(spot);
}

/** 令和5年3月31日, 7年4月 */
function spelledDay(spot: Spot): YearMention | null {
  const now = spot.context.fiscalYear;
  const words = begins(spelled, spot);
  if (words) {
    const [whole, era, written, full, month = '', day] = words;
    const date = { year: western({ era, written, full }, now), month: yearNumber(month) };
    return mention(spot, whole, { ...date, day: day ? yearNumber(day) : undefined });
  }
  const bare = begins(spelledBare, spot);
  if (!bare) return null;
  const [whole, , written = '', , month = '', day] = bare;
  const date = { year: bareYear(written, now), month: yearNumber(month) };
  return mention(spot, whole, { ...date, day: day ? yearNumber(day) : undefined });
}

/** R7.4.1, 2022/4/1 */
function markedDay(spot: Spot): YearMention | null {
  const digits = begins(marked, spot);
  if (!digits) return null;
  const [whole, era, written, full, , month, day] = digits;
  const year = western({ era, written, full }, spot.context.fiscalYear);
  return mention(spot, whole, { year, month: Number(month), day: Number(day) });
}

/** 2022-04, R7.4 */
function markedMonthOf(spot: Spot): YearMention | null {
  const months = begins(markedMonth, spot);
  if (!months) return null;
  const [whole, , , full, month, dashed, era, written, eraMonth] = months;
  // 2,022.4件 has its comma, 1990.5人 its unit: only years that may be asked about count.
  if (full && !isWesternYear(Number(full))) return null;
  if (/^[ ]?(?:%|人|件|円|千|万|億|回|倍|ポイント)/.test(spot.text.slice(spot.at + whole.length)))
    return null;
  const year = western({ era, written, full }, spot.context.fiscalYear);
  return mention(spot, whole, { year, month: Number(month ?? dashed ?? eraMonth) });
}

/** 4.1時点, 12月末時点, 去年の3月 */
function dayFromToday(spot: Spot): YearMention | null {
  const { fiscalYear, today } = spot.context;
  const near = begins(ofThisYear, spot) ?? begins(monthOfThisYear, spot);
  if (near) {
    const [whole, written, day] = near;
    const month = Number(written);
    const year = month < 4 ? fiscalYear + 1 : fiscalYear;
    return { ...mention(spot, whole, { year, month, day: day ? Number(day) : undefined }), relative: true };
  }
  const calendar = begins(ofCalendarYear, spot);
  if (!calendar) return null;
  const [whole, word = '', month, day] = calendar;
  const year = Number(today.slice(0, 4)) + (yearsAway[word] ?? 0);
  const date = { year, month: Number(month), day: day ? Number(day) : undefined };
  return { ...mention(spot, whole, date), relative: true };
}

function begins(form: RegExp, { text, at }: Spot): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

function mention(
  { at }: Spot,
  whole: string,
  { year, month, day }: { year: number | null; month: number | null; day?: number | null | undefined },
): YearMention {
  const date = year === null || month === null ? null : isoDay(year, month, day ?? undefined);
  const span: YearMention = { start: at, end: at + whole.length, years: [], kind: 'day' };
  return date === null ? span : { ...span, years: [fiscalYearOf(date)], day: date };
}

/** The year as an era and a number, or in four digits. */
function western(
  { era, written, full }: Record<'era' | 'written' | 'full', string | undefined>,
  now: number,
): number | null {
  if (full) return isWesternYear(Number(full)) ? Number(full) : null;
  return eraYear((era ?? '').replace(/[.']/, ''), written ?? '', now);
}

/** 2023-03-31 → 2022 */
function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) < 4 ? year - 1 : year;
}

/** YYYY-MM or YYYY-MM-DD; null for 13月 and 2月30日. */
function isoDay(year: number, month: number, day: number | undefined): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${year}-${two(month)}-${two(day)}` : null;
}
