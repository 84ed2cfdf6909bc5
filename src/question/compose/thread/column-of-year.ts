// 基金の令和7年度の積立額は ⇒ 取崩額は: another column of the same record, of the year that was spoken of.
import type { Query } from '../../query.ts';
import type { Clause } from '../compose.ts';

/** A plan's own column asked for behind a figure of one year is that year's, where the record prints it. */
export function columnOfYear(query: Query, clause: Clause): Query {
  const { before, frame, years, around } = clause;
  const [wanted, more] = query.wanted;
  const [earlier, other] = before?.wanted ?? [];
  const [fy, another] = earlier?.years ?? [];
  if (query.ask !== 'values' || before?.ask !== 'values' || !wanted || more || !earlier || other)
    return query;
  if (fy === undefined || another !== undefined || wanted.attribute === earlier.attribute) return query;
  const said = wanted.years.length > 0 || years.all.length > 0 || frame.years().length > 0;
  const own = around.repository.plans.some(({ attributes }) =>
    attributes.some(({ id, byYear }) => byYear && id === wanted.attribute),
  );
  if (said || !own) return query;
  const named = (one: Query) => one.sets.flatMap((set) => set.named ?? []);
  const ids = named(query);
  const same = ids.length > 0 && JSON.stringify(ids) === JSON.stringify(named(before));
  const printed = ids.every((id) => around.facts.cells(wanted.attribute, id).some((cell) => cell.fy === fy));
  return same && printed ? { ...query, wanted: [{ ...wanted, years: [fy] }] } : query;
}
