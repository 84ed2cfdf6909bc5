// Subscriptions to digests: `/kpi 通知 …`, their buttons, and the modal with its live count.
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import * as z from 'zod';
import type { Subscription } from '../../ports/store.ts';
import { actionPattern, decodeValue, type HomeList, homeLists } from '../../present/actions.ts';
import { readCarried } from '../../present/carried.ts';
import type { DigestMessage } from '../../present/digest/digest.ts';
import { sentence } from '../../present/digest/subscriptions.ts';
import { wholeListView } from '../../present/home/whole-list.ts';
import type { RegisterListener, SlackContext } from '../context.ts';
import { refreshHome, wholeList } from '../home.ts';
import { createLiveViews } from '../modals/live-view.ts';
import { openView, updateIfOpen } from '../modals/open-view.ts';
import { plainQuestion } from '../plain-question.ts';
import { kpisFor } from '../recording/open.ts';
import { type Message, send } from '../reply.ts';
import { change, follow, list, newSubscription, preview, save } from '../subscriptions/do.ts';
import {
  fieldsOf,
  filterAction,
  readFields,
  readMeta,
  subscriptionModal,
  subscriptionView,
} from '../subscriptions/modal.ts';
import { type SubscriptionRequest, subscriptionRequested } from '../subscriptions/request.ts';
import { confirm } from '../subscriptions/tell.ts';
import { clickedPlace, clickedValue, typedAt } from './clicked.ts';
import type { CommandHook } from './command-hook.ts';
import { tellStale } from './stale-button.ts';

/** Takes `/kpi 通知 …` over. */
export const subscriptionHook: CommandHook = async ({ command, client, respond }, context) => {
  const request = subscriptionRequested(plainQuestion(command.text));
  if (!request) return false;
  const { channel_id: channel, user_id: user } = command;
  if (request.does === 'settings') {
    const [own] = await matching(context, channel, request.filter);
    await openModal(context, client, command, {
      subscription: own ?? null,
      channel,
      filter: request.filter,
    });
    return true;
  }
  const message = await answer(context, request, channel, user);
  // What was set up is confirmed where it will be posted; everything else is said over the way the command opened.
  if (request.does === 'create' || request.does === 'resume')
    await confirm(context, client, { channel, user, respond }, message);
  else await send(client, { way: 'private', respond, channel, user }, asMessage(message), context.log);
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
  if (does === 'follow') return await followNamed(context, filter, user);
  const own = await matching(context, channel, filter);
  if (does !== 'create' && does !== 'settings') {
    const wish = does;
    const [only, ...others] = own;
    if (!only)
      return say('このチャンネルに、当てはまるお知らせはありません。「/kpi 通知 一覧」で確認できます。');
    // Which of several is meant is chosen in the list.
    return others.length > 0 ? await list(context, channel) : await change(context, only, wish, user);
  }
  const { watched, text } = await preview(context, filter);
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
      { by: user, replaces: same.id },
    );
  const made = { channel, owner: user, filter, time: '09:00', weekdays: [1, 2, 3, 4, 5], ...settings };
  return await save(context, newSubscription(context, made), { by: user, replaces: null });
}

/** Follows the one KPI the words name. */
async function followNamed(context: SlackContext, words: string, user: string): Promise<DigestMessage> {
  const say = (text: string) => sentence(text, context.config.commandPrefix);
  if (words === '') return say('追うKPIの名前を続けてください。例：/kpi 通知 追う U・Iターン就職決定者数');
  const kpis = await kpisFor(context, words);
  const [only, ...others] = kpis;
  if (only === undefined) return say(`「${words}」に合うKPIは見つかりませんでした。`);
  if (others.length === 0) return await follow(context, only, user);
  const names = kpis.slice(0, 5).flatMap((id) => context.bot.repository.kpi(id)?.name ?? []);
  return say(
    `「${words}」には${kpis.length}件のKPIが当てはまります。ひとつを名前で指定してください：${names.join('、')}${kpis.length > 5 ? ' ほか' : ''}`,
  );
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
  { trigger_id, view: below }: { trigger_id: string; view?: { type: string } },
  { subscription, channel, filter }: { subscription: Subscription | null; channel: string; filter: string },
): Promise<void> {
  const fields = fieldsOf(subscription, channel);
  if (!subscription) fields.filter = filter;
  const meta = { id: subscription?.id ?? null, channel };
  const view = subscriptionModal(meta, fields, (await preview(context, fields.filter)).text);
  await openView(client, trigger_id, view, below?.type === 'modal' ? 'on-top' : 'alone');
}

