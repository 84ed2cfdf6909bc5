// A reduction (約20%削減): the reduction reached against the reduction aimed at.
import { number, percent } from '../notation.ts';
import { band, type Judging, type Measured } from './measure.ts';

/** The reduction reached ÷ the one aimed at: 15 ÷ 20 × 100 = 75%. */
export function judgeReduceBy({ target, result, bands }: Judging): Measured {
  if (target.value === null || target.value <= 0 || result.value === null)
    return { kind: 'none', why: '削減の目標か実績が数値ではないため判定しません' };
  // Both ways of writing it mean the same: 5%削減 and ▲5%.
  const reached = Math.abs(result.value) * (/増/.test(result.text) ? -1 : 1);
  const rate = (reached / target.value) * 100;
  return {
    kind: 'judged',
    status: band(rate, bands),
    rate,
    rateName: '達成率',
    formula: `削減の実績 ÷ 目標 × 100 = ${number(reached)} ÷ ${number(target.value)} × 100 = ${percent(rate)}`,
  };
}
