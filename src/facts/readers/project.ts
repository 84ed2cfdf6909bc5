// Cells of projects and of their rows (a row is the project with the one listing).
import { extended } from '../../data/extended.ts';
import type { ProjectRecord } from '../../data/repository.ts';
import type { DeclaredAmount } from '../../data/schemas/amount.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import type { Source } from '../../data/schemas/source.ts';
import { amountsOf } from '../../data/values.ts';
import type { Cell } from '../cell.ts';
import { amountKinds, isBudget } from '../plan-attributes.ts';
import { type Read, refCell, wordCell } from './reader.ts';

type ReadProject = Read<ProjectRecord>;

const first = ({ sources }: ProjectRecord): Source | null => sources[0] ?? null;

/** Amounts of a kind in the unit their column is printed in. */
function amounts(kindOf: (plan: Plan) => DeclaredAmount | undefined): ReadProject {
  return (project, repository) => {
    const plan = repository.plan(project.plan);
    const declared = plan && kindOf(plan);
    if (!declared) return [];
    return amountsOf(project, declared.kind).map(
      ({ fy, yen, text, source, note, called }): Cell => ({
        fy,
        value: yen,
        word: null,
        text,
        unit: declared.unit,
        source,
        ...(note === undefined ? {} : { note }),
        ...(called === undefined ? {} : { called }),
      }),
    );
  };
}

/** What 予算 means in a plan; where none is printed, what was spent, else what is planned, each called by its name. */
const budget: ReadProject = (project, repository) => {
  const plan = repository.plan(project.plan);
  const [declared, ...others] = plan?.amountKinds ?? [];
  if (!declared) return [];
  const cells = amounts(() => declared)(project, repository);
  const called = (kind: DeclaredAmount) => (cell: Cell) =>
    extended(cell, { called: cell.called ?? kind.label });
  if (isBudget(declared)) {
    const beside = (kinds: readonly string[], years: typeof withRequest) => {
      const other = others.find(({ kind }) => kinds.includes(kind));
      const own = other ? amounts(() => other)(project, repository).map(called(other)) : [];
      return years(cells, own);
    };
    const asked = beside(['requested'], withRequest);
    return asked === cells ? beside(['revised', 'current'], withRevised) : asked;
  }
  const found = cells.map(called(declared));
  for (const kind of others.filter((one) => one.kind !== 'requested' && one.kind !== 'supplement'))
    for (const cell of amounts(() => kind)(project, repository))
      if (!found.some(({ fy }) => fy === cell.fy)) found.push(called(kind)(cell));
  return found.sort((a, b) => (a.fy ?? 0) - (b.fy ?? 0));
};

/** R7当初 | R8要求額, and no other year: what is asked for is held against the budget of the year before. */
function withRequest(budgets: Cell[], requests: readonly Cell[]): Cell[] {
  const [budget, more] = budgets;
  const [request, further] = requests;
  const follows = budget && request && request.fy === (budget.fy ?? 0) + 1;
  return follows && !more && !further ? [budget, request] : budgets;
}

/** R7補正後 | R8当初, and no other year: what the budget of the year before came to is held against the new one. */
function withRevised(budgets: Cell[], revised: readonly Cell[]): Cell[] {
  const [budget, more] = budgets;
  const [before, further] = revised;
  const precedes = budget && before && before.fy === (budget.fy ?? 0) - 1;
  return precedes && !more && !further ? [before, budget] : budgets;
}

/** Rows that are numbered: their places say so. */
const number: ReadProject = ({ listings }) =>
  listings.flatMap(({ source }) => {
    const printed = /^No\. ?(\d+)$/.exec(source.place);
    return printed ? [wordCell(source.place, source, { value: Number(printed[1]) })] : [];
  });

const policy: ReadProject = ({ listings }, repository) =>
  listings.flatMap((listing) =>
    [listing.policy, ...listing.directions].flatMap((id) => {
      const found = repository.policy(id);
      if (!found) return [];
      const text = `${found.code ?? ''} ${found.name}`.trim();
      return [{ ...refCell(id, found.name, listing.source), text }];
    }),
  );

/** By name of the attribute. */
export const projectReaders: Readonly<Record<string, ReadProject>> = {
  ...Object.fromEntries(
    [...amountKinds].map(([name, kind]) => [
      name,
      amounts((plan) => plan.amountKinds.find((declared) => declared.kind === kind)),
    ]),
  ),
  budget,
  number,
  policy,
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
