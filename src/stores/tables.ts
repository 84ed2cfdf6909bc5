// The tables of both stores as kysely sees them; columns are snake_case in the database.

import type { PlanShare, PlanVersionWithContent } from '../ports/plan-version.ts';
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
import type { KeptInstallation, Workspace } from '../ports/workspaces.ts';

/** A row that one workspace owns. */
type Owned<T> = T & { team: string };

/** Flags are 0 or 1 and lists JSON in either database, so that both read alike. */
export interface Tables {
  recordedEntries: Owned<Omit<RecordedEntry, 'partly'> & { partly: number }>;
  subscriptions: Owned<Omit<Subscription, 'weekdays'> & { weekdays: string }>;
  /** `seq` rises with each claim of a subscription: a clock that was wrong for a while must not decide the order. */
  digests: Owned<DigestPost & { seq: number }>;
  planVersions: Owned<PlanVersionWithContent>;
  planShares: Owned<{ plan: string; sharedWith: PlanShare['with'] }>;
  snoozes: Owned<Snooze>;
  questions: Owned<AskedQuestion>;
  duties: Owned<Duty>;
  seenEvents: Owned<{ eventId: string; at: string }>;
  feedback: Owned<Feedback>;
  threadQuestions: Owned<ThreadQuestion & { thread: string; at: string }>;
  preferences: Owned<{ person: string; name: string; value: string }>;
  /** `home` is 1 for the single workspace of a bot with one token. */
  workspaces: Workspace & { home: number };
  installations: Omit<KeptInstallation, 'orgWide'> & { orgWide: number };
  /** One row. */
  planMarks: { id: number; mark: number };
}

/** The tables whose rows a workspace owns: what tells two of its rows apart beside the place in a log. */
export const ownedTables = {
  recordedEntries: ['id'],
  planVersions: [],
  subscriptions: ['id'],
  digests: ['subscription', 'day'],
  planShares: ['plan', 'sharedWith'],
  snoozes: ['channel', 'kpi'],
  questions: ['id'],
  duties: ['subject', 'person', 'role'],
  seenEvents: ['eventId'],
  feedback: ['id'],
  threadQuestions: ['thread'],
  preferences: ['person', 'name'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** Stands for the single workspace of a bot with one token until it is named. */
export const unnamedTeam = 'home';
