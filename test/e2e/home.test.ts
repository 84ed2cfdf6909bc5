// App Home, the direct message, a thread that goes on, and the shortcuts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

describe.skipIf(!chromiumIsHere())('around the channel', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit();
  });
  afterAll(() => here?.leave());

  const thread = () => here.page.getByRole('complementary', { name: 'スレッド' });

  test('a mention is answered in its thread, and 「R3は？」 goes on from there', async () => {
    const { page } = here;
    await here.ask('@Hakaru バスツアーの参加者数は？');
    await thread().getByText('バスツアーの参加者数').nth(1).waitFor();
    await thread().getByPlaceholder('@Hakaru を付けて続けて質問').waitFor();
    await here.reply('@Hakaru R3は？');
    await thread().getByText('の続きとして読みました').waitFor();
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click();
  });

  test('what a message speaks of is looked up from its menu', async () => {
    const { page } = here;
    const words = '空き家の活用について、来週相談させてください。';
    await here.ask(words);
    const said = page.locator('#messages .message').filter({ hasText: words });
    await said.hover();
    await said.getByRole('button', { name: 'このメッセージの事業を調べる' }).click();
    const modal = await here.modal('Hakaru の答え');
    await modal.getByText(/このメッセージに関係しそうな/).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  });

  test('the global shortcut searches by words and a town typed in hiragana', async () => {
    const { page } = here;
    await page.getByLabel('ショートカット').click();
    await page.getByRole('button', { name: /計画・KPIを検索/ }).click();
    const modal = await here.modal('計画・KPIを検索');
    await modal.getByLabel(/言葉/).fill('移住');
    await modal.getByLabel(/市町/).fill('のおがた');
    await modal.getByRole('option', { name: '直方市（のおがたし）' }).waitFor();
    await page.keyboard.press('Enter');
    await modal.getByRole('button', { name: '検索' }).click();
    await (await here.modal('Hakaru の答え'))
      .getByText(/首都圏などからの移住促進/)
      .first()
      .waitFor();
    await page.locator('#modal-x').click();
  });

  test('a workflow step gives the lagging KPIs of a department', async () => {
    const { page } = here;
    await page.getByLabel('ショートカット').click();
    await page.getByRole('button', { name: /^遅れているKPI/ }).click();
    await page.getByLabel('しぼり込む言葉（任意）').fill('国際政策課');
    await page.getByRole('button', { name: '実行する' }).click();
    const done = page
      .locator('#messages .message')
      .filter({ hasText: 'ワークフローのステップが完了しました' });
    await done.getByText('アセアン諸国などアジアの新興国との交流事業参加者延べ人数').waitFor();
    expect(await done.textContent()).not.toContain('バスツアーの参加者数');
  });

  test('a direct message is answered in its thread and goes on without a mention', async () => {
    const { page } = here;
    await page.locator('#apps button').click();
    await page.getByRole('button', { name: '移住のKPIを見る' }).click();
    await thread().getByText('「移住」のKPIは10件です。').waitFor();
    await thread().getByPlaceholder('続けて質問する').waitFor();
    await here.reply('R3は？');
    await thread().getByText('の続きとして読みました').waitFor();
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click();
  });

  test('App Home shows its top, what lags and what is to be recorded, and answers its search box', async () => {
    const { page } = here;
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByRole('heading', { name: /遅れているKPI（\d+件）/ }).waitFor();
    await page.getByRole('heading', { name: /実績の登録を待っているKPI（\d+件）/ }).waitFor();
    expect(await page.evaluate(`document.getElementById('scroll').scrollTop`)).toBe(0);
    await page.getByLabel(/言葉や質問を入力してEnter/).fill('空き家');
    await page.keyboard.press('Enter');
    const modal = await here.modal('Hakaru の答え');
    await modal
      .getByText(/空き家/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  });

  test('App Home of one department lists its own results, and its buttons open the modal', async () => {
    const { page } = here;
    await page.locator('#home select').first().selectOption({ label: '地域振興課' });
    await expect.poll(() => page.locator('#home').textContent()).not.toContain('基準 50.0%（R5）');
    await page.locator('#home').getByRole('button', { name: '実績を入力' }).nth(1).click();
    await here.modal('実績を入力');
    await page.keyboard.press('Escape');
    expect(here.trouble()).toEqual([]);
  });
});
