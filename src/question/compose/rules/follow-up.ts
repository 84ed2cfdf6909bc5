// A follow-up that names a new subject, year or condition and asks nothing itself: the thread's question is asked again of it.
import { recordOf } from '../../../data/repository.ts';
import type { Around } from '../../around.ts';
import type { Predicate, Query, SubjectSet } from '../../query.ts';
import type { Rule } from '../ask.ts';
import type { Clause } from '../compose.ts';
import { conditionSet } from '../condition-set.ts';
import { isOfRows } from '../conditions/numbers.ts';
import type { Item } from '../frame.ts';
import type { RecordKind } from '../keeper.ts';
import { namedSets } from '../sets.ts';
import { isScope } from '../splits/part.ts';
import { sameElsewhere } from '../thread/elsewhere.ts';
import { onlyRecord } from '../thread/only-record.ts';
import { kindsOf, wantedOf } from '../wanted.ts';
import { kindInCount } from './figures/count.ts';

/** Words that ask nothing by themselves. */
const quiet = new Set([
  'then',
  'same-as-before',
  'reverse',
  'others',
  'that',
  'newest',
  'each',
  'confirm',
  'whether',
  'which',
  'tell',
  'greeting',
  'final',
  'that-year',
  'previous',
  'next',
]);
/** Asks that can be put again. */
const repeatable = new Set<Query['ask']>([
  'values',
  'whether',
  'difference',
  'remaining',
  'why',
  'compare',
  'sum',
  'count',
  'extreme',
  'list',
  'average',
  'group',
  'page',
  'what',
]);

/** 東部の事業を教えて ⇒ 西部は？: what was shown is looked for by other words. */
export const shownAgain: Rule = ({ frame, before, conditions, subjects, years, around }) => {
  const near = before?.sets.every(({ where }) => where.some(({ is }) => is === 'near')) ?? false;
  const plain = frame.items.every(
    ({ meaning, noun }) => (meaning === null && noun) || (meaning?.is === 'intent' && quiet.has(meaning.id)),
  );
  const words = subjects.nouns().join(' ');
  if (before?.ask !== 'show' || !near || !plain || words === '' || around.command !== null) return null;
  if (conditions.length + years.all.length > 0 || !/は[?？。]*$/.test(frame.text)) return null;
  const again = (one: Predicate): Predicate => (one.is === 'near' ? { ...one, words } : one);
  const sets = before.sets.map((set) => ({ ...set, where: set.where.map(again), label: words }));
  return { ...before, sets, about: words, telling: '', unread: [], assumed: [] };
};

/** いちばん高いのはどれ ⇒ いくら？: the winner was told with its figure. */
export const figureAgain: Rule = ({ frame, before, conditions, years, subjects, around }) => {
  const only = frame.items.every(
    ({ meaning }) =>
      meaning?.is === 'intent' && ['howmuch', 'howmany-unit', 'whether', 'tell'].includes(meaning.id),
  );
  const asks = only && frame.has('howmuch', 'howmany-unit') && !subjects.any();
  if (before?.ask !== 'extreme' || !asks || around.command !== null) return null;
  return conditions.length + years.all.length === 0 ? { ...before, unread: [], assumed: [] } : null;
};

