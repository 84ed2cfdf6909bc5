// Sums that join what is named now to what the thread spoke of, and columns of money to each other.
import type { Query, SubjectSet, Wanted } from '../../../query.ts';
import { columnName } from '../../column-name.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { either } from '../../negation/joined.ts';
import { merged } from '../../set-of.ts';
import { onlyRecord } from '../../thread/only-record.ts';
import { bounded } from './adding.ts';

/** DX研修と合わせるといくら after 企画立案研修の予算は: what the thread spoke of and what is named now. */
export function joinedToThread(clause: Clause): SubjectSet[] | null {
  const { frame, before, subjects, conditions } = clause;
  const only = onlyRecord(before);
  const [sum] = frame.intents('sum');
  if (!only || !sum || conditions.length > 0 || only.set.kind !== 'project') return null;
  const last = frame.before(sum);
  if (!last || !/[とも][、,]?$/.test(last.after)) return null;
  const [exact, more] = subjects.exact();
  const group = exact ?? subjects.byTopic(subjects.topics(), ['project']);
  if (!group || more || group.kind !== 'project' || group.ids.includes(only.id)) return null;
  subjects.use();
  return merged([only.set, { kind: 'project', named: group.ids, where: [], label: group.label }]);
}

/** 国際政策課も足すと after 企画課の合計は: the offices or parts of the thread's set and those said now. */
export function widened({ frame, before, subjects, conditions }: Clause): SubjectSet[] | null {
  const [set, more] = before?.sets ?? [];
  const [added, further] = conditions;
  if (before?.ask !== 'sum' || !set || more || !added || further || subjects.any()) return null;
  if (!/^も[、,]?$/.test(added.item.after.trim()) || !frame.has('sum')) return null;
  const isPart = ['department', 'policy'].includes(added.predicate.is);
  const where = set.where.map((one) => (isPart ? (either(one, added.predicate) ?? one) : one));
  const grown = where.some((one, at) => one !== set.where[at]);
  return grown ? [{ ...set, where, label: `${set.label}・${added.label}` }] : null;
}

/** …も足すと: in the years that the thread asked for, where none are said. */
export function inYearsOf(wanted: readonly Wanted[], before: Query | null): Wanted[] {
  return wanted.map((one) => {
    const same = before?.wanted.find(({ attribute }) => attribute === one.attribute);
    return one.years.length === 0 && same ? { ...one, years: [...same.years] } : one;
  });
}

/** 予算と人件費の合計 is one sum over both columns; 予算の合計と人件費の合計 is one of each. */
export function sumsOfColumns(
  clause: Clause,
  sets: SubjectSet[],
  wanted: readonly Wanted[],
): Query | Query[] | null {
  if (sets.length === 0) return null;
  const columns = columnsAdded(clause, wanted);
  if (columns) return { ...emptyQuery('sum'), of: 'columns', sets, wanted: bounded(columns, clause) };
  const each = wanted.length > 1 && clause.frame.intents('sum').length === wanted.length;
  return each ? wanted.map((one) => ({ ...emptyQuery('sum'), sets, wanted: bounded([one], clause) })) : null;
}

/** 予算と人件費の合計: columns of money that one sum behind them adds up; 人件費も足すと adds one to what the thread asked for. */
function columnsAdded(
  { frame, around, before, subjects, conditions }: Clause,
  wanted: readonly Wanted[],
): Wanted[] | null {
  const money = wanted.filter(({ attribute }) => around.facts.attribute(attribute)?.type === 'money');
  const [sum, more] = frame.intents('sum');
  const [first, second] = frame.attributes().filter(({ end }) => sum && end <= sum.start);
  if (!sum || more || money.length !== wanted.length) return null;
  if (money.length === 2 && first && second)
    return /^(?:と|や|に|\+|及び|および)[、,]?$/.test(first.after.trim()) ? money : null;
  const last = before?.ask === 'values' || before?.ask === 'sum' ? before.wanted : [];
  const beside = first && /^も[、,]?$/.test(first.after.trim()) && !subjects.any() && conditions.length === 0;
  const known = last.every(({ attribute }) => around.facts.attribute(attribute)?.type === 'money');
  const other = last.every(
    ({ attribute }) => columnName(attribute) !== columnName(money[0]?.attribute ?? ''),
  );
  return beside && last.length > 0 && known && other ? [...last, ...money] : null;
}
