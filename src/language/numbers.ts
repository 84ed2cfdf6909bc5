// Numbers of a text: 34,507千円, 三千五百万, 3割以上, 50~80%, ▲2.6. Years, dates, codes and words such as 一覧 are none.
import { readYears } from './fiscal-years.ts';
import { normalize } from './normalize.ts';
import { type Count, countAt } from './numbers/count-at.ts';
import { readOrdinals } from './numbers/ordinals.ts';
import { markOtherFigures } from './numbers/other-figures.ts';
import { shareAt } from './numbers/parts-of-one.ts';
import { type NumberRelation, relationAt } from './numbers/relations.ts';

export type { NumberRelation } from './numbers/relations.ts';

/** A number with its unit and the words that bound it. */
export interface NumberSpan {
  start: number;
  /** Behind the unit and the relation word. */
  end: number;
  text: string;
  /** In `unit`: 34,507千円 → 34507, 1億5千万円 → 150000000, 12.5万人 → 125000, 3割 → 30. */
  value: number;
  /** In one spelling (名 → 人, 割 → %); money keeps 千円, 万円, 百万円, 億円 where figures stand before it. */
  unit: string | null;
  /** The exact amount when the unit is money. */
  yen?: number;
  /** The scale written before the unit: 12.5万人 → 10000. */
  scale?: number;
  relation?: NumberRelation;
  /** The other end of a range; `relation` is >= or > then. 50~80%, 3千万円以上5千万円未満, 90%台 (100, <). */
  to?: number;
  toYen?: number;
  toRelation?: '<=' | '<';
  approximate?: true;
  /** Names one thing of a row and counts nothing: No.11, 9番, 2つ目, ゴール3, 34ページ. */
  ordinal?: true;
}

const about = /(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|だいたい|大体|ざっと) ?/y;
const joint = / ?(?:~|-|から|ないし|乃至) ?/y;
const closed =
  /^(?:まで(?!の?(?:差|増|減|あと)|に?(?:増|減|引|伸|上|下))(?:の間)?|の間|の?範囲(?:内)?|のあいだ)/;
/** Where the years stand does not depend on the day. */
const anyDay = { fiscalYear: 2025, today: '2025-04-01' };

