// Two or more sides: the winner first with all figures and the difference, or whether they are the same.
import { figure, percent, yen } from '../../wording/figures.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { Member } from '../run/result/scope.ts';
import type { CompareResult, Side } from '../run/result/ways.ts';
import { kindNames } from '../run/set-words.ts';
import { amountText, cellText, rateWithoutYear } from './cell-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { counterOf } from './subject-text.ts';
import { gapText } from './told-text.ts';

/** 大きいのは「A」（35,544千円）です。「B」は8,401千円で、差は27,143千円です。 */
export function sayCompare(result: CompareResult, context: SayContext): Said {
  const { sides } = result;
  const members = membersOf(result);
  if (sides.every(({ value }) => value === null)) return sayWords(result, members, context);
  const missing = sides.filter(({ value }) => value === null);
  const known = sides.filter(({ value }) => value !== null);
  if (missing.length > 0) {
    const open = missing.map(
      (side) =>
        `「${side.label}」の${side.told ? gapText(side.told, context) : `${labelOf(result)}は記載がありません`}。`,
    );
    const told = known.map((side) => `「${side.label}」は${sideText(side, result, context)}`);
    return said(
      `${open.join('')}${told.length > 0 ? `${told.join('、')}です。` : ''}比べることはできません。`,
      members,
      { silent: true },
    );
  }
  if (!sameUnits(result)) {
    const told = sides.map((side) => `「${side.label}」は${sideText(side, result, context)}`);
    return said(`単位が違うため比べられません（${told.join('、')}）。`, members);
  }
  return said(result.same ? sameText(result, context) : winnerText(result, context), members, {
    assumed: assumedText(result),
    aggregate: aggregateOf(result),
  });
}

function membersOf({ scopes }: CompareResult): Member[] {
  return scopes.flatMap(({ members }) => members);
}

const sameUnits = ({ sides, byRate, attribute }: CompareResult) =>
  byRate ||
  attribute?.type === 'money' ||
  new Set(sides.map(({ unit, cells }) => cells[0]?.unit ?? unit ?? '')).size === 1;

/** 予算（事業費）, 参加市町の数, 目標値の増加幅. */
export function labelOf({ attribute, of, change, byRate, years }: CompareResult): string {
  if (of !== null || !attribute) return `${of === 'town' ? '参加市町' : kindNames[of ?? 'project']}の数`;
  const when = years.length === 1 ? `${fiscalYearName(years[0] as number)}の` : '';
  if (byRate) return '変化の率';
  return change ? '変化の幅' : `${when}${attribute.label}`;
}

/** 34,507千円（3事業）; 5.9万人増（55.3万人→61.2万人）. */
export function sideText(side: Side, result: CompareResult, context: SayContext): string {
  const { value, cells, unit, counted } = side;
  const { attribute, of, change, years } = result;
  if (value === null) return '記載なし';
  if (of !== null || !attribute) return `${value}${counterOf(of ?? 'project')}`;
  const money = attribute.type === 'money';
  if (change) {
    const ends = cells
      .map((cell) => (money ? yen(cell.value ?? 0, context.query.unit) : cell.text))
      .join('→');
    const size = result.byRate
      ? percent(Math.abs(value))
      : money
        ? yen(Math.abs(value), context.query.unit)
        : changeSize(value, side);
    return `${size}${value > 0 ? '増' : value < 0 ? '減' : '（増減なし）'}（${ends}）`;
  }
  if (money) return `${yen(value, context.query.unit)}${counted > 1 ? `（${counted}事業）` : ''}`;
  const [cell] = cells;
  // The sentence has begun with the year.
  if (cell && attribute.type === 'rate' && years.length === 1) return rateWithoutYear(cell);
  return cell ? cellText(attribute, cell, context.query.unit) : `${figure(value)}${unit ?? ''}`;
}

function changeSize(value: number, { cells, unit }: Side): string {
  const [first, last] = [cells[0]?.value, cells.at(-1)?.value];
  return amountText(typeof first === 'number' && typeof last === 'number' ? last - first : value, unit);
}

function winnerText(result: CompareResult, context: SayContext): string {
  const { sides, way, change, byRate } = result;
  const grew = sides.map(({ value }) => Math.sign(value ?? 0));
  // Of a rate of growth what fell is below what grew.
  const signed = !change || (byRate && grew.includes(1) && grew.includes(-1));
  const size = ({ value }: Side) => (signed ? (value ?? 0) : Math.abs(value ?? 0));
  const ordered = [...sides].sort((a, b) => (way === 'max' ? size(b) - size(a) : size(a) - size(b)));
  const [first, second] = ordered;
  if (!first) return '';
  const label = labelOf(result);
  if (second && size(first) === size(second))
    return `${label}は${sides.map((side) => `「${side.label}」が${sideText(side, result, context)}`).join('、')}で、同じです。`;
  const word = wordOf(result);
  const rest = ordered.slice(1).map((side) => `「${side.label}」は${sideText(side, result, context)}`);
  const times =
    context.query.between?.as === 'times' && second && size(second) !== 0
      ? `、${figure(size(first) / size(second))}倍`
      : '';
  const apart = second
    ? `で、差は${apartText(size(first) - size(second), first, result, context)}${times}`
    : '';
  return `${label}が${word}のは「${first.label}」の${sideText(first, result, context)}です。${rest.join('、')}${apart}です。`;
}

