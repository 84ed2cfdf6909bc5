// The Slack app: made for one workspace or for one of many, clean start and stop.
import { type App, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { clientOptionsOf, handedOver, makeApp, makeReceiver, type Settings } from './bolt-app.ts';
import { boltLogger } from './bolt-log.ts';
import type { SlackContext } from './context.ts';
import { listen } from './listen.ts';
import { answerLeft } from './listeners/ask-messages.ts';
import { retryAfterOf } from './rate.ts';
import { addressOf } from './receiving.ts';
import type { Running } from './running.ts';
import { within } from './within.ts';

export interface CreateAppOptions {
  /** Interface of the HTTP receiver; absent: all. The playground keeps to 127.0.0.1. */
  host?: string;
  /** Hears which workspace the token belongs to, before anything is received. */
  named?: (workspace: { team: string; enterprise: string | null; name: string }) => Promise<void>;
  /** How long stop() waits for requests that still run. */
  graceMilliseconds?: number;
}

export interface RunningApp {
  app: App;
  /** Checks the token, then receives; with HTTP the address it listens at. Rejects with the SDK's error. */
  start(): Promise<{ port: number | null }>;
  /** Answers what copies that died left unanswered. @throws StoreUnavailable */
  answerLeft(): Promise<void>;
  /** Resolves as soon as no request is being worked on. */
  idle(): Promise<void>;
  /** Whether Slack's requests reach it now: the line of Socket Mode is open, or the receiver listens. */
  connected(): boolean;
  /** Receives nothing more, lets running requests finish. */
  stop(): Promise<void>;
}

/** @throws Error when the settings hold no token: without one the playground gives them. */
export function createApp(context: SlackContext, options: CreateAppOptions = {}): RunningApp {
  const { slack } = context.config;
  if (slack.mode === 'playground') throw new Error('createApp needs tokens; the playground has its own');
  const receiver = makeReceiver(slack, context);
  const app = makeApp(slack, context, { token: slack.botToken, receiver });
  const running = listen(app, app.client, context);
  let receives = false;
  return {
    app,
    async start() {
      const started = await start(app, context, slack, options);
      receives = true;
      return started;
    },
    connected: () =>
      receives &&
      (!(receiver instanceof SocketModeReceiver) || receiver.client.websocket?.isActive() === true),
    answerLeft: () => running.count(() => answerLeft(context, app.client)),
    idle: () => running.idle(),
    stop() {
      receives = false;
      return stop(app, context, running, options);
    },
  };
}

/** Whom an app works for where the installation says it: nothing is asked of Slack. */
export interface Identity {
  team: string;
  enterprise: string | null;
  botId?: string | undefined;
  botUserId?: string | undefined;
}

/** The app of one of many workspaces: it receives nothing itself, deliveries are handed to its `processEvent`. */
export function createWorkspaceApp(
  context: SlackContext,
  { team, enterprise, botId, botUserId }: Identity,
  options: CreateAppOptions = {},
): RunningApp {
  const { slack } = context.config;
  if (slack.mode === 'playground') throw new Error('createWorkspaceApp needs a token');
  const { botToken } = slack;
  const app = makeApp(slack, context, {
    authorize: async () => ({
      botToken,
      teamId: team,
      ...(enterprise === null ? {} : { enterpriseId: enterprise }),
      ...(botId ? { botId } : {}),
      ...(botUserId ? { botUserId } : {}),
    }),
    receiver: handedOver,
  });
  const client = new WebClient(botToken, {
    ...clientOptionsOf(slack, context.fetch),
    logger: boltLogger(context.log),
  });
  context.members.belongTo({ team, enterprise });
  const running = listen(app, client, context);
  let receives = false;
  return {
    app,
    async start() {
      await app.init();
      receives = true;
      return { port: null };
    },
    connected: () => receives,
    answerLeft: () => running.count(() => answerLeft(context, client)),
    idle: () => running.idle(),
    stop() {
      receives = false;
      return stop(app, context, running, options);
    },
  };
}

async function start(
  app: App,
  { members }: SlackContext,
  slack: Settings,
  options: CreateAppOptions,
): Promise<{ port: number | null }> {
  await patiently(() => app.init());
  await patiently(() => members.learn(app.client));
  const workspace = members.workspace();
  if (workspace) await options.named?.(workspace);
  if (slack.mode === 'socket') {
    await app.start();
    return { port: null };
  }
  const server = await app.start({ port: slack.port, ...(options.host ? { host: options.host } : {}) });
  return { port: addressOf(server, slack.port) };
}

/** A start in the middle of a rush is let in a little later. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null || tries >= 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}

async function stop(
  app: App,
  { log }: SlackContext,
  running: Running,
  options: CreateAppOptions,
): Promise<void> {
  const grace = options.graceMilliseconds ?? 10_000;
  const stopped = app
    .stop()
    .catch((error: unknown) => log.debug({ cause: String(error) }, 'already stopped'));
  await within(grace, running.idle(), undefined);
  // A connection that somebody keeps open must not keep the process; a request just read may still come.
  await within(500, stopped, undefined);
  await within(grace, running.idle(), undefined);
}
