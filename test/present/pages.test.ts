// Pages both ways, the help in one screen, App Home's 「ほかn件」, and words that need no clerk.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { type Block, toBlocks } from '../../src/present/blocks.ts';
import { openBot } from '../../src/start/open-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await openBot({ now: () => new Date('2026-11-24T00:00:00Z') }, () => undefined);
});

const ask = (text: string): Promise<Answer> => bot.ask(text, { asOf: '2026-11-24' });
const labels = (blocks: Block[]) =>
  [...JSON.stringify(blocks).matchAll(/"text":\{"type":"plain_text","text":"([^"]+)"/g)].map(
    ([, text]) => text,
  );

describe('pages', () => {
  test('the middle page leads back and on, and says where it is', async () => {
    const blocks = toBlocks(await ask('/kpi 実績未登録'), { from: 10 });
    expect(labels(blocks)).toEqual(expect.arrayContaining(['前の10件', '次の10件']));
    expect(JSON.stringify(blocks)).toContain('2／9ページ　11〜20件目／全89件');
  });

  test('the first page leads on only, the last one back only', async () => {
    const answer = await ask('/kpi 実績未登録');
    expect(labels(toBlocks(answer)).some((label) => label?.startsWith('前の'))).toBe(false);
    const last = labels(toBlocks(answer, { from: 80 }));
    expect(last.some((label) => label?.startsWith('次の'))).toBe(false);
    expect(last).toContain('前の10件');
  });
});

test('the help fits one screen: plans with their years, the day, mention, thread and direct message', async () => {
  const blocks = toBlocks(await ask('ヘルプ'));
  expect(blocks.length).toBeLessThanOrEqual(5);
  const words = JSON.stringify(blocks);
  for (const said of [
    'R5行政評価（令和3～5年度）',
    '2026/11/24時点',
    '@Hakaru',
    'スレッド',
    'ダイレクトメッセージ',
  ])
    expect(words).toContain(said);
});

test('a no is said before the towns that take part', async () => {
  const { lead } = await ask('苅田町はU・Iターンに入ってる？');
  expect(lead).toMatch(/^いいえ、[^：]{0,60}に苅田町は入っていません。参加市町は17市町/);
});

test('no clerk is needed to read a remark', async () => {
  for (const { name } of bot.repository.kpis) {
    const words = JSON.stringify([
      toBlocks(await ask(`/kpi 根拠 ${name}`)),
      toBlocks(await ask(`/kpi ${name}`)),
    ]);
    expect(words).not.toMatch(/複数掲載|[行欄]ずれ|欄が(?:[右左]に)?ずれ|印刷と|％|−|△ ?\d/);
  }
});
