// The page in real Chromium: examples, modals with errors at the field, threads, tables, the clock, hostile markup, a phone.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { manifest } from './support/manifest.ts';
import { startSmallApp } from './support/small-app.ts';

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!existsSync(executablePath))('the page', () => {
  let browser: Browser;
  let page: Page;
  let playground: Playground;
  let bot: Awaited<ReturnType<typeof startSmallApp>>;
  let problems: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startPlayground({ manifest, port: 0 });
    bot = await startSmallApp(playground);
    page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'ja-JP' });
    problems = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(playground.url);
    await page.getByText('ようこそ').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await bot.stop();
    await playground.close();
    // Nothing was blocked by the policy and no script failed.
    expect(problems).toEqual([]);
  });

  const type = async (text: string) => {
    await page.getByLabel('メッセージ', { exact: true }).and(page.locator('textarea')).fill(text);
    await page.keyboard.press('Enter');
  };

  test('a click on an example types it and shows the private answer', async () => {
    await page.getByRole('button', { name: '/kpi 移住' }).click();
    await page.getByText('あなただけに表示されています').waitFor();
    expect(await page.locator('.message.private .content').textContent()).toContain('答え 移住');
  });

  test('`/` offers the commands of the manifest, the keyboard alone chooses and sends', async () => {
    await page.locator('#composer-text').focus();
    await page.keyboard.type('/k');
    expect(await page.locator('#completion').getByRole('option').allTextContents()).toEqual([
      '/kpi 移住KPIを調べます',
    ]);
    await page.keyboard.press('Tab');
    await page.keyboard.type('空き家');
    await page.keyboard.press('Enter');
    await page.locator('.message.private').waitFor();
    expect(await page.locator('.message.private .content').textContent()).toContain('空き家');
  });

  test('a modal shows an error at its field and closes after a right value', async () => {
    await type('/kpi 移住');
    await page.getByRole('button', { name: '実績を入力' }).click();
    const value = page.getByRole('dialog').getByLabel('値');
    await value.fill('多い');
    await page.keyboard.press('Enter');
    await page.getByText('数字を入力してください').waitFor();
    expect(await value.getAttribute('aria-invalid')).toBe('true');
    await value.fill('120');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: /Hakaru/ })
      .first()
      .click();
    await page.getByText('保存しました: 120').waitFor();
  });

  test('a mention opens its thread with the answer, and the thread goes on', async () => {
    await type('@Hakaru 移住は？');
    const thread = page.getByRole('complementary', { name: 'スレッド' });
    await thread.getByText('受け取りました').waitFor();
    await thread.getByLabel('スレッドに返信').fill('@Hakaru R7は？');
    await page.keyboard.press('Enter');
    await thread.getByText('受け取りました: @Hakaru R7は？').waitFor();
  });

  test('App Home is drawn when its tab is opened', async () => {
    await page.locator('#apps button').click();
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByText('ホームです').waitFor();
  });

  test('another person sees no private answer', async () => {
    await type('/kpi 移住');
    await page.locator('.message.private').waitFor();
    await page.getByLabel('操作する人').selectOption({ label: '田中 健（財政課）' });
    await page.getByText('ようこそ').waitFor();
    await expect.poll(() => page.locator('.message.private').count()).toBe(0);
  });

  test('the clock moves to next Tuesday, nine in the morning', async () => {
    await page.locator('#clock summary').click();
    await page.getByRole('button', { name: '次の火曜 9:00' }).click();
    await expect.poll(() => page.locator('#clock-now').textContent()).toMatch(/\(火\) 0?9:00$/);
    expect(playground.clock.now().getUTCDay()).toBe(2);
  });

  test('a data table turns pages', async () => {
    const row = (name: string, value: number) => [
      { type: 'raw_text', text: name },
      { type: 'raw_number', value, text: `${value}人` },
    ];
    const head = [
      { type: 'raw_text', text: 'KPI' },
      { type: 'raw_text', text: '実績' },
    ];
    const rows = [head, row('甲', 9), row('乙', 100), row('丙', 20)];
    playground.hub.workspace.post({
      channel: 'C0KIKAKU',
      user: 'U0HAKARU',
      text: '',
      threadTs: null,
      ephemeralTo: null,
      blocks: [{ type: 'data_table', caption: '表', page_size: 2, rows }],
    });
    const shown = () => page.locator('tbody tr:visible th').allTextContents();
    await expect.poll(shown).toEqual(['甲', '乙']);
    await page.getByRole('button', { name: '次へ' }).click();
    expect(await shown()).toEqual(['丙']);
  });

  test('what Slack would refuse is counted and shown by name', async () => {
    await fetch(`${playground.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${playground.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0OSHIRASE', text: 'x' }),
    });
    await page.getByRole('button', { name: 'Slackの拒否 1件' }).click();
    await page.getByText('not_in_channel').waitFor();
    await page.getByRole('button', { name: '通信を見る' }).click();
    await page.getByText('← ボットから chat.postMessage').waitFor();
  });

  test('hostile markup stays text', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await type(`/kpi ${evil}`);
    await page.locator('.message.private').waitFor();
    expect(await page.locator('.message.private .content').textContent()).toContain(evil);
    expect(await page.title()).toContain('ローカルSlack');
  });

  test('on a phone nothing is wider than the screen and the channels open by a button', async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    await type('/kpi 移住');
    await page.locator('.message.private').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.getByRole('button', { name: 'チャンネル一覧' }).click();
    await page.getByRole('button', { name: '# 移住定住' }).click();
    await page.getByRole('heading', { name: '# 移住定住' }).waitFor();
  });
});
