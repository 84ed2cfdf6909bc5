// Figures over sets: sums, extremes, counts, groups.
import type { Kind, Query, SubjectSet, Wanted } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { describedByName, enumerated } from '../enumerated.ts';
import { Frame, type Item } from '../frame.ts';
import { conditionSet, figureSet, merged, namedSets, setOf } from '../sets.ts';
import { type Group, Subjects } from '../subjects.ts';
import { kindsOf, wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';

/** A sum or an average over a named set or conditions. */
export const sumOf: Rule = (clause) => {
  const { frame, before } = clause;
  if (!frame.has('sum', 'average') || frame.has('towns-count')) return null;
  if (frame.has('gap', 'rise', 'fall') && yearsSaid(clause.years).length >= 2 && !clause.years.range)
    return null;
  const counted = frame.has('count') && !frame.has('howmuch') && wantedOf(clause).length === 0;
  if (counted || (frame.has('list') && frame.attributes().length === 0)) return null;
  let wanted = wantedOf(clause).filter(({ attribute }) => adds(attribute, clause));
  if (wanted.length === 0) {
    if (wantedOf(clause).length > 0) return null;
    wanted = [{ attribute: 'budget', years: clause.years.all }];
  }
  const row = enumerated(clause, ['project']) ?? overYears(clause);
  const named = row !== null || clause.subjects.exact().length > 0;
  const empty = clause.conditions.length === 0 && !clause.subjects.any();
  const [except] = frame.intents('except').filter(({ used }) => !used);
  const left = row && except && row.every(({ start }) => start < except.start);
  if (left) except.used = true;
  const sets = left
    ? [
        without(
          row.flatMap(({ ids }) => ids),
          clause,
        ),
      ]
    : row
      ? merged(row.map((group) => setOf(group, ['project'], clause)))
      : named
        ? namedSets(clause, ['project'])
        : empty && before
          ? before.sets
          : [figureSet(clause, 'project')];
  return {
    ...emptyQuery(frame.has('average') && !frame.has('sum') ? 'average' : 'sum'),
    sets,
    wanted: bounded(wanted, clause),
  };
};

/** 利子補給補助の令和2年度から令和6年度までの累計: the years of one record that its description names. */
function overYears(clause: Clause): Group[] | null {
  const [topic, more] = clause.subjects.topics();
  if (!topic || more || clause.years.all.length < 2 || clause.subjects.exact().length > 0) return null;
  const group = describedByName(topic, ['project'], clause);
  if (!group) return null;
  for (const item of topic.items) item.used = true;
  return [group];
}

/** 北九大とふるさと寄附を除いた合計: the set the clause tells, without what is named. */
function without(ids: string[], clause: Clause): SubjectSet {
  const set = conditionSet(
    { ...clause, subjects: new Subjects(new Frame('', []), clause.around) },
    'project',
  );
  return { ...set, where: [...set.where, { is: 'not', that: { is: 'of-project', ids } }] };
}

/** The largest, the smallest, the one that rose most, the second. */
export const extremeOf: Rule = (clause) => {
  const { frame, before } = clause;
  const top = topOf(clause);
  const max = frame.has('max');
  const min = frame.has('min');
  if (!max && !min && top === null) return null;
  const changed = frame.has('rise')
    ? 'rise'
    : frame.has('fall')
      ? 'fall'
      : frame.has('gap')
        ? 'gap'
        : 'value';
  const low = min || (frame.has('small') && !frame.has('big')) || frame.has('lagging');
  if (!max && !min && changed === 'value' && !frame.has('big', 'small') && !top?.placed) return null;
  const wanted = wantedOf(clause).filter(({ attribute }) => ranks(attribute, clause));
  if (frame.has('reached') && wanted.every(({ attribute }) => attribute === 'target') && wanted.length > 0)
    wanted.splice(0, wanted.length, { attribute: 'rate', years: clause.years.all });
  const most = changed === 'value' && wanted.length === 0 ? mostOf(clause) : null;
  if (most) return most;
  const inherited = before?.extreme ? before : null;
  const kind = extremeKind(clause, wanted, inherited);
  const attribute: Wanted = wanted.find(
    (one) => clause.around.facts.attribute(one.attribute)?.of.includes(kind) ?? true,
  ) ??
    inherited?.wanted[0] ?? { attribute: kind === 'kpi' ? 'rate' : 'budget', years: clause.years.all };
  const empty = clause.conditions.length === 0 && !clause.subjects.any();
  const set = empty && inherited ? (inherited.sets[0] as SubjectSet) : figureSet(clause, kind);
  return {
    ...emptyQuery('extreme'),
    sets: [set],
    wanted: [{ ...attribute, years: attribute.years.length > 0 ? attribute.years : clause.years.all }],
    extreme: {
      ...directionOf(clause, changed, low),
      top: top?.nth ? 1 : (top?.count ?? 1),
      nth: top?.nth ?? null,
    },
  };
};

/** 事業の数が一番多いパッケージ: the member that most of another kind hang on. */
function mostOf(clause: Clause): Query | null {
  const { frame } = clause;
  const holder = frame.kinds().find(({ meaning }) => ['policy', 'department'].includes(meaning.kind));
  const counted = frame.kinds().find(({ meaning }) => ['project', 'kpi', 'town'].includes(meaning.kind));
  const many = frame.intents('big', 'small').some(({ text }) => /多|少/.test(text));
  if (!holder || !counted || !(frame.has('count') || many)) return null;
  const [set] = kindSets(clause, holder.meaning.kind);
  if (!set) return null;
  // 再掲も含めて takes nothing out.
  const where = set.where.filter(({ is }) => is !== 'repeated');
  return {
    ...emptyQuery('extreme'),
    of: counted.meaning.kind,
    sets: [{ ...set, where }],
    extreme: { way: frame.has('min', 'small') ? 'min' : 'max', top: 1, nth: null, by: 'value' },
  };
}

type By = NonNullable<Query['extreme']>['by'];

/** 伸び率トップ, 減り方（率）が大きい rank by the change in per cent; a fall by the lowest. */
function directionOf({ frame }: Clause, by: By, low: boolean): { way: 'max' | 'min'; by: By } {
  const moves = frame.intents('rise', 'fall');
  const asRate =
    by !== 'value' && (frame.has('share') || moves.some(({ text, after }) => /率|割合/.test(text + after)));
  if (!asRate) return { way: low ? 'min' : 'max', by };
  return { way: (by === 'fall') === low ? 'max' : 'min', by: 'rate-of-change' };
}

function extremeKind(
  clause: Clause,
  wanted: readonly Wanted[],
  inherited: Query | null,
): 'project' | 'kpi' | 'policy' {
  if (clause.frame.has('lagging')) return 'kpi';
  const level = clause.frame.kinds().find(({ meaning }) => meaning.kind === 'policy');
  if (level && wanted.length === 0 && clause.frame.kinds().length > 1) return 'policy';
  if (wanted.length === 0 && inherited) return (inherited.sets[0]?.kind as 'project' | 'kpi') ?? 'project';
  const kinds = kindsOf(clause, wanted);
  if (wanted.length === 0 && kinds.length === 2) return 'project';
  return kinds[0] ?? 'project';
}

/** トップ3, 上位5, 2番目. */
function topOf({ frame }: Clause): { count: number; nth: number | null; placed: boolean } | null {
  // トップ3: a bare figure right behind the word.
  for (const { end } of frame.intents('max', 'min', 'big', 'small')) {
    const bare = /^の?(\d{1,2})(?![\d年月日%.,])/.exec(frame.text.slice(end))?.[1];
    if (bare !== undefined) return { count: Number(bare), nth: null, placed: false };
  }
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    if (item.used) continue;
    const before = frame.before(item);
    if (before?.meaning?.is === 'kind' && number.ordinal) continue;
    const near =
      before?.meaning?.is === 'intent' && ['max', 'min', 'big', 'small'].includes(before.meaning.id);
    if (number.ordinal && /番目|位|番/.test(item.text + item.after)) {
      item.used = true;
      return { count: 1, nth: number.value, placed: /番目|位/.test(item.text + item.after) };
    }
    if (
      (near || (before?.meaning?.is === 'kind' && number.unit === 'つ' && frame.has('max', 'min'))) &&
      Number.isInteger(number.value) &&
      number.value <= 20 &&
      (number.unit === null || ['つ', '件', '事業', '位', '本'].includes(number.unit))
    ) {
      item.used = true;
      return { count: number.value, nth: null, placed: false };
    }
  }
  return null;
}

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
  const exact = clause.subjects.exact();
  if (frame.has('towns-count') || (kindCounted(clause) === 'town' && clause.subjects.any())) {
    const sets =
      exact.length > 0 || clause.subjects.any() ? namedSets(clause, ['project']) : (before?.sets ?? []);
    return {
      ...emptyQuery('count'),
      of: 'town',
      sets: sets.length > 0 ? sets : [conditionSet(clause, 'town')],
    };
  }
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
    if (clause.conditions.length === 0) return null;
    const guess = around.command === 'kpi' ? 'kpi' : 'project';
    return { ...emptyQuery('count'), of: guess, sets: [conditionSet(clause, guess)] };
  }
  const both = kindsJoined(clause);
  if (both.length > 1)
    return both.map((one) => ({ ...emptyQuery('count'), of: one, sets: [conditionSet(clause, one)] }));
  return kindSets(clause, kind).map((set) => ({ ...emptyQuery('count'), of: kind, sets: [set] }));
};

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
    .flatMap(({ meaning, text }) => (meaning.level === null ? [] : [{ level: meaning.level, text }]));
  const policy = clause.conditions.some(({ predicate }) => predicate.is === 'policy');
  if (kind !== 'policy' || levels.length === 0 || policy) return [conditionSet(clause, kind)];
  const base = conditionSet(clause, 'policy');
  return levels.map(({ level, text }) => ({
    ...base,
    where: [...base.where, { is: 'word' as const, attribute: 'level', fy: null, values: [level] }],
    label: [base.label, text].filter(Boolean).join('・'),
  }));
}

