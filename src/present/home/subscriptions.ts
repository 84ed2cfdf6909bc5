// The morning digests of one person in App Home, with pause, resume, edit and stop.
import type { Subscription } from '../../ports/store.ts';
import { clip } from '../block-limits.ts';
import { type Block, button, rich } from '../blocks/block.ts';
import { scheduleText } from '../digest/subscriptions.ts';
import { heading } from '../modal-view.ts';

const states = { active: '配信中', paused: '一時停止中', stopped: '停止しています' } as const;
/** Subscriptions shown; each takes two blocks. */
const shownSubscriptions = 8;

/** Null while the store is down. */
export function subscriptionBlocks(all: Subscription[] | null): Block[] {
  const add = button('subscription', '通知を追加', { do: 'create' });
  if (all === null)
    return [
      { type: 'divider' },
      heading('朝のお知らせ'),
      rich(['記録の保存先につながらないため、いまは表示できません。']),
    ];
  const rest = all.length - shownSubscriptions;
  return [
    { type: 'divider' },
    heading(`朝のお知らせ（${all.length}件）`),
    ...(all.length === 0
      ? [rich(['まだありません。チャンネルごとに、変化のあったKPIを朝にお知らせします。'])]
      : []),
    ...all.slice(0, shownSubscriptions).flatMap(subscriptionRow),
    {
      type: 'actions',
      elements: [
        ...(rest > 0 ? [button('whole', `ほか${rest}件を見る`, { list: 'subscriptions' })] : []),
        add,
      ],
    },
  ];
}

/** Where, when and what, with its buttons. A KPI that is followed stands in direct messages: nothing of it is edited. */
export function subscriptionRow(one: Subscription): Block[] {
  const { id, channel, state, stopReason, filter } = one;
  const direct = /^[UW]/.test(channel);
  const place = direct
    ? { type: 'text', text: 'ダイレクトメッセージ' }
    : { type: 'channel', channel_id: channel };
  const why = state === 'stopped' && stopReason !== '' ? `（${stopReason}）` : '';
  const text = `　${scheduleText(one)}　${filter === '' ? 'すべてのKPI' : clip(filter, 100)}　${states[state]}${why}`;
  return [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [place, { type: 'text', text }] }],
    },
    {
      type: 'actions',
      elements: [
        state === 'active'
          ? button('subscription', '一時停止', { id, do: 'pause' })
          : button('subscription', '再開', { id, do: 'resume' }),
        ...(direct ? [] : [button('subscription', '編集', { id, do: 'edit' })]),
        button('subscription', 'やめる', { id, do: 'stop' }),
      ],
    },
  ];
}
