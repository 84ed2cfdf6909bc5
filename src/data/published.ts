// The plans as they were published: what staff recorded is left out, for people who may not read it yet.
import type { KpiRecord, Repository } from './repository.ts';

/** The same plans without recorded results, now and later. */
export function withoutRecorded(repository: Repository): Repository {
  const known = new Map<string, KpiRecord>();
  const bare = (kpi: KpiRecord): KpiRecord => {
    const made = known.get(kpi.id) ?? { ...kpi, recorded: [] };
    known.set(kpi.id, made);
    return made;
  };
  const kpis = repository.kpis.map(bare);
  return {
    ...repository,
    kpis,
    kpi: (id) => known.get(id),
    kpisOf: (project) => repository.kpisOf(project).map(bare),
    applyEntries: () => undefined,
    history: () => [],
    lastSeq: () => 0,
  };
}
