// Reminds the people in charge of due results, once for each step, by the same claims as the digest: never twice, never on a day off.
import { type DueResult, dueResults, isMonthsBeginning } from '../../digest/due-results.ts';
import { peopleFor, subjectOf } from '../../digest/duties.ts';
import type { DayView } from '../../digest/snapshot.ts';
import type { Day } from '../../ports/clock.ts';
import type { Duty, Subscription } from '../../ports/store.ts';
import type { DigestMessage } from '../../present/digest/digest.ts';
import { type MonthSummary, monthMessage, reminderMessage } from '../../present/digest/reminder.ts';
import type { SlackContext } from '../context.ts';
import { claimOf } from '../digest/begin.ts';
import { alone, type Desk, mayTry, run } from '../digest/desk.ts';
import { isDue, type Moment } from '../digest/due.ts';
import { readPlan } from '../digest/plan.ts';
import { reminderOf } from './reminder-of.ts';
import { readAgain, reminderSettings } from './settings.ts';

/** Sends what is due today to everybody who answers for something. */
export async function lookAtReminders(desk: Desk, now: Moment): Promise<void> {
  const duties = await desk.context.store.duties();
  const people = (...roles: Duty['role'][]) => [
    ...new Set(duties.filter(({ role }) => roles.includes(role)).map(({ person }) => person)),
  ];
  const jobs = [
    ...people('owner', 'deputy').map((person) => ({ id: `reminder:${person}`, tell: remindOf })),
    ...(isMonthsBeginning(now.day)
      ? people('chief').map((person) => ({ id: `month:${person}`, tell: monthOf }))
      : []),
  ];
  for (const { id, tell } of jobs) {
    const reminder = reminderOf(id);
    if (reminder && isDue(reminder, now))
      await alone(desk, id, now.day, () => remind(desk, reminder, { day: now.day, duties, tell }));
  }
}

interface Told {
  message: DigestMessage;
  keys: string[];
}
interface Job {
  day: Day;
  duties: readonly Duty[];
  tell: (facts: Facts) => Promise<Told | null>;
}
interface Facts {
  context: SlackContext;
  view: DayView;
  person: string;
  duties: readonly Duty[];
  /** What the person has heard of already. */
  told: ReadonlySet<string>;
}

async function remind(desk: Desk, reminder: Subscription, { day, duties, tell }: Job): Promise<void> {
  const { context } = desk;
  const { store } = context;
  const { id, owner: person } = reminder;
  if (!mayTry(desk, id, day) || (await store.digest(id, day))) return;
  if ((await reminderSettings(context, person)).off) return;
  const view = await desk.composer.view(day);
  const last = await store.lastDigest(id);
  const before = (last && readPlan(last)?.told) ?? [];
  const said = await tell({ context, view, person, duties, told: new Set(before) });
  if (said === null) return;
  const post = claimOf(desk, id, day, {
    messages: { post: said.message, thread: [] },
    known: { day, kpis: {} },
    postedOn: day,
    threadSent: 0,
    ended: [],
    told: [...new Set([...before, ...said.keys])],
  });
  if (await store.claimDigest(post)) await run(desk, reminder, post);
}

async function remindOf({ context, view, person, duties, told }: Facts): Promise<Told | null> {
  const own = dueResults(view).filter(({ entry }) => peopleFor(entry, duties).includes(person));
  const again = readAgain((await reminderSettings(context, person)).again, view.day);
  const repeated = again !== null && !told.has(again);
  const due: DueResult[] = repeated ? own : own.filter(({ key }) => !told.has(key));
  if (due.length === 0) return null;
  return {
    message: reminderMessage(view.day, due, context.config.commandPrefix),
    keys: [...due.map(({ key }) => key), ...(repeated ? [again] : [])],
  };
}

async function monthOf({ context, view, person, duties, told }: Facts): Promise<Told | null> {
  const key = `month ${view.day.slice(0, 7)}`;
  if (told.has(key)) return null;
  const followed = duties.flatMap(({ subject, role, person: chief }) => {
    const about = subjectOf(subject);
    return role === 'chief' && chief === person && 'department' in about ? [about.department] : [];
  });
  const summaries = followed.map((department) => summaryOf(department, view, duties));
  if (summaries.length === 0) return null;
  return { message: monthMessage(view.day, summaries, context.config.commandPrefix), keys: [key] };
}

const statuses = ['遅れ', '注意', '順調', '達成'] as const;

function summaryOf(department: string, view: DayView, duties: readonly Duty[]): MonthSummary {
  const own = [...view.entries.values()].filter(({ departments }) => departments.includes(department));
  const state = (id: string) => view.snapshot.kpis[id];
  return {
    department,
    counts: statuses.map((label) => ({
      label,
      count: own.filter(({ id }) => state(id)?.judged === label).length,
    })),
    missing: own
      .filter(({ id }) => state(id)?.due === 'overdue')
      .map((entry) => ({ entry, people: peopleFor(entry, duties) })),
  };
}
