// A visitor of the real product: everything `npm start` starts, on a free port with a fixed day, and Chromium in front of it.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { createMovableClock } from '../../src/playground/clock.ts';
import type { Playground } from '../../src/playground/server.ts';
import { openLocal } from '../../src/start/playground.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** False with one line on why, where there is no browser. */
export function chromiumIsHere(): boolean {
  const here = existsSync(executablePath);
  if (!here)
    console.warn(
      `Chromium is missing (${executablePath}; CHROMIUM names another): browser tests are skipped.`,
    );
  return here;
}

/** The browser alone. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

export interface Visitor {
  page: Page;
  playground: Playground;
  /** Types into the message field and sends. */
  ask(text: string): Promise<void>;
  /** Types into the thread's field and sends. */
  reply(text: string): Promise<void>;
  /** Drops a file on the page as a browser does. */
  drop(name: string, content: string | Uint8Array): Promise<void>;
  /** The bot's newest message in the open thread. */
  threadAnswer(): Locator;
  /** The newest message of the bot in the channel that contains `text`. */
  answer(text: string): Locator;
  /** The modal, once its title is `title`. */
  modal(title: string): Promise<Locator>;
  actAs(person: string): Promise<void>;
  /** What the page's console complained of, and what Slack would have refused. */
  trouble(): string[];
  leave(): Promise<void>;
}

/** Saturday, 21 November 2026, 9:00 in Japan. */
const saturday = '2026-11-21T00:00:00Z';

/** Starts the product at `start` and opens its page. */
export async function visit(start = saturday, size = { width: 1280, height: 900 }): Promise<Visitor> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'warn' });
  const { playground, stop } = await openLocal(config, { clock: createMovableClock(new Date(start)) });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: size, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  // Between two questions a person needs more than the second that Slack wants between two answers.
  const pause = () => playground.clock.advance(1500);
  // The first page on a busy machine; everything after it is quick.
  await page.goto(playground.url, { timeout: 30_000 });
  await page.getByText('ようこそ').waitFor();
  return {
    page,
    playground,
    async ask(text) {
      pause();
      await page.locator('#composer-text').fill(text);
      await page.keyboard.press('Enter');
    },
    async reply(text) {
      pause();
      await page.locator('#thread-text').fill(text);
      await page.keyboard.press('Enter');
    },
    async drop(name, content) {
      pause();
      const base64 = Buffer.from(content).toString('base64');
      // As text: the tests know no browser types.
      await page.evaluate(`(() => {
        const bytes = Uint8Array.from(atob('${base64}'), (sign) => sign.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], ${JSON.stringify(name)}));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      })()`);
    },
    threadAnswer: () =>
      page.locator('#thread .message:has(.face-bot), #thread-messages .message:has(.face-bot)').last(),
    answer: (text) => page.locator('#messages .message:has(.face-bot)').filter({ hasText: text }).last(),
    async modal(title) {
      await page.locator('#modal-title').getByText(title, { exact: true }).waitFor();
      return page.locator('#modal');
    },
    async actAs(person) {
      await page.getByLabel('操作する人').selectOption({ label: person });
    },
    trouble: () => [
      ...complaints,
      // Typed faster than the bot looks: Slack keeps the older look off, and the newest follows.
      ...playground.hub.refusals
        .filter(({ error }) => error !== 'hash_conflict')
        .map(({ where, error, details }) => `${where}: ${error} ${details.join(' ')}`),
    ],
    async leave() {
      await browser.close();
      await stop();
    },
  };
}
