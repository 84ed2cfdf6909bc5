// Whether a record fulfils the conditions of a question.
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Listing } from '../data/schemas/project.ts';
import type { Day } from '../ports/clock.ts';
import type { Condition, Question } from '../question/question.ts';
import { isKpiCondition } from '../question/question-kind.ts';
import { setsNoTarget } from './describe-kpi.ts';
import { budgetMove, holds, kpiFigures, projectFigures } from './figures.ts';
import { stateOf } from './judged.ts';
import { isDash } from './wording.ts';

type Keep = (kind: 'kpi' | 'project', id: string) => boolean;

/** Conditions that must meet in one and the same row of the document. */
const ofListing: Condition['on'][] = [
  'policy',
  'sdg',
  'evaluation',
  'budgetChange',
  'outcome',
  'repeated',
  'row',
];

function isOfListing(condition: Condition): boolean {
  if (condition.on === 'not') return isOfListing(condition.that);
  if (condition.on === 'any') return condition.of.every(isOfListing);
  return ofListing.includes(condition.on);
}

/** A test for records, made once per question. */
export function conditionTest(repository: Repository, question: Question, asOf: Day): Keep {
  const { conditions } = question;
  const kpiOnes = conditions.filter(isKpiCondition);
  const others = conditions.filter((condition) => !isKpiCondition(condition));
  const rows = others.filter(isOfListing);
  const plain = others.filter((condition) => !isOfListing(condition));

  const kpiFits = (kpi: KpiRecord) => kpiOnes.every((condition) => fulfils(kpi, condition));
  const projectFits = (project: ProjectRecord, kpi?: KpiRecord) =>
    plain.every((condition) => projectFulfils(project, condition)) &&
    (rows.length === 0 ||
      rowsOf(project, kpi).some((listing) => rows.every((condition) => listingFulfils(listing, condition))));

  return (kind, id) => {
    if (kind === 'project') {
      const project = repository.project(id);
      if (!project || !projectFits(project)) return false;
      return kpiOnes.length === 0 || repository.kpisOf(id).some(kpiFits);
    }
    const kpi = repository.kpi(id);
    if (!kpi || !kpiFits(kpi)) return false;
    const own = others.filter((condition) => !kpiStands(kpi, condition));
    if (own.length === 0) return true;
    return repository.projectsOf(id).some((project) => projectFits(project, kpi));
  };

  /** A KPI's own plan, and the policy it stands under itself. */
  function kpiStands(kpi: KpiRecord, condition: Condition): boolean {
    if (condition.on === 'any') return condition.of.some((one) => kpiStands(kpi, one));
    if (condition.on === 'not')
      return (condition.that.on === 'plan' || kpi.policy !== null) && !kpiStands(kpi, condition.that);
    if (condition.on === 'plan') return condition.plans.includes(kpi.plan);
    if (condition.on === 'policy' && kpi.policy !== null)
      return repository.policyPath(kpi.policy).some((node) => condition.policies.includes(node.id));
    return false;
  }

  function projectFulfils(project: ProjectRecord, condition: Condition): boolean {
    switch (condition.on) {
      case 'plan':
        return condition.plans.includes(project.plan);
      case 'department':
        return project.department !== null && condition.departments.includes(project.department);
      case 'town':
        // Where no towns are printed nobody can be said to be missing.
        return (
          project.participants.scope !== 'unknown' &&
          project.participants.towns.includes(condition.town) === condition.joined
        );
      case 'scope':
        return project.participants.scope === condition.scope;
      case 'townCount':
        return (
          project.participants.scope !== 'unknown' &&
          holds(project.participants.towns.length, { relation: condition.relation, value: condition.count })
        );
      case 'any':
        return condition.of.some((one) => projectFulfils(project, one));
      case 'not':
        // Where nothing is printed nothing can be said not to be so.
        if (condition.that.on === 'missing')
          return project.budgets.some(
            ({ fy, thousandYen }) =>
              thousandYen !== null && (question.years.length === 0 || question.years.includes(fy)),
          );
        if (condition.that.on === 'department' && project.department === null) return false;
        if (condition.that.on === 'bearer' && project.costBearing === null) return false;
        return !projectFulfils(project, condition.that);
      case 'bearer':
        return project.costBearing !== null && condition.bearers.includes(project.costBearing.bearer);
      case 'mainYears':
        return (
          condition.years.every((year) => project.mainProjectYears.includes(year)) &&
          (!condition.only || project.mainProjectYears.length === condition.years.length)
        );
      case 'compare':
        return projectFigures(project, condition.what, question.years).some((value) =>
          holds(value, condition),
        );
      case 'moved': {
        const change = budgetMove(project, question.years);
        if (change === null) return false;
        return condition.way === 'up' ? change > 0 : condition.way === 'down' ? change < 0 : change === 0;
      }
      case 'kpiCount':
        return holds(project.kpis.length, { relation: condition.relation, value: condition.count });
      case 'missing':
        return (
          project.budgets.length > 0 &&
          project.budgets
            .filter(({ fy }) => question.years.length === 0 || question.years.includes(fy))
            .every((budget) => budget.thousandYen === null) &&
          repository
            .plan(project.plan)
            ?.budgetYears.some((fy) => question.years.length === 0 || question.years.includes(fy)) === true
        );
      default:
        return true;
    }
  }

  /** All rows of the project; for one of its KPIs only those that print it. */
  function rowsOf(project: ProjectRecord, kpi?: KpiRecord): Listing[] {
    const places = new Set(kpi?.sources.map(({ document, place }) => `${document} ${place}`));
    const shared = project.listings.filter(({ source }) => places.has(`${source.document} ${source.place}`));
    return shared.length > 0 ? shared : project.listings;
  }

  function listingFulfils(listing: Listing, condition: Condition): boolean {
    switch (condition.on) {
      case 'policy':
        return [listing.policy, ...listing.directions].some((own) =>
          repository.policyPath(own).some((node) => condition.policies.includes(node.id)),
        );
      case 'sdg':
        return listing.sdgs.includes(condition.goal);
      case 'evaluation':
        return (
          (condition.of === 'policy' ? listing.policyEvaluation : listing.evaluation)?.word === condition.word
        );
      case 'budgetChange':
        return listing.budgetChange === condition.word;
      case 'outcome':
        return listing.outcomeDirection === condition.word;
      case 'repeated':
        return listing.repeated;
      case 'any':
        return condition.of.some((one) => listingFulfils(listing, one));
      case 'not':
        return printedIn(listing, condition.that) && !listingFulfils(listing, condition.that);
      case 'row':
        return listing.source.place === `No. ${condition.number}`;
      default:
        return true;
    }
  }

  /** Whether the row has a cell for what it shall not be. */
  function printedIn(listing: Listing, { on }: Condition): boolean {
    if (on === 'evaluation') return listing.evaluation !== null;
    if (on === 'budgetChange') return listing.budgetChange !== null;
    if (on === 'outcome') return listing.outcomeDirection !== null;
    return on !== 'sdg' || listing.sdgs.length > 0;
  }

  /** Ranks have no printed rate: 「目標順位に届かなかった」 holds the result against the target. */
  function missedRank(kpi: KpiRecord, condition: Extract<Condition, { on: 'compare' }>): boolean {
    const ranks = conditions.some((one) => one.on === 'direction' && one.directions.includes('rank'));
    if (kpi.direction !== 'rank' || !ranks || condition.what !== 'rate' || condition.value !== 100)
      return false;
    return kpi.actuals.some(({ fy, value }) => {
      const target = kpi.targets.find((one) => one.fy === fy)?.value ?? null;
      if (value === null || target === null) return false;
      if (question.years.length > 0 && !question.years.includes(fy)) return false;
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
          kpiFigures(kpi, condition.what, question.years, condition.unit).some((value) =>
            holds(value, condition),
          )
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
