// Both ends of a change, as the one record it is asked of prints them.
import type { SubjectSet } from '../../query.ts';
import type { Clause } from '../compose.ts';
import { printsIn } from '../printed.ts';
import { type Sides, yearItComesFrom } from './sides.ts';

const kinds = ['initial', 'revisedBudget', 'current', 'settled', 'executed', 'planned'] as const;

/** 令和6年度と比べて増えた: money nobody named is that kind which the record prints in both years. */
export function printedSides(sides: Sides, sets: readonly SubjectSet[], clause: Clause): Sides {
  const { facts } = clause.around;
  const { from, to } = sides;
  const [id, more] = sets.flatMap(({ kind, named }) => (kind === 'project' ? (named ?? []) : []));
  const named = clause.frame.attributes().some(({ meaning }) => meaning.ids.includes('budget'));
  const money = [from, to].every(({ attribute }) => attribute === 'budget' || isKind(attribute));
  if (id === undefined || more !== undefined || sets.length !== 1 || named || !money) return sides;
  const yearsOf = (of: string) =>
    facts.cells(of, id).flatMap(({ fy, value }) => (fy !== null && value !== null ? [fy] : []));
  const since = yearItComesFrom(clause);
  const ends = (of: string): [number, number] | null => {
    const printed = yearsOf(of).sort((a, b) => a - b);
    const start = since ?? from.fy ?? printed.at(-2);
    const end = since === null ? (to.fy ?? printed.at(-1)) : printed.at(-1);
    if (start === undefined || end === undefined || start >= end) return null;
    return [start, end].every((fy) => printsIn(facts, of, id, fy)) ? [start, end] : null;
  };
  if (from.attribute === to.attribute && from.fy !== null && from.fy !== since && ends(from.attribute))
    return sides;
  const kind =
    ['budget', ...kinds].find((of) => ends(of) !== null) ??
    balancesOf(id, clause).find((of) => ends(of) !== null);
  const [first, last] = (kind !== undefined && ends(kind)) || [];
  if (kind === undefined || first === undefined || last === undefined) return sides;
  const label = (of: string) => facts.attribute(of)?.label ?? of;
  if (kind !== 'budget')
    clause.assumed.push(`両方の年度に${label('budget')}の記載がないため、${label(kind)}で比べます。`);
  return { from: { attribute: kind, fy: first }, to: { attribute: kind, fy: last } };
}

const isKind = (attribute: string) => kinds.some((kind) => kind === attribute);

/** 基金は1年でどれだけ減った: of a record without amounts of its own, what is left at the end of each year. */
function balancesOf(project: string, { around: { repository } }: Clause): string[] {
  const plan = repository.project(project)?.plan;
  const declared = repository.plans.find(({ id }) => id === plan)?.attributes ?? [];
  return declared.flatMap(({ id, label, type, byYear }) =>
    type === 'money' && byYear && /(?:現在|残)[高額]$/.test(label) ? [id] : [],
  );
}
