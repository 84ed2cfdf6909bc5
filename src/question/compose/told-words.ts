// Words of cells that people retell: 全額北九州市が出してくれる → 全額を北九州市が負担; SDGsの16番; ●がR7だけ.

import type { Attribute } from '../../facts/attribute.ts';
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Predicate } from '../query.ts';
import { columnName } from './column-name.ts';
import { asksBoth } from './conditions/both-of.ts';
import type { Condition } from './conditions/condition.ts';
import type { Frame, Item } from './frame.ts';

/** Cells shorter than this are words of their own. */
const retold = 7;

/** Conditions read from the nouns of a longer cell; takes the items. */
export function toldWords(frame: Frame, around: Around): Condition[] {
  if (!(frame.kinds().length > 0 || frame.has('which', 'list', 'except'))) return [];
  const columns = columnsOf(around);
  if (columns.firsts.length === 0) return [];
  return segmentsOf(frame).flatMap((items) => told(items, columns, frame));
}

/** The nouns of a sentence are those of one column. */
function told(items: readonly Item[], columns: Columns, frame: Frame): Condition[] {
  const nouns = items.filter(
    ({ meaning, text, used }) =>
      !used &&
      text.length >= 2 &&
      (meaning === null ? !/[ぁ-ん]$/.test(text) : meaning.is === 'entity' && meaning.kind === 'town'),
  );
  if (nouns.length === 0) return [];
  const found = wordsHolding(
    nouns.map(({ text }) => text),
    columns,
  );
  const attribute = attributeOf(found, { items, nouns, columns });
  if (!attribute) return [];
  for (const item of nouns) item.used = true;
  for (const item of items)
    if (item.meaning?.is === 'attribute' && item.meaning.ids.includes(attribute.id)) item.used = true;
  const [first] = nouns as [Item];
  const predicate: Predicate = {
    is: 'word',
    attribute: columnName(attribute.id),
    fy: null,
    values: valuesAmong(attribute, found).map(({ word }) => word),
  };
  return [{ predicate, item: first, label: frame.text.slice(first.start, (nouns.at(-1) as Item).end) }];
}

/** The first column that holds such a word; of a single noun one that is said. */
function attributeOf(
  found: ReadonlyMap<string, number>,
  { items, nouns, columns }: { items: readonly Item[]; nouns: readonly Item[]; columns: Columns },
): Attribute | undefined {
  if (found.size === 0) return undefined;
  if (new Set(nouns.map(({ text }) => text)).size >= 2) return columns.worded[Math.min(...found.values())];
  const said = items.flatMap(({ meaning }) => (meaning?.is === 'attribute' ? meaning.ids : []));
  const places = said.flatMap((id) => columns.places.get(id) ?? []).sort((a, b) => a - b);
  return places
    .map((place) => columns.worded[place] as Attribute)
    .find((one) => valuesAmong(one, found).length > 0);
}

function valuesAmong({ values = [] }: Attribute, found: ReadonlyMap<string, number>) {
  return values.filter(({ word, words }) => [word, ...words].some((one) => found.has(normalize(one))));
}

