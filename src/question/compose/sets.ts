// The sets of records that a clause names: by whole names, by its topics, or by what the thread spoke of.
import { recordOf } from '../../data/repository.ts';
import type { SubjectSet } from '../query.ts';
import { carriedBy, withCarried } from './carried.ts';
import { type Clause, predicatesOf } from './compose.ts';
import { planOfAttribute } from './condition-set.ts';
import { enumerated } from './enumerated.ts';
import { type Topic, takeTopics } from './frame.ts';
import { keeper, type RecordKind } from './keeper.ts';
import { toldKpi } from './own-kpi.ts';
import { printsIn } from './printed.ts';
import { merged, planned, setOf } from './set-of.ts';
import type { Group } from './subjects.ts';
import { inHand } from './thread/in-hand.ts';
import { onlyRecord } from './thread/only-record.ts';
import { toldByHead } from './told-by-head.ts';
import { resolveTopic } from './topic.ts';

/** Of the KPIs that the thread's record has the one that the words tell, beside its name: 導入協議会数の基準値. */
function ownMeasure(id: string, kinds: readonly RecordKind[], clause: Clause): string[] | null {
  const { repository, search } = clause.around;
  const project = repository.project(id);
  if (!project || kinds.length !== 1 || kinds[0] !== 'kpi' || project.kpis.length < 2) return null;
  const words = `${clause.subjects.topicText()} ${project.name}`;
  const [best] = search.search(words, { kinds: ['kpi'], keep: (_, one) => project.kpis.includes(one) }).hits;
  return best ? [best.id] : null;
}

/** Named records of the clause: whole names, else its topics, else the thread's. */
export function namedSets(clause: Clause, kinds: readonly RecordKind[]): SubjectSet[] {
  const several = enumerated(clause, kinds);
  if (several)
    return merged(
      withoutOwners(several, kinds, clause).map((group) => setOf(planned(group, clause), kinds, clause)),
    );
  const exact = withoutOwners(clause.subjects.exact(), kinds, clause);
  if (exact.length > 0) {
    const beside = besideExact(clause, kinds, exact);
    leftUnread(clause, [...exact, ...beside]);
    const sets = [...exact, ...beside].map((group) => setOf(planned(group, clause), kinds, clause));
    return merged(sets);
  }
  const where = predicatesOf(clause.conditions);
  const topics = clause.subjects.topics();
  if (topics.length > 1 && clause.frame.has('each')) {
    const each = eachOf(clause, kinds, topics);
    if (each.length > 1) return merged(each.map((group) => setOf(group, kinds, clause)));
  }
  const again = spokenAgain(clause);
  if (again) return again.map((set) => ofKind(set, kinds));
  const row = inRow(clause, kinds);
  if (row) return [row];
  const told = kinds.includes('kpi') && topics.length > 0 ? toldKpi(clause) : null;
  if (told) {
    clause.subjects.use();
    return [setOf(told, kinds, clause)];
  }
  if (topics.length > 0) {
    const whole = ofPrintingPlan(clause, kinds) ?? clause.subjects.byTopic(topics, kinds, where);
    const group = whole && saysEnough(whole) ? whole : (toldByHead(topics, kinds, clause) ?? whole);
    const id = inHand(topics, group, clause);
    if (id !== null) {
      const sets = inheritedSets(clause, kinds);
      const narrowed = ownMeasure(id, kinds, clause);
      takeTopics(topics);
      return narrowed
        ? [{ kind: 'kpi', named: narrowed, where: [], label: clause.subjects.topicText() }]
        : sets;
    }
    if (group) {
      // A second sentence that speaks of one of the same records speaks of all of them.
      const again = clause.before?.sets.find(({ named }) => named?.includes(group.ids[0] as string));
      if (again && (!group.strong || (again.named?.length ?? 0) > 1)) return [again];
      const held = holdingYear(group, topics, kinds, clause);
      useTopics(clause, held);
      return [setOf(held, kinds, clause)];
    }
    if (pointsBack(clause, topics)) {
      takeTopics(topics);
      return inheritedSets(clause, kinds);
    }
    for (const topic of topics) clause.unread.push(topic.text);
    // そこに何件相談がありましたか: of what the thread spoke of the word is said to be missing.
    return clause.frame.has('that') && onlyRecord(clause.before) ? inheritedSets(clause, kinds) : [];
  }
  return inheritedSets(clause, kinds);
}

/** No.24の参加者延べ人数: of the records of that row the one that the words tell. */
function inRow(clause: Clause, kinds: readonly RecordKind[]): SubjectSet | null {
  const { conditions, around, subjects } = clause;
  const rows = predicatesOf(conditions).flatMap((one) =>
    one.is === 'number' && one.to === undefined ? [one.number] : [],
  );
  const words = subjects.topicText();
  if (rows.length === 0 || words === '') return null;
  // A KPI stands in the rows of its project.
  const keep = (_: RecordKind, id: string) =>
    withCarried([id], around).some((one) =>
      around.facts
        .cellsOf('project', 'number', one)
        .some(({ value }) => value !== null && rows.includes(value)),
    );
  const [best] = resolveTopic(words, kinds, around, keep).candidates;
  if (!best) return null;
  subjects.use();
  return { kind: best.kind, named: [best.id], where: [], label: words };
}

