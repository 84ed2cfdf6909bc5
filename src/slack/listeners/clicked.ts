// What was clicked and where the answer to it goes.
import type { BlockAction } from '@slack/bolt';
import type { Place } from '../reply.ts';

/** The value of a button, or of the picked option. */
export function clickedValue(action: unknown): string | undefined {
  const clicked = action as { value?: string; selected_option?: { value?: string } | null };
  return clicked.value ?? clicked.selected_option?.value;
}

/** When it was clicked or typed, as Slack counts. */
export function typedAt(action: unknown): string {
  return (action as { action_ts?: string }).action_ts ?? '';
}

/** Where a click is answered: in its thread, as a direct message from a view, else to the person alone, below what was clicked or instead of it. */
export function clickedPlace(
  body: BlockAction,
  where: 'below' | 'instead',
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
    ...(where === 'instead' && ephemeral ? { replace: true } : {}),
  };
}
