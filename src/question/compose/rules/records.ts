// Lists under conditions, values of what is named, and everything on a topic.
import type { Kind, Query, SubjectSet, Wanted } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery, predicatesOf, setBy } from '../compose.ts';
import { described } from '../enumerated.ts';
import type { Item, Topic } from '../frame.ts';
import { conditionSet, inheritedSets, namedSets, nearWords, setOf } from '../sets.ts';
import type { Group } from '../subjects.ts';
import { strongWords } from '../topic.ts';
import { kindsOf, wantedOf } from '../wanted.ts';
import { bounded, kindCounted, kindSets } from './figures.ts';

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
  const inherited = before?.sets.flatMap((set) => (set.kind === 'project' ? (set.named ?? []) : [])) ?? [];
  if (
    frame.has('that') &&
    inherited.length > 0 &&
    !clause.subjects.any() &&
    frame.kinds().some(({ meaning }) => meaning.kind === 'kpi') &&
    wantedOf(clause).length === 0
  ) {
    const where = [{ is: 'of-project' as const, ids: inherited }];
    return { ...emptyQuery('list'), of: 'kpi', sets: [{ kind: 'kpi', named: null, where, label: '' }] };
  }
  const exact = clause.subjects.exact();
  const open = (id: string) => frame.intents(id).some(({ used }) => !used);
  const moved = open('fall') ? '<' : open('rise') ? '>' : open('same') ? '=' : null;
  if (exact.length > 0) {
    // その事業のKPIは何: what hangs on a named project.
    const kpis =
      frame.kinds().some(({ meaning }) => meaning.kind === 'kpi') &&
      exact.every(({ kind }) => kind === 'project');
    if (kpis && wantedOf(clause).length === 0)
      return { ...emptyQuery('list'), of: 'kpi', sets: [conditionSet(clause, 'kpi')] };
    const projects =
      frame.kinds().some(({ meaning }) => meaning.kind === 'project') &&
      exact.every(({ kind }) => kind === 'kpi') &&
      frame.has('which');
    if (projects) return { ...emptyQuery('list'), of: 'project', sets: namedSets(clause, ['project']) };
    return null;
  }
  const kind = listKind(clause);
  if (kind === 'policy' && placedProject(clause)) return null;
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
  const sets = kind === 'policy' ? kindSets(clause, kind) : [conditionSet(clause, kind)];
  if (moved !== null && kind === 'project')
    for (const set of sets) set.where.push(changePredicate(clause, moved, wanted));
  return {
    ...emptyQuery('list'),
    of: kind,
    sets,
    wanted: wanted.filter(({ attribute }) => attribute !== 'budget' || moved === null),
  };
};

/** 予算が減った事業: between the years said, else the newest two. */
function changePredicate(
  clause: Clause,
  relation: '<' | '>' | '=',
  wanted: readonly Wanted[],
): SubjectSet['where'][number] {
  const attribute =
    wanted.find((one) => clause.around.facts.attribute(one.attribute)?.type === 'money')?.attribute ??
    'budget';
  const { all } = clause.years;
  const held = clause.around.facts.years(attribute);
  const to = all.at(-1) ?? held.at(-1) ?? clause.around.fiscalYear;
  const from = all.length >= 2 ? (all[0] as number) : to - 1;
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
  if (!frame.has('which')) return subjects.topics().some(behind);
  return subjects
    .topics()
    .some(
      (topic) =>
        topic.items.some(({ meaning }) => meaning?.is === 'entity') ||
        (/^は|って$/.test(topic.after) && described(topic, ['project'], clause) !== null),
    );
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
  return kinds.length === 1 ? (kinds[0] as Kind) : 'project';
}

