// The state of a KPI on a day, judged once: many questions of a day look at the same KPIs.
import type { KpiRecord, RecordedActual, Repository } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Day } from '../ports/clock.ts';
import { judgeNow } from '../status/judge-now.ts';
import type { StateNow } from '../status/verdict.ts';

interface Judged {
  asOf: Day;
  /** Results laid over the record are a new list each time. */
  recorded: readonly RecordedActual[];
  state: StateNow;
}

const known = new WeakMap<KpiRecord, Judged>();

/** `judgeNow`, kept until the day or the recorded results change. */
export function stateOf(repository: Repository, kpi: KpiRecord, plan: Plan, asOf: Day): StateNow {
  const before = known.get(kpi);
  if (before && before.asOf === asOf && before.recorded === kpi.recorded) return before.state;
  const state = judgeNow(kpi, asOf, plan, { projects: repository.projectsOf(kpi.id) });
  known.set(kpi, { asOf, recorded: kpi.recorded, state });
  return state;
}
