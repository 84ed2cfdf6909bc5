// KitaQサポーターのR3実績は ⇒ 目標は: the target that the result of that year is held against.
import type { Query } from '../../query.ts';
import type { Clause } from '../compose.ts';

/** The target asked for behind one year's result is that year's, where it has one. */
export function targetOfYear(query: Query, { before, frame, years, around }: Clause): Query {
  const [target, more] = query.wanted;
  const [actual, other] = before?.wanted ?? [];
  const [year, another] = actual?.years ?? [];
  const followed =
    query.ask === 'values' &&
    target?.attribute === 'target' &&
    !more &&
    before?.ask === 'values' &&
    actual?.attribute === 'actual' &&
    !other;
  if (!followed || year === undefined || another !== undefined) return query;
  const said = target.years.length > 0 || years.all.length > 0 || frame.years().length > 0;
  if (said || /最終|最後|中期|次|今後|これから|将来|いつまで/.test(frame.text)) return query;
  const ids = query.sets.flatMap(({ named }) => named ?? []);
  const same = JSON.stringify(ids) === JSON.stringify(before?.sets.flatMap(({ named }) => named ?? []));
  const printed = ids.every((id) => around.facts.cells('target', id).some(({ fy }) => fy === year));
  return same && ids.length > 0 && printed
    ? { ...query, wanted: [{ attribute: 'target', years: [year] }] }
    : query;
}
