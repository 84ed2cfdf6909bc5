// One text of a heading: its year, unit and marks taken out. 令和６年度予算額（千円） → 予算額, 2024, 千円.
import { readYears } from '../../cells/years.ts';
import { type Headings, plainHeading } from '../headings.ts';
import { isKnown } from './single.ts';

export interface Segment {
  rest: string;
  fy: number | null;
  range: boolean;
  eraless: boolean;
  relative: number | null;
  unit: string | null;
  total: boolean;
  /** Spelled as printed, years out. */
  base: string;
}

/** What a year leaves over; 現在高 is a word of its own. */
const behindYear = /^(?:年?度中の?(?=増減|[積取])|年?度|末|中の?(?=増減|[積取])|時点|現在(?![高額]))/;

/** Takes years, units and marks out of one text. */
export function readSegment(text: string, vocabulary: Headings): Segment {
  const segment: Segment = {
    rest: '',
    fy: null,
    range: false,
    eraless: false,
    relative: null,
    unit: null,
    total: false,
    base: '',
  };
  let plain = withoutYears(text, segment);
  // R5(決算): what is left in brackets is the name.
  plain = plain.replace(/^\(([^()]+)\)$/, (whole, inside: string) =>
    isUnit(inside, vocabulary) || isMark(inside) ? whole : inside,
  );
  const counted = countedIn(text, vocabulary);
  if (counted) {
    segment.unit = counted.unit;
    plain = counted.name;
  }
  // The unit stays in it: 千円 this year and 円 the next are not one heading.
  segment.base = plain;
  plain = withoutUnits(plain, segment, vocabulary)
    .replace(/^(?:[①-⑳⑴-⒇]|\(\d{1,2}\)|\d{1,2}[.．、)]|[a-zア-ン][.．、)])/, '')
    .replace(/[+=]+$/, '');
  // NFKC has made ①手段 1手段; a figure in front of a known word is such a mark.
  const unmarked = plain.replace(/^\d{1,2}(?=\D)/, '');
  const relative = relativeIn(plain, vocabulary);
  if (relative) {
    segment.relative = relative.offset;
    plain = relative.rest;
  }
  segment.rest = !isKnown(plain, vocabulary) && isKnown(unmarked, vocabulary) ? unmarked : plain;
  // A segment that is nothing but a unit or 計 says no name of its own.
  if (isUnit(segment.rest, vocabulary) && segment.rest !== '' && !isKnown(segment.rest, vocabulary)) {
    segment.unit = segment.rest;
    segment.rest = '';
  }
  return segment;
}

