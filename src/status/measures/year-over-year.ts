// More or less than an earlier year (前年度比増, R5年度比減): the sign of the change; a tie is not met.
import { yearLabel } from '../calendar.ts';
import { number, percent } from '../notation.ts';
import type { Judging, Measured } from './measure.ts';

/** A change in the wanted direction is 達成; a tie, or less than 10% the wrong way, is 注意. */
export function judgeYearOverYear(judging: Judging): Measured {
  const { target, result } = judging;
  if (result.value === null) return { kind: 'none', why: '実績が数値ではないため判定しません' };
  const year = referenceYear(judging);
  const reference = referenceValue(judging, year);
  if (reference === null)
    return { kind: 'missing', years: [year], why: `比べる${yearLabel(year)}の実績が未登録です` };
  const sign = wantsLess(judging) ? -1 : 1;
  const change = sign * (result.value - reference);
  const wrongWay = reference === 0 ? Number.POSITIVE_INFINITY : (-change / Math.abs(reference)) * 100;
  const status = change > 0 ? '達成' : change === 0 || wrongWay < 10 ? '注意' : '遅れ';
  const rate = reference === 0 ? null : (result.value / reference) * 100;
  const [now, then] = [number(result.value), number(reference)];
  const unit = target.unit ?? judging.kpi.baseline?.unit ?? '';
  return {
    kind: 'judged',
    status,
    rate,
    rateName: `${yearLabel(year)}比`,
    formula: `実績 ÷ ${yearLabel(year)}の値 × 100 = ${now} ÷ ${then}${rate === null ? '' : ` × 100 = ${percent(rate)}`}（${sign > 0 ? '増' : '減'}で達成、同じ値か逆向き10%未満は注意、10%以上は遅れ）`,
    says: `${yearLabel(judging.fy)}は目標「${yearLabel(year)}の${then}${unit}より${sign > 0 ? '増' : '減'}」に対し実績${now}${unit}`,
  };
}

function referenceYear({ fy, target }: Judging): number {
  return target.basis === 'year' && target.basisFy !== undefined ? target.basisFy : fy - 1;
}

/** Printed beside the target (前年度比(64,616件)増) or else the result of that year or the baseline, if it is of that year. */
function referenceValue({ kpi, target, results }: Judging, year: number): number | null {
  if (target.value !== null) return target.value;
  const result = results.get(year)?.value;
  if (result !== undefined && result !== null) return result;
  return kpi.baseline?.fy === year ? kpi.baseline.value : null;
}

function wantsLess({ kpi, target }: Judging): boolean {
  if (target.relation === '<' || target.relation === '<=') return true;
  if (target.relation === '>' || target.relation === '>=') return false;
  return kpi.direction === 'down';
}
