// Words of cells that people retell: 全額北九州市が出してくれる → 全額を北九州市が負担; SDGsの16番; ●がR7だけ.

import type { Attribute } from '../../facts/attribute.ts';
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Predicate } from '../query.ts';
import { columnName } from './column-name.ts';
import type { Condition } from './conditions/condition.ts';
import type { Frame, Item } from './frame.ts';

/** Cells shorter than this are words of their own. */
const retold = 7;

/** Conditions read from the nouns of a longer cell; takes the items. */
export function toldWords(frame: Frame, around: Around): Condition[] {
  const attributes = around.facts.attributes.filter(
    ({ type, values, plan }) =>
      plan !== null && type === 'word' && (values ?? []).some(({ word }) => word.length >= retold),
  );
  if (attributes.length === 0 || !(frame.kinds().length > 0 || frame.has('which', 'list', 'except')))
    return [];
  return segmentsOf(frame).flatMap((items) =>
    attributes.flatMap((attribute) => told(items, attribute, frame)),
  );
}

function told(items: readonly Item[], attribute: Attribute, frame: Frame): Condition[] {
  const said = items.some(({ meaning }) => meaning?.is === 'attribute' && meaning.ids.includes(attribute.id));
  const nouns = items.filter(
    ({ meaning, text, used }) =>
      !used &&
      text.length >= 2 &&
      (meaning === null ? !/[ぁ-ん]$/.test(text) : meaning.is === 'entity' && meaning.kind === 'town'),
  );
  const holdsAll = (word: string) => {
    const plain = normalize(word);
    return nouns.every(({ text }) => plain.includes(text));
  };
  if (nouns.length === 0) return [];
  const values = (attribute.values ?? []).filter(({ word, words }) => [word, ...words].some(holdsAll));
  if (values.length === 0 || (!said && new Set(nouns.map(({ text }) => text)).size < 2)) return [];
  for (const item of nouns) item.used = true;
  for (const item of items)
    if (item.meaning?.is === 'attribute' && item.meaning.ids.includes(attribute.id)) item.used = true;
  const [first] = nouns as [Item];
  const predicate: Predicate = {
    is: 'word',
    attribute: columnName(attribute.id),
    fy: null,
    values: values.map(({ word }) => word),
  };
  return [{ predicate, item: first, label: frame.text.slice(first.start, (nouns.at(-1) as Item).end) }];
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
  const lists = around.facts.attributes.filter(
    ({ type, plan }) => (type === 'list' || type === 'year') && plan !== null,
  );
  return lists.flatMap((attribute) => {
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
        /^(?:番|の)*(?:と|や|か|、|・|または|もしくは)$/.test(before?.after.trim() ?? '');
      if (chained && !item.used && !numbers.includes(item)) numbers.push(item);
    }
    const years = named
      ? frame
          .years()
          .filter(({ start, end }) => Math.abs((start < named.start ? end : start) - named.start) <= 6)
      : [];
    const values = [
      ...numbers.map(({ meaning }) => meaning.number.value),
      ...years.flatMap(({ meaning }) => meaning.years.years),
    ];
    const [item] = [...numbers, ...years];
    if (!item || values.length === 0) return [];
    for (const one of [...numbers, ...(named ? [named] : [])]) one.used = true;
    inBrackets(frame, item);
    const bare = columnName(attribute.id);
    const alone = attribute.type === 'year' ? aloneIn(frame) : null;
    if (alone !== null) {
      const label = `${attribute.label}${frame.text.slice(item.start, item.end)}`;
      return [{ predicate: { is: 'only-in', attribute: bare, fy: alone }, item, label }];
    }
    const holds: Predicate = { is: 'word', attribute: bare, fy: null, values };
    const others = frame.has('only') ? othersOf(attribute, values, around) : [];
    const without: Predicate[] =
      others.length > 0
        ? [{ is: 'not', that: { is: 'word', attribute: bare, fy: null, values: others } }]
        : [];
    return [holds, ...without].map((predicate) => ({
      predicate,
      item: item as Item,
      label: `${attribute.label}${values.join('・')}`,
    }));
  });
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
