// Members of a result → entries. Lists may be as long as the plans: an entry is made once a day, whoever asks.
import type { KpiRecord, ProjectRecord } from '../data/repository.ts';
import type { Kind } from '../facts/attribute.ts';
import type { Facts } from '../facts/facts.ts';
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
  const shelf = shelfOf(context);
  const seen = { project: new Uint8Array(shelf.project.length), kpi: new Uint8Array(shelf.kpi.length) };
  for (const member of members) {
    const kind = recordKind(member.kind);
    if (kind === null) continue;
    const row =
      member.kind === 'row' ? facts.related.of('row', member.subject.id, 'project')?.[0] : undefined;
    const at = row === undefined ? member.at : facts.position('project', row);
    const record = (row === undefined ? member.subject : repository.project(row)) as
      | KpiRecord
      | ProjectRecord;
    if (seen[kind][at]) continue;
    seen[kind][at] = 1;
    const score = scores.size === 0 ? undefined : scores.get(member.subject.id);
    const known = score === undefined ? shelf[kind][at] : undefined;
    const entry = known ?? entryOf(repository, { kind, score: score ?? plainScore, record }, asOf);
    if (score === undefined) shelf[kind][at] = entry;
    if (entry) entries.push(entry);
  }
  return entries;
}

/** Policies, towns, plans and departments have no entry of their own. */
function recordKind(kind: Kind): Found['kind'] | null {
  if (kind === 'kpi') return 'kpi';
  return kind === 'project' || kind === 'row' ? 'project' : null;
}
