// What a text claims: numbers, words, membership, movement.

import type { Claim, Predicate } from '../../../query.ts';
import type { Clause } from '../../compose.ts';
import { type Condition, limitOf } from '../../conditions/condition.ts';
import { isMark } from '../../conditions/marked-years.ts';
import { type Frame, type Item, isIntent } from '../../frame.ts';
import { withAllTowns } from '../../limits/all-towns.ts';
import { heldAgainst } from '../../limits/each-other.ts';
import { withinBudget } from '../../limits/within-budget.ts';
import { yearsSaid } from '../../years.ts';
import { farMoved, passedTarget } from './far-moved.ts';
import { isNoneAtAll } from './paired-figures.ts';

const ofMembers = new Set(['town', 'policy', 'department', 'repeated', 'status', 'lagging', 'plan']);

const isClaimed = ({ is }: Predicate) => ofMembers.has(is) || is === 'word';

/** What is claimed; takes the numbers and words it holds. */
export function claimOf(clause: Clause): Claim {
  const { frame, years, around } = clause;
  const { repository } = around;
  const { within, words } = claimedOfConditions(clause);
  const kept = clause.subjects.any() ? withinBudget(frame, around, years) : [];
  const against = kept.length > 0 ? kept : twoColumns(clause) ? heldAgainst(frame, around, years) : [];
  within.push(...against.map(({ predicate }) => predicate));
  const fresh = allNew(frame, years);
  within.push(...fresh);
  const whole = wholeTowns(frame);
  if (whole) within.push(whole);
  for (const item of frame.intents('all-towns')) if (!item.used) within.push(withAllTowns(item, repository));
  const due = frame.has('overdue') ? 'past' : frame.has('not-due') ? 'future' : null;
  if (due !== null) within.push({ is: 'due', when: due });
  const passing = passedTarget(frame);
  const by = due === null ? (passing?.by ?? farMoved(frame)) : [];
  const limits = frame.numbers().flatMap((item) => {
    if (due !== null || item.used || item.meaning.number.ordinal) return [];
    item.used = true;
    if (retellsTarget(item, frame) || belongsToTopic(item, frame) || countsNamed(item, frame)) return [];
    if (isSpan(item) || isOneOfThem(item, frame)) return [];
    if (isNoneAtAll(item, frame))
      return [{ relation: '=' as const, value: 0, unit: item.meaning.number.unit, text: item.text }];
    return limitOf(item.meaning.number, item.text);
  });
  limits.push(...zeroClaimed(frame), ...halfClaimed(frame));
  lastOfEqual(limits);
  const passed = frame.numbers().some((item) => overIt(item) && retellsTarget(item, frame));
  const entered = frame.numbers().some((item) => entersIt(item, frame) && retellsTarget(item, frame));
  const over = passed || entered || overTarget(frame);
  const beside = besideBaseline(frame);
  const reached =
    beside !== null || against.length > 0
      ? null
      : frame.has('unreached')
        ? false
        : frame.has('reached') || over
          ? true
          : null;
  const still = stays(frame, years) ? 'same' : wayMoved(frame, beside);
  return {
    within,
    limits,
    words,
    moved:
      fresh.length > 0 ? null : (passing?.moved ?? (overTarget(frame) || against.length > 0 ? null : still)),
    by,
    reached:
      passing !== null
        ? null
        : limits.length > 0 && reached === true && /%|人|件/.test(frame.text)
          ? null
          : reached,
    same: null,
    pace: paceOf(frame),
    members: [],
    each: false,
    denied: !within.some(({ is }) => is === 'not') && isDenied(frame),
  };
}

/** Which way it is said to have gone, or to go. */
function wayMoved(frame: Frame, beside: 'up' | 'down' | null): 'up' | 'down' | null {
  const planned = plannedWay(frame);
  const down =
    planned === 'down' ||
    beside === 'down' ||
    moves(frame, 'fall') ||
    (frame.has('small') && againstItself(frame));
  if (down) return 'down';
  const up =
    planned === 'up' || beside === 'up' || moves(frame, 'rise') || (frame.has('big') && againstItself(frame));
  return up ? 'up' : null;
}

/** 増やすんじゃなくて: what is denied does not move. */
function moves(frame: Frame, way: 'rise' | 'fall'): boolean {
  return frame
    .intents(way)
    .some(({ end }) => !/^(?:の|ん|わけ|もの)?(?:では?|じゃ)な/.test(frame.text.slice(end)));
}

