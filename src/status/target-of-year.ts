// Which printed target a fiscal year is held against, and whether it can be used at all.
import type { KpiRecord } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Target } from '../data/schemas/value.ts';

const NOT_SET =
  /^[\s\-—–―‐−－ー]*$|調整中|設定なし|設定無|未設定|未定|に設定|設定予定|をもって設定|開始予定|記載なし/;

/** False for —, 調整中, 単年度目標設定なし, 〜時に設定, 設定予定, 開始予定. */
export function isUsable(target: Target): boolean {
  return target.value !== null || !NOT_SET.test(target.text);
}

/** A target that stands for every year: 毎年度, 6回/年（令和8～12年度）. */
function isEveryYear(kpi: KpiRecord, target: Target): boolean {
  return target.every === true || (kpi.measure === 'per-year' && target.term === 'final');
}

/** The usable target for every year, if one is printed. */
export function everyYearTarget(kpi: KpiRecord): Target | undefined {
  return kpi.targets.find((target) => isEveryYear(kpi, target) && isUsable(target));
}

/** First fiscal year a target for every year stands for: the plan's first, but never the baseline's own. */
export function firstEveryYear(kpi: KpiRecord, plan: Plan): number {
  const afterBaseline =
    kpi.baseline?.fy === null || kpi.baseline === null ? plan.period.from : kpi.baseline.fy + 1;
  return Math.max(plan.period.from, afterBaseline);
}

/**
 * The target printed for that year; a total over the years (累計60件) stands before the year's own step.
 * A target for every year fills years without one. `undefined` when the year has none.
 */
export function targetOf(kpi: KpiRecord, fy: number, plan: Plan): Target | undefined {
  const own = kpi.targets.filter((target) => target.fy === fy && !isEveryYear(kpi, target));
  const firstTerm = kpi.measure === 'cumulative' ? 'final' : 'year';
  const usable = own.filter(isUsable).sort((a) => (a.term === firstTerm ? -1 : 1));
  if (usable[0]) return usable[0];
  const every = everyYearTarget(kpi);
  const ends = every?.fy ?? Number.POSITIVE_INFINITY;
  if (every && own.length === 0 && fy >= firstEveryYear(kpi, plan) && fy <= ends) return every;
  return own[0];
}

/** A usable target without any year (10, 知見の共有): it can only be held against a result that exists. */
export function yearlessTarget(kpi: KpiRecord): Target | undefined {
  return kpi.targets.find((target) => target.fy === null && !isEveryYear(kpi, target) && isUsable(target));
}

/** Years with a usable target of their own, oldest first. */
export function targetYears(kpi: KpiRecord): number[] {
  const years = kpi.targets
    .filter((target) => isUsable(target) && !isEveryYear(kpi, target))
    .flatMap((target) => target.fy ?? []);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** The year after which nothing more is asked; null when the target stands for every year. */
export function finalYear(kpi: KpiRecord): number | null {
  return everyYearTarget(kpi) ? null : (targetYears(kpi).at(-1) ?? null);
}

/** The target over the whole period: the last one, or one marked as a total. */
export function wholeTarget(kpi: KpiRecord): Target | undefined {
  const finals = kpi.targets.filter((target) => target.term === 'final' && target.value !== null);
  return finals.at(-1) ?? kpi.targets.findLast((target) => target.cumulative && target.value !== null);
}

/** Where the year has no target of its own: the line to a total, a level to keep, a target without any year. */
export function stretchesTo(kpi: KpiRecord, fy: number): Target | undefined {
  const yearless = yearlessTarget(kpi);
  if (yearless) return yearless;
  const later = kpi.targets.find((target) => isUsable(target) && target.fy !== null && target.fy > fy);
  if (kpi.measure === 'maintain') return later;
  return kpi.measure === 'cumulative' && later ? wholeTarget(kpi) : undefined;
}
