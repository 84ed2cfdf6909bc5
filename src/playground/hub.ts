// Everything the playground's parts share: workspace, rules with memory, tokens, the log of requests and refusals.
import type { MovableClock } from './clock.ts';
import type { Ack, Delivery } from './deliver.ts';
import type { Manifest } from './manifest.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { RateLimit } from './rules/rate.ts';
import type { RecordedRefusal, SlackRefusal } from './rules/refusal.ts';
import type { Scheduler } from './schedule.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

/** One request in either direction, as the inspector shows it. */
export interface LoggedRequest {
  id: number;
  at: string;
  direction: 'to-bot' | 'from-bot';
  /** `chat.postMessage`, `/kpi`, `block_actions`, `event app_mention` … */
  name: string;
  request: unknown;
  status: number;
  response: unknown;
  milliseconds: number;
}

export interface Hub {
  workspace: Workspace;
  manifest: Manifest;
  clock: MovableClock;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Address of the playground itself, without a slash at the end. */
  url: string;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  rate: RateLimit;
  scheduler: Scheduler;
  refusals: RecordedRefusal[];
  requests: LoggedRequest[];
  /** Sends to the bot over whichever way it is connected. */
  deliver(delivery: Delivery): Promise<Ack>;
  /** A fresh Socket Mode address. */
  openSocket(): string;
  refuse(where: string, refusal: SlackRefusal): void;
  log(entry: Omit<LoggedRequest, 'id' | 'at'>): void;
  /** Milliseconds between a failed event and its next tries. */
  retryDelays: number[];
}