/** 毎年3件, 累計で3件: how often the figure counts; takes the words. */
function paceOf(frame: Frame): Claim['pace'] {
  const told = (form: RegExp) => {
    const items = frame.items.filter(({ text, meaning }) => meaning?.is !== 'attribute' && form.test(text));
    for (const item of items) item.used = true;
    return items.length > 0;
  };
  const yearly = told(/^(?:毎年度?|各年度?|年間|一年間|1年間|年あたり)$/) || yearlyBehind.test(frame.text);
  const total = told(/^(?:累計|累積|通算|通し)で?$/);
  return yearly === total ? null : yearly ? 'yearly' : 'total';
}

/** 目標は毎年3件: before what is read as a column's own word. */
const yearlyBehind = /(?:毎年度?|各年度|年ごとに|1年に|一年に)[はにで、]?(?=[\d一二三四五六七八九十約])/;

/** What the conditions of the text claim: membership, and words of columns. */
function claimedOfConditions({
  frame,
  conditions,
  subjects,
  around,
}: Clause): Pick<Claim, 'within' | 'words'> {
  const within: Predicate[] = [];
  const words: string[] = [];
  const columns = new Set(
    conditions.flatMap(({ predicate }) => (predicate.is === 'word' ? [predicate.attribute] : [])),
  );
  for (const condition of conditions) {
    const { predicate } = condition;
    if (namesWhose(condition, frame, around)) continue;
    // 担当は総務課でも企画課でもない.
    if (predicate.is === 'not' && isClaimed(predicate.that) && subjects.any()) within.push(predicate);
    // 北九州市の負担 is spoken of two words of the column: either will do.
    else if (predicate.is === 'word' && spokenAlike(condition)) within.push(predicate);
    // 事業評価は「遅れ」、施策評価は「順調」: each is claimed of its own column.
    else if (predicate.is === 'word' && columns.size > 1) within.push(predicate);
    else if (predicate.is === 'word') words.push(...predicate.values.map(String));
    else if (isMark(predicate, around))
      within.push(deniedBehind(condition, frame) ? { is: 'not', that: predicate } : predicate);
    else if ((predicate.is !== 'plan' || standsIn(condition, frame)) && ofMembers.has(predicate.is))
      within.push(predicate);
  }
  return { within: withoutMark(within, around), words };
}

/** 東京事務所の新規移住相談者数は200人: the office that a record belongs to, said before its name; nobody doubts it. */
function namesWhose({ predicate, item }: Condition, frame: Frame, { facts }: Clause['around']): boolean {
  const [record] = frame.entities('project', 'kpi');
  if (predicate.is !== 'department' || item.after.trim() !== 'の' || !record) return false;
  const { kind, ids } = record.meaning;
  return ids.every((id) =>
    predicate.names.every((name) => facts.related.of(kind, id, 'department')?.includes(name) ?? false),
  );
}

/** 令和6年度の…には入っておらず、: denied up to the end of its stretch. */
function deniedBehind({ item }: Condition, { text }: Frame): boolean {
  const [stretch = ''] = /^[^、。]*/.exec(text.slice(item.end)) ?? [];
  return /(?:おらず|含まれず|入らず|載らず)$/.test(stretch.trim());
}

/** 令和6年度の主要事務事業には該当せず: the mark of that year is denied, and not the plan. */
function withoutMark(within: Predicate[], around: Clause['around']): Predicate[] {
  const mark = within.find((one) => isMark(one, around));
  const denied = within.find((one) => one.is === 'not' && one.that.is === 'plan');
  if (!mark || !denied) return within;
  return [...within.filter((one) => one !== mark && one !== denied), { is: 'not', that: mark }];
}

/** R7皆増: money in that year, and in none before it; takes the word. */
function allNew(frame: Frame, years: Clause['years']): Predicate[] {
  const [fy, more] = years.all;
  const items = frame.items.filter(({ text }) => /^(?:皆増|新規|新しく|始ま|開始|スタート)/.test(text));
  if (
    !/皆増|から、?の?(?:新規|新しく|始ま|開始|スタート)/.test(frame.text) ||
    fy === undefined ||
    more !== undefined
  )
    return [];
  for (const item of [...items, ...frame.intents('rise')]) item.used = true;
  return [{ is: 'only-in', attribute: 'budget', fy }];
}

