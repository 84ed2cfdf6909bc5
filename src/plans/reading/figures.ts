// A cell as a figure of the plan: money in exact yen, rates in per cent, everything else in its unit — or a refusal.
import { type CellNumber, inYen, type Reading, readCell, refuseBroken } from '../cells/read-cell.ts';
import { inUnit } from '../cells/units.ts';
import { readYearCell } from '../cells/years.ts';
import type { Cell } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import type { ReadProblem, ReadValue } from '../read-plan.ts';
import { placeOf } from './row-subjects.ts';

/** The part of a value that the cell alone decides. */
export type Figure = Pick<
  ReadValue,
  'value' | 'word' | 'text' | 'unit' | 'relation' | 'approximate' | 'cumulative'
> & {
  /** A year the cell itself prints: 62%（R6）. */
  fy?: number;
};

/** A figure, or why it was refused. */
export type FigureResult = { figure: Figure } | { problem: ReadProblem };

/** A cell that holds money; `unit` is that of its column. */
export function moneyFigure(cell: Cell, unit: string | null, vocabulary: Headings): FigureResult {
  if (isDate(cell)) return asDate(cell);
  const reading = readingOf(cell, vocabulary);
  const { money } = vocabulary.words.units;
  if (reading.is === 'word' && reading.withDigits)
    return refused(
      cell,
      `金額の列に「${shown(cell)}」とあります`,
      '数字だけにするか、数字でない説明は別の列に移してください',
    );
  if (reading.is !== 'number') return plain(cell, reading, '円');
  const own = reading.unit ?? unit;
  if (own === null)
    return refused(
      cell,
      `「${shown(cell)}」の単位が分かりません`,
      '円・千円・百万円のどれかを指定してください',
    );
  const factor = Object.hasOwn(money, own) ? money[own] : undefined;
  if (factor === undefined)
    return refused(
      cell,
      `金額の列に「${own}」の数字「${shown(cell)}」があります`,
      '金額でない数字は別の列に移すか、列の意味を指定してください',
    );
  const scaled = reading.scale === 1 ? reading.digits : String(reading.value * reading.scale);
  const yen = inYen(exactDigits(cell, scaled, factor), factor);
  return { figure: { ...bounds(reading), value: yen, word: null, text: cell.text, unit: '円' } };
}

/** A cell of a rate; `fraction` says that 0.92 is 92 per cent. */
export function rateFigure(
  cell: Cell,
  fraction: 'percent' | 'plain' | 'refuse',
  vocabulary: Headings,
): FigureResult {
  const reading = readingOf(cell, vocabulary);
  if (reading.is !== 'number') return plain(cell, reading, '%');
  const raw = reading.unit === null && !Number.isInteger(reading.value) && Math.abs(reading.value) < 2;
  if (raw && fraction === 'refuse')
    return refused(
      cell,
      `「${shown(cell)}」が${percentOf(reading.value)}%か${reading.value}%か分かりません`,
      '表示形式を「パーセント」にするか、%を付けてください',
    );
  // In a column of fractions the whole number 1 is 100 %.
  const value = reading.unit === null && fraction === 'percent' ? percentOf(reading.value) : reading.value;
  const unit = reading.unit === '倍' || reading.unit === 'ポイント' ? reading.unit : '%';
  return { figure: { ...bounds(reading), value, word: null, text: cell.text, unit } };
}

/** A cell of a KPI or a counting column, in `unit` when there is one. */
export function unitFigure(cell: Cell, unit: string | null, vocabulary: Headings): FigureResult {
  const reading = readingOf(cell, vocabulary);
  if (reading.is !== 'number') return plain(cell, reading, unit);
  if (isDate(cell)) return asDate(cell);
  const converted = inUnit(reading, unit);
  if (!converted)
    return refused(
      cell,
      `「${shown(cell)}」の単位が、この指標の単位「${unit}」と合いません`,
      `「${unit}」の数字に直すか、単位を確かめてください`,
    );
  return {
    figure: {
      ...bounds(reading),
      value: converted.value,
      word: null,
      text: cell.text,
      unit: converted.unit,
      ...(reading.fy === undefined ? {} : { fy: reading.fy }),
    },
  };
}

