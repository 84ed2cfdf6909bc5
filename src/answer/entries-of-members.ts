// Members of a result → entries. Lists may be as long as the plans: an entry is made once a day, whoever asks.
import type { KpiRecord, ProjectRecord } from '../data/repository.ts';
import type { Kind } from '../facts/attribute.ts';
import type { Facts } from '../facts/facts.ts';
import { remade, sourceOf } from '../facts/lazy-list.ts';
import type { Entry } from './answer.ts';
import { entryOf, type Found } from './entries.ts';
import type { RunContext } from './run/context.ts';
import type { Member } from './run/result/scope.ts';

/** What no search found. */
const plainScore = 0.1;

/** Entries without a score of their own, by the place of their record. */
interface Shelf {
  asOf: string;
  project: (Entry | null)[];
  kpi: (Entry | null)[];
}

const shelves = new WeakMap<Facts, Shelf>();

function shelfOf({ facts, asOf }: RunContext): Shelf {
  const known = shelves.get(facts);
  if (known?.asOf === asOf) return known;
  const empty = (kind: Found['kind']) => new Array<Entry | null>(facts.subjects(kind).length);
  const shelf = { asOf, project: empty('project'), kpi: empty('kpi') };
  shelves.set(facts, shelf);
  return shelf;
}

/** The entry of each member once, in their order; rows stand for their projects. */
export function entriesOfMembers(
  members: readonly Member[],
  scores: ReadonlyMap<string, number>,
  context: RunContext,
): Entry[] {
  const { facts, repository, asOf } = context;
  const entries: Entry[] = [];
  const scored = placesOf(scores, context);
  const source = sourceOf(members);
  const own = source && recordKind(source.kind);
  // Each stands in such a list once, and few of them are looked at.
  if (source && own && source.kind === own) {
    const records = facts.subjects(own);
    return remade(source, (at) => {
      const record = records[at] as unknown as KpiRecord | ProjectRecord;
      const score = scored[own].get(at) ?? plainScore;
      return entryOf(repository, { kind: own, score, record }, asOf) as Entry;
    });
  }
  const shelf = context.far ? null : shelfOf(context);
  const isNew = { project: firstTime(shelf?.project), kpi: firstTime(shelf?.kpi) };
  for (const member of members) {
    const kind = recordKind(member.kind);
    if (kind === null) continue;
    const row =
      member.kind === 'row' ? facts.related.of('row', member.subject.id, 'project')?.[0] : undefined;
    const at = row === undefined ? member.at : facts.position('project', row);
    const record = (row === undefined ? member.subject : repository.project(row)) as
      | KpiRecord
      | ProjectRecord;
    if (!isNew[kind](at)) continue;
    const score =
      scores.size === 0
        ? undefined
        : row === undefined
          ? scored[kind].get(at)
          : scores.get(member.subject.id);
    const known = score === undefined ? shelf?.[kind][at] : undefined;
    const entry = known ?? entryOf(repository, { kind, score: score ?? plainScore, record }, asOf);
    if (shelf && score === undefined) shelf[kind][at] = entry;
    if (entry) entries.push(entry);
  }
  return entries;
}

/** Whether a place is met for the first time; the shelf tells how many there may be. */
function firstTime(shelf: readonly unknown[] | undefined): (place: number) => boolean {
  if (!shelf) {
    const seen = new Set<number>();
    return (place) => seen.size < seen.add(place).size;
  }
  const marks = new Uint8Array(shelf.length);
  return (place) => {
    const isNew = marks[place] !== 1;
    marks[place] = 1;
    return isNew;
  };
}

/** Scores by the places of their records: a record's id may have to be fetched. */
function placesOf(scores: ReadonlyMap<string, number>, { facts }: RunContext) {
  const found = { project: new Map<number, number>(), kpi: new Map<number, number>() };
  for (const [id, score] of scores)
    for (const kind of ['project', 'kpi'] as const) {
      const place = facts.position(kind, id);
      if (place >= 0) found[kind].set(place, score);
    }
  return found;
}

/** Policies, towns, plans and departments have no entry of their own. */
function recordKind(kind: Kind): Found['kind'] | null {
  if (kind === 'kpi') return 'kpi';
  return kind === 'project' || kind === 'row' ? 'project' : null;
}
