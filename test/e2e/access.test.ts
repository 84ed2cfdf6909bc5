// axe finds nothing on any view, light, dark, in forced colours and on a phone; what is pressed is large enough; a new question's thread opens.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

describe.skipIf(!chromiumIsHere())('access', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit('2026-11-24T00:00:00Z');
    await here.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(() => here?.leave());

  /** One line a place that axe complains of. */
  async function violations(): Promise<string[]> {
    await here.page.evaluate(axe);
    const { violations: found } = (await here.page.evaluate('axe.run(document)')) as {
      violations: Violation[];
    };
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  }

  /** Controls that are smaller than 24 pixels. */
  const small = () =>
    here.page.evaluate(`[...document.querySelectorAll('button, select, input:not([type=hidden]), summary, textarea, a[href]')]
      .filter((one) => one.checkVisibility() && !one.classList.contains('skip'))
      .map((one) => ({ box: one.getBoundingClientRect(), name: one.outerHTML.slice(0, 90) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name }) => name)`);

  async function fine(): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await here.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect([colorScheme, await violations()]).toEqual([colorScheme, []]);
    }
    await here.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await small()).toEqual([]);
  }

  test('the welcome, and the commands offered while typing', async () => {
    await fine();
    await here.page.locator('#composer-text').fill('/');
    await here.page.locator('#completion [role=option]').first().waitFor();
    const combobox = here.page.getByRole('combobox', { name: '入力と候補' });
    expect(await combobox.getAttribute('aria-expanded')).toBe('true');
    expect(
      await here.page.getByRole('textbox', { name: 'メッセージ' }).getAttribute('aria-activedescendant'),
    ).toBe('completion-0');
    await fine();
    await here.page.locator('#composer-text').fill('');
  }, 60_000);

  test('a list, a detail with its chart, budgets, the help', async () => {
    await here.ask('/kpi 移住');
    await here.answer('「移住」のKPI').waitFor();
    await here.ask('/kpi バスツアーの参加者数');
    await here.answer('目標 160人').waitFor();
    await here.ask('/yosan 地域振興課');
    await here.answer('270,700').waitFor();
    await here.ask('/kpi ヘルプ');
    await here.answer('収録している計画').waitFor();
    await fine();
  }, 60_000);

  test('with the colours of the system, what a background told has an edge, and charts keep their own', async () => {
    const { page } = here;
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const edge = (what: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${what}')).borderTopStyle`);
    for (const what of ['#channels [aria-current="true"]', '#messages .face', '.message.private', '.send'])
      expect([what, await edge(what)]).toEqual([what, 'solid']);
    expect(
      await page.evaluate(`getComputedStyle(document.querySelector('.bk-chart svg')).forcedColorAdjust`),
    ).toBe('none');
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  }, 60_000);

  test('the second mention opens its own thread', async () => {
    const thread = here.page.locator('#thread-messages');
    await here.ask('@Hakaru 待機児童数の目標は？');
    await thread.getByText('令和6年度').first().waitFor();
    await here.ask('@Hakaru 地域総括補助金のR7の予算は？');
    await thread.getByText('270,700千円').first().waitFor();
    await fine();
    await here.page.getByRole('button', { name: 'スレッドを閉じる' }).click();
  }, 60_000);

  test('the panels and the modal', async () => {
    await here.page.getByRole('button', { name: '通信を見る' }).click();
    await here.page.getByText('→ ボットへ /kpi').first().waitFor();
    await fine();
    await here.page.getByRole('button', { name: 'パネルを閉じる' }).click();
    await here.answer('目標 160人').getByRole('button', { name: '実績を入力' }).click();
    await here.modal('実績を入力');
    await fine();
    await here.page.keyboard.press('Escape');
    await here.page.locator('#modal').waitFor({ state: 'hidden' });
  }, 60_000);

  test('the modals of the daily work', async () => {
    const { page } = here;
    const closed = async () => {
      await page.keyboard.press('Escape');
      await page.locator('#modal').waitFor({ state: 'hidden' });
    };
    for (const [typed, title] of [
      ['/kpi 担当 移住', '担当を決める'],
      ['/kpi 担当 引き継ぎ', '担当を引き継ぐ'],
      ['/kpi 通知 設定', 'お知らせの設定'],
    ] as const) {
      await here.ask(typed);
      await here.modal(title);
      await fine();
      await closed();
    }
    await here.answer('目標 160人').getByRole('button', { name: '違う' }).click();
    await here.modal('何が違いましたか');
    await fine();
    await closed();
  }, 60_000);

  test('a digest with its thread, what silences it, a file in the direct message', async () => {
    const { page } = here;
    await here.ask('/kpi 通知');
    await here
      .answer('このチャンネルへのお知らせを設定しました')
      .getByRole('button', { name: '今すぐ送る' })
      .click();
    const digest = here.answer('11/24(火) 計画KPI');
    await digest.getByText('件の返信').click();
    await page.locator('#thread-messages').getByText('出典 文書002 No. 23').waitFor();
    await fine();
    await digest.getByRole('button', { name: 'KPIを1週間止める' }).click();
    await here.modal('お知らせを止める');
    await fine();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click();
    await page.locator('#apps button').click();
    await page.getByRole('tab', { name: 'メッセージ' }).click();
    await here.ask('移住のKPIをExcelでください');
    await page.getByText('.xlsx').first().waitFor();
    await fine();
  }, 90_000);

  test('App Home: headings in order, reached by the skip link, its 「ほかn件」 opens', async () => {
    const { page } = here;
    await page.locator('#apps button').click();
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByRole('heading', { name: /遅れているKPI（7件）/ }).waitFor();
    await fine();
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('scroll');
    await page
      .getByRole('button', { name: /^ほか\d+件を見る$/ })
      .last()
      .click();
    const modal = await here.modal('Hakaru の答え');
    await modal.getByText('実績の登録期限（Hakaruの設定）').first().waitFor();
    await fine();
    await page.keyboard.press('Escape');
  }, 60_000);

  test('on a phone tables are cards, charts fit and nothing is wider than the screen', async () => {
    const { page } = here;
    await page.locator('#modal').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '# 企画課' }).click();
    await here.answer('270,700').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = `[...document.querySelectorAll('.bk-data-table, .bk-chart')].filter((one) => one.scrollWidth > one.clientWidth + 1).length`;
    expect(await page.evaluate(wide)).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    // The bar at the top as well: its last button ends within the screen.
    const last = await page.locator('#show-requests').boundingBox();
    expect((last?.x ?? 999) + (last?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(await page.locator('#messages td[data-label="R7年度"]').first().isVisible()).toBe(true);
    await fine();
  }, 60_000);

  test('nothing was complained of', () => {
    expect(here.trouble()).toEqual([]);
  });
});
