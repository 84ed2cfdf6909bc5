// A typed result far from what was before is asked about once more: 「前回値（R3：10件）の40倍です。よろしいですか。」
import type { KpiRecord } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import { yearLabel } from './calendar.ts';
import { number, shown } from './notation.ts';
import { resultsOf } from './result-of-year.ts';
import { targetOf, wholeTarget } from './target-of-year.ts';

/** A question to ask before saving, or null when the value looks right. */
export function plausibilityHint(
  kpi: KpiRecord,
  fy: number,
  value: number | null,
  plan: Plan,
): string | null {
  if (value === null || ['rank', 'average-gap', 'reduce-by'].includes(kpi.measure)) return null;
  const known = nearest(kpi, fy, plan);
  if (!known || known.value === 0) return null;
  // On the way to the target (54人 → 0人, 1か所 → 6か所) nothing is surprising, however far the step.
  const aim = (targetOf(kpi, fy, plan) ?? wholeTarget(kpi))?.value;
  if (typeof aim === 'number' && (value - known.value) * (value - aim) <= 0) return null;
  const ask = 'よろしいですか。';
  const what = `${known.name}（${known.label}${known.text}）`;
  if (known.unit === '%') {
    const points = Math.abs(value - known.value);
    return points >= 30
      ? `${what}より${number(Math.round(points * 10) / 10)}ポイント${value > known.value ? '高い' : '低い'}値です。${ask}`
      : null;
  }
  if (value * known.value < 0) return `${what}と符号が逆です。${ask}`;
  if (value === 0) return Math.abs(known.value) >= 10 ? `${what}に対して0です。${ask}` : null;
  const ratio = value / known.value;
  if (ratio >= 5) return `${what}の${number(Math.round(ratio))}倍です。${ask}`;
  if (ratio <= 0.1) return `${what}の${number(Math.max(0.1, Math.round(ratio * 1000) / 10))}%です。${ask}`;
  return null;
}

/** The last result before that year, else the baseline, else the year's target. */
function nearest(kpi: KpiRecord, fy: number, plan: Plan) {
  const last = [...resultsOf(kpi).values()].filter((one) => one.fy < fy && one.value !== null).at(-1);
  if (last?.value)
    return {
      name: '前回値',
      label: `${yearLabel(last.fy)}：`,
      text: shown(last),
      value: last.value,
      unit: last.unit,
    };
  const target = targetOf(kpi, fy, plan);
  const { baseline } = kpi;
  if (baseline?.value)
    return { name: '基準値', label: '', text: shown(baseline), value: baseline.value, unit: baseline.unit };
  if (target?.value && target.basis === undefined)
    return { name: '目標値', label: '', text: shown(target), value: target.value, unit: target.unit };
  return null;
}
