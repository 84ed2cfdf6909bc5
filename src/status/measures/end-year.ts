// From a base to an end year (256→400人, 54→0人): the share of the way that is done.
import { number, percent } from '../notation.ts';
import {
  band,
  comparableBase,
  isWorseThanBase,
  type Judging,
  lowerIsBetter,
  type Measured,
} from './measure.ts';
import { judgeYearly } from './yearly.ts';

/** The way done from the base to the target: 256 → 328 of 400人 is 50%; without a base or a way to go, as a yearly target. */
export function judgeEndYear(judging: Judging): Measured {
  const { target, result, bands } = judging;
  const base = comparableBase(judging);
  if (target.value === null || result.value === null || base === null) return judgeYearly(judging);
  const lower = lowerIsBetter(judging);
  // No way to go (4件→4件, 1,603人→1,603人以上): only the target itself can be held against the result.
  if (lower ? target.value >= base : target.value <= base) return judgeYearly(judging);
  const rate = ((result.value - base) / (target.value - base)) * 100;
  const [b, t, a] = [number(base), number(target.value), number(result.value)];
  return {
    kind: 'judged',
    status: band(rate, bands),
    rate,
    rateName: '進捗率',
    formula: lower
      ? `(基準 − 実績) ÷ (基準 − 目標) × 100 = (${b} − ${a}) ÷ (${b} − ${t}) × 100 = ${percent(rate)}`
      : `(実績 − 基準) ÷ (目標 − 基準) × 100 = (${a} − ${b}) ÷ (${t} − ${b}) × 100 = ${percent(rate)}`,
    worseThanBase: isWorseThanBase(judging),
  };
}
