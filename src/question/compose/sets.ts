// The set a query runs over: named records, or a kind under conditions.
import type { Kind, Predicate, SubjectSet } from '../query.ts';
import { type Clause, predicatesOf } from './compose.ts';
import type { Group, RecordKind } from './subjects.ts';

/** A set of one group; a project asked for KPI figures becomes its KPIs, and the other way round. */
export function setOf(group: Group, kinds: readonly RecordKind[], clause: Clause): SubjectSet {
  const { repository } = clause.around;
  if (kinds.length === 1 && kinds[0] !== group.kind) {
    if (group.kind === 'project') {
      const kpis = group.ids.flatMap((id) => repository.project(id)?.kpis ?? []);
      const narrowed = ownKpis(kpis, clause);
      return { kind: 'kpi', named: narrowed, where: [], label: group.label };
    }
    const projects = group.ids.flatMap((id) => repository.kpi(id)?.projects ?? []);
    return { kind: 'project', named: projects, where: [], label: group.label };
  }
  return { kind: group.kind, named: group.ids, where: [], label: group.label };
}

/** Of a project's KPIs those that the topic words speak of; all of them when none does. */
function ownKpis(kpis: string[], clause: Clause): string[] {
  const topics = clause.subjects.topics();
  if (topics.length === 0 || kpis.length < 2) return kpis;
  const { search } = clause.around;
  const text = topics.map((topic) => topic.text).join(' ');
  const hits = search.search(text, { kinds: ['kpi'], keep: (_, id) => kpis.includes(id) }).hits;
  const best = hits[0];
  if (!best) return kpis;
  for (const topic of topics) for (const item of topic.items) item.used = true;
  return hits.filter(({ score }) => score >= best.score * 0.85).map(({ id }) => id);
}

/** Named records of the clause: whole names, else its topics, else the thread's. */
export function namedSets(clause: Clause, kinds: readonly RecordKind[]): SubjectSet[] {
  const exact = clause.subjects.exact();
  if (exact.length > 0) {
    const sets = exact.map((group) => setOf(group, kinds, clause));
    return merged(sets);
  }
  const where = predicatesOf(clause.conditions);
  const topics = clause.subjects.topics();
  if (topics.length > 0) {
    const group = clause.subjects.byTopic(topics, kinds, where);
    if (group) {
      useTopics(clause, group);
      return [setOf(group, kinds, clause)];
    }
    for (const topic of topics) clause.unread.push(topic.text);
    return [];
  }
  return [];
}

/** Takes the topics; what the record says nothing of stays unread. */
export function useTopics(clause: Clause, group: Group): void {
  for (const topic of clause.subjects.topics()) for (const item of topic.items) item.used = true;
  if (!group.strong) clause.unread.push(...group.missed.filter((word) => word.length >= 2));
}

/** Sets of one kind as one set, in the order said. */
function merged(sets: readonly SubjectSet[]): SubjectSet[] {
  const [first, ...rest] = sets;
  if (!first || rest.some(({ kind }) => kind !== first.kind)) return [...sets];
  return [
    {
      ...first,
      named: [...new Set(sets.flatMap(({ named }) => named ?? []))],
      label: [...new Set(sets.map(({ label }) => label))].join('・'),
    },
  ];
}

/** A set by the clause's conditions and, where topic words are left, by a policy they tell or by the search. */
export function conditionSet(clause: Clause, kind: Kind): SubjectSet {
  const where: Predicate[] = predicatesOf(clause.conditions);
  const labels = clause.conditions.map(({ label }) => label);
  const exact = clause.subjects.exact();
  const topics = clause.subjects.topics();
  if (topics.length > 0) {
    const policy = clause.subjects.policies(topics);
    const near = topics.map(({ text }) => text).join(' ');
    labels.push(near);
    if (policy) where.push({ is: 'policy', ids: policy.ids, label: policy.label });
    else where.push({ is: 'near', words: near });
    for (const topic of topics) for (const item of topic.items) item.used = true;
  }
  if (exact.length > 0 && kind === 'kpi') {
    const projects = exact.filter((group) => group.kind === 'project').flatMap(({ ids }) => ids);
    if (projects.length > 0) where.push({ is: 'of-project', ids: projects });
  }
  return { kind, named: null, where, label: labels.join('・') };
}
