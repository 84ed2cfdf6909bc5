// Everybody can use the page: names for screen readers, the keyboard alone, the width of a phone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

/** Roles a person acts on. */
const acted =
  /^(button|textbox|combobox|listbox|checkbox|radio|link|tab|searchbox|spinbutton|DisclosureTriangle|Date)/;

describe.skipIf(!chromiumIsHere())('within reach', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit();
  });
  afterAll(() => here?.leave());

  /** What Chromium itself would tell a screen reader: the roles of things to act on that have no name. */
  async function nameless(): Promise<string[]> {
    const devtools = await here.page.context().newCDPSession(here.page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    const found = nodes.filter(({ ignored, role }) => !ignored && acted.test(String(role?.value)));
    expect(found.length).toBeGreaterThan(4);
    return found
      .filter(({ name }) => !String(name?.value ?? '').trim())
      .map(({ role }) => String(role?.value));
  }

  const wide = () => here.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

  test('in a channel with answers, a thread and the panel every control has a name', async () => {
    await here.ask('/kpi バスツアーの参加者数');
    await here.answer('目標 160人').waitFor();
    await here.ask('@Hakaru 移住のKPIは？');
    await here.page.locator('#thread-messages .face-bot').waitFor();
    expect(await nameless()).toEqual([]);
    await here.page.getByRole('button', { name: '通信を見る' }).click();
    await here.page.getByText('→ ボットへ /kpi').waitFor();
    expect(await nameless()).toEqual([]);
    await here.page.getByRole('button', { name: 'パネルを閉じる' }).click();
    await here.page.getByRole('button', { name: 'スレッドを閉じる' }).click();
  });

  test('in the modals and in App Home every control has a name', async () => {
    const { page } = here;
    await here.answer('目標 160人').getByRole('button', { name: '実績を入力' }).click();
    await here.modal('実績を入力');
    expect(await nameless()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#modal').waitFor({ state: 'hidden' });
    await page.locator('#apps button').click();
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByRole('button', { name: '条件を選んで検索' }).click();
    await here.modal('計画・KPIを検索');
    expect(await nameless()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#modal').waitFor({ state: 'hidden' });
    expect(await nameless()).toEqual([]);
    await page.getByRole('button', { name: '# 企画課' }).click();
  });

  test('the keyboard alone asks, opens the modal from the answer, leaves it, and stands where it stood', async () => {
    const { page } = here;
    const focused = () => page.evaluate('document.activeElement.textContent || document.activeElement.id');
    await expect.poll(focused).toBe('composer-text');
    await page.keyboard.type('/kpi 地域づくり活動への参加割合の増加');
    await page.keyboard.press('Enter');
    await here.answer('目標 50.0%').waitFor();
    for (let presses = 0; presses < 40 && (await focused()) !== '実績を入力'; presses++)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const modal = await here.modal('実績を入力');
    for (let presses = 0; presses < 20; presses++) {
      expect(
        await page.evaluate(
          `document.activeElement === document.body || !!document.activeElement.closest('#modal')`,
        ),
      ).toBe(true);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    expect(await focused()).toBe('実績を入力');
  });

  test('the clock closes with Escape and gives the focus back', async () => {
    const { page } = here;
    await page.locator('#clock summary').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('この日時に移動').focus();
    await page.keyboard.press('Escape');
    await page.getByLabel('この日時に移動').waitFor({ state: 'hidden' });
    expect(await page.evaluate(`document.activeElement === document.querySelector('#clock summary')`)).toBe(
      true,
    );
  });

  test('on a phone answers, modals, the thread and Home fit, and the direct message is two taps away', async () => {
    const { page } = here;
    await page.setViewportSize({ width: 390, height: 844 });
    await here.ask('/kpi 移住');
    await here.answer('「移住」のKPIは10件です。').waitFor();
    expect(await wide()).toBe(0);
    await here.ask('/kpi 実績 移住');
    const modal = await here.modal('実績を入力');
    await modal.getByLabel('KPI').selectOption({ index: 1 });
    await modal.getByLabel(/^実績/).waitFor();
    const box = await modal.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(390);
    expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(844);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'チャンネル一覧' }).click();
    await page.locator('#apps button').click();
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByRole('heading', { name: /遅れているKPI/ }).waitFor();
    expect(await wide()).toBe(0);
    expect(here.trouble()).toEqual([]);
  });
});
