// One heading read: what the column holds, of which year, in which unit. 令和６年度予算額（千円） → money, 2024, 千円.
import { readYears } from '../cells/years.ts';
import type { MoneyKind } from '../read-plan.ts';
import { type Headings, plainHeading } from './headings.ts';

/** What a column can hold. */
export type Meaning =
  | 'project'
  | 'number'
  | 'serial'
  | 'department'
  | 'policy'
  | 'policy-code'
  | 'money'
  | 'kpi-name'
  | 'kpi-unit'
  | 'baseline'
  | 'current'
  | 'target'
  | 'actual'
  | 'rate'
  | 'target-year'
  | 'baseline-year'
  | 'direction'
  /** A numbered indicator's figure; its block or year says whether target or actual. */
  | 'kpi-value'
  | 'year'
  | 'row-kind'
  | 'amount'
  | 'unit'
  | 'summary'
  | 'personal'
  /** Nothing but a year: the group above, the row's kind or an answer says what stands there. */
  | 'year-only'
  | 'attribute';

/** A heading taken apart. */
export interface Heading {
  /** As printed, the rows joined by a blank, without line breaks. */
  label: string;
  meaning: Meaning;
  /** Of `money`; null where the heading does not say which. */
  money: MoneyKind | null;
  /** （合計） stands behind it. */
  total: boolean;
  /** The year the heading prints; a range gives no year and makes it an attribute. */
  fy: number | null;
  eraless: boolean;
  /** 前年度 → -1, 翌年度 → 1. */
  relative: number | null;
  /** Unit in brackets: 千円, %, 人. */
  unit: string | null;
  /** 活動指標ア: the group and its ordinal. */
  indicator: { group: string; ordinal: string } | null;
  /** Place in the chain 局 → 係; null for a department in full. */
  departmentPart: number | null;
  /** 職員数, 執行率: what stands there is no money whatever its section counts in. */
  counts: boolean;
  /** Without years, for the fingerprint and for finding repeated blocks. */
  base: string;
}

