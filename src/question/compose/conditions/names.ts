// Conditions by names: what stands under a level, what the plan's own name says, what a name holds.

import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import { type Frame, type Item, isIntent, saysNothing, takeTopics } from '../frame.ts';
import type { Condition } from './condition.ts';
import { wordsOf } from './words.ts';

/** 6つのパッケージに掲げられたKPI, パッケージのKPI: what stands under any policy of the level. */
export function ofLevel(frame: Frame, { repository }: Around, found: readonly Condition[]): Condition[] {
  const plans = found.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const item = levelThrough(frame) ?? levelInto(frame) ?? (plans.length > 0 ? levelOf(frame) : undefined);
  if (!item || frame.has('max', 'min', 'group')) return [];
  if (found.some(({ predicate }) => predicate.is === 'policy')) return [];
  const level = (item.meaning as { level: string }).level;
  const ids = repository.policies
    .filter((policy) => policy.level === level && (plans.length === 0 || plans.includes(policy.plan)))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  item.used = true;
  saysNothing(item);
  return [{ predicate: { is: 'policy', ids, label: item.text }, item, label: item.text }];
}

/** 政策パッケージ全部を通すと、KPIは何件: of whatever stands under that level. */
function levelThrough(frame: Frame): Item | undefined {
  const records = frame.kinds().some(({ meaning }) => ['kpi', 'project'].includes(meaning.kind));
  const through =
    /^の?(?:全部|全体|すべて|全て|全|みんな)?(?:を|に)(?:通し|通す|通じ|通算|またが|跨|わたっ|渡っ)|^の?(?:全体|全部|すべて|全て)(?:で|の(?!名前|名称|数))/;
  const item = frame
    .kinds()
    .find(({ meaning, end }) => meaning.level !== null && through.test(frame.text.slice(end)));
  return records ? item : undefined;
}

/** パッケージに掲げられたKPIは何件. */
function levelInto(frame: Frame): Item | undefined {
  const kinds = frame.kinds();
  const item = kinds.find(
    ({ meaning, after }) => meaning.level !== null && /^(?:の表)?に(?!も?つい)/.test(after.trim()),
  );
  const counted =
    item &&
    kinds.some(({ meaning, start }) => start !== item.start && ['kpi', 'project'].includes(meaning.kind));
  const asked = frame.has('count') && !frame.has('which') && frame.topics().length === 0;
  return item && counted && asked && !isCounted(item, frame) ? item : undefined;
}

/** パッケージのKPIで基準年が令和元年度のもの: of the records of that level, not of any other. */
function levelOf(frame: Frame): Item | undefined {
  const item = frame.kinds().find(({ meaning, after }) => meaning.level !== null && after.trim() === 'の');
  const next = item && frame.next(item);
  return next?.meaning?.is === 'kind' && next.meaning.kind === 'kpi' ? item : undefined;
}

/** いくつの分野に, 分野に分かれる: the level itself is counted. */
function isCounted(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  const asked = isIntent(before, 'count') && before?.after.trim() === 'の';
  return asked || /^に(?:分か?[れけ]|わか?[れけ])/.test(frame.text.slice(item.end));
}

/** What plans are called by their kind. */
const planKinds = new Set(['計画', '戦略', 'ビジョン', 'プラン', '評価']);
/** And what they and their parts are called besides. */
const papers = /計画|ビジョン|戦略|プラン|事業|評価|表|資料|文書|カード|シート/;

/** The text itself says that it is a plan or a paper. */
export const saysPaper = (text: string): boolean => papers.test(text);

/** 久留米の地方創生の戦略: words that the plan's own name holds say nothing more. */
export function planNamed(frame: Frame, around: Around, found: readonly Condition[]): void {
  const ids = found.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const names = ids.flatMap((id) => {
    const plan = around.repository.plan(id);
    return plan ? [plan.name, plan.shortName, ...plan.aliases] : [];
  });
  if (names.length === 0) return;
  for (const topic of frame.topics()) {
    const nouns = topic.items.filter(({ noun }) => noun);
    const last = nouns.at(-1);
    // 久留米の地方創生の計画: the kind behind the words says the same.
    const head = topic.items.at(-1);
    const next = head && frame.next(head);
    const ofPlan = next?.meaning?.is === 'kind' && next.meaning.kind === 'plan';
    if (!last || !(ofPlan || planKinds.has(last.text))) continue;
    if (nouns.every(({ text }) => names.some((name) => name.toLowerCase().includes(text))))
      for (const item of topic.items) item.used = true;
  }
}

