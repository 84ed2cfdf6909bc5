// Words of cells as conditions: 評価が「遅れ」, 順調なKPI.

import { normalize } from '../../../language/normalize.ts';
import type { Around } from '../../around.ts';
import { meaningOf } from '../../mentions/lexicon.ts';
import { withNoun } from '../../mentions/plan-words.ts';
import type { Predicate } from '../../query.ts';
import { columnName } from '../column-name.ts';
import { type Frame, type Item, isIntent, saysNothing } from '../frame.ts';
import type { BoundYears } from '../years.ts';

/** /kpi 遅れ: without its column a word that marks a lag asks for the KPIs that lag, by judgement or published word. */
export function meansLagging(item: Item, frame: Frame, around: Around): boolean {
  const meaning = item.meaning as { attributes: string[]; word: string };
  const kinds = new Set(frame.kinds().map(({ meaning: { kind } }) => kind));
  const kpis = kinds.has('kpi') || (around.command === 'kpi' && !kinds.has('project'));
  if (!kpis || frame.attributes().length > 0) return false;
  return meaning.attributes.some((id) =>
    around.facts.attribute(id)?.values?.some(({ word, lagging }) => word === meaning.word && lagging),
  );
}

/** 遅れていますか: said of what a record does; beside its column it is the word of a cell. */
export function lagsAsVerb(frame: Frame, { facts }: Around): void {
  // 遅れているKPI tells which ones.
  if (frame.kinds().length > 0) return;
  for (const item of frame.words()) {
    const { attributes, word } = item.meaning;
    const declared = attributes.flatMap((id) => facts.attribute(id)?.values ?? []);
    const lags = declared.some((one) => one.word === word && one.lagging);
    const said = frame.attributes().some(({ meaning: { ids } }) => ids.some((id) => attributes.includes(id)));
    if (lags && !said && /^て(?:い|る|な|ま)/.test(frame.text.slice(item.end)))
      (item as Item).meaning = { is: 'intent', id: 'lagging' };
  }
}

/** 「順調」より一段上の「大変順調」: what a word is held against is none that is wanted. */
export function withoutBases(frame: Frame): void {
  const [first, ...others] = frame.words();
  if (first && others.length > 0 && /^[」』]?より/.test(first.after)) saysNothing(first);
}

/** 順調なKPI, 判定が遅れのKPI: without another column a word that is a status too asks for the judgement; takes the column. */
export function takesStatus(item: Item, frame: Frame, around: Around): boolean {
  const { word } = item.meaning as { word: string };
  const kinds = new Set(frame.kinds().map(({ meaning: { kind } }) => kind));
  const kpis = kinds.has('kpi') || (around.command === 'kpi' && !kinds.has('project'));
  const judged = frame.attributes().every(({ meaning }) => meaning.ids.includes('status'));
  if (!kpis || !judged || !around.lexicon.entriesOf(word).some(({ list }) => list === 'statuses'))
    return false;
  for (const one of frame.attributes()) one.used = true;
  return true;
}

/** 再掲は重複して数えない: it tells how to count, not which ones. */
export function countedOnce(item: Item, frame: Frame): boolean {
  const next = frame.next(item);
  if (next?.meaning?.is !== 'intent' || next.meaning.id !== 'distinct') return false;
  next.used = true;
  const negation = frame.next(next);
  if (negation?.meaning?.is === 'intent' && negation.meaning.id === 'except') negation.used = true;
  return true;
}

/** 減額 of 「減額になっている」: what is no cell's word here may be a word of the lexicon. */
export function everydayMeaning({ text }: Item, { lexicon }: Around): Item['meaning'] {
  const [entry] = lexicon.entriesOf(text).filter(({ list }) => list === 'operations');
  return entry ? meaningOf(entry) : null;
}

