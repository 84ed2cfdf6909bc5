// How many of what.

import { lumps } from '../../../lumps.ts';
import type { Kind, Query, SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { withCarried } from '../../carried.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import { type Frame, type Item, isIntent } from '../../frame.ts';
import { unitsPrinted } from '../../kpi-figures.ts';
import { namedSets } from '../../sets.ts';
import { longest, tellsSought } from '../../statement-words.ts';
import { threadSet } from '../../thread/within.ts';
import { wantedOf } from '../../wanted.ts';

/** How many: of the kind said beside it. */
export const countOf: Rule = (clause) => {
  const { frame, around, before } = clause;
  if (!frame.has('count', 'towns-count')) return null;
  if (
    wantedOf(clause).some(({ attribute }) =>
      ['target', 'actual', 'baseline', 'deadline', 'rate', 'status'].includes(attribute),
    )
  )
    return null;
  // 達成したKPIはいくつ: how they stand tells which ones.
  const judged = frame.intents('reached', 'unreached', 'lagging', 'overdue', 'not-due');
  const exact = clause.subjects.exact();
  if (exact.length === 0 && judged.some(({ used }) => !used)) return null;
  if (frame.has('towns-count') || (kindCounted(clause) === 'town' && clause.subjects.any())) {
    const sets =
      exact.length > 0 || clause.subjects.any() ? namedSets(clause, ['project']) : (before?.sets ?? []);
    return {
      ...emptyQuery('count'),
      of: 'town',
      sets: sets.length > 0 ? sets : [conditionSet(clause, 'town')],
    };
  }
  const gathered = gatheredInto(clause);
  if (gathered) return gathered;
  const kind = kindCounted(clause);
  if (exact.length > 0) {
    if (kind === null || (kind !== 'policy' && kind !== 'kpi')) return null;
    return {
      ...emptyQuery('count'),
      of: kind,
      sets: namedSets(clause, kind === 'kpi' ? ['kpi'] : ['project']),
      wanted: wantedOf(clause),
    };
  }
  if (kind === null) {
    if (clause.conditions.length === 0) return countAgain(clause);
    if (measuredByKpi(clause)) return null;
    const guess = around.command === 'kpi' || onlyKpisHold(clause) ? 'kpi' : 'project';
    return { ...emptyQuery('count'), of: guess, sets: [conditionSet(clause, guess)] };
  }
  if (happensInWork(clause) && measuredByKpi(clause)) return null;
  const both = kindsJoined(clause);
  if (both.length > 1)
    return both.map((one) => ({ ...emptyQuery('count'), of: one, sets: [conditionSet(clause, one)] }));
  return kindSets(clause, kind).map((set) => ({ ...emptyQuery('count'), of: kind, sets: [set] }));
};

/** 副業で働いてもらう事業、令和3年度は何件決まった: what came about in the work that is described, and not how many works. */
function happensInWork({ frame }: Clause): boolean {
  const [count] = frame.intents('count');
  const [work, more] = frame.kinds();
  const verb = count && frame.next(count);
  return (
    count !== undefined &&
    work?.meaning.kind === 'project' &&
    !more &&
    work.end < count.start &&
    /^(?:は|、|で|って|があ[りる])/.test(work.after.trim()) &&
    verb?.meaning === null &&
    !verb.noun
  );
}

/** 補助金を一本化して、いくつの事業をまとめる: how many went into one thing is told in words, where it is told. */
function gatheredInto({ frame, around, conditions }: Clause): Query | null {
  if (!/まとめ|一本化|一本に|束ね|一括|統合/.test(frame.text) || around.command !== null) return null;
  if (frame.entities('plan').length > 0) return null;
  if (conditions.some(({ predicate }) => predicate.is !== 'plan' && predicate.is !== 'word')) return null;
  const about = frame.text.slice(0, longest);
  const [best] = around.search
    .search(about, { kinds: ['statement'] })
    .hits.filter(({ id }) => tellsSought(around.repository.statement(id)?.text ?? '', '事業'));
  if (!best || (best.strength !== 'strong' && best.share < leastTold)) return null;
  return { ...emptyQuery('what'), about, seek: '事業' };
}

/** What a statement must hold of a question to tell its count. */
const leastTold = 0.35;

/** ふるさと寄附は何件あつまった: the project that the words mean has a KPI in just that unit. */
function measuredByKpi({ frame, subjects, around, conditions }: Clause): boolean {
  const units = frame.intents('count').flatMap(({ text }) => /^何(.{1,3})$/.exec(text)?.[1] ?? []);
  const scope = conditions.every(({ predicate }) => predicate.is === 'plan' || predicate.is === 'town');
  if (units.length === 0 || !scope || !subjects.any()) return false;
  const group = subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  return withCarried(group?.ids ?? [], around).some((id) =>
    unitsPrinted(id, around.facts).some((unit) => units.includes(unit)),
  );
}

/** 評価が◎のもの: a word that only KPIs hold counts KPIs. */
function onlyKpisHold({ conditions, around }: Clause): boolean {
  return conditions.some(({ predicate }) => {
    const of = predicate.is === 'word' ? around.facts.attribute(predicate.attribute)?.of : undefined;
    return of?.includes('kpi') && !of.includes('project');
  });
}

/** 何件？ after a list: its members. */
function countAgain(clause: Clause): Query | null {
  const kind = clause.before?.sets[0]?.kind;
  const set = kind && !clause.subjects.any() ? threadSet(clause, kind) : null;
  return set && kind ? { ...emptyQuery('count'), of: kind, sets: [set] } : null;
}

/** 事業とKPIの数: each kind is counted. */
function kindsJoined({ frame }: Clause): Kind[] {
  const kinds = frame.kinds().filter(({ meaning }) => meaning.level === null);
  const joined = kinds.filter((item, i) => {
    const other = kinds[i + 1];
    return (
      other !== undefined &&
      frame.next(item) === other &&
      /^(?:の数)?(?:と|、|・|や)$/.test(item.after.trim())
    );
  });
  const [first] = joined;
  const second = first && kinds[kinds.indexOf(first) + 1];
  return first && second ? [first.meaning.kind, second.meaning.kind] : [];
}

/** Sets of a kind; each level said is a set of its own (基本目標と政策パッケージ). */
export function kindSets(clause: Clause, kind: Kind): SubjectSet[] {
  const levels = clause.frame
    .kinds()
    .filter((item) => !saysWhat(item, clause.frame))
    .flatMap(({ meaning, text }) => (meaning.level === null ? [] : [{ level: meaning.level, text }]));
  // …を「パッケージ」と呼んでいるようですが、かたまりはいくつ: a lump is what was called by its name.
  const named = levels.filter(({ text }) => !lumps.test(text));
  if (named.length > 0) levels.splice(0, levels.length, ...named);
  const policy = clause.conditions.some(({ predicate }) => predicate.is === 'policy');
  if (kind !== 'policy' || levels.length === 0 || policy) return [conditionSet(clause, kind)];
  const base = conditionSet(clause, 'policy');
  return levels.map(({ level, text }) => ({
    ...base,
    where: [...base.where, { is: 'word' as const, attribute: 'level', fy: null, values: [level] }],
    label: text,
  }));
}

/** 「政策パッケージ」というまとまり: says what kind of thing it is, and counts no other. */
function saysWhat(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return before?.meaning?.is === 'kind' && /^」?と(?:いう|呼ばれる|呼ぶ)$/.test(before.after.trim());
}

/** What the counting word itself counts: 事業数, 何施策. */
export function kindInCount({ frame }: Clause): Kind | null {
  const [counting] = frame.intents('count');
  return kindInText(counting?.text ?? '');
}

function kindInText(text: string): Kind | null {
  const said = text.match(/事業|取組|本|指標|kpi|施策|パッケージ|課|市町/)?.[0];
  if (said === '事業' || said === '取組' || said === '本') return 'project';
  if (said === '指標' || said === 'kpi') return 'kpi';
  if (said === '施策' || said === 'パッケージ') return 'policy';
  return said === '課' ? 'department' : null;
}

/** 基本目標「…」の基本的方向: the part has parts of that level below it. */
function isAbove(
  ids: readonly string[],
  level: string | null,
  { repository, parts }: Clause['around'],
): boolean {
  const plans = ids.flatMap((id) => repository.policy(id)?.plan ?? []);
  if (plans.length === 0 || level === null) return false;
  return parts.of(plans, level).list.some(({ parent }) => parent !== null && ids.includes(parent));
}

/** The kind noun nearest to the counting word. */
export function kindCounted({ frame, around, conditions }: Clause): Kind | null {
  // 全部のパッケージを通してKPIは何件: how far it reaches, and not what is counted.
  const asked = frame
    .intents('count', 'towns-count', 'list', 'which')
    .filter(({ text }) => !frame.has('count') || !/^(?:全部|ぜんぶ|すべて|全て|全)$/.test(text));
  const [counting] = asked;
  const kinds = frame.kinds();
  // 18市町全部の名前を.
  if (kinds.length === 0 && frame.has('list') && frame.numbers().some(({ text }) => /市町村?$/.test(text)))
    return 'town';
  // 政策パッケージの事業数: what the counting word itself says.
  const counted = counting && isIntent(counting, 'count') ? kindInText(counting.text) : null;
  // KPIは何本: 本 counts whatever is spoken of.
  const loose = counted === 'project' && /本$/.test(counting?.text ?? '') && kinds.length > 0;
  if (counted !== null && !loose) return counted;
  // いくつの分野に分かれる: what is counted stands right behind.
  const behind = counting?.after.trim() === 'の' ? frame.next(counting)?.meaning : null;
  if (behind?.is === 'kind' && isIntent(counting, 'count')) return behind.kind;
  if (kinds.length === 0) {
    const said = kindInText(counting?.text ?? '');
    if (said !== null) return said;
    if (
      /連携事業|事務事業|主要事業/.test(frame.text) &&
      conditions.some(({ predicate }) => predicate.is === 'plan')
    )
      return 'project';
    return around.command === 'kpi' ? 'kpi' : around.command === null ? null : 'project';
  }
  // A level that a policy condition stands for is no thing to count: 人材の育成の区分の事業.
  const free = kinds.filter((item: Item) => {
    const before = frame.before(item);
    const after = frame.next(item);
    const { level } = item.meaning as { level: string | null };
    const ofPolicy = (one: Item | undefined) =>
      one?.meaning?.is === 'entity' &&
      one.meaning.kind === 'policy' &&
      !isAbove(one.meaning.ids, level, around);
    return !(level !== null && (ofPolicy(before) || ofPolicy(after) || isPlace(item, frame)));
  });
  const rank = (item: Item) => (counting ? Math.abs(item.start - counting.start) : -item.start);
  const [nearest] = [...free].sort((a, b) => rank(a) - rank(b));
  return nearest ? (nearest.meaning as { kind: Kind }).kind : null;
}

/** 基本目標で、労働者数はいくつにする: where the named KPI stands, and nothing that is counted. */
function isPlace({ end }: Item, frame: Frame): boolean {
  const named = frame.entities('kpi').some(({ start, meaning }) => meaning.exact && start > end);
  return named && /^(?:の(?:中|なか|うち))?で(?:は)?[、,]?/.test(frame.text.slice(end));
}
