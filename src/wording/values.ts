// Printed values with their years: 400人（令和8年度）.
import { eraYear, fiscalYearName, saysYear } from './years.ts';

/** A printed value with the year it is for. */
export interface PrintedValue {
  text: string;
  fy: number | null;
  every?: true | undefined;
  calendarYear?: true | undefined;
}

/** A value as printed with its year: `400人（令和8年度）`; the year is added where the cell does not say it. */
export function valueWithYear(value: PrintedValue): string {
  // 62%（R6年度）, 450人（R3～R5年）, 6回/年（令和8年度～12年度） tell their year themselves; R5年度比減 does not.
  if (/毎年/.test(value.text) || (value.fy !== null && saysYear(value.text, value.fy))) return value.text;
  if (value.every) return `${value.text}（毎年度）`;
  if (value.fy === null) return `${value.text}（年度の記載なし）`;
  return `${value.text}（${value.calendarYear ? `${eraYear(value.fy)}年` : fiscalYearName(value.fy)}）`;
}

/** True for a cell that only says that there is nothing: `—`, `-`. */
export function isDash(text: string): boolean {
  return /^[-—―ー–−\s]*$/.test(text);
}
