// A small Slack that only takes posts, and schedulers over real plans and a real store, for tests of the digest.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Bot } from '../../../src/bot.ts';
import { readConfig } from '../../../src/config.ts';
import { createRepository, type Repository } from '../../../src/data/repository.ts';
import { checkedBefore, readSeedTexts } from '../../../src/data/seed-texts.ts';
import type { Store, Subscription } from '../../../src/ports/store.ts';
import { type SlackContext, slackContext } from '../../../src/slack/context.ts';
import { digestClient } from '../../../src/slack/digest/outcome.ts';
import { type DigestScheduler, startDigestScheduler } from '../../../src/slack/digest/scheduler.ts';

const owner = 'U0SATO';
const channel = 'C0KIKAKU';

/** One accepted post. */
export interface Post {
  channel: string;
  text: string;
  thread: string | null;
  /** `subscription day part` of the metadata; null for direct messages to owners. */
  mark: string | null;
}

/** How the small Slack answers instead of taking a post; null takes it. */
export type Reply = {
  status?: number;
  error?: string;
  retryAfter?: number;
  cut?: true;
  lostAfter?: true;
} | null;

export interface SmallSlack {
  url: string;
  posts: Post[];
  /** Asked before each post; default takes all. */
  reply: (post: Post) => Reply;
  /** Main posts, without threads and direct messages. */
  main(): Post[];
  /** Direct messages to owners. */
  told(): string[];
  close(): Promise<void>;
}

async function body(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function send(
  response: ServerResponse,
  status: number,
  json: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
}

/** Listens on 127.0.0.1. */
export async function openSmallSlack(): Promise<SmallSlack> {
  const posts: Post[] = [];
  const slack: SmallSlack = {
    url: '',
    posts,
    reply: () => null,
    main: () => posts.filter((post) => post.mark !== null && post.thread === null),
    told: () => posts.filter((post) => post.channel === owner).map((post) => post.text),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = createServer(async (request, response) => {
    const args = await body(request);
    const metadata = JSON.parse(args.get('metadata') ?? 'null') as {
      event_payload: { subscription: string; day: string; part: number };
    } | null;
    const mark = metadata?.event_payload;
    const post: Post = {
      channel: args.get('channel') ?? '',
      text: args.get('text') ?? '',
      thread: args.get('thread_ts'),
      mark: mark ? `${mark.subscription} ${mark.day} ${mark.part}` : null,
    };
    const reply = slack.reply(post);
    if (reply?.cut) return void request.socket.destroy();
    if (reply && !reply.lostAfter)
      return send(
        response,
        reply.status ?? 200,
        { ok: false, error: reply.error ?? 'internal_error' },
        reply.retryAfter === undefined ? {} : { 'retry-after': String(reply.retryAfter) },
      );
    posts.push(post);
    // The answer is lost on its way back.
    if (reply?.lostAfter) return void request.socket.destroy();
    send(response, 200, {
      ok: true,
      channel: post.channel,
      ts: `1795478400.${String(posts.length).padStart(6, '0')}`,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  slack.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return slack;
}

// Not checked here: each of many processes would do it anew, and other tests do.
const seeds = checkedBefore(readSeedTexts(join(import.meta.dirname, '../../../seeds')));

/** Two of the plans: enough for every line of a digest, and quick to judge each day of a year. */
function twoPlans(): Repository {
  const files = seeds.files.filter(({ plan }) => ['kitakyushu-jimu', 'kitakyushu-renkei'].includes(plan.id));
  return createRepository({ ...seeds, files });
}

/** A clock that stands where it is put. */
export interface SetClock {
  now(): Date;
  /** `set('2026-11-24', '09:00')`, Japanese time. */
  set(day: string, time: string): void;
}

export function setClock(day: string, time: string): SetClock {
  let instant = new Date(`${day}T${time}:00+09:00`);
  return {
    now: () => instant,
    set(nextDay, nextTime) {
      instant = new Date(`${nextDay}T${nextTime}:00+09:00`);
    },
  };
}

export interface Copy {
  scheduler: DigestScheduler;
  context: SlackContext;
  client: ReturnType<typeof digestClient>;
  logged: Record<string, unknown>[];
}

/** One running copy of the bot, as far as digests go; it looks at the clock only when `tick` is called. */
export function openCopy(store: Store, slackUrl: string, clock: SetClock, copy: string): Copy {
  const logged: Record<string, unknown>[] = [];
  const repository = twoPlans();
  const bot: Bot = {
    repository,
    clock,
    search: { search: () => ({ hits: [], terms: [], readAs: [], suggestions: [] }), readings: () => [] },
    over: () => bot,
    read: () => {
      throw new Error('these subscriptions have no words to read');
    },
    ask: () => {
      throw new Error('these subscriptions have no words to ask');
    },
  };
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_API_URL: slackUrl,
  });
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const context = slackContext({ bot, store, config, clock, log });
  const client = digestClient('xoxb-test', slackUrl);
  const scheduler = startDigestScheduler({ context, client, copy, every: 3_600_000, pause: 0 });
  return { scheduler, context, client, logged };
}

export function subscription(more: Partial<Subscription> = {}): Subscription {
  return {
    id: 'kikaku',
    channel,
    owner,
    filter: '',
    time: '09:00',
    weekdays: [1, 2, 3, 4, 5],
    state: 'active',
    stopReason: '',
    refusals: 0,
    createdAt: '2026-03-01T00:00:00.000Z',
    ...more,
  };
}
