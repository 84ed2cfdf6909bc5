// Opens, stacks and changes views; the SDK's view types are narrower than what Slack takes.

import type { ModalView } from '@slack/types';
import type { ViewsOpenArguments, WebClient } from '@slack/web-api';
import type { View } from '../../present/modal-view.ts';
import { slackErrorName } from '../errors/explain.ts';
import { promptClient } from '../prompt-client.ts';

/** A view as we draw it, or as the SDK names it. */
export type Shown = View | ViewsOpenArguments['view'];

/** Where a modal opens: by itself, or stacked upon the open one. */
export type Layer = 'alone' | 'on-top';

/** Opens a modal. */
export async function openView(
  client: WebClient,
  triggerId: string,
  view: Shown,
  layer: Layer = 'alone',
): Promise<void> {
  const given = { trigger_id: triggerId, view: view as ModalView };
  const prompt = promptClient(client);
  await (layer === 'on-top' ? prompt.views.push(given) : prompt.views.open(given));
}

/** Replaces what an open modal shows; with `hash` only if nobody changed it since. */
export async function updateView(
  client: WebClient,
  viewId: string,
  view: Shown,
  hash?: string,
): Promise<void> {
  await promptClient(client).views.update({
    view_id: viewId,
    view: view as ModalView,
    ...(hash ? { hash } : {}),
  });
}

/** Replaces what an open modal shows; false when the person has closed it meanwhile. */
export async function updateIfOpen(client: WebClient, viewId: string, view: Shown): Promise<boolean> {
  try {
    await updateView(client, viewId, view);
    return true;
  } catch (error) {
    if (slackErrorName(error) !== 'not_found') throw error;
    return false;
  }
}
