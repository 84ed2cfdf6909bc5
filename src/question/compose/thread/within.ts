// What a thread goes on with: its set, and the department, policy or plan that その points to.
import { recordOf } from '../../../data/repository.ts';
import type { Around } from '../../around.ts';
import type { Kind, Predicate, Query, SubjectSet } from '../../query.ts';
import { type Clause, predicatesOf } from '../compose.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame } from '../frame.ts';
import { isScope } from '../splits/part.ts';
import { onlyRecord } from './only-record.ts';

/** その中で. */
export const inside = /(?:その|この|それらの|そん)(?:中|なか|うち)/;

/** その中で; and a figure over many where neither a set nor another kind is said: 一番高いのは. */
export function threadSet(clause: Clause, kind: Kind): SubjectSet | null {
  const { before, frame, subjects, conditions, around } = clause;
  const [set, more] = before?.sets ?? [];
  if (!set || more || around.command !== null) return null;
  const leaves = set.kind === kind && frame.kinds().length === 0 && onlyLeavesOut(conditions);
  const within = inside.test(frame.text) || choosesAmong(frame, conditions) || leaves;
  const own = subjects.any() || conditions.length > 0;
  const plural = set.named === null ? set.where.length > 0 : set.named.length > 1;
  // 国際政策課の事業 lends its department to 「KPIは何件」; those that lag lend nothing to 「一番多い事業は」.
  const otherKind =
    set.kind !== kind &&
    frame.kinds().length > 0 &&
    !set.where.every((predicate) => predicate.is === 'of-project' || isScope(predicate));
  if (!within && (own || !plural || otherKind || !printsAsked(set, clause))) return null;
  const where = [...predicatesOf(conditions)];
  const label = [set.label, ...conditions.map((condition) => condition.label)].filter(Boolean).join('・');
  return asKind({ ...set, label }, kind, where);
}

/** ふるさと寄附金促進事業以外では: what is left out tells no set of its own. */
export function onlyLeavesOut(conditions: readonly Condition[]): boolean {
  return conditions.length > 0 && conditions.every(({ predicate }) => predicate.is === 'not');
}

/** 人件費が一番高いのは after a plan that prints none: the question speaks of other plans. */
export function printsAsked(
  { kind, where }: SubjectSet,
  { frame, years, around: { facts } }: Clause,
): boolean {
  const plans = where.flatMap((one) => (one.is === 'plan' ? one.ids : []));
  const figures = ['money', 'number', 'rate'];
  const asked = frame.attributeIds().filter((id) => figures.includes(facts.attribute(id)?.type ?? ''));
  if (plans.length === 0 || asked.length === 0 || (kind !== 'project' && kind !== 'kpi')) return true;
  const fys = years.all;
  const prints = (id: string) =>
    asked.some((attribute) =>
      facts
        .cells(attribute, id)
        .some(({ fy, value }) => value !== null && (fys.length === 0 || fys.includes(fy ?? 0))),
    );
  return facts.subjects(kind).some(({ id, plan }) => plan !== null && plans.includes(plan) && prints(id));
}

/** 評価が遅れだったのは？: what tells which ones, with no scope of its own. */
function choosesAmong({ items }: Frame, conditions: readonly Condition[]): boolean {
  const last = items.at(-1);
  const unsaid = last?.text === '' && last.meaning?.is === 'kind' && /^(?:は|って)/.test(last.after);
  return unsaid && conditions.every(({ predicate }) => !isScope(predicate));
}

/** The set as members of another kind. */
function asKind(set: SubjectSet, kind: Kind, where: Predicate[]): SubjectSet {
  if (set.kind === kind || set.named === null) return { ...set, kind, where: [...set.where, ...where] };
  if (kind === 'kpi' && set.kind === 'project')
    return { ...set, kind, named: null, where: [{ is: 'of-project', ids: set.named }, ...where] };
  return { ...set, kind, where: [...set.where, ...where] };
}

/** その課, その施策, その計画: what the thread's set or record belongs to. */
export function pointedScopes(frame: Frame, before: Query | null, around: Around): Condition[] {
  const [set] = before?.sets ?? [];
  if (!set) return [];
  return [...namedAmong(frame, before), ...byThat(frame, set, around)];
}

/** そのうち情報発信は何件を目指す: a measure of what the thread has listed is looked for there alone. */
function namedAmong(frame: Frame, before: Query | null): Condition[] {
  const [set, more] = before?.sets ?? [];
  const [item] = frame.items;
  const measured = frame.attributeIds().some((id) => ['target', 'actual', 'baseline'].includes(id));
  const described = frame.topics().length > 0 && frame.kinds().length === 0;
  if (!set || more || set.named !== null || !item || !measured || !described) return [];
  if (!inside.test(frame.text) || set.where.some(({ is }) => is === 'near')) return [];
  return set.where.map((predicate, i) => ({ predicate, item, label: i === 0 ? set.label : '' }));
}

/** それ評価表の何番: the plan that the thread's one record stands in narrows nothing. */
export function withoutOwnPlan(
  conditions: readonly Condition[],
  frame: Frame,
  before: Query | null,
  { repository }: Around,
): Condition[] {
  const only =
    frame.intents('that').some(({ text }) => /^(?:それ|これ|あれ)$/.test(text)) && onlyRecord(before);
  const plan = only ? recordOf(repository, only.id)?.plan : undefined;
  const own = conditions.every(
    ({ predicate }) => predicate.is === 'plan' && predicate.ids.includes(plan ?? ''),
  );
  return plan !== undefined && own ? [] : [...conditions];
}

function byThat(frame: Frame, set: SubjectSet, around: Around): Condition[] {
  return frame.intents('that').flatMap((that) => {
    const next = frame.next(that);
    const kind = next?.meaning?.is === 'kind' && that.after === '' ? next.meaning.kind : null;
    if (!next || (kind !== 'department' && kind !== 'policy' && kind !== 'plan')) return [];
    const predicate = set.where.find(({ is }) => is === kind) ?? scopeOfNamed(set, kind, around);
    if (!predicate) return [];
    that.used = true;
    next.used = true;
    next.meaning = { is: 'intent', id: 'that' };
    return [{ predicate, item: that, label: labelOf(predicate, around) }];
  });
}

function scopeOfNamed(
  { named }: SubjectSet,
  kind: 'department' | 'policy' | 'plan',
  { repository }: Around,
): Predicate | undefined {
  const projects = (named ?? []).flatMap((id) => repository.project(id) ?? repository.projectsOf(id));
  if (projects.length === 0) return undefined;
  const unique = (ids: string[]) => [...new Set(ids)];
  if (kind === 'plan') return { is: 'plan', ids: unique(projects.map(({ plan }) => plan)) };
  if (kind === 'department') {
    const names = unique(projects.flatMap(({ department }) => department ?? []));
    return names.length > 0 ? { is: 'department', names } : undefined;
  }
  const ids = unique(projects.flatMap(({ listings }) => listings.map(({ policy }) => policy)));
  return ids.length > 0 ? { is: 'policy', ids, label: '' } : undefined;
}

function labelOf(predicate: Predicate, { repository }: Around): string {
  if (predicate.is === 'department') return predicate.names.join('・');
  if (predicate.is === 'policy')
    return predicate.label || predicate.ids.map((id) => repository.policy(id)?.name ?? id).join('・');
  if (predicate.is === 'plan')
    return predicate.ids.map((id) => repository.plan(id)?.shortName ?? id).join('・');
  return '';
}
