// Conditions of a set: plans, departments, towns, policies, words of cells, marks.
import type { Around } from '../../around.ts';
import type { Meaning } from '../../mentions/mention.ts';
import type { Kind, Predicate } from '../../query.ts';
import { asWord, type Frame, type Item, isIntent } from '../frame.ts';
import { listedNumbers, toldWords } from '../told-words.ts';
import type { BoundYears } from '../years.ts';
import { bestWord } from './best-word.ts';
import { type Condition, plansOf } from './condition.ts';
import { markedYears, unmarkedYears } from './marked-years.ts';
import { markConditions } from './marks.ts';
import { movesMost } from './moves-most.ts';
import { nameConditions, ofLevel, planNamed, saysPaper } from './names.ts';
import { numberConditions } from './numbers.ts';
import { furtherPolicies } from './policy-rows.ts';
import { rowsHeld } from './rows-held.ts';
import { sectionConditions } from './sections.ts';
import { thereIs } from './there-is.ts';
import {
  countedOnce,
  everydayMeaning,
  meansLagging,
  supported,
  takesStatus,
  toldByRecord,
  withoutBases,
  wordPredicate,
} from './words.ts';
import { yearColumns } from './year-columns.ts';

/** All conditions of the clause, in order. Entities of projects and KPIs are no conditions. */
export function conditionsOf(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const found: Condition[] = [
    ...rowsHeld(frame),
    ...ofCells(frame, around, years),
    ...markConditions(frame, around),
    ...sectionConditions(frame, around),
    ...thereIs(frame, around),
  ];
  // What no rule has taken is a word like any other.
  frame.release('ranked', 'revised');
  found.push(...ofNames(frame, around));
  const take = (item: Item, predicate: Predicate, label = item.text) => {
    item.used = true;
    found.push({ predicate, item, label });
  };
  for (const item of frame.items)
    if (isOutsider(item, frame, around)) take(item, { is: 'town', names: [item.text] });
  for (const item of frame.items) {
    if (item.meaning?.is !== 'document') continue;
    const { numbers, plans } = item.meaning;
    take(item, { is: 'plan', ids: plans });
    found.push({ predicate: { is: 'document', numbers }, item, label: '' });
  }
  withoutBases(frame);
  movesMost(frame);
  for (const item of frame.words()) {
    if (meansLagging(item, frame, around)) take(item, { is: 'lagging' }, '遅れている');
    else if (takesStatus(item, frame, around)) take(item, { is: 'status', statuses: [item.meaning.word] });
    else if (toldByRecord(item, frame, years, around)) continue;
    else if (supported(item, frame)) take(item, wordPredicate(item, frame, years, around));
    else (item as Item).meaning = everydayMeaning(item, around);
  }
  found.push(...nameConditions(frame));
  // 遅れてるKPIを課ごとに: which ones are grouped.
  if (frame.has('group'))
    for (const item of frame.intents('lagging')) take(item, { is: 'lagging' }, '遅れている');
  for (const item of frame.items) {
    if (item.meaning?.is === 'status' && !item.used)
      take(item, { is: 'status', statuses: [item.meaning.status] });
  }
  found.push(...repeatedRows(frame, found, around));
  found.push(...numberConditions(frame, around));
  planNamed(frame, around, found);
  found.push(...ofLevel(frame, around, found));
  return found.sort((a, b) => a.item.start - b.item.start);
}

/** 北九州市の水道技術研修、築上町も対象: whose project it is, beside the town that is asked about. */
function isOwner(item: Item & { meaning: { kind: Kind } }, frame: Frame): boolean {
  const next = frame.next(item)?.meaning;
  const owned = next?.is === 'entity' && next.kind === 'project' && next.exact && item.after.trim() === 'の';
  const towns = new Set(frame.entities('town').flatMap(({ meaning }) => meaning.ids));
  return item.meaning.kind === 'town' && owned && towns.size > 1 && frame.has('join');
}

/** Plans, departments, parts of plans and towns that are named. */
function ofNames(frame: Frame, around: Around): Condition[] {
  const found: Condition[] = [];
  for (const item of frame.entities('plan', 'department', 'policy', 'town')) {
    if (item.used) continue;
    if (isOwner(item, frame)) {
      asWord(item);
      item.used = true;
      continue;
    }
    if (isTopicWord(item, frame) || isOtherPlan(item, frame) || isOfAnotherTown(item, frame, around)) {
      asWord(item);
      continue;
    }
    item.used = true;
    found.push({ predicate: namedBy(item, item.meaning, frame, around), item, label: item.text });
  }
  return found;
}

function namedBy(
  item: Item,
  { kind, ids }: Extract<Meaning, { is: 'entity' }>,
  frame: Frame,
  around: Around,
): Predicate {
  if (kind === 'plan') return { is: 'plan', ids };
  if (kind === 'department') return { is: 'department', names: ids };
  if (kind === 'town') return ofTown(ids, frame, around);
  const further = furtherPolicies(item, ids, frame, around);
  // 3(1 of 3(1): the bracket behind it closes the code.
  const open = /\([^)]*$/.test(item.text) && frame.text.startsWith(')', item.end);
  const label = [
    open ? `${item.text})` : item.text,
    ...further.map((id) => around.repository.policy(id)?.code ?? ''),
  ].join('・');
  return { is: 'policy', ids: [...ids, ...further], label };
}

