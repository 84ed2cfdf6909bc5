// The set that the conditions of a clause tell, with what is left of its words.
import type { Kind, Predicate, SubjectSet } from '../query.ts';
import { type Clause, predicatesOf } from './compose.ts';
import { type Topic, takeTopics } from './frame.ts';
import { keeper } from './keeper.ts';
import { isVague } from './relaxed.ts';
import { threadSet } from './thread/within.ts';
import { holdsVerb, strongWords } from './topic.ts';

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
  // …となっている研修、その研修だけ: said twice it is one.
  const one = topics.every(({ text, items }) => text === topic?.text && items.every((item) => item.noun));
  const noun = topic && one ? topic.text : null;
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
  takeTopics(topics);
  const set = conditionSet(clause, kind);
  const named = `名前に「${noun}」が入る`;
  return {
    ...set,
    where: [...set.where, { is: 'name', holds: [noun] }],
    label: [set.label, named].filter(Boolean).join('・'),
  };
}

/** Names of the projects under a policy, of a department or with a word of a column, in small letters. */
function namesUnder(predicate: Predicate, { around: { facts, repository } }: Clause): string[] {
  const ids =
    predicate.is === 'policy'
      ? predicate.ids.flatMap((id) => facts.related.of('policy', id, 'project') ?? [])
      : predicate.is === 'department'
        ? predicate.names.flatMap((name) => facts.related.of('department', name, 'project') ?? [])
        : predicate.is === 'word'
          ? holding(predicate, facts)
          : [];
  return ids.map((id) => repository.project(id)?.name.toLowerCase() ?? '');
}

/** The projects whose cell holds one of the words. */
function holding(
  { attribute, fy, values }: Extract<Predicate, { is: 'word' }>,
  facts: Clause['around']['facts'],
): string[] {
  const places = facts.index('project', attribute, fy);
  const subjects = facts.subjects('project');
  return values.flatMap((value) =>
    (places.get(String(value)) ?? []).flatMap((place) => subjects[place]?.id ?? []),
  );
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

/** A column that one plan alone prints means that plan. */
export function planOfAttribute({ frame, around }: Clause): string | null {
  const plans = new Set(
    frame
      .attributes()
      .flatMap(({ meaning }) => meaning.ids.map((id) => around.facts.attribute(id)?.plan ?? null)),
  );
  plans.delete(null);
  return plans.size === 1 ? ([...plans][0] as string) : null;
}