/** 名称が「推進」で終わる, 名前の頭に「国際」がつく: where in the name the quoted text stands. */
function atEnds(frame: Frame): Condition[] {
  return frame.intents('name-begins', 'name-ends').flatMap((mark): Condition[] => {
    const behind = mark.text.startsWith('」');
    const quote = [...frame.text.matchAll(/「([^」]+)」/g)].find(({ index, 0: { length } }) =>
      behind ? index + length === mark.start + 1 : index >= mark.end && index <= mark.end + 2,
    );
    const text = quote?.[1];
    if (!quote || text === undefined) return [];
    const to = quote.index + quote[0].length;
    for (const item of frame.items) if (item.start >= quote.index && item.end <= to) item.used = true;
    for (const item of frame.intents('name-holds')) if (item.start >= to) item.used = true;
    mark.used = true;
    const begins = isIntent(mark, 'name-begins');
    const label = `名前が「${text}」で${begins ? '始まる' : '終わる'}`;
    const predicate: Predicate = { is: 'name', holds: [text], at: begins ? 'start' : 'end' };
    return [deniedOr(frame, [mark, ...frame.intents('name-holds')], { predicate, item: mark, label })];
  });
}

/** 名前に「女性」か「ウーマン」が入る. */
export function nameConditions(frame: Frame): Condition[] {
  const ends = atEnds(frame);
  if (ends.length > 0) return ends;
  // 何という名前ですか asks for the name.
  for (const item of frame.intents('name-holds')) concede(item, frame);
  const marks = frame
    .intents('name-holds')
    .filter(({ text, start }) => !/何|なん/.test(frame.text.slice(Math.max(0, start - 3), start) + text));
  const [mark] = marks;
  if (!mark || !marks.some(({ text }) => /名/.test(text))) return [];
  const quotes = [...frame.text.matchAll(/「([^」]+)」/g)].filter(({ index }) => index > mark.start - 14);
  const near =
    quotes.length > 0
      ? quotes.map((match) => ({
          text: match[1] as string,
          from: match.index,
          to: match.index + match[0].length,
        }))
      : [];
  const topics =
    near.length > 0 ? [] : frame.topics().filter(({ end }) => end <= mark.end + 12 && end >= mark.start - 14);
  const holds = [...near.map(({ text }) => text), ...topics.flatMap(({ items }) => wordsOf(items))];
  if (holds.length === 0) return [];
  for (const item of frame.items)
    if (near.some(({ from, to }) => item.start >= from && item.end <= to)) item.used = true;
  takeTopics(topics);
  for (const item of marks) item.used = true;
  const label = `名前に${holds.map((hold) => `「${hold}」`).join('か')}が入る`;
  return [deniedOr(frame, marks, { predicate: { is: 'name', holds }, item: mark, label })];
}

/** が入らない, で終わらない, 「…」が入っていない: a denial right behind one of the marks, or the quoted text, turns the condition round. */
function deniedOr(frame: Frame, marks: readonly Item[], condition: Condition): Condition {
  const ends = [...marks.map(({ end }) => end), frame.text.lastIndexOf('」') + 1];
  const none = frame
    .intents('none')
    .find(({ start }) => ends.some((end) => end <= start && between.test(frame.text.slice(end, start))));
  if (!none) return condition;
  none.used = true;
  return {
    ...condition,
    predicate: { is: 'not', that: condition.predicate },
    label: `${condition.label}もの以外`,
  };
}

/** What may stand between a mark and its denial. */
const between = /^(?:[がはをも]|て(?:い|は|は?い)?)?$/;

/** 研修と名の付くものでも: whatever it is called, so the name chooses nothing. */
function concede(mark: Item, frame: Frame): void {
  const concedes = /^(?:もの|事業|やつ|の)?(?:でも|であっても|だとしても)/.test(frame.text.slice(mark.end));
  const named = frame.before(mark);
  if (!concedes) return;
  saysNothing(mark);
  if (named?.meaning === null && /^と$/.test(named.after)) named.used = true;
}
