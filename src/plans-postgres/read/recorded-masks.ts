// Recorded results are laid over what is printed: the KPIs that have any are judged from their records.
import type { RunContext } from '../../answer/run/context.ts';
import type { Mask } from '../../answer/run/mask.ts';
import { direct } from '../../answer/run/predicates/direct.ts';
import type { Other } from '../../answer/run/predicates/kind-for.ts';
import type { KpiRecord } from '../../data/repository.ts';
import { createFacts } from '../../facts/facts.ts';
import type { Records } from './records.ts';

/** The mask with the KPIs at the places put right. @throws Missing */
export function withRecorded(
  { mask, places, records }: { mask: Mask; places: readonly number[]; records: Records },
  predicate: Other,
  context: RunContext,
): Mask {
  const kpis = records.all('kpi', places);
  const repository = fewRecords(kpis, context);
  const few = direct(predicate, 'kpi', {
    ...context,
    facts: createFacts(repository),
    repository,
    far: undefined,
  });
  const [yes, known] = [mask.yes.slice(), mask.known.slice()];
  places.forEach((place, at) => {
    yes[place] = few.yes[at] as number;
    known[place] = few.known[at] as number;
  });
  return { yes, known };
}

/** A repository of these KPIs and their projects alone. */
function fewRecords(kpis: readonly KpiRecord[], { repository }: RunContext) {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const projects = [...new Set(kpis.flatMap(({ id }) => repository.projectsOf(id)))];
  return { ...repository, kpis: [...kpis], kpi: (id: string) => byId.get(id), projects };
}
