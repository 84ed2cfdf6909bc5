// The states of the KPIs, day by day: they change by themselves only when a fiscal year is over or a result is due.
import type { KpiRecord, Repository } from '../../data/repository.ts';
import type { Plan } from '../../data/schemas/plan.ts';
import { dueDay } from '../../status/calendar.ts';
import { judgeNow } from '../../status/judge-now.ts';
import { packState, stateSize } from '../states.ts';
import type { StatusRow } from './plan-rows.ts';

const firstOfDays = '0000-00-00';
const lastOfDays = '9999-99-99';

/** Spans of days with the states that hold on each of them. */
export function statusRows(repository: Repository): StatusRow[] {
  const [plan] = repository.plans;
  const { kpis } = repository;
  if (!plan || kpis.length === 0) return [];
  const changes = new Map<string, { place: number; state: number[] }[]>([[firstOfDays, []]]);
  kpis.forEach((kpi, place) => {
    let before = '';
    const context = { projects: repository.projectsOf(kpi.id), kept: { judged: new Map() } };
    for (const day of [firstOfDays, ...changeDays(kpi, plan)]) {
      const state = packState(judgeNow(kpi, day, plan, context));
      if (state.join() === before) continue;
      before = state.join();
      changes.set(day, [...(changes.get(day) ?? []), { place, state }]);
    }
  });
  const days = [...changes.keys()].sort();
  const states = Buffer.alloc(kpis.length * stateSize);
  return days.map((firstDay, i) => {
    for (const { place, state } of changes.get(firstDay) ?? []) states.set(state, place * stateSize);
    return { firstDay, lastDay: days[i + 1] ?? lastOfDays, states: Buffer.from(states) };
  });
}

/** Days on which its state may change, ascending. */
function changeDays({ targets, actuals }: KpiRecord, plan: Plan): string[] {
  const fys = new Set<number>([plan.period.from]);
  const days = new Set<string>();
  for (const { fy } of [...targets, ...actuals]) if (fy !== null) fys.add(fy);
  // 毎年度 is due year by year.
  if (targets.some(({ every }) => every))
    for (let fy = Math.min(...fys); fy <= plan.period.to; fy++) fys.add(fy);
  for (const { pointInTime } of targets) if (pointInTime !== undefined) days.add(pointInTime);
  for (const fy of fys) days.add(`${fy + 1}-04-01`).add(after(dueDay(fy, plan)));
  return [...days].sort();
}

/** What comes next in the order of days, whether a calendar has the day (02-30) or not. */
const after = (day: string) => `${day}~`;
