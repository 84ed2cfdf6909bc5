// Numbers of a text: 34,507千円, 三千五百万, 3割以上, 50~80%, ▲2.6. Years, dates, codes and words such as 一覧 are none.
import { readYears } from './fiscal-years.ts';
import { normalize } from './normalize.ts';
import { bounded } from './numbers/bounds.ts';
import { type Count, countAt } from './numbers/count-at.ts';
import type { NumberSpan } from './numbers/number-span.ts';
import { readOrdinals } from './numbers/ordinals.ts';
import { markOtherFigures } from './numbers/other-figures.ts';
import { shareAt } from './numbers/parts-of-one.ts';

export type { NumberSpan } from './numbers/number-span.ts';

const about = /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|だいたい|大体|ざっと) ?/y;
/** Where the years stand does not depend on the day. */
const anyDay = { fiscalYear: 2025, today: '2025-04-01' };

/** The numbers of a normalised text, left to right, never overlapping; `read`: its years, where they are known. */
export function readNumbers(text: string, read = readYears(text, anyDay)): NumberSpan[] {
  const taken: boolean[] = new Array(text.length).fill(false);
  const { spans: years, unread } = read;
  for (const { start, end } of [...years, ...unread]) taken.fill(true, start, end);
  const ordinals = readOrdinals(text, taken);
  for (const { start, end } of ordinals) taken.fill(true, start, end);
  markOtherFigures(text, taken);
  const spans: NumberSpan[] = ordinals.map((one) => ({
    ...one,
    text: text.slice(one.start, one.end),
    ordinal: true,
  }));
  for (let place = 0; place < text.length; place++) {
    if (taken[place] || !begins.test(text[place] ?? '')) continue;
    const span = spanAt(text, place, taken);
    if (!span) {
      // What was no number from its first figure is none from its second either.
      while (figure.test(text[place] ?? '') && figure.test(text[place + 1] ?? '')) place++;
      continue;
    }
    spans.push(span);
    place = span.end - 1;
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** One number alone in a cell or a field, in any spelling: 「１,234件」, 「約450人」, 「1億5千万円」; null for anything else. */
export function readQuantity(cell: string): NumberSpan | null {
  const text = normalize(cell);
  // A whole cell of four figures is an amount, though 2026 in a question is a year.
  if (/^\d{4}$/.test(text)) return { start: 0, end: 4, text, value: Number(text), unit: null };
  const spans = readNumbers(text);
  const [only] = spans;
  return spans.length === 1 && only?.start === 0 && only.end === text.length && !only.ordinal ? only : null;
}

const begins = /[\d〇零一二三四五六七八九十百千約おほ概だ大ざ▲△+\-マプ¥\\半ゼひふみよいむなやこ]/;
const figure = /[\d,.〇零一二三四五六七八九十百千万億兆]/;

function spanAt(text: string, at: number, taken: readonly boolean[]): NumberSpan | null {
  about.lastIndex = at;
  const prefix = about.exec(text)?.[0] ?? '';
  const from = at + prefix.length;
  const share = shareAt(text, from);
  const first: Count | null = share ? { start: from, bare: false, step: 1, ...share } : countAt(text, from);
  if (!first || taken.slice(from, first.end).some(Boolean)) return null;
  const span = bounded(text, at, first, taken);
  return prefix === '' ? span : { ...span, approximate: true };
}
