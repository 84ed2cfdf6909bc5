// A part of a clause, read for itself, and the set it speaks of.
import type { Around } from '../../around.ts';
import type { Meaning } from '../../mentions/mention.ts';
import { isNameOf } from '../../mentions/named.ts';
import type { Kind, Predicate, SubjectSet } from '../../query.ts';
import type { Clause } from '../compose.ts';
import { conditionSet } from '../condition-set.ts';
import { described, enumerated } from '../enumerated.ts';
import { Frame, type Item } from '../frame.ts';
import { merged, setOf } from '../set-of.ts';
import { namedSets } from '../sets.ts';

/** Where one looks: a plan, a town or an office. */
export const isPlace = ({ meaning }: Item): boolean => isNameOf(meaning, 'plan', 'town', 'department');
export const isYears = ({ meaning }: Item): boolean => meaning?.is === 'years';
export const isColumn = ({ meaning }: Item): boolean => meaning?.is === 'attribute';

/** Of each such thing the last one said before, where a part has none of its own. */
export function lent(
  part: readonly Item[],
  earlier: readonly Item[],
  ...things: readonly ((item: Item) => boolean)[]
): Item[] {
  return things.flatMap((such) => (part.some(such) ? [] : earlier.filter(such).slice(-1)));
}

/** The items as a frame of copies, so that the frame's own stay untouched, with what they leave unsaid. */
export function copyOf(frame: Frame, items: readonly Item[], unsaid: readonly Meaning[] = []): Frame {
  const copy = new Frame(
    frame.text,
    items.map((item) => ({ ...item, used: false })),
  );
  for (const meaning of unsaid) copy.add(meaning);
  return copy;
}

/** Scopes that say where one looks, not what is looked for. */
const scopes = new Set<Predicate['is']>(['plan', 'document', 'department', 'policy', 'town']);

/** True for a condition that only says where to look. */
export const isScope = (predicate: Predicate): boolean =>
  scopes.has(predicate.is) || (predicate.is === 'word' && predicate.attribute === 'level');

/** The projects a part speaks of: by name, by description or by its conditions; null where that is not clear. */
export function projectsOf(clause: Clause): SubjectSet | null {
  const { subjects, frame } = clause;
  if (subjects.exact().some(({ kind }) => kind === 'kpi')) return null;
  const topics = subjects.topics();
  if (topics.length > 0) {
    // 防犯カメラ: a part of one project's name means the project before any policy that holds the word.
    const named = topics.some(({ items }) => items.some(({ meaning }) => meaning?.is === 'entity'));
    const policy = named ? null : subjects.policies(topics);
    if (policy) return conditionSet(clause, 'project');
    const row = enumerated(clause, ['project']);
    if (row) return merged(row.map((group) => setOf(group, ['project'], clause)))[0] ?? null;
    const [topic, more] = topics;
    const group =
      topic && !more && subjects.exact().length === 0 ? described(topic, ['project'], clause) : null;
    if (!group) return null;
    return setOf(group, ['project'], clause);
  }
  if (subjects.exact().length > 0) return namedSets(clause, ['project'])[0] ?? null;
  const said = clause.conditions.length > 0 || frame.kinds().length > 0;
  return said ? conditionSet(clause, kindOf(clause)) : null;
}

/** KPIs where they are said. */
function kindOf({ frame, around }: Clause): Kind {
  const kpis = frame.kinds().some(({ meaning }) => meaning.kind === 'kpi');
  return kpis || around.command === 'kpi' ? 'kpi' : 'project';
}

/** Money said in a part and not used by a condition, with its years. */
export function moneyOf(clause: Clause): { attribute: string; years: number[] } | null {
  const { frame, around, years } = clause;
  const item = frame
    .attributes()
    .find(({ meaning, used }) => !used && meaning.ids.some((id) => around.facts.attribute(id)?.adds));
  if (!item) return null;
  const attribute = item.meaning.ids.find((id) => around.facts.attribute(id)?.adds) as string;
  const own = years.of.get(item) ?? years.all;
  return { attribute, years: own };
}

/** Everything of the plans that the part stands in; of a set chosen by what it fulfils the set it is chosen from. */
export function everythingOf(part: SubjectSet, { repository, facts }: Around): SubjectSet | null {
  const scope = part.where.filter(isScope);
  if (part.named === null && scope.length < part.where.length) return { ...part, where: scope, label: '' };
  const departments = scope.flatMap((one) => (one.is === 'department' ? one.names : []));
  const plans = new Set(
    part.named
      ? part.named.flatMap((id) => repository.project(id)?.plan ?? [])
      : departments.flatMap((name) => {
          const places = facts.index('project', 'department', null).get(name) ?? [];
          return places.flatMap((place) => facts.subjects('project')[place]?.plan ?? []);
        }),
  );
  const said = scope.filter(({ is }) => is === 'plan');
  if (said.length > 0 && scope.length > said.length) return { ...part, where: said, label: '' };
  if (plans.size !== 1) return null;
  return { kind: part.kind, named: null, where: [{ is: 'plan', ids: [...plans] }], label: '' };
}
