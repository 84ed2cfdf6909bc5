// Several years in one breath: R6~R8, 令和6年度から令和8年度まで, 令和6・7年度, R6とR7, R6から3年間.
import { followingYear, yearNumber } from './eras.ts';
import type { YearContext, YearMention } from './year-span.ts';

const bareRange = /^ ?[~-] ?(?:r|h|令和|平成)?(\d{1,2}|[一二三四五六七八九十]{1,3})( ?(?:年度|年|ねんど))?/;
const spokenRange = /^(?:から|より)(\d{1,2}|[一二三四五六七八九十]{1,3})( ?(?:年度|年))(?=まで|の間|にかけ)/;
const bareList =
  /^ ?(?:[・/]|(?:、|,|と|や|及び|および|並びに)) ?(\d{1,2}|[一二三四五六七八九十]{1,3})( ?(?:年度|年|ねんど))?/;
/** 令和6年から7年で, 令和6年より7年の予算: a second year without its era, apart from the first. */
const heldAgainst =
  /^ ?(から|より|に比べ(?:て)?|と比べ(?:て)?)(\d{1,2}|[一二三四五六七八九十]{1,3}) ?年(?![度間目前後代]|かけ)/;
const forYears = /^から(\d{1,2}|[一二三四五六七八九十]{1,2})(?:か|ヶ|カ)?年間/;
/** Behind a second year said by its number alone: 令和4と5で, R6と7を. */
const particle = /^(?:[でのをはが、, ]|どっち|どちら|$)/;
const listWord = /^ ?(?:[・/,、&]|と|や|及び|および|並びに|それと) ?$/;

/** Joins what belongs together; the mentions are in order and do not overlap. */
export function joinYears(text: string, mentions: YearMention[], context: YearContext): YearMention[] {
  const joined: YearMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    // A short second number that was read for itself is part of what stands before: 令和6・7年度.
    if (before && mention.start < before.end) continue;
    const both = before && joinTwo(text, before, mention);
    if (both) joined.splice(-1, 1, both);
    else joined.push(mention);
    let last = joined.at(-1);
    for (
      let more = last && withShortNumber(text, last, context);
      more;
      more = last && withShortNumber(text, last, context)
    ) {
      joined.splice(-1, 1, more);
      last = more;
    }
    const against = last && secondYear(text, last, context);
    if (against) joined.push(against);
  }
  return joined;
}

/** The year that a year is held against, where it is said by its number alone; から3年 is a length. */
function secondYear(text: string, first: YearMention, context: YearContext): YearMention | null {
  if (first.years.length !== 1 || first.relative || first.kind === 'day') return null;
  const [whole, joint, number = ''] = heldAgainst.exec(text.slice(first.end)) ?? [];
  if (whole === undefined) return null;
  const [from = 0] = first.years;
  const year = followingYear(from, number, context.fiscalYear);
  if (year === null || (joint === 'から' && year !== from + 1)) return null;
  const end = first.end + whole.length;
  return {
    start: end - whole.trimStart().length + (joint ?? '').length,
    end,
    years: [year],
    kind: 'calendar',
  };
}

/** R6~R8, R6とR7: two years with nothing but the joint between them. */
function joinTwo(text: string, first: YearMention, second: YearMention): YearMention | null {
  if (first.years.length === 0 || second.years.length === 0) return null;
  if (first.relativeTo || second.relativeTo || first.half || second.half) return null;
  if ((first.kind === 'day') !== (second.kind === 'day')) return null;
  const between = text.slice(first.end, second.start);
  const after = text.slice(second.end);
  const until = /^(?:末|度末)?(?:まで(?!の?(?:差|増|減))(?:の間)?|の間|にかけて)/.exec(after)?.[0] ?? '';
  const isRange =
    /^ ?[~-] ?$/.test(between) ||
    (/^(?:度?末)?(?:から|より) ?$/.test(between) && until !== '' && !/^の間$/.test(between));
  if (isRange && first.joined === undefined && second.joined === undefined) {
    const end = second.end + (/^(?:から|より)/.test(between) || /^まで/.test(until) ? until.length : 0);
    return {
      ...together(first, second, end, 'range'),
      years: run(first.years[0] ?? 0, second.years[0] ?? 0),
    };
  }
  if (!listWord.test(between) || first.joined === 'range' || second.joined === 'range') return null;
  if (first.kind === 'day') return null;
  const years = [...new Set([...first.years, ...second.years])].sort((a, b) => a - b);
  return { ...together(first, second, second.end, 'list'), years };
}

function together(
  first: YearMention,
  second: YearMention,
  end: number,
  joined: 'range' | 'list',
): YearMention {
  const { day: _, ...rest } = first;
  const kind =
    second.kind === 'day'
      ? 'day'
      : second.kind === 'fiscal'
        ? 'fiscal'
        : first.kind === 'fiscal' && joined === 'list'
          ? 'fiscal'
          : second.kind;
  return {
    ...rest,
    end,
    kind,
    joined,
    ...(first.relative || second.relative ? { relative: true as const } : {}),
  };
}

/** The second number without its era: 令和6・7年度, R6~8, 2024-26, 令和6年度から8年度まで. */
function withShortNumber(text: string, first: YearMention, context: YearContext): YearMention | null {
  if (first.years.length === 0 || first.relative || first.kind === 'day' || first.joined === 'range')
    return null;
  const rest = text.slice(first.end);
  const last = first.years.at(-1) ?? 0;
  const spoken = forYears.exec(rest);
  if (spoken) {
    const length = yearNumber(spoken[1] ?? '') ?? 0;
    if (length > 0 && length <= 50)
      return {
        ...first,
        end: first.end + spoken[0].length,
        joined: 'range',
        years: run(last, last + length - 1),
      };
  }
  const range = first.joined === undefined ? (bareRange.exec(rest) ?? spokenRange.exec(rest)) : null;
  const list = range ? null : bareList.exec(rest);
  const found = range ?? list;
  if (!found) return null;
  const [whole, number = '', suffix] = found;
  const after = rest.slice(whole.length);
  const year = followingYear(last, number, context.fiscalYear);
  if (suffix === undefined) {
    // R6、8件 and R6-8% are no years, nor is R7と2; R6・7 and R6~8 are, and 令和4と5で.
    if (list && !/^ ?[・/]/.test(whole) && !(year === last + 1 && particle.test(after))) return null;
    if (
      /^[\d.,%千百万億兆月日人件円回社位倍割歳-]|^(?:団体|か所|ポイント|事業|つ)/.test(after) ||
      /[一二三四五六七八九十]/.test(number)
    )
      return null;
  }
  if (suffix !== undefined && /^(?:間|目|前|後)/.test(after)) return null;
  if (year === null) return null;
  const until = range ? (/^(?:まで|にかけて)/.exec(after)?.[0].length ?? 0) : 0;
  return {
    ...first,
    end: first.end + whole.length + until,
    kind: suffix?.trim() === '年' ? 'calendar' : suffix === undefined ? first.kind : 'fiscal',
    joined: range ? 'range' : 'list',
    years: range ? run(first.years[0] ?? 0, year) : [...first.years, year],
  };
}

/** All years from one to the other, whichever comes first. */
function run(from: number, to: number): number[] {
  const first = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => first + index);
}
