import type { Kind, Predicate, Query, SubjectSet, Wanted } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery, predicatesOf } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import { described, enumerable } from '../../enumerated.ts';
import type { Item, Topic } from '../../frame.ts';
import { heldOverYears, newestYear } from '../../limits/newest-year.ts';
import { movedBetween } from '../../limits/years-apart.ts';
import { namedSets } from '../../sets.ts';
import type { Group } from '../../subjects.ts';
import { findsStrongly } from '../../topic.ts';
import { kindsOf, wantedOf } from '../../wanted.ts';
import { kindCounted, kindSets } from '../figures/count.ts';

/** Which ones: a kind under conditions. */
export const listOf: Rule = (clause) => {
  const { frame, conditions, around, before } = clause;
  const telling = conditions.some(({ predicate }) => predicate.is !== 'plan');
  const asked =
    frame.has('which', 'list', 'only', 'others') ||
    frame.kinds().length > 0 ||
    telling ||
    around.command !== null;
  if (!asked) return null;
  const figures = wantedOf(clause).some(({ attribute }) =>
    ['target', 'actual', 'baseline', 'deadline', 'rate'].includes(attribute),
  );
  if (
    figures &&
    before !== null &&
    before.sets.length > 0 &&
    !clause.subjects.any() &&
    conditions.length === 0 &&
    !frame.has('list')
  )
    return null;
  const exact = clause.subjects.exact();
  const moved = movement(clause);
  if (exact.length > 0) return hangingOn(clause, exact);
  const kind = listKind(clause);
  if (kind === 'policy' && placedProject(clause)) return null;
  if (asksFigure(clause) || asksFiguresOfEach(clause)) return null;
  if (
    !telling &&
    !((frame.has('list') && !before) || /^全/.test(frame.kinds()[0]?.text ?? '')
      ? !clause.subjects.any()
      : false) &&
    moved === null &&
    frame.kinds().every(({ meaning }) => meaning.level === null) &&
    !(conditions.length > 0 && frame.kinds().length > 0 && !clause.subjects.any())
  )
    return null;
  const wanted = wantedOf(clause);
  // …パッケージのKPIの名前を全部: the KPIs are listed, and no projects.
  if (exact.length === 0 && wanted.length === 1 && wanted[0]?.attribute === 'kpis' && !namesProjects(clause))
    return { ...emptyQuery('list'), of: 'kpi', sets: [conditionSet(clause, 'kpi')] };
  const part = partItself(clause, wanted);
  if (part) return part;
  passOver(clause);
  const sets = kind === 'policy' ? kindSets(clause, kind) : [underPolicy(conditionSet(clause, kind), clause)];
  if (moved !== null && kind === 'project')
    for (const set of sets) set.where.push(changePredicate(clause, moved, wanted));
  return {
    ...emptyQuery('list'),
    of: kind,
    sets,
    wanted: wanted.filter(({ attribute }) => attribute !== 'budget' || moved === null),
  };
};

/** P.62~65はどの政策分野: the part itself that stands there, and not what is listed under it. */
function partItself({ conditions, frame, subjects }: Clause, wanted: readonly Wanted[]): Query | null {
  const [part, more] = conditions.filter(({ predicate }) => predicate.is !== 'plan');
  const asked = frame.attributeIds().includes('policy') && wanted.length < 2 && frame.kinds().length === 0;
  const paged = /^(?:p\.?\s*\d|\d+(?:ページ|頁))/.test(part?.item.text ?? '');
  if (part?.predicate.is !== 'policy' || more || !asked || !paged || subjects.any()) return null;
  const { ids, label } = part.predicate;
  return {
    ...emptyQuery('list'),
    of: 'policy',
    sets: [{ kind: 'policy', named: [...ids], where: [], label }],
  };
}

/** その事業のKPIは何: what hangs on the records that are named. */
function hangingOn(clause: Clause, exact: readonly Group[]): Query | null {
  const { frame } = clause;
  // その事業のKPIは何: what hangs on a named project.
  const kpis =
    frame.kinds().some(({ meaning }) => meaning.kind === 'kpi') &&
    exact.every(({ kind }) => kind === 'project');
  if (kpis && wantedOf(clause).length === 0)
    return { ...emptyQuery('list'), of: 'kpi', sets: [conditionSet(clause, 'kpi')] };
  const projects =
    frame.kinds().some(({ meaning }) => meaning.kind === 'project') &&
    exact.every(({ kind }) => kind === 'kpi') &&
    frame.has('which') &&
    wantedOf(clause).length === 0;
  if (projects) return { ...emptyQuery('list'), of: 'project', sets: namedSets(clause, ['project']) };
  return null;
}

