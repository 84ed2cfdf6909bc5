// 「KPIは」, 「どの事業の？」: what hangs on what the thread spoke of.
import type { Around } from '../../around.ts';
import type { Predicate, Query, SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { type Item, isIntent } from '../frame.ts';
import { settled } from '../sets.ts';
import { wantedOf } from '../wanted.ts';

const quiet = new Set(['that', 'which', 'tell', 'list', 'then', 'whether', 'each', 'others']);
/** What projects and KPIs stand in. */
const holds = new Set<SubjectSet['kind']>(['policy', 'plan', 'department']);
/** そこに入っている, 載っている. */
const inIt = new Set(['join', 'written', 'where', 'filler']);

export const hangingOn: Rule = (clause) => {
  const { frame, before, subjects, conditions, around, years } = clause;
  // その事業の only points.
  const kinds = frame.kinds().filter((item) => !points(frame.before(item)));
  const [kind, more] = kinds.map(({ meaning }) => meaning.kind);
  if (!before || around.command !== null || more || (kind !== 'kpi' && kind !== 'project')) return null;
  if (subjects.any() || conditions.length > 0 || years.all.length > 0 || wantedOf(clause).length > 0)
    return null;
  const placed = before.sets.every((set) => holds.has(set.kind));
  const idle = (id: string) => quiet.has(id) || (placed && inIt.has(id));
  if (frame.items.some(({ meaning }) => meaning?.is === 'intent' && !idle(meaning.id))) return null;
  const sets = before.sets.flatMap((set) => hung(settled(set, clause), kind, clause) ?? []);
  return sets.length > 0 && sets.length === before.sets.length
    ? { ...emptyQuery('list'), of: kind, sets }
    : null;
};

function hung(
  set: SubjectSet,
  kind: 'kpi' | 'project',
  { around: { repository } }: Clause,
): SubjectSet | null {
  if (holds.has(set.kind)) return { ...set, kind, named: null, where: [...set.where, ...holderOf(set)] };
  if (set.kind === kind || (set.kind !== 'kpi' && set.kind !== 'project')) return null;
  if (set.named === null) return { ...set, kind };
  if (kind === 'kpi') return { kind, named: null, where: [{ is: 'of-project', ids: set.named }], label: '' };
  const named = [...new Set(set.named.flatMap((id) => repository.projectsOf(id).map((one) => one.id)))];
  return { ...set, kind, named };
}

/** Named parts of a plan, plans or offices, as what a member stands in. */
function holderOf({ kind, named, label }: SubjectSet): Predicate[] {
  if (named === null) return [];
  if (kind === 'policy') return [{ is: 'policy', ids: named, label }];
  return kind === 'plan' ? [{ is: 'plan', ids: named }] : [{ is: 'department', names: named }];
}

const points = (item: Item | undefined): boolean => isIntent(item, 'that') && item?.after === '';

/** KPIs of named projects as KPIs by name, for what a thread asks of them next. */
export function withNamedKpis(before: Query, { repository }: Around): Query {
  const sets = before.sets.map((set) => {
    const [only, more] = set.where;
    if (set.kind !== 'kpi' || set.named !== null || only?.is !== 'of-project' || more) return set;
    const named = [...new Set(only.ids.flatMap((id) => repository.project(id)?.kpis ?? []))];
    return named.length > 0 ? { ...set, named, where: [] } : set;
  });
  return { ...before, sets };
}