/** The kind noun nearest to the counting word. */
export function kindCounted({ frame, around, conditions }: Clause): Kind | null {
  const counting = frame.intents('count', 'towns-count', 'list', 'which')[0];
  const kinds = frame.kinds();
  if (kinds.length === 0) {
    const said = counting?.text.match(/事業|本|指標|施策|パッケージ|課|市町/)?.[0];
    if (said === '事業' || said === '本') return 'project';
    if (said === '指標') return 'kpi';
    if (said === '施策' || said === 'パッケージ') return 'policy';
    if (said === '課') return 'department';
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
    const ofPolicy = (one: Item | undefined) =>
      one?.meaning?.is === 'entity' && one.meaning.kind === 'policy';
    return !(
      (item.meaning as { level: string | null }).level !== null &&
      (ofPolicy(before) || ofPolicy(after))
    );
  });
  const rank = (item: Item) => (counting ? Math.abs(item.start - counting.start) : -item.start);
  const [nearest] = [...free].sort((a, b) => rank(a) - rank(b));
  return nearest ? (nearest.meaning as { kind: Kind }).kind : null;
}

/** By groups: 課ごと, パッケージ別. */
export const groupOf: Rule = (clause) => {
  const { frame } = clause;
  if (!frame.has('group')) return null;
  const [by] = frame.kinds().filter((item) => {
    const next = frame.next(item);
    return next?.meaning?.is === 'intent' && next.meaning.id === 'group';
  });
  const attribute = frame.attributes().find((item) => {
    const next = frame.next(item);
    return next?.meaning?.is === 'intent' && next.meaning.id === 'group';
  });
  if (!by && !attribute) return null;
  if (attribute) attribute.used = true;
  const wanted = wantedOf(clause).filter((one) => adds(one.attribute, clause));
  const key = attribute
    ? (attribute.meaning.ids[0] as string)
    : by?.meaning.kind === 'policy'
      ? `level:${by.meaning.level ?? ''}`
      : (by?.meaning.kind as string);
  return {
    ...emptyQuery('group'),
    of: key,
    sets: [conditionSet(clause, 'project')],
    wanted: bounded(wanted, clause),
  };
};

/** Open ranges end where the facts do: R6以降. */
export function bounded(wanted: readonly Wanted[], clause: Clause): Wanted[] {
  const { open } = clause.years;
  if (!open) return [...wanted];
  return wanted.map((one) => {
    const held = clause.around.facts
      .years(one.attribute)
      .filter((fy) => (open.way === 'from' ? fy >= open.year : fy <= open.year));
    return { ...one, years: held.length > 0 ? held : [open.year] };
  });
}

export function adds(attribute: string, { around }: Clause): boolean {
  const declared = around.facts.attribute(attribute);
  return declared === undefined || declared.adds;
}

function ranks(attribute: string, { around }: Clause): boolean {
  const type = around.facts.attribute(attribute)?.type;
  return type === undefined || type === 'money' || type === 'number' || type === 'rate' || type === 'year';
}
