// A noun that a word list holds is a topic where it says what the thing asked for is about: no figure runs over everything.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openBot } from '../../../src/start/open-bot.ts';

const bot = await openBot({ now: () => new Date('2026-11-24T03:00:00Z') });
const listed = (file: string, id: string): string[] =>
  JSON.parse(readFileSync(`index/lexicon/${file}.json`, 'utf8'))[id];
/** Whether a figure of the question runs over all records. */
const overAll = (text: string) =>
  bot
    .read(text, { asOf: '2026-11-24' })
    .queries.some(
      ({ ask, sets, unread }) =>
        ['sum', 'count', 'extreme', 'values'].includes(ask) &&
        unread.length === 0 &&
        sets.some(({ named, where }) => named === null && where.length === 0),
    );

/** Nouns of two Chinese characters; days and hours tell when, not what. */
const nouns = [...listed('politeness', 'setting'), ...listed('topical', 'topical')].filter(
  (word) =>
    /^\p{Script=Han}{2,3}$/u.test(word) &&
    !/[日週月朝夕昼午前]|先ほど|要否|至急|担当|資料|予定|三役|本会議/.test(word),
);

test('a listed noun before what is asked for is sought', () => {
  const sample = nouns.filter((_, i) => i % 7 === 0);
  expect(sample.length).toBeGreaterThan(30);
  expect(sample.filter((word) => overAll(`${word}の予算の合計は？`))).toEqual([]);
  expect(sample.filter((word) => overAll(`${word}に関する事業は何件？`))).toEqual([]);
});

test.each([
  '参加に関する事業は何件？',
  'つながりの予算の合計は？',
  '空路の予算の合計は？',
  '18の市町に関する事業で予算が一番多いのは？',
  '成績アップに関する事業のR5の予算の合計は？',
  '多文化共生に関する事業で予算が一番多いのは？',
  '136館に関する事業は何件？',
  '安く入れる事業は何件？',
])('%s', (text) => {
  expect(overAll(text)).toBe(false);
});

test('who asks, the paper and the columns narrow nothing', () => {
  for (const text of [
    '部長レクの準備をしています。事業費の合計は？',
    '表の予算の合計は？',
    '上位3事業の予算を教えて',
    '全体の予算の合計は？',
  ])
    expect(overAll(text), text).toBe(true);
});
