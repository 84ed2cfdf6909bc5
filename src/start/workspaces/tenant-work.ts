// What runs for one workspace beside its questions: recorded results, plans, questions that were left, digests; with its own token.
import type { SlackContext } from '../../slack/context.ts';
import type { RunningApp } from '../../slack/create-app.ts';
import { digestClient } from '../../slack/digest/outcome.ts';
import { startDigestScheduler } from '../../slack/digest/scheduler.ts';
import { answerLeft } from '../answer-left.ts';
import { followStore } from '../follow/results.ts';
import type { TeamBot } from './team-bots.ts';

export interface TenantWork {
  /** Settles once recorded results were looked for, also when the store is down. */
  first: Promise<void>;
  /** Takes up the plans the workspace sees now. @throws StoreUnavailable */
  refreshPlans(): Promise<void>;
  /** Looks at the clock now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Begins at once. */
export function startTenantWork(context: SlackContext, app: RunningApp, bot: TeamBot): TenantWork {
  const { slack } = context.config;
  if (slack.mode === 'playground') throw new Error('a workspace needs a token');
  const following = followStore(context.results, context.log);
  const digests = startDigestScheduler({ context, client: digestClient(slack.botToken, slack.apiUrl) });
  const left = setInterval(() => void answerLeft(app, context), 5000).unref();
  void following.first.then(() => answerLeft(app, context));
  return {
    first: following.first,
    refreshPlans: () => bot.refresh(),
    tick: () => digests.tick(),
    async stop() {
      clearInterval(left);
      await app.stop();
      await digests.stop();
      following.stop();
      bot.close();
    },
  };
}
