// Views of the same plans: as they were published, and with one workspace's own results.
import { resultsOver } from './recorded-log.ts';
import type { KpiRecord, Repository } from './repository.ts';

/** The same plans without recorded results, now and later: for people who may not read them yet. */
export function withoutRecorded(repository: Repository): Repository {
  return {
    ...withBareKpis(repository),
    applyEntries: () => undefined,
    history: () => [],
    lastSeq: () => 0,
  };
}

/** The same plans with results of their own: several workspaces share the records, and see none of each other's results. */
export function withOwnResults(repository: Repository): Repository {
  const own = withBareKpis(repository);
  return { ...own, ...resultsOver(own.kpi) };
}

/** KPIs are copies, everything else is shared. */
function withBareKpis(repository: Repository): Repository {
  const kpis = repository.kpis.map((kpi): KpiRecord => ({ ...kpi, recorded: [] }));
  const known = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  return {
    ...repository,
    kpis,
    kpi: (id) => known.get(id),
    kpisOf: (project) => repository.kpisOf(project).flatMap(({ id }) => known.get(id) ?? []),
  };
}