/** 維持, 継続 are everyday words: beside a name they only count as a cell's word with their column or in quotes. */
export function supported(item: Item, frame: Frame): boolean {
  // R7の方が増額となっている: of two years, and of no column.
  if (/[0-9年度]の?(?:ほう|方)が$/.test(frame.text.slice(0, item.start))) return false;
  const meaning = item.meaning as { attributes: string[]; word: string };
  const beside = frame
    .attributes()
    .some(({ meaning: { ids } }) => ids.some((id) => meaning.attributes.includes(id)));
  const quoted = frame.text.charAt(item.start - 1) === '「';
  if (beside || quoted) return true;
  if (isSign(item.text)) {
    // △がついた, ◎のもの: what a sign is on is no part of a name.
    for (const next of frame.intents('name-holds')) if (next.start >= item.end) next.used = true;
    return true;
  }
  if (ofFigures(item, frame)) return true;
  const named = frame.entities('project', 'kpi').length > 0;
  const evaluation = meaning.attributes.some((id) => /valuation$/.test(id));
  if (
    !evaluation &&
    (isPhrase(item)
      ? frame.has('confirm', 'whether', 'which') || /[?？]$/.test(frame.text.trim())
      : oneOfSeveral(item, frame))
  )
    return true;
  return evaluation
    ? !named || frame.has('confirm') || endsQuestion(item, frame)
    : named
      ? frame.has('confirm') ||
        // 費用は折半？
        /^(?:なの|なん|かな|かね|と)?[?？]$/.test(frame.text.slice(item.end).trim()) ||
        (item.after.trim() === '' && isIntent(frame.next(item), 'whether'))
      : ((frame.kinds().length > 0 || isCounted(item, frame)) && !isDescribed(item, frame)) ||
        frame.items.length === 1;
}

/** 減額は何事業, 継続だといくつ: how many hold the word. */
function isCounted(item: Item, frame: Frame): boolean {
  const next = frame.next(item);
  const counting = isIntent(next, 'then') ? frame.next(next as Item) : next;
  return (
    isIntent(counting, 'count') &&
    /^」?(?:は|が|だと|なら|だったら|って|のは|のものは)?[、,]?$/.test(item.after.trim())
  );
}

/** …は順調ですか: nothing but the question behind it. */
function endsQuestion(item: Item, frame: Frame): boolean {
  const behind = frame.items.slice(frame.items.indexOf(item) + 1);
  return (
    /[?か]$/.test(frame.text.trim()) && behind.every((one) => isIntent(one, 'whether', 'then', 'filler'))
  );
}

/** 公民館の維持: what is kept is said before it, so it is no cell's word. */
function isDescribed(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return before?.meaning === null && before.noun && before.after.trim() === 'の';
}

/** ◎, △ in a cell. */
const isSign = (text: string) => /^[◎○〇◯●△▲▽×✕✖☆★↑↓→↗↘⬆⬇➡]$/u.test(text);

/** 民生費の決算の合計: a word of a column of its own, with の before a figure, and no record named. */
function ofFigures(item: Item, frame: Frame): boolean {
  const next = frame.next(item);
  const figure = next?.meaning?.is === 'attribute' || isIntent(next, 'sum', 'average', 'max', 'min', 'count');
  return (
    item.text.length >= 3 &&
    item.after.trim() === 'の' &&
    figure &&
    frame.entities('project', 'kpi').length === 0 &&
    frame.topics().every(({ telling }) => !telling)
  );
}

/** 前回は縮小だったのに今回廃止: of the columns with that word the one named nearest before it. */
function toldColumn(item: Item, ids: readonly string[], frame: Frame, { facts }: Around): string | undefined {
  if (ids.length < 2) return undefined;
  const before = frame.text.slice(0, item.start);
  const placed = ids.map((id) => {
    const attribute = facts.attribute(id);
    const names = attribute ? [attribute.label, ...attribute.words] : [];
    const ends = names.filter((name) => name.length >= 2 && before.includes(name.toLowerCase()));
    const last = Math.max(-1, ...ends.map((name) => before.lastIndexOf(name.toLowerCase()) + name.length));
    return { id, last };
  });
  const most = Math.max(...placed.map(({ last }) => last));
  const [only, more] = placed.filter(({ last }) => last === most);
  return most > 0 && !more ? only?.id : undefined;
}

/** 北九州もち, 協議の上決定: longer than any everyday word. */
const isPhrase = ({ text }: Item) => text.length >= 5;

/** 全額とか原則負担とか: words of one column support each other. */
function oneOfSeveral(item: Item, frame: Frame): boolean {
  const own = (item.meaning as { attributes: string[] }).attributes;
  return frame
    .words()
    .some((other) => other !== item && other.meaning.attributes.some((id) => own.includes(id)));
}

