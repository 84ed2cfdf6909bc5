// What a record carries.
import type { Around } from '../around.ts';

/** The KPIs of a project, the projects of a KPI. */
export function carriedBy(id: string, { repository }: Pick<Around, 'repository'>): readonly string[] {
  return repository.project(id)?.kpis ?? repository.kpi(id)?.projects ?? [];
}

/** Records with what they carry. */
export function withCarried(ids: readonly string[], around: Pick<Around, 'repository'>): string[] {
  return [...ids, ...ids.flatMap((id) => carriedBy(id, around))];
}