/** 施策「…」の局施策評価: what is printed for a policy itself. */
export const policyValues: Rule = (clause) => {
  const { frame, around } = clause;
  const policies = frame.entities('policy');
  if (
    policies.length === 0 ||
    clause.subjects.any() ||
    frame.has('which', 'list', 'count', 'sum', 'max', 'min')
  )
    return null;
  if (frame.kinds().some(({ meaning }) => meaning.kind !== 'policy')) return null;
  for (const item of frame.attributes())
    if (around.facts.attribute(item.meaning.ids[0] as string)?.id === 'policy') item.used = true;
  const wanted = wantedOf(clause);
  if (
    wanted.length === 0 ||
    !wanted.every(({ attribute }) => around.facts.attribute(attribute)?.of.includes('policy'))
  )
    return null;
  return {
    ...emptyQuery('values'),
    sets: [
      {
        kind: 'policy',
        named: policies.flatMap(({ meaning }) => meaning.ids),
        where: [],
        label: policies.map(({ text }) => text).join('・'),
      },
    ],
    wanted,
  };
};

/** KitaQサポーターの登録者数を指標にしている事業: the projects a KPI belongs to. */
export const projectsOfKpi: Rule = (clause) => {
  const { frame } = clause;
  const kinds = frame.kinds();
  const kpi = kinds.findIndex(({ meaning }) => meaning.kind === 'kpi');
  const project = kinds.findIndex(({ meaning }) => meaning.kind === 'project');
  const [kpiItem, projectItem] = [kinds[kpi], kinds[project]];
  if (!kpiItem || !projectItem || kpiItem.start > projectItem.start || !/^(?:を|に|と)/.test(kpiItem.after))
    return null;
  if (!/^[をには]|に$/.test(frame.before(kpiItem)?.after ?? '')) return null;
  const [kpis] = namedSets(clause, ['kpi']);
  if (kpis?.kind !== 'kpi') return null;
  const projects = [
    ...new Set((kpis.named ?? []).flatMap((id) => clause.around.repository.kpi(id)?.projects ?? [])),
  ];
  return {
    ...emptyQuery('list'),
    of: 'project',
    sets: [{ kind: 'project', named: projects, where: [], label: `${kpis.label}を指標にしている` }],
  };
};

/** ドクターカーの話はどの計画に載っている: the plan that a record stands in. */
export const planOfRecord: Rule = (clause) => {
  const { frame, subjects } = clause;
  if (!frame.has('plans') || !subjects.any() || frame.attributes().length > 0) return null;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  const near = group?.strong ? null : strongWords(subjects.topics(), 'project', clause.around);
  const [hit] = near ? clause.around.search.search(near.words, { kinds: ['project', 'kpi'] }).hits : [];
  const ids = group?.strong ? group.ids : hit?.strength === 'strong' ? [hit.id] : [];
  if (ids.length === 0) return null;
  for (const topic of subjects.topics()) for (const item of topic.items) item.used = true;
  const kind = clause.around.repository.project(ids[0] as string) ? ('project' as const) : ('kpi' as const);
  const label = subjects.topicText();
  return {
    ...emptyQuery('values'),
    sets: [{ kind, named: ids, where: [], label }],
    wanted: [{ attribute: 'plan', years: [] }],
  };
};

