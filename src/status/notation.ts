// How figures are written in reasons and formulas.
import type { Target } from '../data/schemas/value.ts';

// A format made for each figure takes longer than a whole judgement.
const oneDigit = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const allDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** As printed without a trailing remark: 5本（毎年度） → 5本; of comparisons only a year is cut (R5年度比増（R5：81.4%） stays). */
export function shown(value: { text: string; basis?: Target['basis'] }): string {
  const remark = value.basis === undefined ? /\s*[(（][^()（）]*[)）]$/u : /\s*[(（][^()（）]*年度[)）]$/u;
  const short = value.text.trim().replace(remark, '').trim();
  return short === '' ? value.text : short;
}

/** A target in a sentence: figures as printed, words in brackets (「策定」, 「前年度比増」). */
export function quoted(value: { value: number | null; text: string; basis?: Target['basis'] }): string {
  return value.value === null || value.basis !== undefined ? `「${shown(value)}」` : shown(value);
}

/** 83.333 → 83.3%, 49243.446 → 49,243.4% */
export function percent(rate: number): string {
  return `${oneDigit.format(rate)}%`;
}

/** 7386517 → 7,386,517; 55.2 → 55.2 */
export function number(value: number): string {
  return allDigits.format(value);
}
