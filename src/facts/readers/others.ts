// Cells of policies, plans, towns and departments.
import type { Repository } from '../../data/repository.ts';
import type { Municipality } from '../../data/schemas/municipality.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Policy } from '../../data/schemas/policy.ts';
import type { Subject } from '../cell.ts';
import { type Read, refCell, wordCell } from './reader.ts';

type PolicyRecord = Policy & { plan: string };

const refs = (records: readonly { id: string; name: string }[]) =>
  records.map(({ id, name }) => refCell(id, name));

/** By name of the attribute. */
export const policyReaders: Readonly<Record<string, Read<PolicyRecord>>> = {
  name: (policy) => [wordCell(policy.name, policy.source)],
  alias: (policy) => policy.aliases.map((alias) => wordCell(alias, policy.source)),
  number: (policy) => (policy.code === null ? [] : [wordCell(policy.code, policy.source)]),
  level: (policy, repository) => {
    const level = repository.plan(policy.plan)?.levels.find(({ id }) => id === policy.level);
    return [wordCell(policy.level, policy.source, { text: level?.name ?? policy.level })];
  },
  pages: ({ pages, source }) => (pages ? [wordCell(`${pages.from}～${pages.to}ページ`, source)] : []),
  summary: (policy) => (policy.summary === undefined ? [] : [wordCell(policy.summary, policy.source)]),
  place: (policy) => [wordCell(policy.source.place, policy.source)],
  plan: (policy, repository) => [
    refCell(policy.plan, repository.plan(policy.plan)?.name ?? policy.plan, policy.source),
  ],
  policy: (policy, repository) => {
    const above = policy.parent === null ? undefined : repository.policy(policy.parent);
    if (!above) return [];
    return [
      { ...refCell(above.id, above.name, above.source), text: `${above.code ?? ''} ${above.name}`.trim() },
    ];
  },
  projects: (policy, repository) => refs(repository.projectsUnder(policy.id)),
  kpis: (policy, repository) => refs(kpisUnder(policy.id, repository)),
};

/** KPIs that stand under the policy or below it, themselves or by their projects. */
export function kpisUnder(policy: string, repository: Repository) {
  const projects = new Set(repository.projectsUnder(policy).map(({ id }) => id));
  return repository.kpis.filter(
    (kpi) =>
      (kpi.policy !== null && repository.policyPath(kpi.policy).some(({ id }) => id === policy)) ||
      kpi.projects.some((id) => projects.has(id)),
  );
}

/** By name of the attribute. */
export const planReaders: Readonly<Record<string, Read<Plan>>> = {
  name: (plan) => [wordCell(plan.name, null)],
  alias: (plan) => plan.aliases.map((alias) => wordCell(alias, null)),
  period: ({ period }) =>
    period.ofFigures
      ? []
      : [wordCell(`${period.from}-${period.to}`, null, { fy: period.to, periodStart: period.from })],
  lead: ({ leadMunicipality: lead }) => (lead === null ? [] : [refCell(lead, lead)]),
  publisher: (plan) => [wordCell(plan.publisher, null)],
  published: ({ publishedFy }) => [wordCell('', null, { fy: publishedFy, value: publishedFy })],
  documents: (plan) =>
    plan.documents.map(({ number, title }) => wordCell(title, { document: number, place: title })),
  projects: (plan, { projects }) => refs(projects.filter((project) => project.plan === plan.id)),
  kpis: (plan, { kpis }) => refs(kpis.filter((kpi) => kpi.plan === plan.id)),
  towns: (plan, { projects }) => {
    const own = projects.filter((project) => project.plan === plan.id);
    return [...new Set(own.flatMap(({ participants }) => participants.towns))].map((town) =>
      refCell(town, town),
    );
  },
};

/** By name of the attribute. */
export const townReaders: Readonly<Record<string, Read<Municipality & Subject>>> = {
  name: (town) => [wordCell(town.name, null)],
  area: (town) => [wordCell(town.area, null)],
  projects: (town, { projects }) =>
    refs(projects.filter(({ participants }) => participants.towns.includes(town.name))),
};

/** By name of the attribute. */
export const departmentReaders: Readonly<Record<string, Read<Subject>>> = {
  name: (department) => [wordCell(department.name, null)],
  projects: (department, { projects }) =>
    refs(projects.filter((project) => project.department === department.name)),
  kpis: (department, repository) => {
    const own = repository.projects.filter((project) => project.department === department.name);
    const beside = repository.kpis.filter((kpi) => kpi.department === department.name);
    const kpis = new Map(
      [...own.flatMap(({ id }) => repository.kpisOf(id)), ...beside].map((kpi) => [kpi.id, kpi]),
    );
    return refs([...kpis.values()]);
  },
};
