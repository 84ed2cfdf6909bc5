// Words that are written in kanji halfway: what they are read as, and how little is looked at for it.
import { beforeAll, expect, test } from 'vitest';
import { readingKey } from '../../../src/language/kana.ts';
import { loadTokenizer, type Tokenizer } from '../../../src/language/tokenizer/tokenizer.ts';
import { halfWritten } from '../../../src/question/kana-reader/half-written.ts';
import type { SoundTable } from '../../../src/question/kana-reader/sounds.ts';

const written = {
  じんけんひ: '人件費',
  せかいいさん: '世界遺産',
  ちいきしんこう: '地域振興',
  しゅようじむじぎょう: '主要事務事業',
};
let tokenizer: Tokenizer;
let table: SoundTable;
beforeAll(async () => {
  tokenizer = await loadTokenizer();
  const words: SoundTable['words'] = new Map();
  const reach: SoundTable['reach'] = new Map();
  for (const [kana, text] of Object.entries(written)) {
    const key = readingKey(kana);
    words.set(key, { text, cost: 1 });
    reach.set(key.slice(0, 2), key.length);
  }
  table = { words, reach };
});

/** The text as it is read, and how often the tables were asked. */
function read(text: string): { text: string; cuts: number; lookUps: number } {
  let [cuts, lookUps] = [0, 0];
  const counted = new Map(table.words);
  counted.get = (key) => {
    lookUps += 1;
    return table.words.get(key);
  };
  const counting = Object.assign(Object.create(tokenizer), {
    tokenize(part: string) {
      cuts += 1;
      return tokenizer.tokenize(part);
    },
  });
  const words = { table: () => ({ words: counted, reach: table.reach }), tokenizer: counting };
  return { text: halfWritten(text, words, []), cuts, lookUps };
}

test.each([
  ['人件ひの合計', '人件費の合計'],
  ['世界いさんについて', '世界遺産について'],
  ['ちいき振興は', '地域振興は'],
  ['主要じむ事業の一覧', '主要事務事業の一覧'],
  ['移住について教えて', '移住について教えて'],
])('%s is read as %s', (typed, as) => {
  expect(read(typed).text).toBe(as);
});

test('nothing is looked up that sounds on further than any word that begins so', () => {
  expect(read('移住について教えて').lookUps).toBe(0);
  expect(read('している観光施設などについての').lookUps).toBe(0);
  expect(read('世界いさんについて').lookUps).toBe(1);
  expect(read('世界のぬけぬけ').lookUps).toBe(0);
});

test('kanji are cut once for all the kana behind them', () => {
  expect(read('観光交流施設整備けいかくのおは').cuts).toBeLessThan(10);
});
