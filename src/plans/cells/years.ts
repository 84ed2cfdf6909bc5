// Years in headings and cells, read as in questions; what is counted from today (昨年度, 翌年度) is none here: no file knows the day.
import { readYears as readSaid, type YearSpan as Said } from '../../language/fiscal-years.ts';

/** A year or a run of years in a text. */
export interface YearSpan extends Pick<Said, 'start' | 'end' | 'years' | 'kind' | 'joined'> {
  /** 7年度: no era is printed. */
  eraless?: true;
}

/** Only how far a year may lie ahead hangs on the day. */
const anyDay = { fiscalYear: 2026, today: '2026-04-01' };

/** The years of a text, left to right; offsets are those of the text after NFKC and lower case. */
export function readYears(text: string): YearSpan[] {
  // Sign by sign, so that every place stays where it is.
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〜∼∿〰～]/g, '~')
    .replace(/[‐‑‒–—―⁃−─━]/g, '-');
  // A text without a figure holds no year; files have millions of them.
  if (!/[\d元〇一二三四五六七八九十]/.test(plain)) return [];
  return readSaid(plain, anyDay)
    .spans.filter(({ relative, relativeTo }) => !relative && !relativeTo)
    .map(({ start, end, years, kind, joined, text: said }) => ({
      start,
      end,
      years,
      kind,
      ...(joined ? { joined } : {}),
      ...(/^(?:\d{1,2}(?!\d)|元)/.test(said) ? { eraless: true as const } : {}),
    }));
}

/** A cell of a year column: 2024, R6, 令和6年度, and a bare 7 as 令和7; null for anything else. */
export function readYearCell(text: string): { fy: number; eraless: boolean } | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(?:19|20)\d{2}$/.test(plain)) return { fy: Number(plain), eraless: false };
  const spans = readYears(/^\d{1,2}$/.test(plain) ? `${plain}年度` : plain);
  const [span] = spans;
  if (spans.length !== 1 || !span || span.years.length !== 1 || span.start !== 0) return null;
  const rest = plain.slice(span.end);
  return /^(?:度|末|時点|現在|予算|決算|実績|\(.*\))*$/.test(rest)
    ? { fy: span.years[0] ?? 0, eraless: span.eraless === true }
    : null;
}
