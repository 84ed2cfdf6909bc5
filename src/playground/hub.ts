// Everything the playground's parts share: workspace, rules with memory, tokens, the log of requests and refusals.
import { randomBytes } from 'node:crypto';
import { createScheduler, type MovableClock } from './clock.ts';
import { type Ack, type Delivery, deliverOverHttp } from './deliver.ts';
import { createFiles } from './files.ts';
import type { Obj } from './json.ts';
import { readManifest } from './manifest.ts';
import { createResponseUrls } from './response-urls.ts';
import type { SlackRefusal } from './rules/refusal.ts';
import { createRateLimit, createTriggers } from './rules/timed.ts';
import { townHall, type Welcome } from './town-hall.ts';
import { type ApiAnswer, callMethod } from './web-api/call.ts';
import { createWorkspace, type Workspace, type WorkspaceState } from './workspace.ts';

/** A request in either direction, as the inspector shows it; `name` is `chat.postMessage`, `/kpi`, `event app_mention` … */
interface Exchange {
  direction: 'to-bot' | 'from-bot';
  name: string;
  request: unknown;
  status: number;
  response: unknown;
  milliseconds: number;
}

export interface HubOptions {
  /** Text of manifest.yml. */
  manifest: string;
  /** Prefix of the slash commands, as the bot is configured. */
  commandPrefix?: string;
  /** Milliseconds the bot has for an acknowledgement (3000). */
  ackWithin?: number;
  /** Milliseconds before a failed event is sent again (at once, 1 minute, 5 minutes). */
  retryDelays?: number[];
  /** Milliseconds between two messages in a channel (1000). */
  messageInterval?: number;
  /** What greets a visitor; examples by default. */
  welcome?: Welcome;
}

/** Most requests and refusals remembered. */
const most = 200;

/** What was refused and what was sent, the newest of each. */
function createLog(workspace: Workspace, clock: MovableClock) {
  const at = () => clock.now().toISOString();
  let logged = 0;
  function remember<T>(list: T[], entry: T): void {
    list.push(entry);
    if (list.length > most) list.shift();
    workspace.changed();
  }
  const log = {
    /** What Slack would refuse: a Web API method, `response_url` or delivery, Slack's error name, what exactly is wrong. */
    refusals: [] as { at: string; where: string; error: string; details: string[] }[],
    requests: [] as (Exchange & { id: number; at: string })[],
    refuse(where: string, { code, details }: SlackRefusal): void {
      remember(log.refusals, { at: at(), where, error: code, details });
    },
    log(entry: Exchange): void {
      logged += 1;
      remember(log.requests, { ...entry, id: logged, at: at() });
    },
  };
  return log;
}

export type Hub = ReturnType<typeof createHub>;

/** The hub of one playground; without a workspace that was kept, of a fresh one. */
export function createHub(options: HubOptions, clock: MovableClock, kept: WorkspaceState | null) {
  const manifest = readManifest(options.manifest, options.commandPrefix);
  const firstTs = `${Math.floor(clock.now().getTime() / 1000)}.000000`;
  const workspace = createWorkspace(kept ?? townHall(manifest, firstTs, options.welcome), clock);
  const hub = {
    workspace,
    manifest,
    clock,
    botToken: `xoxb-playground-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    /** Address of the playground itself, without a slash at the end. */
    url: '',
    /** Where the bot listens, e.g. `http://127.0.0.1:4000/slack/events`. */
    botUrl: undefined as string | undefined,
    /** What people upload. */
    uploads: createFiles(10),
    triggers: createTriggers(clock.elapsed),
    responseUrls: createResponseUrls(workspace, clock.elapsed),
    /** What the bot uploads; gone when the playground ends. */
    files: createFiles(50),
    rate: createRateLimit(clock.elapsed, options.messageInterval),
    scheduler: createScheduler(clock),
    ...createLog(workspace, clock),
    /** Milliseconds between a failed event and its next tries. */
    retryDelays: options.retryDelays ?? [0, 60_000, 300_000],
    /** Answers a call of the Web API; `stranger` when the token is not the bot's. */
    call(name: string, token: string, fields: Obj): ApiAnswer & { stranger?: boolean } {
      if (token === hub.botToken) return callMethod(hub, name, fields);
      const body = { ok: false, error: token === '' ? 'not_authed' : 'invalid_auth' };
      return { status: 200, headers: {}, body, stranger: true };
    },
    /** Carries a delivery to the bot. */
    async send(delivery: Delivery): Promise<Ack> {
      if (hub.botUrl === undefined) return { ok: false, status: 0, body: null, error: 'dispatch_failed' };
      return deliverOverHttp(hub.botUrl, hub.signingSecret, delivery, options.ackWithin);
    },
    /** Sends and logs. */
    async deliver(delivery: Delivery): Promise<Ack> {
      const started = performance.now();
      const ack = await hub.send(delivery);
      const milliseconds = Math.round(performance.now() - started);
      const { retry, payload: request } = delivery;
      const name = retry ? `${delivery.name} (再送${retry.number})` : delivery.name;
      const response = ack.error ?? ack.body;
      hub.log({ direction: 'to-bot', name, request, status: ack.status, response, milliseconds });
      return ack;
    },
  };
  return hub;
}
