// 「久留米の圏域に入ってる市と町を全部」: the towns of an area, asked of no record.
import type { Predicate, Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';

/** What says that an area is meant, and what its towns are called. */
const areaWord = /圏|(?:組|く)ん(?:で|だ)/;
const townWord =
  /^(?:広域|連携|中枢|都市|構成|加盟|参加|都市圏|圏域|圏|連携中枢都市圏|市|町|村|市町|市町村|自治体|まち)+$/;

export const areaTowns: Rule = (clause) => {
  const { frame, around, subjects, years } = clause;
  const pair = sameArea(clause);
  if (pair) return pair;
  if (!areaWord.test(frame.text) || around.command !== null || years.all.length > 0) return null;
  if (subjects.exact().length > 0 || frame.numbers().length > 0 || !asksTowns(clause)) return null;
  const topics = subjects.topics().flatMap(({ items }) => items);
  if (!topics.every(({ text }) => townWord.test(text) || /^(?:組ん|くん|いれ|入れ)$/.test(text))) return null;
  const area = areaOf(clause);
  if (area === null) return null;
  subjects.use();
  const ask: Query['ask'] = frame.has('count', 'towns-count') ? 'count' : 'list';
  const kinds = topics.map(({ text }) => text).filter((text) => /^[市町村]$/.test(text));
  const only: Predicate[] =
    kinds.length === 1 && !frame.has('all-towns') ? [{ is: 'name', holds: kinds }] : [];
  const where: Predicate[] = [{ is: 'word', attribute: 'area', fy: null, values: [area] }, ...only];
  return { ...emptyQuery(ask), of: 'town', sets: [{ kind: 'town', named: null, where, label: area }] };
};

/** 吉富町と大刀洗町って同じ圏域: the area of each. */
function sameArea({ frame, subjects, around }: Clause): Query | null {
  const towns = frame.entities('town').flatMap(({ meaning }) => meaning.ids);
  const asks = areaWord.test(frame.text) && frame.has('same-as', 'differ', 'which', 'where');
  const plain = frame.attributes().length + frame.kinds().length + subjects.topics().length === 0;
  if (!asks || !plain || towns.length < 2 || subjects.exact().length > 0 || around.command !== null)
    return null;
  const wanted = [{ attribute: 'area', years: [] }];
  return {
    ...emptyQuery('values'),
    sets: [{ kind: 'town', named: towns, where: [], label: towns.join('・') }],
    wanted,
  };
}

/** Towns, and no attribute of anything. */
function asksTowns({ frame }: Clause): boolean {
  const attributes = frame.attributeIds();
  if (attributes.some((id) => id !== 'towns') || frame.kinds().some(({ meaning }) => meaning.kind !== 'town'))
    return false;
  if (frame.has('reason-part', 'how-part', 'define-part', 'none', 'except', 'confirm')) return false;
  const towns = frame.has('all-towns', 'towns-count') || attributes.length > 0 || frame.kinds().length > 0;
  return towns || frame.items.some(({ meaning, text }) => meaning === null && /^[市町村]$/.test(text));
}

/** The one area that the places and plans named belong to. */
function areaOf({ frame, conditions, around: { repository } }: Clause): string | null {
  // 久留米の圏域: the loose name of another town's plan behind a town says nothing of its own.
  const towns = new Set(frame.entities('town').flatMap(({ meaning }) => meaning.ids));
  const own = repository.plans.filter(({ municipality }) => towns.has(municipality));
  const plans =
    own.length > 0
      ? own.map(({ id }) => id)
      : conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  // 町はぜんぶ says how many, and narrows nothing.
  const narrows = ({ predicate }: Clause['conditions'][number]) =>
    predicate.is !== 'plan' && predicate.is !== 'holds';
  if (plans.length === 0 || conditions.some(narrows)) return null;
  const areas = new Set(
    plans.flatMap((id) => {
      const plan = repository.plan(id);
      const town = repository.municipalities.find(({ name }) => name === plan?.municipality);
      return plan?.area ?? town?.area ?? [];
    }),
  );
  return areas.size === 1 ? ([...areas][0] ?? null) : null;
}
