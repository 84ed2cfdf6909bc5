// 小郡市の年間観光客数の目標値は: figures of a record are those of the town that publishes it, and of no other.
import { recordOf } from '../../data/repository.ts';
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';
import type { Item } from './frame.ts';

/** Attributes that say who takes part, or what is done there: any town may be asked for. */
const shared = new Set(['towns', 'costBearing', 'roles', 'summary', 'plan', 'policy', 'department']);

/** The query with the town as unread, where it is said to own a record of another town's plan. */
export function withOtherTown(query: Query, clause: Clause): Query {
  const { frame, around } = clause;
  if (!['values', 'difference', 'remaining'].includes(query.ask) || query.unread.length > 0) return query;
  if (query.wanted.some(({ attribute }) => shared.has(attribute)) || frame.has('join')) return query;
  const [id, more] = query.sets.flatMap(({ named }) => named ?? []);
  const record = id === undefined || more !== undefined ? undefined : recordOf(around.repository, id);
  if (!record) return query;
  const plan = around.repository.plans.find((one) => one.id === record.plan);
  const town = frame.items.find((item) => isTown(item) && ownsNext(item, clause));
  const name = town && (town.meaning?.is === 'entity' ? (town.meaning.ids[0] ?? town.text) : town.text);
  if (!name || plan?.municipality === name || takesPart(name, id as string, clause)) return query;
  return { ...query, unread: [`${name}の${record.name}`] };
}

function isTown({ meaning, text }: Item): boolean {
  return (
    (meaning?.is === 'entity' && meaning.kind === 'town') ||
    (meaning?.is === 'elsewhere' && /[市町村]$/.test(text))
  );
}

/** 小郡市の令和6年度末の人口: right before the name of the record. */
function ownsNext(item: Item, { frame }: Clause): boolean {
  const next = frame.next(item);
  return (
    item.after.trim() === 'の' &&
    next?.meaning?.is === 'entity' &&
    (next.meaning.kind === 'kpi' || next.meaning.kind === 'project') &&
    next.meaning.exact
  );
}

/** One of those that the record, or the project it belongs to, is for. */
function takesPart(town: string, id: string, { around: { repository } }: Clause): boolean {
  const projects = repository.kpi(id)?.projects ?? [id];
  return projects.some((project) => repository.project(project)?.participants.towns.includes(town));
}