const listSchema = z.object({ list: z.enum(homeLists) });

/** Which list of App Home the view shows whole; null for any other. */
function listShown(view: BlockAction['view']): HomeList | null {
  if (view?.callback_id !== wholeListView) return null;
  return readCarried(listSchema, view.private_metadata)?.list ?? null;
}

/** Blocks here are plain ones: there is no plainer form. */
function asMessage(message: DigestMessage): Message {
  return { ...message, plain: () => message.blocks };
}

export const registerSubscriptions: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('subscription'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue('subscription', clickedValue(action));
    if (!value) return await tellStale(context, { body, respond, client });
    const channel = body.channel?.id ?? '';
    const all = await context.store.subscriptions();
    const subscription = all.find((one) => one.id === value.id) ?? null;
    const place = clickedPlace(body, 'below', respond);
    const tell = (message: DigestMessage) => send(client, place, asMessage(message), context.log);
    if (value.do === 'create' || (value.do === 'edit' && subscription))
      return await openModal(context, client, body, { subscription, channel, filter: '' });
    if (!subscription || value.do === 'edit') return await tell(sentence('このお知らせはもうありません。'));
    const done = await change(context, subscription, value.do, body.user.id);
    // App Home and its lists show the change themselves; only what is not seen there is said as well.
    const list = listShown(body.view);
    if (list !== null && body.view)
      await updateIfOpen(client, body.view.id, await wholeList(context, client, body.user.id, list));
    const seen = list !== null || body.view?.type === 'home';
    if (!seen || value.do === 'send-now') await tell(done);
  });

  const live = createLiveViews();
  app.action<BlockAction>(filterAction, async ({ ack, body, action, client }) => {
    await ack();
    const { view } = body;
    if (!view) return;
    const fields = readFields(view.state.values);
    const shown = subscriptionModal(
      readMeta(view.private_metadata),
      fields,
      (await preview(context, fields.filter)).text,
    );
    await live.show(client, { view, at: typedAt(action) }, shown);
  });
  registerSubscriptionView(app, context);
};

const registerSubscriptionView: RegisterListener = (app, context) => {
  app.view<ViewSubmitAction>(subscriptionView, async ({ ack, body, view, client, respond }) => {
    const meta = readMeta(view.private_metadata);
    const fields = readFields(view.state.values);
    const { watched, text } = await preview(context, fields.filter);
    const errors = {
      ...(watched === 0 ? { filter: text } : {}),
      ...(fields.weekdays.length === 0 ? { weekdays: '曜日を1つ以上選んでください。' } : {}),
      ...(fields.channel === '' ? { channel: 'チャンネルを選んでください。' } : {}),
    };
    if (Object.keys(errors).length > 0) return await ack({ response_action: 'errors', errors });
    // A list of App Home below it would show what was: both close, App Home is drawn anew.
    await ack({ response_action: 'clear' });
    const user = body.user.id;
    const { channel, filter, time, weekdays, now } = fields;
    const known = (await context.store.subscriptions()).find((one) => one.id === meta.id);
    // Another channel knows nothing yet: it starts with a first summary of its own.
    const moved = known !== undefined && known.channel !== channel;
    const subscription: Subscription =
      known && !moved
        ? { ...known, channel, filter, time, weekdays }
        : newSubscription(context, { channel, owner: user, filter, time, weekdays });
    const saved = await save(context, subscription, { by: user, replaces: known?.id ?? null });
    const message = now ? await change(context, subscription, 'send-now', user) : saved;
    if (meta.channel === '') await refreshHome(client, context, user);
    await confirm(context, client, { channel, user, respond }, message);
  });
};
