// What the running fiscal year holds: targets of it, and results to be registered in it.
import type { KpiEntry } from '../../answer/answer.ts';
import type { Day } from '../../ports/clock.ts';
import { yearLabel } from '../../status/calendar.ts';
import { longDate } from '../../wording/dates.ts';

/** A KPI with what is due and when. */
export interface DueEntry {
  entry: KpiEntry;
  when: string;
}

/** Targets of this fiscal year, then results due in it; those whose day has passed come last. */
export function dueInYear(entries: readonly KpiEntry[], fiscalYear: number, asOf: Day): DueEntry[] {
  const from = `${fiscalYear}-04-01`;
  const to = `${fiscalYear + 1}-03-31`;
  const found = entries.flatMap((entry) => {
    const { due, fy } = entry.state.inputs;
    if (entry.state.status === '判定対象外') return [];
    const target = fy === fiscalYear || entry.record.targets.some((own) => own.fy === fiscalYear);
    if (target) return [{ entry, when: `目標年度 ${yearLabel(fiscalYear)}`, rank: 0 }];
    if (due === null || due < from || due > to) return [];
    const passed = due < asOf;
    const when = `実績の登録期限（Hakaruの設定） ${longDate(due)}${passed ? '・過ぎています' : ''}`;
    return [{ entry, when, rank: passed ? 2 : 1 }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ entry, when }) => ({ entry, when }));
}
