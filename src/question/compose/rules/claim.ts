// Yes/no: what the text claims of what it names.

import type { Claim, Predicate, SubjectSet, Wanted } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { columnName } from '../column-name.ts';
import { type Clause, emptyQuery, setBy } from '../compose.ts';
import { limitOf } from '../conditions.ts';
import type { Frame, Item } from '../frame.ts';
import { conditionSet, namedSets } from '../sets.ts';
import type { RecordKind } from '../subjects.ts';
import { kindsOf, wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';
import { fromFirstToLast, type Sides, sidesOf } from './difference.ts';

const asking = [
  'which',
  'howmuch',
  'howmany-unit',
  'when',
  'where',
  'who',
  'count',
  'list',
  'towns-count',
  'sum',
];
const ofMembers = new Set(['town', 'policy', 'department', 'repeated', 'status', 'lagging', 'plan']);

/** A question that wants yes or no. */
export function asksWhether(clause: Clause): boolean {
  const { frame, before } = clause;
  if (
    frame.intents(...asking).some((item) => !isMeasure(item)) ||
    /何[^か]|いくら|いつ|どこ|誰|だれ|どれ|どの|どちら|どっち|どんな|なぜ/.test(spokenText(frame))
  )
    return false;
  const tail = frame.text.trimEnd();
  const ends =
    /(?:か|かな|の|る|た|い|っけ|よね|ますね|だよね|ない|対象|ホント|本当|はず)[?？。!]*$/.test(tail) ||
    /[?？]$/.test(tail);
  return (
    frame.has('confirm') ||
    (ends &&
      (claimsPlace(clause) ||
        frame.has(
          'join',
          'same-as',
          'overdue',
          'not-due',
          'reached',
          'unreached',
          'rise',
          'fall',
          'same',
          'big',
          'small',
        ) ||
        frame.numbers().some(({ used, meaning }) => !used && !meaning.number.ordinal) ||
        claimsWord(frame) ||
        before?.ask === 'whether'))
  );
}

/** …は順調？: a word of a cell, and nothing else is asked. */
function claimsWord(frame: Frame): boolean {
  const words = frame.words().filter(({ used }) => used);
  const able = words.flatMap(({ meaning }) => meaning.attributes);
  return words.length > 0 && frame.attributeIds().every((id) => able.includes(id));
}

/** 件数 of ふるさと納税の件数、目標いった is what is measured and asks no number. */
function isMeasure({ text }: Item): boolean {
  return /^(?:件数|数|人数|回数|個数|延べ数)$/.test(text);
}

/** …の担当は企画課ですか: the department said is claimed. */
function claimsPlace({ frame, conditions, subjects }: Clause): boolean {
  return (
    subjects.exact().length > 0 &&
    frame
      .attributes()
      .some(({ meaning }) => meaning.ids.some((id) => ['department', 'policy', 'towns'].includes(id))) &&
    conditions.some(({ predicate }) => ['department', 'policy', 'town'].includes(predicate.is))
  );
}

/** The words of the clause alone. */
function spokenText(frame: Clause['frame']): string {
  const [first, last] = [frame.items[0], frame.items.at(-1)];
  return first && last ? frame.text.slice(first.start, last.end + last.after.length) : '';
}

/** Claims about named records. */
export const whether: Rule = (clause) => {
  const { conditions, before } = clause;
  if (!asksWhether(clause)) return null;
  const wanted = wantedOf(clause);
  const claim = claimOf(clause);
  claimedPolicy(clause, claim);
  const says =
    claim.within.length > 0 ||
    claim.limits.length > 0 ||
    claim.words.length > 0 ||
    claim.moved !== null ||
    claim.reached !== null;
  if (!says) return null;
  const kinds = kindsOf(clause, wanted);
  const figure = claim.moved !== null || claim.reached !== null;
  const money = wanted.some(({ attribute }) => clause.around.facts.attribute(attribute)?.type === 'money');
  const preferred = preferredKinds(clause, kinds, { figure, money, claim });
  let sets = clause.subjects.any()
    ? namedSets(
        { ...clause, conditions: conditions.filter(({ predicate }) => predicate.is === 'plan') },
        preferred,
      )
    : [];
  if (sets.length === 0) sets = before?.sets ?? [];
  if (sets.length === 0) return null;
  const sides =
    claim.moved === null
      ? null
      : movedSides(
          clause,
          wanted.map(({ attribute }) => attribute),
          sets[0]?.kind === 'kpi',
        );
  return {
    ...emptyQuery('whether'),
    sets,
    wanted: claimedAttributes(clause, claim, wanted.length > 0 ? wanted : claimedFigure(clause, claim, sets)),
    claim,
    between: sides ? { ...sides, as: 'amount' } : null,
  };
};

function movedSides(clause: Clause, ids: readonly string[], kpi: boolean): Sides | null {
  if (!kpi) return sidesOf(clause, ids.length > 0 ? ids : ['budget']);
  const figures = ids.filter((id) => ['baseline', 'target', 'actual'].includes(id));
  if (figures.length > 0) return sidesOf(clause, ids);
  const { all } = clause.years;
  if (all.length >= 2) return fromFirstToLast('actual', all);
  return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } };
}

