// A list of App Home that is cut there, whole in a modal.
import type { HomeList } from '../action-values.ts';
import { type Block, context } from '../blocks/block.ts';
import { modal, type View, viewLimits } from '../modal-view.ts';
import { reportBlocks, stoppedBlocks } from './care.ts';
import { type HomeData, numbered } from './home.ts';
import { subscriptionRow } from './subscriptions.ts';

export const wholeListView = 'home-list';

const titles: Record<HomeList, string> = {
  subscriptions: '朝のお知らせ',
  stopped: '停止したお知らせ',
  reports: '数字が違うという報告',
};

/** What the lists hold; null while the store is down. */
export type HomeLists = Pick<HomeData, HomeList | 'commandPrefix'>;

/** All entries of the list, as many as a modal takes; the rest is counted. */
export function wholeListModal(list: HomeList, lists: HomeLists): View {
  const rows = rowsOf(list, lists);
  const shown: Block[] = [];
  let count = 0;
  for (const row of rows) {
    if (shown.length + row.length >= viewLimits.blocks) break;
    shown.push(...row);
    count += 1;
  }
  const rest = rows.length - count;
  const blocks = [
    ...(rows.length === 0 ? context('いまはありません。') : []),
    ...shown,
    ...(rest > 0 ? context(`ほか${rest}件は、チャンネルの「/kpi 通知 一覧」で見られます。`) : []),
  ];
  return modal({
    title: titles[list],
    callbackId: wholeListView,
    metadata: JSON.stringify({ list }),
    blocks: numbered(blocks, lists.commandPrefix),
  });
}

function rowsOf(list: HomeList, { subscriptions, stopped = [], reports = [] }: HomeLists): Block[][] {
  switch (list) {
    case 'subscriptions':
      return (subscriptions ?? []).map(subscriptionRow);
    case 'stopped':
      return stopped.map(stoppedBlocks);
    case 'reports':
      return reports.map(reportBlocks);
    default:
      return list satisfies never;
  }
}