function namesProjects({ frame }: Clause): boolean {
  return frame.kinds().some(({ meaning }) => meaning.kind === 'project');
}

/** 東京事務所の移住相談は何人: a figure of the one KPI of the department that the words mean. */
function asksFigure(clause: Clause): boolean {
  const { frame, subjects, conditions, around } = clause;
  const asked = frame.intents('howmany-unit').some(({ text }) => /^何/.test(text));
  if (!asked || !subjects.any() || frame.kinds().length > 0 || frame.has('which', 'list', 'only'))
    return false;
  if (!conditions.every(({ predicate }) => predicate.is === 'plan' || predicate.is === 'department'))
    return false;
  return (
    subjects.byTopic(subjects.topics(), ['kpi'], predicatesOf(conditions)) !== null && around.command === null
  );
}

/** …パッケージの指標のうち、AとBの目標をそれぞれ: a figure of each that is named. */
function asksFiguresOfEach(clause: Clause): boolean {
  const figures = wantedOf(clause).some(({ attribute }) =>
    ['target', 'actual', 'baseline'].includes(attribute),
  );
  return figures && clause.frame.has('each') && !clause.frame.has('which') && enumerable(clause, ['kpi']);
}

/** 文化パスポートと並んで、移住の欄に載っている事業: what only stands beside the list narrows nothing. */
function passOver({ frame }: Clause): void {
  for (const { after, items } of frame.topics())
    if (/^と(?:並ん|ならん|同じよう)/.test(after)) for (const item of items) item.used = true;
}

/** …どんなものがあるか、福祉の欄の事業名は: the policy begins a turn of its own behind all other words. */
function standsApart({ conditions, frame }: Clause): boolean {
  const policy = conditions.find(({ predicate }) => predicate.is === 'policy');
  if (!policy) return false;
  const words = frame.items.filter(({ meaning, start }) => meaning === null && start !== policy.item.start);
  const last = Math.max(...words.map(({ end }) => end));
  return (
    words.length > 0 &&
    last <= policy.item.start &&
    /か[、。?]/.test(frame.text.slice(last, policy.item.start))
  );
}

/** お年寄りの連携を知りたい、福祉の欄の事業名は: words that nothing under the policy said holds only tell why it is asked. */
function underPolicy(set: SubjectSet, clause: Clause): SubjectSet {
  const { around, assumed } = clause;
  const near = set.where.find(({ is }) => is === 'near');
  const policies = set.where.flatMap((one) => (one.is === 'policy' ? one.ids : []));
  if (near?.is !== 'near' || policies.length === 0 || set.kind !== 'project') return set;
  const under = new Set(policies.flatMap((id) => around.facts.related.of('policy', id, 'project') ?? []));
  if (!standsApart(clause) && findsStrongly(near.words, 'project', around, (_, id) => under.has(id)))
    return set;
  assumed.push(`「${near.words}」では絞り込んでいません。`);
  return {
    ...set,
    where: set.where.filter((one) => one !== near),
    label: set.where.flatMap((one) => (one.is === 'policy' ? one.label : [])).join('・'),
  };
}

/** 予算が減った, 増えた, 前年と同じ. */
function movement(clause: Clause): '<' | '>' | '=' | null {
  const { frame } = clause;
  const more = yearWithMore(clause);
  if (more !== null) return more;
  // 移住をふやすための事業: what it is for.
  const open = (id: string) => frame.intents(id).some(({ used, after }) => !used && !/ため/.test(after));
  const same = open('same') || (open('same-as') && frame.has('previous'));
  return open('fall') ? '<' : open('rise') ? '>' : same ? '=' : null;
}

/** R6もR7も予算があり、R7のほうが多い: which of two years holds more. */
function yearWithMore({ frame, years }: Clause): '<' | '>' | null {
  const [from, to, more] = years.all;
  if (from === undefined || to === undefined || more !== undefined) return null;
  for (const item of frame.years()) {
    const said = /^の?(?:ほう|方)が(多|大き|高|増|少な|小さ|低|減)/.exec(frame.text.slice(item.end))?.[1];
    if (said === undefined) continue;
    const last = item.meaning.years.years.at(-1) === to;
    return /[多大高増]/.test(said) === last ? '>' : '<';
  }
  return null;
}