/** …事業で、閲覧件数の実績は: a project said before one of its own KPIs only tells where that stands. */
function withoutOwners(exact: readonly Group[], kinds: readonly RecordKind[], clause: Clause): Group[] {
  const own = new Set(
    exact.flatMap(({ kind, ids }) =>
      kind === 'kpi' ? ids.flatMap((id) => carriedBy(id, clause.around)) : [],
    ),
  );
  const left = kinds.length === 1 && kinds[0] === 'kpi';
  return exact.filter(({ kind, ids }) => !(left && kind === 'project' && ids.every((id) => own.has(id))));
}

/** その仕組みの予算: a noun behind その that names no record stands for what was spoken of. */
function pointsBack({ frame, before }: Clause, topics: readonly Topic[]): boolean {
  const [topic, more] = topics;
  const pointer =
    topic?.items.length === 1 ? frame.before(topic.items[0] as Topic['items'][number]) : undefined;
  const points = pointer?.meaning?.is === 'intent' && pointer.meaning.id === 'that' && pointer.after === '';
  return points && more === undefined && (before?.sets.length ?? 0) > 0;
}

/** 多文化共生の推進の竜宮城の予算: a topic beside a name that the named record says nothing of stays unread. */
function leftUnread(clause: Clause, groups: readonly Group[]): void {
  const { search, repository } = clause.around;
  const own = groups.flatMap(({ ids }) => ids);
  const ids = new Set(withCarried(own, clause.around));
  for (const topic of clause.subjects.topics()) {
    const nouns = topic.items.filter(({ noun, text }) => noun && text.length >= 2);
    if (nouns.length === 0 || !qualifies(topic, clause)) continue;
    const held =
      search.search(topic.text, { kinds: ['project', 'kpi'], keep: (_, id) => ids.has(id) }).hits.length >
        0 ||
      search.search(topic.text, {
        kinds: ['statement'],
        keep: (_, id) => ids.has(repository.statement(id)?.subject.id ?? ''),
      }).hits.length > 0;
    if (!held) clause.unread.push(topic.text);
  }
}

/** Stands between a name and what is asked of it, joined by の on both sides. */
function qualifies(topic: Topic, { frame }: Clause): boolean {
  const before = frame.before(topic.items[0] as Topic['items'][number]);
  const named = before?.meaning?.is === 'entity' && before.meaning.exact;
  const behind = frame.next(topic.items.at(-1) as Topic['items'][number]);
  // …の広域の取組は: the record once more, as a kind.
  if (behind?.meaning?.is === 'kind' && behind.meaning.kind === 'project') return false;
  return (
    named &&
    /^[」』]?の$/.test(before.after.trim()) &&
    /^[」』]?の|の$/.test(topic.after.trim() || topic.text.slice(-1))
  );
}

/** 公共施設の取組の事業評価: of the records the words tell, one of the plan that has such a column. */
function ofPrintingPlan(clause: Clause, kinds: readonly RecordKind[]): Group | null {
  const plan = planOfAttribute(clause);
  if (plan === null || clause.conditions.some(({ predicate }) => predicate.is === 'plan')) return null;
  const where = [...predicatesOf(clause.conditions), { is: 'plan' as const, ids: [plan] }];
  const group = clause.subjects.byTopic(clause.subjects.topics(), kinds, where);
  return group?.strong ? group : null;
}

/** About as near, and with the figure in the year said: 首都圏からの移り住みの令和8年度の経費. */
function holdingYear(
  group: Group,
  topics: readonly Topic[],
  kinds: readonly RecordKind[],
  clause: Clause,
): Group {
  const { facts } = clause.around;
  const [fy] = clause.years.all;
  const money = clause.frame.attributes().some(({ meaning }) => meaning.ids.includes('budget'));
  if (fy === undefined || clause.years.all.length > 1 || !money || kinds.length > 1) return group;
  const prints = (id: string) => printsIn(facts, 'budget', id, fy);
  if (group.ids.some(prints)) return group;
  const { candidates } = resolveTopic(topics.map(({ text }) => text).join(' '), kinds, clause.around);
  const best = candidates[0];
  const other = candidates.find(
    ({ id, score }) => best !== undefined && score >= best.score * 0.8 && prints(id),
  );
  if (!other) return group;
  const name = clause.around.repository.project(other.id)?.name ?? '';
  clause.assumed.push(`「${group.label}」は、その年度の予算がある「${name}」として読みました。`);
  return { ...group, kind: other.kind, ids: [other.id], strong: true };
}

