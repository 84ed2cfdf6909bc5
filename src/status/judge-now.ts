// The state of a KPI on a day: the latest target that is due, beside it the last year that could be judged.
import { extended } from '../data/extended.ts';
import type { KpiRecord } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Day } from '../ports/clock.ts';
import { isOver } from './calendar.ts';
import { judgeYear } from './judge-year.ts';
import { isLagging, type JudgeContext, publishedWords } from './published.ts';
import { resultsOf } from './result-of-year.ts';
import { everyYearTarget, firstEveryYear, targetYears } from './target-of-year.ts';
import type { StateNow, Status, Verdict } from './verdict.ts';

/** Judges the KPI as it stands on `asOf`. */
export function judgeNow(
  kpi: KpiRecord,
  asOf: Day,
  plan: Plan,
  context: JudgeContext = { projects: [] },
): StateNow {
  const verdict = stateVerdict(kpi, asOf, plan, context);
  const judged = isJudged(verdict.status) ? null : lastJudged(kpi, asOf, plan, context);
  const published = publishedWords(kpi, plan, context);
  const lagging =
    isLagging(verdict.status) ||
    (judged !== null && isLagging(judged.verdict.status)) ||
    published.some((word) => word.lagging);
  return extended(verdict, { lastJudged: judged, published, lagging });
}

/** Whether a status is a judgement of a result (達成 … 遅れ). */
export function isJudged(status: Status): boolean {
  return status === '達成' || status === '順調' || isLagging(status);
}

/** A result once judged is judged so on any day. */
function judgeKept(
  kpi: KpiRecord,
  year: { fy: number; asOf: Day },
  plan: Plan,
  context: JudgeContext,
): Verdict {
  const verdict = context.kept?.judged.get(year.fy) ?? judgeYear(kpi, year, plan, context);
  if (isJudged(verdict.status)) context.kept?.judged.set(year.fy, verdict);
  return verdict;
}

function stateVerdict(kpi: KpiRecord, asOf: Day, plan: Plan, context: JudgeContext): Verdict {
  const year = currentYear(kpi, asOf, plan);
  if (year !== null) return judgeKept(kpi, { fy: year, asOf }, plan, context);
  // No usable target names a year: the newest printed cell says why.
  const latest = kpi.targets.flatMap((target) => target.fy ?? []).sort((a, b) => a - b);
  const over = latest.filter((fy) => isOver(fy, asOf)).at(-1) ?? latest[0] ?? plan.period.from;
  const verdict = judgeYear(kpi, { fy: over, asOf }, plan, context);
  const known = latest.length > 0 || verdict.inputs.actual !== null;
  return known ? verdict : { ...verdict, inputs: { ...verdict.inputs, fy: null, due: null } };
}

/** The fiscal year the state is about; null when no usable target names one. */
export function currentYear(kpi: KpiRecord, asOf: Day, plan: Plan): number | null {
  const results = resultsOf(kpi);
  const every = everyYearTarget(kpi);
  // Nothing measures a far reduction until a year's target or a result exists.
  if (kpi.measure === 'reduce-by' && results.size === 0 && targetYears(kpi).every((fy) => !isOver(fy, asOf)))
    return null;
  const years = targetYears(kpi);
  if (every) {
    const end = Math.min(every.fy ?? plan.period.to, plan.period.to);
    for (let fy = firstEveryYear(kpi, plan); fy <= end; fy += 1) years.push(fy);
  }
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const latest = sorted.filter((fy) => isOver(fy, asOf) || results.has(fy)).at(-1);
  if (latest === undefined) return sorted[0] ?? yearlessYear(kpi);
  if (results.has(latest) || !every) return latest;
  const lastResult = sorted.filter((fy) => fy < latest && results.has(fy)).at(-1) ?? Number.NEGATIVE_INFINITY;
  return sorted.find((fy) => fy > lastResult) ?? latest;
}

/** A target without a year is judged by the newest result, if there is one. */
function yearlessYear(kpi: KpiRecord): number | null {
  return [...resultsOf(kpi).keys()].at(-1) ?? null;
}

function lastJudged(kpi: KpiRecord, asOf: Day, plan: Plan, context: JudgeContext): StateNow['lastJudged'] {
  for (const fy of [...resultsOf(kpi).keys()].reverse()) {
    const verdict = judgeKept(kpi, { fy, asOf }, plan, context);
    if (isJudged(verdict.status)) return { fy, verdict };
  }
  return null;
}
