// A new version's KPIs keep the ids of the old one where name and projects persist, so that recorded results stay with them.
import type { Kpi } from '../../data/schemas/kpi.ts';
import type { PlanFile } from '../../data/schemas/plan.ts';

/** The new file with old ids where a KPI of another key is the same by its name and its projects' names. */
export function keepIds(file: PlanFile, before: PlanFile | null): PlanFile {
  if (!before) return file;
  const nameKey = namer(before);
  const taken = new Set(file.kpis.map(({ id }) => id));
  const free = new Map<string, string | null>();
  for (const kpi of before.kpis) {
    if (taken.has(kpi.id)) continue;
    const key = nameKey(kpi);
    // Of two with one name it is unknown which is which.
    free.set(key, free.has(key) ? null : kpi.id);
  }
  const newKey = namer(file);
  const used = new Set<string>();
  const old = new Set(before.kpis.map(({ id }) => id));
  return {
    ...file,
    kpis: file.kpis.map((kpi) => {
      const id = old.has(kpi.id) ? null : free.get(newKey(kpi));
      if (!id || used.has(id)) return kpi;
      used.add(id);
      return { ...kpi, id };
    }),
  };
}

/** Name of a KPI with the names of its projects. */
function namer({ projects }: PlanFile): (kpi: Kpi) => string {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return (kpi) => [kpi.name, ...kpi.projects.map((id) => names.get(id) ?? '').sort()].join('\u0000');
}