/** Attributes of what is named; several of both. */
export const valuesOf: Rule = (clause) => {
  const { frame, conditions, before, around } = clause;
  let wanted = bounded(wantedOf(clause), clause);
  if (wanted.length === 0) wanted = defaultWanted(clause);
  const ofPlan = wanted.filter(({ attribute }) =>
    (around.facts.attribute(attribute)?.of ?? []).every((kind) => kind === 'plan'),
  );
  if (ofPlan.length > 0 && wanted.length === ofPlan.length && clause.subjects.exact().length === 0) {
    const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
    return { ...emptyQuery('values'), sets: [setBy('plan', plans)], wanted };
  }
  if (wanted.length === 0) return null;
  const policies = frame.entities('policy');
  if (
    policies.length > 0 &&
    !clause.subjects.any() &&
    wanted.every(({ attribute }) => around.facts.attribute(attribute)?.of.includes('policy'))
  )
    return {
      ...emptyQuery('values'),
      sets: [
        {
          kind: 'policy',
          named: policies.flatMap(({ meaning }) => meaning.ids),
          where: [],
          label: policies.map(({ text }) => text).join('・'),
        },
      ],
      wanted,
    };
  const kinds = kindsOf(clause, wanted);
  if (clause.subjects.any()) {
    const sets = namedSets(clause, kinds);
    if (sets.length > 0) return { ...emptyQuery('values'), sets, wanted, unit: unitOf(clause) };
    return { ...emptyQuery('values'), sets: [], wanted };
  }
  if (conditions.length > 0) {
    const money = wanted.every(({ attribute }) => around.facts.attribute(attribute)?.adds);
    const set = conditionSet(clause, kinds[0] as Kind);
    return { ...emptyQuery(money ? 'sum' : 'list'), of: set.kind, sets: [set], wanted };
  }
  if (before && before.sets.length > 0)
    return { ...emptyQuery('values'), sets: inheritedSets(clause, kinds), wanted };
  return null;
};

/** いくら, 何人, いつ said without an attribute. */
function defaultWanted(clause: Clause): Wanted[] {
  const { frame, years, around, before } = clause;
  const inherited = before?.wanted ?? [];
  const soft = frame.has('howmuch') && frame.intents('howmuch').every(({ text }) => /ど[のれん]/.test(text));
  const kpi =
    soft && clause.subjects.any() && clause.subjects.exact().length === 0
      ? clause.subjects.byTopic(clause.subjects.topics(), ['project', 'kpi'])?.kind === 'kpi'
      : false;
  if ((frame.has('howmuch') && !kpi) || around.command === 'yosan')
    return [{ attribute: 'budget', years: years.all }];
  const percent = frame.intents('share').some(({ text }) => /^何/.test(text));
  if (
    kpi ||
    percent ||
    frame.has('howmany-unit', 'count') ||
    (years.all.length > 0 && inherited.length === 0)
  ) {
    if (!clause.subjects.any() && inherited.length > 0)
      return inherited.map((one) => ({ ...one, years: years.all }));
    if (frame.has('newest'))
      return [
        { attribute: 'actual', years: [] },
        { attribute: 'baseline', years: [] },
      ];
    const group = clause.subjects.byTopic(clause.subjects.topics(), ['project', 'kpi']);
    // 中国の事務所のやつ R4とR5: of a project the years ask for its money.
    if (
      !percent &&
      !frame.has('howmany-unit', 'count') &&
      group?.kind === 'project' &&
      around.command !== 'kpi'
    )
      return [{ attribute: 'budget', years: years.all }];
    return ['actual', 'target', 'baseline'].map((attribute) => ({ attribute, years: years.all }));
  }
  if (frame.has('newest') && frame.has('tell', 'which') && clause.subjects.any())
    return [
      { attribute: 'actual', years: [] },
      { attribute: 'baseline', years: [] },
      { attribute: 'target', years: [] },
    ];
  if (around.command === 'machi') return [{ attribute: 'towns', years: [] }];
  if (frame.has('when') && (clause.subjects.any() || inherited.length === 0))
    return [{ attribute: 'deadline', years: [] }];
  if (inherited.length > 0)
    return inherited.map((one) => ({ ...one, years: years.all.length > 0 ? years.all : one.years }));
  return [];
}

/** 億円に直すと. */
function unitOf({ frame }: Clause): string | null {
  return /([億万百千]+円)(?:に|で|単位)/.exec(frame.text)?.[1] ?? null;
}

