// A word inside a compound is no word of its own.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { loadTokenizer } from '../../../src/language/tokenizer/tokenizer.ts';
import { outsideCompounds } from '../../../src/question/compounds.ts';
import type { Meaning, Mention } from '../../../src/question/mentions/mention.ts';
import { inventedTowns, piecesOf } from './read.ts';

let bot: Bot;
let tokenize: Awaited<ReturnType<typeof loadTokenizer>>['tokenize'];
beforeAll(async () => {
  bot = await inventedTowns();
  const tokenizer = await loadTokenizer();
  tokenize = (text) => tokenizer.tokenize(text);
});

const intent = (id: string): Meaning => ({ is: 'intent', id });
const at = (text: string, word: string, meaning: Meaning): Mention => {
  const start = text.indexOf(word);
  return { start, end: start + word.length, text: word, meaning, cost: 1 };
};
/** What the price of the word becomes in the text. */
const priceIn = (text: string, word: string, meaning: Meaning, ...others: Mention[]) =>
  outsideCompounds([at(text, word, meaning), ...others], tokenize(text))[0]?.cost ?? 0;

describe('dearer inside a longer noun', () => {
  test.each([
    ['交流参加者', '参加', 'join'],
    ['参加費用', '参加', 'join'],
    ['増加対策', '増加', 'rise'],
    ['人口減少対策', '減少', 'fall'],
  ])('%s: %s', (text, word, id) => {
    expect(priceIn(text, word, intent(id))).toBeGreaterThan(1);
  });
  test('kinds as well', () => {
    expect(priceIn('事業承継', '事業', { is: 'kind', kind: 'project', level: null })).toBeGreaterThan(1);
  });
});

describe('the same price', () => {
  test.each([
    ['参加しているのは', '参加', 'join'],
    ['予算が増加した', '増加', 'rise'],
    ['減少は', '減少', 'fall'],
  ])('%s: %s alone', (text, word, id) => {
    expect(priceIn(text, word, intent(id))).toBe(1);
  });
  test('beside another mention', () => {
    const text = '予算増加';
    expect(
      priceIn(text, '増加', intent('rise'), at(text, '予算', { is: 'attribute', ids: ['budget'] })),
    ).toBe(1);
  });
  test('intents that are no parts of compounds', () => {
    expect(priceIn('最高記録', '最高', intent('max'))).toBe(1);
  });
  test('words in kana', () => {
    expect(priceIn('あと予算', 'あと', intent('remaining'))).toBe(1);
  });
});

describe('over the plans of invented towns', () => {
  test.each(['交流参加者', '事業承継', '人口減少対策'])('%s asks for nothing', (text) => {
    expect(piecesOf(bot, text).filter((piece) => piece.includes('='))).toEqual([]);
  });
});