export const followUp: Rule = (clause) => {
  const { frame, before, conditions, years, around } = clause;
  if (!before || around.command !== null || !repeatable.has(before.ask)) return null;
  const elsewhere = ofSibling(before, clause);
  if (elsewhere) return elsewhere;
  if (frame.attributes().length > 0) return null;
  if (frame.numbers().length > 0) return ofRow(before, clause);
  // 西部も同様に事業名を: the kind that the thread's question asked for says nothing new.
  const again = frame.has('same-as-before') ? (before.of ?? before.sets[0]?.kind) : null;
  if (frame.kinds().some(({ meaning }) => meaning.kind !== again)) return null;
  // R6でも同じ？ puts the comparison again.
  const stillSo = before.ask === 'compare' && years.all.length > 0;
  const once = askedOnce(before, clause);
  const idle = ({ meaning }: Item) =>
    meaning?.is !== 'intent' ||
    quiet.has(meaning.id) ||
    (stillSo && meaning.id === 'same-as') ||
    once.includes(meaning.id);
  if (!frame.items.every(idle) || claimsOf(clause) || asksByItself(clause)) return null;
  const asked = clause.subjects.any();
  // 久留米だと観光は何やってる after a list: the same is asked of another place and topic.
  if (asked && conditions.length > 0 && before.ask === 'list' && before.sets[0]?.named === null) {
    const { kind } = before.sets[0];
    return { ...before, sets: [conditionSet(clause, kind)], unread: [], assumed: [] };
  }
  if (!asked && conditions.length === 0 && years.all.length === 0) return null;
  const [own] = before.sets;
  if (asked) {
    const kinds =
      own && (own.kind === 'project' || own.kind === 'kpi') && own.named
        ? [own.kind]
        : kindsOf(clause, before.wanted);
    const sets =
      siblingSets(before, clause) ??
      siblingRecord(before, clause) ??
      inSamePlan(before, clause, kinds) ??
      namedSets(clause, kinds);
    if (sets.length === 0 || !fits(before, sets, clause)) return null;
    return withYears({ ...before, sets, unread: [], assumed: [] }, years.all);
  }
  if (conditions.length > 0) return withYears(withConditions(before, clause), years.all);
  return withYears(before, years.all);
};

/** 企画課で減額は何事業 ⇒ 総務課だと何事業？ 増額は何件？: the same is worked out of another scope, or of another word of that column. */
function askedOnce(before: Query, clause: Clause): readonly string[] {
  const { conditions, years, frame } = clause;
  const kind = kindInCount(clause);
  const columns = before.sets.flatMap(({ where }) =>
    where.flatMap((one) => (one.is === 'word' ? [one.attribute] : [])),
  );
  const alike = conditions.every(
    ({ predicate }) =>
      isScope(predicate) || (predicate.is === 'word' && columns.includes(predicate.attribute)),
  );
  const fresh = years.all.length > 0 || frame.kinds().length > 0 || (kind !== null && kind !== before.of);
  const named = before.sets.some((set) => set.named !== null);
  // 国際政策課も足すと？, 企画課も合計すると？: joined to what was added up before.
  if (frame.intents('sum').some(({ text }) => !/計|総額|トータル/.test(text))) return [];
  if (/も(?:足|入|含|加|合)/.test(frame.text)) return [];
  return named || fresh || !alike || conditions.length === 0 ? [] : (askingWords[before.ask] ?? []);
}

/** How a question that works something out is put once more. */
const askingWords: Partial<Record<Query['ask'], readonly string[]>> = {
  count: ['count'],
  sum: ['sum', 'howmuch'],
  average: ['average', 'howmuch'],
};

/** No.24の達成率は ⇒ No.25は？, 25番は？: the same is asked of another row of the same table. */
function ofRow(before: Query, { frame, conditions, years, subjects, around }: Clause): Query | null {
  const numbers = frame.numbers();
  const [number, another] = numbers;
  const [set, more] = before.sets;
  if (!number || !set || more || subjects.any()) return null;
  const numbered = set.where.some(isOfRows);
  const told = conditions.map(({ predicate }) => predicate);
  const row = told.find(isOfRows) ?? (numbered && !another ? numberedRow(number) : undefined);
  const only = told.every((one) => isOfRows(one) || one.is === 'plan');
  const idle = frame.items.every(
    (item) =>
      item.used ||
      item === number ||
      item.text === '' ||
      ['years', 'entity'].includes(item.meaning?.is ?? '') ||
      (item.meaning?.is === 'intent' && quiet.has(item.meaning.id)),
  );
  const plans = set.named ? plansOf(set.named, around) : [];
  if (!row || !only || !idle || !(numbered || plans.length === 1)) return null;
  const old: Predicate[] = numbered ? set.where : [{ is: 'plan', ids: plans }];
  const said = new Set(told.map(({ is }) => is));
  const where = [
    ...old.filter((one) => !isOfRows(one) && !said.has(one.is)),
    ...told.filter((one) => one !== row),
    row,
  ];
  const label = numbers.map(({ text }) => text).join('・');
  const other: SubjectSet = { ...set, named: null, where, label };
  return withYears({ ...before, sets: [other], unread: [], assumed: [] }, years.all);
}

