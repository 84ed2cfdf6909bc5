// Two figures that one cell prints, each behind its word: held against each other, and claims about them.
import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

test.each([
  ['滞在人口（H30）で、平日と休日の差は何人ですか', '平日のほうが1人/日多いです'],
  [
    '平成30年の滞在人口について、平日と休日とではいずれが何人多いか、お答えください。',
    '平日のほうが1人/日多いです',
  ],
  ['滞在人口、平日と休日どっちが多い？', '平日のほうが1人/日多いです'],
  ['滞在人口は休日のほうが平日より多いですか？', 'いいえ、'],
  ['滞在人口は休日が平日より少ない？', 'はい、'],
  ['滞在人口、平日と休日は同じ？', 'いいえ、'],
])('%s', async (ask, expected) => {
  const lead = (await bot.ask(ask, {})).lead.normalize('NFKC');
  expect(lead).toContain(expected);
  expect(lead).toContain('平日 237,673人/日、休日 237,672人/日(平成30年度)');
});
