// Conditions of a set: plans, departments, towns, policies, words of cells, limits, marks; and what negates them.

import type { Around } from '../around.ts';
import { meaningOf } from '../mentions/lexicon.ts';
import type { TypedNumber } from '../mentions/mention.ts';
import type { Limit, Predicate, Relation } from '../query.ts';
import { columnName } from './column-name.ts';
import type { Frame, Item } from './frame.ts';
import { listedNumbers, toldWords } from './told-words.ts';
import type { BoundYears } from './years.ts';

/** A predicate with the place it stands at. */
export interface Condition {
  predicate: Predicate;
  item: Item;
  label: string;
}

const relations: Record<string, Relation> = { '>=': '>=', '<=': '<=', '>': '>', '<': '<' };

/** The typed value as a limit; money in yen. */
export function limitOf(number: TypedNumber, text: string): Limit[] {
  const value = number.yen ?? number.value;
  const unit = number.yen !== null ? '円' : number.unit;
  if (number.to !== null) {
    return [
      { relation: number.relation ? (relations[number.relation] as Relation) : '>=', value, unit, text },
      { relation: number.toRelation ?? '<=', value: number.to, unit, text },
    ];
  }
  return [{ relation: number.relation ? (relations[number.relation] as Relation) : '=', value, unit, text }];
}

/** Plans that the town itself published. */
export function plansOf(town: string, around: Around): string[] {
  return around.repository.plans.filter(({ municipality }) => municipality === town).map(({ id }) => id);
}

/** All conditions of the clause, in order. Entities of projects and KPIs are no conditions. */
export function conditionsOf(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const found: Condition[] = [...toldWords(frame, around), ...listedNumbers(frame, around)];
  const take = (item: Item, predicate: Predicate, label = item.text) => {
    item.used = true;
    found.push({ predicate, item, label });
  };
  const joins = frame.has('join') || around.command === 'machi';
  for (const item of frame.entities('plan', 'department', 'policy', 'town')) {
    if (item.used) continue;
    if (isTopicWord(item, frame)) {
      (item as Item).meaning = null;
      item.noun = true;
      continue;
    }
    const { kind, ids } = item.meaning;
    if (kind === 'plan') take(item, { is: 'plan', ids });
    else if (kind === 'department') take(item, { is: 'department', names: ids });
    else if (kind === 'policy') take(item, { is: 'policy', ids, label: item.text });
    else if (kind === 'town') {
      const plans = ids.flatMap((town) => plansOf(town, around));
      const takesPart = frame.has('join') && frame.entities('project').some(({ meaning }) => meaning.exact);
      if (
        plans.length > 0 &&
        !takesPart &&
        !(joins && /^(?:は|も|が|って|を|、)?/.test(item.after) && around.command === 'machi')
      )
        take(item, { is: 'plan', ids: plans });
      else take(item, { is: 'town', names: ids });
    }
  }
  for (const item of frame.items) {
    if (item.meaning?.is !== 'document') continue;
    const { numbers, plans } = item.meaning;
    take(item, { is: 'plan', ids: plans });
    found.push({ predicate: { is: 'document', numbers }, item, label: '' });
  }
  for (const item of frame.words()) {
    if (meansLagging(item, frame, around)) take(item, { is: 'lagging' }, '遅れている');
    else if (meansStatus(item, frame, around)) take(item, { is: 'status', statuses: [item.meaning.word] });
    else if (supported(item, frame)) take(item, wordPredicate(item, frame, years));
    else (item as Item).meaning = everydayMeaning(item, around);
  }
  found.push(...nameConditions(frame));
  for (const item of frame.items) {
    if (item.meaning?.is === 'status' && !item.used)
      take(item, { is: 'status', statuses: [item.meaning.status] });
  }
  for (const item of frame.intents('repeated')) {
    item.used = true;
    if (countedOnce(item, frame)) continue;
    // 再掲も含めて, 再掲込み leave nothing out.
    if (!/^(?:の?(?:もの|分|事業))?(?:も|を)?(?:含|ふく|込|こみ)/.test(frame.text.slice(item.end)))
      take(item, { is: 'repeated' });
  }
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    if (number.ordinal && /^(?:no|№)/i.test(item.text) && !item.used)
      take(item, { is: 'number', number: number.value });
    else if (number.ordinal) {
      const level = frame.before(item);
      if (level?.meaning?.is === 'kind' && level.meaning.level !== null) {
        const ids = around.repository.policies
          .filter(
            ({ level: own, code }) =>
              own === (level.meaning as { level: string }).level &&
              code !== null &&
              code.normalize('NFKC') === String(number.value),
          )
          .map(({ id }) => id);
        if (ids.length > 0) {
          level.used = true;
          take(item, { is: 'policy', ids, label: `${level.text}${item.text}` });
        }
      }
    }
  }
  planNamed(frame, around, found);
  found.push(...ofLevel(frame, around, found));
  return found.sort((a, b) => a.item.start - b.item.start);
}

