// 目標値が基準値の何倍かが最も大きいKPI, 予算に対する人件費の割合が一番高い事業: ranked by one column over the other.
import type { SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { figureSet } from '../../condition-set.ts';
import type { Item } from '../../frame.ts';
import { newestYear } from '../../limits/newest-year.ts';
import { kindsOf, wantedOf } from '../../wanted.ts';
import { yearsSaid } from '../../years.ts';
import { ranks, topOf } from './extreme.ts';

/** What the other column is divided by. */
const under = /^[」』]?(?:額|値)?(?:に(?:対し|対する|占め|比べ|比し)|を(?:基準|分母|100|1)|と比べ)/;
/** 基準値から, 予算の何倍: where nothing else tells which one. */
const perhapsUnder = /^[」』]?(?:から|の$)/;

interface Figure {
  item: Item;
  id: string;
  fy: number | null;
}

/** The largest or smallest ratio of two columns of one record, or of one column in two years. */
export const ratioRank: Rule = (clause) => {
  const { frame } = clause;
  const ranked = frame.intents('max', 'min', 'big', 'small').at(-1);
  const top = topOf(clause);
  if (!ranked || !(frame.has('max', 'min') || top)) return null;
  if (!frame.intents('times', 'share').some(({ start }) => start < ranked.start)) return null;
  const ends = dividedBy(clause);
  const [kind] = kindsOf(clause, wantedOf(clause));
  if (!ends || kind === undefined) return null;
  const set = figureSet(clause, kind);
  const [from, to] = ends.map(({ id, fy }) => ({ attribute: id, fy: fy ?? newestOf(id, set, clause) }));
  if (!from || !to) return null;
  const low = frame.has('min') || (frame.has('small') && !frame.has('big'));
  return {
    ...emptyQuery('extreme'),
    sets: [set],
    wanted: [{ attribute: to.attribute, years: to.fy === null ? [] : [to.fy] }],
    between: { from, to, as: 'times' },
    as: frame.has('times') ? 'times' : 'percent',
    extreme: {
      way: low ? 'min' : 'max',
      by: 'ratio',
      top: top?.nth ? 1 : (top?.count ?? 1),
      nth: top?.nth ?? null,
    },
  };
};

/** What is divided by, and what is divided. */
function dividedBy(clause: Clause): [Figure, Figure] | null {
  const { frame, years, around } = clause;
  const wanted = wantedOf(clause).map(({ attribute }) => attribute);
  const said = yearsSaid(years);
  const figures = frame.attributes().flatMap((item): Figure[] => {
    const id = wanted.find((one) => item.meaning.ids.some((own) => own === one || own.endsWith(`/${one}`)));
    if (id === undefined || item.used || !ranks(id, clause)) return [];
    const own = years.of.get(item)?.at(-1) ?? (said.length === 1 ? said[0] : null);
    return [{ item, id, fy: around.facts.attribute(id)?.byYear ? (own ?? null) : null }];
  });
  const base =
    figures.find(({ item }) => under.test(frame.text.slice(item.end))) ??
    figures.find(({ item }) => perhapsUnder.test(item.after.trim()) && item !== figures[0]?.item) ??
    figures.find(({ item }) => perhapsUnder.test(item.after.trim()));
  const other = figures.find(({ id, fy }) => base !== undefined && (id !== base.id || fy !== base.fy));
  return base && other && new Set(figures.map(({ id }) => id)).size <= 2 ? [base, other] : null;
}

/** Of money without a year the newest that the set holds. */
function newestOf(id: string, { where }: SubjectSet, { around }: Clause): number | null {
  const column = around.facts.attribute(id);
  return column?.type === 'money' && column.byYear ? newestYear({ attribute: id }, where, around) : null;
}
