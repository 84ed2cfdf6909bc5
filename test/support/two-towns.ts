// Two workspaces with the same people, channels and ids on one app, over real HTTP (and a WebSocket in Socket Mode): one Slack in front of two stand-ins.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createMovableClock, type MovableClock } from '../../src/playground/clock.ts';
import { sendEvent } from '../../src/playground/events.ts';
import type { Hub } from '../../src/playground/hub.ts';
import { type Obj, parseObj } from '../../src/playground/json.ts';
import { botUser, teamId } from '../../src/playground/workspace.ts';
import type { StoreHouse } from '../../src/ports/workspaces.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { type RunningWorkspaces, runWorkspaces } from '../../src/start/workspaces/run.ts';
import { manifestScopes } from '../../src/start/workspaces/start.ts';
import { openStore, type StoreSettings } from '../../src/stores/open-store.ts';
import { type SocketSlack, startSocketSlack } from './socket-slack.ts';

/** A workspace beside another one. */
export interface TownOfTwo {
  team: string;
  name: string;
  playground: SocketSlack;
  hub: Hub;
  /** Its bot token. */
  token: string;
  /** What installs it: the code that Slack's own page gives. */
  code: string;
}

export interface TwoTowns {
  north: TownOfTwo;
  south: TownOfTwo;
  clock: MovableClock;
  house: StoreHouse;
  running: RunningWorkspaces;
  /** Address of the app. */
  url: string;
  logged: Obj[];
  /** Installs as a person does; gives the last page. `organisation`: for all of its workspaces. */
  install(town: TownOfTwo, organisation?: string): Promise<{ status: number; page: string }>;
  /** Ends the app and starts it again, with other settings if given. */
  restart(environment?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

export interface TwoTownsOptions {
  mode?: 'http' | 'socket';
  store?: StoreSettings;
  environment?: Record<string, string>;
}

const signingSecret = randomBytes(16).toString('hex');

async function openOne(team: string, name: string, clock: MovableClock): Promise<TownOfTwo> {
  const playground = await startSocketSlack({
    manifest: readFileSync(join(packageRoot(), 'manifest.yml'), 'utf8'),
    clock,
    port: 0,
    messageInterval: 0,
    retryDelays: [],
  });
  const { hub } = playground;
  hub.signingSecret = signingSecret;
  const { send } = hub;
  // Everything but the workspace's own id is the same in both.
  hub.send = (delivery) => send({ ...delivery, payload: renamed(delivery.payload, team) });
  return { team, name, playground, hub, token: hub.botToken, code: `code-${team}` };
}

const renamed = (value: Obj, team: string) =>
  JSON.parse(JSON.stringify(value).replaceAll(teamId, team)) as Obj;

/** One Slack for both: a token leads to its workspace. */
function openSlack(towns: TownOfTwo[], organisations: Map<string, string>) {
  const server = createServer((request, response) => {
    void answer(request).then(({ status, headers, body }) =>
      response
        .writeHead(status, { ...headers, 'content-type': 'application/json' })
        .end(JSON.stringify(body)),
    );
  });
  async function answer(request: IncomingMessage) {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const fields = parseObj(text) ?? (Object.fromEntries(new URLSearchParams(text)) as Obj);
    const method = (request.url ?? '').replace('/api/', '');
    if (method === 'oauth.v2.access') return { status: 200, headers: {}, body: granted(fields) };
    const token = (request.headers.authorization ?? '').replace('Bearer ', '') || String(fields.token);
    const town =
      towns.find((one) => one.token === token) ??
      towns.find(({ playground }) => playground.appToken === token);
    if (!town) return { status: 200, headers: {}, body: { ok: false, error: 'invalid_auth' } };
    const { token: _, ...rest } = fields;
    const answered = town.hub.call(method, token, rest);
    town.hub.log({
      direction: 'from-bot',
      name: method,
      request: rest,
      status: answered.status,
      response: answered.body,
      milliseconds: 0,
    });
    return { ...answered, body: renamed(answered.body, town.team) };
  }
  /** The token for a code that was given on Slack's page. */
  function granted({ code, client_id: id, client_secret: secret }: Obj): Obj {
    const town = towns.find((one) => one.code === code);
    if (!town || id !== 'client' || secret !== 'secret') return { ok: false, error: 'invalid_code' };
    const organisation = organisations.get(town.team) ?? null;
    return {
      ok: true,
      app_id: 'A0HAKARU',
      authed_user: { id: 'U0SATO' },
      scope: 'commands',
      token_type: 'bot',
      access_token: town.token,
      bot_user_id: botUser,
      team: organisation ? null : { id: town.team, name: town.name },
      enterprise: organisation ? { id: organisation, name: '県' } : null,
      is_enterprise_install: organisation !== null,
    };
  }
  return server;
}

/** Opens both at 2026-11-24 (Tue) 08:00 in Japan, not installed yet. */
export async function openTwoTowns(options: TwoTownsOptions = {}): Promise<TwoTowns> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-towns-'));
  const clock = createMovableClock(new Date('2026-11-23T23:00:00Z'));
  const north = await openOne('T0KITA', '北の町', clock);
  const south = await openOne('T0MINAMI', '南の町', clock);
  const organisations = new Map<string, string>();
  const slack = openSlack([north, south], organisations);
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`;
  // In Socket Mode one line carries the deliveries of all workspaces.
  const { send } = north.hub;
  if (options.mode === 'socket')
    south.hub.send = (delivery) => send({ ...delivery, payload: renamed(delivery.payload, south.team) });
  const logged: Obj[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(parseObj(line) ?? {}) });
  const store = options.store ?? { sqliteFile: join(folder, 'hakaru.sqlite') };
  const environment = {
    SLACK_CLIENT_ID: 'client',
    SLACK_CLIENT_SECRET: 'secret',
    SLACK_STATE_SECRET: 'a secret of the state',
    TOKEN_KEY: '11'.repeat(32),
    SLACK_API_URL: api,
    // The installation's pages have no other way to tell theirs in Socket Mode.
    PORT: options.mode === 'socket' ? String(await freePort()) : '0',
    ...(options.mode === 'socket'
      ? { SLACK_APP_TOKEN: north.playground.appToken }
      : { SLACK_SIGNING_SECRET: signingSecret }),
    ...options.environment,
  };

  async function start(more: Record<string, string> = {}) {
    const house = openStore(store);
    const running = await runWorkspaces({
      config: readConfig({ ...environment, ...more }),
      clock,
      log,
      house,
      scopes: manifestScopes(),
      headings: join(packageRoot(), 'index'),
      indexFolder: join(folder, 'index'),
      host: '127.0.0.1',
      every: 200,
    });
    const url = `http://127.0.0.1:${running.port}`;
    for (const { playground } of [north, south]) playground.connect(`${url}/slack/events`);
    return { house, running, url };
  }

  const towns: TwoTowns = {
    north,
    south,
    clock,
    logged,
    ...(await start()),
    async install(town, organisation) {
      if (organisation) organisations.set(town.team, organisation);
      const first = await fetch(`${towns.url}/slack/install`);
      const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const address = /href="([^"]+)"/.exec(await first.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
      const state = new URL(address).searchParams.get('state') ?? '';
      const back = `${towns.url}/slack/oauth_redirect?code=${town.code}&state=${encodeURIComponent(state)}`;
      const last = await fetch(back, { headers: { cookie } });
      return { status: last.status, page: await last.text() };
    },
    async restart(more) {
      await towns.running.stop();
      Object.assign(towns, await start(more));
    },
    async close() {
      await towns.running.stop();
      await Promise.all([north, south].map(({ playground }) => playground.close()));
      await new Promise((resolve) => {
        slack.close(resolve);
        slack.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return towns;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Slack tells the app that it was removed from the workspace. */
export async function removeApp({ hub }: TownOfTwo): Promise<void> {
  await sendEvent(hub, 'tokens_revoked', { type: 'tokens_revoked', tokens: { bot: [botUser] } });
  await sendEvent(hub, 'app_uninstalled', { type: 'app_uninstalled' });
}
