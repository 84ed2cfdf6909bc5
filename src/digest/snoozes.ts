// Which KPIs a channel has silenced today, and which silences have ended.
import type { Plan } from '../data/schemas/plan.ts';
import { type Day, dayInJapan } from '../ports/clock.ts';
import type { Snooze } from '../ports/store.ts';
import { dueDay } from '../status/calendar.ts';
import type { Status } from '../status/verdict.ts';
import type { DayView, KpiState } from './snapshot.ts';

/** From good to bad; a snooze ends when its KPI moves to the right. */
const fromGoodToBad: Status[] = [
  '達成',
  '順調',
  '判定対象外',
  '実績待ち',
  '期限超過・実績未登録',
  '注意',
  '遅れ',
];

/** The worse of what is judged and what stands now: what a snooze remembers as `statusThen`. */
export function worstStatus(state: KpiState): Status {
  const judged = state.judged ?? '達成';
  return fromGoodToBad.indexOf(judged) > fromGoodToBad.indexOf(state.status) ? judged : state.status;
}

/** The next day, from `day` on, on which results of some year of the plan are due: 2027-09-30. */
export function nextDueDay(plan: Plan, day: Day): Day {
  let fy = Number(day.slice(0, 4)) - 3;
  while (dueDay(fy, plan) < day) fy += 1;
  return dueDay(fy, plan);
}

/** A channel's snoozes sorted into those that hold, those that ended, and among these those whose KPI got worse. */
export function sortSnoozes(
  snoozes: readonly Snooze[],
  view: DayView,
): { active: ReadonlySet<string>; ended: Snooze[]; worsened: Snooze[] } {
  const badness = (status: Status) => fromGoodToBad.indexOf(status);
  const isWorse = (snooze: Snooze) => {
    const state = view.snapshot.kpis[snooze.kpi];
    return state !== undefined && badness(worstStatus(state)) > badness(snooze.statusThen as Status);
  };
  const isOver = (snooze: Snooze) => {
    const plan = view.entries.get(snooze.kpi)?.plan;
    if (!plan) return true;
    const silencedOn = dayInJapan(new Date(snooze.createdAt));
    return view.day > (snooze.until ?? nextDueDay(plan, silencedOn));
  };
  const ended = snoozes.filter((snooze) => isWorse(snooze) || isOver(snooze));
  return {
    active: new Set(snoozes.filter((snooze) => !ended.includes(snooze)).map((snooze) => snooze.kpi)),
    ended,
    worsened: ended.filter(isWorse),
  };
}
