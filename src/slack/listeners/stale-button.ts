// A click whose value is not understood (a button of an earlier version, a forged click): the person gets an answer all the same.
import type { BlockAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SlackContext } from '../context.ts';
import { send } from '../reply.ts';
import { clickedPlace } from './clicked.ts';

const text = 'このボタンは使えなくなりました。もう一度質問してください。';

export async function tellStale(
  { log }: SlackContext,
  { body, respond, client }: { body: BlockAction; respond?: RespondFn; client: WebClient },
): Promise<void> {
  log.warn(
    { user: body.user.id, action: body.actions[0]?.action_id },
    'a button whose value is not understood',
  );
  await send(client, clickedPlace(body, 'below', respond), { text, blocks: [], plain: () => [] }, log);
}