/** What is claimed; takes the numbers and words it holds. */
function claimOf({ frame, conditions, years }: Clause): Claim {
  const within: Predicate[] = [];
  const words: string[] = [];
  for (const { predicate } of conditions) {
    if (predicate.is === 'word') words.push(...predicate.values.map(String));
    else if (predicate.is !== 'plan' && ofMembers.has(predicate.is)) within.push(predicate);
  }
  const due = frame.has('overdue') ? 'past' : frame.has('not-due') ? 'future' : null;
  if (due !== null) within.push({ is: 'due', when: due });
  const limits = frame.numbers().flatMap((item) => {
    if (due !== null || item.used || item.meaning.number.ordinal) return [];
    item.used = true;
    if (retellsTarget(item, frame)) return [];
    return limitOf(item.meaning.number, item.text);
  });
  const reached = frame.has('unreached') ? false : frame.has('reached') || overTarget(frame) ? true : null;
  const up = frame.has('rise') || (frame.has('big') && /より|比べ/.test(frame.text));
  const down = frame.has('fall') || (frame.has('small') && /より|比べ/.test(frame.text));
  return {
    within,
    limits,
    words,
    moved: overTarget(frame) ? null : stays(frame, years) ? 'same' : down ? 'down' : up ? 'up' : null,
    reached: limits.length > 0 && reached === true && /%|人|件/.test(frame.text) ? null : reached,
    same: null,
    denied: deniedAtEnd(frame) || /(?:入って|含まれて|参加して)(?:い)?な(?:い|か)/.test(frame.text),
  };
}

/** 据え置き; R6もR7も同じ holds one figure of two years against itself. */
function stays(frame: Frame, years: Clause['years']): boolean {
  return frame.has('same') || (frame.has('same-as') && yearsSaid(years).length >= 2);
}

/** 目標の6件をクリアした: the number only retells the target that is said to be reached. */
function retellsTarget(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return (
    frame.has('reached', 'unreached') &&
    before?.meaning?.is === 'attribute' &&
    before.meaning.ids.includes('target') &&
    /^(?:値|数)?の$/.test(before.after.trim())
  );
}

/** 目標よりもう多い: the target is passed. */
function overTarget(frame: Frame): boolean {
  const target = frame.attributes().find(({ meaning }) => meaning.ids.includes('target'));
  return frame.has('big') && /^より/.test(target?.after.trim() ?? '');
}

/** …じゃないですよね denies; 折半ではなくAが持つ only sets aside. */
function deniedAtEnd(frame: Frame): boolean {
  const [last] = frame.intents('except').slice(-1);
  if (!last) return false;
  return frame.items
    .slice(frame.items.indexOf(last) + 1)
    .every(
      ({ meaning }) =>
        meaning?.is === 'intent' && ['confirm', 'whether', 'then', 'tell'].includes(meaning.id),
    );
}

/** A figure said to have moved is a KPI's or, of a project, its money; membership is a project's. */
function preferredKinds(
  clause: Clause,
  kinds: RecordKind[],
  { figure, money, claim }: { figure: boolean; money: boolean; claim: Claim },
): RecordKind[] {
  if (kinds.length !== 2) return kinds;
  if (claim.limits.some(({ unit }) => unit !== null && unit !== '円')) return ['kpi'];
  const [exact] = clause.subjects.exact();
  if (exact) return [exact.kind];
  if (claim.within.length > 0) return ['project'];
  if (claim.reached !== null) return ['kpi'];
  if (!figure || money) return kinds;
  const found = clause.subjects.byTopic(clause.subjects.topics(), ['project', 'kpi']);
  return found ? [found.kind] : ['kpi'];
}

