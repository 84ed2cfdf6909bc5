// 令和6年度（2024年度）, 2024年度(R6): a bracket that holds the year before it once more says nothing.
import { readYears } from '../language/fiscal-years.ts';

/** The text without brackets that only retell a year. */
export function withoutYearsTwice(text: string, today: { fiscalYear: number; today: string }): string {
  if (!/\d ?(?:年度?)?\([^()]{2,10}\)/.test(text)) return text;
  const { spans } = readYears(text, today);
  return spans.reduceRight((read, span, at) => {
    const before = spans[at - 1];
    const retold =
      before !== undefined &&
      text.slice(before.end, span.start) === '(' &&
      text.charAt(span.end) === ')' &&
      before.years.join() === span.years.join();
    return retold ? read.slice(0, before.end) + read.slice(span.end + 1) : read;
  }, text);
}
