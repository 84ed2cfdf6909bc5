// A count in the unit it is kept in: 34,507千円, 12.5万人 → 125,000人, 5割5分 → 55%, 2年半.
import type { Count } from './count-at.ts';
import { numeralAt } from './numerals.ts';

const moneyUnits = new Set(['', '千', '万', '百万', '十億', '億', '兆']);
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 億: 1e8, 兆: 1e12 };

/** 34,507千円 keeps its unit 千円; 12.5万人 is 125,000 人; 6割 is 60 %; money has its yen. */
export function inOwnUnit(
  text: string,
  count: Count,
  simple: { number: number; marks: string } | undefined,
  factor: number,
): Count {
  const marks = simple?.marks ?? '';
  if (count.unit === '割') return inPercent(text, count);
  const apart = /^(千|万|百万|億|兆)円$/.exec(count.unit ?? '');
  if (apart)
    return {
      ...count,
      scale: scaleOf(apart[1] ?? ''),
      yen: Math.round(count.value * scaleOf(apart[1] ?? '')),
    };
  if (count.unit !== '円') return simple && marks !== '' ? { ...count, scale: scaleOf(marks) } : count;
  const yen = Math.round(count.value);
  if (!simple || marks === '' || !moneyUnits.has(marks)) return { ...count, yen };
  return {
    ...count,
    value: factor * simple.number,
    unit: `${marks}円`,
    yen,
    scale: scaleOf(marks),
    step: stepOf(simple.number),
  };
}

function scaleOf(marks: string): number {
  return [...marks].reduce((product, mark) => product * (scales[mark] ?? 1), 1);
}

const tenths =
  /(\d+(?:\.\d+)?|[一二三四五六七八九])分(?!野|の|析|類|担|散|け)(?:(\d|[一二三四五六七八九])厘)?/y;

/** 5割5分 → 55 % */
function inPercent(text: string, count: Count): Count {
  tenths.lastIndex = count.end;
  const more = tenths.exec(text);
  const small = (written: string | undefined) => (written ? (numeralAt(written, 0)?.value ?? 0) : 0);
  const value = Math.abs(count.value) * 10 + small(more?.[1]) + small(more?.[2]) / 10;
  return {
    ...count,
    end: count.end + (more?.[0].length ?? 0),
    value: Number((count.value < 0 ? -value : value).toPrecision(15)),
    unit: '%',
    step: stepOf(value),
  };
}

/** 2年半 → 2.5 */
export function withHalf(text: string, count: Count): Count {
  if (
    !/^(?:年|年間|か月|時間|倍)$/.test(count.unit ?? '') ||
    !/^半(?!期|額|数|分|ば)/.test(text.slice(count.end))
  )
    return count;
  return { ...count, value: count.value + 0.5, end: count.end + 1 };
}

/** How much 台 spans: 90%台 → 10, 2千万円台 → 10,000,000, 85%台 → 1. */
export function stepOf(value: number): number {
  if (!Number.isInteger(value) || value === 0) return 1;
  return 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
}
