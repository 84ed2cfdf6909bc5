// The set of one group of records, and several sets as one.
import { recordOf } from '../../data/repository.ts';
import type { SubjectSet } from '../query.ts';
import type { Clause } from './compose.ts';
import { takeTopics } from './frame.ts';
import type { RecordKind } from './keeper.ts';
import { clearKpi } from './own-kpi.ts';
import type { Group } from './subjects.ts';

/** A set of one group; a project asked for KPI figures becomes its KPIs, and the other way round. */
export function setOf(group: Group, kinds: readonly RecordKind[], clause: Clause): SubjectSet {
  const { repository } = clause.around;
  if (kinds.length === 1 && kinds[0] !== group.kind) {
    if (group.kind === 'project') {
      const all = group.ids.flatMap((id) => repository.project(id)?.kpis ?? []);
      const row = rowSaid(clause);
      const inRow = row === null ? [] : all.filter((id) => standsInRow(id, row, clause));
      const kpis = inRow.length > 0 ? inRow : all;
      const narrowed = kpis.length === 0 ? kpiLike(group, clause) : inYen(ownKpis(kpis, clause), clause);
      const label = inRow.length > 0 ? `${group.label}（No. ${row}）` : group.label;
      return { kind: 'kpi', named: narrowed, where: [], label };
    }
    const projects = group.ids.flatMap((id) => repository.kpi(id)?.projects ?? []);
    return { kind: 'project', named: projects, where: [], label: group.label };
  }
  return { kind: group.kind, named: group.ids, where: [], label: group.label };
}

/** No.16 of a project that stands in several rows. */
function rowSaid({ conditions }: Clause): number | null {
  for (const { predicate } of conditions)
    if (predicate.is === 'number' && (predicate.to ?? predicate.number) === predicate.number)
      return predicate.number;
  return null;
}

/** The row of the document prints the KPI. */
function standsInRow(id: string, row: number, { around: { repository } }: Clause): boolean {
  const places = repository.kpi(id)?.sources.map(({ place }) => place) ?? [];
  return places.some((place) => new RegExp(`(?:^|\\D)${row}(?!\\d)`).test(place) && /no|番号/i.test(place));
}

/** 空き家の流通・活用支援: a project that carries no KPI is measured by the one of its plan that is called alike. */
function kpiLike({ ids, label }: Group, { around }: Clause): string[] {
  const plans = ids.flatMap((id) => around.repository.project(id)?.plan ?? []);
  const best = clearKpi(label, plans, around);
  return best?.strong ? [best.id] : [];
}

/** ふるさと納税はいくら集まった: of several measures the one in yen. */
function inYen(kpis: string[], { frame, around: { facts } }: Clause): string[] {
  if (kpis.length < 2 || !/いくら|なんぼ|いかほど/.test(frame.text)) return kpis;
  const own = kpis.filter((id) =>
    ['actual', 'target'].some((of) => facts.cells(of, id).some(({ unit }) => unit?.endsWith('円'))),
  );
  return own.length > 0 ? own : kpis;
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
  takeTopics(topics);
  // 閲覧件数 is not 発信件数: what misses a word that the best holds is another measure.
  const alike = (hit: (typeof hits)[number]) =>
    hit.score >= best.score * 0.85 && best.matched.every((word) => hit.matched.includes(word));
  return hits.filter(alike).map(({ id }) => id);
}

/** Sets of one kind as one set, in the order said. */
export function merged(sets: readonly SubjectSet[]): SubjectSet[] {
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

/** One name in two plans: the plan said, else the plan that prints what is wanted. */
export function planned(group: Group, clause: Clause): Group {
  if (group.ids.length < 2) return group;
  const { repository, facts } = clause.around;
  const planOf = (id: string) => recordOf(repository, id)?.plan ?? '';
  const said = clause.conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const bySaid = group.ids.filter((id) => said.includes(planOf(id)));
  if (bySaid.length > 0) return { ...group, ids: bySaid };
  const wanted = clause.frame.attributes().flatMap(({ meaning }) => meaning.ids);
  const holds = (id: string) => (attribute: string) => facts.cells(attribute, id).length > 0;
  const whole = group.ids.filter((id) => wanted.length > 0 && wanted.every(holds(id)));
  const holding = whole.length > 0 ? whole : group.ids.filter((id) => wanted.some(holds(id)));
  return holding.length > 0 ? { ...group, ids: holding } : group;
}
