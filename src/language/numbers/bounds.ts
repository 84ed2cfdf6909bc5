// How a number bounds: 以上, 90%台, 50~80%, 3千万円以上5千万円未満.
import { type Count, countAt } from './count-at.ts';
import type { NumberSpan } from './number-span.ts';
import { relationAt } from './relations.ts';

const joint = / ?(?:~|-|から|ないし|乃至) ?/y;
/** 1000万円から3000万円の事業 is a range, 256人から400人の増加 a change. */
const ofRange = /^の(?!増|減|差|伸|改|変|引|上|下|目標|拡|縮|見直)/;
const closed =
  /^(?:まで(?!の?(?:差|増|減|あと)|に?(?:増|減|引|伸|上|下))(?:の間)?|の間|の?範囲(?:内)?|のあいだ)/;
/** The count with what follows: a relation, 台, or the other end of a range. */
export function bounded(text: string, start: number, first: Count, taken: readonly boolean[]): NumberSpan {
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
  if (joined?.includes('から') && tail === '' && upper === undefined && !ofRange.test(text.slice(bound.end)))
    return null;
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