/** The numbers of a normalised text, left to right, never overlapping. */
export function readNumbers(text: string): NumberSpan[] {
  const taken: boolean[] = new Array(text.length).fill(false);
  const { spans: years, unread } = readYears(text, anyDay);
  for (const { start, end } of [...years, ...unread]) taken.fill(true, start, end);
  const ordinals = readOrdinals(text, taken);
  for (const { start, end } of ordinals) taken.fill(true, start, end);
  markOtherFigures(text, taken);
  const spans: NumberSpan[] = ordinals.map((one) => ({
    ...one,
    text: text.slice(one.start, one.end),
    ordinal: true,
  }));
  for (let place = 0; place < text.length; place++) {
    if (taken[place] || !begins.test(text[place] ?? '')) continue;
    const span = spanAt(text, place, taken);
    if (!span) {
      // What was no number from its first figure is none from its second either.
      while (figure.test(text[place] ?? '') && figure.test(text[place + 1] ?? '')) place++;
      continue;
    }
    spans.push(span);
    place = span.end - 1;
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** One number alone in a cell or a field, in any spelling: 「１,234件」, 「約450人」, 「1億5千万円」; null for anything else. */
export function readQuantity(cell: string): NumberSpan | null {
  const text = normalize(cell);
  // A whole cell of four figures is an amount, though 2026 in a question is a year.
  if (/^\d{4}$/.test(text)) return { start: 0, end: 4, text, value: Number(text), unit: null };
  const spans = readNumbers(text);
  const [only] = spans;
  return spans.length === 1 && only?.start === 0 && only.end === text.length && !only.ordinal ? only : null;
}

const begins = /[\d〇零一二三四五六七八九十百千約おほ概だ大ざ▲△+\-マプ¥\\半ゼひふみよいむなやこ]/;
const figure = /[\d,.〇零一二三四五六七八九十百千万億兆]/;

function spanAt(text: string, at: number, taken: readonly boolean[]): NumberSpan | null {
  about.lastIndex = at;
  const prefix = about.exec(text)?.[0] ?? '';
  const from = at + prefix.length;
  const share = shareAt(text, from);
  const first: Count | null = share ? { start: from, bare: false, step: 1, ...share } : countAt(text, from);
  if (!first || taken.slice(from, first.end).some(Boolean)) return null;
  const span = bounded(text, at, first, taken);
  return prefix === '' ? span : { ...span, approximate: true };
}

/** The count with what follows: a relation, 台, or the other end of a range. */
function bounded(text: string, start: number, first: Count, taken: readonly boolean[]): NumberSpan {
  const { relation, approximate, end } = relationAt(text, first.end);
  const span: NumberSpan = {
    start,
    end,
    text: text.slice(start, end),
    value: first.value,
    unit: first.unit,
    ...(first.yen === undefined ? {} : { yen: first.yen }),
    ...(first.scale === undefined ? {} : { scale: first.scale }),
    ...(relation === undefined ? {} : { relation }),
    ...(approximate ? { approximate } : {}),
  };
  if (
    relation === undefined &&
    !first.bare &&
    first.unit !== '台' &&
    /^台(?!数|帳|風)/.test(text.slice(first.end))
  ) {
    const to = first.value + first.step;
    const toYen = first.yen === undefined ? {} : { toYen: Math.round(to * (first.yen / (first.value || 1))) };
    return {
      ...span,
      end: first.end + 1,
      text: text.slice(start, first.end + 1),
      relation: '>=',
      to,
      toRelation: '<',
      ...toYen,
    };
  }
  return range(text, span, first, taken) ?? span;
}

/** 50~80%, 3千万円以上5千万円未満, 30人から45人まで; 16.6%から12.3%に is a change and no range. */
function range(text: string, span: NumberSpan, first: Count, taken: readonly boolean[]): NumberSpan | null {
  const between = joint;
  between.lastIndex = first.end;
  const joined = span.relation === undefined ? between.exec(text)?.[0] : undefined;
  const after =
    span.relation === '>=' || span.relation === '>'
      ? /^(?:で|、|,|かつ|から)? ?/.exec(text.slice(span.end))?.[0]
      : undefined;
  const at =
    joined !== undefined ? first.end + joined.length : after !== undefined ? span.end + after.length : -1;
  if (at < 0 || taken[at]) return null;
  const second = countAt(text, at);
  if (!second || taken.slice(at, second.end).some(Boolean)) return null;
  const bound = relationAt(text, second.end);
  const tail = closed.exec(text.slice(bound.end))?.[0] ?? '';
  const upper = bound.relation === '<' || bound.relation === '<=' ? bound.relation : undefined;
  if (bound.relation !== undefined && upper === undefined) return null;
  if (joined?.includes('から') && tail === '' && upper === undefined) return null;
  if (joined?.includes('-') && first.bare && second.bare) return null;
  if (joined === undefined && tail === '' && upper === undefined) return null;
  const low = inUnitOf(first, second, text);
  if (low === null) return null;
  const end = bound.end + tail.length;
  return {
    start: span.start,
    end,
    text: text.slice(span.start, end),
    value: low.value,
    unit: second.unit,
    ...(low.yen === undefined ? {} : { yen: low.yen }),
    ...(second.scale === undefined ? {} : { scale: second.scale }),
    relation: span.relation === '>' ? '>' : '>=',
    to: second.value,
    toRelation: upper ?? '<=',
    ...(second.yen === undefined ? {} : { toYen: second.yen }),
    ...(span.approximate || bound.approximate ? { approximate: true } : {}),
  };
}

/** The lower end in the unit of the upper one: 3~5億円 begins at 3億円; null where the two cannot be one range. */
function inUnitOf(first: Count, second: Count, text: string): { value: number; yen?: number } | null {
  if (first.yen !== undefined && second.yen !== undefined) {
    if (first.yen >= second.yen) return null;
    const factor = second.yen / second.value;
    return { value: Number((first.yen / factor).toPrecision(15)), yen: first.yen };
  }
  if (first.unit !== null && first.unit !== second.unit) return null;
  let value = first.value;
  // 1~2割: the upper end was turned into per cent.
  if (first.unit === null && second.unit === '%' && text[second.end - 1] === '割') value *= 10;
  if (first.unit === null && second.yen !== undefined) {
    const factor = second.yen / second.value;
    const yen = first.bare
      ? value * factor
      : value * (text.slice(first.start, first.end).includes('万') ? 1 : 1e4);
    return yen < second.yen ? { value: Number((yen / factor).toPrecision(15)), yen: Math.round(yen) } : null;
  }
  if (first.bare && second.scale !== undefined && value * second.scale < second.value) value *= second.scale;
  return value < second.value ? { value } : null;
}
