// Cells of a sheet as facts: 「令和5年度」 → 2023, 「80%以上」 → 80 % at least, with the text kept as written.
import type { Relation } from '../data/schemas/value.ts';

/** The year of a cell. */
export interface YearCell {
  fy: number | null;
  calendarYear?: true;
  periodStart?: number;
  every?: true;
}

/** 令和5年度, R5, 2023年度, 平成27年, 令和3～5年度, 毎年度; undefined when it is none of these. */
export function readYear(text: string): YearCell | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const every = /^毎年度?(?:\((.+)まで\))?$/.exec(plain);
  if (every) return { fy: every[1] === undefined ? null : westernYear(every[1], ''), every: true };
  const period = /^(.+?)[~〜-](.+?)(年度?)?$/.exec(plain);
  const [from, to, suffix] = period
    ? [period[1], period[2], period[3]]
    : [undefined, plain.replace(/年度?$/, ''), /年度?$/.exec(plain)?.[0]];
  const era = /^(令和|平成|昭和|[RHS])/i.exec(from ?? '')?.[1] ?? '';
  const fy = westernYear(to ?? '', era);
  const start = from === undefined ? undefined : westernYear(from, '');
  if (fy === null || start === null) return undefined;
  return {
    fy,
    ...(suffix === '年' ? { calendarYear: true } : {}),
    ...(start === undefined ? {} : { periodStart: start }),
  };
}

/** 令和元年度 → 2019; a bare small number takes the era of the period's begin. */
function westernYear(text: string, era: string): number | null {
  const parts = /^(令和|平成|昭和|[RHS])?(元|\d{1,4})(?:年度?)?$/i.exec(text);
  if (!parts) return null;
  const number = parts[2] === '元' ? 1 : Number(parts[2]);
  if (number >= 1950 && number <= 2100 && parts[1] === undefined) return number;
  const offset = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 }[
    (parts[1] ?? era).toUpperCase()
  ];
  return offset === undefined || number < 1 || number > 99 ? null : offset + number;
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
  }
  return value;
}

const relations: Record<string, Relation> = { 以上: '>=', 超: '>', 以下: '<=', 以内: '<=', 未満: '<' };
