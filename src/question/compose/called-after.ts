// 空き家の流通・活用支援事業 and 空き家の流通・活用支援件数: a KPI that no column links to its project and that is called after it.

import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Query, SubjectSet } from '../query.ts';

/** Shorter names stand in those of many KPIs. */
const shortest = 5;

/** KPIs of projects that carry none: those of the same plan whose names begin like the project's. */
export function kpisCalledAfter(query: Query, around: Around): Query {
  return { ...query, sets: query.sets.map((set) => withKpis(set, around)) };
}

function withKpis(set: SubjectSet, around: Around): SubjectSet {
  const [only, more] = set.where;
  const projects = set.named ?? (only?.is === 'of-project' && !more ? only.ids : null);
  if (set.kind !== 'kpi' || !projects || projects.length === 0) return set;
  const named = projects.map((id) => calledAfter(id, around));
  return named.every((ids) => ids.length > 0) ? { ...set, named: named.flat(), where: [] } : set;
}

function calledAfter(id: string, { repository }: Around): string[] {
  const project = repository.project(id);
  if (!project || project.kpis.length > 0) return [];
  const stem = normalize(project.name).replace(/(?:の実施|の推進|推進事業|事業)$/, '');
  if (stem.length < shortest) return [];
  const alike = repository.kpis.filter(
    ({ plan, name, projects }) =>
      plan === project.plan && projects.length === 0 && normalize(name).startsWith(stem),
  );
  return alike.map((kpi) => kpi.id);
}
