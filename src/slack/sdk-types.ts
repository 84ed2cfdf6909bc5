// The one border to the SDK's types: blocks and views of ours are JSON as Slack takes it, its types are narrower
// (no data_visualization, no data_table with plain cells), so here and nowhere else one is said to be the other.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Block, Element } from '../present/blocks/block.ts';
import type { View } from '../present/modal-view.ts';

export const asBlocks = (blocks: readonly Block[]): KnownBlock[] => blocks as unknown as KnownBlock[];
export const asModal = (view: View): ModalView => view as unknown as ModalView;
export const asHome = (view: View): HomeView => view as unknown as HomeView;
/** Bolt's type wants the answer of each kind of menu at once, the old dialogs' too, which no value has: `never` fits them all. */
export const asOptions = (options: readonly Element[]): never => ({ options }) as never;
