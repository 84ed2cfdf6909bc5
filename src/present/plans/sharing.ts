// Who else sees a brought plan: one line, and the button that changes it.
import { everyone, type PlanShare } from '../../ports/plan-version.ts';
import { actions, type Block, rich } from '../blocks/block.ts';
import { buttonOf } from './card.ts';

/** 「このワークスペースだけで使えます。」 with its button. */
export function sharingBlocks(plan: string, shares: readonly PlanShare[]): Block[] {
  const open = shares.some((share) => share.with === everyone);
  return [
    rich([sharingText(shares)]),
    ...actions(
      open
        ? buttonOf('ほかには見せない', { do: 'unshare', plan }, 11)
        : buttonOf('すべてのワークスペースに見せる', { do: 'share', plan }, 11),
    ),
  ];
}

/** Who sees it. */
export function sharingText(shares: readonly PlanShare[]): string {
  if (shares.some((share) => share.with === everyone)) return 'すべてのワークスペースで使えます。';
  if (shares.length === 0) return 'このワークスペースだけで使えます。';
  return `このワークスペースと、${shares.map((share) => share.with).join('、')} で使えます。`;
}
