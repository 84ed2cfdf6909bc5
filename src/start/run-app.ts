// The running bot: the Slack app, recorded results of other copies, and the digests; stopped in the other order.
import { StoreUnavailable } from '../ports/store.ts';
import type { SlackContext } from '../slack/context.ts';
import { type CreateAppOptions, createApp, type RunningApp } from '../slack/create-app.ts';
import { digestClient } from '../slack/digest/outcome.ts';
import { startDigestScheduler } from '../slack/digest/scheduler.ts';
import { within } from '../slack/within.ts';
import { followPlans, type PlanFollowing } from './follow-plans.ts';
import { followStore } from './follow-store.ts';

/** A bot that runs. */
export interface Running {
  /** Port of the HTTP receiver; null with Socket Mode. */
  port: number | null;
  /** Looks at the clock now, for a clock that was moved. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** How long questions wait for the store at the start. */
const patience = 3000;

/** Starts everything around a bot; rejects with the SDK's error when Slack refuses the token. */
export async function runApp(
  context: SlackContext,
  { plans, ...options }: CreateAppOptions & { plans?: PlanFollowing } = {},
): Promise<Running> {
  const { slack } = context.config;
  if (slack.mode === 'playground') throw new Error('the playground gives its own tokens first');
  const app = createApp(context, options);
  const following = followStore(context.results, context.log);
  // An answer given before the recorded results are known would leave them out; a store that is down is not waited for.
  await within(patience, following.first, undefined);
  const followed = plans && followPlans(plans);
  const { port } = await app.start().catch((error: unknown) => {
    following.stop();
    followed?.stop();
    throw error;
  });
  // A digest decided too early would report them as missing.
  await following.first;
  const left = setInterval(() => void answerLeft(app, context), 5000).unref();
  await answerLeft(app, context);
  const digests = startDigestScheduler({ context, client: digestClient(slack.botToken, slack.apiUrl) });
  return {
    port,
    tick: () => digests.tick(),
    async stop() {
      clearInterval(left);
      await app.stop();
      await digests.stop();
      followed?.stop();
      following.stop();
      await context.store.close();
    },
  };
}

async function answerLeft(app: RunningApp, { log }: SlackContext): Promise<void> {
  try {
    await app.answerLeft();
  } catch (error) {
    if (!(error instanceof StoreUnavailable))
      log.error({ err: error }, 'a question that was left has no answer');
  }
}
