// What a morning digest says, as plain data; presenters turn it into a post and the messages of its thread.
import type { KpiEntry } from '../answer/answer.ts';
import type { Day } from '../ports/clock.ts';
import type { Snooze } from '../ports/store.ts';
import type { Status, Verdict } from '../status/verdict.ts';
import type { Tier } from './changes.ts';
import type { Snapshot } from './snapshot.ts';

/** A KPI named in a digest, with everything its line says. */
export interface DigestItem {
  entry: KpiEntry;
  tier: Tier;
  /** The judgement the line speaks of; null when only the data changed. */
  judgement: { fy: number | null; verdict: Verdict } | null;
  /** The status the channel knew before; null when none was known. */
  before: Status | null;
  /** Codes of the policies it is printed under: 施策VII-3-(1)-②, パッケージ3. */
  policies: string[];
  /** Who answers for it: departments, else the municipality of the plan. */
  who: string;
  /** Newest budget of its projects, each counted once, in 千円. */
  budget: number;
  /** Who recorded the result behind the change, and when; null when it was not recorded by staff. */
  recorded: { by: string; on: Day; withdrawn: boolean } | null;
}

/** How many, and of which plan or department; the largest first. */
export interface Count {
  label: string;
  count: number;
}

/** A list in the thread: a title, and KPIs in groups; `resting` is its title alone. */
export interface ThreadList {
  kind: 'details' | 'ask' | 'unrecorded' | 'awaited' | 'due-this-year' | 'resting';
  /** Department, tier, or plan with year and due day as they are shared: the year is `items[0]`'s. */
  groups: { label: string; items: DigestItem[] }[];
}

/** A line of the channel post that counts instead of naming. */
export interface CountLine {
  kind: 'overdue' | 'improved' | 'recorded' | 'added' | 'awaited' | 'due-this-year' | 'resting';
  items: DigestItem[];
  /** The fiscal year the line is about; null when none. */
  fy: number | null;
  /** Last day for the results; null when none. */
  due: Day | null;
  byPlan: Count[];
}

interface DigestBase {
  day: Day;
  /** Words the subscription is narrowed by; '' when not. */
  filter: string;
  /** KPIs the digest watches. */
  watched: number;
}

/** Nothing is posted. */
export interface SilentDigest extends DigestBase {
  kind: 'none';
  why: 'holiday' | 'unchanged';
  /** The next day on which something may be posted. */
  next: Day;
}

/** The first summary, what changed, or the one line of a quiet week. */
export interface PostedDigest extends DigestBase {
  kind: 'first' | 'changes' | 'quiet';
  /** Day of the post before; null for the first. */
  since: Day | null;
  /** KPIs that changed, snoozed ones not counted. */
  changed: number;
  /** KPIs per status of their last judged year (first summary). */
  standing: Count[];
  /** At most five, in the order of the tiers. */
  items: DigestItem[];
  /** Items of the named tiers beyond the five. */
  more: number;
  lines: CountLine[];
  unrecorded: { total: number; byPlan: Count[] };
  /** Entries recorded in the seven days up to `day`. */
  recordedInWeek: number;
  snoozed: number;
  /** Snoozes that ended because the status worsened. */
  woken: DigestItem[];
  thread: ThreadList[];
  /** Bands of the status rule that the judgements named or counted here rest on; empty without any. */
  bands: (readonly [number, number, number])[];
}

/** What composing comes to: a post, or silence with its reason. */
export type Digest = SilentDigest | PostedDigest;

/** A digest with what must be stored when it is posted. */
export interface Composed {
  digest: Digest;
  /** What the channel knows afterwards. */
  known: Snapshot;
  /** Snoozes to remove. */
  ended: Snooze[];
}
