// What hangs on what, and the marks of a record that are no attribute's.
import { resultsAndTargets } from '../../answer/run/predicates/result-and-target.ts';
import type { Repository } from '../../data/repository.ts';
import type { Kind } from '../../facts/attribute.ts';
import { type Facts, rowsOf } from '../../facts/facts.ts';
import { verdictsOf } from '../../status/published.ts';
import { finalYear } from '../../status/target-of-year.ts';
import { columns as columnTopics, countOf, linksTo, type OwnKind, topics, years } from '../kinds.ts';
import { packNumbers } from '../pack.ts';
import { masksOf } from './attribute-rows.ts';
import type { ColumnRow, MaskRow } from './plan-rows.ts';

/** Kinds that predicates reach over to, by the kind they start from. */
const reached = {
  project: ['kpi', 'policy', 'row'],
  kpi: ['project', 'policy', 'row'],
  row: ['project', 'kpi', 'policy'],
  policy: ['project', 'kpi', 'policy', 'row'],
  plan: [],
} as const satisfies Record<OwnKind, readonly OwnKind[]>;

/** What is counted of a record. */
const counted = [
  'project',
  'kpi',
  'policy',
  'town',
  'department',
  'row',
  'plan',
] as const satisfies readonly Kind[];

/** Rows of one plan, and the units its KPIs are counted in. */
export function linkRows(
  repository: Repository,
  facts: Facts,
): { columns: ColumnRow[]; masks: MaskRow[]; units: string[] } {
  const units = [...new Set(facts.units())];
  const pairs = resultsAndTargets('kpi', null, facts);
  const columns: ColumnRow[] = [
    {
      kind: 'kpi',
      topic: columnTopics.unit,
      fy: years.any,
      figures: Float64Array.from(facts.units(), (unit) => units.indexOf(unit)),
    },
    { kind: 'kpi', topic: columnTopics.last, fy: years.any, figures: lastYears(repository, facts) },
    { kind: 'kpi', topic: columnTopics.result, fy: years.any, figures: pairs.results },
    { kind: 'kpi', topic: columnTopics.aim, fy: years.any, figures: pairs.targets },
  ];
  const masks: MaskRow[] = [];
  for (const kind of ['project', 'kpi', 'row', 'policy'] as const) {
    const subjects = facts.subjects(kind);
    for (const to of counted) {
      const related = subjects.map(({ id }) => facts.related.of(kind, id, to));
      columns.push({
        kind,
        topic: countOf(to),
        fy: years.any,
        figures: Float64Array.from(related, (ids) => ids?.length ?? Number.NaN),
      });
      if (!reached[kind].some((one) => one === to)) continue;
      const links = related.map((ids) =>
        (ids ?? []).map((one) => facts.position(to, one)).filter((place) => place >= 0),
      );
      if (links.some(({ length }) => length > 0))
        masks.push({ kind, topic: linksTo(to), key: '', fy: years.any, yes: packNumbers(links) });
    }
  }
  masks.push(...marks(repository, facts));
  return { columns: columns.filter(({ figures }) => figures.length > 0), masks, units };
}

/** As `due` reads them: NaN where the KPI has no deadline at all. */
function lastYears(repository: Repository, facts: Facts): Float64Array {
  return Float64Array.from(repository.kpis, (kpi) => {
    const cells = facts.cellsOf('kpi', 'deadline', kpi.id);
    if (cells.length === 0) return Number.NaN;
    return finalYear(kpi) ?? cells.find(({ fy }) => fy !== null)?.fy ?? 9999;
  });
}

function marks(repository: Repository, facts: Facts): MaskRow[] {
  const found: MaskRow[] = [];
  const add = (kind: OwnKind, topic: string, keysOf: (id: string, place: number) => readonly string[]) => {
    const places = new Map<string, Set<number>>();
    facts.subjects(kind).forEach(({ id }, place) => {
      for (const key of keysOf(id, place)) places.set(key, (places.get(key) ?? new Set()).add(place));
    });
    found.push(...masksOf({ kind, topic, fy: years.any }, places));
  };
  const told = topicsBySubject(repository);
  add('kpi', topics.direction, (id) => [repository.kpi(id)?.direction ?? '']);
  add('project', topics.lags, (id) => {
    const record = repository.project(id);
    const plan = record && repository.plan(record.plan);
    return record && plan && verdictsOf(record, plan).some(({ lagging }) => lagging) ? [''] : [];
  });
  for (const kind of ['project', 'row'] as const)
    add(kind, topics.number, (id) => facts.cellsOf(kind, 'number', id).map(({ value }) => String(value)));
  for (const kind of ['project', 'kpi', 'row', 'policy'] as const) {
    const subjects = facts.subjects(kind);
    add(kind, topics.document, (_, place) => documentsOf(subjects[place] as object));
    const under = kind === 'row' ? rowsUnder(repository) : recordsUnder(kind, repository, facts);
    found.push(...masksOf({ kind, topic: topics.under, fy: years.any }, under));
    add(kind, topics.told, (id) => toldOf(kind, id, repository, told));
  }
  const bySubject = new Map<string, number[]>();
  repository.statements.forEach(({ subject }, at) => {
    bySubject.set(subject.id, [...(bySubject.get(subject.id) ?? []), at]);
  });
  found.push(...masksOf({ kind: 'plan', topic: topics.statements, fy: years.any }, bySubject));
  add('plan', topics.told, (id) => toldOf('plan', id, repository, told));
  return found;
}

function recordsUnder(
  kind: 'project' | 'kpi' | 'policy',
  repository: Repository,
  facts: Facts,
): Map<string, Set<number>> {
  const under = new Map<string, Set<number>>();
  for (const { id } of repository.policies)
    under.set(
      id,
      new Set((facts.related.of('policy', id, kind) ?? []).map((one) => facts.position(kind, one))),
    );
  return under;
}

/** Only the rows themselves, not all rows of a project one of whose rows stands there. */
function rowsUnder(repository: Repository): Map<string, Set<number>> {
  const under = new Map<string, Set<number>>();
  repository.projects.flatMap(rowsOf).forEach(({ listings }, place) => {
    for (const { policy, directions } of listings)
      for (const own of [policy, ...directions])
        for (const { id } of repository.policyPath(own)) {
          const known = under.get(id);
          if (known) known.add(place);
          else under.set(id, new Set([place]));
        }
  });
  return under;
}

/** '' for what has no place of its own: it is in every document. */
function documentsOf(subject: object): string[] {
  if ('sources' in subject)
    return (subject.sources as { document: string }[]).map(({ document }) => document);
  if ('source' in subject) return [(subject.source as { document: string }).document];
  return [''];
}

type Told = ReadonlyMap<string, readonly string[]>;

/** Topics of the statements by what they speak of. */
function topicsBySubject({ statements }: Repository): Told {
  const told = new Map<string, string[]>();
  for (const { subject, topic } of statements) {
    const key = `${subject.kind} ${subject.id}`;
    told.set(key, [...(told.get(key) ?? []), topic]);
  }
  return told;
}

/** Topics of the statements by the subject; by a project also those by one of its KPIs. */
function toldOf(kind: OwnKind, id: string, repository: Repository, told: Told): readonly string[] {
  if (told.size === 0) return [];
  const own = told.get(`${kind} ${id}`) ?? [];
  if (kind !== 'project') return own;
  const kpis = repository.project(id)?.kpis ?? [];
  return [...own, ...kpis.flatMap((kpi) => told.get(`kpi ${kpi}`) ?? [])];
}