/** 人件費が予算額を上回っている of a named record: two columns of money held against each other. */
function twoColumns({ frame, subjects, around: { facts } }: Clause): boolean {
  const money = frame
    .attributes()
    .filter(({ meaning, used }) => !used && meaning.ids.some((id) => facts.attribute(id)?.type === 'money'));
  return subjects.any() && money.length === 2 && frame.numbers().length === 0;
}

/** One text that stands for several words of its column. */
const spokenAlike = ({ predicate, item }: Condition) =>
  predicate.is === 'word' &&
  predicate.values.length > 1 &&
  item.meaning?.is === 'word' &&
  predicate.values.includes(item.meaning.word);

/** …じゃないですよね, 入っていない. */
function isDenied(frame: Frame): boolean {
  return deniedAtEnd(frame) || /(?:入って|含まれて|参加して)(?:い)?な(?:い|か)/.test(frame.text);
}

/** 今より, R4より, 目標が基準より: a figure against another one of its own; 北九州より is no such. */
function againstItself(frame: Frame): boolean {
  if (!/より|比べ/.test(frame.text)) return false;
  const other = frame.items.find(({ after }) =>
    /^[」』]?(?:の?(?:ほう|方|値|とき|頃|ころ))?(?:より|と比べ|に比べ)/.test(after.trim()),
  );
  if (!other) return true;
  const { meaning } = other;
  return !(meaning === null || meaning.is === 'entity' || meaning.is === 'elsewhere');
}

/** 基準値を下回った, 基準値割れ: held against the base, and against no target. */
function besideBaseline(frame: Frame): 'up' | 'down' | null {
  for (const item of frame.intents('reached', 'unreached')) {
    const { meaning, after } = frame.before(item) ?? {};
    if (
      meaning?.is !== 'attribute' ||
      !meaning.ids.includes('baseline') ||
      !/^[をにも]?$/.test(after?.trim() ?? '')
    )
      continue;
    return isIntent(item, 'reached') ? 'up' : 'down';
  }
  return null;
}

/** 増やす予定, 減らすつもり: what is aimed at, and which way it goes. */
function plannedWay(frame: Frame): 'up' | 'down' | null {
  // 5割減らす目標: which way is said by the column of ways.
  const said = frame
    .attributes()
    .filter(({ meaning }) => meaning.ids.some((id) => id === 'target' || id === 'direction'));
  if (said.some(({ text }) => /^(?:増や|上げ|伸ば|広げ|ふや)/.test(text))) return 'up';
  return said.some(({ text }) => /^(?:減ら|下げ|へら)/.test(text)) ? 'down' : null;
}

/** 18市町ぜんぶ入ってる: so many towns at least. */
function wholeTowns(frame: Frame): Predicate | null {
  const item = frame
    .numbers()
    .find(({ meaning, used }) => !used && /市町|自治体/.test(meaning.number.unit ?? ''));
  if (!item || !frame.has('join') || !isIntent(frame.next(item), 'list')) return null;
  item.used = true;
  const { value, unit } = item.meaning.number;
  return {
    is: 'holds',
    kind: 'town',
    limits: [{ relation: '>=', value, unit, text: item.text }],
  };
}

/** 北九州の連携事業に入ってる: the plan is what it is said to stand in. */
export function standsIn({ predicate, item }: Condition, frame: Frame): boolean {
  const next = frame.next(item);
  if (predicate.is !== 'plan' || !/^に/.test(item.after) || next?.meaning?.is !== 'intent') return false;
  const { id } = next.meaning;
  return id === 'join' || id === 'written' || (id === 'whether' && next.text.startsWith('ある'));
}

/** 据え置き; R6もR7も同じ holds one figure of two years against itself. */
function stays(frame: Frame, years: Clause['years']): boolean {
  const figures = frame.attributeIds().filter((id) => ['baseline', 'target', 'actual'].includes(id));
  if (/のまま(?:で|に)?(?:保|維持|キープ|変わら|据え置|でい)/.test(frame.text)) return true;
  // 目標値が基準値と同じ.
  if (frame.has('same-as') && figures.length === 2) return true;
  return frame.has('same') || (frame.has('same-as') && yearsSaid(years).length >= 2);
}