/** /kpi 外国人 暮らしやすさ: words side by side, nothing asked: the search reads them as typed. */
export const wordSearch: Rule = (clause) => {
  const { frame, around, conditions, years } = clause;
  if (around.command !== 'kpi' && around.command !== 'jigyo') return null;
  const plain = frame.items.every(
    ({ meaning }) =>
      meaning === null ||
      meaning.is === 'elsewhere' ||
      (meaning.is === 'entity' && ['project', 'kpi', 'policy', 'town'].includes(meaning.kind)) ||
      (meaning.is === 'kind' && meaning.level === null) ||
      (meaning.is === 'attribute' && !canHave(meaning.ids, around)) ||
      (meaning.is === 'intent' &&
        (besides.has(meaning.id) || (meaning.id === 'tell' && frame.kinds().length > 0))),
  );
  const telling = frame.items.some(
    ({ meaning }) =>
      meaning === null ||
      meaning.is === 'elsewhere' ||
      (meaning.is === 'entity' && ['project', 'kpi'].includes(meaning.kind)),
  );
  if (
    !plain ||
    !telling ||
    years.all.length > 0 ||
    conditions.some(({ predicate }) => !['policy', 'town', 'plan'].includes(predicate.is))
  )
    return null;
  const town = conditions.some(({ predicate }) => predicate.is === 'town' || predicate.is === 'plan');
  if (town && frame.kinds().length > 0) return null;
  const kind = around.command === 'kpi' ? 'kpi' : 'project';
  return {
    ...emptyQuery('show'),
    sets: [{ kind, named: null, where: [{ is: 'near', words: around.typed }], label: around.typed }],
    about: around.typed,
  };
};

/** 評価 after /kpi is a word of the topic: no KPI has that column. */
function canHave(ids: readonly string[], { facts, command }: Clause['around']): boolean {
  return ids.some((id) => facts.attribute(id)?.of.includes(command === 'kpi' ? 'kpi' : 'project') ?? true);
}

/** Intents that may stand in a search without making it a question. */
const besides = new Set([
  'rise',
  'fall',
  'same',
  'join',
  'count',
  'reached',
  'small',
  'big',
  'group',
  'then',
  'newest',
  'share',
  'none',
  'setting',
  'filler',
  'compare',
  'others',
  'average',
  'previous',
]);

/** Everything on the topic: the words as typed go to the search. */
export function showOf(clause: Clause): Query {
  const { frame, conditions, before, around } = clause;
  const kinds = kindsOf(clause, []);
  const exact = clause.subjects.exact();
  if (
    exact.length === 1 &&
    around.command === null &&
    clause.subjects.topics().length > 0 &&
    frame.has('which', 'list', 'who', 'where', 'when', 'define-part')
  )
    return toldOf(exact, clause);
  const words = frame.items
    .filter(({ meaning }) => meaning === null || (meaning.is !== 'intent' && meaning.is !== 'kind'))
    .map(({ text }) => text)
    .join(' ');
  if (words === '' && before) return { ...before };
  const kind: Kind = kinds.length === 1 ? (kinds[0] as Kind) : 'project';
  const onlyConditions = conditions.length > 0 && exact.length === 0 && clause.subjects.topics().length === 0;
  const near = frame.items.every(({ meaning }) => meaning === null)
    ? around.typed
    : words === ''
      ? frame.text
      : words;
  // コミュニティの主要事務事業: the plan narrows, the topic is looked for.
  const plans = exact.length === 0 ? predicatesOf(conditions).filter(({ is }) => is === 'plan') : [];
  const topics = clause.subjects.topics();
  askedInVain(clause, topics.at(-1));
  const topic = topics.flatMap(({ items }) => items.map(({ text }) => text)).join(' ');
  const sought = (of: Kind) => {
    if (
      topics.length > 0 &&
      around.command === null &&
      strongWords(topics, of === 'kpi' ? 'kpi' : 'project', around)?.without.length
    )
      return nearWords(clause, topics, of);
    return plans.length > 0 && topic !== '' ? topic : near;
  };
  const setOn = (of: Kind): SubjectSet =>
    onlyConditions
      ? setBy(of, conditions)
      : { kind: of, named: null, where: [...plans, { is: 'near', words: sought(of) }], label: words || near };
  return {
    ...emptyQuery('show'),
    sets: kinds.length === 2 && !onlyConditions ? [setOn(kind), setOn('kpi')] : [setOn(kind)],
    about: frame.text,
  };
}

