// What directly follows a year and belongs to it: 末, 時点, 上半期, 以降, より前, 以外.
import type { YearMention } from './year-span.ts';

const closing = /^の?(?:年度末|年末|末日?|末時点)(?!尾|期|端)/;
/** 令和5年度末現在高 is the 現在高 of its end. */
const at = /^ ?の?(?:時点|現在(?!地|額|高(?![いくかさ])))/;
const half = /^ ?の?(上半期|下半期|上期|下期)/;
const bounds: [RegExp, NonNullable<YearMention['open']>][] = [
  [/^[)」』]?(?:以降|以後|いこう)/, 'from'],
  [/^[)」』]?以前/, 'to'],
  [/^(?:より(?:も)?(?:前|まえ|以前)|の前(?!年|の年))/, 'before'],
  [/^(?:より(?:も)?(?:後|あと|先)|の後(?!半|期|年)|のあと)/, 'after'],
  // 令和6年度までの合計 runs up to the year; 令和6年度までの目標 and までに name the year itself.
  [
    /^まで(?=の?(?:間|期間)?の?(?:合計|計(?!画)|総計|総額|累計|累積|実績|推移|分|予算|決算|事業費|平均|全部|すべて|ぜんぶ))/,
    'to',
  ],
];
const except = /^(?:以外|(?:を|は)?除(?:いて|いた|き|く|外)|(?:じゃ|では|で)な(?:くて|く))/;

/** The mention with its tail. */
export function withTail(text: string, mention: YearMention): YearMention {
  if (mention.years.length === 0) return mention;
  let end = mention.end;
  const tail: Partial<YearMention> = {};
  const take = (form: RegExp) => {
    const found = form.exec(text.slice(end, end + 20));
    if (found) end += found[0].length;
    return found;
  };
  const part = take(half);
  if (part) tail.half = part[1]?.startsWith('上') ? 'first' : 'second';
  if (take(closing)) tail.endOf = true;
  take(at);
  for (const [form, open] of bounds)
    if (take(form)) {
      tail.open = open;
      break;
    }
  if (take(except)) tail.not = true;
  return { ...mention, ...tail, end };
}