/** A cell of words. */
export function textFigure(cell: Cell): FigureResult {
  const broken = refuseBroken(cell.text);
  if (broken?.is === 'refused') return refused(cell, broken.what, broken.cure);
  if (cell.unresolved) return { problem: unresolved(cell) };
  return { figure: { value: null, word: cell.text === '' ? null : cell.text, text: cell.text, unit: null } };
}

/** A cell of a column of years: 昭和54年度 → 1979; 設定なし stays a word. */
export function yearFigure(cell: Cell): FigureResult {
  const year = readYearCell(cell.text);
  if (!year) return textFigure(cell);
  return { figure: { value: year.fy, word: null, text: cell.text, unit: null } };
}

function readingOf(cell: Cell, vocabulary: Headings): Reading {
  if (cell.unresolved) return { is: 'refused', ...unresolved(cell) };
  const reading = readCell(cell.text, vocabulary);
  // A format may show 0 as a dash; the file holds the number all the same.
  if ((reading.is === 'dash' || reading.is === 'blank') && cell.number !== null) {
    const digits = decimal(cell.number);
    return { is: 'number', digits, value: cell.number, unit: null, scale: 1 };
  }
  return reading;
}

function plain(cell: Cell, reading: Exclude<Reading, CellNumber>, unit: string | null): FigureResult {
  if (reading.is === 'refused') return refused(cell, reading.what, reading.cure);
  return {
    figure: { value: null, word: reading.is === 'word' ? reading.word : null, text: cell.text, unit },
  };
}

function bounds(reading: CellNumber): Pick<Figure, 'relation' | 'approximate' | 'cumulative'> {
  return {
    ...(reading.relation ? { relation: reading.relation } : {}),
    ...(reading.approximate ? { approximate: true as const } : {}),
    ...(reading.cumulative ? { cumulative: true as const } : {}),
  };
}

/** Money shown rounded (11,201千円) is taken exactly (11200.834) where that gives whole yen. */
function exactDigits(cell: Cell, digits: string, factor: number): string {
  if (cell.number === null || cell.number === Number(digits)) return digits;
  const places = digits.split('.')[1]?.length ?? 0;
  const rounded = Number(Math.abs(cell.number).toFixed(places)) === Math.abs(Number(digits));
  const yen = cell.number * factor;
  const whole = Math.abs(yen - Math.round(yen)) < 1e-6 * Math.max(1, Math.abs(yen) / 1e9);
  return rounded && whole ? decimal(Number(cell.number.toPrecision(15))) : digits;
}

/** Without an exponent. */
function decimal(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

function percentOf(value: number): number {
  return Number((value * 100).toPrecision(12));
}

function isDate(cell: Cell): boolean {
  return (
    cell.number !== null &&
    cell.format !== null &&
    /(?:^|[^a-z])(?:y{2,4}|d{1,2}|m{1,2}\/d|e\.m|ge)/i.test(
      cell.format.replace(/"[^"]*"|\[[^\]]*\]|General/gi, ''),
    )
  );
}

function asDate(cell: Cell): { problem: ReadProblem } {
  return refused(
    cell,
    `「${shown(cell)}」は日付として保存されています`,
    '表示形式を「数値」にし、数字を入力し直してください',
  );
}

function unresolved(cell: Cell): ReadProblem {
  return {
    place: placeOf(cell),
    what: '計算式の結果がファイルに保存されていません',
    cure: 'Excelで開いて保存し直してください',
  };
}

function refused(cell: Cell, what: string, cure: string): { problem: ReadProblem } {
  return { problem: { place: placeOf(cell), what, cure } };
}

function shown(cell: Cell): string {
  const text = cell.text.replace(/\s+/g, ' ');
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