/** 次回の開催日を教えて: what is asked of the record, when neither it nor anything else holds the word. */
function askedInVain({ frame, around, unread }: Clause, topic: Topic | undefined): void {
  const head = topic?.items.at(-1);
  if (!topic || !head?.noun || around.command !== null || topic.items.length < 3) return;
  if (!/^[をはが]/.test(head.after.trim()) || !/(?:ます|ください|です)/.test(frame.text)) return;
  const kinds = ['project', 'kpi', 'statement'] as const;
  const { hits } = around.search.search(topic.text, { kinds });
  const words = joinedEnd(topic.items);
  const { hits: own, terms } = around.search.search(words, { kinds });
  const held = (one: (typeof hits)[number]) => terms.every((term) => one.matched.includes(term));
  if (hits.length > 0 && !own.some(held)) unread.push(words);
}

/** The words at the end that stand side by side: 開催日. */
function joinedEnd(items: readonly Item[]): string {
  let text = '';
  let start = Number.POSITIVE_INFINITY;
  for (const item of [...items].reverse()) {
    if (text !== '' && item.end !== start) break;
    text = item.text + text;
    start = item.start;
  }
  return text;
}

/** 「…の研修」はどのような研修が実施されるのか: what the documents tell of the record in just these words. */
function toldOf(exact: readonly Group[], clause: Clause): Query {
  const words = clause.frame.items
    .filter(({ meaning }) => meaning === null || meaning.is === 'entity')
    .map(({ text }) => text);
  return {
    ...emptyQuery('what'),
    sets: exact.map((group) => setOf(group, [group.kind], clause)),
    about: words.join(' '),
  };
}

/** こども文化パスポートと同じ仲間の事業: what stands under the same policies. */
export const siblingsOf: Rule = (clause) => {
  const { frame, around, before } = clause;
  const beside =
    frame.has('same-as') &&
    frame.has('others') &&
    clause.subjects.exact().length === 1 &&
    (frame.kinds().some(({ meaning }) => meaning.level !== null) || frame.attributeIds().includes('policy'));
  if (!beside && (!frame.has('same-as-before') || !frame.has('others', 'which', 'list'))) return null;
  const own = clause.subjects.any() ? namedSets(clause, ['project']) : (before?.sets ?? []);
  const ids = own.flatMap(({ named }) => named ?? []);
  const policies = [
    ...new Set(
      ids.flatMap((id) => around.repository.project(id)?.listings.map(({ policy }) => policy) ?? []),
    ),
  ];
  if (policies.length === 0) return null;
  const names = ids.flatMap((id) => around.repository.project(id)?.name ?? []);
  const label = policies.map((id) => around.repository.policy(id)?.name ?? id).join('・');
  return {
    ...emptyQuery('list'),
    of: 'project',
    sets: [
      {
        kind: 'project',
        named: null,
        where: [
          { is: 'policy', ids: policies, label },
          { is: 'not', that: { is: 'name', holds: names } },
        ],
        label,
      },
    ],
  };
};

/** 再掲はどちらの取組: the rows of a project that are marked, with their policy. */
export const repeatedRows: Rule = (clause) => {
  const { frame } = clause;
  const exact = clause.subjects.exact().filter(({ kind }) => kind === 'project');
  if (exact.length === 0 || !frame.has('repeated') || !frame.has('which-two', 'which', 'where')) return null;
  const label = exact.map((group) => group.label).join('・');
  return {
    ...emptyQuery('values'),
    sets: [
      {
        kind: 'row',
        named: null,
        where: [{ is: 'of-project', ids: exact.flatMap(({ ids }) => ids) }, { is: 'repeated' }],
        label: `${label}の再掲`,
      },
    ],
    wanted: [{ attribute: 'policy', years: [] }],
  };
};
