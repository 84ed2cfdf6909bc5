// Years by their name: 令和8年度, R8, '26年度, FY2025, 二〇二六年, 7年度, 2026.
import { unitAt } from '../numbers/units.ts';
import { bareYear, eraYear, isWesternYear, shortWesternYear, yearNumber } from './eras.ts';
import type { YearContext, YearMention } from './year-span.ts';

const kanji = '[〇一二三四五六七八九十]';
const fiscal = '(?:年度|年ど|ねんど|nendo|fy(?![a-z0-9]))';
const calendar = '(?:年(?!間|目|代|生(?!ま)|齢|金|賀)|ねん(?!か))';
const suffix = `( ?${fiscal}| ?${calendar})?`;

const eraWord = new RegExp(
  `(令和|平成|昭和|れいわ|へいせい|しょうわ|reiwa|heisei|showa)(?: |の(?=\\d{1,2} ?年度))?(?:(元|がん|\\d{1,3})(?!\\d|,\\d{3}|\\.\\d)${suffix}|(${kanji}{1,3})(?!${kanji})( ?${fiscal}| ?${calendar}|(?![\\p{Script=Han}])))`,
  'yu',
);
const eraKanji = new RegExp(
  `(?<!\\p{Script=Han})([令平昭])(元|\\d{1,2})(?!\\d|,\\d{3}|\\.\\d)${suffix}`,
  'yu',
);
const eraLetter = new RegExp(
  `(?<![a-z0-9&.'])([rhs])(?:[.']|(?<=[rh]) )?(元|\\d{1,2}(?!\\d|%|,\\d{3}|\\.\\d)|${kanji}{1,3}(?=年))(?!(?!nendo|fy)[a-z&])(?!-[a-qt-z])${suffix}`,
  'y',
);
const western = new RegExp(`(?<![\\d,.])(\\d{4})(?!\\d|,\\d{3}|\\.\\d)( ?${fiscal}|${calendar})?`, 'y');
const westernKanji = new RegExp(`([一二]${kanji}{3}|二千${kanji}{0,3})( ?${fiscal}| ?${calendar})?`, 'y');
const short = new RegExp(`(?<![a-z0-9])(fy ?'?|')(\\d{4}|\\d{2})(?![\\d,a-z]|\\.\\d)${suffix}`, 'y');
/** 5~7年度, 6・7年度, 24~26年度 */
const bareRun = new RegExp(
  `(?<![\\d.,第/-])(\\d{1,2}|${kanji}{1,2}) ?([~・、,/-]) ?(\\d{1,2}|${kanji}{1,2})( ?${fiscal})`,
  'y',
);
const spokenNumber = 'がん|いち|に|さん|よん?|ご|ろく|しち|なな|はち|きゅう|く|じゅう(?:いち|に)?';
const spoken = new RegExp(`(れいわ|へいせい|しょうわ) ?(${spokenNumber})( ?${fiscal}| ?${calendar})`, 'y');
const bare = new RegExp(`(?<![\\d.,第])(\\d{1,6}|元|${kanji}{1,3})( ?${fiscal})`, 'y');
/** 令和〇年度 with the number left open, 大正10年, 冷和8年度: a year, but which? */
const unclear = new RegExp(
  `(?:令和|平成|昭和) ?[○◯●xx?_*]{1,2} ?年度?|(?:大正|明治) ?(?:元|\\d{1,2}|${kanji}{1,3}) ?年度?|(?<![a-z])[rh][○◯]{1,2}年度?`,
  'y',
);

/** A text, where in it a year may begin, and the fiscal year of today. */
interface At {
  text: string;
  at: number;
  now: number;
}

/** A year as read; undefined where the text has another form, null where it has this one and is no year. */
type Read = YearMention | null | undefined;

function exec(form: RegExp, { text, at }: At): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

function mention({ at }: At, whole: string, year: number | null, tail: string | undefined): YearMention {
  return {
    start: at,
    end: at + whole.length,
    years: year === null ? [] : [year],
    kind: tail !== undefined && /年$|ねん$/.test(tail) ? 'calendar' : 'fiscal',
  };
}

/** 令和8年度, R8, れいわはちねんど. */
function ofEra(at: At): Read {
  const word = exec(eraWord, at);
  if (word) {
    const [whole, era = '', number, tail, kanjiNumber, kanjiTail] = word;
    return mention(at, whole, eraYear(era, number ?? kanjiNumber ?? '', at.now), tail ?? kanjiTail);
  }
  const era = exec(eraKanji, at) ?? exec(eraLetter, at);
  if (!era) return undefined;
  const [whole, letter = '', number = '', tail] = era;
  if (tail === undefined) {
    // S3, R1グランプリ and H2ロケット are no years; R7ダントツ holds one.
    if (letter === 's' && Number(number) < 20) return null;
    if (/^[ァ-ヺ]/.test(at.text.slice(at.at + whole.length)) && Number(number) <= 3) return null;
  }
  return mention(at, whole, eraYear(letter, number, at.now), tail);
}