/** 25番, in a thread that speaks of a row by its number. */
function numberedRow({
  text,
  meaning,
}: ReturnType<Clause['frame']['numbers']>[number]): Predicate | undefined {
  const { ordinal, value } = meaning.number;
  return ordinal && /^\d+番$/.test(text) ? { is: 'number', number: value } : undefined;
}

/** 浸水対策事業って東部のパッケージだっけ, …と同じ仲間の事業はほかに何がある: asks of what it names itself. */
function asksByItself({ frame, before, conditions, subjects }: Clause): boolean {
  const named = subjects.exact().length > 0;
  const placed = conditions.some(({ predicate }) => ['policy', 'department'].includes(predicate.is));
  if (named && placed && frame.has('confirm') && before?.ask !== 'whether') return true;
  return subjects.any() && frame.has('others') && frame.has('which');
}

/** これ、「増額」扱いってことでいい？: a word of a column is claimed of the record in hand. */
function claimsOf({ frame, before, conditions }: Clause): boolean {
  const named = before?.sets.length === 1 && (before.sets[0]?.named ?? []).length > 0;
  // それ順調？
  const points =
    frame.intents('that').some(({ after }) => !/^の/.test(after)) && /[?？か]$/.test(frame.text.trim());
  return (
    named && (frame.has('confirm') || points) && conditions.some(({ predicate }) => predicate.is === 'word')
  );
}

/** A plan's period is asked of no KPI. */
function fits({ wanted }: Query, [set]: readonly SubjectSet[], { around: { facts } }: Clause): boolean {
  const able = ({ attribute }: Query['wanted'][number]) => {
    const of: readonly string[] | undefined = facts.attribute(attribute)?.of;
    return (
      of === undefined ||
      !set ||
      of.some((kind) => kind === 'project' || kind === 'kpi') ||
      of.includes(set.kind)
    );
  };
  return wanted.length === 0 || wanted.some(able);
}

/** 東部地域振興パッケージのKPIは ⇒ 西部は？: a policy of the same level that the words tell takes its place. */
function siblingSets(before: Query, { subjects, around }: Clause): SubjectSet[] | null {
  const { repository } = around;
  const said = before.sets.flatMap(({ where }) =>
    where.flatMap((one) => (one.is === 'policy' ? one.ids : [])),
  );
  const levels = new Set(said.map((id) => repository.policy(id)?.level));
  const nouns = subjects.nouns();
  if (said.length === 0 || nouns.length === 0) return null;
  const plans = new Set(said.map((id) => repository.policy(id)?.plan));
  const told = repository.policies.filter(
    ({ id, name, level, plan }) =>
      !said.includes(id) &&
      levels.has(level) &&
      plans.has(plan) &&
      nouns.every((noun) => name.includes(noun)),
  );
  const [policy] = told;
  if (!policy || told.length > 1) return null;
  const predicate: Predicate = { is: 'policy', ids: [policy.id], label: policy.name };
  return before.sets.map((set) => ({
    ...set,
    label: policy.name,
    where: [...set.where.filter(({ is }) => is !== 'policy'), predicate],
  }));
}

/** 東部のパッケージのKPIと目標値は ⇒ じゃあ西部のKPIの目標値は: as before, of another part of the plan, with what is said again. */
function ofSibling(before: Query, clause: Clause): Query | null {
  const { frame, conditions, years, subjects } = clause;
  const [set] = before.sets;
  // 西部地域のほうのKPIも
  const turns = frame.has('then', 'same-as-before') || /(?:の)?(?:ほう|方)[のはも]/.test(frame.text);
  const alike = frame.kinds().every(({ meaning }) => meaning.kind === set?.kind);
  if (!set || set.named !== null || !turns || !alike || frame.attributes().length === 0) return null;
  if (conditions.length + years.all.length + frame.numbers().length > 0) return null;
  const sets = siblingSets(before, clause);
  const wanted = sets ? wantedOf(clause) : [];
  if (!sets || wanted.length === 0) return null;
  subjects.use();
  return { ...before, sets, wanted, unread: [], assumed: [] };
}

