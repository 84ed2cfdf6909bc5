// A mean over the years (5年間の平均): no verdict before the period ends and every year is known.
import { yearLabels } from '../calendar.ts';
import { judgeEndYear } from './end-year.ts';
import type { Judging, Measured } from './measure.ts';

/** The mean of all years of the period, judged like an end-year target; a year without a result is named as missing. */
export function judgePeriodAverage(judging: Judging): Measured {
  const { plan, fy, target, result, results } = judging;
  if (target.fy !== null && fy < target.fy)
    return { kind: 'none', why: `期間（${yearLabels([target.fy])}まで）が終わるまで平均は判定しません` };
  if (result.average) return judgeEndYear(judging);
  const first = target.periodStart ?? plan.period.from;
  const years = Array.from({ length: fy - first + 1 }, (_, index) => first + index);
  const missing = years.filter((year) => (results.get(year)?.value ?? null) === null);
  if (missing.length > 0)
    return { kind: 'missing', years: missing, why: `平均に要る${yearLabels(missing)}の実績が未登録です` };
  const total = years.reduce((sum, year) => sum + (results.get(year)?.value ?? 0), 0);
  return judgeEndYear({ ...judging, result: { ...result, value: total / years.length } });
}
