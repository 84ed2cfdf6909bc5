// The one door of many workspaces: receives for all, hands each delivery to the app of its workspace, and installs.
import {
  App,
  HTTPReceiver,
  type InstallationStore,
  type ReceiverEvent,
  SocketModeReceiver,
} from '@slack/bolt';
import type { Logger } from 'pino';
import type { Config, SlackSettings, WorkspaceSettings } from '../../config.ts';
import { StoreUnavailable } from '../../ports/store.ts';
import { boltLogger } from '../bolt-log.ts';
import { addressOf, bodyLimit } from '../receiving.ts';
import { respondPatiently, respondTo } from '../respond.ts';
import { type Owner, ownerOf, tellsOfRemoval, workspacesTakenOut } from './owner.ts';
import { installPage, installPages } from './pages.ts';

/** What stands behind the door. */
export interface Behind {
  /** The workspace's own app; null where none is installed. */
  appOf(owner: Owner): Promise<Pick<App, 'processEvent'> | null>;
  /** The app was removed from a workspace or organisation. */
  removed(owner: Owner): Promise<void>;
  /** The organisation's installation serves these workspaces no more. */
  takenOut(teams: readonly string[]): Promise<void>;
  installations: InstallationStore;
}

export interface FrontOptions {
  config: Config;
  log: Logger;
  /** Scopes that are asked for. */
  scopes: string[];
  /** Interface of the HTTP receiver; absent: all. */
  host?: string;
}

export interface Front {
  /** Receives; with HTTP (and for the pages of the installation) the port it listens at. */
  start(): Promise<{ port: number | null }>;
  stop(): Promise<void>;
}

type Settings = Exclude<SlackSettings, { mode: 'playground' }>;

/** @throws Error when the settings are not those of many workspaces */
export function createFront(options: FrontOptions, behind: Behind): Front {
  const { config, log, host } = options;
  const { slack, workspaces } = config;
  if (slack.mode === 'playground' || !workspaces) throw new Error('the door needs OAuth settings');
  const receiver = receiverOf(slack, workspaces, { ...options, installations: behind.installations });
  const app = new App({
    receiver,
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
  });
  app.processEvent = (event) => handOver(event, behind, log);
  return {
    async start() {
      await app.init();
      if (slack.mode === 'socket') {
        await app.start();
        return { port: slack.port ?? null };
      }
      return {
        port: addressOf(await app.start({ port: slack.port, ...(host ? { host } : {}) }), slack.port),
      };
    },
    async stop() {
      await app.stop().catch((error: unknown) => log.debug({ cause: String(error) }, 'already stopped'));
    },
  };
}

function receiverOf(
  slack: Settings,
  { clientId, clientSecret, stateSecret }: WorkspaceSettings,
  { log, scopes, installations }: FrontOptions & Pick<Behind, 'installations'>,
): HTTPReceiver | SocketModeReceiver {
  const installer = {
    clientId,
    clientSecret,
    stateSecret,
    scopes,
    installationStore: installations,
    logger: boltLogger(log),
  };
  const installerOptions = {
    renderHtmlForInstallPath: installPage,
    callbackOptions: installPages(log),
    ...(slack.apiUrl ? { authorizationUrl: new URL('../oauth/v2/authorize', slack.apiUrl).href } : {}),
  };
  const api = slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {};
  if (slack.mode === 'http')
    return new HTTPReceiver({
      ...installer,
      signingSecret: slack.signingSecret,
      endpoints: '/slack/events',
      bodyLimit,
      installerOptions: { ...installerOptions, clientOptions: { ...api, retryConfig: { retries: 2 } } },
    });
  return new SocketModeReceiver({
    ...installer,
    appToken: slack.appToken,
    clientPingTimeout: 1000,
    installerOptions: {
      ...installerOptions,
      ...(slack.port === undefined ? {} : { port: slack.port }),
      clientOptions: { ...api, retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 } },
    },
  });
}

async function handOver(event: ReceiverEvent, behind: Behind, log: Logger): Promise<void> {
  const owner = ownerOf(event.body);
  if (tellsOfRemoval(event.body)) {
    await behind.removed(owner);
    return await event.ack();
  }
  const left = workspacesTakenOut(event.body);
  if (left.length > 0) {
    await behind.takenOut(left);
    return await event.ack();
  }
  const { response_url: url } = event.body as { response_url?: unknown };
  const waits = typeof url === 'string' ? url : null;
  let app: Awaited<ReturnType<Behind['appOf']>>;
  try {
    app = await behind.appOf(owner);
  } catch (error) {
    // An event comes again by itself; nothing else does.
    if (!(error instanceof StoreUnavailable) || waits === null) throw error;
    log.warn({ team: owner.team, cause: String(error) }, 'store down: it is not known whose a delivery is');
    await event.ack();
    return await tell(waits, storeDown, log);
  }
  if (app) return await app.processEvent(event);
  log.warn({ team: owner.team, enterprise: owner.enterprise }, 'a delivery for no installed workspace');
  await event.ack();
  if (waits !== null) await tell(waits, notInstalled, log);
}

const notInstalled =
  'このワークスペースでは Hakaru を使えません。管理者に、Hakaru をインストールし直すようご依頼ください。';
const storeDown = '記録の保存先につながらないため、お答えできません。少し待ってからもう一度お試しください。';

async function tell(url: string, text: string, log: Logger): Promise<void> {
  await respondPatiently(respondTo(url), { response_type: 'ephemeral', replace_original: false, text }).catch(
    (error: unknown) => log.info({ cause: String(error) }, 'the person could not be told'),
  );
}
