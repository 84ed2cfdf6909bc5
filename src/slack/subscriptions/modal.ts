// The modal of a subscription: channel, time, weekdays, words with a live count, and whether to send at once.
import * as z from 'zod';
import type { Subscription } from '../../ports/store.ts';
import { clip } from '../../present/block-limits.ts';
import { type Element, plainText } from '../../present/blocks/block.ts';
import { readCarried, stateValues } from '../../present/carried.ts';
import { input, modal, option, type View } from '../../present/modal-view.ts';

export const subscriptionView = 'subscription';
/** Action id of the words' field: typing there updates the count. */
export const filterAction = 'subscription-filter';

/** What the modal carries along. */
const metaSchema = z.object({
  id: z.string().nullable(),
  /** Channel it was opened in; '' from App Home. */
  channel: z.string(),
});
export type SubscriptionMeta = z.infer<typeof metaSchema>;

/** What stands in the fields. */
export interface SubscriptionFields {
  channel: string;
  time: string;
  weekdays: number[];
  filter: string;
  now: boolean;
}

const days = [1, 2, 3, 4, 5].map((day) => option(`${'月火水木金'[day - 1]}曜`, String(day)));
const now = option('保存したらすぐに1回送る', 'now');

/** `preview` says what the words find. */
export function subscriptionModal(meta: SubscriptionMeta, fields: SubscriptionFields, preview: string): View {
  return modal({
    callbackId: subscriptionView,
    metadata: JSON.stringify(meta),
    title: 'お知らせの設定',
    submit: '保存',
    close: 'やめる',
    blocks: [
      input({ id: 'channel', label: 'チャンネル', element: channelSelect(fields.channel) }),
      input({
        id: 'time',
        label: '時刻',
        element: { type: 'timepicker', action_id: 'time', initial_time: fields.time },
      }),
      input({
        id: 'weekdays',
        label: '曜日（祝日と年末年始は投稿しません）',
        element: checkboxes('weekdays', days, fields.weekdays.map(String)),
      }),
      input({
        id: 'filter',
        optional: true,
        live: true,
        label: 'しぼり込む言葉（空欄ならすべて）',
        hint: '計画・所管・市町・施策・言葉で絞れます。例：移住、総務課、直方市、行政評価',
        element: filterField(fields.filter),
      }),
      { type: 'context', block_id: 'preview', elements: [plainText(clip(preview, 500))] },
      input({
        id: 'now',
        optional: true,
        label: '最初のお知らせ',
        element: checkboxes('now', [now], fields.now ? ['now'] : []),
      }),
    ],
  });
}

function channelSelect(channel: string): Element {
  return {
    type: 'conversations_select',
    action_id: 'channel',
    // The confirmation reaches the person even where the bot is no member.
    response_url_enabled: true,
    ...(channel === '' ? { default_to_current_conversation: true } : { initial_conversation: channel }),
    filter: { include: ['public', 'private', 'im'], exclude_bot_users: true },
  };
}

function filterField(filter: string): Element {
  return {
    type: 'plain_text_input',
    action_id: filterAction,
    max_length: 200,
    dispatch_action_config: { trigger_actions_on: ['on_character_entered', 'on_enter_pressed'] },
    ...(filter === '' ? {} : { initial_value: filter }),
  };
}

function checkboxes(id: string, options: Element[], checked: readonly string[]): Element {
  const initial = options.filter(({ value }) => checked.includes(String(value)));
  return {
    type: 'checkboxes',
    action_id: id,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
}

/** Fields of a subscription, or of a new one. */
export function fieldsOf(subscription: Subscription | null, channel: string): SubscriptionFields {
  return {
    channel: subscription?.channel ?? channel,
    time: subscription?.time ?? '09:00',
    weekdays: subscription?.weekdays ?? [1, 2, 3, 4, 5],
    filter: subscription?.filter ?? '',
    now: false,
  };
}

/** Reads what stands in the modal; fields that were not touched come as Slack sends them. */
export function readFields(entered: unknown): SubscriptionFields {
  const values = stateValues(entered);
  const entry = (block: string, action: string) => values[block]?.[action] ?? {};
  const options = (block: string) =>
    ((entry(block, block).selected_options ?? []) as { value: string }[]).map(({ value }) => value);
  return {
    channel: String(entry('channel', 'channel').selected_conversation ?? ''),
    time: String(entry('time', 'time').selected_time ?? '09:00'),
    weekdays: options('weekdays')
      .map(Number)
      .filter((day) => day >= 1 && day <= 5),
    filter: String(entry('filter', filterAction).value ?? '')
      .normalize('NFKC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    now: options('now').includes('now'),
  };
}

/** Reads what the modal carries along; a view of another version carries nothing. */
export function readMeta(text: string): SubscriptionMeta {
  return readCarried(metaSchema, text) ?? { id: null, channel: '' };
}
