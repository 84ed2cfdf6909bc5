// 「チャンネルに共有」: posts the answer for everybody and says who shared it.
import type { BlockAction } from '@slack/bolt';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { askAgain } from '../ask.ts';
import type { RegisterListener } from '../context.ts';
import { share } from '../reply.ts';
import { clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

export const registerShare: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('share'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue('ask', clickedValue(action));
    const channel = body.channel?.id;
    if (value === null || channel === undefined) return await tellStale(context, { body, respond, client });
    const message = await askAgain(context, value, { sharedBy: body.user.id });
    await share(client, { respond, channel }, message, context.log);
  });
};
