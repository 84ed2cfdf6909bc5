// Plan and department conditions as a filter of the search: it meets every record that holds a common word.
import { departmentsOfKpi } from '../../data/departments.ts';
import type { KpiRecord, ProjectRecord } from '../../data/repository.ts';
import { sourceOf } from '../../facts/lazy-list.ts';
import type { Around } from '../around.ts';
import type { Predicate } from '../query.ts';

export type RecordKind = 'project' | 'kpi';

/** `place`: among the records of its kind, where it is known. */
type Keeper = (kind: RecordKind, id: string, place?: number) => boolean;

/** The filters of one question: its search knows them again. */
const keepers = new WeakMap<Around['search'], Map<string, Keeper>>();

/** The filter; undefined where no plan and no department is asked for. */
export function keeper(where: readonly Predicate[], around: Around): Keeper | undefined {
  const plans = where.flatMap((predicate) => (predicate.is === 'plan' ? predicate.ids : []));
  const departments = where.flatMap((predicate) => (predicate.is === 'department' ? predicate.names : []));
  if (plans.length === 0 && departments.length === 0) return undefined;
  const known = keepers.get(around.search) ?? new Map<string, Keeper>();
  keepers.set(around.search, known);
  const key = JSON.stringify([plans, departments]);
  const keep = known.get(key) ?? newKeeper(plans, departments, around);
  known.set(key, keep);
  return keep;
}

function newKeeper(plans: readonly string[], departments: readonly string[], { repository }: Around): Keeper {
  const recordAt = (kind: RecordKind, id: string, place: number | undefined) => {
    if (place !== undefined) return (kind === 'kpi' ? repository.kpis : repository.projects)[place];
    return kind === 'kpi' ? repository.kpi(id) : repository.project(id);
  };
  const inDepartments = (kind: RecordKind, record: KpiRecord | ProjectRecord) => {
    const own =
      kind === 'kpi'
        ? departmentsOfKpi(record as KpiRecord, repository)
        : [(record as ProjectRecord).department ?? ''];
    return own.some((name) => departments.includes(name));
  };
  let inPlans: Record<RecordKind, Uint8Array> | undefined;
  return (kind, id, place) => {
    // Of records that are made when they are looked at the plan is told by their place.
    if (plans.length > 0 && place !== undefined && !sourceOf(repository.projects)) {
      inPlans ??= { project: ofPlans(repository.projects, plans), kpi: ofPlans(repository.kpis, plans) };
      if (inPlans[kind][place] === 0) return false;
      if (departments.length === 0) return true;
    }
    const record = recordAt(kind, id, place);
    if (!record) return false;
    if (plans.length > 0 && !plans.includes(record.plan)) return false;
    return departments.length === 0 || inDepartments(kind, record);
  };
}

type Stretch = { plan: string; from: number; to: number };

/** Where the records of a plan stand: one after the other. */
const stretches = new WeakMap<readonly { plan: string }[], readonly Stretch[]>();

/** One byte a record: whether its plan is one of these. */
function ofPlans(records: readonly { plan: string }[], plans: readonly string[]): Uint8Array {
  const known = stretches.get(records) ?? stretchesOf(records);
  stretches.set(records, known);
  const places = new Uint8Array(records.length);
  for (const { plan, from, to } of known) if (plans.includes(plan)) places.fill(1, from, to);
  return places;
}

function stretchesOf(records: readonly { plan: string }[]): Stretch[] {
  const found: Stretch[] = [];
  records.forEach(({ plan }, at) => {
    const last = found.at(-1);
    if (last?.plan === plan) last.to = at + 1;
    else found.push({ plan, from: at, to: at + 1 });
  });
  return found;
}
