// Mentions and direct messages: answered in the thread, which keeps the last question for follow-ups.
import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { StoreUnavailable } from '../../ports/store.ts';
import { toMessage } from '../ask.ts';
import { askInScope } from '../ask-in-scope.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { hasSheets, readExcelWish, sendExcel, wishedAsFile } from '../excel.ts';
import { senderOf } from '../members.ts';
import { audienceOf } from '../outsiders.ts';
import { plainQuestion } from '../plain-question.ts';
import { answerFile } from '../plans/answer-file.ts';
import { type Incoming, questionIn } from '../questions.ts';
import { send } from '../reply.ts';
import { scopeOf } from '../scope.ts';
import { threadAfter, threadOptions } from '../thread.ts';
import { within } from '../within.ts';

export const registerAskMessages: RegisterListener = (app, context) => {
  for (const type of ['app_mention', 'message'] as const)
    app.event(type, async ({ body, client, context: request }) => {
      const question = questionIn(body);
      if (question) await answerMessage(audienceOf(context, request), client, question);
    });
};

/** Answers what a copy left behind when it died. */
export async function answerLeft(context: SlackContext, client: WebClient): Promise<void> {
  for (const question of await context.questions.takeLeft()) {
    context.log.warn({ channel: question.channel, ts: question.ts }, 'a question was left: answered now');
    const outside = await context.members.isOutsider(client, senderOf({ event: question }));
    await answerMessage(outside ? context.published() : context, client, question);
  }
}

async function answerMessage(context: SlackContext, client: WebClient, message: Incoming): Promise<void> {
  await context.questions.whileHeld(message, async () => {
    if (message.files && message.files.length > 0) return await answerFile(context, client, message);
    const root = message.thread_ts ?? message.ts;
    const key = `${message.channel}:${root}`;
    const kept = await remembering(context, () => context.store.threadQuestion(key));
    // A follow-up takes its thread's question along, and with it what that was about.
    const scope = kept === null ? await scopeOf(context, message.channel) : '';
    const wish = readExcelWish(plainQuestion(message.text ?? ''));
    // 「Excelで」 alone means what the thread is about.
    const typed = wish.excel && wish.question === '' && kept !== null ? kept.question : wish.question;
    const thread = threadOptions(kept);
    const asked = await askInScope(context, { text: typed, scope, command: '' }, thread);
    const { question } = asked;
    const answer = wish.excel ? wishedAsFile(asked.answer) : asked.answer;
    const id = messageId(message);
    const place = { way: 'thread', channel: message.channel, thread: root, id } as const;
    const { before, ...words } = thread;
    const shown = { shareable: false, ...words, ...(before ? { thread: before } : {}) };
    const after = threadAfter(context.bot, question, answer, kept);
    // Kept while the answer is on its way: whichever copy takes the follow-up knows it.
    await Promise.all([
      send(client, place, toMessage(context, answer, shown), context.log),
      after && remembering(context, () => context.store.saveThreadQuestion(key, after, context.clock.now())),
    ]);
    if (!wish.excel || !hasSheets(answer) || !message.user) return;
    const direct = message.channel.startsWith('D') ? { direct: message.channel } : {};
    await sendExcel(context, client, { user: message.user, ...direct }, answer);
  });
}

/** The same question gives the same id, in whatever copy: Slack takes a message with an id once. */
function messageId({ channel, ts }: Incoming): string {
  const hash = createHash('sha256').update(`hakaru ${channel} ${ts}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
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
