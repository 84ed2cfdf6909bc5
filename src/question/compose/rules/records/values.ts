// Attributes of what is named.

import { asksOfWords, type Kind, type Query, type SubjectSet, type Wanted } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { carriedBy, withCarried } from '../../carried.ts';
import { type Clause, emptyQuery, setBy } from '../../compose.ts';
import { isIntent, joinedEnd } from '../../frame.ts';
import { kpiFigures } from '../../kpi-figures.ts';
import { toldKpi } from '../../own-kpi.ts';
import { otherUnit, rareCounter } from '../../prefer-statement.ts';
import { printsIn } from '../../printed.ts';
import { conditionSet, inheritedSets, namedSets, setOf } from '../../sets.ts';
import { withSpent } from '../../spent-money.ts';
import { statementsAbout } from '../../statement-words.ts';
import type { Group } from '../../subjects.ts';
import { onlyRecord } from '../../thread/only-record.ts';
import { holdsVerb, strongWords } from '../../topic.ts';
import { asksHowMuch, kindsOf, wantedOf } from '../../wanted.ts';
import { bounded } from '../figures/adding.ts';

/** 施策「…」の局施策評価: what is printed for a policy itself. */
export const policyValues: Rule = (clause) => {
  const { frame, around } = clause;
  const policies = frame.entities('policy');
  if (
    policies.length === 0 ||
    clause.subjects.any() ||
    frame.has('list', 'count', 'sum', 'max', 'min') ||
    // 評価は何になっていますか asks for the word, どの施策 for a policy.
    frame.intents('which').some(({ text }) => !/^(?:何|なに|なん)$/.test(text))
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

/** ドクターカーの話はどの計画に載っている: the plan that a record stands in. */
export const planOfRecord: Rule = (clause) => {
  const { frame, subjects, before } = clause;
  if (!frame.has('plans') || frame.attributes().length > 0) return null;
  const wanted = [{ attribute: 'plan', years: [] }];
  // それってどの資料に: of what the thread speaks of.
  const goesOn = !subjects.any() && frame.has('that') && before?.sets.some(({ named }) => named !== null);
  if (goesOn && before) return { ...emptyQuery('values'), sets: before.sets, wanted };
  if (!subjects.any()) return null;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  const near = group?.strong ? null : strongWords(subjects.topics(), 'project', clause.around);
  const [hit] = near ? clause.around.search.search(near.words, { kinds: ['project', 'kpi'] }).hits : [];
  const ids = group?.strong ? group.ids : hit?.strength === 'strong' ? [hit.id] : [];
  if (ids.length === 0) return null;
  subjects.use();
  const kind = clause.around.repository.project(ids[0] as string) ? ('project' as const) : ('kpi' as const);
  const label = subjects.topicText();
  return {
    ...emptyQuery('values'),
    sets: [{ kind, named: ids, where: [], label }],
    wanted,
  };
};

/** Attributes of what is named; several of both. */
export const valuesOf: Rule = (clause) => {
  const { frame, conditions, before, around } = clause;
  let wanted = withPrice(withPresent(withAim(bounded(wantedOf(clause), clause), clause), clause), clause);
  if (wanted.length === 0) {
    wanted = defaultWanted(clause);
    pricedInVain(clause);
  }
  // 決算, where no plan prints one, is no attribute of plans either.
  const ofPlan = wanted.filter(({ attribute }) =>
    around.facts.attribute(attribute)?.of.every((kind) => kind === 'plan'),
  );
  if (ofPlan.length > 0 && wanted.length === ofPlan.length && clause.subjects.exact().length === 0) {
    const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
    // 四都市連携はいつ始まった: of a thing that is told in words, and of no plan.
    const told = clause.subjects.any() && conditions.length === 0 ? statementsAbout(clause) : null;
    if (told !== null) return { ...emptyQuery('what'), about: told, seek: 'date' };
    const vain = clause.subjects.any() && conditions.length === 0 && frame.has('when') === false;
    if (vain && ofPlan.every(({ attribute }) => attribute === 'period') && /いつ/.test(frame.text))
      return { ...emptyQuery('values'), wanted, unread: [clause.subjects.topicText()] };
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
    const { sets, wanted: asked } = ofKindNamed(namedSets(clause, kinds), wanted, clause);
    wanted = asked;
    if (sets.length > 0) {
      const printed = withSpent(
        wanted,
        sets.flatMap(({ named }) => named ?? []),
        clause,
      );
      const query = { ...emptyQuery('values'), sets, wanted: printed, unit: unitOf(clause) };
      return withoutOtherUnit(query, clause);
    }
    return { ...emptyQuery('values'), sets: [], wanted };
  }
  // それ、周りの町も入ってる: what the thread wanted is not asked of another set.
  if (conditions.length > 0 && wantedOf(clause).length === 0 && before && frame.has('join', 'none'))
    return null;
  if (conditions.length > 0) {
    const money = wanted.every(({ attribute }) => around.facts.attribute(attribute)?.adds);
    const set = conditionSet(clause, kinds[0] as Kind);
    return { ...emptyQuery(money ? 'sum' : 'list'), of: set.kind, sets: [set], wanted };
  }
  if (before && before.sets.length > 0)
    return { ...emptyQuery('values'), sets: inheritedSets(clause, kinds), wanted };
  const told = before ? toldBefore(before, clause) : null;
  if (told) return { ...emptyQuery('values'), sets: [setOf(told, kinds, clause)], wanted };
  return null;
};

/** 進み具合を聞かれた「…事業」の事業評価: what only KPIs have is not asked of a project that has none, beside what it has. */
function ofKindNamed(
  sets: SubjectSet[],
  wanted: Wanted[],
  clause: Clause,
): { sets: SubjectSet[]; wanted: Wanted[] } {
  const [exact, more] = clause.subjects.exact();
  const vain = sets.length > 0 && sets.every(({ named }) => named?.length === 0);
  if (!vain || !exact || more) return { sets, wanted };
  const own = wanted.filter(({ attribute }) =>
    clause.around.facts.attribute(attribute)?.of.includes(exact.kind),
  );
  return own.length === 0 ? { sets, wanted } : { sets: namedSets(clause, [exact.kind]), wanted: own };
}

/** 職員派遣を検討する事業について ⇒ KPIの目標値は: the record that the statements of the thread tell of. */
function toldBefore({ ask, about }: Query, { frame, around }: Clause): Group | null {
  const asksFigure = frame.attributes().length > 0 && frame.topics().length === 0;
  if (!asksOfWords.includes(ask) || !asksFigure) return null;
  const [best] = around.search.search(about, { kinds: ['statement'] }).hits;
  const subject = best && around.repository.statement(best.id)?.subject;
  if (best?.strength !== 'strong' || !subject || (subject.kind !== 'project' && subject.kind !== 'kpi'))
    return null;
  const { kind, id } = subject;
  return { kind, ids: [id], label: about, start: 0, exact: false, missed: [], matched: 1, strong: true };
}

/** いつまでに何人: beside the deadline the figure that is to be reached. */
function withAim(wanted: Wanted[], { frame }: Clause): Wanted[] {
  const [deadline, more] = wanted;
  const aims = deadline?.attribute === 'deadline' && !more && asksHowMuch(frame);
  return aims ? [{ attribute: 'target', years: [] }, deadline] : wanted;
}

/** 担当はどこで、R7はいくら: what it costs is asked beside the office. */
function withPrice(wanted: Wanted[], { frame, years }: Clause): Wanted[] {
  const [office, more] = wanted;
  const priced = frame.intents('howmuch').some(({ text }) => /いくら|なんぼ|いかほど/.test(text));
  if (office?.attribute !== 'department' || more || !priced) return wanted;
  return [
    { ...office, years: [] },
    { attribute: 'budget', years: years.all },
  ];
}

/** 今と目標はいくつ, 今は何％で目標は: where it stands is asked beside where it is to go. */
function withPresent(wanted: Wanted[], { frame }: Clause): Wanted[] {
  const [target, more] = wanted;
  const joined = frame
    .intents('newest')
    .some(
      (item) =>
        /^(?:と|、|・|も)/.test(item.after.trim()) ||
        (isIntent(frame.next(item), 'share', 'howmany-unit', 'howmuch', 'count') &&
          frame.attributes().every(({ start }) => start > item.end)),
    );
  if (target?.attribute !== 'target' || more || !joined) return wanted;
  return [target, { attribute: 'actual', years: [] }, { attribute: 'baseline', years: [] }];
}

/** どの事業の話, どこかに載ってる, もうゼロになった: not what the thread asked. */
function asksAnew({ frame, subjects }: Clause): boolean {
  if (!subjects.any()) return false;
  const whichRecord = frame.has('which') && frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  return whichRecord || frame.has('written') || /ゼロに(?:なっ|なり|でき)/.test(frame.text);
}

/** いくら, 何人, いつ said without an attribute. */
function defaultWanted(clause: Clause): Wanted[] {
  const { frame, years, around, before } = clause;
  const [named] = clause.subjects.exact();
  const inherited = (asksAnew(clause) ? [] : (before?.wanted ?? [])).filter(
    ({ attribute }) =>
      !named ||
      (around.facts.attribute(attribute)?.of ?? [named.kind, 'project', 'kpi']).some(
        (of) => of === 'project' || of === 'kpi',
      ),
  );
  const soft = frame.has('howmuch') && frame.intents('howmuch').every(({ text }) => /ど[のれん]/.test(text));
  const kpi = soft && clause.subjects.any() && measuresSoftly(clause);
  if (
    frame.has('price') ||
    (frame.has('howmuch') && !kpi && !countsMoney(clause)) ||
    around.command === 'yosan'
  )
    return [{ attribute: 'budget', years: years.all }];
  const percent = frame.intents('share').some(({ text }) => /^何/.test(text));
  if (
    kpi ||
    frame.has('howmuch') ||
    percent ||
    frame.has('howmany-unit', 'count') ||
    (years.all.length > 0 && inherited.length === 0)
  ) {
    // 何人くらい受ける予定 after a budget: people are no money.
    const otherMeasure =
      countsThings(clause) && inherited.every(({ attribute }) => isMoney(attribute, clause));
    if (!clause.subjects.any() && inherited.length > 0 && !frame.has('newest') && !otherMeasure)
      return resultsSoFar(clause) ?? inherited.map((one) => ({ ...one, years: years.all }));
    // いまいくつでいくつにする: where it stands, and where it is to go.
    if (frame.has('newest') && frame.intents('count', 'howmany-unit').length > 1)
      return ['actual', 'baseline', 'target'].map((attribute) => ({ attribute, years: [] }));
    if (frame.has('newest'))
      return [
        { attribute: 'actual', years: [] },
        { attribute: 'baseline', years: [] },
      ];
    const group =
      clause.subjects.exact()[0] ??
      toldKpi(clause) ??
      clause.subjects.byTopic(clause.subjects.topics(), ['project', 'kpi']);
    // 中国の事務所のやつ R4とR5: of a project the years ask for its money.
    if (!percent && years.all.length > 1 && ownerMeant(group, clause))
      return [{ attribute: 'budget', years: years.all }];
    const ofProject = group?.kind === 'project' && !(gathers(clause) && countsMoney(clause));
    if (!percent && !frame.has('howmany-unit', 'count') && ofProject && around.command !== 'kpi')
      return moneyOf(group, clause);
    return kpiFigures(years.all);
  }
  if (frame.has('newest') && frame.has('tell', 'which') && clause.subjects.any())
    return [
      { attribute: 'actual', years: [] },
      { attribute: 'baseline', years: [] },
      { attribute: 'target', years: [] },
    ];
  if (around.command === 'machi') return [{ attribute: 'towns', years: [] }];
  if (frame.has('when') && (clause.subjects.any() || inherited.length === 0))
    return [worksByYear(clause) ?? { attribute: 'deadline', years: [] }];
  if (inherited.length > 0)
    return inherited.map((one) => ({ ...one, years: years.all.length > 0 ? years.all : one.years }));
  return [];
}

function moneyOf(group: Group, clause: Clause): Wanted[] {
  clause.unread.push(...otherMeasures(group, clause));
  return [{ attribute: 'budget', years: clause.years.all }];
}

/** 移住支援金のR7の職員数: a measure that the record does not hold is not answered with its money. */
function otherMeasures({ ids }: Group, { subjects, frame, around }: Clause): string[] {
  const [exact] = subjects.exact();
  const [id, more] = ids;
  if (!exact || id === undefined || more !== undefined || frame.has('howmuch', 'price')) return [];
  if (carriedBy(id, around).length > 0) return [];
  return subjects.topics().flatMap(({ items, text, after }) => {
    const last = items.at(-1);
    const measures = /(?:[^\d]数|量|率|割合|面積|距離)$/.test(text);
    return last?.noun && items.length > 0 && measures && /^(?:は|を|って|、|$|[?？])/.test(after.trim())
      ? [text]
      : [];
  });
}

/** 年に何回が目標 ⇒ 令和7年度は何回やった: what came about in a year, after the target was told. */
function resultsSoFar({ before, years, frame, around: { facts } }: Clause): Wanted[] | null {
  const only = onlyRecord(before);
  const [fy, more] = years.all;
  const past = frame.has('confirm') || /[たっだ]た?(?:の|ん)?[?か]*$/.test(frame.text);
  const aimed = before?.wanted.every(({ attribute }) => attribute === 'target') ?? false;
  if (only?.set.kind !== 'kpi' || fy === undefined || more !== undefined || !past || !aimed) return null;
  const told = ['actual', 'baseline'].filter((of) => printsIn(facts, of, only.id, fy));
  return told.length > 0 ? told.map((attribute) => ({ attribute, years: [fy] })) : null;
}

/** 何人, 何回: what is asked for is counted in something else than money. */
function countsThings({ frame }: Clause): boolean {
  return frame.intents('howmany-unit').some(({ text }) => /^何(?!.*円|[%％割倍])/.test(text));
}

function isMoney(attribute: string, { around: { facts } }: Clause): boolean {
  return facts.attribute(attribute)?.type === 'money';
}

/** 入園料はいくら, 学費は: a price that nothing says of the record; its budget answers something else. */
function pricedInVain(clause: Clause): void {
  const { frame, subjects, unread, around } = clause;
  // 部屋を借りるといくら: what it costs who uses it.
  unread.push(...frame.intents('price').map(({ text }) => text));
  const [asked] = frame.intents('howmuch');
  const head = asked ? frame.before(asked) : undefined;
  if (
    !head?.noun ||
    head.meaning !== null ||
    !/(?:[料費代賃数率]|(?<!お)金|値段|価格|時給|給料|家賃)$/.test(head.text)
  )
    return;
  const topic = subjects.topics().find(({ items }) => items.includes(head));
  if (!topic) return;
  const words = joinedEnd(topic.items);
  const { hits, terms } = around.search.search(words, { kinds: ['project', 'kpi', 'statement'] });
  const held = hits.some(({ matched, strength }) => strength === 'strong' && matched.length >= terms.length);
  if (!held) unread.push(words);
}

/** The words tell a KPI and no measure, and its project as well. */
function ownerMeant(group: Group | null | undefined, clause: Clause): boolean {
  const { subjects, frame, around } = clause;
  if (group?.kind !== 'kpi' || group.exact || around.command !== null) return false;
  if (frame.has('howmany-unit', 'count') || /[数率人者件額度位]$/.test(subjects.topicText())) return false;
  const project = subjects.byTopic(subjects.topics(), ['project']);
  return group.ids.some((id) => carriedBy(id, around).some((owner) => project?.ids.includes(owner)));
}

const ofMoney = /使|つか|かけ|かか|費|払|金|予算|額|出し|出す|つけ|付け|投じ|円/;

/** どれくらい見られた: of a KPI how much there is, unless money is spoken of. */
function measuresSoftly({ subjects, frame, around }: Clause): boolean {
  const [exact] = subjects.exact();
  if (exact) return exact.kind === 'kpi';
  const found = subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  if (found?.kind === 'kpi') return true;
  if (ofMoney.test(frame.text)) return false;
  const kpi = subjects.byTopic(subjects.topics(), ['kpi']);
  const hangs = (found?.ids ?? []).some((id) =>
    around.repository.kpi(kpi?.ids[0] ?? '')?.projects.includes(id),
  );
  return kpi !== null && (kpi.strong || hangs || holdsVerb(subjects.topics()));
}

/** 観光客が落とすお金はいくら: a KPI that is counted in money is asked for by いくら as well. */
function countsMoney(clause: Clause): boolean {
  const { subjects, around } = clause;
  const found = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  if (!found || (found.kind !== 'kpi' && !gathers(clause))) return false;
  return withCarried(found.ids, around).some((id) => {
    const kpi = around.repository.kpi(id);
    return [kpi?.baseline, ...(kpi?.targets ?? [])].some((value) => /円$/.test(value?.unit ?? ''));
  });
}

/** いくら集まった: what came in is no budget. */
function gathers({ frame }: Clause): boolean {
  return /集ま|あつま|寄せられ|寄付(?:され|があ)|寄附(?:され|があ)/.test(frame.text);
}

/** 全部で何台: a KPI that counts something else is no answer. */
function withoutOtherUnit(query: Query, clause: Clause): Query {
  const asked = clause.frame
    .intents('howmany-unit')
    .find(
      ({ text }) =>
        /^何[台基棟室館校人名]/.test(text) || (rareCounter(text, clause.around)?.length ?? 0) === 1,
    );
  return asked && clause.frame.attributes().length === 0 && otherUnit(query, clause)
    ? { ...query, unread: [`${asked.text.replace(/^何/, '')}数`] }
    : query;
}

/** 億円に直すと. */
function unitOf({ frame }: Clause): string | null {
  return /([億万百千]+円)(?:に|で|単位)/.exec(frame.text)?.[1] ?? null;
}

/** プールの解体はいつ: 解体 stands in a column of works by year. */
function worksByYear({ frame, subjects, around: { facts } }: Clause): Wanted | null {
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  if (group?.kind !== 'project') return null;
  for (const item of frame.words())
    for (const id of item.meaning.attributes) {
      const holds = group.ids.some((one) =>
        facts.cells(id, one).some(({ word, fy }) => fy !== null && word === item.meaning.word),
      );
      if (!holds) continue;
      item.used = true;
      return { attribute: id, years: [] };
    }
  return null;
}
