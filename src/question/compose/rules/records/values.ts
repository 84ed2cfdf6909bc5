// Attributes of what is named.
import { recordOf } from '../../../../data/repository.ts';
import { asksOfWords, type Kind, type Query, type SubjectSet, type Wanted } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery, setBy } from '../../compose.ts';
import { conditionSet } from '../../condition-set.ts';
import { isIntent, joinedEnd } from '../../frame.ts';
import { otherUnit, rareCounter } from '../../prefer-statement.ts';
import { setOf } from '../../set-of.ts';
import { inheritedSets, namedSets } from '../../sets.ts';
import { withSpent } from '../../spent-money.ts';
import { statementsAbout } from '../../statement-words.ts';
import type { Group } from '../../subjects.ts';
import { strongWords } from '../../topic.ts';
import { unitAsked } from '../../unit-asked.ts';
import { asksHowMuch, kindsOf, wantedOf } from '../../wanted.ts';
import { bounded } from '../figures/adding.ts';
import { defaultWanted } from './unsaid-column.ts';

/** 施策「…」の局施策評価: what is printed for a policy itself. */
export const policyValues: Rule = (clause) => {
  const { frame, around } = clause;
  if (
    frame.entities('policy').length === 0 ||
    clause.subjects.any() ||
    frame.has('list', 'count', 'sum', 'max', 'min') ||
    // 評価は何になっていますか asks for the word, どの施策 for a policy.
    frame.intents('which').some(({ text }) => !/^(?:何|なに|なん)$/.test(text))
  )
    return null;
  if (frame.kinds().some(({ meaning }) => meaning.kind !== 'policy')) return null;
  for (const item of frame.attributes())
    if (around.facts.attribute(item.meaning.ids[0] as string)?.id === 'policy') item.used = true;
  return ofPolicies(wantedOf(clause), clause);
};

/** Columns of the policies named; null where none is wanted, or one that policies do not have. */
function ofPolicies(wanted: Wanted[], { frame, around }: Clause): Query | null {
  const policies = frame.entities('policy');
  const had = wanted.every(({ attribute }) => around.facts.attribute(attribute)?.of.includes('policy'));
  if (policies.length === 0 || wanted.length === 0 || !had) return null;
  const named = policies.flatMap(({ meaning }) => meaning.ids);
  const label = policies.map(({ text }) => text).join('・');
  return { ...emptyQuery('values'), sets: [{ kind: 'policy', named, where: [], label }], wanted };
}

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
  let wanted = withPrice(
    withPresent(withAim(bounded(withPeriod(wantedOf(clause), clause), clause), clause), clause),
    clause,
  );
  if (wanted.length === 0) {
    wanted = defaultWanted(clause);
    pricedInVain(clause);
  }
  const ofPlan = ofPlans(wanted, clause);
  if (ofPlan) return ofPlan;
  if (wanted.length === 0) return null;
  const printed = clause.subjects.any() ? null : ofPolicies(wanted, clause);
  if (printed) return printed;
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
      const query = { ...emptyQuery('values'), sets, wanted: printed, unit: unitAsked(clause) };
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

/** 計画の対象期間はいつまで, 総合戦略は何年度まで: of no record, so that the plan's own period is asked for. */
function withPeriod(wanted: Wanted[], clause: Clause): Wanted[] {
  if (!wanted.some(({ attribute }) => attribute === 'deadline') || !untilWhen(clause)) return wanted;
  return [{ attribute: 'period', years: [] }];
}

function untilWhen({ frame, subjects, conditions }: Clause): boolean {
  const ofPlan = conditions.length > 0 && conditions.every(({ predicate }) => predicate.is === 'plan');
  const figures = frame.attributeIds().every((id) => id === 'period' || id === 'deadline');
  if (!ofPlan || !figures) return false;
  const record = frame.kinds().some(({ meaning }) => meaning.kind === 'kpi' || meaning.kind === 'project');
  const until = frame
    .attributes()
    .some(({ meaning, text }) => meaning.ids.includes('deadline') && /^(?:いつ|何年度?)/.test(text));
  return until && !record && !subjects.any();
}

/** Columns of plans alone: 計画期間はいつまで; null where another column is wanted, or a record is named. */
function ofPlans(wanted: Wanted[], clause: Clause): Query | null {
  const { frame, conditions, around, subjects } = clause;
  // 決算, where no plan prints one, is no attribute of plans either.
  const ofPlan = wanted.every(({ attribute }) =>
    around.facts.attribute(attribute)?.of.every((kind) => kind === 'plan'),
  );
  if (wanted.length === 0 || !ofPlan || subjects.exact().length > 0) return null;
  const free = subjects.any() && conditions.length === 0;
  // 四都市連携はいつ始まった: of a thing that is told in words, and of no plan.
  const told = free ? statementsAbout(clause) : null;
  if (told !== null) return { ...emptyQuery('what'), about: told, seek: 'date' };
  const vain = free && frame.has('when') === false;
  if (vain && wanted.every(({ attribute }) => attribute === 'period') && /いつ/.test(frame.text))
    return { ...emptyQuery('values'), wanted, unread: [subjects.topicText()] };
  const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
  const set = setBy('plan', plans);
  const spoken = plans.length === 0 && !subjects.any() ? plansSpokenOf(clause) : [];
  return {
    ...emptyQuery('values'),
    sets: [spoken.length > 0 ? { ...set, where: [...set.where, { is: 'plan', ids: spoken }] } : set],
    wanted,
  };
}

/** …の対象期間はいつまで ⇒ いつから: the plan of the thread, or that of the records it speaks of. */
function plansSpokenOf({ before, around }: Clause): string[] {
  const sets = before?.sets ?? [];
  const said = sets.flatMap(({ where }) => where.flatMap((one) => (one.is === 'plan' ? one.ids : [])));
  const named = sets.flatMap(({ named: ids }) => ids ?? []);
  const held = named.flatMap((id) => recordOf(around.repository, id)?.plan ?? []);
  return [...new Set(said.length > 0 ? said : held)];
}

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

/** What a budget is paid from. */
const sources =
  /(?:(?:地方|過疎|[都道府県市町村])債|起債|(?:一般|特定|その他)財源|一財|特財|国庫(?:支出金|補助金|負担金)?|[国都道府県](?:支出金|補助金|費)|国県支出金|繰入金)(?:額)?$/;

/** 入園料はいくら, 学費は: a price that nothing says of the record; its budget answers something else. */
function pricedInVain(clause: Clause): void {
  const { frame, subjects, unread, around } = clause;
  // 部屋を借りるといくら: what it costs who uses it.
  unread.push(...frame.intents('price').map(({ text }) => text));
  const [asked] = frame.intents('howmuch');
  const head = asked ? frame.before(asked) : undefined;
  if (!head?.noun || head.meaning !== null) return;
  const topic = subjects.topics().find(({ items }) => items.includes(head));
  if (!topic) return;
  const words = joinedEnd(topic.items);
  // 町債はいくら: where the money comes from, which no column prints.
  const source = sources.exec(words)?.[0];
  if (source !== undefined && !frame.entities('project').some(({ text }) => text.includes(source)))
    unread.push(source);
  if (source !== undefined || !/(?:[料費代賃数率]|(?<!お)金|値段|価格|時給|給料|家賃)$/.test(head.text))
    return;
  const { hits, terms } = around.search.search(words, { kinds: ['project', 'kpi', 'statement'] });
  const held = hits.some(({ matched, strength }) => strength === 'strong' && matched.length >= terms.length);
  if (!held) unread.push(words);
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
