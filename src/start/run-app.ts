// The running bot: the Slack app, recorded results of other copies, and the digests; stopped in the other order.
import type { SlackContext } from '../slack/context.ts';
import { type CreateAppOptions, createApp } from '../slack/create-app.ts';
import { digestClient } from '../slack/digest/outcome.ts';
import { startDigestScheduler } from '../slack/digest/scheduler.ts';
import { within } from '../slack/within.ts';
import { answerLeft } from './answer-left.ts';
import { followPlans, type PlanFollowing } from './follow/plans.ts';
import { followStore } from './follow/results.ts';
import type { Watch } from './watch/watch.ts';

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
/** Who stops a copy waits ten seconds before killing it: requests get the most of it, the store's end the rest. */
const grace = { requests: 8000, all: 9000 };

/** What runs around the app. */
export interface RunOptions extends CreateAppOptions {
  plans?: PlanFollowing;
  /** Watches the copy; absent where nobody looks. */
  watch?: Watch | null;
}

/** Starts everything around a bot; rejects with the SDK's error when Slack refuses the token. */
export async function runApp(
  context: SlackContext,
  { plans, watch, ...options }: RunOptions = {},
): Promise<Running> {
  const { slack } = context.config;
  if (slack.mode === 'playground') throw new Error('the playground gives its own tokens first');
  const app = createApp(context, { graceMilliseconds: grace.requests, ...options });
  watch?.app(app);
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
  const digests = startDigestScheduler({
    context,
    client: digestClient(slack.botToken, slack.apiUrl, context.fetch),
  });
  const { bot, results, log } = context;
  const plansTaken = () => followed?.known() ?? 0;
  watch?.running({ app, bot, plansTaken, resultsRead: () => results.wasRead() });
  return {
    port,
    tick: () => digests.tick(),
    async stop() {
      watch?.stopping();
      clearInterval(left);
      followed?.stop();
      const ended = Promise.all([app.stop(), digests.stop()]);
      // What is left is claimed in the store: another copy, or the next start, goes on with it.
      if ((await within(grace.all, ended, 'late')) === 'late') log.warn('work was left when the time was up');
      following.stop();
      await context.store.close();
      watch?.close();
    },
  };
}
