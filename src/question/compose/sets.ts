// The set a query runs over: named records, or a kind under conditions.

import { recordOf } from '../../data/repository.ts';
import type { Kind, Predicate, SubjectSet } from '../query.ts';
import { carriedBy, withCarried } from './carried.ts';
import { type Clause, predicatesOf } from './compose.ts';
import { enumerated } from './enumerated.ts';
import { type Topic, takeTopics } from './frame.ts';
import { keeper, type RecordKind } from './keeper.ts';
import { clearKpi, toldKpi } from './own-kpi.ts';
import { printsIn } from './printed.ts';
import { isVague } from './relaxed.ts';
import type { Group } from './subjects.ts';
import { inHand } from './thread/in-hand.ts';
import { onlyRecord } from './thread/only-record.ts';
import { threadSet } from './thread/within.ts';
import { toldByHead } from './told-by-head.ts';
import { holdsVerb, resolveTopic, strongWords } from './topic.ts';

/** A set of one group; a project asked for KPI figures becomes its KPIs, and the other way round. */
export function setOf(group: Group, kinds: readonly RecordKind[], clause: Clause): SubjectSet {
  const { repository } = clause.around;
  if (kinds.length === 1 && kinds[0] !== group.kind) {
    if (group.kind === 'project') {
      const all = group.ids.flatMap((id) => repository.project(id)?.kpis ?? []);
      const row = rowSaid(clause);
      const inRow = row === null ? [] : all.filter((id) => standsInRow(id, row, clause));
      const kpis = inRow.length > 0 ? inRow : all;
      const narrowed = kpis.length === 0 ? kpiLike(group, clause) : inYen(ownKpis(kpis, clause), clause);
      const label = inRow.length > 0 ? `${group.label}（No. ${row}）` : group.label;
      return { kind: 'kpi', named: narrowed, where: [], label };
    }
    const projects = group.ids.flatMap((id) => repository.kpi(id)?.projects ?? []);
    return { kind: 'project', named: projects, where: [], label: group.label };
  }
  return { kind: group.kind, named: group.ids, where: [], label: group.label };
}

/** No.16 of a project that stands in several rows. */
function rowSaid({ conditions }: Clause): number | null {
  for (const { predicate } of conditions)
    if (predicate.is === 'number' && (predicate.to ?? predicate.number) === predicate.number)
      return predicate.number;
  return null;
}

/** The row of the document prints the KPI. */
function standsInRow(id: string, row: number, { around: { repository } }: Clause): boolean {
  const places = repository.kpi(id)?.sources.map(({ place }) => place) ?? [];
  return places.some((place) => new RegExp(`(?:^|\\D)${row}(?!\\d)`).test(place) && /no|番号/i.test(place));
}

/** 空き家の流通・活用支援: a project that carries no KPI is measured by the one of its plan that is called alike. */
function kpiLike({ ids, label }: Group, { around }: Clause): string[] {
  const plans = ids.flatMap((id) => around.repository.project(id)?.plan ?? []);
  const best = clearKpi(label, plans, around);
  return best?.strong ? [best.id] : [];
}

/** ふるさと納税はいくら集まった: of several measures the one in yen. */
function inYen(kpis: string[], { frame, around: { facts } }: Clause): string[] {
  if (kpis.length < 2 || !/いくら|なんぼ|いかほど/.test(frame.text)) return kpis;
  const own = kpis.filter((id) =>
    ['actual', 'target'].some((of) => facts.cells(of, id).some(({ unit }) => unit?.endsWith('円'))),
  );
  return own.length > 0 ? own : kpis;
}

/** Of a project's KPIs those that the topic words speak of; all of them when none does. */
function ownKpis(kpis: string[], clause: Clause): string[] {
  const topics = clause.subjects.topics();
  if (topics.length === 0 || kpis.length < 2) return kpis;
  const { search } = clause.around;
  const text = topics.map((topic) => topic.text).join(' ');
  const hits = search.search(text, { kinds: ['kpi'], keep: (_, id) => kpis.includes(id) }).hits;
  const best = hits[0];
  if (!best) return kpis;
  takeTopics(topics);
  // 閲覧件数 is not 発信件数: what misses a word that the best holds is another measure.
  const alike = (hit: (typeof hits)[number]) =>
    hit.score >= best.score * 0.85 && best.matched.every((word) => hit.matched.includes(word));
  return hits.filter(alike).map(({ id }) => id);
}

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
  const row = enumerated(clause, kinds);
  if (row)
    return merged(
      withoutOwners(row, kinds, clause).map((group) => setOf(planned(group, clause), kinds, clause)),
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
    const several = eachOf(clause, kinds, topics);
    if (several.length > 1) return merged(several.map((group) => setOf(group, kinds, clause)));
  }
  const again = spokenAgain(clause);
  if (again) return again.map((set) => ofKind(set, kinds));
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

