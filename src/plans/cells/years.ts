// Years in headings and cells: 令和7年度, R6, H30, 2025年度, R6.3月末 (fiscal year 2023), R3〜R7 as a range.
// A stand-in with the shape of the language folder's reader (start, end, years, kind, joined), to be replaced by it.

/** A year or a run of years in a text. */
export interface YearSpan {
  start: number;
  end: number;
  /** Western fiscal years, ascending; all years of a range. */
  years: number[];
  kind: 'fiscal' | 'calendar' | 'day';
  joined?: 'range' | 'list';
  /** 7年度: no era is printed. */
  eraless?: true;
}

const eras: Record<string, number> = {
  令和: 2018,
  令: 2018,
  r: 2018,
  平成: 1988,
  平: 1988,
  h: 1988,
  昭和: 1925,
  昭: 1925,
  s: 1925,
};

const one = new RegExp(
  "(?:(令和|平成|昭和|(?<![一-龠])[令平昭](?=[元\\d])|(?<![a-z0-9])[rhs][.']?(?=元|\\d))(元|\\d{1,2})(?!\\d)" +
    '|(?<![\\d.,])((?:19|20)\\d{2})(?![\\d,])' +
    '|(?<![\\d.,第])(\\d{1,2})(?=年度))' +
    '(?:(年度|年(?!間|目|代|生|齢|次|前|後|半))?(末)?(?:[./年]?(1[0-2]|0?[1-9])(?:月末?|[./](?:3[01]|[12]\\d|0?[1-9])日?|(?=末|時点|現在))(?:(?:3[01]|[12]\\d|0?[1-9])日)?)?)',
  'g',
);

/** The years of a text, left to right; offsets are those of the text after NFKC and lower case. */
export function readYears(text: string): YearSpan[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const spans: YearSpan[] = [];
  for (const match of plain.matchAll(one)) {
    const [whole, era, number = '', western, bare, fiscal, , month] = match;
    const year = western
      ? Number(western)
      : (eras[(era ?? '令和').replace(/[.']/, '')] ?? 0) + (number === '元' ? 1 : Number(bare ?? number));
    // S3, H5 and R2 are fine; a western number with nothing beside it may be an amount, the caller knows.
    if (year < 1950 || year > 2100) continue;
    const inYear = month !== undefined;
    const fy = inYear && Number(month) < 4 ? year - 1 : year;
    spans.push({
      start: match.index,
      end: match.index + whole.length,
      years: [fy],
      kind: inYear ? 'day' : fiscal === '年' ? 'calendar' : 'fiscal',
      ...(bare === undefined ? {} : { eraless: true as const }),
    });
  }
  return joined(plain, spans);
}

/** R3〜R7 and R3からR7 are one span; 令和3~7年度 takes the era of its begin. */
function joined(text: string, spans: readonly YearSpan[]): YearSpan[] {
  const found: YearSpan[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const between = last ? text.slice(last.end, span.start) : '';
    if (last && /^(?:年度?)?\s?(?:[~〜～\-–—ー]|から)\s?$/.test(between) && last.joined === undefined) {
      const [from = 0, to = 0] = [last.years[0], span.years[0]];
      if (from < to && to - from < 40) {
        found[found.length - 1] = { ...last, end: span.end, years: run(from, to), joined: 'range' };
        continue;
      }
    }
    found.push(span);
  }
  return found.map((span) => {
    if (span.joined || span.kind === 'day') return span;
    const tail = /^\s?[~〜～\-–—]\s?(\d{1,2})(?:年度?|(?=[)\s]|$))/.exec(text.slice(span.end));
    const [from = 0] = span.years;
    const to = tail ? offsetOf(from) + Number(tail[1]) : 0;
    if (!tail || to <= from || to - from >= 40) return span;
    return { ...span, end: span.end + tail[0].length, years: run(from, to), joined: 'range' as const };
  });
}

/** 2023 → 2018, the year before 令和元年. */
function offsetOf(year: number): number {
  return year >= 2019 ? 2018 : year >= 1989 ? 1988 : 1925;
}

function run(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A cell of a year column: 2024, R6, 令和6年度, and a bare 7 as 令和7; null for anything else. */
export function readYearCell(text: string): { fy: number; eraless: boolean } | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{1,2}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= 40)
    return { fy: 2018 + Number(plain), eraless: true };
  const spans = readYears(plain);
  const [span] = spans;
  if (spans.length !== 1 || !span || span.years.length !== 1 || span.start !== 0) return null;
  const rest = plain.slice(span.end);
  return /^(?:度|末|時点|現在|予算|決算|実績|\(.*\))*$/.test(rest)
    ? { fy: span.years[0] ?? 0, eraless: span.eraless === true }
    : null;
}
