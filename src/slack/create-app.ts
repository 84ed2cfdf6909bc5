// The Slack app: receiver, listeners, one error handler, clean start and stop.
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { boltLogger } from './bolt-log.ts';
import type { SlackContext } from './context.ts';
import { reportError } from './errors/report.ts';
import { listeners } from './listeners/index.ts';
import { createSeenEvents } from './seen-events.ts';
import { within } from './within.ts';

export interface CreateAppOptions {
  /** Interface of the HTTP receiver; absent: all. The playground keeps to 127.0.0.1. */
  host?: string;
  /** How long stop() waits for requests that still run. */
  graceMilliseconds?: number;
}

export interface RunningApp {
  app: App;
  /** Checks the token, then receives; with HTTP the address it listens at. Rejects with the SDK's error. */
  start(): Promise<{ port: number | null }>;
  /** Receives nothing more, lets running requests finish. */
  stop(): Promise<void>;
}

/** @throws Error when the settings hold no token: without one the playground gives them. */
export function createApp(context: SlackContext, options: CreateAppOptions = {}): RunningApp {
  const { slack } = context.config;
  if (slack.mode === 'playground') throw new Error('createApp needs tokens; the playground has its own');
  const logger = boltLogger(context.log);
  const api = slack.apiUrl ? { slackApiUrl: slack.apiUrl.replace(/\/*$/, '/') } : {};
  // The SDK's default repeats a failed call for half an hour; a short outage (half a minute) must not cost an answer.
  const clientOptions = {
    ...api,
    timeout: 15_000,
    retryConfig: { retries: 10, factor: 2, minTimeout: 300, maxTimeout: 5000 },
  };
  const receiver: Receiver =
    slack.mode === 'socket'
      ? new SocketModeReceiver({
          appToken: slack.appToken,
          logger,
          // The default of 5 s leaves the bot dark for 4.7 s at each refresh of the connection (seen 2026-11).
          clientPingTimeout: 1000,
          // Only here does the connection learn another API address. It may try for long: without it nothing works.
          installerOptions: {
            clientOptions: { ...api, retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 } },
          },
        })
      : new HTTPReceiver({ signingSecret: slack.signingSecret, endpoints: '/slack/events', logger });
  const app = new App({
    token: slack.botToken,
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    extendedErrorHandler: true,
    // auth.test runs in start(), where a wrong token can be told; in the constructor it would be an unhandled rejection.
    deferInitialization: true,
  });

  if (slack.mode === 'socket') goOnUnacknowledged(app, context);

  let running = 0;
  app.use(async ({ next }) => {
    running += 1;
    try {
      await next();
    } finally {
      running -= 1;
    }
  });
  const firstSight = createSeenEvents(context);
  app.use(async ({ body, next, ...args }) => {
    const id = (body as { event_id?: unknown }).event_id;
    if (typeof id === 'string' && !(await firstSight(id))) {
      // Bolt leaves a workflow step to its listener: unanswered, Slack would send it on and on.
      if ('ack' in args) await (args.ack as (() => Promise<void>) | undefined)?.();
      return;
    }
    await next();
  });
  for (const register of listeners) register(app, context);
  app.error(
    async ({ error, body }: { error: unknown; body: unknown }) =>
      await reportError(error, body, app.client, context.log),
  );

  return {
    app,
    async start() {
      await app.init();
      if (slack.mode === 'socket') {
        await app.start();
        return { port: null };
      }
      const server = (await app.start({
        port: slack.port,
        ...(options.host ? { host: options.host } : {}),
      })) as {
        address(): AddressInfo | string | null;
      };
      const address = server.address();
      return { port: typeof address === 'object' && address !== null ? address.port : slack.port };
    },
    async stop() {
      const until = Date.now() + (options.graceMilliseconds ?? 10_000);
      const stopped = app
        .stop()
        .catch((error: unknown) => context.log.debug({ cause: String(error) }, 'already stopped'));
      const finished = async () => {
        while (running > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await finished();
      // A connection that somebody keeps open must not keep the process; a request just read may still come.
      await within(500, stopped, undefined);
      await finished();
    },
  };
}

/** The line was refreshed between question and acknowledgement: the answer still has its way, so it is given. */
function goOnUnacknowledged(app: App, { log }: SlackContext): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) =>
    processEvent({
      ...event,
      ack: async (answer) => {
        await event.ack(answer).catch((error: unknown) => {
          if (!String((error as { code?: unknown }).code).startsWith('slack_socket_mode_')) throw error;
          log.warn({ cause: String(error) }, 'the line ended before the acknowledgement');
        });
      },
    });
}
