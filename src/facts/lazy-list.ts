// A list whose items are made when somebody looks at them: of a million subjects hardly any is.
import type { Kind } from './attribute.ts';

/** Items by their places among all of their kind. */
export interface Source {
  length: number;
  /** Null: each stands at its own number. */
  readonly places: Int32Array | null;
  make(place: number): unknown;
  /** Of all its items. */
  kind: Kind;
}

const sources = new WeakMap<object, Source>();

/** So many places that are put together when somebody looks at one of them. */
export interface PlacesLater {
  length: number;
  find(): Int32Array;
}

/** All items of a kind, or those at the places, in their order; nobody may change the list. */
export function lazyList<Item>(
  kind: Kind,
  of: number | Int32Array | PlacesLater,
  make: (place: number) => Item,
): Item[] {
  const length = typeof of === 'number' ? of : of.length;
  let found: Int32Array | null = of instanceof Int32Array ? of : null;
  const placesNow = () => {
    if (found === null && typeof of === 'object') found = (of as PlacesLater).find();
    return found;
  };
  const itemAt = (at: number) => make(placesNow()?.[at] ?? at);
  const part = (from?: number, to?: number): Item[] => {
    const start = clipped(from ?? 0, length);
    const end = Math.max(start, clipped(to ?? length, length));
    if (start === 0 && end === length) return list;
    return lazyList(
      kind,
      placesNow()?.subarray(start, end) ?? Int32Array.from({ length: end - start }, (_, i) => start + i),
      make,
    );
  };
  function* all() {
    for (let at = 0; at < length; at++) yield itemAt(at);
  }
  const list = new Proxy<Item[]>([], {
    get(target, key) {
      if (key === 'length') return length;
      if (key === 'slice') return part;
      if (key === Symbol.iterator) return all;
      const at = indexOf(key);
      if (at >= 0) return at < length ? itemAt(at) : undefined;
      return Reflect.get(target, key);
    },
    has(target, key) {
      const at = indexOf(key);
      return at >= 0 ? at < length : Reflect.has(target, key);
    },
    set() {
      throw new TypeError('a lazy list stays as it is');
    },
  });
  const source = {
    kind,
    length,
    make,
    get places() {
      return placesNow();
    },
  };
  sources.set(list, source);
  return list;
}

/** Where the items of a lazy list stand; undefined for any other list. */
export function sourceOf(list: readonly unknown[]): Source | undefined {
  return sources.get(list);
}

/** Hears the place of each item, in their order. */
export function eachPlaceIn(list: readonly { at: number }[], hear: (place: number) => void): void {
  const source = sources.get(list);
  if (!source) {
    for (const { at } of list) hear(at);
    return;
  }
  const { length, places } = source;
  if (places === null) for (let at = 0; at < length; at++) hear(at);
  else for (let at = 0; at < length; at++) hear(places[at] as number);
}

/** Whether the place of any item passes. */
export function anyPlaceIn(list: readonly { at: number }[], passes: (place: number) => boolean): boolean {
  const source = sources.get(list);
  if (!source) return list.some(({ at }) => passes(at));
  const { length, places } = source;
  for (let at = 0; at < length; at++) if (passes(places === null ? at : (places[at] as number))) return true;
  return false;
}

/** The items whose places pass; of a lazy list a lazy one. */
export function pick<Item extends { at: number }>(
  list: readonly Item[],
  keeps: (place: number) => boolean,
): Item[] {
  const source = sources.get(list);
  if (!source) return list.filter(({ at }) => keeps(at));
  const kept = new Int32Array(source.length);
  let count = 0;
  eachPlaceIn(list, (place) => {
    if (keeps(place)) kept[count++] = place;
  });
  return count === source.length
    ? (list as Item[])
    : lazyList(source.kind, kept.slice(0, count), source.make as (place: number) => Item);
}

/** As `pick` where it is known how many there are: those of a lazy list are looked for when somebody looks at one. */
export function pickLater<Item extends { at: number }>(
  list: readonly Item[],
  count: number,
  keeps: (place: number) => boolean,
): Item[] {
  const source = sources.get(list);
  if (count === list.length) return list as Item[];
  if (count === 0 || !source) return count === 0 ? [] : list.filter(({ at }) => keeps(at));
  const find = () => {
    const places = new Int32Array(count);
    let next = 0;
    eachPlaceIn(list, (place) => {
      if (keeps(place)) places[next++] = place;
    });
    return places;
  };
  return lazyList(source.kind, { length: count, find }, source.make as (place: number) => Item);
}

/** One list of all; where one is lazy and all are of its kind, a lazy one with each item once. */
export function joined<Item extends { kind: Kind; at: number }>(lists: readonly (readonly Item[])[]): Item[] {
  const held = lists.filter(({ length }) => length > 0);
  const [only, more] = held;
  if (only && !more) return only as Item[];
  const source = held.map(sourceOf).find((one) => one !== undefined);
  if (!source || !held.every((list) => allOf(source.kind, list))) return held.flat();
  return lazyList(source.kind, placesOnce(held), source.make as (place: number) => Item);
}

/** Each place where it stands first; there may be a million. */
function placesOnce(lists: readonly (readonly { at: number }[])[]): Int32Array {
  let last = -1;
  for (const list of lists)
    eachPlaceIn(list, (place) => {
      if (place > last) last = place;
    });
  const isThere = new Uint8Array(last + 1);
  const places = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const list of lists)
    eachPlaceIn(list, (place) => {
      if (isThere[place] === 1) return;
      isThere[place] = 1;
      places[count++] = place;
    });
  return places.slice(0, count);
}

function allOf(kind: Kind, list: readonly { kind: Kind }[]): boolean {
  const source = sourceOf(list);
  return source ? source.kind === kind : list.every((item) => item.kind === kind);
}

/** Items made from those of a lazy list, one of each. */
export function remade<Item>(source: Source, make: (place: number) => Item): Item[] {
  return lazyList(source.kind, source.places ?? source.length, make);
}

/** What is made of each item; of a lazy list a lazy one. */
export function mapped<Item, Made>(list: readonly Item[], of: (item: Item) => Made): Made[] {
  const source = sources.get(list);
  return source ? remade(source, (place) => of(source.make(place) as Item)) : list.map((item) => of(item));
}

function clipped(at: number, length: number): number {
  return at < 0 ? Math.max(0, length + at) : Math.min(at, length);
}

/** Number of an index; -1 for any other property. */
function indexOf(key: string | symbol): number {
  if (typeof key !== 'string') return -1;
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57 ? Number(key) : -1;
}