/** 6つのパッケージに掲げられたKPI: what stands under any policy of the level. */
function ofLevel(frame: Frame, { repository }: Around, found: readonly Condition[]): Condition[] {
  const kinds = frame.kinds();
  const item = kinds.find(
    ({ meaning, after }) => meaning.level !== null && /^(?:の表)?に(?!も?つい)/.test(after.trim()),
  );
  const counted =
    item &&
    kinds.some(({ meaning, start }) => start !== item.start && ['kpi', 'project'].includes(meaning.kind));
  if (
    !item ||
    !counted ||
    !frame.has('count') ||
    frame.has('which', 'max', 'min', 'group') ||
    frame.topics().length > 0
  )
    return [];
  if (found.some(({ predicate }) => predicate.is === 'policy')) return [];
  const plans = found.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const level = (item.meaning as { level: string }).level;
  const ids = repository.policies
    .filter((policy) => policy.level === level && (plans.length === 0 || plans.includes(policy.plan)))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  item.used = true;
  (item as Item).meaning = { is: 'intent', id: 'filler' };
  return [{ predicate: { is: 'policy', ids, label: item.text }, item, label: item.text }];
}

/** 久留米の地方創生の戦略: words that the plan's own name holds say nothing more. */
function planNamed(frame: Frame, around: Around, found: readonly Condition[]): void {
  const ids = found.flatMap(({ predicate }) => (predicate.is === 'plan' ? predicate.ids : []));
  const names = ids.flatMap((id) => {
    const plan = around.repository.plan(id);
    return plan ? [plan.name, plan.shortName, ...plan.aliases] : [];
  });
  if (names.length === 0) return;
  const kinds = new Set(['計画', '戦略', 'ビジョン', 'プラン', '評価']);
  for (const topic of frame.topics()) {
    const nouns = topic.items.filter(({ noun }) => noun);
    const last = nouns.at(-1);
    if (!last || !kinds.has(last.text)) continue;
    if (nouns.every(({ text }) => names.some((name) => name.toLowerCase().includes(text))))
      for (const item of topic.items) item.used = true;
  }
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
  return frame.items.some(({ meaning, noun }) => meaning === null && noun) && !frame.has('which-two');
}

/** /kpi 遅れ: without its column a word that marks a lag asks for the KPIs that lag, by judgement or published word. */
function meansLagging(item: Item, frame: Frame, around: Around): boolean {
  const meaning = item.meaning as { attributes: string[]; word: string };
  const kinds = new Set(frame.kinds().map(({ meaning: { kind } }) => kind));
  const kpis = kinds.has('kpi') || (around.command === 'kpi' && !kinds.has('project'));
  if (!kpis || frame.attributes().length > 0) return false;
  return meaning.attributes.some((id) =>
    around.facts.attribute(id)?.values?.some(({ word, lagging }) => word === meaning.word && lagging),
  );
}

