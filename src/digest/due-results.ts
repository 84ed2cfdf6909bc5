// Results that somebody has to record, and how near their due day is: what the people in charge are reminded of.
import type { KpiEntry } from '../answer/answer.ts';
import type { Day } from '../ports/clock.ts';
import { isOver } from '../status/calendar.ts';
import type { DayView } from './snapshot.ts';
import { addDays, isWorkingDay } from './working-days.ts';

/** Two weeks before the due day, from the day itself, and a week after it. */
export type Stage = 'before' | 'on' | 'after';

/** A result that is awaited. */
export interface DueResult {
  entry: KpiEntry;
  fy: number;
  due: Day;
  stage: Stage;
  /** Names this step of this result: a person hears of it once. */
  key: string;
}

const daysBefore = 14;
const daysAfter = 7;

/** Every result of a finished year that nobody has recorded and whose due day is near or past, the oldest due day first. */
export function dueResults({ day, entries }: DayView): DueResult[] {
  return [...entries.values()]
    .flatMap((entry) => {
      const { fy, due } = entry.state.inputs;
      const missing = ['実績待ち', '期限超過・実績未登録'].includes(entry.state.status);
      if (!missing || fy === null || due === null || !isOver(fy, day)) return [];
      const stage = stageOf(due, day);
      return stage === null ? [] : [{ entry, fy, due, stage, key: `${entry.id} ${fy} ${stage}` }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function stageOf(due: Day, day: Day): Stage | null {
  if (day >= addDays(due, daysAfter)) return 'after';
  if (day >= due) return 'on';
  return day >= addDays(due, -daysBefore) ? 'before' : null;
}

/** A summary that could not be sent on the month's first working day may still come on the next ones. */
const daysOfBeginning = 5;

/** Whether it is one of the month's first five working days. */
export function isMonthsBeginning(day: Day): boolean {
  if (!isWorkingDay(day)) return false;
  let earlier = 0;
  for (let before = `${day.slice(0, 7)}-01`; before < day; before = addDays(before, 1))
    if (isWorkingDay(before)) earlier += 1;
  return earlier < daysOfBeginning;
}