function wordOf({ way, of, attribute, byRate }: CompareResult): string {
  if (byRate) return way === 'max' ? '高い' : '低い';
  if (of !== null || attribute?.type === 'money') return way === 'max' ? '多い' : '少ない';
  if (attribute?.type === 'rate') return way === 'max' ? '高い' : '低い';
  return way === 'max' ? '大きい' : '小さい';
}

/** How far two sides lie apart, in the unit of one of them. */
export function apartText(value: number, side: Side, result: CompareResult, context: SayContext): string {
  const { attribute, of, byRate } = result;
  if (byRate) return `${figure(Math.round(value * 10) / 10)}ポイント`;
  if (of !== null || !attribute) return `${Math.abs(value)}${counterOf(of ?? 'project')}`;
  if (attribute.type === 'money') return yen(Math.abs(value), context.query.unit);
  const cell = side.cells[0];
  return amountText(Number((value / scaleOf(side)).toPrecision(12)), cell?.unit ?? side.unit);
}

/** How much of the base unit one of the printed unit is. */
function scaleOf({ cells, value }: Side): number {
  const [cell] = cells;
  if (cells.length !== 1 || !cell?.value || !value) {
    const own = cells.at(-1)?.value;
    const first = cells[0]?.value;
    return typeof own === 'number' && typeof first === 'number' && own !== first && value
      ? value / (own - first)
      : 1;
  }
  return value / cell.value;
}

function sameText(result: CompareResult, context: SayContext): string {
  const { sides } = result;
  const alike = sides.every(({ value }) => value === sides[0]?.value);
  const told = sides.map((side) => `「${side.label}」は${sideText(side, result, context)}`).join('、');
  return `${labelOf(result)}は${alike ? '同じです' : '異なります'}（${told}）。`;
}

/** Words are the same or not; nobody wins. */
function sayWords(result: CompareResult, members: readonly Member[], context: SayContext): Said {
  const { sides } = result;
  const told = sides.filter(({ cells }) => cells.length > 0);
  if (told.length === 0) {
    const open = sides.map(
      (side) =>
        `「${side.label}」の${side.told ? gapText(side.told, context) : `${labelOf(result)}は記載がありません`}。`,
    );
    return said(open.join(''), members, { silent: true });
  }
  return said(wordsText(result, context), members);
}

/** 担当課はどちらも「安全・安心推進課」です; 事業評価は異なります（…）. */
export function wordsText(result: CompareResult, { query }: SayContext): string {
  const { sides, attribute } = result;
  const text = (side: Side) =>
    [...new Set(side.cells.map((cell) => cellText(attribute ?? undefined, cell, query.unit)))].join('・') ||
    '記載なし';
  const texts = sides.map(text);
  if (new Set(texts).size === 1)
    return `${labelOf(result)}は${sides.length === 2 ? 'どちらも' : 'いずれも'}${texts[0]}で、同じです。`;
  return `${labelOf(result)}は異なります（${sides.map((side, place) => `「${side.label}」は${texts[place]}`).join('、')}）。`;
}

function assumedText({ assumed, sides, attribute }: CompareResult): string[] {
  const years = [...new Set(sides.flatMap(({ cells }) => cells.flatMap(({ fy }) => fy ?? [])))];
  if (!assumed || attribute?.type !== 'money' || years.length !== 1) return [];
  return [`年度の指定がないため、最新の${fiscalYearName(years[0] as number)}で比べました。`];
}

function aggregateOf({ sides, attribute, of }: CompareResult): Said['aggregate'] {
  const [a, b] = sides;
  if (sides.length !== 2 || !a || !b || a.value === null || b.value === null) return null;
  const money = attribute?.type === 'money';
  const value = Math.abs(a.value - b.value);
  const unit = money ? '千円' : of === null ? (a.unit ?? '') : '件';
  return {
    op: 'diff',
    of: money ? 'budget' : 'kpi',
    value: money ? value / 1000 : value,
    unit: `${percentPoint(unit)}`,
  };
}

const percentPoint = (unit: string) => (unit === '%' ? 'ポイント' : unit);
