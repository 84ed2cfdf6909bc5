// One numeral as written: 34,507 · 1億5千万 · 30万1千 · 三千五百万 · 二〇二六. Whether it counts anything is settled elsewhere.

/** A numeral and how it was put together. */
export interface Numeral {
  end: number;
  value: number;
  /** It begins with an Arabic digit. */
  arabic: boolean;
  /** Numbers and scales that make it up: 三千五百万 → 5, 百万 → 2, 一 → 1. */
  parts: number;
  /** A scale stands in it: 三千五百, 十. */
  scaled: boolean;
  /** No digit stands in it: 千, 百万. */
  bareScale: boolean;
  /** One Arabic number before one run of scales: 12.5万 → { number: 12.5, marks: 万 }. */
  simple?: { number: number; marks: string };
}

const digits = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value]));
digits.set('零', 0);
const small = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }));
const big = new Map(Object.entries({ 万: 1e4, 億: 1e8, 兆: 1e12 }));

const arabic = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
/** Words that begin with a scale: 2千葉 is no 2,000, and 2025万博 no 20,250,000. */
const scaleWord = /百貨|百合|千葉|千代|千鳥|千早|千歳|万葉|万博|万国|万全|万能|万引|万一|億劫|十分|十字/y;

/** The numeral that begins at `at`; null when none does. */
export function numeralAt(text: string, at: number): Numeral | null {
  let place = at;
  let total = 0;
  let section = 0;
  let current: number | null = null;
  let lastSmall = Number.POSITIVE_INFINITY;
  let lastBig = Number.POSITIVE_INFINITY;
  let parts = 0;
  let digitsSeen = 0;
  let number = 0;
  let marks = '';
  while (place < text.length) {
    const character = text[place] ?? '';
    if (current === null) {
      const written = digitsAt(text, afterBlank(text, place, at));
      if (written) {
        if (digitsSeen > 0 && written.value >= Math.min(lastSmall, lastBig)) break;
        current = written.value;
        number = written.value;
        digitsSeen++;
        parts += written.length;
        place = written.end;
        continue;
      }
    }
    const scale = isWordHere(scaleWord, text, place) ? undefined : small.get(character);
    const group = isWordHere(scaleWord, text, place) ? undefined : big.get(character);
    if (scale !== undefined && scale < lastSmall) {
      section += (current ?? 1) * scale;
      lastSmall = scale;
    } else if (group !== undefined && group < lastBig && (current !== null || section > 0)) {
      total += (section + (current ?? 0)) * group;
      section = 0;
      lastSmall = Number.POSITIVE_INFINITY;
      lastBig = group;
    } else break;
    current = null;
    marks += character;
    parts++;
    place++;
  }
  if (parts === 0) return null;
  const isArabic = /\d/.test(text[at] ?? '');
  return {
    end: place,
    // 12.5 × 10000 must be 125000, not 125000.00000000001.
    value: Number((total + section + (current ?? 0)).toPrecision(15)),
    arabic: isArabic,
    parts,
    scaled: marks !== '',
    bareScale: digitsSeen === 0,
    ...(isArabic && digitsSeen === 1 && place > at ? { simple: { number, marks } } : {}),
  };
}

/** 34,507 or 二〇二六 at `at`, with the number of numerals it is made of. */
function digitsAt(text: string, at: number): { value: number; end: number; length: number } | null {
  arabic.lastIndex = at;
  const written = arabic.exec(text)?.[0];
  if (written !== undefined)
    return { value: Number(written.replaceAll(',', '')), end: at + written.length, length: 1 };
  let end = at;
  let value = 0;
  for (let digit = digits.get(text[end] ?? ''); digit !== undefined; digit = digits.get(text[end] ?? '')) {
    value = value * 10 + digit;
    end++;
  }
  return end > at ? { value, end, length: end - at } : null;
}

/** 1億 5千万 is one numeral; 1億 5件 is not. */
function afterBlank(text: string, place: number, start: number): number {
  if (place === start || text[place] !== ' ' || !/[万億兆]/.test(text[place - 1] ?? '')) return place;
  return isWordHere(/ \d+(?:\.\d+)?[千百万億]/y, text, place) ? place + 1 : place;
}

function isWordHere(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
