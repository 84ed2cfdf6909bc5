// One cell of a document: what stands for a subject and an attribute, in a year, at a place.
import type { Source } from '../data/schemas/source.ts';
import { splitUnit } from '../status/typed-number.ts';
import type { AttributeType } from './attribute.ts';

/** A thing a plan speaks of; projects, KPIs and policies are their own records. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** Id of the plan it stands in; null for what several plans share (a town, a department). */
  readonly plan: string | null;
}

/** What is printed for an attribute. `value` and `word` are both null where the cell only says that there is nothing. */
export interface Cell {
  /** Fiscal year; null where the document names none. */
  fy: number | null;
  /** Yen for money, else the number as printed in `unit`. */
  value: number | null;
  /** The word, where it is one; of a reference the name of the subject it leads to. */
  word: string | null;
  /** As printed: 34,507 · 400人（令和8年度） · — · '' for a blank. */
  text: string;
  unit: string | null;
  source: Source | null;
  /** Id of the subject a reference leads to. */
  ref?: string;
  note?: string;
  /** The target of the end year, not a step. */
  final?: true;
  /** 毎年度. */
  every?: true;
  /** First year of a period. */
  periodStart?: number;
  calendarYear?: true;
  /** Deadline on a day. */
  pointInTime?: string;
  /** What a target is held against: 前年度比, R5年度比, 全国平均, 基準値. */
  basis?: 'previous-year' | 'year' | 'average' | 'baseline';
  /** What the document calls this amount, where the attribute's name says less: 決算額, 計画額. */
  called?: string;
  /** Printed beside another value: the figure of the year a target is compared with. */
  aside?: true;
  /** Worked out from printed figures. */
  computed?: true;
  /** Slack id of who recorded it. */
  recordedBy?: string;
}

/** Whether the cell says anything. */
export function tells(cell: Cell): boolean {
  return cell.value !== null || cell.word !== null;
}

/** A blank, a dash. */
export function saysNothing(text: string): boolean {
  return /^[\s\-—–―‐−－ー]*$/.test(text);
}

/** What stands where a figure could, in one spelling: 集計中（９月公表） → 集計中; null for what no word of the kind is. */
export function insteadWord(text: string): string | null {
  const word = text
    .normalize('NFKC')
    .replace(/[\s「」『』"]/g, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/^[※*]+|[※*]+\d*$/g, '');
  return word === '' || word.length > 12 || /\d/.test(word) || saysNothing(word) ? null : word;
}

/** Whether cells of the type hold figures; of others a word is what they print. */
export function holdsFigures(type: AttributeType | undefined): boolean {
  return type === 'money' || type === 'number' || type === 'rate';
}

/** The word of a cell that holds no figure. */
export function standsInstead({ value, text }: Cell): string | null {
  return value === null ? insteadWord(text) : null;
}

/** Ways to write one unit. */
const sameUnits: readonly [RegExp, string][] = [
  [/^名$/, '人'],
  [/^(?:[ヶケヵカ]所|箇所)$/, 'か所'],
  [/^(?:パーセント|％)$/, '%'],
];

/** The unit without its scale, one way to write it: 万人 → 人, 百万円 → 円. */
export function baseUnit(unit: string | null): string {
  if (unit === null) return '';
  const { base } = splitUnit(unit.normalize('NFKC'));
  return sameUnits.find(([pattern]) => pattern.test(base))?.[1] ?? base;
}

/** The value in the unit without scale: 55.3万人 → 553000; null for words. */
export function baseValue(cell: Pick<Cell, 'value' | 'unit'>, type?: AttributeType): number | null {
  // Money is in yen already, whatever unit is printed.
  if (cell.value === null || cell.unit === null || type === 'money') return cell.value;
  return Number((cell.value * splitUnit(cell.unit).scale).toPrecision(15));
}
