// A person drops a file on the local Slack, confirms what is asked, asks about it, and takes it back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraph, pdfOf } from '../support/pdf.ts';
import { chromiumIsHere, type Visitor, visit } from './visitor.ts';

describe.skipIf(!chromiumIsHere())('bringing a plan in the page', () => {
  let here: Visitor;
  beforeAll(async () => {
    here = await visit();
    await here.page
      .getByRole('button', { name: /Hakaru/ })
      .first()
      .click();
  });
  afterAll(() => here?.leave());

  const csv = '事業名,担当課,当初予算額\n星空案内板の設置,観光課,"1,234"\n蛍の里づくり,環境課,567\n';
  const thread = () => here.threadAnswer();

  test('a dropped file becomes a card with what was found and what is asked', async () => {
    await here.drop('r8-jigyo.csv', csv);
    const card = thread();
    await card.getByText('r8-jigyo.csv：事業2件').waitFor();
    await card.getByRole('button', { name: '取り込む' }).waitFor();
    expect(await card.textContent()).toContain('星空案内板の設置');
  });

  test('what is not confirmed yet keeps it from being taken', async () => {
    await thread().getByRole('button', { name: '取り込む' }).click();
    await thread()
      .getByText(/まだ\d+件の確認が必要です/)
      .waitFor();
  });

  test('confirmed, it is taken and offers questions to try', async () => {
    const card = thread();
    for (const select of await card.locator('select').all()) {
      const labels = await select.locator('option').allTextContents();
      const wanted =
        labels.find((label) => label === '千円') ??
        labels.find((label) => label.trim() !== '' && !label.includes('選'));
      if (wanted) await select.selectOption({ label: wanted });
    }
    for (const [label, value] of [
      [/年度/, 'R8'],
      [/題名/, '星見町の主要事業'],
      [/自治体・団体/, '星見町'],
      [/公表された日/, '2026-04-01'],
    ] as const) {
      const field = card.locator('input[type=text], textarea').and(card.getByLabel(label));
      if ((await field.count()) > 0) await field.first().fill(value);
    }
    await card.getByRole('button', { name: '取り込む' }).click();
    await thread().getByText('「星見町の主要事業」を第1版として取り込みました').waitFor();
    await thread().getByRole('button', { name: '取り消す' }).waitFor();
  });

  test('colleagues ask about it', async () => {
    await expect
      .poll(
        async () => {
          await here.ask('/yosan 星空案内板の設置');
          await here.page.waitForTimeout(700);
          return (await here.page.locator('#messages').textContent()) ?? '';
        },
        { timeout: 40_000, interval: 1500 },
      )
      .toContain('1,234千円');
  }, 60_000);

  test('taken back, it is gone', async () => {
    await thread().getByRole('button', { name: '取り消す' }).click();
    await thread().getByText('取り込みを取り消しました').waitFor();
  });

  test('a dropped PDF is quoted with its page once it is taken; its table is not', async () => {
    const pdf = pdfOf([
      [
        { text: '星見町空き家等対策計画', x: 60, y: 780, size: 20 },
        ...paragraph(['空き家の相談は、まちづくり課の窓口で毎週火曜日に受け付けます。'], 700),
        { text: '相談件数', x: 60, y: 600 },
        { text: '123件', x: 200, y: 600 },
      ],
    ]);
    await here.drop('akiya.pdf', pdf);
    const card = thread();
    await card.getByText('表の数字は推測せず、取り込みません').first().waitFor();
    for (const [label, value] of [
      [/自治体・団体/, '星見町'],
      [/公表された日/, '2026-04-01'],
    ] as const)
      await card.getByLabel(label).fill(value);
    await card.getByRole('button', { name: '取り込む' }).click();
    await thread().getByText('「星見町空き家等対策計画」を第1版として').waitFor();
    await expect
      .poll(
        async () => {
          await here.ask('@Hakaru 空き家の相談はどこの窓口で受け付けますか');
          await here.page.waitForTimeout(700);
          return (await here.page.locator('#messages, #thread-messages').allTextContents()).join('');
        },
        { timeout: 40_000, interval: 1500 },
      )
      .toContain('星見町空き家等対策計画 1ページ');
  }, 60_000);

  test('a broken file is refused with its place and cure', async () => {
    await here.drop('broken.csv', '事業名,当初予算額\n"道,1\n橋,2\n');
    await here.page
      .getByText(/broken\.csv は取り込めません/)
      .first()
      .waitFor();
  });

  test('nothing was refused by Slack’s rules', () => {
    expect(here.trouble()).toEqual([]);
  });
});