/** …大学法人運営費交付金の予算は ⇒ 施設費のほうは？: the record that begins as the last one does and holds the words. */
function siblingRecord(before: Query, { subjects, around }: Clause): SubjectSet[] | null {
  const { repository, search } = around;
  const only = onlyRecord(before);
  const nouns = subjects.nouns();
  if (!only || nouns.length === 0 || subjects.exact().length > 0) return null;
  const { id, set } = only;
  const nameOf = (one: string) => recordOf(repository, one)?.name ?? '';
  const last = nameOf(id);
  const { hits } = search.search(nouns.join(' '), { kinds: [set.kind] });
  const alike = hits.filter(
    (hit) =>
      hit.id !== id &&
      nouns.every((noun) => nameOf(hit.id).toLowerCase().includes(noun)) &&
      nameOf(hit.id).slice(0, 4) === last.slice(0, 4),
  );
  const [found, another] = alike;
  if (!found || another || last.length < 8) return null;
  return [{ ...set, named: [found.id], where: [], label: nameOf(found.id) }];
}

/** R5は？ keeps everything but the years. */
function withYears(query: Query, years: readonly number[]): Query {
  if (years.length === 0) return query;
  const [first, last] = [years[0] as number, years.at(-1) as number];
  return {
    ...query,
    wanted: query.wanted.map((one) => ({ ...one, years: [...years] })),
    between: query.between
      ? {
          ...query.between,
          from: {
            ...query.between.from,
            fy: years.length > 1 ? first : query.between.from.fy === null ? null : last - 1,
          },
          to: { ...query.between.to, fy: last },
        }
      : null,
  };
}

/** じゃあ直方は: a condition of the same kind takes the place of the old one, in the set or in the claim. */
function withConditions(before: Query, clause: Clause): Query {
  const added = clause.conditions.map(({ predicate }) => predicate);
  const kinds = new Set(added.map(({ is }) => is));
  // 宮若市が参加していない ⇒ 苅田町は: the new one is left out as the old one was.
  const denied = (one: Predicate) => one.is === 'not' && kinds.has(one.that.is);
  const replace = (where: readonly Predicate[]): Predicate[] => [
    ...where.filter((one) => !kinds.has(one.is) && !denied(one)),
    ...(where.some(denied) ? added.map((that): Predicate => ({ is: 'not', that })) : added),
  ];
  const claimed = before.claim?.within.some(({ is }) => kinds.has(is)) ?? false;
  if (claimed && before.claim)
    return { ...before, claim: { ...before.claim, within: replace(before.claim.within) } };
  const elsewhere = sameElsewhere(before, added, clause);
  if (elsewhere) return elsewhere;
  const label = clause.conditions.map((condition) => condition.label).join('・');
  return {
    ...before,
    sets: before.sets.map((set): SubjectSet => ({ ...set, named: null, where: replace(set.where), label })),
  };
}

/** …プロジェクトの目標値は ⇒ 首都圏移住のほうは？: the record of the same plan that the words tell, where they tell none of all. */
function inSamePlan(
  before: Query,
  { subjects, around }: Clause,
  kinds: readonly RecordKind[],
): SubjectSet[] | null {
  const topics = subjects.topics();
  const first = subjects.byTopic(topics, kinds);
  if (topics.length === 0 || (first?.strong && printsAsked(first.ids, before, around))) return null;
  const plans = plansOf(
    before.sets.flatMap(({ named }) => named ?? []),
    around,
  );
  if (plans.length !== 1) return null;
  const found = subjects.byTopic(topics, ['project', 'kpi'], [{ is: 'plan', ids: plans }]);
  if (!found?.strong) return null;
  subjects.use();
  return [{ kind: found.kind, named: found.ids, where: [], label: found.label }];
}

/** Plans that the records stand in. */
function plansOf(ids: readonly string[], { repository }: Around): string[] {
  return [...new Set(ids.flatMap((id) => recordOf(repository, id)?.plan ?? []))];
}

/** A column that only the thread's plan prints is asked of no record of another plan. */
function printsAsked(ids: readonly string[], { wanted }: Query, { facts, repository }: Around): boolean {
  const plans = ids.flatMap((id) => recordOf(repository, id)?.plan ?? []);
  return wanted.every(({ attribute }) => {
    const of = facts.attribute(attribute)?.of ?? [];
    return plans.some((plan) => of.length === 0 || of.some((kind) => facts.printed(kind, attribute, plan)));
  });
}
