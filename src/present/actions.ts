// The buttons of the bot: their action ids and what their values carry. State lives in the value, so a click works after a restart.
import type { Query } from '../question/query.ts';

/** Kinds of click. An `action_id` is the kind, a colon and a number that makes it unique within the payload. */
export const actionKinds = [
  /** Asks a question; value: AskValue. Used by examples, もしかして, 詳細, 事業を見る, KPIを見る, 根拠, 参加市町, 予算の推移, 履歴. */
  'ask',
  /** Shows the next entries of an answer; value: AskValue with `from`. */
  'more',
  /** Posts the answer into the channel, saying who shared it; value: AskValue. */
  'share',
  /** Sends the answer, or a digest's KPIs, as an Excel file; value: ExcelValue. */
  'excel',
  /** Opens the modal for a result; value: RecordValue. */
  'record',
  /** Takes a just recorded result back; value: UndoValue. */
  'undo',
  /** 役に立った／違う of an answer; value: FeedbackValue. */
  'feedback',
  /** Opens the modal of a subscription; value: SubscriptionValue. */
  'subscription',
  /** Silences one KPI of a digest; value: SnoozeValue. */
  'snooze',
  /** Names or hands over the people in charge; value: DutyValue. */
  'duty',
  /** A reminder once more, off or on; value: RemindValue. */
  'remind',
  /** Takes a file that was sent as a plan, leaves it, or takes that back; value: BringValue. */
  'bring',
] as const;
/** One kind of click. */
export type ActionKind = (typeof actionKinds)[number];

/** A question, as a button carries it. */
export interface AskValue {
  /** As typed: `/kpi 移住` or the words of a mention. */
  ask: string;
  /** Day the answer is judged at, when it was given. */
  asOf?: string;
  /** Index of the first entry to show. */
  from?: number;
  /** The question before it in the thread, for a follow-up such as 「R7は？」. */
  context?: string;
  /** The same as it was read, where it fits; outdoes `context`. */
  thread?: Query[];
}

/** Which answer is sent as a file: a question's, or all KPIs of a digest narrowed by these words. */
export interface ExcelValue extends Partial<AskValue> {
  digest?: string;
}

/** Whose result the modal is opened for. */
export interface RecordValue {
  /** KPI id; absent: the modal starts with the choice of a KPI. */
  kpi?: string;
  fy?: number;
}

/** The entry to take back. */
export interface UndoValue {
  /** Seq of the entry to withdraw. */
  seq: number;
  kpi: string;
  fy: number;
}

/** What was said of which answer. */
export interface FeedbackValue {
  ask: string;
  verdict: 'good' | 'bad';
}

/** What to do with which subscription; `create` needs no id. */
export interface SubscriptionValue {
  id?: string;
  do: 'edit' | 'pause' | 'resume' | 'stop' | 'send-now' | 'create';
}

/** The KPI to silence in which channel. */
export interface SnoozeValue {
  kpi: string;
  channel: string;
}

/** What to do about the people in charge. */
export interface DutyValue {
  do: 'set' | 'hand-over';
}

/** What to do with a person's reminders. */
export interface RemindValue {
  do: 'again' | 'stop' | 'start';
  /** With `again`: in how many days. */
  days?: number;
}

/** A file on its way to a plan, or a plan that was just taken. */
export type BringValue =
  | {
      do: 'take' | 'stop';
      /** Slack's id of the file. */
      file: string;
      /** Who sent it: nobody else's click counts. */
      by: string;
      /** Question → answer, as far as answered. */
      answers: Record<string, string>;
    }
  | { do: 'undo'; plan: string; version: number }
  /** Shows a taken plan to every workspace, or to no other one. */
  | { do: 'share'; plan: string }
  | { do: 'unshare'; plan: string };

/** The value of any button. */
export type ActionValue =
  | AskValue
  | ExcelValue
  | RecordValue
  | UndoValue
  | FeedbackValue
  | SubscriptionValue
  | SnoozeValue
  | DutyValue
  | RemindValue
  | BringValue;

/** `ask:3` — unique within one payload as long as `n` is. */
export function actionId(kind: ActionKind, n: number | string): string {
  return `${kind}:${n}`;
}

/** Matches every action id of a kind; for Bolt's `app.action`. */
export function actionPattern(kind: ActionKind): RegExp {
  return new RegExp(`^${kind}:`);
}

/** The value of a button; at most 2,000 characters: what the thread was read as goes first, then a long question is cut. */
export function encodeValue(value: ActionValue): string {
  let text = JSON.stringify(value);
  if (text.length > 2000 && 'thread' in value) {
    const { thread: _, ...rest } = value;
    return encodeValue(rest);
  }
  // A character may take six in JSON: the question is halved until the whole fits.
  for (
    let cut = value;
    text.length > 2000 && 'ask' in cut && cut.ask !== undefined && cut.ask !== '';
    text = JSON.stringify(cut)
  )
    cut = { ...cut, ask: cut.ask.slice(0, cut.ask.length >> 1) };
  return text;
}

/** Reads a button's value; null when it is not ours (an old or forged click). */
export function decodeValue<T extends ActionValue>(text: string | undefined): T | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as T) : null;
  } catch {
    return null;
  }
}
