// A running total (累計60件): against the steps so far, without steps a straight line, in the end year against the whole.
import type { Target } from '../../data/schemas/value.ts';
import { yearLabel } from '../calendar.ts';
import { number, percent } from '../notation.ts';
import { wholeTarget } from '../target-of-year.ts';
import { band, comparableBase, type Judging, type Measured } from './measure.ts';

/** The total up to the year against what should be reached by then: 45 of 60件 after four of five years. */
export function judgeCumulative(judging: Judging): Measured {
  const { kpi, plan, fy, target, bands } = judging;
  const whole = wholeTarget(kpi);
  const isWhole = target === whole;
  const steps = annualSteps(judging, whole);
  const total = runningTotal(judging, steps, whole);
  let aim = target.value;
  let aimName = '目標';
  if (steps.length > 0 && !isWhole && total.isSum) {
    aim = sum(steps.filter((step) => (step.fy ?? 0) <= fy).map((step) => step.value ?? 0));
    aimName = '目標の累計';
  } else if (isWhole && whole.fy !== null && fy < whole.fy && whole.value !== null) {
    const base = comparableBase(judging) ?? 0;
    const start = kpi.baseline?.fy ?? (whole.periodStart ?? plan.period.from) - 1;
    aim = base + ((whole.value - base) * (fy - start)) / (whole.fy - start);
    aimName = '直線の目安';
  }
  if (aim === null || aim <= 0 || total.value === null)
    return { kind: 'none', why: '累計の目標か実績が数値ではないため判定しません' };
  const rate = (total.value / aim) * 100;
  return {
    kind: 'judged',
    status: band(rate, bands),
    rate,
    rateName: '達成率',
    formula: `${total.name} ÷ ${aimName} × 100 = ${total.written} ÷ ${number(round(aim))} × 100 = ${percent(rate)}`,
    ...(aimName === '直線の目安' || total.isSum
      ? {
          says: `${yearLabel(fy)}までの${aimName}${number(round(aim))}${target.unit ?? ''}に対し${total.name}${number(total.value)}${target.unit ?? ''}`,
        }
      : {}),
    ...(total.assumed ? { flags: ['累計の値とみなして判定'] } : {}),
  };
}

/** Steps that count one year each (10・20・30件 for 累計60件); steps that are totals themselves are left out. */
function annualSteps({ kpi }: Judging, whole: Target | undefined): Target[] {
  const steps = kpi.targets
    .filter((t) => t !== whole && t.term === 'year' && t.fy !== null && t.value !== null && !t.cumulative)
    .sort((a, b) => (a.fy ?? 0) - (b.fy ?? 0));
  const last = steps.at(-1);
  const endsInWhole = last !== undefined && whole?.fy === last.fy && whole.value === last.value;
  return endsInWhole ? [] : steps;
}

/**
 * The total reached by the year. With yearly steps plain figures are the year's own and are added up from the first
 * step on; where a year is missing, the end year's figure is read as the total and other years stand alone.
 */
function runningTotal(judging: Judging, steps: readonly Target[], whole: Target | undefined) {
  const { fy, result, results, target } = judging;
  const isWhole = target === whole;
  const plain = {
    value: result.value,
    name: '実績',
    written: number(result.value ?? 0),
    isSum: false,
    assumed: false,
  };
  if (result.cumulative) return { ...plain, name: '累計の実績', isSum: steps.length > 0 && !isWhole };
  const first = steps[0]?.fy;
  if (first === undefined || first === null || result.value === null) return plain;
  const lastTotal = [...results.values()].filter((one) => one.cumulative && one.fy <= fy).at(-1)?.fy;
  const start = lastTotal ?? Math.min(first, (isWhole ? target.periodStart : undefined) ?? first);
  const figures: number[] = [];
  for (let year = start; year <= fy; year += 1) {
    const value = results.get(year)?.value;
    if (value === undefined || value === null) return { ...plain, assumed: isWhole };
    figures.push(value);
  }
  return {
    value: sum(figures),
    name: '実績の累計',
    written: figures.length > 1 ? `(${figures.map(number).join(' + ')})` : number(sum(figures)),
    isSum: figures.length > 1 || lastTotal !== undefined,
    assumed: false,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
