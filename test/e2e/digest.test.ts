// A digest is set up on Saturday, read on Tuesday by moving the clock, and one KPI of it silenced.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

describe.skipIf(!chromiumIsHere())('the digest in the page', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit();
  });
  afterAll(() => here?.leave());

  test('`/kpi 通知` sets it up for this channel and says when the first one comes', async () => {
    await here.ask('/kpi 通知');
    await here.answer('このチャンネルへのお知らせを設定しました').getByText('次は11/24(火)です').waitFor();
  });

  test('its settings count what the words would watch, while they are typed', async () => {
    const { page } = here;
    await here
      .answer('このチャンネルへのお知らせを設定しました')
      .getByRole('button', { name: '編集' })
      .click();
    const modal = await here.modal('お知らせの設定');
    await modal.getByText('すべてのKPI 105件').waitFor();
    await modal.getByLabel(/しぼり込む言葉/).fill('地域振興課');
    await page.keyboard.press('Enter');
    await modal.getByText(/「地域振興課」のKPI 5件/).waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  });

  test('next Tuesday at nine it stands in the channel for everybody, the rest in its thread', async () => {
    const { page } = here;
    await page.locator('#clock summary').click();
    await page.getByRole('button', { name: '次の火曜 9:00' }).click();
    const digest = here.answer('11/24(火) 計画KPI');
    await digest.getByText('バスツアーの参加者数').first().waitFor();
    expect(await digest.getAttribute('class')).not.toContain('private');
    await digest.getByRole('button', { name: '1件の返信' }).click();
    await page.getByRole('complementary', { name: 'スレッド' }).locator('.message').nth(1).waitFor();
    await page.getByRole('button', { name: 'スレッドを閉じる' }).click();
    await here.actAs('鈴木 葵（移住定住係）');
    await here.answer('11/24(火) 計画KPI').waitFor();
    await here.actAs('佐藤 美咲（企画課）');
  });

  test('one KPI is silenced for a week with a reason, and the list says until when', async () => {
    await here.answer('11/24(火) 計画KPI').getByRole('button', { name: '1週間止める' }).click();
    const modal = await here.modal('お知らせを止める');
    await modal.getByLabel('KPI').selectOption({ label: 'バスツアーの参加者数' });
    await modal.getByLabel(/理由/).fill('集計中');
    await modal.getByRole('button', { name: '止める' }).click();
    await here.answer('「バスツアーの参加者数」').getByText('11/30まで').waitFor();
    await here.ask('/kpi 通知 一覧');
    await here.answer('このチャンネルへのお知らせ 1件').getByText('11/30まで・集計中').waitFor();
  });

  test('on Wednesday nothing has changed and nothing is posted', async () => {
    const { page } = here;
    await page.locator('#clock summary').click();
    await page.getByLabel('この日時に移動').fill('2026-11-25T09:00');
    await page.getByRole('button', { name: '移動する' }).click();
    await expect.poll(() => page.locator('#clock-now').textContent()).toContain('11/25(水)');
    await here.ask('/kpi 通知 一覧');
    await here.answer('次は11/2').waitFor();
    expect(await page.locator('#messages .message:not(.private):has(.face-bot)').count()).toBe(1);
  });

  test('a button of the list pauses it', async () => {
    await here.answer('このチャンネルへのお知らせ 1件').getByRole('button', { name: '一時停止' }).click();
    await here.answer('一時停止しました').waitFor();
    await here.ask('/kpi 通知 一覧');
    await here.answer('一時停止中').getByRole('button', { name: '再開' }).waitFor();
    expect(here.trouble()).toEqual([]);
  });
});