/** The plans' own columns as they are looked through: thousands of plans print the same words. */
interface Columns {
  /** Columns of words, some of them long. */
  worded: readonly Attribute[];
  /** Id → place among those. */
  places: ReadonlyMap<string, number>;
  /** All their words, each once, one a line. */
  text: string;
  /** Where the lines begin, and the first column that holds each. */
  starts: readonly number[];
  firsts: readonly number[];
  /** Columns of lists or years, and what they are called. */
  listed: readonly Attribute[];
  labels: ReadonlyMap<string, readonly number[]>;
  listedPlaces: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly Attribute[], Columns>();

function columnsOf({ facts: { attributes } }: Around): Columns {
  const columns = known.get(attributes) ?? makeColumns(attributes);
  known.set(attributes, columns);
  return columns;
}

function makeColumns(attributes: readonly Attribute[]): Columns {
  const worded = attributes.filter(
    ({ type, values, plan }) =>
      plan !== null && type === 'word' && (values ?? []).some(({ word }) => word.length >= retold),
  );
  const listed = attributes.filter(({ type, plan }) => (type === 'list' || type === 'year') && plan !== null);
  const first = new Map<string, number>();
  worded.forEach(({ values }, at) => {
    for (const { word, words } of values ?? [])
      for (const one of [word, ...words]) if (!first.has(one)) first.set(one, at);
  });
  const plain = new Map<string, number>();
  for (const [word, at] of first) {
    const own = normalize(word);
    plain.set(own, Math.min(at, plain.get(own) ?? at));
  }
  const starts: number[] = [];
  let end = 0;
  for (const word of plain.keys()) {
    starts.push(end);
    end += word.length + 1;
  }
  return {
    worded,
    places: new Map(worded.map(({ id }, at) => [id, at])),
    text: [...plain.keys()].join('\n'),
    starts,
    firsts: [...plain.values()],
    ...labelled(listed),
  };
}

function labelled(listed: readonly Attribute[]): Pick<Columns, 'listed' | 'labels' | 'listedPlaces'> {
  const bySaid = new Map<string, number[]>();
  listed.forEach(({ label, words }, at) => {
    for (const said of new Set([label, ...words])) {
      const places = bySaid.get(said);
      if (places) places.push(at);
      else bySaid.set(said, [at]);
    }
  });
  const labels = new Map<string, number[]>();
  for (const [said, places] of bySaid) {
    const plain = normalize(said);
    if (plain.length >= 2) labels.set(plain, [...(labels.get(plain) ?? []), ...places]);
  }
  return { listed, labels, listedPlaces: new Map(listed.map(({ id }, at) => [id, at])) };
}

/** Words that hold all the texts, each with the first column that holds it. */
function wordsHolding(texts: readonly string[], { text, starts, firsts }: Columns): Map<string, number> {
  const found = new Map<string, number>();
  const [longest = ''] = [...texts].sort((a, b) => b.length - a.length);
  for (let at = text.indexOf(longest); at >= 0; ) {
    const line = lineAt(starts, at);
    const end = starts[line + 1] ?? text.length + 1;
    const word = text.slice(starts[line], end - 1);
    if (texts.every((one) => word.includes(one))) found.set(word, firsts[line] as number);
    at = text.indexOf(longest, end);
  }
  return found;
}

function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Sentences of the clause. */
function segmentsOf(frame: Frame): Item[][] {
  const segments: Item[][] = [[]];
  for (const item of frame.items) {
    (segments.at(-1) as Item[]).push(item);
    if (/。/.test(item.after)) segments.push([]);
  }
  return segments;
}

/** A number or year held by a column of lists or years: SDGsの16番, R7に●; だけ leaves out what holds others. */
export function listedNumbers(frame: Frame, around: Around): Condition[] {
  return listsSaid(frame, around).flatMap((attribute) => {
    const named = frame.attributes().find(({ meaning, used }) => !used && meaning.ids.includes(attribute.id));
    const inText = (item: Item) =>
      [attribute.label, ...attribute.words].some(
        (word) => normalize(word).length >= 2 && item.text.includes(normalize(word)),
      );
    const numbers = frame
      .numbers()
      .filter(
        (item) =>
          !item.used && (inText(item) || (named !== undefined && Math.abs(item.start - named.end) <= 6)),
      );
    for (const item of frame.numbers()) {
      const before = frame.before(item);
      const chained =
        numbers.some((one) => one === before) &&
        /^(?:番|の)*(?:と|や|も|か|かつ|、|・|または|もしくは)$/.test(before?.after.trim() ?? '');
      if (chained && !item.used && !numbers.includes(item)) numbers.push(item);
    }
    const years = named
      ? frame
          .years()
          .filter(({ start, end }) => Math.abs((start < named.start ? end : start) - named.start) <= 6)
      : [];
    const bare = columnName(attribute.id);
    const further = bareBehind(frame, numbers.at(-1)?.end);
    const values = [
      ...numbers.map(({ meaning }) => meaning.number.value),
      ...further.values,
      ...years.flatMap(({ meaning }) => meaning.years.years),
    ];
    const [item] = [...numbers, ...years];
    if (!item || values.length === 0) return [];
    for (const one of [...numbers, ...(named ? [named] : [])]) one.used = true;
    inBrackets(frame, item);
    const alone = attribute.type === 'year' ? aloneIn(frame) : null;
    if (alone !== null) {
      const label = `${attribute.label}${frame.text.slice(item.start, item.end)}`;
      return [{ predicate: { is: 'only-in', attribute: bare, fy: alone }, item, label }];
    }
    const label = `${attribute.label}${values.join('・')}`;
    if (values.length > 1 && asksBoth(frame, numbers.at(0)?.end ?? item.end, further.end))
      return values.map((value) => ({
        predicate: { is: 'word', attribute: bare, fy: null, values: [value] },
        item,
        label: `${attribute.label}${value}`,
        together: true,
      }));
    const holds: Predicate = { is: 'word', attribute: bare, fy: null, values };
    const others = frame.has('only') ? othersOf(attribute, values, around) : [];
    const without: Predicate[] =
      others.length > 0
        ? [{ is: 'not', that: { is: 'word', attribute: bare, fy: null, values: others } }]
        : [];
    return [holds, ...without].map((predicate) => ({
      predicate,
      item: item as Item,
      label,
    }));
  });
}

/** ゴール4と7: figures without a unit behind the one that is told, and where they end. */
function bareBehind(frame: Frame, from = 0): { values: number[]; end: number } {
  const [row = ''] =
    /^(?:(?:番|の)*(?:と|や|も|か|かつ|、|・|および|及び|または|もしくは)\d{1,2}(?![\d年月件個事人%千百万億円つ位以.,]))*/.exec(
      frame.text.slice(from),
    ) ?? [];
  const values = from === 0 ? [] : (row.match(/\d+/g) ?? []).map(Number);
  return { values, end: values.length > 0 ? from + row.length : from };
}

/** Columns of lists or years that are named, or whose label stands in a number. */
function listsSaid(frame: Frame, around: Around): Attribute[] {
  const numbers = frame.numbers();
  if (numbers.length === 0 && frame.years().length === 0) return [];
  const { listed, labels, listedPlaces } = columnsOf(around);
  const places = new Set<number>();
  for (const { meaning } of frame.attributes())
    for (const id of meaning.ids) {
      const place = listedPlaces.get(id);
      if (place !== undefined) places.add(place);
    }
  if (numbers.length > 0)
    for (const [label, own] of labels)
      if (numbers.some(({ text }) => text.includes(label))) for (const place of own) places.add(place);
  return [...places].sort((a, b) => a - b).map((place) => listed[place] as Attribute);
}

/** R7だけに●, R7だけ● R6なし: the year that stands before だけ. */
function aloneIn(frame: Frame): number | null {
  const [only] = frame.intents('only');
  const year = only && frame.before(only);
  const [fy] = year?.meaning?.is === 'years' ? year.meaning.years.years : [];
  if (!only || fy === undefined) return null;
  only.used = true;
  return fy;
}

function othersOf(attribute: Attribute, values: readonly number[], around: Around): number[] {
  const held = [...around.facts.index('project', attribute.id, null).keys()].map(Number);
  return held.filter((value) => Number.isFinite(value) && !values.includes(value));
}

/** ゴール3（すべての人に健康と福祉を）: the title in brackets says it again. */
function inBrackets(frame: Frame, item: Item): void {
  const rest = frame.text.slice(item.end);
  const match = /^\s*[(（]([^)）]*)[)）]/.exec(rest);
  if (!match) return;
  for (const one of frame.items)
    if (one.start >= item.end && one.end <= item.end + match[0].length) one.used = true;
}