/** 空港アクセスって経済成長の取組でしたよね: what follows the subject may tell a policy by its words. */
function claimedPolicy(clause: Clause, claim: Claim): void {
  const { frame, subjects } = clause;
  if (claim.within.length > 0 || claim.words.length > 0 || claim.limits.length > 0 || claim.moved !== null)
    return;
  if (!frame.has('confirm', 'join')) return;
  const topics = subjects.topics();
  const later = subjects.exact().length > 0 ? topics : topics.slice(1);
  for (const topic of later) {
    const policy = subjects.policies([topic]);
    if (!policy) continue;
    claim.within.push({ is: 'policy', ids: policy.ids, label: policy.label });
    for (const item of topic.items) item.used = true;
    return;
  }
}

/** A word alone is claimed of the attribute that can hold it; nothing else said beside it is told. */
function claimedAttributes(clause: Clause, claim: Claim, wanted: readonly Wanted[]): Wanted[] {
  const holders = wordAttributes(clause, claim, wanted);
  const onlyWords = claim.words.length > 0 && claim.limits.length === 0 && claim.moved === null;
  if (!onlyWords) return [...holders, ...wanted];
  const able = clause.frame.words().flatMap(({ meaning }) => meaning.attributes.map(columnName));
  const said = wanted.filter(({ attribute }) => able.includes(columnName(attribute)));
  return holders.length + said.length > 0 ? [...holders, ...said] : [...wanted];
}

/** 「大変順調」だったでしょ: the attribute that can hold the word is what is claimed of. */
function wordAttributes({ frame }: Clause, claim: Claim, wanted: readonly Wanted[]): Wanted[] {
  return frame.words().flatMap(({ meaning }) => {
    const ids = meaning.attributes.map(columnName);
    if (!claim.words.includes(meaning.word) || wanted.some(({ attribute }) => ids.includes(attribute)))
      return [];
    return [{ attribute: ids.includes('evaluation') ? 'evaluation' : (ids[0] as string), years: [] }];
  });
}

/** 令和3年度は64人でしたよね: a KPI's number without an attribute is its result. */
function claimedFigure(
  { years, around, frame }: Clause,
  claim: Claim,
  sets: readonly SubjectSet[],
): Wanted[] {
  if (claim.limits.length === 0 || claim.reached !== null || sets[0]?.kind !== 'kpi') return [];
  const [fy] = years.all;
  // もう80%に届いた asks what came out, not what is aimed at.
  const cameOut = frame.has('newest') || claim.limits.some(({ text }) => /[いたっえ]た|[いえ]て/.test(text));
  if (fy === undefined) return cameOut ? [{ attribute: 'actual', years: [] }] : [];
  const ids = sets.flatMap(({ named }) => named ?? []);
  const prints = (attribute: string) =>
    ids.some((id) => around.facts.cells(attribute, id).some((cell) => cell.fy === fy));
  const attribute = ['actual', 'target', 'baseline'].find(prints) ?? 'actual';
  return [{ attribute, years: attribute === 'baseline' ? [] : years.all }];
}

/** 期限は過ぎているという整理でよいか: a claim about all KPIs of a plan. */
export const setClaim: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  if (!frame.has('confirm') || subjects.any() || !frame.has('overdue', 'not-due', 'lagging')) return null;
  if (!conditions.some(({ predicate }) => predicate.is === 'plan') || frame.has('which', 'list', 'count'))
    return null;
  const predicate: Predicate = frame.has('lagging')
    ? { is: 'lagging' }
    : { is: 'due', when: frame.has('overdue') ? 'past' : 'future' };
  return {
    ...emptyQuery('list'),
    of: 'kpi',
    sets: [conditionSet(clause, 'kpi')].map((set) => ({ ...set, where: [...set.where, predicate] })),
  };
};

/** 10年間のやつだよね: a claim about a plan's years. */
export const periodClaim: Rule = (clause) => {
  const { frame, conditions, subjects } = clause;
  if (!frame.has('confirm') || subjects.any()) return null;
  const plans = conditions.filter(({ predicate }) => predicate.is === 'plan');
  const years =
    frame.numbers().some(({ meaning }) => /年/.test(meaning.number.unit ?? '')) ||
    clause.years.all.length > 0;
  if (plans.length === 0 || plans.length < conditions.length || !years || frame.attributes().length > 0)
    return null;
  return {
    ...emptyQuery('values'),
    sets: [setBy('plan', plans)],
    wanted: [{ attribute: 'period', years: [] }],
  };
};
