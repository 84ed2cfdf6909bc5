// What a digest is composed from: whose it is, the day's view, and what the channel knows already.
import type { Day } from '../ports/clock.ts';
import type { Snooze } from '../ports/store.ts';
import type { DayView, Snapshot } from './snapshot.ts';

/** Whose digest it is, and what the channel knows already. */
export interface DigestRequest {
  view: DayView;
  /** State after the last digest, and the day of the last post; null before the first. */
  known: { snapshot: Snapshot; postedOn: Day } | null;
  /** KPIs the subscription is narrowed to; null for all. */
  kpis: ReadonlySet<string> | null;
  /** The words it is narrowed by. */
  filter: string;
  snoozes?: readonly Snooze[];
  /** 1 Monday … 5 Friday; all of them by default. */
  weekdays?: readonly number[];
  /** No digest was decided this week although its first day has passed (the bot was down): the quiet line is made up for. */
  missedWeeksFirst?: boolean;
  /** The line of a quiet week is left out: only changes are of interest. */
  onlyChanges?: boolean;
  /** A person asked for it now: it comes on any day, also when nothing changed. */
  asked?: boolean;
}
