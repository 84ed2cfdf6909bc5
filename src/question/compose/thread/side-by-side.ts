// 「どっちが多い」, 「どれだけ増えた」: what a thread asked one after the other is held against each other.
import { recordOf } from '../../../data/repository.ts';
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { asksRate } from '../asks-rate.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { greatest } from '../greatest.ts';
import { isMoney } from '../rules/sides.ts';
import { toTarget } from '../to-target.ts';
import { onlyRecord } from './only-record.ts';

const holding = ['which-two', 'gap', 'rise', 'fall', 'compare', 'times'];

export const sideBySide: Rule = (clause) => {
  const { before, frame, subjects, conditions, years } = clause;
  // 差は after どちらが多い.
  const bare = !subjects.any() && conditions.length === 0 && frame.numbers().length === 0;
  if (before?.ask === 'compare' && bare && frame.has('gap')) return { ...before, extreme: null, assumed: [] };
  const against = againstBefore(clause);
  if (against) return against;
  const earlier = before?.earlier.at(-1);
  if (!before || !earlier || !bare) return null;
  const most = mostOf(before, clause);
  if (most) return most;
  const [wanted] = before.wanted;
  if (!wanted) return null;
  if (!frame.has(...holding) || years.all.length > 0) return null;
  if (frame.kinds().length > 0 && !frame.has('which-two')) return null;
  const { attribute } = wanted;
  if (heldAgainstOwn(attribute, clause)) return null;
  const between = [...new Set([...earlier.years, ...yearsOf(before)])].sort((a, b) => a - b);
  const [from, to] = [between[0], between.at(-1)];
  if (sameSets(earlier.sets, before.sets)) {
    if (from === undefined || to === undefined || from === to) return null;
    const sides = { from: { attribute, fy: from }, to: { attribute, fy: to } };
    const as = asksRate(frame) && isMoney(clause, attribute) ? 'share' : 'amount';
    return { ...emptyQuery('difference'), sets: before.sets, between: { ...sides, as } };
  }
  if (frame.has('rise', 'fall')) return null;
  return {
    ...emptyQuery('compare'),
    sets: [...earlier.sets, ...before.sets],
    wanted: [{ attribute, years: between.slice(-1) }],
    extreme: frame.has('which-two') ? greatest(frame) : null,
  };
};

/** じゃあ美術館は ⇒ 基準値との差も: what one record says is held against another figure of its own. */
function heldAgainstOwn(attribute: string, { frame }: Clause): boolean {
  return frame
    .attributes()
    .some(
      ({ meaning, after }) =>
        !meaning.ids.includes(attribute) && /^(?:の?値)?(?:との?|から|より|に比べ)/.test(after.trim()),
    );
}

/** U・Iターンのほうと比べるとどっちが大きい: what is named now beside what was asked of before. */
function againstBefore({ before, frame, subjects, conditions, years, around }: Clause): Query | null {
  const only = onlyRecord(before);
  const [wanted] = before?.wanted ?? [];
  if (!only || !wanted || before?.ask !== 'values' || conditions.length > 0) return null;
  const { id, set } = only;
  // 目標までの上げ幅が大きいのはどっち.
  const moves = set.kind === 'kpi' && frame.has('rise', 'fall');
  const others = frame.attributeIds().filter((one) => !(moves && one === 'target'));
  if (!frame.has('which-two', 'compare', 'gap') || others.length > 0) return null;
  const exact = subjects.exact();
  // シティプラザと美術館、どっち: both are named here.
  const joined = subjects.topics().some(({ after }) => /^と[、,]?$/.test(after.trim()));
  if (joined && subjects.topics().length + exact.length > 1) return null;
  const group = exact.length > 0 ? exact[0] : subjects.byTopic(subjects.topics(), [set.kind]);
  if (!group || exact.length > 1 || group.kind !== set.kind || group.ids.includes(id)) return null;
  subjects.use();
  const asked = years.all.length > 0 ? years.all.slice(-1) : wanted.years;
  const { repository } = around;
  const label = recordOf(repository, id)?.name ?? set.label;
  return {
    ...emptyQuery('compare'),
    between: moves ? { ...toTarget(), as: 'amount' } : null,
    sets: [
      { ...set, label },
      { kind: set.kind, named: group.ids, where: [], label: group.label },
    ],
    wanted: moves ? [] : [{ ...wanted, years: asked }],
    extreme: greatest(frame),
  };
}

/** どこが一番多い after 総務課は何件, 企画課は: all that were counted or summed, side by side. */
function mostOf(before: Query, { frame, years }: Clause): Query | null {
  const which =
    frame.has('where', 'which', 'which-two') && frame.has('max', 'min', 'big', 'small', 'which-two');
  const counted = before.ask === 'count' || before.ask === 'sum';
  if (!which || !counted || frame.attributes().length > 0 || years.all.length > 0) return null;
  return {
    ...emptyQuery('compare'),
    sets: [...before.earlier.flatMap(({ sets }) => sets), ...before.sets],
    of: before.ask === 'count' ? before.of : null,
    wanted: before.wanted.slice(0, 1),
    extreme: greatest(frame),
  };
}

/** The query with what the thread asked the same of before. */
export function withEarlier(query: Query, before: Query | null): Query {
  const alike =
    before !== null &&
    before.ask === query.ask &&
    ['values', 'sum', 'count'].includes(query.ask) &&
    before.of === query.of &&
    before.wanted[0]?.attribute === query.wanted[0]?.attribute;
  const known = [
    ...(before?.earlier ?? []),
    ...(before ? [{ sets: before.sets, years: yearsOf(before) }] : []),
  ];
  const again =
    before && sameSets(before.sets, query.sets) && yearsOf(before).join() === yearsOf(query).join();
  return alike && !again ? { ...query, earlier: known.slice(-3) } : query;
}

const yearsOf = ({ wanted }: Query): number[] => wanted[0]?.years ?? [];

function sameSets(some: Query['sets'], others: Query['sets']): boolean {
  // Most differ at once: what they hold is written out for those alone that may be the same.
  if (some.length !== others.length || some.some(({ kind }, at) => kind !== others[at]?.kind)) return false;
  const key = (sets: Query['sets']) =>
    JSON.stringify(sets.map(({ kind, named, where }) => [kind, named, where]));
  return key(some) === key(others);
}
