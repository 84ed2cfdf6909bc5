// Watches a running copy from outside of it: counts what passes through bot, store and wire, and tells how it is.
import type { Bot } from '../../bot.ts';
import type { Store } from '../../ports/store.ts';
import type { RunningApp } from '../../slack/create-app.ts';
import { within } from '../../slack/within.ts';
import { watchBot } from './bot.ts';
import { startHealthServer } from './health-server.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createReadiness, type Parts, type Readiness } from './readiness.ts';
import { watchFetch, watchRequests } from './requests.ts';
import { watchStore } from './store.ts';

/** What is known of a copy once it runs. */
export interface Watched extends Omit<Parts, 'store' | 'connected' | 'askSlack'> {
  app: RunningApp;
  bot: Pick<Bot, 'repository' | 'clock'>;
}

/** A copy that is being watched. */
export interface Watch {
  port: number;
  bot(bot: Bot): Bot;
  store(store: Store): Store;
  /** How Slack is reached. */
  fetch: typeof fetch;
  /** A line of the log was written. */
  logged(level: number): void;
  /** The app is made: its requests are counted. */
  app(app: RunningApp): void;
  /** From now on the copy may be ready. */
  running(watched: Watched): void;
  /** Many workspaces are served: they tell themselves what makes them ready. */
  serving(parts: Parts): void;
  /** No new work is taken: it is not ready any more. */
  stopping(): void;
  close(): void;
}

const levels: Record<number, string> = { 40: 'warn', 50: 'error', 60: 'fatal' };
/** How long a look at the metrics waits for the store. */
const patience = 1000;

/** Listens at once: a copy that starts is alive, and not ready. */
export async function openWatch(where: { port: number; host: string }): Promise<Watch> {
  const metrics = createMetrics();
  let readiness: Readiness = { reasons: async () => ['起動の途中です。'] };
  let given: Store | undefined;
  let watched: Watched | undefined;
  const reasons = async () => {
    const found = await readiness.reasons();
    metrics.ready.set(found.length === 0 ? 1 : 0);
    return found;
  };
  const server = await startHealthServer(
    {
      reasons,
      async metrics() {
        await Promise.all([reasons(), given && watched ? countWaiting(metrics, given, watched) : undefined]);
        return { type: metrics.registry.contentType, text: await metrics.registry.metrics() };
      },
    },
    where,
  );

  return {
    port: server.port,
    bot: (bot) => watchBot(bot, metrics),
    store(store) {
      given = store;
      return watchStore(store, metrics);
    },
    fetch: watchFetch(metrics),
    logged(level) {
      const name = levels[level];
      if (name) metrics.logLines.inc({ level: name });
    },
    app: ({ app }) => watchRequests(app, metrics),
    running(now) {
      watched = now;
      const { app } = now;
      if (!given) throw new Error('the store comes before the app');
      readiness = createReadiness({
        ...now,
        store: given,
        connected: () => app.connected(),
        askSlack: () => app.app.client.auth.test(),
      });
    },
    serving(parts) {
      readiness = createReadiness(parts);
    },
    stopping() {
      readiness = { reasons: async () => ['停止の途中です。'] };
    },
    close: () => server.close(),
  };
}

/** What waits in the store, and how many records there are; a store that is silent counts as unknown. */
async function countWaiting(metrics: Metrics, store: Store, { bot }: Watched): Promise<void> {
  const since = new Date(bot.clock.now().getTime() - 10 * 60_000);
  const count = async (list: Promise<unknown[]>) =>
    (await within(patience, list, null).catch(() => null))?.length ?? Number.NaN;
  const [questions, digests] = await Promise.all([
    count(store.unansweredQuestions(since)),
    count(store.unsettledDigests()),
  ]);
  metrics.questionsWaiting.set(questions);
  metrics.digestsWaiting.set(digests);
  for (const kind of ['plans', 'projects', 'kpis'] as const)
    metrics.records.set({ kind }, bot.repository[kind].length);
}