function spokenYear(at: At): Read {
  const kana = exec(spoken, at);
  if (!kana) return undefined;
  const [whole, name = '', number = '', tail] = kana;
  return mention(at, whole, eraYear(name, number, at.now), tail);
}

/** '26, FY2026, 2026年度, 二〇二六年. */
function ofWest(at: At): Read {
  const marked = exec(short, at);
  if (marked) {
    const [whole, mark = '', number = '', tail] = marked;
    // '26 alone may be anything.
    if (mark === "'" && (tail === undefined || number.length === 4)) return null;
    const year = number.length === 4 ? Number(number) : shortWesternYear(number, at.now);
    return mention(at, whole, year !== null && isWesternYear(year) ? year : null, tail);
  }
  const full = exec(western, at);
  if (full) {
    const [whole, number = '', tail] = full;
    const year = Number(number);
    if (isWesternYear(year) && (tail !== undefined || standsAlone(at.text, at.at, at.at + whole.length)))
      return mention(at, whole, year, tail);
    return tail !== undefined && !/年$/.test(tail) ? mention(at, whole, null, tail) : null;
  }
  const spelled = exec(westernKanji, at);
  if (!spelled) return undefined;
  const [whole, number = '', tail] = spelled;
  const year = yearNumber(number);
  const closed = !/^[\p{Script=Han}]/u.test(at.text.slice(at.at + whole.length));
  const tells = tail !== undefined || (number.includes('〇') && closed);
  return year !== null && isWesternYear(year) && tells ? mention(at, whole, year, tail) : undefined;
}

/** 8年度, 元年度, 5~7年度: a number and no era. */
function withoutEra(at: At): Read {
  const before = at.text[at.at - 1] ?? '';
  // 四年度 of 三十四年度 is read with the whole.
  const inside = /[〇一二三四五六七八九十百千]/.test(before);
  const several = exec(bareRun, at);
  const run = several && !inside ? runOfYears(several, at.now) : null;
  if (run) return { ...mention(at, run.whole, run.last, run.tail), ...run.years };
  const plain = exec(bare, at);
  if (!plain) return undefined;
  const [whole, number = '', tail] = plain;
  if (inside || /^[毎各]/.test(before)) return null;
  return mention(at, whole, number === '元' ? 2019 : bareYear(number, at.now), tail);
}

/** The year that begins at `at`; no years when it is like a year and not understood. */
export function namedYear(text: string, at: number, { fiscalYear: now }: YearContext): YearMention | null {
  const place = { text, at, now };
  for (const form of [ofEra, ofWest, spokenYear, withoutEra]) {
    const read = form(place);
    if (read !== undefined) return read;
  }
  const blank = exec(unclear, place);
  return blank ? mention(place, blank[0], null, undefined) : null;
}

/** 5~7年度, 6・7年度: its last year, and all of them when that one is understood; null when the numbers do not rise. */
function runOfYears([whole, one = '', joint = '', other = '', tail]: RegExpExecArray, now: number) {
  const last = bareYear(other, now);
  const steps = (yearNumber(other) ?? 0) - (yearNumber(one) ?? 0);
  if (steps <= 0 || steps > 15) return null;
  const isRange = joint === '~' || joint === '-';
  const years = (from: number): Pick<YearMention, 'years' | 'joined'> => ({
    years: isRange ? Array.from({ length: steps + 1 }, (_, index) => from + index) : [from, from + steps],
    joined: isRange ? 'range' : 'list',
  });
  return { whole, last, tail, years: last === null ? {} : years(last - steps) };
}

/** 2026 is a year where nothing makes it an amount (2025人, 2000以上), a number (No.2024) or a name (東京2020, 2030アジェンダ). */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end);
  if (/[a-z'.¥\\+▲△第]$|[\d)]-$/.test(before) || /[ァ-ヺー]$/.test(before)) return false;
  // 事業費2026 asks for a year; 東京2020 and 計画2030 are names.
  if (/\p{Script=Han}$/u.test(before) && !/(?:[算績標値費率額実分]|年度)$/.test(before)) return false;
  if (
    /^[a-zァ-ヺ%]|^ ?(?:千|百|万|億|兆)|^(?:年|以上|以下|以内|未満|超|番|号|名|代|東京|より(?:多|少|大|小|高|低))/.test(
      after,
    )
  )
    return false;
  if (/^-\d|^:\d/.test(after) && !/^-(?:19|20)?\d{2}(?![\d-])/.test(after)) return false;
  return unitAt(text, end, 'arabic') === null || /^(?:校|基|行|度)/.test(after);
}
