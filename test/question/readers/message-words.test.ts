// Whoever writes or is told of, by every word of the list: the question behind them stays what it is.
import { beforeAll, expect, test } from 'vitest';
import words from '../../../index/lexicon/messages.json' with { type: 'json' };
import type { Bot } from '../../../src/bot.ts';
import { inventedTowns } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await inventedTowns();
});

const question = '管路更新事業の予算はいくらですか';
/** Takes what the sentences before it name. */
const ofAll = '予算が一番多い事業はどれですか';

/** What is asked, and of what. */
function askedIn(text: string): unknown[] {
  return bot
    .read(text)
    .queries.map(({ ask, sets, wanted }) => [
      ask,
      sets.map(({ kind, named, where }) => [kind, named, where]),
      wanted,
    ]);
}

/** Words around which a question is read as another one. */
function changed(asked: string, list: readonly string[], around: (word: string) => string): string[] {
  const meant = JSON.stringify(askedIn(asked));
  return list.map(around).filter((text) => JSON.stringify(askedIn(text)) !== meant);
}

test('who sent it on', () => {
  const people = [...words.person, ...words.office.map((office) => `管理${office}`), ...words.bureau];
  expect(changed(question, people, (one) => `${one}から問い合わせがありました。${question}`)).toEqual([]);
  expect(changed(question, people, (one) => `${one}から聞かれまして、${question}`)).toEqual([]);
});

test('who writes', () => {
  const offices = [...words.bureau, ...words.field];
  expect(changed(ofAll, offices, (one) => `隣町の${one}です、${ofAll}`)).toEqual([]);
  expect(changed(ofAll, words.office, (one) => `管理${one}です、${ofAll}`)).toEqual([]);
  expect(changed(ofAll, words.writer, (one) => `隣町の${one}です、${ofAll}`)).toEqual([]);
  expect(changed(ofAll, offices, (one) => `${ofAll}（${one}　山田）`)).toEqual([]);
  // 事務局 is a column as well.
  const named = words.office.filter((one) => one !== '事務局');
  expect(changed(ofAll, named, (one) => `${ofAll}（総務${one}　山田）`)).toEqual([]);
});

test('in which words it came', () => {
  const asked = `「${question}」`;
  expect(
    changed(question, words['put-verb'], (one) => `町民から${asked}と${one}れました。お答えください。`),
  ).toEqual([]);
  expect(
    changed(question, words.message, (one) => `町民から${asked}との${one}がありました。お答えください。`),
  ).toEqual([]);
  const office = '隣町の健康福祉部から';
  expect(changed(ofAll, words.message, (one) => `${office}${one}がありました。${ofAll}`)).toEqual([]);
  expect(changed(ofAll, words['put-verb'], (one) => `${office}${one}れました。${ofAll}`)).toEqual([]);
});

test('what is done with the answer', () => {
  expect(changed(question, words.deed, (one) => `町民に${one}たいです。${question}`)).toEqual([]);
});

test('how a set is worked on before the question', () => {
  const ofSet = '産業振興室の事業で予算が一番多いのはどれですか';
  const over = (text: string) => JSON.stringify(bot.read(text).queries[0]?.sets[0]?.where);
  const lost = words.work.filter(
    (one) => over(`産業振興室が所管する事業を${one}ております。${ofAll}`) !== over(ofSet),
  );
  expect(lost).toEqual([]);
  expect(over(ofAll)).not.toEqual(over(ofSet));
});
