// A question out of Slack's words into a message: ids of buttons resolved, prefix taken off, thread remembered.
import type { Answer } from '../answer/answer.ts';
import type { AskOptions } from '../bot.ts';
import { recordOf } from '../data/repository.ts';
import type { AskValue } from '../present/actions.ts';
import { limits } from '../present/block-limits.ts';
import { type Block, rich } from '../present/blocks/block.ts';
import { withoutPrefix } from '../present/blocks/command-prefix.ts';
import { type BlockOptions, toBlocks, toNotice } from '../present/blocks.ts';
import { phrases } from '../present/phrases.ts';
import type { Query } from '../question/query.ts';
import { askList } from './ask-lists.ts';
import { askRecord } from './ask-record.ts';
import type { SlackContext } from './context.ts';
import type { Message } from './reply.ts';
import { readQueries } from './thread.ts';

/** Asks the bot; `text` may be a button's question, which names records by id. */
export async function ask(context: SlackContext, text: string, options: AskOptions = {}): Promise<Answer> {
  const plain = withoutPrefix(text, context.config.commandPrefix);
  return (
    askList(context, plain, options) ??
    (await askRecord(context, plain, options)) ??
    (await context.bot.ask(nameRecords(context, plain), options))
  );
}

/** The queries of what `ask` would answer, without answering. */
export async function readAsked(
  context: SlackContext,
  text: string,
  options: AskOptions = {},
): Promise<readonly Query[]> {
  const { bot } = context;
  const plain = nameRecords(context, withoutPrefix(text, context.config.commandPrefix));
  return await bot.through(() => bot.read(plain, options).queries);
}

/** `/kpi renkei-kpi-ui-turn-shushoku` → `/kpi U・Iターン就職決定者数`; two records of one name are distinguished by their plan. */
export function nameRecords({ bot }: SlackContext, text: string): string {
  const { repository } = bot;
  return text.replace(/(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])/g, (id) => {
    const record = recordOf(repository, id);
    if (!record) return id;
    const same = [...repository.kpis, ...repository.projects].filter((other) => other.name === record.name);
    const plan = same.length > 1 ? repository.plan(record.plan) : undefined;
    return plan ? `${plan.shortName} ${record.name}` : record.name;
  });
}

/** The answer to what a button asks again, with the day and the thread it was asked in. */
export async function answerAgain(
  context: SlackContext,
  value: AskValue,
): Promise<{ answer: Answer; kept: BlockOptions }> {
  const day = value.asOf ? { asOf: value.asOf } : {};
  const words = value.context ? { context: value.context } : {};
  const before = readQueries(value.thread);
  const answer = await ask(context, value.ask, { ...day, ...words, ...(before ? { before } : {}) });
  return { answer, kept: { ...day, ...words, ...(before ? { thread: before } : {}) } };
}

/** The same as a message. */
export async function askAgain(
  context: SlackContext,
  value: AskValue,
  shown: BlockOptions,
): Promise<Message> {
  const from = Number.isInteger(value.from) ? { from: Number(value.from) } : {};
  const { answer, kept } = await answerAgain(context, value);
  return toMessage(context, answer, { ...kept, ...from, ...shown });
}

/** The answer as a message for Slack, rich and plain. */
export function toMessage(context: SlackContext, answer: Answer, options: BlockOptions = {}): Message {
  const shown: BlockOptions = { commandPrefix: context.config.commandPrefix, ...options };
  const unread = unreadNote(context);
  const text = toNotice(answer, shown);
  return {
    text: unread === null ? text : `${unread}\n${text}`,
    blocks: withNote(unread, toBlocks(answer, shown)),
    plain: () => withNote(unread, toBlocks(answer, { ...shown, plain: true })),
  };
}

/** What stands above every answer until the recorded results were read; people from outside never get these. */
export function unreadNote({ results, outside }: SlackContext): string | null {
  return results.wasRead() || outside ? null : phrases.unreadResults;
}

/** Blocks with a sentence above them. */
export function withNote(note: string | null, blocks: Block[]): Block[] {
  return note === null ? blocks : [rich([{ bold: `⚠️ ${note}` }]), ...blocks].slice(0, limits.blocks);
}

/** The answer with one more note; unchanged without one. */
export function withNotes<A extends Answer>(answer: A, note: string | null): A {
  return note === null ? answer : { ...answer, notes: [note, ...answer.notes] };
}
