// What the values of buttons carry, one schema a kind of click; a click is answered from it alone.
import * as z from 'zod';
import type { Query } from '../question/query.ts';

/** A question, as a button carries it. */
export const askValue = z.object({
  /** As typed: `/kpi 移住` or the words of a mention. */
  ask: z.string(),
  /** Day the answer is judged at, when it was given. */
  asOf: z.string().exactOptional(),
  /** Index of the first entry to show. */
  from: z.int().min(0).exactOptional(),
  /** The question before it in the thread, for a follow-up such as 「R7は？」. */
  context: z.string().exactOptional(),
  /** The same as it was read, where it fits; outdoes `context`. Its own schema is asked when it is used. */
  thread: z.custom<Query[]>(Array.isArray).exactOptional(),
});
export type AskValue = z.infer<typeof askValue>;

/** Which answer is sent as a file: a question's, or all KPIs of a digest narrowed by these words. */
const excelValue = z.union([z.object({ digest: z.string() }), askValue]);

/** Whose result the modal is opened for; without a KPI it starts with the choice of one. */
const recordValue = z.object({ kpi: z.string().exactOptional(), fy: z.int().exactOptional() });

/** The entry to take back, by its seq. */
const undoValue = z.object({ seq: z.int(), kpi: z.string(), fy: z.int() });

/** What was said of which answer; it is asked again as it was, with its day and its thread. */
const feedbackValue = askValue.extend({ verdict: z.enum(['good', 'bad']) });

/** What to do with which subscription; `create` needs no id. */
const subscriptionValue = z.object({
  id: z.string().exactOptional(),
  do: z.enum(['edit', 'pause', 'resume', 'stop', 'send-now', 'create']),
});

/** The KPI to silence in which channel (several ids: the modal asks), or whose silence ends. */
const snoozeValue = z.object({
  kpi: z.string(),
  channel: z.string(),
  end: z.literal(true).exactOptional(),
});
export type SnoozeValue = z.infer<typeof snoozeValue>;

/** What to do about the people in charge. */
const dutyValue = z.object({ do: z.enum(['set', 'hand-over']) });

/** What to do with a person's reminders; with `again`: in how many days. */
const remindValue = z.object({
  do: z.enum(['again', 'stop', 'start']),
  days: z.int().min(1).max(60).exactOptional(),
});

/** A list of App Home that is cut there, to be shown whole. */
export const homeLists = ['subscriptions', 'stopped', 'reports'] as const;
export type HomeList = (typeof homeLists)[number];
const wholeValue = z.object({ list: z.enum(homeLists) });

/** A file on its way to a plan, or a plan that was just taken. */
const bringValue = z.discriminatedUnion('do', [
  z.object({
    do: z.enum(['take', 'stop']),
    /** Slack's id of the file. */
    file: z.string(),
    /** Who sent it: nobody else's click counts. */
    by: z.string(),
    /** Question → answer, as far as answered. */
    answers: z.record(z.string(), z.string()),
  }),
  z.object({ do: z.literal('undo'), plan: z.string(), version: z.int() }),
  /** Shows a taken plan to every workspace, or to no other one. */
  z.object({ do: z.literal('share'), plan: z.string() }),
  z.object({ do: z.literal('unshare'), plan: z.string() }),
]);
export type BringValue = z.infer<typeof bringValue>;

/** Kinds of click, each with what its value carries. */
export const actionValues = {
  /** Asks a question. Used by examples, もしかして, 詳細, 事業を見る, KPIを見る, 根拠, 参加市町, 予算の推移, 履歴. */
  ask: askValue,
  /** Shows the next entries of an answer, `from` on. */
  more: askValue,
  /** Posts the answer into the channel, saying who shared it. */
  share: askValue,
  /** Sends the answer, or a digest's KPIs, as an Excel file. */
  excel: excelValue,
  /** Opens the modal for a result. */
  record: recordValue,
  /** Takes a just recorded result back. */
  undo: undoValue,
  /** 役に立った／違う of an answer. */
  feedback: feedbackValue,
  /** Opens the modal of a subscription, or changes it. */
  subscription: subscriptionValue,
  /** Silences one KPI of a digest. */
  snooze: snoozeValue,
  /** Names or hands over the people in charge. */
  duty: dutyValue,
  /** A reminder once more, off or on. */
  remind: remindValue,
  /** Shows a list of App Home whole. */
  whole: wholeValue,
  /** Takes a file that was sent as a plan, leaves it, or takes that back. */
  bring: bringValue,
} as const;

/** One kind of click. */
export type ActionKind = keyof typeof actionValues;
/** The value of a button of that kind; of any button without one. */
export type ActionValue<K extends ActionKind = ActionKind> = z.infer<(typeof actionValues)[K]>;
