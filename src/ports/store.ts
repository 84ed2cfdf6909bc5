// What must outlive the process: recorded actuals, brought plans, subscriptions, digests, snoozes, questions on their way, duties,
// seen events, feedback, thread context.
// Implemented by stores/sqlite-store.ts and stores/postgres-store.ts, which one contract suite holds to these sentences.
import type { NewPlanVersion, PlanShare, PlanVersion, SharedPlan } from './plan-version.ts';

/** Thrown when the store cannot be reached; questions go on without it. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
}

/** Thrown by `append` when someone else wrote to the same KPI and year since `expectedLast` was read. */
export class StoreConflict extends Error {
  readonly code = 'store-conflict';
  constructor(readonly latest: RecordedEntry) {
    super(`another entry was recorded first: ${latest.kpi} ${latest.fy} seq ${latest.seq}`);
  }
}

/** One line of the append-only log of results that staff recorded. Nothing is ever changed or removed. */
export interface RecordedEntry {
  /** Order of recording, from 1; rises in every copy alike. */
  seq: number;
  /** Random id; the same id appended twice is one entry (a repeated delivery records once). */
  id: string;
  kind: 'recorded' | 'corrected' | 'withdrawn';
  kpi: string;
  plan: string;
  fy: number;
  /** As typed, after trimming; for a withdrawal the text of what is withdrawn. */
  typed: string;
  /** Parsed number in the KPI's unit; null for words (A, 策定済). */
  value: number | null;
  unit: string | null;
  /** A person marks a milestone reached in part. */
  partly: boolean;
  comment: string;
  link: string;
  /** Slack user id. */
  recordedBy: string;
  /** ISO instant. */
  recordedAt: string;
}
/** An entry before it has its place in the log. */
export type NewEntry = Omit<RecordedEntry, 'seq'>;

/** The morning digest of one channel: what it is narrowed to, and when it comes. */
export interface Subscription {
  /** Random. */
  id: string;
  /** Slack channel id; a direct message is a channel too. */
  channel: string;
  /** Slack id of the person who made it. */
  owner: string;
  /** Words of the question grammar; '' means everything. */
  filter: string;
  /** HH:MM, Asia/Tokyo. */
  time: string;
  /** 1 Monday … 5 Friday. */
  weekdays: number[];
  state: 'active' | 'paused' | 'stopped';
  /** Why it stopped by itself (Slack's error name); '' otherwise. */
  stopReason: string;
  /** Refusals by Slack in a row. */
  refusals: number;
  /** ISO instant. */
  createdAt: string;
}

/** A digest from decision to post; `snapshot` is what the channel knows once it is posted. */
export interface DigestPost {
  subscription: string;
  /** Day in Japan; one digest for a subscription and day. */
  day: string;
  state: 'claimed' | 'posting' | 'posted' | 'quiet' | 'failed';
  /** Which copy holds the claim, and since when (ISO). */
  claimedBy: string;
  claimedAt: string;
  /** JSON: message and state decided before posting. */
  payload: string;
  /** Slack's message ts once posted. */
  ts: string | null;
  error: string;
}

/** A channel's wish to hear nothing of one KPI for a while. */
export interface Snooze {
  channel: string;
  kpi: string;
  /** Status when it was snoozed: the snooze ends by itself when it worsens. */
  statusThen: string;
  reason: string;
  /** Slack user id. */
  by: string;
  /** Last silent day; null: until the results are due. */
  until: string | null;
  /** ISO instant. */
  createdAt: string;
}

/** What a person said of an answer. */
export interface Feedback {
  /** The same id again replaces what was said before. */
  id: string;
  /** As it was asked. */
  question: string;
  verdict: 'good' | 'bad';
  /** What was wrong, in a word: figure, record, words, other; '' when not said. */
  about: string;
  comment: string;
  /** The answer that was given, as plain text. */
  answer: string;
  /** Slack user id. */
  by: string;
  /** ISO instant. */
  at: string;
}

/** A question put to the bot in a message, from its arrival to its answer. */
export interface AskedQuestion {
  /** Channel and ts of the message: an edit keeps both, so it is the same question. */
  id: string;
  /** The message as JSON, so that it can be answered without asking Slack for it. */
  message: string;
  state: 'claimed' | 'answered';
  /** Which copy holds the claim, and since when (ISO). */
  claimedBy: string;
  claimedAt: string;
  /** When the question came (ISO). */
  askedAt: string;
}

/** What a thread was asked last. */
export interface ThreadQuestion {
  /** The words that stand by themselves: of a follow-up those of the question it goes on from. */
  question: string;
  /** JSON of what it was read as; '' for threads kept by versions that knew the words only. */
  queries: string;
}

/** Who answers for a KPI or a department. */
export interface Duty {
  /** `kpi:ID` or `department:NAME`. */
  subject: string;
  /** Slack user id. */
  person: string;
  /** `owner` and `deputy` are reminded of due results, `chief` gets the month's summary. */
  role: 'owner' | 'deputy' | 'chief';
  /** Who set it, and when (ISO). */
  by: string;
  at: string;
}

/** How many days things are kept. Recorded results, plans, subscriptions and duties are never forgotten by age. */
export interface Retention {
  /** Digests, but each subscription's last one. */
  digests: number;
  threads: number;
  feedback: number;
  /** Snoozes after their end; those without one are forgotten a year later. */
  snoozes: number;
}

