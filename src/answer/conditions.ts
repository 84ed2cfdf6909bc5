// Whether a record fulfils all conditions of a question; a project's own ones are read here.
import type { KpiRecord, ProjectRecord, Repository } from '../data/repository.ts';
import type { Listing } from '../data/schemas/project.ts';
import type { Day } from '../ports/clock.ts';
import type { Condition, Question } from '../question/question.ts';
import { isKpiCondition } from '../question/question-kind.ts';
import { budgetMove, holds, projectFigures } from './figures.ts';
import { kpiTest } from './kpi-conditions.ts';
import { isOfListing, listingTest } from './listing-conditions.ts';

type Keep = (kind: 'kpi' | 'project', id: string) => boolean;

/** A test for records, made once per question. */
export function conditionTest(repository: Repository, question: Question, asOf: Day): Keep {
  const { conditions } = question;
  const kpiOnes = conditions.filter(isKpiCondition);
  const others = conditions.filter((condition) => !isKpiCondition(condition));
  const rows = others.filter(isOfListing);
  const plain = others.filter((condition) => !isOfListing(condition));

  const fulfils = kpiTest(repository, question, asOf);
  const listingFulfils = listingTest(repository);

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
}