/** The text without its years, which go into the segment, and without what only wrapped them. */
function withoutYears(text: string, segment: Segment): string {
  // 指標①R6目標: the ordinal and the year are two numbers.
  let plain = plainHeading(text).replace(/(?<=[^\d\s.])(\d{1,2})(?=(?:r|h|令和|平成)\d)/g, '$1_');
  const spelled = plain;
  const spans = readYears(spelled);
  for (const span of [...spans].reverse()) {
    // A western number of four figures inside a word (東京2020) is a name; years stand at an edge or in brackets.
    plain = plain.slice(0, span.start) + plain.slice(span.end).replace(behindYear, '');
    if (span.joined) segment.range = true;
    else segment.fy = span.years[0] ?? null;
    if (span.eraless) segment.eraless = true;
  }
  if (
    sumsYears(plain) ||
    spans.some(({ start }) => goesOn(spelled.slice(start))) ||
    new Set(spans.map((span) => span.years[0])).size > 1
  )
    segment.range = true;
  // What only wrapped a year or joined it: 予算額()、(末)、令和7年度末見込み
  plain = plain.replace(/\((?:年?度?末?時?点?|現在)\)/g, '').replace(/^[・、,／/|_-]+|[・、,／/|_-]+$/g, '');
  // 上段：目標値　下段：実績値 over years says what the rows hold.
  return /^\(?上段.+下段.+$/.test(plain) ? '' : plain;
}

/** The text without brackets that hold a unit, 計 or a mark; the first two go into the segment. */
function withoutUnits(plain: string, segment: Segment, vocabulary: Headings): string {
  return plain.replace(/\(([^()]*)\)|(?:単位)([^()]+)$/g, (whole, inside?: string, behind?: string) => {
    const content = (inside ?? behind ?? '').replace(/^単位/, '');
    if (inside !== undefined && namesOffice(plain, inside, vocabulary)) return whole;
    if (isUnit(content, vocabulary)) {
      segment.unit = content;
      return '';
    }
    if (inside !== undefined && vocabulary.has(vocabulary.words.totalMarks, content)) {
      segment.total = true;
      return '';
    }
    return isMark(content) ? '' : whole;
  });
}

/** （従事人数：人）: the colon goes with the spelling, what is counted in stands last. */
function countedIn(text: string, vocabulary: Headings): { name: string; unit: string } | null {
  const [, name, unit] = /^[（(]\s*([^：:（()）]+)[：:]\s*([^（()）：:]+?)\s*[)）]$/.exec(text.trim()) ?? [];
  if (name === undefined || unit === undefined || !isUnit(plainHeading(unit), vocabulary)) return null;
  return { name: plainHeading(name), unit: plainHeading(unit) };
}

/** 前年度予算額 → -1, 予算額. */
function relativeIn(plain: string, vocabulary: Headings): { offset: number; rest: string } | null {
  const years = Object.entries(vocabulary.words.relativeYears).sort(([a], [b]) => b.length - a.length);
  for (const [word, offset] of years) {
    const spelled = plainHeading(word);
    if (!plain.startsWith(spelled)) continue;
    const rest = plain.slice(spelled.length).replace(/^[のへ]/, '');
    // 前年度からの繰越し stays a name of its own.
    return rest === '' || isKnown(rest, vocabulary) ? { offset, rest } : null;
  }
  return null;
}

/** (a), (a-b), (※1): by what a note or a sum names the column. */
function isMark(inside: string): boolean {
  return /^[a-z](?:[-+×÷*/][a-z])*(?:[×*]100)?$|^注?\d?$/.test(inside);
}

/** 所属(部) is an office; what is counted in 部 is none. */
function namesOffice(text: string, inside: string, { words, has }: Headings): boolean {
  const outside = text.slice(0, text.indexOf('('));
  return words.departmentParts.some((list) => has(list, inside)) && has(words.department, outside);
}

/** 令和9年度以降, 令和6年度末までの事業費: what comes after a year or came before it is no year's amount. 令和10年度までの目標 is that of its year. */
function goesOn(text: string): boolean {
  const [, rest] =
    /^\D*(?:\d+|元)(?:年度?|\/\d+)?末?(?:以降|以後|以前|まで)の?(?:に(?:要した|支出した|執行した)?)?(.*)$/.exec(
      text,
    ) ?? [];
  if (rest === undefined) return false;
  return /\d年?度?末?以[降後]/.test(text)
    ? !/目標|指標/.test(rest)
    : /費|額|支出|決算|執行|累計|投資/.test(rest);
}

/** 3か年計, 期間計: what several years come to is no year's amount. */
function sumsYears(text: string): boolean {
  return /^(?:(?:\d|[二三四五])(?:か|ヵ|ケ|ヶ|カ|箇)?年(?:間|度)?|(?:計画)?期間)の?(?:合計|計|総額|総計|累計)(?:額|\(.*\))?$/.test(
    text,
  );
}

/** 千円, %, 人: a unit alone. */
function isUnit(text: string, { words }: Headings): boolean {
  const plain = text.replace(/^単位[:：]?/, '');
  return (
    Object.hasOwn(words.units.money, plain) ||
    words.units.rate.includes(plain) ||
    words.units.counted.includes(plain)
  );
}
