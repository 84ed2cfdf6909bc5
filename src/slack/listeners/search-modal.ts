// The search modal and the answers inside modals: submitting, type-ahead of towns, buttons that lead on and back.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { readCarried } from '../../present/carried.ts';
import type { RegisterListener } from '../context.ts';
import {
  answerView,
  decodeWay,
  nextWay,
  previousWay,
  viewAsk,
  viewBack,
  viewMore,
  viewQuestion,
} from '../modals/answer-view.ts';
import { openView, updateIfOpen } from '../modals/open-view.ts';
import {
  searchCallback,
  searchFields,
  searchQuestion,
  townAction,
  townOptions,
} from '../modals/search-modal.ts';
import { audienceOf } from '../outsiders.ts';
import { asModal, asOptions } from '../sdk-types.ts';
import { clickedValue } from './clicked.ts';

export const registerSearchModal: RegisterListener = (app, context) => {
  app.options({ action_id: townAction }, async ({ ack, payload }) => {
    await ack(asOptions(townOptions(context.bot.repository, payload.value)));
  });

  app.view<ViewSubmitAction>(searchCallback, async ({ ack, view, context: request }) => {
    const question = searchQuestion(context.bot.repository, view.state);
    if (question === null) {
      const say = '言葉か条件を、ひとつ以上入力してください。';
      return await ack({ response_action: 'errors', errors: { [searchFields.words]: say } });
    }
    // On top, so that closing the answer leads back to the conditions.
    const shown = await answerView(audienceOf(context, request), { now: { ask: question }, before: [] });
    await ack({ response_action: 'push', view: asModal(shown) });
  });

  app.action<BlockAction>(
    new RegExp(`^(${viewAsk}|${viewMore}):`),
    async ({ ack, body, action, client, context: request }) => {
      await ack();
      const own = audienceOf(context, request);
      const value = readCarried(viewQuestion, clickedValue(action));
      if (value === null) return;
      const way = decodeWay(body.view?.private_metadata);
      if (body.view?.type === 'modal' && way) {
        const paged = (action as { action_id: string }).action_id.startsWith(viewMore);
        // The next page of what a message speaks of: its words stand in the view, not in the button.
        const question =
          paged && way.now.find ? { ...way.now, ...(value.from ? { from: value.from } : {}) } : value;
        await updateIfOpen(client, body.view.id, await answerView(own, nextWay(way, question)));
        return;
      }
      await openView(client, body.trigger_id, await answerView(own, { now: value, before: [] }));
    },
  );

  app.action<BlockAction>(viewBack, async ({ ack, body, client, context: request }) => {
    await ack();
    const own = audienceOf(context, request);
    const way = decodeWay(body.view?.private_metadata);
    if (body.view && way) await updateIfOpen(client, body.view.id, await answerView(own, previousWay(way)));
  });
};
