// What hangs on what, and the marks of a record that are no attribute's.
import { resultsAndTargets } from '../../answer/run/predicates/result-and-target.ts';
import type { Repository } from '../../data/repository.ts';
import type { Kind } from '../../facts/attribute.ts';
import type { Facts } from '../../facts/facts.ts';
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
    for (const to of counted)
      columns.push({
        kind,
        topic: countOf(to),
        fy: years.any,
        figures: Float64Array.from(
          subjects,
          ({ id }) => facts.related.of(kind, id, to)?.length ?? Number.NaN,
        ),
      });
    for (const to of reached[kind]) {
      const links = subjects.map(({ id }) =>
        (facts.related.of(kind, id, to) ?? [])
          .map((one) => facts.position(to, one))
          .filter((place) => place >= 0),
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
    const under = new Map<string, number[]>();
    for (const policy of repository.policies) {
      const ids =
        kind === 'row'
          ? rowsUnder(policy.id, repository, facts)
          : (facts.related.of('policy', policy.id, kind) ?? []);
      under.set(
        policy.id,
        [...new Set(ids)].map((id) => facts.position(kind, id)),
      );
    }
    found.push(...masksOf({ kind, topic: topics.under, fy: years.any }, under));
    add(kind, topics.told, (id) => toldOf(kind, id, repository));
  }
  const bySubject = new Map<string, number[]>();
  repository.statements.forEach(({ subject }, at) => {
    bySubject.set(subject.id, [...(bySubject.get(subject.id) ?? []), at]);
  });
  found.push(...masksOf({ kind: 'plan', topic: topics.statements, fy: years.any }, bySubject));
  add('plan', topics.told, (id) => toldOf('plan', id, repository));
  return found;
}

/** Only the rows themselves, not all rows of a project one of whose rows stands there. */
function rowsUnder(policy: string, repository: Repository, facts: Facts): string[] {
  return facts.subjects('row').flatMap(({ id }) => {
    const own = facts.related.of('row', id, 'policy') ?? [];
    return own.some((one) => repository.policyPath(one).some((node) => node.id === policy)) ? [id] : [];
  });
}

/** '' for what has no place of its own: it is in every document. */
function documentsOf(subject: object): string[] {
  if ('sources' in subject)
    return (subject.sources as { document: string }[]).map(({ document }) => document);
  if ('source' in subject) return [(subject.source as { document: string }).document];
  return [''];
}

/** Topics of the statements by the subject; by a project also those by one of its KPIs. */
function toldOf(kind: OwnKind, id: string, repository: Repository): string[] {
  const own = [
    `${kind} ${id}`,
    ...(kind === 'project' ? (repository.project(id)?.kpis ?? []).map((kpi) => `kpi ${kpi}`) : []),
  ];
  return repository.statements.flatMap(({ subject, topic }) =>
    own.includes(`${subject.kind} ${subject.id}`) ? [topic] : [],
  );
}
