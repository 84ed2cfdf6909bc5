// Each question is answered once: claimed in the store before Slack hears that it arrived, then answered.
import { hostname } from 'node:os';
import * as z from 'zod';
import { StoreUnavailable } from '../ports/store.ts';
import type { SlackParts } from './context.ts';
import { within } from './within.ts';

/** What of a message event decides whether it is a question, and what is needed to answer it. */
const messageSchema = z.object({
  type: z.string(),
  channel: z.string(),
  ts: z.string(),
  text: z.string().optional(),
  user: z.string().optional(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  channel_type: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  source_team: z.string().optional(),
  /** Files sent along. */
  files: z.array(z.object({ id: z.string(), name: z.string().nullish() })).optional(),
});
export type Incoming = z.infer<typeof messageSchema>;

/** Kinds of message a person writes. */
const written = [undefined, 'file_share', 'thread_broadcast', 'me_message'];
/** Kinds that are known to be no questions; any other one is worth a line in the log. */
const known =
  /^(message_(changed|deleted|replied)|bot_|(channel|group|im)_|ekm_|pinned_item|unpinned_item|reminder_add|tombstone|joiner_|sh_room|huddle_|assistant_app_thread|document_mention|reply_broadcast)/;

/** The message event in a body that is a question to the bot; null for everything else. */
export function questionIn(body: unknown): Incoming | null {
  const parsed = messageSchema.safeParse((body as { event?: unknown } | null)?.event);
  if (!parsed.success) return null;
  const event = parsed.data;
  // In a direct message message.im brings the same words as the mention.
  const ours =
    event.type === 'app_mention'
      ? !event.channel.startsWith('D')
      : event.type === 'message' && event.channel_type === 'im';
  // Other bots are not answered: two of them would talk forever.
  if (!ours || event.bot_id !== undefined || event.user === undefined) return null;
  return written.includes(event.subtype) ? { ...event, text: (event.text ?? '').slice(0, 4000) } : null;
}

/** A subtype nobody thought of, for the log; null for those that are no questions for sure. */
export function unknownSubtype(body: unknown): string | null {
  const event = (body as { event?: { type?: unknown; subtype?: unknown; channel_type?: unknown } } | null)
    ?.event;
  if (event?.type !== 'app_mention' && !(event?.type === 'message' && event.channel_type === 'im'))
    return null;
  const { subtype } = event;
  return typeof subtype === 'string' && !written.includes(subtype) && !known.test(subtype) ? subtype : null;
}

export interface QuestionLog {
  /** Takes the question: `taken` when another delivery, copy or edit of the message has it. */
  claim(question: Incoming): Promise<'mine' | 'taken'>;
  /** Holds the question while `answering` runs; afterwards nobody answers it again. */
  whileHeld(question: Pick<Incoming, 'channel' | 'ts'>, answering: () => Promise<void>): Promise<void>;
  /** Questions whose copy died: each is given to one copy only. */
  takeLeft(): Promise<Incoming[]>;
}

/** A question older than this is not answered any more: nobody waits for it. */
const tooOld = 10 * 60_000;
/** A claim not renewed for this long belongs to a copy that died. */
const lease = 60_000;
/** The store is not waited for longer: Slack wants its acknowledgement within three seconds. */
const patience = 1500;
const remembered = 5000;

type LogParts = Pick<SlackParts, 'store' | 'clock' | 'log'>;

export function createQuestionLog(parts: LogParts, copy: string): QuestionLog {
  const { store, clock } = parts;
  const holder = `${hostname()} ${process.pid} ${copy}`;
  const here = new Set<string>();
  const idOf = ({ channel, ts }: Pick<Incoming, 'channel' | 'ts'>) => `${channel}:${ts}`;
  const quietly = untilPatienceEnds(parts.log);
  return {
    async claim(question) {
      const id = idOf(question);
      if (here.has(id)) return 'taken';
      here.add(id);
      const [oldest] = here;
      if (here.size > remembered && oldest !== undefined) here.delete(oldest);
      const at = clock.now().toISOString();
      const claimed = { id, state: 'claimed', claimedBy: holder, claimedAt: at, askedAt: at } as const;
      const mine = await quietly(
        () => store.claimQuestion({ ...claimed, message: JSON.stringify(question) }),
        true,
      );
      return mine ? 'mine' : 'taken';
    },
    async whileHeld(question, answering) {
      const id = idOf(question);
      const renew = setInterval(() => {
        void quietly(() => store.holdQuestion(id, holder, holder, clock.now()), true);
      }, lease / 3);
      try {
        await answering();
      } finally {
        clearInterval(renew);
        // Also after a failure: the person has heard of it.
        await quietly(() => store.answeredQuestion(id), undefined);
      }
    },
    takeLeft: () => takeFromTheDead(parts, holder, here),
  };
}

/** Work on the store that is not waited for long, and not at all while the store is down. */
function untilPatienceEnds(log: LogParts['log']) {
  return async function quietly<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await within(patience, work(), otherwise);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ cause: String(error) }, 'store down: questions are remembered in this copy only');
      return otherwise;
    }
  };
}

/** The questions of copies that died, held by this one from now on and known to be `here`. */
async function takeFromTheDead(
  { store, clock }: LogParts,
  holder: string,
  here: Set<string>,
): Promise<Incoming[]> {
  const now = clock.now();
  const left = await store.unansweredQuestions(new Date(now.getTime() - tooOld));
  const taken: Incoming[] = [];
  for (const { id, message, claimedBy, claimedAt } of left) {
    const isOld = now.getTime() - Date.parse(claimedAt) > lease;
    if (claimedBy === holder || !(isGone(claimedBy, holder) || isOld)) continue;
    const question = messageSchema.safeParse(JSON.parse(message));
    if (!question.success || !(await store.holdQuestion(id, claimedBy, holder, now))) continue;
    here.add(id);
    taken.push(question.data);
  }
  return taken;
}

/** A holder on this machine whose process has ended; of other machines nothing is known. */
function isGone(holder: string, own: string): boolean {
  const [host, pid] = holder.split(' ');
  const [here, mine] = own.split(' ');
  if (host !== here) return false;
  // In a container every process is the first one: under our number there is no other.
  if (pid === mine) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ESRCH';
  }
}
