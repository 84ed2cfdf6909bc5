// Years of a text: 令和8年度, R6~R8, 昨年度, R7.4.1時点. A year-like word that is not understood is handed back as unread.
import { dayAt } from './fiscal-years/day.ts';
import { joinYears } from './fiscal-years/join-years.ts';
import { namedYear } from './fiscal-years/named-year.ts';
import { relativeYear } from './fiscal-years/relative-year.ts';
import type { YearContext, YearMention, YearSpan } from './fiscal-years/year-span.ts';
import { withTail } from './fiscal-years/year-tail.ts';

export type { YearContext, YearSpan } from './fiscal-years/year-span.ts';

/** A place in a text. */
export interface UnreadYear {
  start: number;
  end: number;
  text: string;
}

/** Where a year may begin; everything else is passed over. */
const beginning =
  /[\d令平昭大明れへしrhs'f元〇一二三四五六七八九十さいお再ら来昨去き今本当現こほ前まひ翌次つ同そ直過最向年上下先数何幾]/g;

/**
 * The years of a normalised text, left to right. Of a bare 5年度 the era is 令和; 26年度 is 2026; 44年度 and 28年度
 * (平成28 or 2028) are unread. 今後3年 begins with the current fiscal year, 過去3年 ends with it.
 * Not read: 年度 without a year (毎年度, 初年度, 最終年度), durations (5年間), 4月 and 令和の時代.
 */
export function readYears(text: string, context: YearContext): { spans: YearSpan[]; unread: UnreadYear[] } {
  const found: YearMention[] = [];
  let from = 0;
  for (const { index } of text.matchAll(beginning)) {
    if (index < from) continue;
    const mention =
      dayAt(text, index, context) ?? namedYear(text, index, context) ?? relativeYear(text, index, context);
    if (!mention) continue;
    found.push(mention);
    from = mention.end;
  }
  const mentions = joinYears(text, found, context).map((mention) => withTail(text, mention));
  const spans: YearSpan[] = [];
  const unread: UnreadYear[] = [];
  let last = 0;
  for (const mention of mentions) {
    const { start, end } = mention;
    // 上半期 of 令和7年度上半期 went with its year.
    if (start < last) continue;
    last = end;
    const shown = { ...mention, text: text.slice(start, end) };
    if (mention.years.length === 0) unread.push({ start, end, text: shown.text });
    else spans.push(shown.relativeTo ? { ...shown, years: fromSaid(shown, spans) } : shown);
  }
  return { spans, unread };
}

/** R7は前年より…: 前年 is 2024, the year before the one said. */
function fromSaid(span: YearSpan, before: readonly YearSpan[]): number[] {
  const said = before.findLast((one) => !one.relativeTo)?.years.at(-1);
  return said === undefined ? span.years : [said + (span.offset ?? 0)];
}
