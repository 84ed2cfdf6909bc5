// Figures that a document tells in running text: 東京圏へは約450人, 全14事業のうち6事業; read where no cell holds them.
import { readYears } from '../language/fiscal-years.ts';
import { normalize } from '../language/normalize.ts';
import { type NumberSpan, readNumbers } from '../language/numbers.ts';
import type { ToldFigure } from './query.ts';

/** A figure found in one of the texts, held against what was claimed. */
export interface FoundFigure {
  near: string;
  /** Place of its text among those looked through. */
  text: number;
  value: number;
  unit: string;
  /** As printed: 約450人. */
  said: string;
  /** Null where nothing was claimed. */
  holds: boolean | null;
}

/** Of a part that is a fiscal year. */
export const yearUnit = '年度';
/** Where the years stand does not depend on the day. */
const anyDay = { fiscalYear: 2025, today: '2025-04-01' };

/** The figure that stands for a part of what was said; null where no text tells it, or one tells several. */
function figureTold(part: ToldFigure, texts: readonly string[]): FoundFigure | null {
  if (part.of === 'member') return memberTold(part, texts);
  for (const [at, text] of texts.entries()) {
    const plain = normalize(text);
    if (part.near !== '' && !plain.includes(part.near)) continue;
    if (part.deed && saysOpposite(part.deed, plain)) continue;
    const span = part.claimed?.unit === yearUnit ? yearIn(part.claimed.value, plain) : spanFor(part, plain);
    if (!span) continue;
    const { value, unit, text: said } = span;
    return {
      near: part.near,
      text: at,
      value,
      unit: unit ?? '',
      said,
      holds: part.claimed === null ? null : value === part.claimed.value,
    };
  }
  return null;
}

/** 検討していません beside 検討している. */
function saysOpposite({ noun, denied }: NonNullable<ToldFigure['deed']>, text: string): boolean {
  return text.includes(noun) && deniedIn(noun, text) !== denied;
}

/** 検討していない, 検討しません, 検討せず. */
export function deniedIn(noun: string, text: string): boolean {
  const behind = text.slice(text.lastIndexOf(noun) + noun.length);
  return (
    /^(?:を|は|も)?(?:し|され|でき)?(?:て(?:は)?い?|に)?(?:ない|ません|なかった|ず)/.test(behind) ||
    /^せず/.test(behind)
  );
}

/** Whether the first text, a definition, lists it. */
function memberTold({ near }: ToldFigure, [text]: readonly string[]): FoundFigure | null {
  if (text === undefined) return null;
  return { near, text: 0, value: 0, unit: '', said: near, holds: normalize(text).includes(near) };
}

/** All figures, one by one; null where one of them is told nowhere. */
export function figuresTold(parts: readonly ToldFigure[], texts: readonly string[]): FoundFigure[] | null {
  const found = parts.map((part) => figureTold(part, texts));
  return found.every((one) => one !== null) ? (found as FoundFigure[]) : null;
}

/** Texts that are one sentence but for a word and a figure. */
export function alikeBut(sides: readonly FoundFigure[], texts: readonly string[]): boolean {
  const bare = sides.map(({ near, said, text }) =>
    normalize(texts[text] ?? '')
      .replace(said, '')
      .replace(near, ''),
  );
  const places = new Set(sides.map(({ text }) => text));
  return places.size === sides.length && bare.every((one) => one === bare[0]);
}

/** The year itself where the text names it, else the only one it names. */
function yearIn(claimed: number, text: string): Pick<NumberSpan, 'value' | 'unit' | 'text'> | null {
  const { spans } = readYears(text, anyDay);
  const span =
    spans.find(({ years }) => years.includes(claimed)) ?? (spans.length === 1 ? spans[0] : undefined);
  const value = span?.years.includes(claimed) ? claimed : span?.years[0];
  return span && value !== undefined
    ? { value, unit: yearUnit, text: text.slice(span.start, span.end) }
    : null;
}

function spanFor({ of, claimed }: ToldFigure, text: string): NumberSpan | null {
  const spans = readNumbers(text).filter(
    ({ unit, ordinal }) =>
      !ordinal && unit !== null && !/^年|月$/.test(unit) && (!claimed || unit === claimed.unit),
  );
  const [whole, part] = spans;
  // 全14事業からなる…のうち6事業: the first is what the second is taken from.
  const taken =
    whole &&
    part &&
    whole.unit === part.unit &&
    /うち|の中(?:の|から)/.test(text.slice(whole.end, part.start));
  if (taken && spans.length === 2) return of === 'base' ? whole : part;
  // 第1期が30万5千人、第2期が30万1千人: which of several is meant, nobody can tell.
  return new Set(spans.map(({ value }) => value)).size === 1 ? (whole ?? null) : null;
}
