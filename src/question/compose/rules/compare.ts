// Two things side by side: which is more, are they the same.

import type { Query, SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { asksRate } from '../asks-rate.ts';
import { claiming } from '../claiming.ts';
import { type Clause, emptyQuery, setBy } from '../compose.ts';
import { plansMeant } from '../conditions/condition.ts';
import { enumerable, enumerated } from '../enumerated.ts';
import type { Frame, Item } from '../frame.ts';
import { greatest } from '../greatest.ts';
import { ownMeasures } from '../own-measures.ts';
import { printsIn } from '../printed.ts';
import { planned, setOf } from '../set-of.ts';
import type { Group } from '../subjects.ts';
import { inside } from '../thread/within.ts';
import { toTarget } from '../to-target.ts';
import { kindsOf, wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';
import { figureClaimed } from './claims/far-moved.ts';
import { kindCounted } from './figures/count.ts';
import { ranks } from './figures/extreme.ts';
import { isMoney, type Sides, sidesOf } from './sides.ts';

/** AとBでは、どちら; AとBは同じ. */
export const compareTwo: Rule = (clause) => {
  const { frame } = clause;
  const which = frame.has('which-two') || asksGreater(clause);
  const same =
    frame.has('same-as', 'differ') &&
    frame.items.some(
      ({ meaning, used }) => !used && meaning?.is === 'intent' && ['same-as', 'differ'].includes(meaning.id),
    );
  const apart = frame.has('times', 'gap') && yearsSaid(clause.years).length < 2;
  if (!which && !same && !heldApart(clause) && !(apart && conditionSides(clause).length === 2)) return null;
  const partners = countsOfPartners(clause);
  if (partners) return partners;
  const own = ownMeasures(clause);
  const said = wantedOf(clause);
  const wanted = which ? figuresHeld(said, clause) : said;
  // 事業費の増減はR4からR5でどちらが何千円大きい: the column of words gives way to what it tells of.
  const moved = wanted.length < said.length && yearsSaid(clause.years).length > 1;
  const possible = kindsOf(clause, wanted);
  const groups = allPlaced(frame, own ?? groupsOf(clause, possible));
  const found = new Set(groups.map(({ kind }) => kind));
  const kinds = possible.length === 2 && found.size === 1 ? [...found] : possible;
  if (groups.length >= 2 && (joinedByAnd(clause, groups) || groups.every(({ exact }) => exact))) {
    const sets = groups.map((group) => setOf(planned(group, clause), kinds, clause));
    clause.subjects.use();
    const kpi = sets.every(({ kind }) => kind === 'kpi');
    const changed = frame.has('rise', 'fall', 'remaining') || (frame.has('gap') && !gapOfSides(clause));
    const ids = wanted.map(({ attribute }) => attribute);
    const between =
      changed && kpi
        ? ofKpis(sidesOf(clause, ids), clause)
        : frame.has('rise', 'fall') || moved
          ? sidesOf(clause, ids)
          : null;
    const claim = same && !which ? claiming({ same: !frame.has('differ') }) : gapClaimed(frame, groups);
    return {
      ...emptyQuery('compare'),
      sets,
      wanted:
        wanted.length > 0
          ? wanted
          : kpi
            ? ofYear(sets, clause)
            : [{ attribute: 'budget', years: clause.years.all }],
      between: between ? { ...between, as: asksRate(frame) ? 'share' : 'amount' } : null,
      extreme: which || (claim?.members.length ?? 0) > 0 ? greatest(frame) : null,
      claim,
    };
  }
  const among = which ? amongThread(clause) : null;
  if (among) return among;
  return compareParts(clause, wanted, same && !which ? claiming({ same: !frame.has('differ') }) : null);
};

/** 増減欄が「増額」の2事業、増え幅が何千円大きいのは: of what is more by an amount no column of words is asked for. */
function figuresHeld(wanted: Query['wanted'], clause: Clause): Query['wanted'] {
  const byAmount = clause.frame.has('rise', 'fall', 'howmuch');
  return byAmount ? wanted.filter(({ attribute }) => ranks(attribute, clause)) : wanted;
}

/** 差は35,940千円で合ってますか, AのほうがBより多いですよね. */
function gapClaimed(frame: Frame, groups: readonly Group[]): Query['claim'] {
  const by = figureClaimed(frame);
  const [first] = groups;
  const named = frame.items.find(({ start }) => start === first?.start);
  const ahead =
    frame.has('confirm') &&
    !frame.has('which-two') &&
    /^」?の(?:ほう|方)が/.test(frame.text.slice(named?.end ?? 0));
  const members = ahead ? (first?.ids ?? []) : [];
  return by.length + members.length > 0 ? claiming({ by, members: [...members] }) : null;
}

/** 国際政策課と企画課, 福祉と災害対策: what conditions tell, by its money or how many there are. */
function compareParts(clause: Clause, wanted: Query['wanted'], claim: Query['claim']): Query | null {
  const { frame } = clause;
  const sides = conditionSides(clause);
  const [middle] = frame.intents('average', 'median');
  if (middle && sides.length >= 2) clause.unread.push(middle.text);
  const said = wanted.filter(({ attribute }) => attribute === 'budget');
  // 国際政策課と企画課 R5 多いのどっち: in a year it is money that is more.
  const money =
    said.length === 0 && clause.years.all.length > 0 && !frame.has('count')
      ? [{ attribute: 'budget', years: clause.years.all }]
      : said;
  if (sides.length < 2) return null;
  return {
    ...emptyQuery('compare'),
    sets: sides,
    of: money.length > 0 ? null : (kindCounted(clause) ?? 'project'),
    wanted: money,
    extreme: claim ? null : greatest(frame),
    claim,
  };
}

/** 下関と福岡市、どっちと: where one of two places is no record, none is held against the other. */
function allPlaced({ items }: Frame, groups: readonly Group[]): readonly Group[] {
  const left = items.some(
    ({ meaning, text }) =>
      meaning?.is === 'elsewhere' && !groups.some(({ label }) => label.toLowerCase().includes(text)),
  );
  return left ? [] : groups;
}

/** 平成30年度に多く来たのは: the figure that all of them print for the year said. */
function ofYear(sets: readonly SubjectSet[], { years, around: { facts } }: Clause): Query['wanted'] {
  const [fy, more] = years.all;
  const ids = sets.flatMap(({ named }) => named ?? []);
  if (fy === undefined || more !== undefined) return [];
  const attribute = ['actual', 'target', 'baseline'].find((of) =>
    ids.every((id) => printsIn(facts, of, id, fy)),
  );
  return attribute === undefined ? [] : [{ attribute, years: attribute === 'baseline' ? [] : [fy] }];
}

/** その中でどちらが大きい: the members of the thread's set by one figure. */
function amongThread(clause: Clause): Query | null {
  const { frame, before, subjects, conditions, years } = clause;
  const [set, more] = before?.sets ?? [];
  const [wanted, other] = wantedOf(clause);
  if (!set || more || set.named !== null || !wanted || other || subjects.any()) return null;
  if (!frame.has('which-two') || !inside.test(frame.text) || conditions.length > 0) return null;
  const asked = { ...wanted, years: wanted.years.length > 0 ? wanted.years : years.all };
  return { ...emptyQuery('compare'), sets: [set], wanted: [asked], extreme: greatest(frame) };
}

/** KPIs have no money: without figures said the way leads to the target. */
function ofKpis(sides: Sides | null, clause: Clause): Sides {
  return sides === null || isMoney(clause, sides.to.attribute) ? toTarget() : sides;
}

/** 事業, of 連携事業 as well, however often it is said. */
function partnersCounted(frame: Frame): { text: string }[] {
  const kinds = frame.kinds().filter(({ text }) => text !== '');
  const plans = frame.entities('plan').filter(({ text }) => /事業$/.test(text));
  return kinds.length === 0 && plans.length > 0 ? [{ text: '事業' }] : kinds.slice(0, 2);
}

/** 一緒にやる事業、下関と福岡市どっちが多い: KPIs that count just that, told apart by the two names. */
function countsOfPartners(clause: Clause): Query | null {
  const { frame, subjects, around, years } = clause;
  const [kind, more] = partnersCounted(frame);
  const sides = frame.items.filter(
    (item, at) => isName(item) && (joined(item) || joined(frame.items[at - 1])) && item.text.length > 1,
  );
  if (!kind || more || sides.length !== 2 || subjects.exact().length > 0) return null;
  const kpis = sides.map(({ text }) => {
    const { hits } = around.search.search(`${text} ${kind.text}数`, { kinds: ['kpi'] });
    return hits.find(({ id }) => {
      const name = around.repository.kpi(id)?.name ?? '';
      return name.includes(`${kind.text}数`) && name.includes(text);
    })?.id;
  });
  const named = kpis.flatMap((id) => id ?? []);
  if (named.length < 2 || named[0] === named[1]) return null;
  for (const item of frame.items) item.used = true;
  return {
    ...emptyQuery('compare'),
    sets: named.map((id, at) => ({ kind: 'kpi', named: [id], where: [], label: sides[at]?.text ?? '' })),
    wanted: years.all.length > 0 ? [{ attribute: 'actual', years: years.all }] : [],
    extreme: greatest(frame),
  };

  function isName({ meaning, noun }: Item): boolean {
    return (
      meaning?.is === 'elsewhere' ||
      (meaning === null && noun) ||
      (meaning?.is === 'entity' && ['town', 'project', 'kpi'].includes(meaning.kind) && !meaning.exact)
    );
  }
  function joined(item: Item | undefined): boolean {
    return /^と(?!は)/.test(item?.after.trim() ?? '');
  }
}

/** AとBの達成率の差: one figure of each is held against the other's; 目標との差 lies within each. */
function gapOfSides({ frame }: Clause): boolean {
  const [said, more] = frame.attributes().filter(({ used }) => !used);
  return said !== undefined && !more && !/^(?:の?値)?(?:との|まで|へ|と比べ)/.test(said.after.trim());
}

/** 高いほうは？ AとB、上げ幅が大きいのは？ Aのほうが多いですか、Bのほうが多いですか */
function asksGreater({ frame, subjects }: Clause): boolean {
  const each = [...frame.text.matchAll(/(?:ほう|方)が[^、。?]{1,12}(?=[、。?]|$)/g)];
  if (each.length === 2 && subjects.exact().length > 0 && frame.has('big', 'small')) return true;
  const two = subjects.exact().length + subjects.topics().length === 2 && !/より/.test(frame.text);
  const tail = two ? /^(?:ほう|方|の)(?:は|が|って|を|[?？]|$)/ : /^(?:ほう|方)(?:は|が|って|を|[?？]|$)/;
  return frame.intents('big', 'small').some(({ end }) => tail.test(frame.text.slice(end).trim()));
}

/** The things compared: whole names and topic runs, in the order said. */
function groupsOf(clause: Clause, kinds: readonly ('project' | 'kpi')[]): Group[] {
  const row = quotedRow(clause, kinds) ?? projectsOfYear(clause, kinds) ?? enumerated(clause, kinds);
  // 課長や係長になりたての人の研修: two descriptions of one record are one side.
  if (row) return once(row);
  const exact = clause.subjects.exact();
  const scope = clause.conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? [predicate] : []));
  const told = clause.subjects.eachTopic(kinds, scope).filter(({ strong }) => strong);
  const groups = exact.length >= 2 ? exact : [...exact, ...told];
  return once(groups.sort((a, b) => a.start - b.start));
}