/** What one workspace owns. Every method throws StoreUnavailable when the store cannot be reached. */
export interface Store {
  /** Appends one entry and returns it with its seq once it is durable. `expectedLast` is the seq of the newest entry of that KPI and year the person saw (0: none); a newer one throws StoreConflict. */
  append(entry: NewEntry, expectedLast?: number): Promise<RecordedEntry>;
  /** Entries with a seq above `after`, oldest first. Polled, so that every running copy learns of them. */
  entriesAfter(after: number): Promise<RecordedEntry[]>;

  /** Appends a step to the log of brought plans, all or nothing, and returns it with its seq and version. */
  appendPlan(version: NewPlanVersion): Promise<PlanVersion>;
  /** Every step of every brought plan, oldest first, without content. */
  planVersions(): Promise<PlanVersion[]>;
  /** The plan file that a step led to; '' after a removal or when there is no such step. */
  planContent(seq: number): Promise<string>;
  /** Seq of the newest step, 0 when there is none. Polled, so that every running copy takes up new versions. */
  lastPlanSeq(): Promise<number>;
  /** Shows a brought plan to these workspaces and to no other one; `everyone` to all, none to nobody but its own. */
  sharePlan(plan: string, teams: readonly string[]): Promise<void>;
  /** What this workspace shares, by plan and workspace. */
  planShares(): Promise<PlanShare[]>;
  /** What others share with this one: each plan's newest version, by workspace and plan. */
  sharedPlans(): Promise<SharedPlan[]>;
  /** The plan file behind one of `sharedPlans`; '' for any other one. */
  sharedPlanContent(shared: Pick<SharedPlan, 'team' | 'plan' | 'seq'>): Promise<string>;

  /** Creates or replaces the subscription with that id. */
  saveSubscription(subscription: Subscription): Promise<void>;
  /** Puts a subscription in the place of another one, both or neither: it has moved to another channel. */
  replaceSubscription(id: string, subscription: Subscription): Promise<void>;
  /** Changes the newest state of a subscription with nothing in between; null when there is none. */
  editSubscription(id: string, edit: (current: Subscription) => Subscription): Promise<Subscription | null>;
  /** False when there was none. */
  removeSubscription(id: string): Promise<boolean>;
  /** Oldest first; of one channel when given. */
  subscriptions(channel?: string): Promise<Subscription[]>;

  /** Takes the digest of that subscription and day: true for exactly one caller ever, also across copies and restarts. */
  claimDigest(post: DigestPost): Promise<boolean>;
  /** Stores a claimed digest's next state; false when it is no longer in state `from`, or held by another copy than `from` names. */
  moveDigest(
    subscription: string,
    day: string,
    from: DigestPost['state'] | Pick<DigestPost, 'state' | 'claimedBy'>,
    to: Partial<DigestPost> & Pick<DigestPost, 'state'>,
  ): Promise<boolean>;
  /** The digest of that subscription and day, whatever its state, or null. */
  digest(subscription: string, day: string): Promise<DigestPost | null>;
  /** The digest in state posted or quiet that was claimed last, whatever its day, or null. */
  lastDigest(subscription: string): Promise<DigestPost | null>;
  /** Digests left in `claimed` or `posting` (a crash), oldest first. */
  unsettledDigests(): Promise<DigestPost[]>;

  /** Replaces an earlier snooze of the same channel and KPI. */
  saveSnooze(snooze: Snooze): Promise<void>;
  /** False when there was none. */
  removeSnooze(channel: string, kpi: string): Promise<boolean>;
  /** Of one channel, oldest first. */
  snoozes(channel: string): Promise<Snooze[]>;

  /** Takes a question: true for exactly one caller ever, also across copies, restarts and edits of the message. */
  claimQuestion(question: AskedQuestion): Promise<boolean>;
  /** Holds a claimed question on, or takes it over from `from`; false when it is answered or held by another copy. */
  holdQuestion(id: string, from: string, by: string, at: Date): Promise<boolean>;
  /** The question has its answer. */
  answeredQuestion(id: string): Promise<void>;
  /** Questions asked since then that have no answer yet, oldest first. */
  unansweredQuestions(since: Date): Promise<AskedQuestion[]>;

  /** Puts these duties of one subject in the place of those it had, in the given roles. */
  saveDuties(
    subject: string,
    duties: readonly Omit<Duty, 'subject'>[],
    roles: readonly Duty['role'][],
  ): Promise<void>;
  /** Hands every duty of one person to another, all or none; gives the number of subjects. */
  handOverDuties(from: string, to: string, by: string, at: Date): Promise<number>;
  /** All duties, by subject, role and person. */
  duties(): Promise<Duty[]>;

  /** True the first time an event id is seen (in any copy), false after; ids older than an hour may be forgotten. */
  firstSight(eventId: string, at: Date): Promise<boolean>;

  /** Creates or replaces the feedback with that id. */
  saveFeedback(feedback: Feedback): Promise<void>;
  /** Oldest first. */
  feedback(): Promise<Feedback[]>;

  /** Last question of a thread (channel + thread ts), for follow-ups. */
  saveThreadQuestion(thread: string, asked: ThreadQuestion, at: Date): Promise<void>;
  /** Null when the thread asked nothing yet. */
  threadQuestion(thread: string): Promise<ThreadQuestion | null>;

  /** Small per-person settings (own department …); '' when unset. */
  savePreference(person: string, name: string, value: string): Promise<void>;
  preference(person: string, name: string): Promise<string>;

  /** Forgets what nobody needs any more; questions after a day, seen events after an hour whatever is kept. */
  forgetOld(at: Date, keep: Retention): Promise<void>;

  /** Ends all connections; every later call throws StoreUnavailable. */
  close(): Promise<void>;
}
