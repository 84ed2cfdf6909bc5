// App Home: drawn when it is opened; its search box, department choice and search button.
import type { BlockAction } from '@slack/bolt';
import { dayInJapan } from '../../ports/clock.ts';
import { everyDepartment, homeActions } from '../../present/home.ts';
import type { RegisterListener } from '../context.ts';
import { departmentKey, refreshHome } from '../home.ts';
import { answerView } from '../modals/answer-view.ts';
import { openView } from '../modals/open-view.ts';
import { searchModal } from '../modals/search-modal.ts';
import { clickedValue } from './ask-actions.ts';

export const registerHome: RegisterListener = (app, context) => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await refreshHome(client, context, event.user);
  });

  app.action<BlockAction>(homeActions.search, async ({ ack, body, action, client }) => {
    await ack();
    const words = (clickedValue(action) ?? '').trim();
    if (words === '') return;
    const view = answerView(context, { now: { ask: words }, before: [] });
    await openView(client, body.trigger_id, view, false);
  });

  app.action<BlockAction>(homeActions.conditions, async ({ ack, body, client }) => {
    await ack();
    const view = searchModal(context.bot.repository, dayInJapan(context.clock.now()));
    await openView(client, body.trigger_id, view, false);
  });

  app.action<BlockAction>(homeActions.department, async ({ ack, body, action, client }) => {
    await ack();
    const chosen = clickedValue(action) ?? everyDepartment;
    const department = chosen === everyDepartment ? '' : chosen;
    await context.store.savePreference(body.user.id, departmentKey, department);
    await refreshHome(client, context, body.user.id);
  });
};