/** R5どっちが高い: in a year that is asked of the money of two projects, where not both of them are KPIs. */
function projectsOfYear(clause: Clause, kinds: readonly ('project' | 'kpi')[]): Group[] | null {
  const money = /いくら|なんぼ/.test(clause.frame.text);
  if (kinds.length < 2 || clause.years.all.length === 0 || (!money && enumerable(clause, ['kpi'])))
    return null;
  return enumerated(clause, ['project']);
}

function once(groups: readonly Group[]): Group[] {
  return groups.filter(
    ({ ids }, at) => groups.findIndex((other) => other.ids.join(' ') === ids.join(' ')) === at,
  );
}

/** AとBの予算の差, AよりBが何千円多い: two whole names and what lies between them, within one year. */
function heldApart(clause: Clause): boolean {
  const { frame, subjects, years } = clause;
  const apart =
    frame.has('gap', 'times') || (frame.has('big', 'small', 'compare') && /より|比べ/.test(frame.text));
  if (!apart || yearsSaid(years).length > 1) return false;
  const exact = subjects.exact();
  if (exact.length === 2) return exact[0]?.kind === exact[1]?.kind;
  if (exact.length + subjects.topics().length < 2) return false;
  if (gapOfSides(clause) && quotedRow(clause, ['kpi'])?.length === 2) return true;
  return enumerable(clause, ['project']) || enumerable(clause, ['kpi']);
}

