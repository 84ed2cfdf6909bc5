// A file sent to the bot: the card with what was found and what is asked; people who may not bring plans read that they may not.
import type { WebClient } from '@slack/web-api';
import { planCard } from '../../present/plans/card.ts';
import type { SlackContext } from '../context.ts';
import { membersOnly } from '../outsiders.ts';
import type { Incoming } from '../questions.ts';
import { plainMessage } from '../recording/messages.ts';
import { type Message, send } from '../reply.ts';
import { readFile } from './read-file.ts';

/** Answers in the message's thread. */
export async function answerFile(context: SlackContext, client: WebClient, message: Incoming): Promise<void> {
  const thread = message.thread_ts ?? message.ts;
  const place = { way: 'thread', channel: message.channel, thread } as const;
  await send(client, place, await cardFor(context, client, message), context.log);
}

async function cardFor(context: SlackContext, client: WebClient, message: Incoming): Promise<Message> {
  const { files = [], user = '' } = message;
  const [file] = files;
  if (context.outside) return plainMessage(membersOnly);
  const refusal = await context.planners.refusal(client, user);
  if (refusal)
    return plainMessage([...refusal.lines, refusal.ask.map((id) => `<@${id}>`).join(' ')].join('\n'));
  if (!file || files.length > 1) return plainMessage('ファイルは1つずつ送ってください。');
  const read = await readFile(context, client, file.id, {});
  if (typeof read === 'string') return plainMessage(read);
  const value = { do: 'take', file: file.id, by: user, answers: {} } as const;
  const card = planCard(read.proposal, read.name, value);
  return { ...card, plain: () => [] };
}
