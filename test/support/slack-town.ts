// The real Slack app, with the real bot and a real store, against the playground: what people do, and what they see.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Bot } from '../../src/bot.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createMovableClock } from '../../src/playground/clock.ts';
import type { Obj } from '../../src/playground/json.ts';
import { click } from '../../src/playground/people/click.ts';
import { command, say } from '../../src/playground/people/say.ts';
import { elementsOf } from '../../src/playground/rules/blocks.ts';
import { botUser, type Message } from '../../src/playground/workspace.ts';
import type { Store } from '../../src/ports/store.ts';
import { type SlackContext, type SlackParts, slackContext } from '../../src/slack/context.ts';
import { createApp, type RunningApp } from '../../src/slack/create-app.ts';
import { openBot } from '../../src/start/open-bot.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { type SocketSlack, startSocketSlack } from './socket-slack.ts';

export const people = { sato: 'U0SATO', tanaka: 'U0TANAKA', suzuki: 'U0SUZUKI' } as const;
export const channels = {
  kikaku: 'C0KIKAKU',
  /** The bot is no member here. */
  oshirase: 'C0OSHIRASE',
  direct: 'D0SATO',
} as const;

export interface TownOptions {
  mode?: 'http' | 'socket';
  /** Settings as environment variables: `COMMAND_PREFIX`, `RECORDERS` … */
  environment?: Record<string, string>;
  store?: (file: string) => Store;
  messageInterval?: number;
  retryDelays?: number[];
  /** Changes the context before the app is made, e.g. to a bot that fails. */
  change?: (parts: SlackParts) => SlackParts;
}

export interface Town {
  playground: SocketSlack;
  context: SlackContext;
  app: RunningApp;
  bot: Bot;
  /** Address of the bot's receiver. */
  url: string;
  /** Lines of the log, parsed. */
  logged: Obj[];
  /** Types `/kpi 移住` as Sato unless `where` says otherwise, and gives what the bot then showed. */
  command(typed: string, where?: { user?: string; channel?: string }): Promise<Message>;
  /** Says something and gives the bot's answer. */
  say(text: string, where?: { user?: string; channel?: string; threadTs?: string }): Promise<Message>;
  /** Clicks the button with that label (or picks that option). Gives what the bot then showed. */
  click(message: Message, label: string, user?: string): Promise<Message>;
  /** The messages of the bot so far, oldest first. */
  answers(): Message[];
  /** Slack's refusals so far, as error names. */
  refusals(): string[];
  close(): Promise<void>;
}

/** All words of a message, for `toContain`. */
export function wordsOf(message: Message): string {
  const words: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key === 'text') words.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item, '');
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, name);
  };
  walk(message.blocks, '');
  return words.join('\n');
}

/** Labels of the buttons, in order. */
export function labelsOf(message: Message): string[] {
  return elementsOf(message.blocks).flatMap(({ element }) => {
    const label = (element.text as { text?: unknown } | undefined)?.text;
    return typeof label === 'string' && element.type === 'button' ? [label] : [];
  });
}

function find(message: Message, label: string): { blockId: string; actionId: string; value?: unknown } {
  for (const { block, element } of elementsOf(message.blocks)) {
    const at = { blockId: String(block.block_id), actionId: String(element.action_id) };
    if ((element.text as { text?: unknown } | undefined)?.text === label) return at;
    for (const name of ['positive_button', 'negative_button']) {
      const button = element[name] as { text?: { text?: unknown }; value?: unknown } | undefined;
      if (button?.text?.text === label) return { ...at, value: button.value };
    }
    for (const option of (element.options as { text: { text: string }; value: string }[] | undefined) ?? [])
      if (option.text.text === label) return { ...at, value: option.value };
  }
  throw new Error(`no button 「${label}」 in ${JSON.stringify(message.blocks)}`);
}

/** Waits until `look` finds something; a bot that stays silent fails the test. */
export async function until<T>(look: () => T | undefined, what: string, limit = 5000): Promise<T> {
  for (let waited = 0; waited < limit; waited += 10) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`nothing came: ${what}`);
}

/** Opens a town at 2026-11-24 (Tue) 09:00 in Japan. */
export async function openTown(options: TownOptions = {}): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-town-'));
  const clock = createMovableClock(new Date('2026-11-24T00:00:00Z'));
  const playground = await startSocketSlack({
    manifest: readFileSync(join(packageRoot(), 'manifest.yml'), 'utf8'),
    commandPrefix: options.environment?.COMMAND_PREFIX ?? '',
    clock,
    port: 0,
    messageInterval: options.messageInterval ?? 0,
    retryDelays: options.retryDelays ?? [],
  });
  const config: Config = readConfig({
    SLACK_BOT_TOKEN: playground.botToken,
    SLACK_API_URL: playground.apiUrl,
    PORT: '0',
    ...(options.mode === 'socket'
      ? { SLACK_APP_TOKEN: playground.appToken }
      : { SLACK_SIGNING_SECRET: playground.signingSecret }),
    ...options.environment,
  });
  const logged: Obj[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void logged.push(JSON.parse(line) as Obj) },
  );
  const bot = await openBot(clock, () => undefined);
  const file = join(folder, 'hakaru.sqlite');
  const store = options.store?.(file) ?? openStore({ sqliteFile: file });
  const parts: SlackParts = { bot, store, config, clock, log };
  const context = slackContext(options.change?.(parts) ?? parts);
  await context.results.take().catch(() => undefined);
  const app = createApp(context, { host: '127.0.0.1' });
  const { port } = await app.start().catch(async (error: unknown) => {
    await playground.close();
    throw error;
  });
  const url = `http://127.0.0.1:${port}/slack/events`;
  if (port !== null) playground.connect(url);
  const { hub } = playground;

  const answers = () => hub.workspace.state.messages.filter((message) => message.user === botUser);
  /** What the bot shows for the first time, or anew in the place of an older message. */
  async function shown(before: Map<string, unknown>, what: string): Promise<Message> {
    return await until(
      () => answers().find((message) => !before.has(message.ts) || before.get(message.ts) !== message.blocks),
      `${what} (refused: ${hub.refusals.map((refusal) => `${refusal.error} ${refusal.details.join(' ')}`).join(', ')})`,
    );
  }
  const seen = () => new Map(answers().map((message) => [message.ts, message.blocks]));

  return {
    playground,
    context,
    app,
    bot,
    url,
    logged,
    async command(typed, where = {}) {
      const [name = '', ...words] = typed.split(' ');
      const before = seen();
      await command(hub, {
        user: where.user ?? people.sato,
        channel: where.channel ?? channels.kikaku,
        command: name,
        text: words.join(' '),
      });
      return await shown(before, typed);
    },
    async say(text, where = {}) {
      const before = seen();
      await say(hub, {
        user: where.user ?? people.sato,
        channel: where.channel ?? channels.kikaku,
        text,
        threadTs: where.threadTs ?? null,
      });
      return await shown(before, text);
    },
    async click(message, label, user = people.sato) {
      const before = seen();
      await click(hub, {
        user,
        place: { channel: message.channel, ts: message.ts },
        ...find(message, label),
      });
      return await shown(before, label);
    },
    answers,
    refusals: () => hub.refusals.map((refusal) => refusal.error),
    async close() {
      await app.stop();
      await store.close();
      await playground.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
