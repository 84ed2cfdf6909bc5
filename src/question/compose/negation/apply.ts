// 以外, 除く, 要らない, じゃない: a negation binds to the nearest condition or topic before it.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import { keptByBoth } from '../conditions/both-of.ts';
import type { Condition } from '../conditions/condition.ts';
import { type Frame, type Item, isIntent, saysNothing, textOf } from '../frame.ts';
import { insteadOf } from './instead.ts';
import { eitherOf, joined, withoutIdle, withoutWider } from './joined.ts';
import { neitherNor } from './neither.ts';
import { newlyIn } from './newly-in.ts';
import { namedBy, withoutKind, writtenOr } from './written.ts';

/** Turns the conditions before each negation round, and joins words of one attribute said side by side. */
export function applyNegations(frame: Frame, conditions: readonly Condition[], around: Around): Condition[] {
  leftOutWords(frame);
  notContained(frame);
  let found = neitherNor(frame, [...newlyIn(frame, around), ...conditions]);
  const doubled = new Set<Item>();
  for (const negation of frame.intents('except')) {
    if (negation.used || deniesNothing(negation, frame, doubled)) continue;
    const left = namedBefore(frame, negation);
    const target = left ? undefined : targetOf(frame, found, negation);
    if (left) found.push(left);
    else if (target?.condition) found = turnedRound(found, rowOf(frame, found, target.condition));
    else if (target?.topic) found.push(topicLeftOut(target.topic, around));
    if (left || target) negation.used = true;
    else {
      const before = frame.before(negation);
      if (before?.meaning?.is === 'intent' && before.meaning.id === 'same') before.used = true;
      if (saidAgain(negation, frame)) negation.used = true;
    }
  }
  found = [...outsideOf(frame, found), ...withoutKind(frame)];
  found.push(...insteadOf(frame, around), ...writtenOr(frame, around));
  return joined(eitherOf(frame, withoutWider(withoutIdle(keptByBoth(frame, found)), around)));
}

/** 本業以外でも, 再掲じゃないのは除いて, …: a negation that leaves nothing out. */
function deniesNothing(negation: Item, frame: Frame, doubled: Set<Item>): boolean {
  // 本業以外でも includes.
  if (/^でも/.test(negation.after)) {
    negation.used = true;
    return true;
  }
  const next = frame.next(negation);
  // 再掲じゃないのは除いて affirms.
  const apart = /^は?別/.test(negation.text);
  const right = next !== undefined && next.start - negation.end < turned;
  if (!apart && !doubled.has(negation) && right && isIntent(next, 'except')) {
    for (const one of [negation, next]) {
      one.used = true;
      doubled.add(one);
    }
  }
  return doubled.has(negation) || leavesColumn(frame, frame.before(negation), [negation]);
}

/** The conditions with those of the row denied; 別に整理しますので含めないで denies once. */
function turnedRound(found: readonly Condition[], row: readonly Condition[]): Condition[] {
  return found.map((one) =>
    row.includes(one) && one.predicate.is !== 'not'
      ? { ...one, predicate: { is: 'not', that: one.predicate }, label: `${one.label}以外` }
      : one,
  );
}

/** All but the record that the words name, or but what is near to them. */
function topicLeftOut(topic: readonly Item[], around: Around): Condition {
  const [item] = topic as [Item];
  const record = namedBy(topic, around);
  const words = textOf(topic).split(' ');
  for (const one of topic) one.used = true;
  if (record !== null) {
    const that: Predicate = { is: 'of-project', ids: [record.id] };
    return { predicate: { is: 'not', that }, item, label: `${record.name}以外` };
  }
  // バスツアー is one thing.
  const that = either(words.map((text): Predicate => ({ is: 'near', words: text })));
  return { predicate: { is: 'not', that }, item, label: `${words.join('・')}以外` };
}

/** 再掲は除いて説明したいのですが、除いたあとに残る事業は. */
function saidAgain(negation: Item, frame: Frame): boolean {
  const first = frame
    .intents('except')
    .some((one) => one !== negation && one.used && one.text.charAt(0) === negation.text.charAt(0));
  return first && /^(?:た|て)?(?:あと|後|残り|上で)/.test(frame.text.slice(negation.end));
}

