// Clicks that ask: examples, 詳細, もしかして, 次の10件. The question lies in the button, so a click works after a restart.
import type { BlockAction } from '@slack/bolt';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { askAgain } from '../ask.ts';
import type { RegisterListener } from '../context.ts';
import { audienceOf } from '../outsiders.ts';
import { send } from '../reply.ts';
import { clickedPlace, clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

export const registerAskActions: RegisterListener = (app, context) => {
  for (const kind of ['ask', 'more'] as const) {
    app.action<BlockAction>(
      actionPattern(kind),
      async ({ ack, body, action, respond, client, context: request }) => {
        await ack();
        const value = decodeValue('ask', clickedValue(action));
        if (value === null) return await tellStale(context, { body, respond, client });
        const place = clickedPlace(body, kind === 'more' ? 'instead' : 'below', respond);
        const message = await askAgain(audienceOf(context, request), value, {
          shareable: place.way === 'private' && !place.channel.startsWith('D'),
        });
        await send(client, place, message, context.log);
      },
    );
  }
};
