// 「そのうち市だけだと？」, 「…に入ってる町は」: of the towns that take part in one record those of one kind.
import { recordOf } from '../../../data/repository.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { type Item, isIntent } from '../frame.ts';
import { onlyRecord } from '../thread/only-record.ts';

const kinds = /^[市町村]$/;
const quiet = new Set([
  'filler',
  'only',
  'tell',
  'which',
  'list',
  'whether',
  'confirm',
  'join',
  'then',
  'where',
  'count',
  'that',
  'towns-count',
  'howmany-unit',
  'except',
]);
/** Nouns for all of them. */
const bodies = /^(?:団体|自治体|該当|数)$/;

export const townsOfKind: Rule = (clause) => {
  const { frame, around } = clause;
  const kindsSaid = frame.items.filter((item) => isKindOfTown(item));
  // 「市」を除いた「町」は
  const left = kindsSaid.filter((item) => isIntent(frame.next(item), 'except'));
  const [kept, more] = kindsSaid.filter((item) => !left.includes(item));
  if (kindsSaid.length === 0 || more || around.command !== null) return null;
  const record = recordMeant(kindsSaid, clause);
  if (record === null) return null;
  const towns = around.facts.related.of(record.kind, record.id, 'town');
  const named = towns?.filter((name) =>
    kept ? name.endsWith(kept.text) : !left.some(({ text }) => name.endsWith(text)),
  );
  if (!named) return null;
  for (const item of frame.items) item.used = true;
  const label = recordOf(around.repository, record.id)?.name ?? '';
  return { ...emptyQuery('list'), of: 'town', sets: [{ kind: 'town', named, where: [], label }] };
};

function isKindOfTown({ text, meaning }: Item): boolean {
  return meaning === null && kinds.test(text);
}

/** The record named where it is asked who takes part, else that of a thread that spoke of towns; no other word may stand there. */
function recordMeant(said: readonly Item[], clause: Clause) {
  const { frame, before, conditions, subjects } = clause;
  const [named, other] = frame.entities('project');
  const rest = frame.items.filter(
    (item) =>
      !said.includes(item) &&
      !(item.meaning === null && bodies.test(item.text)) &&
      item !== named &&
      item.text !== '' &&
      !(item.meaning?.is === 'intent' && quiet.has(item.meaning.id)) &&
      !(item.meaning?.is === 'kind' && item.meaning.kind === 'town') &&
      !(item.meaning?.is === 'attribute' && item.meaning.ids.includes('towns')),
  );
  const narrowed = conditions.some(({ item }) => !said.includes(item));
  if (rest.length > 0 || other || narrowed) return null;
  const [id, more] = named?.meaning.ids ?? [];
  const takesPart = frame.has('join') || frame.attributeIds().includes('towns') || frame.kinds().length > 0;
  if (id !== undefined) return more === undefined && takesPart ? { kind: 'project' as const, id } : null;
  const ofTowns = before?.of === 'town' || before?.wanted.some(({ attribute }) => attribute === 'towns');
  const only = ofTowns && subjects.exact().length === 0 ? onlyRecord(before) : null;
  return only && { kind: only.set.kind, id: only.id };
}
