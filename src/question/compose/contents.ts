// What a named project consists of: told by the statements on its contents, not by its one-line summary.
import type { Query } from '../query.ts';
import { type Clause, emptyQuery } from './compose.ts';
import { spoken } from './spoken.ts';

/** 多文化共生推進事業の具体的な取組: what one project does, and no list of projects. */
export function partsOfProject({ frame, subjects, conditions }: Clause): string[] | null {
  const [group, other] = subjects.exact();
  if (group?.kind !== 'project' || group.ids.length !== 1 || other) return null;
  const [kind, more] = frame.kinds();
  const limited = conditions.some(({ predicate }) => predicate.is !== 'plan');
  if (!kind || more || limited || frame.attributes().some(({ used }) => !used)) return null;
  const inside = kind.meaning.kind === 'project' && kind.text.startsWith('取') && kind.start > group.start;
  return inside && !frame.has('count', 'others', 'same', 'except', 'max', 'min', 'sum') ? group.ids : null;
}

/** The contents of a project, by its statements. */
export function contentsOf(ids: readonly string[], clause: Clause): Query {
  const sets: Query['sets'] = [{ kind: 'project', named: [...ids], where: [], label: '' }];
  return { ...emptyQuery('what'), sets, topics: ['content', 'method', 'plan'], about: spoken(clause) };
}

/** 中身は4種類あるそうですが、名前は: a summary that was found for one project alone is told in full. */
export function toldInFull(query: Query, clause: Clause): Query {
  const [set, other] = query.sets;
  const summary = query.wanted.length === 1 && query.wanted[0]?.attribute === 'summary';
  if (query.ask !== 'values' || !summary || set?.kind !== 'project' || set.named?.length !== 1 || other)
    return query;
  return { ...query, ...contentsOf(set.named, clause), sets: query.sets };
}
