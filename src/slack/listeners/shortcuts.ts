// The two shortcuts: search from anywhere, and looking up what a message speaks of.
import type { GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { dayInJapan } from '../../ports/clock.ts';
import { noticeModal } from '../../present/modal-view.ts';
import type { RegisterListener } from '../context.ts';
import { answerView } from '../modals/answer-view.ts';
import { openView } from '../modals/open-view.ts';
import { searchModal } from '../modals/search-modal.ts';
import { audienceOf } from '../outsiders.ts';
import { plainQuestion } from '../plain-question.ts';

export const registerShortcuts: RegisterListener = (app, context) => {
  app.shortcut<GlobalShortcut>('search_global', async ({ ack, shortcut, client }) => {
    await ack();
    const view = searchModal(context.bot.repository, dayInJapan(context.clock.now()));
    await openView(client, shortcut.trigger_id, view);
  });

  app.shortcut<MessageShortcut>('search_message', async ({ ack, shortcut, client, context: request }) => {
    await ack();
    const text = plainQuestion(shortcut.message.text ?? '');
    const view =
      text === ''
        ? noticeModal('Hakaru の答え', ['このメッセージには文章がないため、調べられませんでした。'])
        : await answerView(audienceOf(context, request), {
            now: { ask: text.slice(0, 1200), find: true },
            before: [],
          });
    await openView(client, shortcut.trigger_id, view);
  });
};
