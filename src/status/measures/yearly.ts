// A target of the year alone (論文5本, 愛着90%, 6回/年): actual ÷ target, the sheet's 達成率.
import { number, percent } from '../notation.ts';
import { band, isWorseThanBase, type Judging, lowerIsBetter, type Measured } from './measure.ts';

/** Actual ÷ target in per cent: 5 ÷ 6 × 100 = 83.3%; where less is better, the result must not go beyond the target. */
export function judgeYearly(judging: Judging): Measured {
  const { target, result, bands } = judging;
  if (target.value === null || result.value === null)
    return { kind: 'none', why: '目標か実績が数値ではないため判定しません' };
  const worseThanBase = isWorseThanBase(judging);
  if (lowerIsBetter(judging)) return { ...judgeCeiling(target.value, result.value, bands), worseThanBase };
  if (target.value <= 0) {
    const status = result.value >= target.value ? '達成' : '遅れ';
    return {
      kind: 'judged',
      status,
      rate: null,
      rateName: '達成率',
      formula: `実績 ${number(result.value)} と目標 ${number(target.value)} の比較`,
      worseThanBase,
    };
  }
  const rate = (result.value / target.value) * 100;
  return {
    kind: 'judged',
    status: band(rate, bands),
    rate,
    rateName: '達成率',
    formula: `実績 ÷ 目標 × 100 = ${number(result.value)} ÷ ${number(target.value)} × 100 = ${percent(rate)}`,
    worseThanBase,
  };
}

/** Less is better and no baseline shows how far there was to go: what lies above the target counts against it. */
function judgeCeiling(
  target: number,
  actual: number,
  bands: Judging['bands'],
): Extract<Measured, { kind: 'judged' }> {
  if (target <= 0) {
    const status = actual <= target ? '達成' : '遅れ';
    const formula = `実績 ${number(actual)} と目標 ${number(target)} の比較（目標が0のため率は出しません）`;
    return { kind: 'judged', status, rate: null, rateName: '達成率', formula };
  }
  const rate = (2 - actual / target) * 100;
  return {
    kind: 'judged',
    status: band(rate, bands),
    rate,
    rateName: '達成率',
    formula: `(2 − 実績 ÷ 目標) × 100 = (2 − ${number(actual)} ÷ ${number(target)}) × 100 = ${percent(rate)}（少ないほど良い指標）`,
  };
}
