// Against an average (全国平均以上): the gap to it, and how much of the baseline's gap is closed.
import { number, percent } from '../notation.ts';
import { band, type Judging, type Measured } from './measure.ts';

/** How much of the gap to the average is closed; met once the aim is reached: +0.3 against 全国平均以上 is 達成. */
export function judgeAverageGap({ kpi, target, result, bands }: Judging): Measured {
  if (result.value === null) return { kind: 'none', why: '平均との差が数値ではないため判定しません' };
  const sign = kpi.direction === 'down' ? -1 : 1;
  const aim = sign * (target.value ?? 0);
  const gap = sign * result.value;
  const base = kpi.baseline?.value === null || !kpi.baseline ? null : sign * kpi.baseline.value;
  if (gap >= aim || base === null || base >= aim) {
    return {
      kind: 'judged',
      status: gap >= aim ? '達成' : '遅れ',
      rate: null,
      rateName: '差の縮まり',
      formula: `平均との差 ${signed(result.value)} と目標の差 ${signed(target.value ?? 0)} の比較`,
      worseThanBase: base !== null && base < aim && gap < base,
    };
  }
  const rate = ((gap - base) / (aim - base)) * 100;
  return {
    kind: 'judged',
    status: band(rate, bands),
    rate,
    rateName: '差の縮まり',
    formula: `(${signed(result.value)} − (${signed(sign * base)})) ÷ (${number(sign * aim)} − (${signed(sign * base)})) × 100 = ${percent(rate)}`,
    worseThanBase: gap < base,
  };
}

/** -2.6 → ▲2.6, 0.3 → +0.3 */
function signed(value: number): string {
  if (value === 0) return '0';
  return value < 0 ? `▲${number(-value)}` : `+${number(value)}`;
}
