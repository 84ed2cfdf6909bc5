// What those who look after the results must see: digests that stopped by themselves, and answers said to be wrong.
import type { Feedback, Subscription } from '../../ports/store.ts';
import { clip } from '../block-limits.ts';
import { type Block, button, context, type Element } from '../blocks/block.ts';
import { heading, mention } from '../modal-view.ts';
import { moment } from '../moment.ts';

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
    ...section('停止したお知らせ', stopped, (one) => [
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
    ]),
    ...section('数字が違うという報告', reports, (one) => [
      line([
        { type: 'text', text: `${moment(one.at)}　` },
        mention(one.by),
        {
          type: 'text',
          text: `　${clip(one.question, 120)}${one.comment === '' ? '' : `：${clip(one.comment, 300)}`}`,
        },
      ]),
    ]),
  ];
}

function section<T>(title: string, all: readonly T[], row: (one: T) => Block[]): Block[] {
  if (all.length === 0) return [];
  const rest = all.length - shown;
  return [
    { type: 'divider' },
    heading(`${title}（${all.length}件）`),
    ...all.slice(0, shown).flatMap(row),
    ...(rest > 0 ? context(`ほか${rest}件`) : []),
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