/** 「愛着がある」と「誇りがある」と答えた市民の割合: only what is quoted is held side by side. */
function quotedRow({ frame, subjects }: Clause, kinds: readonly ('project' | 'kpi')[]): Group[] | null {
  const quotes = [...frame.text.matchAll(/「([^」]+)」/g)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  if (quotes.length < 2) return null;
  const exact = subjects.exact();
  const within = (start: number) => quotes.some(({ from, to }) => start > from && start < to);
  if (exact.length >= quotes.length || !exact.every(({ start }) => within(start))) return null;
  const groups = quotes.map(({ from, to }) => {
    const named = exact.find(({ start }) => start > from && start < to);
    if (named) return named;
    return subjects.byTopic(
      subjects.topics().filter(({ start, end }) => start > from && end < to),
      kinds,
    );
  });
  return groups.every((group) => group?.strong) ? (groups as Group[]) : null;
}

/** The two records or parts that are named side by side; null where there are no two. */
export function twoNamed(clause: Clause): SubjectSet[] | null {
  const kinds = kindsOf(clause, wantedOf(clause));
  const groups = groupsOf(clause, kinds);
  if (groups.length === 2 && groups.every(({ kind }) => kind === groups[0]?.kind)) {
    clause.subjects.use();
    return groups.map((group) => setOf(group, [group.kind], clause));
  }
  const sides = clause.subjects.any() ? [] : conditionSides(clause);
  return sides.length === 2 ? sides : null;
}

/** 福祉と災害対策, 企画課と総務課: each condition is a side; the rest hold for both. */
function conditionSides(clause: Clause): SubjectSet[] {
  const { conditions, around } = clause;
  for (const is of ['policy', 'department', 'town', 'plan'] as const) {
    const sides = conditions.filter(({ predicate }) => predicate.is === is);
    const parts = is === 'plan' && sides.length > 0 ? planSides(clause) : sides.flatMap(split);
    if (parts.length >= 2) {
      const rest = conditions.filter(({ predicate }) => predicate.is !== is);
      const kind = kindCounted(clause) ?? (around.command === 'kpi' ? 'kpi' : 'project');
      return parts.map((part) => setBy(kind, [part, ...rest], null, part.label));
    }
  }
  return [];
}

/** Each plan that is named is a side; all plans of one town are one. */
function planSides({ frame, around }: Clause): Clause['conditions'] {
  const seen = new Set<string>();
  return frame.entities('plan', 'town').flatMap((item) => {
    const plans = plansMeant(item.meaning, around);
    const known = plans.length === 0 || seen.has(plans.join());
    seen.add(plans.join());
    return known ? [] : [{ predicate: { is: 'plan', ids: plans }, item, label: item.text }];
  });
}

/** Conditions joined to one are taken apart again. */
function split(condition: Clause['conditions'][number]): Clause['conditions'] {
  const { predicate } = condition;
  const labels = condition.label.split('・');
  if (predicate.is === 'department' || predicate.is === 'town')
    return predicate.names.map((name) => ({
      ...condition,
      predicate: { ...predicate, names: [name] },
      label: name,
    }));
  if (predicate.is === 'policy' && labels.length === predicate.ids.length)
    return predicate.ids.map((id, i) => ({
      ...condition,
      predicate: { is: 'policy', ids: [id], label: labels[i] as string },
      label: labels[i] as string,
    }));
  return [condition];
}

/** AとB, A、B, AかB, …するやつとB: the first thing is joined to the next. */
function joinedByAnd({ frame }: Clause, groups: readonly Group[]): boolean {
  const [first, second] = groups as [Group, Group];
  // 世界遺産の事業2つ: both are called by one word.
  if (first.start === second.start) return true;
  const between = frame.items.filter(({ start, end }) => start >= first.start && end <= second.start + 1);
  return between.some(({ after }) =>
    /^(?:[^」』、。]{0,4}[」』]|[^、。は]{0,8}(?:やつ|もの|もん))?(?:と|や|か|、|vs|対|より|の?ほ?う?と)/.test(
      after.trim(),
    ),
  );
}