/** 企画立案研修の市町は ⇒ 何のためにやる研修なの: words that the thread's record is called by mean that record. */
export function spokenAgain({ before, subjects, around }: Clause): SubjectSet[] | null {
  const { repository } = around;
  const ids = before?.sets.flatMap(({ named }) => named ?? []) ?? [];
  const names = ids.map((id) => recordOf(repository, id)?.name ?? '');
  const nouns = subjects.nouns();
  const tells = nouns.some((noun) => noun.length > 1);
  const called = names.length === 1 && tells && nouns.every((noun) => names[0]?.includes(noun));
  if (!before || !called) return null;
  subjects.use();
  return before.sets;
}

/** その事業のKPI: what the thread spoke of, as the kind asked for. */
export function inheritedSets(clause: Clause, kinds: readonly RecordKind[]): SubjectSet[] {
  return (clause.before?.sets ?? []).map((set) => ofKind(settled(set, clause), kinds));
}

/** Named records, or whatever stands in a part of a plan, as the one kind that is asked for. */
function ofKind(set: SubjectSet, kinds: readonly RecordKind[]): SubjectSet {
  const [kind, more] = kinds;
  const inside =
    set.where.length > 0 && set.where.every(({ is }) => ['policy', 'plan', 'department'].includes(is));
  const able = set.named !== null || (inside && (set.kind === 'project' || set.kind === 'kpi'));
  return kind !== undefined && more === undefined && set.kind !== kind && able ? { ...set, kind } : set;
}

/** What a search had found as the only strong hit is what the thread speaks of. */
export function settled(set: SubjectSet, { around }: Clause): SubjectSet {
  const { kind, named, where } = set;
  const near = where.find(({ is }) => is === 'near');
  if (named !== null || near?.is !== 'near' || (kind !== 'project' && kind !== 'kpi')) return set;
  // Only what the other conditions leave: 連携事業の黒板 is of no other plan.
  const keep = keeper(
    where.filter(({ is }) => is !== 'near'),
    around,
  );
  const strong = around.search
    .search(near.words, { kinds: [kind], ...(keep ? { keep } : {}) })
    .hits.filter(({ strength }) => strength === 'strong');
  return strong.length === 1 ? { ...set, named: strong.map(({ id }) => id), where: [] } : set;
}

/** False where the record says nothing of what matters of the description. */
function saysEnough({ strong, missed, matched }: Group): boolean {
  return strong || missed.filter(matters).length < matched;
}

function matters(word: string): boolean {
  return word.length >= 2 && !/[ぁ-ん]$/.test(word);
}

/** Takes the topics; what the record says nothing of stays unread. */
function useTopics(clause: Clause, group: Group): void {
  clause.subjects.use();
  if (group.strong || group.missed.length === 0) return;
  const missed = group.missed.filter(matters);
  const elsewhere = missed.filter((word) => isOtherPlace(word, group, clause));
  if (elsewhere.length > 0) clause.unread.push(...elsewhere);
  else if (missed.length >= group.matched) clause.unread.push(...missed);
  else if (missed.length > 0)
    clause.assumed.push(`「${missed.join('」「')}」は資料に見当たらないため、ほかの言葉で探しました。`);
}

/** 町立図書館 is no 町立保育園, whatever else the two share. */
function isOtherPlace(word: string, { ids }: Group, { around }: Clause): boolean {
  const names = ids.map((id) => recordOf(around.repository, id)?.name ?? '');
  return (
    /(?:館|園|場|センター|学校|病院|診療所|ホール|プール)$/.test(word) &&
    names.some((name) => /[一-龠](?:館|園|場|所|校|院)|センター|ホール|プール/.test(name))
  );
}

/** 認知度と情報接触度: a part of a name joined to a whole one by と. */
function besideExact(clause: Clause, kinds: readonly RecordKind[], exact: readonly Group[]): Group[] {
  const { frame, subjects } = clause;
  return subjects.topics().flatMap((topic) => {
    const [last, office] = frame.items.filter(({ end }) => end <= topic.start).reverse();
    // AとB事務所のC: whose it is stands between.
    const owned = last?.meaning?.is === 'entity' && last.meaning.kind === 'department' && last.after === 'の';
    const before = owned ? office : last;
    const joined =
      before !== undefined &&
      /^(?:と|や|、)$/.test(before.after.trim()) &&
      exact.some(({ start }) => start === before.start);
    const part = topic.items.some(({ meaning }) => meaning?.is === 'entity');
    if (!joined || !part) return [];
    const group = subjects.byTopic([topic], kinds);
    if (!group) return [];
    for (const item of topic.items) item.used = true;
    return [group];
  });
}

/** 観光、客数と消費額: each topic joined by と is looked up by itself, with what stands before them all. */
function eachOf(clause: Clause, kinds: readonly RecordKind[], topics: readonly Topic[]): Group[] {
  const shared = topics.filter(({ after }) => /^[、,]/.test(after));
  const own = topics.filter((topic) => !shared.includes(topic));
  const groups = own.flatMap((topic) => clause.subjects.byTopic([...shared, topic], kinds) ?? []);
  const ids = new Set(groups.flatMap((group) => group.ids));
  if (ids.size < 2) return [];
  takeTopics(topics);
  return groups;
}