/** 評価「遅れ」の事業 やや遅れはなし: of two words of one column the one that is not wanted. */
function leftOutWords(frame: Frame): void {
  const words = frame.words();
  for (const item of frame.intents('none')) {
    const word = words.find((one) => one === frame.before(item));
    const [column] = word?.meaning.attributes ?? [];
    const other = words.some((one) => one !== word && one.meaning.attributes.includes(column ?? ''));
    if (word && other && /^[」』]?は$/.test(word.after.trim()) && /^(?:なし|ナシ|無し)$/.test(item.text))
      (item as Item).meaning = { is: 'intent', id: 'except' };
  }
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const between = next ? frame.text.slice(word.end, next.start) : '';
    // 「継続」でなく「拡大」
    if (next && sameColumn(word, next) && /^[」』]?でなくて?、?[「『]?$/.test(between)) saysNothing(word);
  }
  // 全額負担の話ではなく原則として負担: what is said not to be meant.
  for (const instead of frame.intents('instead')) {
    const meant = words.find(({ start }) => start >= instead.end);
    for (const word of words)
      if (meant && word.end <= instead.start && sameColumn(word, meant) && instead.start - word.end <= nearby)
        saysNothing(word);
  }
}

/** Signs between two denials that undo each other. */
const turned = 6;

/** Signs between a word and ではなく. */
const nearby = 12;

const sameColumn = (one: ReturnType<Frame['words']>[number], other: ReturnType<Frame['words']>[number]) =>
  one.meaning.attributes.some((id) => other.meaning.attributes.includes(id));

/** 人件費を除いた予算: a column beside the one that is asked for adds nothing to it. */
function leavesColumn(frame: Frame, column: Item | undefined, denial: readonly Item[]): boolean {
  if (column?.meaning?.is !== 'attribute' || !/^[をはも]?$/.test(column.after.trim())) return false;
  const { ids } = column.meaning;
  const wanted = frame.attributes().some(({ meaning }) => !meaning.ids.some((id) => ids.includes(id)));
  if (!wanted) return false;
  for (const item of [column, ...denial]) {
    item.used = true;
    saysNothing(item);
  }
  return true;
}

/** 人件費を含まない決算: the same, in words that elsewhere are of names. */
function notContained(frame: Frame): void {
  for (const none of frame.intents('none')) {
    const holds = frame.before(none);
    if (holds && /含[まめ]$/.test(holds.text)) leavesColumn(frame, frame.before(holds), [holds, none]);
  }
}

/** …補助金を除いて最も大きい, …研修と…研修以外の: records that are named right before it. */
function namedBefore(frame: Frame, negation: Item): Condition | null {
  const left: Item[] = [];
  for (let at = frame.items.indexOf(negation) - 1; at >= 0; at--) {
    const item = frame.items[at] as Item;
    const { meaning } = item;
    const named =
      meaning?.is === 'entity' && meaning.kind === 'project' && (meaning.exact || meaning.ids.length === 1);
    const joint = left.length === 0 ? /^[」』]?[をはの]?$/ : /^[」』]?(?:や|と|・|、|及び|および)[「『]?$/;
    if (!named || item.used || !joint.test(item.after.trim())) break;
    left.unshift(item);
  }
  const [first] = left;
  if (!first) return null;
  const ids = left.flatMap(({ meaning }) => (meaning?.is === 'entity' ? meaning.ids : []));
  const label = `${left.map(({ text }) => text).join('・')}以外`;
  for (const item of left) {
    item.used = true;
    saysNothing(item);
  }
  return { predicate: { is: 'not', that: { is: 'of-project', ids } }, item: first, label };
}