/** The plans that a town publishes, or that it takes part. */
function ofTown(ids: string[], frame: Frame, around: Around): Predicate {
  const plans = ids.flatMap((town) => plansOf(town, around));
  const takesPart = frame.has('join') && frame.entities('project').some(({ meaning }) => meaning.exact);
  const ofPlan = plans.length > 0 && !takesPart && around.command !== 'machi';
  return ofPlan ? { is: 'plan', ids: plans } : { is: 'town', names: ids };
}

/** 福岡市は参加していますか: a town that no plan lists, asked whether it takes part. */
function isOutsider({ meaning, after, text: name }: Item, frame: Frame, { command }: Around): boolean {
  if (meaning?.is !== 'elsewhere') return false;
  if (command === 'machi' && /[市町村]$/.test(name)) return true;
  const joins = frame
    .intents('join', 'none')
    .some(({ text }) => /^(?:参加|入っ|入り|はいっ|加わ|含ま|加入|名を連ね|属し)/.test(text));
  return joins && /^(?:市|町|村)?(?:は|も|が|って|、|$)/.test(after.trim());
}

/** 再掲の事業, 再掲を除くと何事業: rows of a part of a plan that are listed there again, or the others. */
function repeatedRows(frame: Frame, found: readonly Condition[], { before }: Around): Condition[] {
  const repeated = frame.intents('repeated').flatMap((item): Condition[] => {
    item.used = true;
    // 再掲も含めて, 再掲込み leave nothing out.
    const included =
      /^[」』】]?(?:の?(?:もの|分|事業))?(?:も|を)?(?:含|ふく|込|こみ|入れ|いれ|数え(?!な)|カウント(?!しな))/;
    if (countedOnce(item, frame) || included.test(frame.text.slice(item.end))) return [];
    return [{ predicate: { is: 'repeated' }, item, label: item.text }];
  });
  const inPart = found.some(({ predicate }) => predicate.is === 'policy');
  const others = frame.intents('distinct').flatMap((item): Condition[] => {
    // …の事業はいくつ ⇒ じゃあ環境は？再掲は抜きで
    const goesOn = ['count', 'list'].includes(before?.at(-1)?.ask ?? '');
    const asked = goesOn || frame.has('count', 'list', 'which');
    const leaves = /^再掲.*(?:除|抜|外|省)/.test(item.text) && asked;
    if (!leaves || !inPart) return [];
    item.used = true;
    return [{ predicate: { is: 'not', that: { is: 'repeated' } }, item, label: '再掲以外' }];
  });
  return [...repeated, ...others];
}

/** Words, years and numbers that cells hold. */
function ofCells(frame: Frame, around: Around, years: BoundYears): Condition[] {
  return [
    ...unmarkedYears(frame, around),
    ...toldWords(frame, around),
    ...yearColumns(frame, around),
    ...markedYears(frame, around),
    ...listedNumbers(frame, around),
    ...bestWord(frame, around, years),
  ];
}

/** まわりの町の売り込み、評価の表では: beside a plan that is said to be looked at, one by a loose name is a topic. */
function isOtherPlan(item: Item, frame: Frame): boolean {
  if (item.meaning?.is !== 'entity' || item.meaning.kind !== 'plan') return false;
  if (saysPaper(item.text) || !/^の/.test(item.after)) return false;
  const { ids } = item.meaning;
  return frame
    .entities('plan')
    .some(
      ({ meaning, end }) =>
        !meaning.ids.some((id) => ids.includes(id)) && /^(?:で|に|を見)/.test(frame.text.slice(end)),
    );
}

/** 久留米の連携中枢都市圏: the loose name of one town's plan behind another town that has plans of its own is a word. */
function isOfAnotherTown(item: Item, frame: Frame, around: Around): boolean {
  if (item.meaning?.is !== 'entity' || item.meaning.kind !== 'plan') return false;
  const { ids } = item.meaning;
  const names = ids.flatMap((id) => around.repository.plan(id)?.municipality.replace(/[市町村]$/, '') ?? []);
  if (names.some((name) => item.text.includes(name))) return false;
  const before = frame.entities('town').findLast(({ end }) => end <= item.start);
  const own = before?.meaning.ids.flatMap((town) => plansOf(town, around)) ?? [];
  const joined =
    before !== undefined &&
    /^(?:の[\p{Script=Han}]{0,4})?の?$/u.test(frame.text.slice(before.end, item.start));
  return joined && own.length > 0 && !own.some((id) => ids.includes(id));
}

/** 環境 学習 体験: a policy of one short word beside other words is a word. */
function isTopicWord(item: Item, frame: Frame): boolean {
  if (item.meaning?.is !== 'entity' || item.meaning.kind !== 'policy' || item.text.length > 3) return false;
  const next = frame.next(item);
  const quoted = frame.text.charAt(item.start - 1) === '「';
  if (
    quoted ||
    next?.meaning?.is === 'kind' ||
    (next?.meaning?.is === 'attribute' && next.meaning.ids.includes('policy'))
  )
    return false;
  // 喫煙率: joined to what follows it is a part of that word.
  if (next && next.start === item.end && isIntent(next, 'share') && next.text === '率') return true;
  return frame.items.some(({ meaning, noun }) => meaning === null && noun) && !frame.has('which-two');
}
