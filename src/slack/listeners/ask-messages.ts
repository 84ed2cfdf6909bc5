// Mentions and direct messages: answered in the thread, which keeps the last question for follow-ups.
import { StoreUnavailable } from '../../ports/store.ts';
import { ask, plainQuestion, toMessage } from '../ask.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { send } from '../reply.ts';
import { within } from '../within.ts';

/** What of a message event decides whether it is a question. */
interface Incoming {
  channel: string;
  ts: string;
  text?: string;
  user?: string;
  thread_ts?: string;
  subtype?: string;
  bot_id?: string;
  channel_type?: string;
}

export const registerAskMessages: RegisterListener = (app, context) => {
  app.event('app_mention', async ({ event, client }) => {
    // In a direct message message.im brings the same words.
    if (!event.channel.startsWith('D')) await answerMessage(context, client, event as Incoming);
  });
  app.event('message', async ({ event, client }) => {
    const message = event as Incoming;
    if (message.channel_type === 'im') await answerMessage(context, client, message);
  });
};

async function answerMessage(
  context: SlackContext,
  client: Parameters<typeof send>[0],
  message: Incoming,
): Promise<void> {
  // Edits, joins and other bots are no questions; answering bots, two of them would talk forever.
  if (message.bot_id !== undefined || message.user === undefined) return;
  if (message.subtype !== undefined && message.subtype !== 'file_share') return;
  const question = plainQuestion(message.text ?? '');
  const thread = message.thread_ts ?? message.ts;
  const key = `${message.channel}:${thread}`;
  const before = await remembering(context, () => context.store.threadQuestion(key));
  const answer = ask(context, question, before ? { context: before } : {});
  // Only an answer that says so has used the question before; its buttons must carry it.
  const continued = before !== null && answer.understood.assumed.some((line) => line.includes(before.trim()));
  const place = { way: 'thread', channel: message.channel, thread } as const;
  const shown = { shareable: false, ...(continued ? { context: before } : {}) };
  const next = continued ? `${before.trim()} ${question}` : question;
  // Kept while the answer is on its way: whichever copy takes the follow-up knows it.
  await Promise.all([
    send(client, place, toMessage(context, answer, shown), context.log),
    remembering(context, () => context.store.saveThreadQuestion(key, next, context.clock.now())),
  ]);
}

/** A store that hangs is not waited for longer. */
const patience = 1000;

/** Follow-ups need the store, answers do not: null while it is down. */
async function remembering<T>(context: SlackContext, use: () => Promise<T>): Promise<T | null> {
  try {
    return await within(patience, use(), null);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    context.log.warn({ cause: String(error) }, 'store down: the thread has no memory');
    return null;
  }
}
