// The one project or KPI that the thread speaks of by name.
import type { Query, SubjectSet } from '../../query.ts';

/** Its id with the set it stands in; null where the thread speaks of several, or of none by name. */
export function onlyRecord(
  before: Query | null,
): { id: string; set: SubjectSet & { kind: 'project' | 'kpi' } } | null {
  const [set, more] = before?.sets ?? [];
  const [id, other] = set?.named ?? [];
  if (!set || more || id === undefined || other !== undefined) return null;
  return set.kind === 'project' || set.kind === 'kpi' ? { id, set: { ...set, kind: set.kind } } : null;
}