/** Named records as the one kind that is asked for. */
function ofKind(set: SubjectSet, kinds: readonly RecordKind[]): SubjectSet {
  const [kind] = kinds;
  return kinds.length === 1 && kind !== undefined && set.kind !== kind && set.named !== null
    ? { ...set, kind }
    : set;
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

/** Sets of one kind as one set, in the order said. */
export function merged(sets: readonly SubjectSet[]): SubjectSet[] {
  const [first, ...rest] = sets;
  if (!first || rest.some(({ kind }) => kind !== first.kind)) return [...sets];
  return [
    {
      ...first,
      named: [...new Set(sets.flatMap(({ named }) => named ?? []))],
      label: [...new Set(sets.map(({ label }) => label))].join('・'),
    },
  ];
}

/** A set by the clause's conditions and, where topic words are left, by a policy they tell or by the search. */
export function conditionSet(clause: Clause, kind: Kind): SubjectSet {
  const thread = clause.subjects.any() ? null : threadSet(clause, kind);
  if (thread) return thread;
  const where: Predicate[] = predicatesOf(clause.conditions);
  const labels = clause.conditions.map(({ label }) => label);
  const plan = planOfAttribute(clause);
  if (plan !== null && !where.some(({ is }) => is === 'plan')) where.push({ is: 'plan', ids: [plan] });
  const exact = clause.subjects.exact();
  const topics = besidePolicies(clause);
  // 周りの町が災害対策で行うこと: words that say little narrow nothing beside what is named.
  const narrowed = where.some(({ is }) => !['plan', 'town'].includes(is));
  const telling = topics.some(({ items }) =>
    items.some(({ noun, text }) => noun && !isVague(text, clause.around)),
  );
  if (narrowed && !telling) takeTopics(topics);
  else if (topics.length > 0) {
    const policy = ofPlansSaid(clause.subjects.policies(topics), where, clause);
    const near = nearWords(clause, topics, kind);
    labels.push(near);
    if (policy) where.push({ is: 'policy', ids: policy.ids, label: policy.label });
    else where.push({ is: 'near', words: near });
    takeTopics(topics);
  }
  // 一緒に学ぶ予算: verbs alone tell something as well, and never mean everything.
  const verbs = clause.frame.topics().map(({ text }) => text);
  const wide = where.every(({ is }) => is === 'plan');
  if (topics.length === 0 && exact.length === 0 && wide && verbs.length > 0) {
    where.push({ is: 'near', words: verbs.join(' ') });
    labels.push(verbs.join(' '));
  }
  if (exact.length > 0 && kind === 'kpi') {
    const projects = exact.filter((group) => group.kind === 'project').flatMap(({ ids }) => ids);
    if (projects.length > 0) where.push({ is: 'of-project', ids: projects });
  }
  return { kind, named: null, where, label: labels.join('・') };
}

/** 個票の公共施設のやつ: a policy of another plan than the one said is none that is told. */
function ofPlansSaid<Told extends { ids: string[] }>(
  told: Told | null,
  where: readonly Predicate[],
  { around: { repository } }: Clause,
): Told | null {
  const plans = where.flatMap((one) => (one.is === 'plan' ? one.ids : []));
  const ids = told?.ids.filter((id) => plans.includes(repository.policy(id)?.plan ?? '')) ?? [];
  if (!told || plans.length === 0) return told;
  return ids.length > 0 ? { ...told, ids } : null;
}

/** 子育てと移住のパッケージ（3番目のもの）: words that a named policy is called by say nothing further. */
function besidePolicies(clause: Clause): Topic[] {
  const { repository } = clause.around;
  for (const { predicate, item: named } of clause.conditions) {
    if (predicate.is !== 'policy') continue;
    const called = predicate.ids
      .flatMap((id) => repository.policy(id) ?? [])
      .map(({ name, aliases }) => [name, ...aliases].join(' ').toLowerCase());
    for (const { items, end, after } of clause.subjects.topics())
      for (const item of items) {
        const before = end <= named.start && /^(?:の|と|・)?$/.test(after);
        const ordinal = item.start >= named.end && /^[番個つ]目?$/.test(item.text);
        if (ordinal || (before && called.some((name) => name.includes(item.text)))) item.used = true;
      }
  }
  return clause.subjects.topics();
}

/** As `conditionSet`, for figures: what is left of the words narrows a policy or a department by the names that hold it. */
export function figureSet(clause: Clause, kind: Kind): SubjectSet {
  const topics = clause.subjects.topics();
  const [topic] = topics;
  const noun = topics.length === 1 && topic?.items.every((item) => item.noun) ? topic.text : null;
  const holds =
    noun !== null &&
    noun.length >= 2 &&
    kind === 'project' &&
    clause.subjects.exact().length === 0 &&
    clause.conditions.some(
      ({ predicate, item }) =>
        (item.end <= (topic?.start ?? 0) || /^(?:のうち|の中)/.test(topic?.after ?? '')) &&
        namesUnder(predicate, clause).some((name) => name.includes(noun)),
    );
  if (!holds) return conditionSet(clause, kind);
  for (const item of topic?.items ?? []) item.used = true;
  const set = conditionSet(clause, kind);
  const named = `名前に「${noun}」が入る`;
  return {
    ...set,
    where: [...set.where, { is: 'name', holds: [noun] }],
    label: [set.label, named].filter(Boolean).join('・'),
  };
}

/** Names of the projects under a policy or of a department, in small letters. */
function namesUnder(predicate: Predicate, { around: { facts, repository } }: Clause): string[] {
  const ids =
    predicate.is === 'policy'
      ? predicate.ids.flatMap((id) => facts.related.of('policy', id, 'project') ?? [])
      : predicate.is === 'department'
        ? predicate.names.flatMap((name) => facts.related.of('department', name, 'project') ?? [])
        : [];
  return ids.map((id) => repository.project(id)?.name.toLowerCase() ?? '');
}

/** The words a search is to find strongly; what it finds only without the verbs is noted in the answer. */
function nearWords(clause: Clause, topics: readonly Topic[], kind: Kind): string {
  const whole = topics.map(({ text }) => text).join(' ');
  if (!holdsVerb(topics)) return whole;
  const keep = keeper(predicatesOf(clause.conditions), clause.around);
  const strong = strongWords(topics, kind === 'kpi' ? 'kpi' : 'project', clause.around, keep);
  if (!strong || strong.without.length === 0) return whole;
  const note = `「${strong.without.join('」「')}」を除いた言葉で探しました。`;
  if (!clause.assumed.includes(note)) clause.assumed.push(note);
  return strong.words;
}

/** 認知度と情報接触度: a part of a name joined to a whole one by と. */
function besideExact(clause: Clause, kinds: readonly RecordKind[], exact: readonly Group[]): Group[] {
  const { frame, subjects } = clause;
  return subjects.topics().flatMap((topic) => {
    const before = frame.items.filter(({ end }) => end <= topic.start).at(-1);
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

/** One name in two plans: the plan said, else the plan that prints what is wanted. */
export function planned(group: Group, clause: Clause): Group {
  if (group.ids.length < 2) return group;
  const { repository, facts } = clause.around;
  const planOf = (id: string) => recordOf(repository, id)?.plan ?? '';
  const said = clause.conditions.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const bySaid = group.ids.filter((id) => said.includes(planOf(id)));
  if (bySaid.length > 0) return { ...group, ids: bySaid };
  const wanted = clause.frame.attributes().flatMap(({ meaning }) => meaning.ids);
  const holds = (id: string) => (attribute: string) => facts.cells(attribute, id).length > 0;
  const whole = group.ids.filter((id) => wanted.length > 0 && wanted.every(holds(id)));
  const holding = whole.length > 0 ? whole : group.ids.filter((id) => wanted.some(holds(id)));
  return holding.length > 0 ? { ...group, ids: holding } : group;
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

/** A column that one plan alone prints means that plan. */
function planOfAttribute({ frame, around }: Clause): string | null {
  const plans = new Set(
    frame
      .attributes()
      .flatMap(({ meaning }) => meaning.ids.map((id) => around.facts.attribute(id)?.plan ?? null)),
  );
  plans.delete(null);
  return plans.size === 1 ? ([...plans][0] as string) : null;
}
