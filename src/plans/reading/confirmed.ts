// The answers as the reader needs them.
import { readYearCell } from '../cells/years.ts';
import type { Answer, Answers } from '../mapping/answers.ts';
import type { ColumnPlan } from '../mapping/column-plan.ts';
import { moneyKindOf } from '../mapping/money-words.ts';
import type { MoneyKind } from '../read-plan.ts';

/** What a person said, read. */
export interface Confirmed {
  title: string | null;
  publisher: string | null;
  published: string | null;
  /** 円, 千円 … of amounts that print none. */
  unit: string | null;
  /** The paper's year: what 本年度 and amounts without a year mean. */
  year: number | null;
  kindOf(column: ColumnPlan): MoneyKind | null;
  /** 現状値 is the base or the newest result. */
  current: 'baseline' | 'actual' | null;
  /** Several rows of one project: `add` them, or each is a project of its own. */
  grain: 'add' | 'rows' | null;
  /** Figures of numbered indicators without 目標 or 実績. */
  kpiValue: 'target' | 'actual' | null;
  /** The year of 目標値 without a year; `none`: the end of the plan. */
  targetYear: number | 'none' | null;
  fractionOf(column: ColumnPlan): 'percent' | 'plain' | null;
  zeroOf(column: ColumnPlan): 'none' | 'zero' | null;
  fills(column: ColumnPlan): boolean;
  hiddenRows: 'take' | 'leave' | null;
  leaveOutRefused: boolean;
  direction: Record<string, string> | null;
  measure: Record<string, string>;
}

/** Reads the answers; one that is not understood counts as not given. */
export function readAnswers(answers: Answers): Confirmed {
  const given = answers.answers ?? {};
  const text = (id: string) => (typeof given[id] === 'string' && given[id] !== '' ? given[id] : null);
  const one = <T extends string>(id: string, ...allowed: T[]) =>
    allowed.find((value) => value === text(id)) ?? null;
  const year = (id: string) => readYearCell(text(id) ?? '')?.fy ?? null;
  const record = (answer: Answer | undefined) =>
    answer !== undefined && typeof answer === 'object' && !Array.isArray(answer) ? answer : null;
  return {
    title: text('title'),
    publisher: text('publisher'),
    published: /^\d{4}-\d{2}-\d{2}$/.test(text('published') ?? '') ? text('published') : null,
    unit: text('unit'),
    year: year('year'),
    // Mappings kept before columns of years were asked about together name each of them.
    kindOf: (column) => moneyKindOf(text(kindId(column)) ?? text(`kind:${column.label}`) ?? ''),
    current: one('current', 'baseline', 'actual'),
    grain: one('grain', 'add', 'rows'),
    kpiValue: one('kpi-value', 'target', 'actual'),
    targetYear: text('target-year') === 'none' ? 'none' : year('target-year'),
    fractionOf: (column) => one(`fraction:${attributeName(column)}`, 'percent', 'plain'),
    zeroOf: (column) => one(`zero:${column.label}`, 'none', 'zero'),
    fills: (column) => text(`fill:${column.label}`) === 'fill',
    hiddenRows: one('hidden-rows', 'take', 'leave'),
    leaveOutRefused: text('refused') === 'leave-out',
    direction: typeof given.direction === 'string' ? { '*': given.direction } : record(given.direction),
    measure: record(given.measure) ?? {},
  };
}

/** Id of the question which money a column of amounts holds; the same for all its years. */
export function kindId(column: ColumnPlan): string {
  const name = column.heading.base
    .replaceAll('|', ' ')
    .replace(/\((?:単位)?[^()]*円\)/g, '')
    .trim();
  // 令和７年度 | 令和８年度 say one thing of what stands below them.
  return `kind:${name === '' ? (column.heading.meaning === 'year-only' ? '年度の列' : column.label) : name}`;
}

/** What a column's values are called in questions. */
export function attributeName(column: ColumnPlan): string {
  return column.attribute?.id ?? column.label;
}
