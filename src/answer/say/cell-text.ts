// Cells in sentences: 34,507千円, 400人（令和8年度）, 「順調」（令和3年度）.
import type { Attribute } from '../../facts/attribute.ts';
import type { Cell } from '../../facts/cell.ts';
import { bareName } from '../../facts/facts.ts';
import { figure, percent, withUnit, yen, yenOf } from '../../wording/figures.ts';
import { placeName, sourceName } from '../../wording/places.ts';
import { valueWithYear } from '../../wording/values.ts';
import { fiscalYearName } from '../../wording/years.ts';

const directions: Readonly<Record<string, string>> = {
  up: '増やす・上げる',
  down: '減らす・下げる',
  keep: '維持する',
  rank: '順位を上げる',
  milestone: '数値によらない',
  unknown: '記載なし',
};

/** One cell with its year, in the unit asked for. */
export function cellText(attribute: Attribute | undefined, cell: Cell, unit: string | null = null): string {
  switch (attribute?.type) {
    case 'money':
      return `${yen(cell.value ?? 0, unit)}${cell.called === undefined ? '' : `（${cell.called}）`}`;
    case 'rate':
      return `${cell.value === null ? cell.text : percent(cell.value)}${cell.fy === null ? '' : `（${fiscalYearName(cell.fy)}${cell.computed ? '、計算値' : ''}）`}`;
    case 'number':
      return numberText(cell, unit);
    case 'year':
      return attribute.plan === null ? yearText(cell) : ownYear(cell, attribute.label);
    case 'list':
      return cell.fy === null ? cell.text : fiscalYearName(cell.fy);
    default:
      return wordText(attribute, cell);
  }
}

/** A rate where the sentence has said the year: 89.5%, 80%（計算値）. */
export function rateWithoutYear({ value, text, computed }: Cell): string {
  return `${value === null ? text : percent(value)}${computed ? '（計算値）' : ''}`;
}

function numberText(cell: Cell, unit: string | null): string {
  const { text, fy, every, calendarYear, value } = cell;
  const own = valueWithYear({ text, fy, every, calendarYear });
  const from = yenOf(cell.unit);
  const converted =
    unit !== null && unit !== cell.unit && from !== undefined && value !== null && yenOf(unit) !== undefined
      ? `${yen(value * from, unit)}、`
      : '';
  const beside = cell.aside && cell.note ? `（${cell.note}）` : '';
  return `${converted}${own}${cell.recordedBy === undefined ? '' : '（登録された実績）'}${beside}`;
}

function yearText({ fy, every, pointInTime }: Cell): string {
  const end = fy === null ? '' : fiscalYearName(fy);
  if (pointInTime) return `${end}末（${pointInTime}時点）`;
  if (every) return end === '' ? '毎年度' : `${end}まで毎年度`;
  return end;
}

/** 昭和54年度 as printed; 1974 under 建築年 is 1974年. */
function ownYear({ fy, text }: Cell, label: string): string {
  if (fy === null) return `「${text}」`;
  if (/年/.test(text)) return text;
  return /年度/.test(label) || text === '' ? fiscalYearName(fy) : `${fy}年`;
}

function wordText(attribute: Attribute | undefined, cell: Cell): string {
  const name = bareName(attribute?.id ?? '');
  if (name === 'period') return periodText(cell);
  if (name === 'direction') return `「${directions[cell.text] ?? cell.text}」`;
  if (name === 'place') return cell.source ? sourceName(cell.source) : cell.text;
  if (attribute?.type === 'reference' || name === 'number' || name === 'unit' || name === 'publisher')
    return cell.text;
  const year = cell.fy === null ? '' : `（${fiscalYearName(cell.fy)}）`;
  return `「${cell.text}」${year}`;
}

/** 2020–2024 → 令和2年度から令和6年度まで（5年間） */
function periodText({ periodStart, fy, text }: Cell): string {
  if (periodStart === undefined || fy === null) return text;
  return `${fiscalYearName(periodStart)}から${fiscalYearName(fy)}まで（${fy - periodStart + 1}年間）`;
}

/** The row a word stands in: No. 32. */
export function placeOf(cell: Cell): string {
  return cell.source ? placeName(cell.source) : '';
}

/** A difference in its unit; per cents differ by points: (−4.3, %) → 4.3ポイント. */
export function amountText(value: number, unit: string | null, asked: string | null = null): string {
  const size = Math.abs(value);
  if (unit === '%') return `${figure(size)}ポイント`;
  return withUnit(size, asked ?? unit);
}

/** Money apart from other figures. */
export function figureText(
  value: number,
  { attribute, unit }: { attribute: Attribute | null; unit: string | null },
  asked: string | null,
): string {
  if (attribute?.type === 'money') return yen(value, asked);
  if (attribute?.type === 'rate') return percent(value);
  return withUnit(value, unit);
}