/** 順調なKPI: without its column a word that is a status too asks for the judgement. */
function meansStatus(item: Item, frame: Frame, around: Around): boolean {
  const { word } = item.meaning as { word: string };
  const kinds = new Set(frame.kinds().map(({ meaning: { kind } }) => kind));
  const kpis = kinds.has('kpi') || (around.command === 'kpi' && !kinds.has('project'));
  return (
    kpis &&
    frame.attributes().length === 0 &&
    around.lexicon.entriesOf(word).some(({ list }) => list === 'statuses')
  );
}

/** 再掲は重複して数えない: it tells how to count, not which ones. */
function countedOnce(item: Item, frame: Frame): boolean {
  const next = frame.next(item);
  if (next?.meaning?.is !== 'intent' || next.meaning.id !== 'distinct') return false;
  next.used = true;
  const negation = frame.next(next);
  if (negation?.meaning?.is === 'intent' && negation.meaning.id === 'except') negation.used = true;
  return true;
}

/** 減額 of 「減額になっている」: what is no cell's word here may be a word of the lexicon. */
function everydayMeaning({ text }: Item, { lexicon }: Around): Item['meaning'] {
  const [entry] = lexicon.entriesOf(text).filter(({ list }) => list === 'operations');
  return entry ? meaningOf(entry) : null;
}

/** 維持, 継続 are everyday words: beside a name they only count as a cell's word with their column or in quotes. */
function supported(item: Item, frame: Frame): boolean {
  const meaning = item.meaning as { attributes: string[]; word: string };
  const beside = frame
    .attributes()
    .some(({ meaning: { ids } }) => ids.some((id) => meaning.attributes.includes(id)));
  const quoted = frame.text.charAt(item.start - 1) === '「';
  if (beside || quoted) return true;
  const named = frame.entities('project', 'kpi').length > 0;
  const evaluation = meaning.attributes.some((id) => /valuation$/.test(id));
  return evaluation
    ? !named || frame.has('confirm') || (frame.items.at(-1) === item && /[?か]$/.test(frame.text.trim()))
    : !named && (frame.kinds().length > 0 || frame.items.length === 1);
}

/** 名前に「女性」か「ウーマン」が入る. */
function nameConditions(frame: Frame): Condition[] {
  const marks = frame.intents('name-holds');
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
  for (const topic of topics) for (const item of topic.items) item.used = true;
  for (const item of marks) item.used = true;
  return [
    {
      predicate: { is: 'name', holds },
      item: mark,
      label: `名前に${holds.map((hold) => `「${hold}」`).join('か')}が入る`,
    },
  ];
}

/** Words side by side are one: 世界遺産. */
function wordsOf(items: readonly Item[]): string[] {
  const words: string[] = [];
  let end = -1;
  for (const item of items) {
    if (item.start === end) words.push(`${words.pop() ?? ''}${item.text}`);
    else words.push(item.text);
    end = item.end;
  }
  return words;
}

function wordPredicate(item: Item, frame: Frame, years: BoundYears): Predicate {
  const meaning = item.meaning as { attributes: string[]; word: string };
  // 事業評価が「遅れ」: the attribute said beside it decides.
  const beside = frame
    .attributes()
    .find(({ meaning: { ids } }) => ids.some((id) => meaning.attributes.includes(id)));
  const ids = beside
    ? beside.meaning.ids.filter((id) => meaning.attributes.includes(id))
    : meaning.attributes;
  const names = [...new Set(ids.map(columnName))];
  const attribute = names.includes('evaluation') ? 'evaluation' : (names[0] as string);
  const fy = years.all.length === 1 ? (years.all[0] as number) : null;
  return {
    is: 'word',
    attribute,
    fy: attribute.toLowerCase().includes('evaluation') ? fy : null,
    values: [meaning.word],
  };
}
