// One heading read: what the column holds, of which year, in which unit. 令和６年度予算額（千円） → money, 2024, 千円.
import type { MoneyKind } from '../read-plan.ts';
import { meaningOf } from './heading/column.ts';
import type { Meaning } from './heading/meaning.ts';
import { readSegment, type Segment } from './heading/segment.ts';
import type { Headings } from './headings.ts';

/** A heading taken apart. */
export interface Heading {
  /** As printed, the rows joined by a blank, without line breaks. */
  label: string;
  meaning: Meaning;
  /** Of `money`; null where the heading does not say which. */
  money: MoneyKind | null;
  /** （合計） stands behind it. */
  total: boolean;
  /** The year the heading prints; a range gives no year and makes it an attribute. */
  fy: number | null;
  eraless: boolean;
  /** 前年度 → -1, 翌年度 → 1. */
  relative: number | null;
  /** Unit in brackets: 千円, %, 人. */
  unit: string | null;
  /** 活動指標ア: the group and its ordinal. */
  indicator: { group: string; ordinal: string } | null;
  /** Place in the chain 局 → 係; null for a department in full. */
  departmentPart: number | null;
  /** 職員数, 執行率: what stands there is no money whatever its section counts in. */
  counts: boolean;
  /** Without years, for the fingerprint and for finding repeated blocks. */
  base: string;
}

/** Reads the texts that stand above each other over one column. */
export function readHeading(path: readonly string[], vocabulary: Headings): Heading {
  const segments = path.map((text) => readSegment(text, vocabulary));
  const named = segments.filter(({ rest }) => rest !== '');
  const innermost = <T>(pick: (segment: Segment) => T | null): T | null =>
    segments.reduce<T | null>((found, segment) => pick(segment) ?? found, null);
  const range = segments.some((segment) => segment.range);
  const meant = meaningOf(
    named.map(({ rest }) => rest),
    vocabulary,
  );
  const heading: Heading = {
    label: path
      .map((text) => closed(withoutBreaks(text).replace(/\s+/g, ' ').trim()))
      .filter((text) => text !== '')
      .join(' '),
    money: null,
    total: segments.some(
      ({ total, rest }) => total || /合計|総計/.test(rest) || vocabulary.has(vocabulary.words.totals, rest),
    ),
    fy: range ? null : innermost(({ fy }) => fy),
    eraless: segments.some(({ eraless }) => eraless),
    relative: innermost(({ relative }) => relative),
    unit: innermost(({ unit }) => unit),
    indicator: null,
    departmentPart: null,
    counts: named.some(({ rest }) => countsThings(rest)),
    base: segments.map(({ base }) => base).join('|'),
    ...meant,
  };
  settleCounted(heading, named, vocabulary);
  if (named.length === 0)
    heading.meaning = heading.fy !== null || heading.relative !== null ? 'year-only' : 'attribute';
  // 事業費 R5〜R9 is a sum over years, no year's budget.
  if (range && ['money', 'year-only', 'target', 'actual', 'kpi-value'].includes(heading.meaning))
    heading.meaning = 'attribute';
  return heading;
}

/** 職員数 below 事業費（単位：千円）, 職員数（人） over R5決算: no money, and not counted in money. */
function settleCounted(heading: Heading, named: readonly Segment[], { words }: Headings): void {
  const isMoney = (unit: string | null) => unit !== null && Object.hasOwn(words.units.money, unit);
  if (
    heading.counts &&
    isMoney(heading.unit) &&
    !named.some(({ rest, unit }) => countsThings(rest) && isMoney(unit))
  )
    heading.unit = null;
  const foreign = heading.unit !== null && !isMoney(heading.unit);
  if (heading.meaning !== 'money' || !(heading.counts || foreign)) return;
  heading.meaning = 'attribute';
  heading.money = null;
}

function countsThings(text: string): boolean {
  return /(?:人数|職員数?|者数|件数|回数|日数|世帯数|箇所数|率|割合|面積|延長)(?:\(.*\))?$/.test(text);
}

/** 事 業 名 is spread over its column, 根 拠（法令等） as well. */
function closed(text: string): string {
  const [spread = ''] = /^[一-龠ぁ-んァ-ヶ](?: [一-龠ぁ-んァ-ヶ])+(?= ?[（(]|$)/.exec(text) ?? [];
  return spread === '' ? text : `${spread.replaceAll(' ', '')}${text.slice(spread.length).trimStart()}`;
}

/** 評価 ⏎ 結果 is one word; between Latin letters a line break is a blank. */
function withoutBreaks(text: string): string {
  return text.replace(/(?<=[a-z0-9])[^\S\n]*\n\s*(?=[a-z0-9])/gi, ' ').replace(/\s*\n\s*/g, '');
}
