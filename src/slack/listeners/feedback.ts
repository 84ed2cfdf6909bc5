// 「役に立った／違う」: kept in the store, thanked for privately.
import type { BlockAction } from '@slack/bolt';
import { actionPattern, decodeValue, type FeedbackValue } from '../../present/actions.ts';
import { nameRecords } from '../ask.ts';
import type { RegisterListener } from '../context.ts';
import { send } from '../reply.ts';
import { clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

const thanks = {
  good: 'ありがとうございます。お役に立ててよかったです。',
  bad: 'ありがとうございます。改善の参考にします。言葉や年度を変えると見つかることもあります。',
} as const;

export const registerFeedback: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('feedback'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue<FeedbackValue>(clickedValue(action));
    const channel = body.channel?.id;
    const understood =
      typeof value?.ask === 'string' && (value.verdict === 'good' || value.verdict === 'bad');
    if (!understood || channel === undefined) return await tellStale(context, { body, respond, client });
    const clicked = (action as { action_ts?: string }).action_ts ?? '';
    await context.store.saveFeedback({
      // The click itself is the id: the same delivery twice is one voice.
      id: `${body.user.id}-${body.container.message_ts ?? ''}-${clicked}`,
      question: nameRecords(context, value.ask),
      verdict: value.verdict,
      about: '',
      comment: '',
      answer: '',
      by: body.user.id,
      at: context.clock.now().toISOString(),
    });
    const place = { way: 'private', respond, channel, user: body.user.id } as const;
    await send(client, place, { text: thanks[value.verdict], blocks: [], plain: () => [] }, context.log);
  });
};
