// Which fiscal years go with which attribute: a year binds to the attribute beside it, else to all of them.
import type { Around } from '../around.ts';
import type { Frame, Item } from './frame.ts';

/** The years of one clause. */
export interface BoundYears {
  /** Years said for everything, ascending and each once. */
  all: number[];
  /** Years said for one attribute mention. */
  of: Map<Item, number[]>;
  /** More than one year was meant as a stretch (R6〜R8, R6以降). */
  range: boolean;
  /** 以前, より前, 以降 that the facts have to bound. */
  open: { way: 'from' | 'to'; year: number } | null;
  /** 上半期, 下半期. */
  half: boolean;
}

/** Binds years to attributes. `base` is the year a thread speaks of. */
export function bindYears(frame: Frame, around: Around, base: number | null): BoundYears {
  const bound: BoundYears = { all: [], of: new Map(), range: false, open: null, half: false };
  const said = frame.years();
  const anchor = said.flatMap(({ meaning: { years } }) => (years.shift === null ? years.years : [])).at(-1);
  const attributes = frame.attributes();
  for (const item of said) {
    item.used = true;
    if (isOfPaper(item, frame)) continue;
    const { years: typed } = item.meaning;
    if (typed.half) bound.half = true;
    // 前の年度より増えたか without any other year: the newest year is held against the one before it.
    const moved = frame.has('rise', 'fall', 'gap', 'compare');
    if (typed.shift === -1 && anchor === undefined && base === null && moved) continue;
    const shifted =
      typed.shift === null ? typed.years : [(anchor ?? base ?? around.fiscalYear) + typed.shift];
    if (typed.open !== null && shifted.length > 0) {
      const year = shifted[0] as number;
      if (typed.open === 'from' || typed.open === 'after')
        bound.open = { way: 'from', year: typed.open === 'after' ? year + 1 : year };
      else bound.open = { way: 'to', year: typed.open === 'before' ? year - 1 : year };
    }
    if (typed.range) bound.range = true;
    const partner = attributes.length > 1 ? partnerOf(item, frame) : null;
    if (partner) bound.of.set(partner, [...(bound.of.get(partner) ?? []), ...shifted]);
    else bound.all.push(...shifted);
    // 前の年から: both ends are meant.
    if (
      typed.shift !== null &&
      anchor === undefined &&
      base !== null &&
      frame.has('rise', 'fall', 'gap', 'compare', 'share')
    )
      bound.all.push(base);
  }
  for (const item of frame.intents('that-year')) {
    item.used = true;
    if (base !== null) bound.all.push(base);
  }
  // 前の年, 翌年 said with a year, or in a thread.
  for (const [id, shift] of [
    ['previous', -1],
    ['next', 1],
  ] as const) {
    for (const item of frame.intents(id)) {
      const from = anchor ?? base;
      if (from === null || from === undefined) {
        // 前年度の予算は？ alone asks for the year before this one.
        const alone = /^前の?年度?$/.test(item.text) && !frame.has('rise', 'fall', 'gap', 'compare', 'share');
        if (alone) bound.all.push(around.fiscalYear + shift);
        if (alone) item.used = true;
        continue;
      }
      item.used = true;
      bound.all.push(from + shift, from);
    }
  }
  bound.all = distinct(bound.all);
  for (const [item, years] of bound.of) bound.of.set(item, distinct(years));
  return bound;
}

/** The attribute a year is said for: 令和6年度の目標, or 基準値50.0%(令和5年度). */
function partnerOf(item: Item, frame: Frame): Item | null {
  const next = frame.next(item);
  if (next?.meaning?.is === 'attribute' && /^の?$/.test(item.after.trim())) return next;
  const bracketed = frame.text[item.start - 1] === '(' && frame.text[item.end] === ')';
  return (bracketed && frame.attributes().findLast(({ end }) => end <= item.start)) || null;
}

/** R3年度行政評価表について、R4からR5へ: where two other years are said, the one before a paper's name is part of it. */
function isOfPaper(item: Item, frame: Frame): boolean {
  const next = frame.next(item);
  const paper =
    next?.meaning?.is === 'document' || (next?.meaning?.is === 'entity' && next.meaning.kind === 'plan');
  if (!paper || !/^の?$/.test(item.after.trim())) return false;
  const others = frame.years().filter((one) => (one as Item) !== item);
  return new Set(others.flatMap(({ meaning }) => meaning.years.years)).size > 1;
}

/** Every year of the clause, whether said for all or for one attribute; ascending. */
export function yearsSaid({ all, of }: BoundYears): number[] {
  return distinct([...all, ...[...of.values()].flat()]);
}

function distinct(years: readonly number[]): number[] {
  return [...new Set(years)].sort((a, b) => a - b);
}
