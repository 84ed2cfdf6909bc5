// App Home: drawn when it is opened; its search box, department choice and search button.
import type { BlockAction } from '@slack/bolt';
import { dayInJapan } from '../../ports/clock.ts';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { everyDepartment, homeActions } from '../../present/home/home.ts';
import { wholeListView } from '../../present/home/whole-list.ts';
import type { RegisterListener } from '../context.ts';
import { departmentKey, refreshHome, wholeList } from '../home.ts';
import { answerView } from '../modals/answer-view.ts';
import { openView } from '../modals/open-view.ts';
import { searchModal } from '../modals/search-modal.ts';
import { audienceOf } from '../outsiders.ts';
import { subscriptionView } from '../subscriptions/modal.ts';
import { clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

export const registerHome: RegisterListener = (app, context) => {
  // Changed subscriptions show in App Home; their own listeners know nothing of it.
  app.use(async ({ body, client, next }) => {
    await next();
    const user = changedSubscriptions(body);
    if (user === null) return;
    await refreshHome(client, context, user).catch((error: unknown) =>
      context.log.warn({ cause: String(error) }, 'App Home could not be drawn anew'),
    );
  });

  app.event('app_home_opened', async ({ event, client, context: request }) => {
    if (event.tab === 'home') await refreshHome(client, audienceOf(context, request), event.user);
  });

  app.action<BlockAction>(homeActions.search, async ({ ack, body, action, client, context: request }) => {
    await ack();
    const words = (clickedValue(action) ?? '').trim();
    if (words === '') return;
    const view = await answerView(audienceOf(context, request), { now: { ask: words }, before: [] });
    await openView(client, body.trigger_id, view);
  });

  app.action<BlockAction>(homeActions.conditions, async ({ ack, body, client }) => {
    await ack();
    const view = searchModal(context.bot.repository, dayInJapan(context.clock.now()));
    await openView(client, body.trigger_id, view);
  });

  app.action<BlockAction>(
    actionPattern('whole'),
    async ({ ack, body, action, client, respond, context: request }) => {
      await ack();
      const value = decodeValue('whole', clickedValue(action));
      if (!value) return await tellStale(context, { body, respond, client });
      const view = await wholeList(audienceOf(context, request), client, body.user.id, value.list);
      await openView(client, body.trigger_id, view);
    },
  );

  app.action<BlockAction>(homeActions.department, async ({ ack, body, action, client, context: request }) => {
    await ack();
    const chosen = clickedValue(action) ?? everyDepartment;
    const department = chosen === everyDepartment ? '' : chosen;
    await context.store.savePreference(body.user.id, departmentKey, department);
    await refreshHome(client, audienceOf(context, request), body.user.id);
  });
};

/** Who just changed a subscription, by a button in App Home or by its modal; null for everything else. */
function changedSubscriptions(body: unknown): string | null {
  const { type, user, view, actions } = body as {
    type?: string;
    user?: { id?: string };
    view?: { type?: string; callback_id?: string };
    actions?: { action_id?: string }[];
  };
  const clicked =
    type === 'block_actions' &&
    (view?.type === 'home' || view?.callback_id === wholeListView) &&
    actions?.some(({ action_id }) => action_id?.startsWith('subscription:')) === true;
  const submitted = type === 'view_submission' && view?.callback_id === subscriptionView;
  return clicked || submitted ? (user?.id ?? null) : null;
}
