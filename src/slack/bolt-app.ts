// Bolt as we set it up: what receives, how the Web API is called, the app that joins them.
import { App, type AppOptions, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackSettings } from '../config.ts';
import { boltLogger } from './bolt-log.ts';
import type { SlackContext } from './context.ts';
import { bodyLimit } from './receiving.ts';

/** Settings that hold a token. */
export type Settings = Exclude<SlackSettings, { mode: 'playground' }>;

/** Receives nothing. */
export const handedOver: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

function apiOf({ apiUrl }: Settings): { slackApiUrl?: string } {
  return apiUrl ? { slackApiUrl: apiUrl.replace(/\/*$/, '/') } : {};
}

/** What receives Slack's requests: the line of Socket Mode, or an HTTP address. */
export function makeReceiver(slack: Settings, { log }: SlackContext): Receiver {
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
export function clientOptionsOf(slack: Settings, reach: typeof fetch | undefined): WebClientOptions {
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

/** A Bolt app that asks nothing of Slack before it is started. */
export function makeApp(slack: Settings, { log, fetch }: SlackContext, rest: Partial<AppOptions>): App {
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
