// The state of a KPI on a day, judged once: many questions of a day look at the same KPIs.
import type { KpiRecord, RecordedActual, Repository } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Source } from '../data/schemas/source.ts';
import type { Day } from '../ports/clock.ts';
import { judgeNow } from '../status/judge-now.ts';
import type { StateNow, Status } from '../status/verdict.ts';

/** What conditions ask of a state: a twentieth of its memory. */
export interface Standing {
  status: Status;
  /** Fiscal year judged. */
  fy: number | null;
  source: Source | null;
  /** Of the last year that could be judged, where the state itself is no judgement. */
  lastStatus: Status | null;
  lagging: boolean;
}

interface Judged<What> {
  asOf: Day;
  /** Results laid over the record are a new list each time. */
  recorded: readonly RecordedActual[];
  what: What;
}

/** So many whole states are kept, enough for every list; of a KPI beyond them only how it stands. */
const MOST_KEPT = 4096;

let states = new WeakMap<KpiRecord, Judged<StateNow>>();
let kept = 0;
const standings = new WeakMap<KpiRecord, Judged<Standing>>();

/** `judgeNow`, kept until the day or the recorded results change. */
export function stateOf(repository: Repository, kpi: KpiRecord, plan: Plan, asOf: Day): StateNow {
  const before = still(states.get(kpi), kpi, asOf);
  if (before) return before;
  const state = judgeNow(kpi, asOf, plan, { projects: repository.projectsOf(kpi.id) });
  if (kept >= MOST_KEPT) {
    states = new WeakMap();
    kept = 0;
  }
  kept += 1;
  states.set(kpi, { asOf, recorded: kpi.recorded, what: state });
  return state;
}

/** How the state stands, kept for every KPI. */
export function standingOf(repository: Repository, kpi: KpiRecord, plan: Plan, asOf: Day): Standing {
  const before = still(standings.get(kpi), kpi, asOf);
  if (before) return before;
  const { status, inputs, lastJudged, lagging } = stateOf(repository, kpi, plan, asOf);
  const { fy, sources } = inputs;
  const lastStatus = lastJudged?.verdict.status ?? null;
  const standing = { status, fy, source: sources[0] ?? null, lastStatus, lagging };
  standings.set(kpi, { asOf, recorded: kpi.recorded, what: standing });
  return standing;
}

function still<What>(judged: Judged<What> | undefined, kpi: KpiRecord, asOf: Day): What | undefined {
  return judged?.asOf === asOf && judged.recorded === kpi.recorded ? judged.what : undefined;
}
