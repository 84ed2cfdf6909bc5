// Subscriptions to digests: `/kpi 通知 …`, their buttons, and the modal with its live count.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Subscription } from '../../ports/store.ts';
import { actionPattern, decodeValue, type SubscriptionValue } from '../../present/actions.ts';
import type { DigestMessage } from '../../present/digest/digest.ts';
import { sentence } from '../../present/digest/subscriptions.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { refreshHome } from '../home.ts';
import { openView } from '../modals/open-view.ts';
import { promptClient } from '../prompt-client.ts';
import { type Message, send } from '../reply.ts';
import { change, list, newSubscription, preview, save } from '../subscriptions/do.ts';
import {
  fieldsOf,
  filterAction,
  readFields,
  readMeta,
  subscriptionModal,
  subscriptionView,
} from '../subscriptions/modal.ts';
import { type SubscriptionRequest, subscriptionRequested } from '../subscriptions/request.ts';
import { clickedPlace, clickedValue } from './clicked.ts';
import type { CommandHook } from './command-hook.ts';
import { tellStale } from './stale-button.ts';

/** Takes `/kpi 通知 …` over. */
export const subscriptionHook: CommandHook = async ({ command, client, respond }, context) => {
  const request = subscriptionRequested(command.text);
  if (!request) return false;
  const { channel_id: channel, user_id: user } = command;
  if (request.does === 'settings') {
    const [own] = await matching(context, channel, request.filter);
    await openModal(context, client, command.trigger_id, own ?? null, channel, request.filter);
    return true;
  }
  const message = await answer(context, request, channel, user);
  await send(client, { way: 'private', respond, channel, user }, asMessage(message), context.log);
  return true;
};

async function answer(
  context: SlackContext,
  request: SubscriptionRequest,
  channel: string,
  user: string,
): Promise<DigestMessage> {
  const { filter, does } = request;
  const say = (text: string) => sentence(text, context.config.commandPrefix);
  if (request.problem) return say(request.problem);
  if (does === 'list') return await list(context, channel);
  const own = await matching(context, channel, filter);
  if (does !== 'create' && does !== 'settings') {
    const wish = does;
    const [only, ...others] = own;
    if (!only)
      return say('このチャンネルに、当てはまるお知らせはありません。「/kpi 通知 一覧」で確認できます。');
    // Which of several is meant is chosen in the list.
    return others.length > 0 ? await list(context, channel) : await change(context, only, wish, user);
  }
  const { watched, text } = preview(context, filter);
  if (watched === 0) return say(text);
  const same = own.find((one) => one.filter === filter);
  const settings = {
    ...(request.time === null ? {} : { time: request.time }),
    ...(request.weekdays === null ? {} : { weekdays: request.weekdays }),
  };
  if (same)
    return await save(
      context,
      { ...same, ...settings, state: 'active', stopReason: '', refusals: 0 },
      user,
      true,
    );
  const made = { channel, owner: user, filter, time: '09:00', weekdays: [1, 2, 3, 4, 5], ...settings };
  return await save(context, newSubscription(context, made), user, false);
}

/** The channel's subscriptions; those with just these words when words are given. */
async function matching(context: SlackContext, channel: string, filter: string): Promise<Subscription[]> {
  const all = await context.store.subscriptions(channel);
  return filter === '' ? all : all.filter((one) => one.filter === filter);
}

type Client = Parameters<CommandHook>[0]['client'];

async function openModal(
  context: SlackContext,
  client: Client,
  triggerId: string,
  subscription: Subscription | null,
  channel: string,
  filter = '',
): Promise<void> {
  const fields = fieldsOf(subscription, channel);
  if (!subscription) fields.filter = filter;
  const meta = { id: subscription?.id ?? null, channel };
  const view = subscriptionModal(meta, fields, preview(context, fields.filter).text);
  await openView(client, triggerId, view, false);
}

/** Blocks here are plain ones: there is no plainer form. */
function asMessage(message: DigestMessage): Message {
  return { ...message, plain: () => message.blocks };
}

export const registerSubscriptions: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('subscription'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue<SubscriptionValue>(clickedValue(action));
    if (!value) return await tellStale(context, { body, respond, client });
    const channel = body.channel?.id ?? '';
    const all = await context.store.subscriptions();
    const subscription = all.find((one) => one.id === value.id) ?? null;
    const place = clickedPlace(body, false, respond);
    const tell = (message: DigestMessage) => send(client, place, asMessage(message), context.log);
    if (value.do === 'create' || (value.do === 'edit' && subscription))
      return await openModal(context, client, body.trigger_id, subscription, channel);
    if (!subscription || value.do === 'edit') return await tell(sentence('このお知らせはもうありません。'));
    const done = await change(context, subscription, value.do, body.user.id);
    // App Home shows the change itself; only what is not seen there is told as well.
    const home = body.view?.type === 'home';
    if (home) await refreshHome(client, context, body.user.id);
    if (!home || value.do === 'send-now') await tell(done);
  });

  app.action<BlockAction>(filterAction, async ({ ack, body, client }) => {
    await ack();
    const { view } = body;
    if (!view) return;
    const fields = readFields(view.state.values as never);
    const shown = subscriptionModal(
      readMeta(view.private_metadata),
      fields,
      preview(context, fields.filter).text,
    );
    // Somebody who types on has a newer view already: the older count is not needed.
    await promptClient(client)
      .views.update({ view_id: view.id, hash: view.hash, view: shown })
      .catch((error) => context.log.debug({ cause: String(error) }, 'the count came too late'));
  });

  app.view<ViewSubmitAction>(subscriptionView, async ({ ack, body, view, client, respond }) => {
    const meta = readMeta(view.private_metadata);
    const fields = readFields(view.state.values as never);
    const { watched, text } = preview(context, fields.filter);
    const errors = {
      ...(watched === 0 ? { filter: text } : {}),
      ...(fields.weekdays.length === 0 ? { weekdays: '曜日を1つ以上選んでください。' } : {}),
      ...(fields.channel === '' ? { channel: 'チャンネルを選んでください。' } : {}),
    };
    if (Object.keys(errors).length > 0) return await ack({ response_action: 'errors', errors });
    await ack();
    const user = body.user.id;
    const { channel, filter, time, weekdays, now } = fields;
    const known = (await context.store.subscriptions()).find((one) => one.id === meta.id);
    // Another channel knows nothing yet: it starts with a first summary of its own.
    const moved = known !== undefined && known.channel !== channel;
    if (moved) await context.store.removeSubscription(known.id);
    const subscription: Subscription =
      known && !moved
        ? { ...known, channel, filter, time, weekdays }
        : newSubscription(context, { channel, owner: user, filter, time, weekdays });
    const saved = await save(context, subscription, user, known !== undefined);
    const message = now ? await change(context, subscription, 'send-now', user) : saved;
    if (meta.channel === '') await refreshHome(client, context, user);
    await send(client, { way: 'private', respond, channel, user }, asMessage(message), context.log);
  });
};
