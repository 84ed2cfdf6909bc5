// 予算を年度ごとに, 各年度の予算, 合計の推移: figures of no year that is said, in every year that the plans print.
import type { Around } from '../around.ts';
import type { Query, SubjectSet, Wanted } from '../query.ts';
import type { Clause } from './compose.ts';
import { yearsPrinted } from './limits/newest-year.ts';

/** The query with each year of its figures. */
export function inEveryYear(query: Query, { frame, around, years }: Clause): Query {
  const moves = query.ask === 'sum' && frame.intents('gap').some(({ text }) => /推移|すいい/.test(text));
  if (!(frame.has('every-year') || moves) || years.all.length > 0) return query;
  if (!['values', 'sum', 'average'].includes(query.ask)) return query;
  const wanted = query.wanted.map((one): Wanted => {
    const all =
      one.years.length === 0 ? query.sets.flatMap((set) => yearsOf(set, one.attribute, around)) : [];
    const told = [...new Set(all)].sort((a, b) => a - b);
    return told.length === 0 ? one : { ...one, years: told };
  });
  return { ...query, wanted };
}

/** Years in which a member of the set prints the attribute. */
function yearsOf({ kind, named, where }: SubjectSet, attribute: string, around: Around): number[] {
  const { facts } = around;
  if (named)
    return named.flatMap((id) =>
      facts
        .cellsOf(kind, attribute, id)
        .flatMap(({ fy, value, word }) => (fy !== null && (value !== null || word !== null) ? [fy] : [])),
    );
  return kind === 'project' ? yearsPrinted({ attribute }, where, around) : [];
}
