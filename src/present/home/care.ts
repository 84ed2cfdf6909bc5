// What those who look after the results must see: digests that stopped by themselves, and answers said to be wrong.
import type { Feedback, Subscription } from '../../ports/store.ts';
import { moment } from '../../wording/dates.ts';
import type { HomeList } from '../action-values.ts';
import { clip } from '../block-limits.ts';
import { actions, type Block, button, type Element } from '../blocks/block.ts';
import { heading, mention } from '../modal-view.ts';

/** Rows of each kind; the rest is counted. */
const shown = 5;

/** Nothing where there is nothing to see to. */
export function careBlocks({
  stopped = [],
  reports = [],
}: {
  stopped?: Subscription[];
  reports?: Feedback[];
}): Block[] {
  return [
    ...section('停止したお知らせ', stopped.map(stoppedBlocks), 'stopped'),
    ...section('数字が違うという報告', reports.map(reportBlocks), 'reports'),
  ];
}

/** A digest that stopped, why, and who set it up. */
export function stoppedBlocks(one: Subscription): Block[] {
  return [
    line([
      place(one.channel),
      { type: 'text', text: `　${one.filter === '' ? 'すべてのKPI' : clip(one.filter, 80)}　` },
      { type: 'text', text: `${one.stopReason}　設定した方 ` },
      mention(one.owner),
    ]),
    {
      type: 'actions',
      elements: [
        button('subscription', '再開', { id: one.id, do: 'resume' }),
        button('subscription', '編集', { id: one.id, do: 'edit' }),
      ],
    },
  ];
}

/** What was asked, and what is said to be wrong with the answer. */
export function reportBlocks(one: Feedback): Block[] {
  const said = `　${clip(one.question, 120)}${one.comment === '' ? '' : `：${clip(one.comment, 300)}`}`;
  return [
    line([{ type: 'text', text: `${moment(one.at)}　` }, mention(one.by), { type: 'text', text: said }]),
  ];
}

function section(title: string, rows: readonly Block[][], list: HomeList): Block[] {
  if (rows.length === 0) return [];
  const rest = rows.length - shown;
  return [
    { type: 'divider' },
    heading(`${title}（${rows.length}件）`),
    ...rows.slice(0, shown).flat(),
    ...(rest > 0 ? actions(button('whole', `ほか${rest}件を見る`, { list })) : []),
  ];
}

function place(channel: string): Element {
  return /^[CDG][A-Z0-9]+$/.test(channel)
    ? { type: 'channel', channel_id: channel }
    : { type: 'text', text: channel };
}

function line(elements: Element[]): Block {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
