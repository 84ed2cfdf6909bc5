// Fiscal years and spans of them: R8, 令和元年度, 2026年度, FY2026, H30, 今年度, R6からR7.
import { type Finding, findAll, type Parser } from '../finding.ts';

const eras: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925 };
const relative: [RegExp, number][] = [
  [/再来年度?/, 2],
  [/一昨年度?|おととし/, -2],
  [/来年度?|翌年度/, 1],
  [/昨年度?|去年度?|前年度/, -1],
  [/今年度?|本年度|当年度/, 0],
];

const single =
  /(?<![a-z0-9])(?:(令和|平成|昭和|r|h)\.?\s?(元|\d{1,2})(?![\d.%a-z])|(?:fy\s?)?((?:19|20)\d{2})(?![\d,.]))\s?(年度|年(?!間|目|以|代))?(?:の時点|時点|末)?|(?<![\d.a-z])(\d{1,2})年度|(再来年度?|一昨年度?|おととし|来年度?|翌年度|昨年度?|去年度?|前年度(?!比)|今年度?|本年度|当年度)/g;

function read(match: RegExpExecArray, now: number): { year: number; calendar: boolean } | null {
  const [, era, number, western, unit, bare, word] = match;
  if (word !== undefined) {
    const shift = relative.find(([pattern]) => pattern.test(word))?.[1] ?? 0;
    return { year: now + shift, calendar: false };
  }
  if (bare !== undefined) return { year: 2018 + Number(bare), calendar: false };
  const calendar = unit === '年';
  // 2026 alone may be an amount: only with 年度, 年 or FY it is a year.
  if (western !== undefined) {
    return unit || /^fy/.test(match[0]) ? { year: Number(western), calendar } : null;
  }
  const start = eras[era ?? ''];
  if (start === undefined) return null;
  const count = number === '元' ? 1 : Number(number);
  return count > 0 ? { year: start + count, calendar } : null;
}

/** One finding a year; two years joined by から, ~ or と become one finding with both. */
export const parseFiscalYears: Parser = (text, { fiscalYear }) => {
  const found = findAll(text, single, (match) => {
    const year = read(match, fiscalYear);
    return year ? { is: 'years', years: [year.year], span: false, calendar: year.calendar } : null;
  });
  const joined: Finding[] = [];
  for (const finding of [...found]) {
    const before = joined.at(-1);
    const between = before ? text.slice(before.at + before.text.length, finding.at) : '';
    if (
      before?.meaning.is === 'years' &&
      finding.meaning.is === 'years' &&
      /^\s?(から|~|-|→|と|、|,|・|\/|および|及び|と比べて|に比べて)\s?$/.test(between)
    ) {
      const span = /から|~|-|→|比べ/.test(between);
      before.meaning.years.push(...finding.meaning.years);
      before.meaning.span ||= span;
      before.meaning.calendar &&= finding.meaning.calendar;
      before.text = text.slice(before.at, finding.at + finding.text.length);
    } else {
      joined.push(finding);
    }
  }
  for (const finding of joined) {
    // 令和6・7年度, R6・7: the second figure belongs to the same era.
    const end = finding.at + finding.text.length;
    const more = /^\s?[・、,~/]\s?r?(\d{1,2})(年度|(?![\d年月日件人%]))/.exec(text.slice(end));
    if (more && finding.meaning.is === 'years' && finding.meaning.years.length === 1) {
      const first = finding.meaning.years[0] ?? 0;
      const next = (first >= 2019 ? 2018 : 1988) + Number(more[1]);
      if (next > first && next - first < 6) {
        finding.meaning.years.push(next);
        finding.text += more[0];
      }
    }
  }
  return joined;
};
