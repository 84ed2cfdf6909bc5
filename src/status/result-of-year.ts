// The results a KPI is judged by: what staff recorded stands before what the document prints.
import { extended } from '../data/extended.ts';
import type { KpiRecord } from '../data/repository.ts';
import type { Actual } from '../data/schemas/value.ts';

/** One year's result, printed or recorded. */
export interface Result {
  fy: number;
  value: number | null;
  unit: string | null;
  text: string;
  /** A running total (累計55件), not the figure of one year. */
  cumulative: boolean;
  /** A mean over the years (5年平均). */
  average: boolean;
  partly: boolean;
  recordedBy?: string;
}

/** A printed dash is no result; 0 is one, and so are words. */
function isMissing(actual: Actual): boolean {
  return actual.value === null && /^[\s\-—–―‐−－ー]*$|記載なし|未集計/.test(actual.text);
}

/** All results by fiscal year, oldest first. */
export function resultsOf(kpi: KpiRecord): Map<number, Result> {
  const results = new Map<number, Result>();
  for (const actual of kpi.actuals) {
    if (!isMissing(actual)) results.set(actual.fy, extended(reading(actual), { partly: false }));
  }
  for (const entry of kpi.recorded) {
    const { partly, recordedBy } = entry;
    results.set(entry.fy, extended(reading(entry), { partly, recordedBy }));
  }
  return new Map([...results].sort(([a], [b]) => a - b));
}

function reading(entry: Pick<Actual, 'fy' | 'value' | 'unit' | 'text' | 'cumulative'>) {
  const { fy, value, unit, text } = entry;
  return {
    fy,
    value,
    unit,
    text,
    cumulative: entry.cumulative === true || /累計|通算|累積/.test(text),
    average: /平均/.test(text),
  };
}

/** The printed result of a year in which staff recorded another figure; it stays visible. */
export function overruledActual(kpi: KpiRecord, fy: number): Actual | undefined {
  const recorded = kpi.recorded.find((entry) => entry.fy === fy);
  const printed = kpi.actuals.find((actual) => actual.fy === fy && !isMissing(actual));
  if (!recorded || !printed) return undefined;
  const same = printed.value === null ? printed.text === recorded.text : printed.value === recorded.value;
  return same ? undefined : printed;
}
