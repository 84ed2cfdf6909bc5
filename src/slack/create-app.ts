// The Slack app: receiver, listeners, one error handler, clean start and stop.
import { App, type AppOptions, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { SlackSettings } from '../config.ts';
import { boltLogger } from './bolt-log.ts';
import type { SlackContext } from './context.ts';
import { reportError } from './errors/report.ts';
import { answerLeft } from './listeners/ask-messages.ts';
import { listeners } from './listeners/index.ts';
import { keepOutsidersOut } from './outsiders.ts';
import { questionIn, unknownSubtype } from './questions.ts';
import { retryAfterOf } from './rate.ts';
import { addressOf, bodyLimit } from './receiving.ts';
import { createRunning, type Running } from './running.ts';
import { createSeenEvents } from './seen-events.ts';
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

type Settings = Exclude<SlackSettings, { mode: 'playground' }>;

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

/** Receives nothing. */
const handedOver: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/** Registers everything; returns how many requests run. */
function listen(app: App, client: WebClient, context: SlackContext): Running {
  const running = createRunning();
  claimBeforeAcknowledging(app, context, running);
  addMiddleware(app, context);
  for (const register of listeners) register(app, context);
  app.error(
    async ({ error, body }: { error: unknown; body: unknown }) =>
      await reportError(error, body, client, context.log),
  );
  return running;
}

function apiOf({ apiUrl }: Settings): { slackApiUrl?: string } {
  return apiUrl ? { slackApiUrl: apiUrl.replace(/\/*$/, '/') } : {};
}

function makeReceiver(slack: Settings, { log }: SlackContext): Receiver {
  const logger = boltLogger(log);
  return slack.mode === 'socket'
    ? new SocketModeReceiver({
        appToken: slack.appToken,
        logger,
        // The default of 5 s leaves the bot dark for 4.7 s at each refresh of the connection (seen 2026-11).
        clientPingTimeout: 1000,
        // Only here does the connection learn another API address. It may try for long: without it nothing works.
        installerOptions: {
          clientOptions: { ...apiOf(slack), retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 } },
        },
      })
    : new HTTPReceiver({
        signingSecret: slack.signingSecret,
        endpoints: '/slack/events',
        logger,
        // Bolt would read and check 4 MB of a stranger's body, which holds everybody else up.
        bodyLimit,
      });
}

/** How an app calls Slack's Web API. */
function clientOptionsOf(slack: Settings, reach: typeof fetch | undefined): WebClientOptions {
  return {
    ...apiOf(slack),
    ...(reach ? { fetch: reach } : {}),
    timeout: 15_000,
    // The SDK's default repeats a failed call for half an hour; a short outage (half a minute) must not cost an answer.
    retryConfig: { retries: 10, factor: 2, minTimeout: 300, maxTimeout: 5000 },
    // Waiting for one channel's limit, the SDK would hold back every other call (seen 2026-11): we wait per channel.
    rejectRateLimitedCalls: true,
  };
}

function makeApp(slack: Settings, { log, fetch }: SlackContext, rest: Partial<AppOptions>): App {
  return new App({
    logger: boltLogger(log),
    clientOptions: clientOptionsOf(slack, fetch),
    convoStore: false,
    extendedErrorHandler: true,
    // auth.test runs in start(), where a wrong token can be reported; in the constructor it would be an unhandled rejection.
    deferInitialization: true,
    ...rest,
  });
}

/**
 * Bolt acknowledges an event before any listener sees it, and a process killed then would lose the question: it is
 * claimed first. A delivery of what is claimed already is only acknowledged.
 */
function claimBeforeAcknowledging(app: App, context: SlackContext, running: Running): void {
  const { log, questions, config, turns } = context;
  const processEvent = app.processEvent.bind(app);
  const claimed: typeof app.processEvent = async (event) => {
    const ack = async (answer?: Parameters<typeof event.ack>[0]) => {
      await event.ack(answer).catch((error: unknown) => {
        // The line was refreshed in between: the answer still has its way, so it is given.
        const lineEnded = String((error as { code?: unknown }).code).startsWith('slack_socket_mode_');
        if (config.slack.mode !== 'socket' || !lineEnded) throw error;
        log.warn({ cause: String(error) }, 'the line ended before the acknowledgement');
      });
      // Three hundred at once are all acknowledged first: an answer is worked out in one piece.
      await turns.mine();
    };
    const subtype = unknownSubtype(event.body);
    if (subtype !== null) log.info({ subtype }, 'a message of an unknown kind is not answered');
    const question = questionIn(event.body);
    turns.arrived();
    if (question && (await questions.claim(question)) === 'taken') return await ack();
    await processEvent({ ...event, ack });
  };
  app.processEvent = (event) => running.count(() => claimed(event));
}

function addMiddleware(app: App, context: SlackContext): void {
  const firstSight = createSeenEvents(context);
  app.use(async ({ body, next, ...args }) => {
    const id = (body as { event_id?: unknown }).event_id;
    // A question is known by its message, which was claimed already.
    if (questionIn(body) === null && typeof id === 'string' && !(await firstSight(id))) {
      // Bolt leaves a workflow step to its listener: unanswered, Slack would send it on and on.
      if ('ack' in args) await (args.ack as (() => Promise<void>) | undefined)?.();
      return;
    }
    await next();
  });
  app.use(async (args) => {
    if (!(await keepOutsidersOut(context, args))) await args.next();
  });
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