/** 「人材の育成」に入ってない: what lies outside the condition right before. */
function outsideOf(frame: Frame, conditions: readonly Condition[]): Condition[] {
  let found = [...conditions];
  for (const item of frame.intents('none', 'not-written')) {
    if (item.used || !/入|含|属|加|名前|外れ|漏れ|抜け/.test(item.text)) continue;
    const last = frame.before(item);
    // うちの町が連携市町に入っていない: the column between says nothing more.
    const column = last?.meaning?.is === 'attribute' && last.meaning.ids.includes('towns') ? last : undefined;
    const said = column && /^(?:に|から)/.test(column.after.trim()) ? frame.before(column) : last;
    // 中間市だけが入っていない: the town stands before だけ.
    const before = said?.meaning?.is === 'intent' && said.meaning.id === 'only' ? frame.before(said) : said;
    const condition = found.find(
      (one) => one.item === before && ['policy', 'department', 'plan', 'town'].includes(one.predicate.is),
    );
    const particle = condition?.predicate.is === 'town' ? /^(?:が|は|の|を)?$/ : /^[」』"]?に(?:は|も)?$/;
    if (!condition || !particle.test((said ?? condition.item).after.trim())) continue;
    item.used = true;
    if (column) column.used = true;
    const denied = JSON.stringify(condition.predicate);
    found = found.flatMap((one) => {
      if (one === condition)
        return [
          { ...one, predicate: { is: 'not' as const, that: one.predicate }, label: `${one.label}以外` },
        ];
      // 苅田町の者ですが、うちの町が…: said once more of who asks.
      return JSON.stringify(one.predicate) === denied ? [] : [one];
    });
  }
  return found;
}

function either(of: Predicate[]): Predicate {
  return of.length === 1 ? (of[0] as Predicate) : { is: 'any', of };
}

/** 「全額負担」や「協議し決定」を除く: conditions on one attribute said in one row. */
function rowOf(frame: Frame, conditions: readonly Condition[], last: Condition): Condition[] {
  const row = [last];
  for (let at = frame.items.indexOf(last.item) - 1; at >= 0; at--) {
    const item = frame.items[at] as Item;
    const condition = conditions.find((one) => one.item === item);
    const alike =
      condition?.predicate.is === 'word' &&
      last.predicate.is === 'word' &&
      condition.predicate.attribute === last.predicate.attribute;
    if (!alike || !/^[」』]?(?:や|と|・|、|か)[「『]?$/.test(item.after.trim())) break;
    row.unshift(condition as Condition);
  }
  return row;
}

/** What a condition may be made of that a reason stands behind. */
const negatable = new Set(['word', 'entity', 'intent', 'status', 'attribute', 'number']);

/** What stands right before the negation: a condition, else topic words up to the last turn of the sentence. */
function targetOf(
  frame: Frame,
  conditions: readonly Condition[],
  negation: Item,
): { condition?: Condition; topic?: Item[] } | null {
  const at = frame.items.indexOf(negation);
  // 「やや遅れ」は別に整理しますので、含めないで: the reason stands between.
  const reason = frame.items[at - 1];
  const blank = frame
    .intents('not-written', 'blank', 'dashed')
    .some(({ end, used }) => !used && end < negation.start);
  if (reason && !blank && /(?:ので|ため|から|ですし)[、,]?$/.test(reason.after.trim())) {
    const told = conditions.findLast(
      ({ item }) => item.end <= reason.end && negatable.has(item.meaning?.is ?? ''),
    );
    if (told) return { condition: told };
  }
  const topic: Item[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const item = frame.items[i] as Item;
    // 市民センターの管理運営以外: a part of a name and what is said of it.
    const part = item.meaning?.is === 'entity' && !item.meaning.exact && item.after.trim() === 'の';
    if ((item.meaning === null || part) && !item.used) {
      topic.unshift(item);
      if (i > 0 && /[、。]/.test((frame.items[i - 1] as Item).after)) break;
      continue;
    }
    if (topic.length > 0) break;
    const condition = conditions.find((one) => one.item === item);
    if (condition) return { condition };
    if (item.meaning?.is === 'kind' || item.meaning?.is === 'attribute') continue;
    break;
  }
  return topic.length > 0 ? { topic } : null;
}
