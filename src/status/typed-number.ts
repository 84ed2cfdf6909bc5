// Numbers as people type them: １，２３４件, 12.5万人, 12万5千人, ▲2.6, +0.3, 八十％.

import { numeralAt } from '../language/numbers/numerals.ts';
import { readQuantity } from '../language/numbers.ts';

/** One number found in a text, with what stands around it. */
export interface TypedNumber {
  /** The whole number, scales worked out: 12万5千 → 125000. */
  value: number;
  /** Value without its scale, when one scale ends it: 12.5万 → 12.5 with scale 10000. */
  scale: number;
  /** What follows the number up to the next blank, bracket or number: 人, 件/年, %. */
  unit: string;
  /** Words before the number, scale and sign taken off: 全国平均から. */
  before: string;
}

const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };

/** NFKC, thousands commas and blanks inside numbers gone, one way to write minus. */
export function tidyNumberText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−▲△]|マイナス(?=\d)/gu, '-')
    .replace(/プラス(?=\d)/gu, '+')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=[\d十百千万億兆.])\s+(?=[\d十百千万億兆.])/g, ' ')
    .trim();
}

/** Every number of a text, left to right. */
export function numbersIn(text: string): TypedNumber[] {
  const found: TypedNumber[] = [];
  const begins = /[+-]?(?=\d)/gu;
  let from = 0;
  for (let match = begins.exec(text); match; match = begins.exec(text)) {
    const numeral = numeralAt(text, match.index + match[0].length);
    if (!numeral) break;
    const [unit = ''] = /^[^\d\s()+、。・~〜-]*/u.exec(text.slice(numeral.end)) ?? [];
    const { value, simple } = numeral;
    found.push({
      value: match[0] === '-' ? -value : value,
      scale: simple ? scaleOf(simple.marks) : 1,
      unit,
      before: text.slice(from, match.index).trim(),
    });
    from = numeral.end + unit.length;
    begins.lastIndex = from;
  }
  return found.length > 0 ? found : inKanji(text);
}

/** 八十% or 三千件, when nothing else is typed. */
function inKanji(text: string): TypedNumber[] {
  const quantity = readQuantity(text);
  if (!quantity || quantity.to !== undefined) return [];
  return [{ value: quantity.yen ?? quantity.value, scale: 1, unit: quantity.unit ?? '', before: '' }];
}

/** 百万円 → { scale: 1000000, base: 円 }; 人/ha has none. */
export function splitUnit(unit: string): { scale: number; base: string } {
  const marks = /^[十百千万億兆]+(?=.)/u.exec(unit)?.[0] ?? '';
  return { scale: scaleOf(marks), base: unit.slice(marks.length) };
}

function scaleOf(marks: string): number {
  return [...marks].reduce((product, mark) => product * (SCALES[mark] ?? 1), 1);
}
