// Whom an answer named the largest, smallest or greater, or described in words: what 「その事業」 in the next sentence means.
import { carriedBy } from '../question/compose/carried.ts';
import { asksOfWords, type Query, type SubjectSet } from '../question/query.ts';
import type { RunContext } from './run/context.ts';
import type { Result, StatementsResult } from './run/result/result.ts';
import type { Member } from './run/result/scope.ts';
import type { CompareResult } from './run/result/ways.ts';
import { runQuery } from './run/run-query.ts';

const answered: readonly Query['ask'][] = ['extreme', 'compare', ...asksOfWords];

/** The winners of an extreme or a comparison, or the record that statements are about, or the one at a place of a list, as a set; null where there is none. */
export function winnersOf(query: Query, context: RunContext, place: number | null): SubjectSet | null {
  if (place === null && !answered.includes(query.ask)) return null;
  const result = runQuery(query, context);
  if (place !== null) return result.shape === 'list' ? setOf(pick(result.scope.members, place)) : null;
  if (result.shape === 'statements') return toldOf(result, context);
  return result.shape === 'compare' ? sideOf(result, query) : setOf(membersOf(result));
}

/** The member at a place of the list, counted from 1. */
function pick(members: readonly Member[], place: number): Member[] {
  const member = members[place - 1];
  return member === undefined ? [] : [member];
}

/** The one record that the first two statements speak of, a KPI and its project being one. */
function toldOf({ found }: StatementsResult, context: RunContext): SubjectSet | null {
  const [subject, next] = found.map((statement) => statement.subject);
  if (!subject || (subject.kind !== 'project' && subject.kind !== 'kpi')) return null;
  const own = [subject.id, ...carriedBy(subject.id, context)];
  if (next && !own.includes(next.id)) return null;
  return { kind: subject.kind, named: [subject.id], where: [], label: '' };
}

function membersOf(result: Result): Member[] {
  return result.shape === 'extreme' ? result.winners.map(({ member }) => member) : [];
}

/** The greater of the sides: a record, or a set as it was said. */
function sideOf({ sides, way, same }: CompareResult, { sets }: Query): SubjectSet | null {
  const values = sides.flatMap(({ value }) => value ?? []);
  if (same || values.length < sides.length) return null;
  const best = Math[way](...values);
  const won = sides.flatMap((side, at) => (side.value === best ? [{ side, set: sets[at] }] : []));
  const members = won.flatMap(({ side }) => side.member ?? []);
  if (members.length === won.length) return setOf(members);
  const [only, more] = won;
  return only?.set && !more && sides.length === sets.length ? only.set : null;
}

/** Projects of a department or a town, the records themselves, or what stands under a policy. */
function setOf(members: readonly Member[]): SubjectSet | null {
  const [first] = members;
  if (!first || members.some(({ kind }) => kind !== first.kind)) return null;
  const ids = members.map(({ subject }) => subject.id);
  const label = members.map(({ subject }) => subject.name).join('・');
  const under = (where: SubjectSet['where']): SubjectSet => ({ kind: 'project', named: null, where, label });
  switch (first.kind) {
    case 'project':
    case 'kpi':
      return { kind: first.kind, named: ids, where: [], label };
    case 'department':
      return under([{ is: 'department', names: ids }]);
    case 'town':
      return under([{ is: 'town', names: ids }]);
    case 'policy':
      return under([{ is: 'policy', ids, label }]);
    case 'plan':
      return under([{ is: 'plan', ids }]);
    default:
      return null;
  }
}
