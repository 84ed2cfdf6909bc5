// Shows a brought plan to the other workspaces, or to no other one: only its own workspace decides.
import { newestOf } from '../../plans/versions/steps.ts';
import { everyone } from '../../ports/plan-version.ts';
import { StoreUnavailable } from '../../ports/store.ts';
import type { BringValue } from '../../present/actions.ts';
import type { Block } from '../../present/blocks/block.ts';
import type { CardMessage } from '../../present/plans/card.ts';
import { sharingBlocks, sharingText } from '../../present/plans/sharing.ts';
import type { SlackContext } from '../context.ts';
import { plainMessage } from '../recording/messages.ts';

/** What the card of a taken plan says about it; nothing where there is one workspace only. */
export async function sharingOf({ config, store }: SlackContext, plan: string): Promise<Block[]> {
  if (!config.workspaces) return [];
  const shares = (await store.planShares()).filter((share) => share.plan === plan);
  return sharingBlocks(plan, shares);
}

/** The card after the click. */
export async function sharePlan(
  context: SlackContext,
  { do: wish, plan }: Extract<BringValue, { do: 'share' | 'unshare' }>,
): Promise<CardMessage> {
  const { config, store, log } = context;
  if (!config.workspaces) return plainMessage('ワークスペースは1つだけのため、見せる先はありません。');
  try {
    const newest = newestOf(await store.planVersions(), plan);
    if (!newest || newest.kind === 'removed') return plainMessage('この計画はもうありません。');
    await store.sharePlan(plan, wish === 'share' ? [everyone] : []);
    log.info({ plan, wish }, 'who sees a plan was changed');
    const shares = wish === 'share' ? [{ plan, with: everyone }] : [];
    const text = `「${newest.title}」は、${sharingText(shares)}`;
    return { text, blocks: [...plainMessage(text).blocks, ...sharingBlocks(plan, shares).slice(1)] };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return plainMessage('計画の保存先につながりません。少し待ってから、もう一度押してください。');
  }
}
