// 「役に立った／違う」: kept in the store; after 「違う」 a small modal asks what was wrong.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Feedback } from '../../ports/store.ts';
import { type AskValue, actionPattern, decodeValue } from '../../present/actions.ts';
import { toText } from '../../present/terminal/text.ts';
import { answerAgain, nameRecords } from '../ask.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { feedbackModal, feedbackView, readFeedback } from '../modals/feedback-modal.ts';
import { openView } from '../modals/open-view.ts';
import { audienceOf } from '../outsiders.ts';
import { send } from '../reply.ts';
import { clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

const thanks = {
  good: 'ありがとうございます。お役に立ててよかったです。',
  bad: 'ありがとうございます。改善の参考にします。言葉や年度を変えると見つかることもあります。',
} as const;

export const registerFeedback: RegisterListener = (app, context) => {
  app.action<BlockAction>(
    actionPattern('feedback'),
    async ({ ack, body, action, respond, client, context: request }) => {
      await ack();
      const value = decodeValue('feedback', clickedValue(action));
      const channel = body.channel?.id;
      if (value === null || channel === undefined) return await tellStale(context, { body, respond, client });
      const clicked = (action as { action_ts?: string }).action_ts ?? '';
      const voice: Feedback = {
        // The click itself is the id: the same delivery twice is one voice.
        id: `${body.user.id}-${body.container.message_ts ?? ''}-${clicked}`,
        question: nameRecords(context, value.ask),
        verdict: value.verdict,
        about: '',
        comment: '',
        answer: value.verdict === 'bad' ? await answerTo(audienceOf(context, request), value) : '',
        by: body.user.id,
        at: context.clock.now().toISOString(),
      };
      await context.store.saveFeedback(voice);
      if (value.verdict === 'bad') {
        const { id, answer } = voice;
        await openView(client, body.trigger_id, feedbackModal({ id, ask: voice.question, answer })).catch(
          (error: unknown) => context.log.info({ cause: String(error) }, 'nobody was asked what was wrong'),
        );
      }
      const place = { way: 'private', respond, channel, user: body.user.id } as const;
      await send(client, place, { text: thanks[value.verdict], blocks: [], plain: () => [] }, context.log);
    },
  );

  app.view<ViewSubmitAction>(feedbackView, async ({ ack, body, view }) => {
    await ack();
    const said = readFeedback(view);
    // Only one's own voice can be made clearer.
    if (!said?.id.startsWith(`${body.user.id}-`)) return;
    await context.store.saveFeedback({
      id: said.id,
      question: said.ask,
      verdict: 'bad',
      about: said.about,
      comment: said.comment,
      answer: said.answer,
      by: body.user.id,
      at: context.clock.now().toISOString(),
    });
  });
};

/** The answer as it was given, as far as it can be given again: in its thread, as of its day. */
async function answerTo(context: SlackContext, value: AskValue): Promise<string> {
  const { answer } = await answerAgain(context, value);
  return toText(answer).slice(0, 1200);
}
