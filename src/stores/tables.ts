// The tables of both stores as kysely sees them; columns are snake_case in the database.

import type { PlanVersionWithContent } from '../ports/plan-version.ts';
import type {
  AskedQuestion,
  DigestPost,
  Duty,
  Feedback,
  RecordedEntry,
  Snooze,
  Subscription,
  ThreadQuestion,
} from '../ports/store.ts';

/** Flags are 0 or 1 and lists JSON in either database, so that both read alike. */
export interface Tables {
  recordedEntries: Omit<RecordedEntry, 'partly'> & { partly: number };
  subscriptions: Omit<Subscription, 'weekdays'> & { weekdays: string };
  /** `seq` rises with each claim of a subscription: a clock that was wrong for a while must not decide the order. */
  digests: DigestPost & { seq: number };
  planVersions: PlanVersionWithContent;
  snoozes: Snooze;
  questions: AskedQuestion;
  duties: Duty;
  seenEvents: { eventId: string; at: string };
  feedback: Feedback;
  threadQuestions: ThreadQuestion & { thread: string; at: string };
  preferences: { person: string; name: string; value: string };
}
