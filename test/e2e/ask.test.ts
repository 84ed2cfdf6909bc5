// A newcomer asks: the welcome's examples, command completion, pages, buttons, sharing, another person, hostile words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

describe.skipIf(!chromiumIsHere())('asking in the page', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit();
  });
  afterAll(() => here?.leave());

  test('the welcome says what to do, where to type, and gives three examples that are answered', async () => {
    const { page } = here;
    await page.getByText('まず、下の例を1つ押してください').waitFor();
    expect(await page.getByPlaceholder('ここに入力（例：/kpi ヘルプ）').count()).toBe(1);
    await page.getByRole('button', { name: '/kpi 移住', exact: true }).click();
    await here.answer('「移住」のKPIは10件です。').getByText('あなただけに表示されています').waitFor();
    await page.getByRole('button', { name: '/jigyo 上毛町が参加' }).click();
    await here
      .answer('「上毛町が参加」の事業は12件です。')
      .getByText('首都圏などからの移住促進')
      .first()
      .waitFor();
    await page.getByRole('button', { name: '/kpi 遅れ' }).first().click();
    await here.answer('遅れている').getByText('バスツアーの参加者数').first().waitFor();
  });

  test('`/k`, Tab and a word ask for KPIs without the mouse', async () => {
    const { page } = here;
    await page.locator('#composer-text').focus();
    await page.keyboard.type('/k');
    await page.getByRole('option', { name: /^\/kpi/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('移住');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('「移住」のKPIは10件です。').count()).toBe(2);
  });

  test('the next page shows the rest of the twelve', async () => {
    await here.answer('1〜10件目／全12件').getByRole('button', { name: '次の2件' }).click();
    const rest = here.answer('11〜12件目／全12件');
    await rest.getByText('地方創生に資するサステナブルシティの推進').first().waitFor();
  });

  test('buttons lead from a KPI to its basis and its project, and on to the towns', async () => {
    await here.ask('/kpi バスツアーの参加者数');
    const kpi = here.answer('目標 160人');
    await kpi.getByRole('button', { name: '根拠' }).click();
    await here.answer('100/80/60').getByText('文書002').first().waitFor();
    await kpi.getByRole('button', { name: '事業を見る' }).click();
    await here.answer('予算').getByText('所管 総務課').first().waitFor();
    await here.ask('/jigyo 北九州市U・Iターン応援プロジェクト');
    await here.answer('34,507千円').getByRole('button', { name: '参加市町' }).click();
    await here.answer('17市町').getByText('直方市').first().waitFor();
  });

  test('a row of a table opens in full', async () => {
    await here.ask('/kpi 移住');
    const list = here.answer('「移住」のKPIは10件です。');
    await list.locator('select').selectOption({ label: 'U・Iターン就職決定者数' });
    await here.answer('目標 400人').getByRole('button', { name: '根拠' }).waitFor();
  });

  test('the bare command shows what can be asked, and its form opens from there', async () => {
    const { page } = here;
    await here.ask('/kpi');
    const help = here.answer('実績の登録と朝のお知らせ');
    await help.getByRole('button', { name: '実績を入力' }).click();
    const modal = await here.modal('実績を入力');
    await modal.getByRole('combobox', { name: 'KPI' }).fill('バスツアー');
    await modal.getByRole('option', { name: /バスツアーの参加者数/ }).waitFor();
    await page.keyboard.press('Enter');
    await modal.getByLabel(/^実績/).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  });

  test('「役に立った」 is thanked for in private', async () => {
    await here.ask('/kpi バスツアーの参加者数');
    await here.answer('目標 160人').getByRole('button', { name: '役に立った' }).click();
    await here.answer('ありがとうございます').getByText('あなただけに表示されています').waitFor();
  });

  test('what is shared says who shared it, and is all that another person sees', async () => {
    const { page } = here;
    await here.ask('/kpi 空き家の流通・活用支援件数');
    await here
      .answer('「空き家の流通・活用支援件数（累計）」')
      .getByRole('button', { name: 'チャンネルに共有' })
      .click();
    await here.answer('さんが共有しました').getByText('佐藤 美咲').waitFor();
    await here.actAs('田中 健（財政課）');
    await expect.poll(() => page.locator('.message.private').count()).toBe(0);
    await here.answer('さんが共有しました').waitFor();
    expect(await page.locator('#messages .message:has(.face-bot)').count()).toBe(1);
    await here.actAs('佐藤 美咲（企画課）');
    await expect.poll(() => page.locator('.message.private').count()).toBeGreaterThan(5);
  });

  test('hostile words stay words, in the answer and in what is said', async () => {
    const { page } = here;
    const script = '<script>document.title=1</script>';
    await here.ask(`/kpi ${script}`);
    await here.answer(script).waitFor();
    await here.ask(`@Hakaru <!channel> <img src=x onerror="document.title=2"> *移住*のKPIは？`);
    const thread = page.getByRole('complementary', { name: 'スレッド' });
    await thread.getByText('<img src=x onerror="document.title=2">').first().waitFor();
    await thread.locator('.face-bot').first().waitFor();
    expect(await page.locator('#body img, #body script').count()).toBe(0);
    expect(await page.title()).toContain('ローカルSlack');
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click();
  });

  test('Slack would have refused nothing of all this, and the panel says so', async () => {
    const { page } = here;
    await page.getByRole('button', { name: 'Slackの拒否 0件' }).click();
    await page.getByText('Slackが拒否する送信はありません。').waitFor();
    expect(here.trouble()).toEqual([]);
  });
});
