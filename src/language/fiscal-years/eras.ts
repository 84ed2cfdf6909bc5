// Eras and the numbers of years: 令和八 → 2026, h30 → 2018, and how far a year may lie ahead.
import { numeralAt } from '../numbers/numerals.ts';

/** Names of the eras, the year before their first, and the last number that may be written. */
const eras: { names: RegExp; before: number; last: number }[] = [
  { names: /^(?:令和?|れいわ|reiwa|r)$/, before: 2018, last: 99 },
  // Plans of before 2019 count on: 平成32年度 is 2020.
  { names: /^(?:平成?|へいせい|heisei|h)$/, before: 1988, last: 45 },
  { names: /^(?:昭和?|しょうわ|showa|s)$/, before: 1925, last: 64 },
];

/** How many years ahead of today somebody may mean: plans name 令和37年度, 令和50年度 is a slip of the hand. */
const horizon = 35;
/** A number of two digits without an era is taken for less: 44年度 may be 昭和44 or 2044, so it is asked. */
const bareHorizon = 10;
/** 12年度 is 令和12 while plans run that far; 15年度 may be 平成15, 2015 or 令和15. */
const planHorizon = 5;

const spokenNumbers = new Map(
  [
    ['元', 'がん', 'いち'],
    ['に'],
    ['さん'],
    ['よん', 'よ'],
    ['ご'],
    ['ろく'],
    ['なな', 'しち'],
    ['はち'],
    ['きゅう', 'く'],
    ['じゅう'],
    ['じゅういち'],
    ['じゅうに'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** 元 → 1, なな → 7, 八 → 8, 三〇 → 30, 12 → 12; null when it is no number. */
export function yearNumber(written: string): number | null {
  const spoken = spokenNumbers.get(written);
  if (spoken !== undefined) return spoken;
  const numeral = numeralAt(written, 0);
  return numeral && numeral.end === written.length ? numeral.value : null;
}

/** The western year of an era's year; null when there is none or it lies too far ahead. */
export function eraYear(era: string, written: string, now: number): number | null {
  const known = eras.find(({ names }) => names.test(era));
  const number = yearNumber(written);
  if (!known || number === null || number < 1 || number > known.last) return null;
  const year = known.before + number;
  return year <= now + horizon ? year : null;
}

/** 8年度 → 令和8, 12年度 → 令和12, 26年度 → 2026; null for 44年度 and for 28年度 (平成28 or 2028). */
export function bareYear(written: string, now: number): number | null {
  const number = yearNumber(written);
  if (number === null || number < 1 || number > 99) return null;
  const reiwa = 2018 + number;
  const western = 2000 + number;
  if (western < now - bareHorizon) return reiwa <= now + planHorizon ? reiwa : null;
  if (western > now && number <= 31) return null;
  return western <= now + bareHorizon ? western : null;
}

/** '26 and FY26 are of this century, within the same bounds. */
export function shortWesternYear(written: string, now: number): number | null {
  const year = 2000 + Number(written);
  return year <= now + bareHorizon ? year : null;
}

/** A year in four digits that somebody may ask about. */
export function isWesternYear(year: number): boolean {
  return year >= 1945 && year <= 2100;
}

/** The second number of 令和6・7年度, H30~2, 2024~26; null when it cannot follow `first`. */
export function followingYear(first: number, written: string, now: number): number | null {
  const number = yearNumber(written);
  if (number === null || number < 1) return null;
  // After R6 or 2024 a number above 15 is short for 20…: nobody writes 令和26 so.
  const own = first > 2018 ? (number > 15 ? 2000 : 2018) : first > 1988 ? 1988 : 1925;
  const years = [own, 2018, 1988].map((offset) => offset + number);
  const fits = (year: number) => year > first && year - first <= 15 && year <= now + horizon;
  return years.find(fits) ?? null;
}
