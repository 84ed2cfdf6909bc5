// Budgets of the export to the yen: what the plan means by 予算.
import type { Export, ExportedProject } from '../../../src/present/export/everything.ts';

/** What stands in a year, in yen. */
export interface YenOfYear {
  fy: number;
  yen: number;
}

/** Figures only: a dash or blank is none. */
export function budgetsOf(project: ExportedProject, { plans }: Export): YenOfYear[] {
  const kind = plans.find(({ id }) => id === project.plan)?.amountKinds[0]?.kind;
  const exact = project.amounts?.filter((amount) => amount.kind === kind);
  const all = exact
    ? exact.map(({ fy, yen }) => ({ fy, yen }))
    : project.budgets.map(({ fy, thousandYen }) => ({
        fy,
        yen: thousandYen === null ? null : thousandYen * 1000,
      }));
  return all.flatMap(({ fy, yen }) => (yen === null ? [] : [{ fy, yen }]));
}

/** Projects that have a name of their own. */
export function namedOnce<T extends { name: string }>(records: readonly T[], data: Export): T[] {
  const counts = new Map<string, number>();
  for (const { name } of [...data.projects, ...data.kpis]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return records.filter(({ name }) => counts.get(name) === 1);
}
