// Numbers as people type them: １，２３４件, 12.5万人, 12万5千人, ▲2.6, +0.3, 八十％ is not read.

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
  const pattern = /([+-])?((?:\d+(?:\.\d+)?[十百千万億兆]*)+)([^\d\s()+、。・~〜-]*)/gu;
  const found: TypedNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, sign, digits = '', unit = ''] = match;
    const { value, scale } = withScales(digits);
    const start = match.index;
    found.push({
      value: sign === '-' ? -value : value,
      scale,
      unit,
      before: text.slice(from, start).trim(),
    });
    from = start + whole.length;
  }
  return found;
}

/** 12万5千 → 125000; 30万1千 → 301000; 3億2000万 → 320000000 */
function withScales(digits: string): { value: number; scale: number } {
  let total = 0;
  let scale = 1;
  const parts = [...digits.matchAll(/(\d+(?:\.\d+)?)([十百千万億兆]*)/gu)];
  for (const [, number = '0', marks = ''] of parts) {
    const factor = [...marks].reduce((product, mark) => product * (SCALES[mark] ?? 1), 1);
    // 12.5 × 10000 must be 125000, not 125000.00000000001.
    total = Number((total + Number(number) * factor).toPrecision(15));
    scale = parts.length === 1 ? factor : 1;
  }
  return { value: total, scale };
}

/** 百万円 → { scale: 1000000, base: 円 }; 人/ha has none. */
export function splitUnit(unit: string): { scale: number; base: string } {
  const marks = /^[十百千万億兆]+(?=.)/u.exec(unit)?.[0] ?? '';
  const scale = [...marks].reduce((product, mark) => product * (SCALES[mark] ?? 1), 1);
  return { scale, base: unit.slice(marks.length) };
}
