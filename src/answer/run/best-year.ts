// The year in which one record's figure was the highest or the lowest.
import { isFigure } from '../../facts/derived.ts';
import type { Query } from '../../question/query.ts';
import type { RunContext } from './context.ts';
import type { BestYearResult } from './result/figures.ts';
import type { NothingResult } from './result/result.ts';
import type { Scope } from './result/scope.ts';

/** Holds the years of one record against each other; those of another unit are left out. */
export function runBestYear(query: Query, scope: Scope, context: RunContext): BestYearResult | NothingResult {
  const [member] = scope.members;
  const [wanted] = query.wanted;
  const attribute = wanted && context.facts.attribute(wanted.attribute);
  if (!member || !attribute)
    return { shape: 'nothing', scope, notHeld: attribute ? null : (wanted?.attribute ?? null) };
  const years = new Set(wanted.years);
  const told = context.facts
    .cellsOf(member.kind, wanted.attribute, member.subject.id)
    .filter((cell) => cell.fy !== null && isFigure(cell) && (years.size === 0 || years.has(cell.fy)));
  const compared = told.filter(({ unit }) => unit === told.at(-1)?.unit);
  const values = compared.flatMap(({ value }) => value ?? []);
  const way = query.extreme?.way ?? 'max';
  const best = way === 'max' ? Math.max(...values) : Math.min(...values);
  return {
    shape: 'best-year',
    scope,
    attribute,
    way,
    cells: compared.filter(({ value }) => value === best),
    compared: compared.length,
  };
}
