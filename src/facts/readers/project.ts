// Cells of projects and of their rows (a row is the project with the one listing).
import type { ProjectRecord } from '../../data/repository.ts';
import type { Listing } from '../../data/schemas/project.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Cell } from '../cell.ts';
import { type Read, refCell, wordCell } from './reader.ts';

type ReadProject = Read<ProjectRecord>;

const first = ({ sources }: ProjectRecord): Source | null => sources[0] ?? null;

/** One cell for each row that prints the word. */
function perRow(read: (listing: Listing) => { word: string | null; fy: number | null } | null): ReadProject {
  return ({ listings }) =>
    listings.flatMap((listing) => {
      const said = read(listing);
      return said ? [wordCell(said.word, listing.source, { fy: said.fy })] : [];
    });
}

const budget: ReadProject = ({ budgets }) =>
  budgets
    .map(
      (own): Cell => ({
        fy: own.fy,
        value: own.thousandYen === null ? null : own.thousandYen * 1000,
        word: null,
        text: own.text,
        unit: '千円',
        source: own.source,
      }),
    )
    .sort((a, b) => (a.fy ?? 0) - (b.fy ?? 0));

const labor: ReadProject = ({ listings }) =>
  listings.flatMap(({ laborCostThousandYen: own, source }) =>
    own === null
      ? []
      : [{ fy: null, value: own * 1000, word: null, text: String(own), unit: '千円', source }],
  );

const number: ReadProject = (project) => {
  if (project.number !== null)
    return [wordCell(String(project.number), first(project), { value: project.number })];
  return project.listings.flatMap(({ source }) => {
    const printed = /^No\. ?(\d+)$/.exec(source.place);
    return printed ? [wordCell(source.place, source, { value: Number(printed[1]) })] : [];
  });
};

const policy: ReadProject = ({ listings }, repository) =>
  listings.flatMap((listing) =>
    [listing.policy, ...listing.directions].flatMap((id) => {
      const found = repository.policy(id);
      if (!found) return [];
      const text = `${found.code ?? ''} ${found.name}`.trim();
      return [{ ...refCell(id, found.name, listing.source), text }];
    }),
  );

const sdgs: ReadProject = ({ listings }) => {
  const cells = listings.flatMap(({ sdgs: goals, source }) =>
    goals.map((goal) => wordCell(String(goal), source, { value: goal })),
  );
  return cells
    .filter(({ word }, index) => cells.findIndex((other) => other.word === word) === index)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
};

/** By name of the attribute. */
export const projectReaders: Readonly<Record<string, ReadProject>> = {
  budget,
  labor,
  number,
  policy,
  sdgs,
  evaluation: perRow(({ evaluation }) => evaluation),
  policyEvaluation: perRow(({ policyEvaluation }) => policyEvaluation),
  budgetChange: perRow(({ budgetChange }) => (budgetChange ? { word: budgetChange, fy: null } : null)),
  outcomeDirection: perRow(({ outcomeDirection }) =>
    outcomeDirection ? { word: outcomeDirection, fy: null } : null,
  ),
  costBearing: (project) => (project.costBearing ? [wordCell(project.costBearing.text, first(project))] : []),
  roles: (project) =>
    project.roles
      ? [wordCell(`中心都市：${project.roles.lead}、連携市町：${project.roles.partners}`, first(project))]
      : [],
  effects: (project) => project.effects.map((effect) => wordCell(effect, first(project))),
  mainYears: (project) => project.mainProjectYears.map((fy) => wordCell(String(fy), first(project), { fy })),
  department: (project) =>
    project.department === null ? [] : [refCell(project.department, project.department, first(project))],
  towns: (project) =>
    project.participants.scope === 'unknown'
      ? []
      : project.participants.towns.map((town) => refCell(town, town, first(project))),
  plan: (project, repository) => [
    refCell(project.plan, repository.plan(project.plan)?.name ?? project.plan, first(project)),
  ],
  kpis: (project, repository) =>
    repository.kpisOf(project.id).map((kpi) => refCell(kpi.id, kpi.name, kpi.sources[0])),
  summary: (project) => [wordCell(project.summary, first(project))],
  name: (project) => [wordCell(project.name, first(project))],
  alias: (project) => project.aliases.map((alias) => wordCell(alias, first(project))),
  place: ({ listings }) => listings.map(({ source }) => wordCell(source.place, source)),
  repeated: ({ listings }) =>
    listings.flatMap(({ repeated, source }) => (repeated ? [wordCell('再掲', source)] : [])),
};
