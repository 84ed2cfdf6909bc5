// One text alone: looked up, then by its form, then without what stands in brackets behind it.
import type { MoneyKind } from '../../read-plan.ts';
import { type Headings, plainHeading } from '../headings.ts';
import { byForm } from './form.ts';
import { lookUp, partOf } from './look-up.ts';
import type { Meant } from './meaning.ts';

/** One text looked up, with and without what stands in brackets behind it. */
export function single(printed: string, vocabulary: Headings): Meant {
  // 本市の実績 beside 全国平均.
  const text = printed.replace(/^(?:本|当)(?:市|町|村|県|区)の?(?=.)/, '');
  const exact = lookUp(text.replace(/\.$/, ''), vocabulary);
  if (exact.meaning !== 'attribute') return exact;
  // 目標値1, 実績値②: the figure of the first, the second indicator.
  const numbered = /^(.{2,})(\d|[ア-ン])$/.exec(text);
  const part = numbered ? partOf(numbered[1] ?? '', vocabulary) : null;
  if (numbered && part !== null && part !== 'kpi-name' && part !== 'kpi-value')
    return { meaning: part, indicator: { group: '', ordinal: numbered[2] ?? '' } };
  const formed = byForm(text, vocabulary) ?? ofOneYear(text, vocabulary);
  if (formed) return formed;
  const bracket = /^(.+?)\((.+)\)$/.exec(text);
  if (!bracket) return exact;
  const [, before = '', inside = ''] = bracket;
  // 計(歳出予算現額合計): the brackets say what is totalled.
  if (vocabulary.has(vocabulary.words.totals, before)) {
    const inner = lookUp(inside, vocabulary);
    return inner.meaning === 'money' ? { ...inner, total: true } : { meaning: 'attribute' };
  }
  const outer = lookUp(before, vocabulary);
  // 所属(部) beside 所属(課): the brackets say which of the offices.
  const office = vocabulary.words.departmentParts.findIndex((list) => vocabulary.has(list, inside));
  if (outer.meaning === 'department' && office >= 0) return { meaning: 'department', departmentPart: office };
  if (outer.meaning === 'money') {
    // 事業費(決算) says which; 事業費(うち国費) is another amount.
    const kind = Object.entries(vocabulary.words.kindWords).find(([, list]) =>
      list.some((word) => inside.replace('最終年', '').includes(plainHeading(word))),
    )?.[0];
    if (kind !== undefined) return { meaning: 'money', money: kind as MoneyKind };
    return /^(?:案|税込|円単位)$/.test(inside) ? outer : { meaning: 'attribute' };
  }
  // 基準値(基準年), 目標値(最終年度): the brackets say of which time it is.
  if (
    ['baseline', 'current', 'target', 'actual'].includes(outer.meaning) &&
    /^(?:基準|策定|目標|計画|最終|中間|現状|直近|実績)?(?:年度?|年次|時点?|末)$/.test(inside)
  )
    return outer;
  // 現状(実績): what it came to.
  if (['baseline', 'current'].includes(outer.meaning) && /^(?:実績値?|値)$/.test(inside)) return outer;
  // 指標値(目標値): the brackets say which of its figures.
  if (outer.meaning === 'amount' || /^(?:指標|kpi)の?(?:数値|値)?$/.test(before)) {
    const inner = lookUp(inside, vocabulary).meaning;
    if (['baseline', 'current', 'target', 'actual', 'rate'].includes(inner)) return { meaning: inner };
  }
  return ['project', 'department', 'summary', 'kpi-name', 'policy', 'number', 'personal'].includes(
    outer.meaning,
  )
    ? outer
    : { meaning: 'attribute' };
}

/** 年度事業費, 各年度予算額: the amount of the year that the row is of. */
function ofOneYear(text: string, vocabulary: Headings): Meant | null {
  const rest = /^(?:各|単|当該?|該当)?年度(?:ごと|毎|別)?の?(.{2,})$/.exec(text)?.[1];
  if (rest === undefined) return null;
  const meant = lookUp(rest, vocabulary);
  return meant.meaning === 'money' ? meant : null;
}

/** Whether the text is more than a name of its own. */
export function isKnown(text: string, vocabulary: Headings): boolean {
  return text !== '' && single(text, vocabulary).meaning !== 'attribute';
}