interface Segment {
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

/** Reads the texts that stand above each other over one column. */
export function readHeading(path: readonly string[], vocabulary: Headings): Heading {
  const segments = path.map((text) => readSegment(text, vocabulary));
  const named = segments.filter(({ rest }) => rest !== '');
  const innermost = <T>(pick: (segment: Segment) => T | null): T | null =>
    segments.reduce<T | null>((found, segment) => pick(segment) ?? found, null);
  const range = segments.some((segment) => segment.range);
  const meant = meaningOf(
    named.map(({ rest }) => rest),
    vocabulary,
  );
  const heading: Heading = {
    label: path
      .map((text) => withoutBreaks(text).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
      .join(' '),
    money: null,
    total: segments.some(
      ({ total, rest }) => total || /合計|総計/.test(rest) || vocabulary.has(vocabulary.words.totals, rest),
    ),
    fy: range ? null : innermost(({ fy }) => fy),
    eraless: segments.some(({ eraless }) => eraless),
    relative: innermost(({ relative }) => relative),
    unit: innermost(({ unit }) => unit),
    indicator: null,
    departmentPart: null,
    counts: named.some(({ rest }) => countsThings(rest)),
    base: segments.map(({ base }) => base).join('|'),
    ...meant,
  };
  settleCounted(heading, named, vocabulary);
  if (named.length === 0)
    heading.meaning = heading.fy !== null || heading.relative !== null ? 'year-only' : 'attribute';
  // 事業費 R5〜R9 is a sum over years, no year's budget.
  if (range && ['money', 'year-only', 'target', 'actual', 'kpi-value'].includes(heading.meaning))
    heading.meaning = 'attribute';
  return heading;
}

/** 職員数 below 事業費（単位：千円）, 職員数（人） over R5決算: no money, and not counted in money. */
function settleCounted(heading: Heading, named: readonly Segment[], { words }: Headings): void {
  const isMoney = (unit: string | null) => unit !== null && Object.hasOwn(words.units.money, unit);
  if (
    heading.counts &&
    isMoney(heading.unit) &&
    !named.some(({ rest, unit }) => countsThings(rest) && isMoney(unit))
  )
    heading.unit = null;
  const foreign = heading.unit !== null && !isMoney(heading.unit);
  if (heading.meaning !== 'money' || !(heading.counts || foreign)) return;
  heading.meaning = 'attribute';
  heading.money = null;
}

function countsThings(text: string): boolean {
  return /(?:人数|職員数?|者数|件数|回数|日数|世帯数|箇所数|率|割合|面積|延長)(?:\(.*\))?$/.test(text);
}

/** 評価 ⏎ 結果 is one word; between Latin letters a line break is a blank. */
function withoutBreaks(text: string): string {
  return text.replace(/(?<=[a-z0-9])[^\S\n]*\n\s*(?=[a-z0-9])/gi, ' ').replace(/\s*\n\s*/g, '');
}

/** Takes years, units and marks out of one text. */
function readSegment(text: string, vocabulary: Headings): Segment {
  const { words } = vocabulary;
  // 指標①R6目標: the ordinal and the year are two numbers.
  let plain = plainHeading(text).replace(/(?<=[^\d\s.])(\d{1,2})(?=(?:r|h|令和|平成)\d)/g, '$1_');
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
  const spans = readYears(plain);
  for (const span of [...spans].reverse()) {
    // A western number of four figures inside a word (東京2020) is a name; years stand at an edge or in brackets.
    plain = plain.slice(0, span.start) + plain.slice(span.end).replace(/^(?:年?度|末|時点|現在)/, '');
    if (span.joined) segment.range = true;
    else segment.fy = span.years[0] ?? null;
    if (span.eraless) segment.eraless = true;
  }
  if (sumsYears(plain) || new Set(spans.map((span) => span.years[0])).size > 1) segment.range = true;
  // What only wrapped a year or joined it: 予算額()、(末)、令和7年度末見込み
  plain = plain.replace(/\((?:年?度?末?時?点?|現在)\)/g, '').replace(/^[・、,／/|_-]+|[・、,／/|_-]+$/g, '');
  // 上段：目標値　下段：実績値 over years says what the rows hold.
  if (/^\(?上段.+下段.+$/.test(plain)) plain = '';
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
  plain = plain.replace(/\(([^()]*)\)|(?:単位)([^()]+)$/g, (whole, inside?: string, behind?: string) => {
    const content = (inside ?? behind ?? '').replace(/^単位/, '');
    if (inside !== undefined && namesOffice(plain, inside, vocabulary)) return whole;
    if (isUnit(content, vocabulary)) {
      segment.unit = content;
      return '';
    }
    if (inside !== undefined && vocabulary.has(words.totalMarks, content)) {
      segment.total = true;
      return '';
    }
    if (isMark(content)) return '';
    return whole;
  });
  plain = plain
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

function isKnown(text: string, vocabulary: Headings): boolean {
  return text !== '' && single(text, vocabulary).meaning !== 'attribute';
}

type Meant = Pick<Heading, 'meaning'> &
  Partial<Pick<Heading, 'money' | 'indicator' | 'departmentPart' | 'total'>>;

/** The lowest text decides, the ones above it say more closely what it is. */
function meaningOf(rests: readonly string[], vocabulary: Headings): Meant {
  const { words } = vocabulary;
  const last = rests.at(-1);
  if (last === undefined) return { meaning: 'attribute' };
  const above = rests.slice(0, -1);
  for (let from = 0; from < rests.length; from += 1) {
    const indicator = indicatorOf(rests.slice(from), vocabulary);
    if (indicator)
      return { ...indicator, meaning: figureBelow(indicator.meaning, rests.slice(0, from), vocabulary) };
  }
  const whole = single(rests.join(''), vocabulary);
  if (whole.meaning !== 'attribute') return whole;
  const own = single(last, vocabulary);
  const aboveMeanings = above.map((text) => single(text, vocabulary));
  const belowKpi = figureUnder({ last, own: own.meaning }, aboveMeanings, vocabulary);
  if (belowKpi) return { meaning: belowKpi };
  const moneyAbove = aboveMeanings.find(({ meaning }) => meaning === 'money');
  if (moneyAbove) {
    const kind = Object.entries(words.kindWords).find(([, list]) => vocabulary.has(list, last))?.[0];
    // 事業費 | うち一般財源 | 決算 is a part of the amount.
    if (above.some((text) => isPart(text, vocabulary))) return { meaning: 'attribute' };
    // 補正予算 | 令和8年度要求 and 執行額 | 令和8年度要求 are no amount that is asked for.
    if (own.money === 'requested' && ['supplement', 'executed'].includes(moneyAbove.money ?? ''))
      return { meaning: 'attribute' };
    if (own.meaning === 'money') return { ...own, money: own.money ?? moneyAbove.money ?? null };
    if (kind !== undefined) return { meaning: 'money', money: kind as MoneyKind };
    if (vocabulary.has(words.totals, last)) return { ...moneyAbove, total: true };
    return { meaning: 'attribute' };
  }
  if (own.meaning === 'money' && above.length > 0) {
    // R5 決算 | 事業費 has the kind above it; 財源内訳 | 事業費 has something else there and is no budget.
    return aboveMeanings.every(({ meaning }) => meaning === 'attribute' || meaning === 'row-kind') &&
      above.length > 0 &&
      (isBreakdown(above) || above.some((text) => isPart(text, vocabulary)))
      ? { meaning: 'attribute' }
      : own;
  }
  // 担当 over 部 and 課; 施策 over コード.
  if (
    ['部', '課', '係', '局', '室', '班'].includes(last) &&
    above.length > 0 &&
    aboveMeanings.some(({ meaning }) => meaning !== 'department')
  )
    return { meaning: 'attribute' };
  return own;
}

/** 基準値 over 年度 and 値: the year and the figure of the base. */
function figureUnder(
  { last, own }: { last: string; own: Meaning },
  above: readonly Meant[],
  vocabulary: Headings,
): Meaning | null {
  const figures: Meaning[] = ['baseline', 'current', 'target', 'actual', 'rate'];
  const over = above.find(({ meaning }) => figures.includes(meaning))?.meaning;
  if (over === undefined) return null;
  // 数値 below 基準値 is its figure; alone it would be a target.
  if (own === 'amount' || (own === 'target' && vocabulary.has(vocabulary.words.amount, last))) return over;
  if (own !== 'year') return null;
  return over === 'target'
    ? 'target-year'
    : over === 'baseline' || over === 'current'
      ? 'baseline-year'
      : null;
}

/** R5(決算) above 指標ア: a result; R7(計画) above it: a target. */
function figureBelow(meaning: Meaning, above: readonly string[], { words, has }: Headings): Meaning {
  if (meaning !== 'kpi-value') return meaning;
  const kinds = Object.entries(words.kindWords).filter(([, list]) => above.some((text) => has(list, text)));
  const names = kinds.map(([kind]) => kind);
  if (names.includes('settled') || names.includes('executed')) return 'actual';
  return names.length > 0 || above.some((text) => has(words.kpi.target, text)) ? 'target' : meaning;
}

/** 一般財源, 国庫支出金, その他 below 事業費. */
function isPart(text: string, vocabulary: Headings): boolean {
  const { moneyAttributes } = vocabulary.words;
  return (
    /うち|財源|内訳|繰越|^その他/.test(text) || vocabulary.has(moneyAttributes, text.replace(/\(.*\)$/, ''))
  );
}

function isBreakdown(above: readonly string[]): boolean {
  return above.some((text) => /内訳|財源|全体|総|累計|うち|人件|計画期間/.test(text));
}

/** 活動指標(…)ア名称, 成果指標1 目標値, KPI② 単位; null when no group of indicators is named. */
function indicatorOf(rests: readonly string[], vocabulary: Headings): Meant | null {
  const { words } = vocabulary;
  const groups = [...words.kpiGroups, ...words.otherGroups]
    .map(plainHeading)
    .sort((a, b) => b.length - a.length);
  // What a group measures is explained in brackets: 活動指標(事務事業の活動量を表す指標).
  const text = rests.join('').replace(/\([^()]{6,}\)/g, '');
  const group = groups.find((name) => text.startsWith(name) || text.replace(/^\d{1,2}/, '').startsWith(name));
  if (group === undefined) return null;
  const behind = text.slice(text.indexOf(group) + group.length).replace(/^[・:\-_の]/, '');
  const match =
    /^(?:\(?([ア-ン]|[a-z]|\d{1,2}|[一二三四五六七八九十])\)?(?![ァ-ヺー一-龠a-z]*[ァ-ヺー]))?[・:\-_.、の]?(.*)$/.exec(
      behind,
    );
  const ordinal = match?.[1];
  const part = (match?.[2] ?? '').replace(/^\((.*)\)$/, '$1');
  const partMeaning = partOf(part, vocabulary);
  if (partMeaning === null) return null;
  const other = vocabulary.has(words.otherGroups, group);
  if (ordinal === undefined) {
    // 成果指標 alone is the name; 成果指標|目標値 belongs to the one indicator of the row.
    if (other) return null;
    if (part === '' && rests.length === 1) return null;
    return {
      meaning: part === '' ? 'kpi-name' : partMeaning,
      indicator: rests.length > 1 || part !== '' ? { group, ordinal: '' } : null,
    };
  }
  if (other) return { meaning: 'attribute' };
  return { meaning: partMeaning, indicator: { group, ordinal } };
}

function partOf(part: string, vocabulary: Headings): Meaning | null {
  const { kpi } = vocabulary.words;
  if (part === '') return 'kpi-value';
  const lists: [Meaning, readonly string[]][] = [
    ['kpi-name', kpi.namePart],
    ['kpi-unit', kpi.unit],
    ['baseline', kpi.baseline],
    ['current', kpi.current],
    ['target', kpi.target],
    ['actual', kpi.actual],
    ['rate', kpi.rate],
    ['target-year', kpi.targetYear],
    ['baseline-year', kpi.baselineYear],
    ['direction', kpi.direction],
  ];
  return lists.find(([, list]) => vocabulary.has(list, part))?.[0] ?? null;
}

/** One text looked up, with and without what stands in brackets behind it. */
function single(printed: string, vocabulary: Headings): Meant {
  // 本市の実績 beside 全国平均.
  const text = printed.replace(/^(?:本|当)(?:市|町|村|県|区)の?(?=.)/, '');
  const exact = lookUp(text.replace(/\.$/, ''), vocabulary);
  if (exact.meaning !== 'attribute') return exact;
  // 目標値1, 実績値②: the figure of the first, the second indicator.
  const numbered = /^(.{2,})(\d|[ア-ン])$/.exec(text);
  const part = numbered ? partOf(numbered[1] ?? '', vocabulary) : null;
  if (numbered && part !== null && part !== 'kpi-name' && part !== 'kpi-value')
    return { meaning: part, indicator: { group: '', ordinal: numbered[2] ?? '' } };
  const formed = byForm(text, vocabulary);
  if (formed) return formed;
  const bracket = /^(.+?)\((.+)\)$/.exec(text);
  if (!bracket) return exact;
  const [, before = '', inside = ''] = bracket;
  // 計(歳出予算現額合計): the brackets say what is totalled.
  if (vocabulary.has(vocabulary.words.totals, before)) {
    const inner = lookUp(inside, vocabulary);
    return inner.meaning === 'money' ? { ...inner, total: true } : { meaning: 'attribute' };
  }
  const outer = lookUp(before, vocabulary);
  // 所属(部) beside 所属(課): the brackets say which of the offices.
  const office = vocabulary.words.departmentParts.findIndex((list) => vocabulary.has(list, inside));
  if (outer.meaning === 'department' && office >= 0) return { meaning: 'department', departmentPart: office };
  if (outer.meaning === 'money') {
    // 事業費(決算) says which; 事業費(うち国費) is another amount.
    const kind = Object.entries(vocabulary.words.kindWords).find(([, list]) =>
      list.some((word) => inside.replace('最終年', '').includes(plainHeading(word))),
    )?.[0];
    if (kind !== undefined) return { meaning: 'money', money: kind as MoneyKind };
    return /^(?:案|税込|円単位)$/.test(inside) ? outer : { meaning: 'attribute' };
  }
  // 基準値(基準年), 目標値(最終年度): the brackets say of which time it is.
  if (
    ['baseline', 'current', 'target', 'actual'].includes(outer.meaning) &&
    /^(?:基準|策定|目標|計画|最終|中間|現状|直近|実績)?(?:年度?|年次|時点?|末)$/.test(inside)
  )
    return outer;
  // 現状(実績): what it came to.
  if (['baseline', 'current'].includes(outer.meaning) && /^(?:実績値?|値)$/.test(inside)) return outer;
  // 指標値(目標値): the brackets say which of its figures.
  if (outer.meaning === 'amount' || /^(?:指標|kpi)の?(?:数値|値)?$/.test(before)) {
    const inner = lookUp(inside, vocabulary).meaning;
    if (['baseline', 'current', 'target', 'actual', 'rate'].includes(inner)) return { meaning: inner };
  }
  return ['project', 'department', 'summary', 'kpi-name', 'policy', 'number', 'personal'].includes(
    outer.meaning,
  )
    ? outer
    : { meaning: 'attribute' };
}

/** Headings no list can hold in full: 評価対象事業名, 担当課・係名, 歳出決算見込額. */
function byForm(text: string, vocabulary: Headings): Meant | null {
  if (
    /(?:事業|補助金|助成金|交付金|取組み?|プロジェクト)(?:等)?(?:の)?(?:名|名称)$/.test(text) &&
    text.length <= 14
  )
    return { meaning: 'project' };
  if (/^.{0,6}(?:事業|予算|取組|補助金)(?:の)?(?:番号|no|コード|id|cd)$/.test(text))
    return { meaning: 'number' };
  if (
    /^(?:主?担当|所管|主管|主務|所属|実施|関係)?(?:部|局|課|室|係|部署|部局|所属)(?:[・/、]?(?:部|局|課|室|係|所|等|名))*$/.test(
      text,
    ) &&
    text.length >= 2
  )
    return { meaning: 'department', departmentPart: null };
  if (joinsLevels(text, vocabulary)) return { meaning: 'project' };
  const figure = figureByForm(text);
  if (figure) return { meaning: figure };
  // 成果を表す指標, 達成度を測るものさし
  if (
    /^.{0,8}を(?:表す|表わす|あらわす|示す|測る|計る|はかる|測定する|把握する)(?:重要業績評価|成果|活動|評価)?(?:指標|ものさし|物差し|kpi)(?:の?名称?)?$/.test(
      text,
    )
  )
    return { meaning: 'kpi-name' };
  // 本事業における重要業績評価指標(kpi), 施策の成果指標
  if (
    /^.{1,10}(?:における|の)(?:重要業績評価|成果|活動|評価|業績)?(?:指標|kpi)(?:\((?:kpi|重要業績評価指標)\))?(?:の?名称?)?$/.test(
      text,
    )
  )
    return { meaning: 'kpi-name' };
  const money =
    /^(?:歳出|事業費?|一般会計)?(?:当初予算|補正後予算|予算現額|決算見込|決算|執行済?|支出済|要求)(?:案|見込)?額?(?:案|計|合計)?$/.exec(
      text,
    );
  // 対策費用, 概算工事費: which of the kinds is asked. 維持管理費 of a building is a column of its own.
  if (
    /^(?!維持管理費$)(?:対策|整備|工事|改修|更新|修繕|維持管理|事業|概算|想定|見込み?|年度別)+(?:費用?|経費)$/.test(
      text,
    )
  )
    return { meaning: 'money', money: null };
  // 概算金額, 予定金額: an amount nobody has decided on yet.
  if (/^(?:概算|想定|見込み?|予定)金?額$/.test(text)) return { meaning: 'money', money: 'planned' };
  if (!money) return null;
  const kinds: [RegExp, MoneyKind][] = [
    [/補正後/, 'revised'],
    [/現額/, 'current'],
    [/決算/, 'settled'],
    [/執行|支出済/, 'executed'],
    [/要求/, 'requested'],
    [/当初/, 'initial'],
  ];
  return { meaning: 'money', money: kinds.find(([form]) => form.test(text))?.[1] ?? null };
}

/** 施策・事業, 取組/事業: the finest of the levels names the rows. */
function joinsLevels(text: string, vocabulary: Headings): boolean {
  const levels = text.split(/[・/]/).map((one) => lookUp(one, vocabulary).meaning);
  const known = levels.every((one) => one === 'project' || one === 'policy');
  return levels.length > 1 && known && levels.includes('project');
}

/** はじめの値, 今の数値, めざす姿: figures of a KPI in plain words. */
function figureByForm(text: string): Meaning | null {
  const [, which = ''] = /^(.{1,6}?)の?(?:値|数値|数字|水準)$/.exec(text) ?? [];
  if (/^(?:はじめ|初め|(?:計画)?(?:開始|策定|当初)時?|スタート時?|もともと|基準(?:年度?|時)?)$/.test(which))
    return 'baseline';
  if (/^(?:今|いま|現在|現時点|現状|最新|直近)$/.test(which)) return 'current';
  return /^(?:めざす|目指す|目標とする|到達|到達点|将来|最終)$/.test(which) ? 'target' : null;
}

function lookUp(text: string, vocabulary: Headings): Meant {
  const { words } = vocabulary;
  const has = (list: readonly string[]) => vocabulary.has(list, text);
  if (has(words.project)) return { meaning: 'project' };
  if (has(words.number)) return { meaning: 'number' };
  if (has(words.serial)) return { meaning: 'serial' };
  const part = words.departmentParts.findIndex((list) => has(list));
  if (has(words.department) || part >= 0)
    return { meaning: 'department', departmentPart: part >= 0 ? part : null };
  for (const [kind, list] of Object.entries(words.money))
    if (has(list)) {
      // 計画 and 見込 alone say too little: whether they are targets or amounts shows in what stands above.
      const bare = ['計画', '見込', '要求', '補正', '当初', '執行'].includes(text);
      if (!bare || has(words.kindWords.settled ?? [])) {
        return { meaning: 'money', money: kind === 'unknown' ? null : (kind as MoneyKind) };
      }
      if (text !== '計画' && text !== '見込') return { meaning: 'money', money: kind as MoneyKind };
    }
  const kpi: [Meaning, readonly string[]][] = [
    ['target-year', words.kpi.targetYear],
    ['baseline-year', words.kpi.baselineYear],
    ['kpi-name', words.kpi.name],
    ['baseline', words.kpi.baseline],
    ['current', words.kpi.current],
    ['target', words.kpi.target],
    ['actual', words.kpi.actual],
    ['rate', words.kpi.rate],
    ['direction', words.kpi.direction],
  ];
  const found = kpi.find(([, list]) => has(list));
  if (found) return { meaning: found[0] };
  if (has(words.policyCode)) return { meaning: 'policy-code' };
  if (has(words.policy)) return { meaning: 'policy' };
  if (has(words.year)) return { meaning: 'year' };
  if (has(words.kpi.unit)) return { meaning: 'unit' };
  if (has(words.summary)) return { meaning: 'summary' };
  if (has(words.personal)) return { meaning: 'personal' };
  if (has(words.rowKind)) return { meaning: 'row-kind' };
  if (has(words.amount)) return { meaning: 'amount' };
  return { meaning: 'attribute' };
}
