// A figure in its KPI's unit: 600,000人 beside 61.2万人 is 60.0万人; what cannot be converted is refused.
import type { CellNumber } from './read-cell.ts';

/** A unit taken apart: 万人 → 10000 × 人, 百万円 → 1000000 × 円. */
interface Scaled {
  factor: number;
  base: string;
}

const scales: [string, number][] = [
  ['百万', 1e6],
  ['十万', 1e5],
  ['千', 1000],
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
];
const spellings: Record<string, Scaled> = {
  名: { factor: 1, base: '人' },
  '％': { factor: 1, base: '%' },
  パーセント: { factor: 1, base: '%' },
  割: { factor: 10, base: '%' },
  箇所: { factor: 1, base: 'か所' },
  ヶ所: { factor: 1, base: 'か所' },
  カ所: { factor: 1, base: 'か所' },
  ヵ所: { factor: 1, base: 'か所' },
  ケ所: { factor: 1, base: 'か所' },
  トン: { factor: 1000, base: 'kg' },
  t: { factor: 1000, base: 'kg' },
  kg: { factor: 1, base: 'kg' },
  g: { factor: 0.001, base: 'kg' },
  km: { factor: 1000, base: 'm' },
  pt: { factor: 1, base: 'ポイント' },
};

/** 千人 → 1000 × 人; units of one spelling are equal. */
function takeApart(unit: string): Scaled {
  const plain = unit.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const scale = scales.find(([word]) => plain.startsWith(word) && plain.length > word.length);
  const rest = scale ? plain.slice(scale[0].length) : plain;
  const spelled = spellings[rest] ?? { factor: 1, base: rest };
  return { factor: (scale?.[1] ?? 1) * spelled.factor, base: spelled.base };
}

/**
 * The number in `unit`: what the cell says itself counts, a bare number is in `unit` already.
 * Null when the two units measure different things.
 */
export function inUnit(
  number: CellNumber,
  unit: string | null,
): { value: number; unit: string | null } | null {
  if (number.unit === null && number.scale === 1) return { value: number.value, unit };
  if (unit === null) {
    // 12.5万人 with no unit beside it keeps the scale it is written in.
    const scale = scales.find(([, factor]) => factor === number.scale)?.[0] ?? '';
    return { value: number.value, unit: `${scale}${number.unit ?? ''}` || null };
  }
  const own = takeApart(number.unit ?? takeApart(unit).base);
  const wanted = takeApart(unit);
  if (own.base !== wanted.base) return null;
  const value = (number.value * number.scale * own.factor) / wanted.factor;
  return { value: Number(value.toPrecision(15)), unit };
}
