// 中間目標 and 最終目標 of a KPI that prints targets of several years: which of them is meant.
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';

/** A target at the end of the plan is the last one, one halfway is any before it. */
export function pointOfTarget(query: Query, { frame, years, around }: Clause): Query {
  const [said, other] = frame
    .attributes()
    .filter(({ text, meaning }) => meaning.ids.includes('target') && point.test(text));
  const target = query.wanted.find(({ attribute }) => attribute === 'target');
  // Which of them passes a bound cannot be told apart.
  if (said?.text.startsWith('中間') && query.ask !== 'values')
    return { ...query, unread: [...query.unread, said.text] };
  if (query.ask !== 'values' || !said || other || !target || target.years.length + years.all.length > 0)
    return query;
  const ids = query.sets.flatMap(({ named }) => named ?? []);
  const dated = ids.map((id) =>
    [...new Set(around.facts.cells('target', id).flatMap(({ fy }) => fy ?? []))].sort((a, b) => a - b),
  );
  const [first = []] = dated;
  // Of yearly targets none is halfway.
  const halfway = said.text.startsWith('中間');
  const clear = halfway ? first.length === 2 : first.length > 1;
  if (!clear || dated.some((own) => own.join() !== first.join())) return query;
  const meant = halfway ? first.slice(0, 1) : first.slice(-1);
  return {
    ...query,
    wanted: query.wanted.map((one) => (one === target ? { ...one, years: meant } : one)),
  };
}

const point = /^(?:中間|最終)の?目標/;
