// Subscriptions in messages: what was set up, the list of a channel with its buttons, the KPIs it has silenced.
import type { KpiRecord } from '../../data/repository.ts';
import type { Snooze, Subscription } from '../../ports/store.ts';
import { dateText, shortDate } from '../../wording/dates.ts';
import type { SnoozeValue } from '../actions.ts';
import { actions, type Block, button, context, rich } from '../blocks/block.ts';
import { shortName } from './lines.ts';
import { type DigestMessage, numbered } from './message.ts';

/** `平日 9:00`, `月・水 9:30`. */
export function scheduleText({ time, weekdays }: Pick<Subscription, 'time' | 'weekdays'>): string {
  const names = weekdays.map((day) => '月火水木金'[day - 1] ?? '').join('・');
  return `${weekdays.length === 5 ? '平日' : names} ${time.replace(/^0/, '')}`;
}

/** `「移住」の15件` or `すべてのKPI 105件`. */
export function filterText(filter: string, watched: number): string {
  return filter === '' ? `すべてのKPI ${watched}件` : `「${filter}」のKPI ${watched}件`;
}

/** What was just set up or changed. `next` is the day of the next post. */
export function savedMessage(
  subscription: Subscription,
  facts: { watched: number; next: string; changed: boolean; warning?: string },
  prefix = '',
): DigestMessage {
  const what = filterText(subscription.filter, facts.watched);
  const done = facts.changed ? 'お知らせの設定を変更しました' : 'このチャンネルへのお知らせを設定しました';
  const lines = [
    `${done}：${what}、${scheduleText(subscription)}`,
    `次は${dateText(facts.next)}です。土日・祝日と年末年始、変化のない日は投稿しません。`,
    ...(facts.warning === undefined ? [] : [facts.warning]),
  ];
  const hint = '届かないときは /invite でボットを招待してください。一覧・停止は「/kpi 通知 一覧」';
  return numbered(
    lines.join('\n'),
    [
      rich([{ bold: lines[0] ?? '' }], ...lines.slice(1).map((line) => [line])),
      ...context(hint),
      ...subscriptionButtons(subscription),
    ],
    prefix,
  );
}

/** The subscriptions of a channel, and what it has silenced. */
export function listMessage(
  rows: readonly { subscription: Subscription; watched: number; next: string }[],
  snoozes: readonly { snooze: Snooze; kpi: KpiRecord }[],
  prefix = '',
): DigestMessage {
  if (rows.length === 0 && snoozes.length === 0) {
    const text =
      'このチャンネルへのお知らせはまだありません。「/kpi 通知」または「/kpi 通知 移住 9:30」で始められます。';
    return numbered(
      text,
      [rich([text]), ...actions(button('subscription', 'お知らせを設定', { do: 'create' }))],
      prefix,
    );
  }
  const title = `このチャンネルへのお知らせ ${rows.length}件`;
  const blocks: Block[] = [rich([{ bold: title }])];
  const lines = [title];
  for (const { subscription, watched, next } of rows.slice(0, 8)) {
    const line = `${filterText(subscription.filter, watched)}　${scheduleText(subscription)}`;
    const state = stateText(subscription, next);
    lines.push(`${line}　${state}`);
    blocks.push(rich([{ bold: line }, `　${state}`]), ...subscriptionButtons(subscription));
  }
  for (const { snooze, kpi } of snoozes.slice(0, 10)) {
    const until = snooze.until === null ? '実績の登録期限まで' : `${shortDate(snooze.until)}まで`;
    const line = `停止中　${shortName(kpi.name)}（${until}${snooze.reason === '' ? '' : `・${snooze.reason}`}）`;
    lines.push(line);
    const value: SnoozeValue & { end: true } = { kpi: kpi.id, channel: snooze.channel, end: true };
    blocks.push(rich([line]), ...actions(button('snooze', '停止を解除', value)));
  }
  const rest = Math.max(0, rows.length - 8) + Math.max(0, snoozes.length - 10);
  return numbered(lines.join('\n'), [...blocks, ...context(rest > 0 ? `ほか${rest}件` : null)], prefix);
}

/** Why a subscription stopped by itself, by Slack's error name. */
const stopReasons: Record<string, string> = {
  not_in_channel: 'ボットがチャンネルに参加していません',
  channel_not_found: 'チャンネルが見つかりません',
  is_archived: 'チャンネルがアーカイブされています',
  restricted_action: 'チャンネルへの投稿が制限されています',
};

function stateText(subscription: Subscription, next: string): string {
  switch (subscription.state) {
    case 'active':
      return `次は${dateText(next)}`;
    case 'paused':
      return '一時停止中';
    case 'stopped':
      return `停止（${stopReasons[subscription.stopReason] ?? subscription.stopReason}）`;
    default:
      return subscription.state satisfies never;
  }
}

function subscriptionButtons({ id, state }: Subscription): Block[] {
  return actions(
    ...(state === 'active'
      ? [
          button('subscription', '今すぐ送る', { id, do: 'send-now' }),
          button('subscription', '一時停止', { id, do: 'pause' }),
        ]
      : [button('subscription', '再開', { id, do: 'resume' }, 'primary')]),
    button('subscription', '編集', { id, do: 'edit' }),
    button('subscription', 'やめる', { id, do: 'stop' }),
  );
}

/** One or two sentences and nothing else. */
export function sentence(text: string, prefix = ''): DigestMessage {
  return numbered(text, [rich([text])], prefix);
}
