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

/** The year that begins at `at`; no years when it is like a year and not understood. */
export function namedYear(text: string, at: number, { fiscalYear: now }: YearContext): YearMention | null {
  const exec = (form: RegExp) => {
    form.lastIndex = at;
    return form.exec(text);
  };
  const mention = (whole: string, year: number | null, tail: string | undefined): YearMention => ({
    start: at,
    end: at + whole.length,
    years: year === null ? [] : [year],
    kind: tail !== undefined && /年$|ねん$/.test(tail) ? 'calendar' : 'fiscal',
  });
  const word = exec(eraWord);
  if (word) {
    const [whole, era = '', number, tail, kanjiNumber, kanjiTail] = word;
    const written = number ?? kanjiNumber ?? '';
    return mention(whole, eraYear(era, written, now), tail ?? kanjiTail);
  }
  const era = exec(eraKanji) ?? exec(eraLetter);
  if (era) {
    const [whole, letter = '', number = '', tail] = era;
    const end = at + whole.length;
    if (tail === undefined) {
      // S3, R1グランプリ and H2ロケット are no years; R7ダントツ holds one.
      if (letter === 's' && Number(number) < 20) return null;
      if (/^[ァ-ヺ]/.test(text.slice(end)) && Number(number) <= 3) return null;
    }
    return mention(whole, eraYear(letter, number, now), tail);
  }
  const marked = exec(short);
  if (marked) {
    const [whole, mark = '', number = '', tail] = marked;
    // '26 alone may be anything.
    if (mark === "'" && (tail === undefined || number.length === 4)) return null;
    const year = number.length === 4 ? Number(number) : shortWesternYear(number, now);
    return mention(whole, year !== null && isWesternYear(year) ? year : null, tail);
  }
  const full = exec(western);
  if (full) {
    const [whole, number = '', tail] = full;
    const year = Number(number);
    if (isWesternYear(year) && (tail !== undefined || standsAlone(text, at, at + whole.length)))
      return mention(whole, year, tail);
    return tail !== undefined && !/年$/.test(tail) ? mention(whole, null, tail) : null;
  }
  const spelled = exec(westernKanji);
  if (spelled) {
    const [whole, number = '', tail] = spelled;
    const year = yearNumber(number);
    const closed = !/^[\p{Script=Han}]/u.test(text.slice(at + whole.length));
    if (year !== null && isWesternYear(year) && (tail !== undefined || (number.includes('〇') && closed)))
      return mention(whole, year, tail);
  }
  const kana = exec(spoken);
  if (kana) {
    const [whole, name = '', number = '', tail] = kana;
    return mention(whole, eraYear(name, number, now), tail);
  }
  const several = exec(bareRun);
  const run =
    several && !/[〇一二三四五六七八九十百千]/.test(text[at - 1] ?? '') ? runOfYears(several, now) : null;
  if (run) return { ...mention(run.whole, run.last, run.tail), ...run.years };
  const plain = exec(bare);
  if (plain) {
    const [whole, number = '', tail] = plain;
    // 四年度 of 三十四年度 is read with the whole.
    if (/[〇一二三四五六七八九十百千]/.test(text[at - 1] ?? '') || /^(?:毎|各)/.test(text[at - 1] ?? ''))
      return null;
    return mention(whole, number === '元' ? 2019 : bareYear(number, now), tail);
  }
  const blank = exec(unclear);
  return blank ? mention(blank[0], null, undefined) : null;
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
