// Everything the playground's parts share: workspace, rules with memory, tokens, the log of requests and refusals.
import type { MovableClock } from './clock.ts';
import type { Ack, Delivery } from './deliver.ts';
import type { Files } from './files.ts';
import type { Obj } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { RateLimit } from './rules/rate.ts';
import type { SlackRefusal } from './rules/refusal.ts';
import type { Scheduler } from './schedule.ts';
import type { Triggers } from './triggers.ts';
import type { Upload } from './uploads.ts';
import type { ApiAnswer } from './web-api/call.ts';
import type { Workspace } from './workspace.ts';

/** A request in either direction, as the inspector shows it; `name` is `chat.postMessage`, `/kpi`, `event app_mention` … */
export interface Exchange {
  direction: 'to-bot' | 'from-bot';
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
  signingSecret: string;
  /** Address of the playground itself, without a slash at the end. */
  url: string;
  /** Uploaded files by id. */
  uploads: Map<string, Upload>;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  /** What the bot uploads; gone when the playground ends. */
  files: Files;
  rate: RateLimit;
  scheduler: Scheduler;
  /** What Slack would refuse: a Web API method, `response_url` or delivery, Slack's error name, what exactly is wrong. */
  refusals: { at: string; where: string; error: string; details: string[] }[];
  requests: (Exchange & { id: number; at: string })[];
  /** Answers a call of the Web API; `stranger` when the token is not the bot's. */
  call(name: string, token: string, fields: Obj): ApiAnswer & { stranger?: boolean };
  /** Carries a delivery to the bot. */
  send(delivery: Delivery): Promise<Ack>;
  /** Sends and logs. */
  deliver(delivery: Delivery): Promise<Ack>;
  refuse(where: string, refusal: SlackRefusal): void;
  log(exchange: Exchange): void;
  /** Milliseconds between a failed event and its next tries. */
  retryDelays: number[];
}