/** 参加者が一人もいなかった、実績は0人で合っていますか: of figures that cannot all hold the last is claimed. */
function lastOfEqual(limits: Claim['limits']): void {
  const equal = limits.filter(({ relation }) => relation === '=');
  const units = new Set(equal.map(({ unit }) => unit));
  if (units.size !== 1 || new Set(equal.map(({ value }) => value)).size < 2) return;
  const last = equal.at(-1);
  limits.splice(0, limits.length, ...limits.filter((one) => one.relation !== '=' || one === last));
}

/** 心肺停止の1か月生存率: a figure right before a noun is a word of the topic. */
function belongsToTopic(item: Item, frame: Frame): boolean {
  const next = frame.next(item);
  return item.after === '' && next?.meaning === null && next.noun;
}

/** …に係る取組の一つ: one of those, and no figure. */
function isOneOfThem({ meaning, start }: Item, { text }: Frame): boolean {
  const { value, unit } = meaning?.is === 'number' ? meaning.number : { value: 0, unit: null };
  return value === 1 && unit === 'つ' && text.charAt(start - 1) === 'の';
}

/** 2か年とも, 3年連続: over how many years it is so. */
function isSpan({ meaning, after }: Item): boolean {
  return (
    meaning?.is === 'number' &&
    /年/.test(meaning.number.unit ?? '') &&
    /^(?:とも|連続|続けて|にわたって|通して)/.test(after.trim())
  );
}

/** 4町（芦屋・水巻・岡垣・遠賀）: so many towns, and their names. */
function countsNamed({ meaning }: Item, frame: Frame): boolean {
  if (meaning?.is !== 'number' || !/[市町村]|自治体/.test(meaning.number.unit ?? '')) return false;
  const towns = new Set(frame.entities('town').flatMap((town) => town.meaning.ids));
  return towns.size === meaning.number.value;
}

/** 参加者はゼロだった: nothing is a figure as well. */
function zeroClaimed(frame: Frame): Claim['limits'] {
  const zero = frame.intents('none').find(({ text, used }) => !used && /^(?:ゼロ|0)$/.test(text));
  if (!zero) return [];
  zero.used = true;
  return [{ relation: '=', value: 0, unit: null, text: '0' }];
}

/** 半分に減った, 半減した, 倍増した: by how much it is said to have moved. */
function halfClaimed({ text }: Frame): Claim['limits'] {
  const limit = (value: number, unit: string, said: string) =>
    [{ relation: '=' as const, value, unit, text: said }] satisfies Claim['limits'];
  if (/半減|半分(?:に|まで|くらい|ぐらい|ほど|程度)(?!以)/.test(text)) return limit(50, '%', '半分');
  return /倍増|(?<![\d一二三四五六七八九十.])倍に(?:増|な|し)/.test(text) ? limit(2, '倍', '2倍') : [];
}

/** 目標の6件をクリアした: the number only retells the target that is said to be reached. */
function retellsTarget(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return (
    (frame.has('reached', 'unreached') || overIt(item) || entersIt(item, frame)) &&
    before?.meaning?.is === 'attribute' &&
    before.meaning.ids.includes('target') &&
    /^(?:値|数)?の$/.test(before.after.trim())
  );
}

/** 目標の80%を超えてた: the target's own figure and that it is passed. */
function overIt({ meaning, text }: Item): boolean {
  if (meaning?.is !== 'number') return false;
  const { relation } = meaning.number;
  // 目標の200人に達した
  const met = relation === '>=' && /(?:達し|届い|届き|到達)/.test(text);
  return met || (relation === '>' && /(?:超え|越え|上回)/.test(text));
}

/** 目標の10位以内に入った: it is reached. */
export function entersIt({ meaning, end }: Item, { text }: Frame): boolean {
  return (
    meaning?.is === 'number' &&
    meaning.number.relation === '<=' &&
    /^に(?:は|も)?(?:入|はい|入り|食い込|ランクイン|届)(?:っ|れ|り|き|い)?(?:た|て|ま(?:した|す))/.test(
      text.slice(end),
    )
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

/** 空港アクセスって経済成長の取組でしたよね: what follows the subject may tell a policy by its words. */
export function claimedPolicy(clause: Clause, claim: Claim): void {
  const { frame, subjects } = clause;
  // 実績が目標を上回った claims a figure already.
  const says = claim.within.length + claim.words.length + claim.limits.length > 0;
  if (says || claim.moved !== null || claim.reached !== null) return;
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
