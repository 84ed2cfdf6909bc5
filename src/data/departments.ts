// Who is in charge of a KPI: its own department where the plan prints one beside it, else those of its projects.
import type { KpiRecord, Repository } from './repository.ts';

/** Names of the departments of a KPI, each once. */
export function departmentsOfKpi(kpi: KpiRecord, { projectsOf }: Pick<Repository, 'projectsOf'>): string[] {
  if (kpi.department !== undefined) return [kpi.department];
  return [...new Set(projectsOf(kpi.id).flatMap(({ department }) => department ?? []))];
}
