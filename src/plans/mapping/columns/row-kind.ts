// The column that says what a row holds: its target, its result, its budget.
import { plainHeading } from '../../layout/headings.ts';
import type { MoneyKind } from '../../read-plan.ts';
import { type PlannedTable, textsOf } from '../column-plan.ts';
import { moneyKindOf } from '../money-words.ts';

/** 区分 with 目標 and 実績, 予算 and 決算 in its cells; any other 区分 is a column of the plan. */
export function settleRowKinds(planned: PlannedTable): void {
  const { columns } = planned;
  for (const column of columns.filter(({ role }) => role === 'row-kind')) {
    const texts = textsOf(planned, column);
    const kinds = texts.filter((text) => rowKindOf(text) !== null);
    if (texts.length === 0 || kinds.length < texts.length * 0.95) column.role = 'attribute';
  }
  const kinds = columns.filter(({ role }) => role === 'row-kind');
  for (const column of kinds.slice(1)) column.role = 'attribute';
}

/** What a row of 目標 or 予算 holds. */
export type RowKind =
  | { role: 'target' | 'actual' | 'baseline' | 'rate' }
  | { role: 'money'; money: MoneyKind };

/** 目標値 → target, 当初予算額 → initial; null for other words. */
export function rowKindOf(text: string): RowKind | null {
  const plain = plainHeading(text).replace(/\(.*\)$/, '');
  if (/^(?:目標|目標値|計画値|当初見込み?|見込み?値?)$/.test(plain)) return { role: 'target' };
  if (/^(?:実績|実績値|成果実績|活動実績)$/.test(plain)) return { role: 'actual' };
  if (/^(?:基準値?|現状値?)$/.test(plain)) return { role: 'baseline' };
  if (/^(?:達成率|達成度|進捗率)$/.test(plain)) return { role: 'rate' };
  if (/(?:予算|決算|執行|要求|補正|計画|現額|見込|支出済)額?(?:案)?$/.test(plain) && plain.length <= 10) {
    const money = moneyKindOf(plain);
    if (money) return { role: 'money', money };
  }
  return null;
}
