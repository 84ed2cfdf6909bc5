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

/** The date that begins at `at`; no years when there is no such day. */
export function dayAt(text: string, at: number, context: YearContext): YearMention | null {
  const now = context.fiscalYear;
  const exec = (form: RegExp) => {
    form.lastIndex = at;
    return form.exec(text);
  };
  const mention = (
    whole: string,
    western: number | null,
    month: number | null,
    day?: number | null,
  ): YearMention => {
    const date = western === null || month === null ? null : isoDay(western, month, day ?? undefined);
    const span: YearMention = { start: at, end: at + whole.length, years: [], kind: 'day' };
    return date === null ? span : { ...span, years: [fiscalYearOf(date)], day: date };
  };
  const western = (era: string | undefined, written: string | undefined, full: string | undefined) => {
    if (full) return isWesternYear(Number(full)) ? Number(full) : null;
    return eraYear((era ?? '').replace(/[.']/, ''), written ?? '', now);
  };
  const words = exec(spelled);
  if (words) {
    const [whole, era, written, full, month = '', day] = words;
    return mention(whole, western(era, written, full), yearNumber(month), day ? yearNumber(day) : undefined);
  }
  const bare = exec(spelledBare);
  if (bare) {
    const [whole, , written = '', , month = '', day] = bare;
    return mention(whole, bareYear(written, now), yearNumber(month), day ? yearNumber(day) : undefined);
  }
  const digits = exec(marked);
  if (digits) {
    const [whole, era, written, full, , month, day] = digits;
    return mention(whole, western(era, written, full), Number(month), Number(day));
  }
  const months = exec(markedMonth);
  if (months) {
    const [whole, , , full, month, dashed, era, written, eraMonth] = months;
    // 2,022.4件 has its comma, 1990.5人 its unit: only years that may be asked about count.
    if (full && !isWesternYear(Number(full))) return null;
    if (/^[ ]?(?:%|人|件|円|千|万|億|回|倍|ポイント)/.test(text.slice(at + whole.length))) return null;
    return mention(whole, western(era, written, full), Number(month ?? dashed ?? eraMonth));
  }
  const near = exec(ofThisYear);
  if (near) {
    const month = Number(near[1]);
    return { ...mention(near[0], month < 4 ? now + 1 : now, month, Number(near[2])), relative: true };
  }
  const ownMonth = exec(monthOfThisYear);
  if (ownMonth) {
    const month = Number(ownMonth[1]);
    return { ...mention(ownMonth[0], month < 4 ? now + 1 : now, month), relative: true };
  }
  const calendar = exec(ofCalendarYear);
  if (calendar) {
    const [whole, word = '', month, day] = calendar;
    const year = Number(context.today.slice(0, 4)) + (yearsAway[word] ?? 0);
    return { ...mention(whole, year, Number(month), day ? Number(day) : undefined), relative: true };
  }
  return null;
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
