// Where a text is cut into questions, and what a sentence that asks nothing lends to the next.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { clauseTexts, inventedTowns } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await inventedTowns();
});

describe('one question stays one', () => {
  test.each([
    '管路更新事業の予算はいくらですか',
    '市民生活部か健康福祉部の事業は何件?',
    '放課後児童クラブ運営事業と一時保育利用支援事業、予算はどちらが多い?',
    '健康福祉部の事業のうち、予算が一番多いのはどれで、いくらですか',
  ])('%s', (text) => {
    expect(clauseTexts(bot, text)).toEqual([text]);
  });
});

describe('several questions are cut', () => {
  test.each([
    [
      '管路更新事業の担当課は?浄化槽設置補助事業の予算は?',
      ['管路更新事業の担当課は?', '浄化槽設置補助事業の予算は?'],
    ],
    [
      '管路更新事業の担当課は?\n浄化槽設置補助事業の予算は?',
      ['管路更新事業の担当課は?', '浄化槽設置補助事業の予算は?'],
    ],
    [
      '管路更新事業の担当課を教えて。また、予算も教えて。',
      ['管路更新事業の担当課を教えて。', 'また、予算も教えて。'],
    ],
    [
      '管路更新事業の担当課はどこで、予算はいくらですか',
      ['管路更新事業の担当課はどこで', '予算はいくらですか'],
    ],
    [
      '管路更新事業の担当課はどこですか、また予算はいくらですか',
      ['管路更新事業の担当課はどこですか、', 'また予算はいくらですか'],
    ],
  ])('%s', (text, clauses) => {
    expect(clauseTexts(bot, text)).toEqual(clauses);
  });
});

describe('what sets the scene', () => {
  test('a sentence that names something lends it', () => {
    expect(clauseTexts(bot, '管路更新事業について調べています。r6の予算はいくらですか。')).toEqual([
      '管路更新事業r6の予算はいくらですか。',
    ]);
  });
  test('a sentence that names nothing goes', () => {
    expect(
      clauseTexts(bot, '来週の会議の準備をしているところです。管路更新事業の予算はいくらですか。'),
    ).toEqual(['管路更新事業の予算はいくらですか。']);
  });
  test('thanks after the question go', () => {
    expect(clauseTexts(bot, '管路更新事業の予算はいくらですか。よろしくお願いします。')).toEqual([
      '管路更新事業の予算はいくらですか。',
    ]);
  });
  test('of what stands before …が、 only the name is kept', () => {
    const [clause] = clauseTexts(bot, '管路更新事業の実績が伸び悩んでいますが、担当課はどこですか。');
    expect(clause).toContain('管路更新事業');
    expect(clause).toContain('担当課はどこですか');
    expect(clause).not.toContain('実績');
  });
  test('a name of its own takes nothing from the sentence before', () => {
    expect(
      clauseTexts(bot, '管路更新事業について調べています。浄化槽設置補助事業の予算はいくらですか。'),
    ).toEqual(['浄化槽設置補助事業の予算はいくらですか。']);
  });
});

describe('a sentence that modifies belongs to the one before', () => {
  test.each([
    '水里の事業評価の事業は何件?健康福祉部は除いてください。',
    '健康福祉部以外の事業は何件?二重計上は除いて。',
  ])('%s', (text) => {
    expect(clauseTexts(bot, text)).toEqual([text]);
  });
});

test('of a text of many sentences twelve are read, and that there were more is said', () => {
  const asked = (count: number) => bot.read('市民生活部の事業は何件？'.repeat(count)).queries;
  expect(asked(12)[0]?.assumed.join()).not.toContain('12文まで');
  expect(asked(13)[0]?.assumed.join()).toContain('12文まで');
});
