// Cells of a sheet as facts: 「令和5年度」 → 2023, 「80%以上」 → 80 % at least, with the text kept as written.
import type { Relation } from '../data/schemas/value.ts';
import { readYears } from '../language/fiscal-years.ts';
import { normalize } from '../language/normalize.ts';
import { readQuantity } from '../language/numbers.ts';

/** The years of a sheet are named in full; the day only settles how far ahead they may lie. */
const anyDay = { fiscalYear: 2026, today: '2026-04-01' };

/** The year of a cell. */
export interface YearCell {
  fy: number | null;
  calendarYear?: true;
  periodStart?: number;
  every?: true;
}

/** 令和5年度, R5, 2023年度, 平成27年, 令和3～5年度, 毎年度; undefined when it is none of these. */
export function readYear(text: string): YearCell | undefined {
  const plain = normalize(text);
  const every = /^毎年度?(?:\((.+)まで\))?$/.exec(plain);
  if (every) return { fy: every[1] === undefined ? null : (readYear(every[1])?.fy ?? null), every: true };
  // 5年度 without an era needs a day to be understood, and a sheet has none.
  if (/^(?:\d|[〇一二三四五六七八九十]){1,3}(?![\d〇一二三四五六七八九十千])/.test(plain)) return undefined;
  const [span] = readYears(plain, anyDay).spans;
  if (!span || span.text !== plain || span.kind === 'day') return undefined;
  if (span.relative || span.open || span.half || span.not || span.joined === 'list') return undefined;
  const fy = span.years.at(-1) ?? null;
  return {
    fy,
    ...(span.kind === 'calendar' ? { calendarYear: true as const } : {}),
    ...(span.joined === 'range' && span.years[0] !== undefined ? { periodStart: span.years[0] } : {}),
  };
}

/** What a printed value says. */
export interface ValueCell {
  value: number | null;
  unit: string | null;
  relation: Relation;
  text: string;
  cumulative?: true;
  approximate?: true;
  basis?: 'previous-year' | 'average';
}

/** 80%以上, 累計60件, 約20%, 10位以内, 前年度比増, A（計画どおり）, —; '' is no value at all. */
export function readValue(text: string): ValueCell | undefined {
  const shown = text.trim();
  if (shown === '') return undefined;
  // Years in brackets tell nothing about the value: 62%（R6年度） → 62%
  const plain = shown
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((?:[^()]*年度?[^()]*)\)$/, '');
  const number = /^(累計|計)?(約)?([▲△+-]?[\d,]+(?:\.\d+)?)([^\d]*?)(以上|以下|以内|未満|超)?$/.exec(plain);
  const value: ValueCell = { value: null, unit: null, relation: '=', text: shown };
  if (number?.[3] !== undefined && /\d/.test(number[3])) {
    value.value = Number(number[3].replace(/[▲△]/, '-').replaceAll(',', ''));
    value.unit = number[4] || null;
    value.relation = relations[number[5] ?? ''] ?? '=';
    if (number[1] !== undefined) value.cumulative = true;
    if (number[2] !== undefined) value.approximate = true;
  } else if (/^前年度?比/.test(plain)) {
    value.basis = 'previous-year';
    value.relation = /減/.test(plain) ? '<' : '>';
  } else if (/^全国平均以[上下]$/.test(plain)) {
    value.basis = 'average';
    value.relation = plain.endsWith('上') ? '>=' : '<=';
  } else {
    // 1億5千万円, 三千人
    const quantity = readQuantity(plain);
    if (quantity && quantity.to === undefined) {
      value.value = quantity.value;
      value.unit = quantity.unit;
      value.relation = quantity.relation ?? '=';
      if (quantity.approximate) value.approximate = true;
    }
  }
  return value;
}

const relations: Record<string, Relation> = { 以上: '>=', 超: '>', 以下: '<=', 以内: '<=', 未満: '<' };