/** Words side by side are one: 世界遺産. */
export function wordsOf(items: readonly Item[]): string[] {
  const words: string[] = [];
  let end = -1;
  for (const item of items) {
    if (item.start === end) words.push(`${words.pop() ?? ''}${item.text}`);
    else words.push(item.text);
    end = item.end;
  }
  return words;
}

export function wordPredicate(item: Item, frame: Frame, years: BoundYears, around: Around): Predicate {
  const meaning = item.meaning as { attributes: string[]; word: string };
  saysColumn(item, frame, around);
  const told = toldColumn(item, meaning.attributes, frame, around);
  // 事業評価が「遅れ」、施策評価が「順調」: the attribute said before it decides.
  const able = frame.attributes().filter(
    ({ meaning: { ids }, end }) =>
      ids.some((id) => meaning.attributes.includes(id)) &&
      // 事業評価（局施策評価ではないほう）が「遅れ」
      !/^(?:では?|じゃ)な/.test(frame.text.slice(end)),
  );
  const beside = able.findLast(({ start }) => start < item.start) ?? able[0];
  const ids = told
    ? [told]
    : beside
      ? beside.meaning.ids.filter((id) => meaning.attributes.includes(id))
      : meaning.attributes;
  const names = [...new Set(ids.map(columnName))];
  const attribute = names.includes('evaluation') ? 'evaluation' : (names[0] as string);
  // 令和3年度の事業評価が…、令和5年度予算額が: each column with its own year.
  const own = beside ? (years.of.get(beside)?.[0] ?? null) : null;
  const fy = own ?? (years.all.length === 1 ? (years.all[0] as number) : null);
  return {
    is: 'word',
    attribute,
    // 令和8年度に設計: a word that the column prints for each year.
    fy: attribute.toLowerCase().includes('evaluation') || byYear(ids, around) ? fy : null,
    values: [...new Set([meaning.word, ...alsoMeant(item.text, ids, around)])],
  };
}

/** 協議: every word of the column that is spoken so. */
function alsoMeant(said: string, ids: readonly string[], { facts }: Around): string[] {
  return ids
    .flatMap((id) => facts.attribute(id)?.values ?? [])
    .flatMap(({ word, words }) =>
      words.flatMap(withNoun).some((one) => normalize(one) === said) ? [word] : [],
    );
}

function byYear(ids: readonly string[], { facts }: Around): boolean {
  return ids.every((id) => facts.attribute(id)?.byYear === true);
}

/** 解体はいつ, 体育館の改修にR9はいくら: a word that a column prints year by year, of the record that is named. */
export function toldByRecord(item: Item, frame: Frame, years: BoundYears, { facts }: Around): boolean {
  const { attributes, word } = item.meaning as { attributes: string[]; word: string };
  const worked = attributes.filter((id) => {
    const attribute = facts.attribute(id);
    // What a plan says of how it went is asked and claimed as such.
    const verdict = attribute?.verdict || /valuation$|評価|判定|進捗|達成/i.test(`${id}${attribute?.label}`);
    return id.includes('/') && attribute?.byYear === true && !verdict;
  });
  if (worked.length === 0) return false;
  if (frame.has('when')) return true;
  const named = frame.entities('project').flatMap(({ meaning }) => meaning.ids);
  const ids = named.length > 0 ? named : calledBefore(item, frame, facts);
  const holds = ids.some((id) =>
    worked.some((attribute) =>
      facts
        .cells(attribute, id)
        .some((cell) => cell.word === word && (years.all.length === 0 || years.all.includes(cell.fy ?? 0))),
    ),
  );
  if (holds) item.used = true;
  return holds;
}

/** 体育館の改修: projects whose name holds the noun before the word. */
function calledBefore(item: Item, frame: Frame, facts: Around['facts']): string[] {
  const before = frame.before(item);
  if (before?.meaning !== null || !before.noun || before.text.length < 2) return [];
  return facts.subjects('project').flatMap(({ id, name }) => (name.includes(before.text) ? [id] : []));
}

/** 達成が×: what else means that something is reached is here the name of the column. */
function saysColumn(item: Item, frame: Frame, { facts }: Around): void {
  const { attributes } = item.meaning as { attributes: string[] };
  const before = frame.before(item);
  if (before?.meaning?.is !== 'intent' || !/^[がは]?$/.test(before.after.trim())) return;
  const labels = attributes.flatMap((id) => facts.attribute(id)?.label ?? []);
  if (labels.includes(before.text)) before.used = true;
}
