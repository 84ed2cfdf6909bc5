// Clicks that ask: examples, 詳細, もしかして, 次の10件. The question lies in the button, so a click works after a restart.
import type { BlockAction } from '@slack/bolt';
import { type AskValue, actionPattern, decodeValue } from '../../present/actions.ts';
import { askAgain } from '../ask.ts';
import type { RegisterListener } from '../context.ts';
import { type Place, send } from '../reply.ts';
import { tellStale } from './stale-button.ts';

export const registerAskActions: RegisterListener = (app, context) => {
  for (const kind of ['ask', 'more'] as const) {
    app.action<BlockAction>(actionPattern(kind), async ({ ack, body, action, respond, client }) => {
      await ack();
      const value = decodeValue<AskValue>(clickedValue(action));
      if (typeof value?.ask !== 'string') return await tellStale(context, { body, respond, client });
      const place = clickedPlace(body, kind === 'more', respond);
      const message = askAgain(context, value, {
        shareable: place.way === 'private' && !place.channel.startsWith('D'),
      });
      await send(client, place, message, context.log);
    });
  }
};

/** The value of a button, or of the picked option. */
export function clickedValue(action: unknown): string | undefined {
  const clicked = action as { value?: string; selected_option?: { value?: string } | null };
  return clicked.value ?? clicked.selected_option?.value;
}

/** Where a click is answered: in its thread, as a direct message from a view, else to the person alone. */
export function clickedPlace(
  body: BlockAction,
  replace: boolean,
  respond: Extract<Place, { way: 'private' }>['respond'],
): Place {
  const channel = body.channel?.id ?? (body.container.channel_id as string | undefined);
  if (channel === undefined) return { way: 'direct', user: body.user.id };
  const ephemeral = body.container.is_ephemeral === true;
  const thread = body.message?.thread_ts ?? (body.container.thread_ts as string | undefined);
  if (!ephemeral && typeof thread === 'string') return { way: 'thread', channel, thread };
  // A direct message has no other readers: the answer stays there, below the message.
  const ts = body.message?.ts ?? (body.container.message_ts as string | undefined);
  if (!ephemeral && channel.startsWith('D') && ts !== undefined)
    return { way: 'thread', channel, thread: ts };
  return {
    way: 'private',
    channel,
    user: body.user.id,
    ...(respond ? { respond } : {}),
    // A post that others see is never replaced by one person's click.
    ...(replace && ephemeral ? { replace: true } : {}),
  };
}
