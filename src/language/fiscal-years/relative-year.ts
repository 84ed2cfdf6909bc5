// Years counted from today or from another year: 今年度, おととし, 3年前, 過去3年, 前年度, 毎年度 (none).
import { yearNumber } from './eras.ts';
import type { YearContext, YearMention } from './year-span.ts';

const fiscal = '(?:年度|年ど|ねんど)';
const end = `(${fiscal}|年|ねん)`;
const number = '(\\d{1,3}|[一二三四五六七八九十]{1,3})';

/** Words, how far from today they lie. The longer ones stand first. */
const fromToday: [string, number][] = [
  [`(?:一昨昨|さきおとと?し|一昨昨)${end}?`, -3],
  [`(?:一昨|いっさく)${end}|おととし(?:の?${fiscal})?`, -2],
  [`(?:再来|さ来|さらい)${end}`, 2],
  [`(?:来|らい)${end}`, 1],
  [`(?:昨|去|きょ|さく)${end}`, -1],
  [`(?:今|本|当|現|こん|ほん)${end}|ことし|今ねん`, 0],
];
/** Words, how far from a year that was said. */
const fromSaid: [string, number][] = [
  [`(?:前前|前の前の)${end}`, -2],
  [`(?:翌翌|次次)${end}|(?:翌|次)の(?:翌|次)の${end}`, 2],
  [`(?:その|この|もう)?(?:2|二|ふた)[つ個]前の${end}`, -2],
  // Of a thread: その2年前 counts from the year spoken of, 2年前 from today.
  ...[2, 3, 4, 5].map((count): [string, number] => [
    `(?:その|そこから|そこより)(?:${count}|${'二三四五'[count - 2]})年(?:度)?(?:前|まえ)`,
    -count,
  ]),
  [`(?:その|この)?(?:前の?|まえの|もう?(?:1|一|ひと)[つ個]前の|(?:1|一|ひと)[つ個]前の)${end}`, -1],
  [`(?:その|この)?(?:翌の?|次の?|つぎの|(?:1|一|ひと)[つ個](?:後|あと)の)${end}`, 1],
  [`(?:同じ?|当該)${end}`, 0],
];

const said = fromSaid.map(
  ([form, offset]) =>
    [new RegExp(`(?:${form})(?!度?比|同月|同期|並|齢|半|金|代|生|中行事|長|輪|寄|上)`, 'y'), offset] as const,
);
const today = fromToday.map(
  ([form, offset]) => [new RegExp(`(?:${form})(?!度?比|齢|金|代|生|中行事|輪)`, 'y'), offset] as const,
);
const ago = new RegExp(`(?<![\\d.,第])${number}(?:か|ヶ|カ)?年(?:度)?(前|まえ|後|ご)(?!後|期|半)`, 'y');
/** 今年度を除く, 今年度は数えない: the stretch ends a year earlier. */
const notThis =
  '(?:今|本|当)年度?[はを]?(?:除[いくき]|数え|含[まめ]|入れ|のぞ[いくき])(?:た|て|ない|ず|ずに)?';
const past = new RegExp(
  `(${notThis}[、,の]*)?(?:過去|直近|ここ|最近|この|直前)の?${number}(?:か|ヶ|カ|箇)?(?:年度|年)(?:間|分)?(\\(${notThis}(?:もの)?\\))?`,
  'y',
);
const future = new RegExp(
  `(?:今後|向こう|これから|この先)の?${number}(?:か|ヶ|カ|箇)?(?:年度|年)(?:間|分)?`,
  'y',
);
const yearEnd = /(?<![\d元\p{Script=Han}])(年度末|年末(?!年始|調整))/uy;
const halfYear = /(?:上半期|下半期|上期|下期)/y;
/** Not how anybody counts, or how many is left open. */
const unclear =
  /(?:昨昨|先先|来来|再再来|翌翌翌|前前前|さ来来)年度?|(?:数|何十|幾)年(?:度)?(?:前|後)|(?:ここ|過去|直近|最近|この)の?(?:数|\d[、・~]\d|[一二三四五六七八九]{2})(?:か|ヶ|カ)?年(?:間)?/y;

/** The relative year that begins at `at`. */
export function relativeYear(text: string, at: number, context: YearContext): YearMention | null {
  const now = context.fiscalYear;
  const exec = (form: RegExp) => {
    form.lastIndex = at;
    return form.exec(text);
  };
  const calendarNow = Number(context.today.slice(0, 4));
  const mention = (whole: string, years: number[], kind: YearMention['kind'] = 'fiscal'): YearMention => ({
    start: at,
    end: at + whole.length,
    years,
    kind,
    relative: true,
  });
  const blank = exec(unclear);
  if (blank) return { ...mention(blank[0], []) };
  // 毎年度, 各年度 and 北九州市本年 must not lose their head.
  if (/[毎各何初終続]/.test(text[at - 1] ?? '')) return null;
  const passed = exec(past);
  for (const [form, offset] of passed ? [] : today) {
    const found = exec(form);
    if (!found) continue;
    // 未来年 and 従来年 are no 来年.
    if (/^来/.test(found[0]) && /[未従本由]/.test(text[at - 1] ?? '')) return null;
    return mention(found[0], [now + offset]);
  }
  const counted = passed ?? exec(future);
  if (counted) {
    const years = passed ? yearsPast(passed, now) : yearsAhead(counted, now);
    return years ? { ...mention(counted[0], years), joined: 'range' } : mention(counted[0], []);
  }
  for (const [form, offset] of said) {
    const found = exec(form);
    if (found) return { ...mention(found[0], [now + offset]), relativeTo: 'said', offset };
  }
  const moved = exec(ago);
  if (moved) {
    const [whole, count = '', way] = moved;
    const steps = yearNumber(count);
    if (steps === null || steps > 99) return mention(whole, []);
    return mention(whole, [now + (way === '前' || way === 'まえ' ? -steps : steps)]);
  }
  const closing = exec(yearEnd);
  if (closing) {
    const isFiscal = closing[0].startsWith('年度');
    return {
      ...mention(closing[0], [isFiscal ? now : calendarNow], isFiscal ? 'fiscal' : 'calendar'),
      endOf: true,
    };
  }
  const half = exec(halfYear);
  return half ? { ...mention(half[0], [now]), half: half[0].startsWith('上') ? 'first' : 'second' } : null;
}

/** 過去3年, up to this year or the one before it. */
function yearsPast([, notThisBefore, length = '', notThisBehind]: RegExpExecArray, now: number) {
  const last = notThisBefore === undefined && notThisBehind === undefined ? now : now - 1;
  return yearsFrom(length, (count) => last - count + 1);
}

/** 今後3年, from this year on. */
function yearsAhead([, length = '']: RegExpExecArray, now: number) {
  return yearsFrom(length, () => now);
}

/** As many years as are written; null for none, and for more than anybody asks about. */
function yearsFrom(written: string, first: (length: number) => number): number[] | null {
  const length = yearNumber(written);
  if (length === null || length < 1 || length > 50) return null;
  return Array.from({ length }, (_, index) => first(length) + index);
}
