// Whether a KPI fulfils a condition on its figures, its target or its state.
import type { KpiRecord, Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import type { Condition, Question } from '../question/question.ts';
import { setsNoTarget } from './describe-kpi.ts';
import { holds, kpiFigures } from './figures.ts';
import { stateOf } from './judged.ts';
import { isDash } from './wording.ts';

/** A test for KPIs, made once per question; conditions on projects hold for every KPI. */
export function kpiTest(
  repository: Repository,
  { conditions, years }: Question,
  asOf: Day,
): (kpi: KpiRecord, condition: Condition) => boolean {
  return fulfils;

  /** Ranks have no printed rate: 「目標順位に届かなかった」 holds the result against the target. */
  function missedRank(kpi: KpiRecord, condition: Extract<Condition, { on: 'compare' }>): boolean {
    const ranks = conditions.some((one) => one.on === 'direction' && one.directions.includes('rank'));
    if (kpi.direction !== 'rank' || !ranks || condition.what !== 'rate' || condition.value !== 100)
      return false;
    return kpi.actuals.some(({ fy, value }) => {
      const target = kpi.targets.find((one) => one.fy === fy)?.value ?? null;
      if (value === null || target === null) return false;
      if (years.length > 0 && !years.includes(fy)) return false;
      return condition.relation === '<' ? value > target : value <= target;
    });
  }

  function fulfils(kpi: KpiRecord, condition: Condition): boolean {
    switch (condition.on) {
      case 'direction':
        return condition.directions.includes(kpi.direction);
      case 'measure':
        if (condition.measures.includes('cumulative') && kpi.targets.some((target) => target.cumulative))
          return true;
        if (condition.measures.includes('milestone') && kpi.direction === 'milestone') return true;
        // 前年度比 is printed; R5年度比 compares with a fixed year.
        if (condition.measures.includes('year-over-year'))
          return kpi.targets.some((target) => target.basis === 'previous-year');
        return condition.measures.includes(kpi.measure);
      case 'any':
        return condition.of.some((one) => fulfils(kpi, one));
      case 'not':
        return !fulfils(kpi, condition.that);
      case 'everyYear':
        return kpi.targets.some((target) => target.every);
      case 'revised':
        return kpi.targetRevised === true;
      case 'status': {
        const plan = repository.plan(kpi.plan);
        if (!plan) return false;
        const state = stateOf(repository, kpi, plan, asOf);
        return (
          condition.statuses.includes(state.status) ||
          (state.lastJudged !== null && condition.statuses.includes(state.lastJudged.verdict.status))
        );
      }
      case 'missing':
        if (condition.what === 'baseline') return kpi.baseline === null || isDash(kpi.baseline.text);
        if (condition.what === 'actual') return kpi.actuals.every((actual) => isDash(actual.text));
        return kpi.measure === 'unset' || kpi.targets.length === 0;
      case 'compare':
        return (
          missedRank(kpi, condition) ||
          kpiFigures(kpi, condition.what, years, condition.unit).some((value) => holds(value, condition))
        );
      case 'unit':
        return [...kpi.targets, ...kpi.actuals, ...(kpi.baseline ? [kpi.baseline] : [])].some(
          ({ unit }) => unit === condition.unit,
        );
      case 'wordedTarget':
        return (
          kpi.targets.some((target) => !setsNoTarget(target)) &&
          kpi.targets.every((target) => target.value === null)
        );
      default:
        return true;
    }
  }
}