/** 予算が減った事業: between the years said, else the newest two. */
function changePredicate(
  clause: Clause,
  relation: '<' | '>' | '=',
  wanted: readonly Wanted[],
): SubjectSet['where'][number] {
  const money = wanted.find((one) => clause.around.facts.attribute(one.attribute)?.type === 'money');
  const attribute = heldOverYears(money?.attribute ?? 'budget', clause.around);
  const scope = (clause.before?.sets ?? []).flatMap(({ where }) => where);
  const of = clause.conditions.length > 0 ? predicatesOf(clause.conditions) : scope;
  const { from, to } = movedBetween(clause.frame, clause.years, (since) =>
    newestYear({ attribute, since }, of, clause.around),
  );
  return { is: 'against', left: { attribute, fy: to }, relation, right: { attribute, fy: from } };
}

/** 鳥類センターを良くする事業はどのパッケージ: the level of what is named, no list of policies. */
function placedProject(clause: Clause): boolean {
  const { frame, subjects, conditions } = clause;
  if (conditions.some(({ predicate }) => predicate.is === 'policy')) return false;
  // 夜間中学の分野は: the level stands right behind what is named.
  const behind = (topic: Topic) =>
    /^[」』]?の$/.test(topic.after.trim()) &&
    frame.next(topic.items.at(-1) as Topic['items'][number])?.meaning?.is === 'kind' &&
    !frame.has('list', 'count', 'max', 'min') &&
    described(topic, ['project'], clause) !== null;
  // 鳥の動物園や公園の取組はどこに入りますか
  const asked =
    frame.attributeIds().includes('policy') &&
    frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  if (asked && subjects.byTopic(subjects.topics(), ['project'])) return true;
  if (!frame.has('which') && namesFirst(clause)) return true;
  if (!frame.has('which')) return subjects.topics().some(behind);
  return subjects
    .topics()
    .some(
      (topic) =>
        topic.items.some(({ meaning }) => meaning?.is === 'entity') ||
        (/^[」』]?は|って$/.test(topic.after) && describes(topic, clause)),
    );
}

/** ドクターカーの運行は: where the whole tells no project, what is run or done tells it; that it is done says nothing more. */
function describes(topic: Topic, clause: Clause): boolean {
  if (described(topic, ['project'], clause) !== null) return true;
  const [last, ...rest] = [...topic.items].reverse();
  if (!last || rest.length === 0 || !/^(?:運行|運営|実施|開催|設置|整備|活用|推進|導入)$/.test(last.text))
    return false;
  const items = rest.reverse();
  const [first, thing] = [items[0] as Item, items.at(-1) as Item];
  const text = clause.frame.text.slice(first.start, thing.end);
  const part = { ...topic, items, text, end: thing.end, after: thing.after };
  if (described(part, ['project'], clause) === null) return false;
  last.used = true;
  return true;
}

/** 見守りのカメラは、新しい計画の町の姿のうちどれに入る: what stands before は is placed, the rest says among what. */
function namesFirst(clause: Clause): boolean {
  const { frame, subjects } = clause;
  const [first, ...rest] = subjects.topics();
  if (!first || !/^(?:は|って)/.test(first.after) || !frame.attributeIds().includes('policy')) return false;
  if (!subjects.byTopic([first], ['project'])?.strong) return false;
  for (const { items } of rest) for (const item of items) item.used = true;
  return true;
}

function listKind(clause: Clause): Kind {
  const said = kindCounted(clause);
  if (said !== null && said !== 'row') return said;
  const wanted = wantedOf(clause);
  const kinds = kindsOf(clause, wanted);
  const kpiOnly = clause.conditions.some(({ predicate }) =>
    predicate.is === 'compare' || predicate.is === 'against'
      ? !(
          clause.around.facts.attribute(
            predicate.is === 'compare' ? predicate.attribute : predicate.left.attribute,
          )?.of ?? ['kpi']
        ).includes('project')
      : ['status', 'due', 'direction', 'unit'].includes(predicate.is),
  );
  if (kpiOnly) return 'kpi';
  if (kinds.length === 1) return kinds[0] as Kind;
  return clause.conditions.some(({ predicate }) => ofKpisAlone(predicate, clause)) ? 'kpi' : 'project';
}

/** 人事課が担当しているのは, ◎がついたのは: a department or a column that only KPIs have here. */
function ofKpisAlone(predicate: Predicate, { around: { facts } }: Clause): boolean {
  if (predicate.is === 'word') {
    const of = facts.attribute(predicate.attribute)?.of ?? [];
    return of.includes('kpi') && !of.includes('project');
  }
  if (predicate.is !== 'department') return false;
  const inCharge = (kind: 'project' | 'kpi') => {
    const byName = facts.index(kind, 'department', null);
    return predicate.names.some((name) => byName.has(name));
  };
  return !inCharge('project') && inCharge('kpi');
}
