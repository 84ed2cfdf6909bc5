// Which years a question asks for: bound to one attribute, open at one end, taken from the thread.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { inventedTowns } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await inventedTowns();
});
const wanted = (text: string, context?: string): [string, number[]][] =>
  bot
    .read(text, context === undefined ? {} : { context })
    .queries.flatMap((query) =>
      query.wanted.map(({ attribute, years }): [string, number[]] => [attribute, years]),
    );

test.each<[string, [string, number[]][]]>([
  ['管路更新事業のR6の予算は？', [['budget', [2024]]]],
  ['管路更新事業の令和五年度と令和六年度の予算は？', [['budget', [2023, 2024]]]],
  ['管路更新事業のR5〜R6の予算は？', [['budget', [2023, 2024]]]],
  [
    '管路更新事業のR5の予算とR6の決算は？',
    [
      ['budget', [2023]],
      ['settled', [2024]],
    ],
  ],
  ['管路更新事業の予算は？', [['budget', []]]],
])('%s', (text, expected) => {
  expect(wanted(text)).toEqual(expected);
});

describe('open at one end', () => {
  const years = (text: string) => wanted(text).flatMap(([, own]) => own);
  test('以降 holds the year itself, より後 does not', () => {
    expect(years('健康ポイントの参加者数のR6以降の目標は？')).toContain(2024);
    expect(years('健康ポイントの参加者数のR5より後の目標は？')).not.toContain(2023);
    expect(years('健康ポイントの参加者数のR5より後の目標は？')).toContain(2024);
  });
});

describe('in a thread', () => {
  const before = '管路更新事業のR5の予算は？';
  test('その年 is the year spoken of', () => {
    expect(wanted('その年の決算は？', before)).toEqual([['settled', [2023]]]);
  });
  test('翌年 is counted from it', () => {
    expect(wanted('翌年は？', before).flatMap(([, own]) => own)).toContain(2024);
  });
  test('the second question of a message goes on from the first', () => {
    const { queries } = bot.read('管路更新事業の担当課は？R6の予算は？');
    expect(queries.map(({ sets }) => sets[0]?.named)).toEqual([['mina-gesui'], ['mina-gesui']]);
  });
});
