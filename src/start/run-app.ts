// The running bot around the Slack app: recorded results of other copies, digests, stop.

import type { SlackContext } from '../slack/context.ts';
import { type CreateAppOptions, createApp } from '../slack/create-app.ts';
import { followStore } from './follow-store.ts';

export interface Running {
  /** Port of the HTTP receiver; null with Socket Mode. */
  port: number | null;
  stop(): Promise<void>;
}

/** Starts everything around a bot; rejects with the SDK's error when Slack refuses the token. */
export async function runApp(context: SlackContext, options: CreateAppOptions = {}): Promise<Running> {
  const slack = createApp(context, options);
  const { port } = await slack.start();
  const following = followStore(context.store, context.bot.repository, context.log);
  return {
    port,
    async stop() {
      await slack.stop();
      following.stop();
      await context.store.close();
    },
  };
}
