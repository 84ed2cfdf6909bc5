// Long texts of any kind are read and answered within a budget of steps that grows with the length, not with its square.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { asked } from '../asks/asked.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

/** What nearly every step of reading does: a look-up, or a piece cut off. */
const counted = [
  [Map.prototype, 'get'],
  [Map.prototype, 'has'],
  [Set.prototype, 'has'],
  [String.prototype, 'slice'],
] as const;
const originals = counted.map(([of, name]) => Reflect.get(of, name) as (...args: unknown[]) => unknown);
const restore = () => {
  counted.forEach(([of, name], i) => {
    Reflect.set(of, name, originals[i]);
  });
};
afterEach(restore);

/** Steps of one question; its tables are made beforehand. The test runner's own work now and then falls into one count, not into two. */
async function stepsOf(text: string): Promise<number> {
  await bot.ask(text);
  return Math.min(await countedOnce(text), await countedOnce(text));
}

async function countedOnce(text: string): Promise<number> {
  let steps = 0;
  counted.forEach(([of, name], i) => {
    Reflect.set(of, name, function (this: unknown, ...args: unknown[]) {
      steps += 1;
      return Reflect.apply(originals[i] as () => unknown, this, args);
    });
  });
  try {
    await bot.ask(text);
  } finally {
    restore();
  }
  return steps;
}

/** Signs or words drawn one after the other, the same each time for the same seed. */
function drawn(from: string | readonly string[], length: number, seed = 0): string {
  let state = 20261129 + seed * 7919;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)];
  })
    .join('')
    .slice(0, length);
}
const kana = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん';
const kata = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー';
const signs = '!"#$%&\'()=~|-^\\@[]{}:;*+,<.>/?_、。・「」『』（）【】※〜…―／％＃';
const figures = '0123456789,.';
const kanji = '移住定住子育保育介護高齢観光宿泊歴史文化財音楽美術健康検診医療救急防災浸水避難消防犯交通';

const anything = `${kana + kata + kanji + signs + figures}abcdefghijklmnopqrstuvwxyz `;

const texts: [string, (length: number) => string][] = [
  ['はなくはなく…', (length) => 'はなく'.repeat(length / 3)],
  ['じゃないじゃない…', (length) => 'じゃない'.repeat(length / 4)],
  ['ijuuijuu…', (length) => 'ijuu'.repeat(length / 4)],
  ['移住移住…', (length) => '移住'.repeat(length / 2)],
  ['R5R5…', (length) => 'R5'.repeat(length / 2)],
  ['one kana', (length) => 'あ'.repeat(length)],
  ['digits', (length) => '1'.repeat(length)],
  ['any kana', (length) => drawn(kana, length)],
  ['any kanji', (length) => drawn(kanji, length)],
  ['any figures', (length) => drawn(figures, length)],
  ['any signs', (length) => drawn(signs, length)],
  ['anything', (length) => drawn(anything, length)],
  ['何何…', (length) => '何'.repeat(length)],
  ['予算予算…', (length) => '予算'.repeat(length / 2)],
  ['①①…', (length) => '①'.repeat(length)],
  ['places one after the other', (length) => '直方市と'.repeat(length / 4)],
];

test.each(texts)('%s: 400 signs take few steps, and little more than twice those of 200', async (_, text) => {
  const [half, whole] = [await stepsOf(text(200)), await stepsOf(text(400))];
  expect(whole).toBeLessThan(50_000);
  expect(whole).toBeLessThan(Math.max(10_000, half * 3));
});

/** Every word the lexicon holds, the names of the plans' records, and what stands between words. */
function everyWord(): string[] {
  const lexicon = join(import.meta.dirname, '../../index/lexicon');
  const words = [
    ...'はがのをにと、。？',
    'R5',
    '100万円以上',
    ...bot.repository.projects.map(({ name }) => name),
  ];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') words.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const file of readdirSync(lexicon)) walk(JSON.parse(readFileSync(join(lexicon, file), 'utf8')));
  return words;
}

test('400 signs of any words of ours one after the other, many of them or three again and again, take few steps', async () => {
  const words = everyWord();
  for (let seed = 1; seed <= 24; seed += 1) {
    const some = [1, 2, 3].map((nth) => words[(seed * nth * 7919) % words.length] ?? '');
    const text = drawn(seed % 3 === 0 ? some : words, 400, seed);
    expect(text).toHaveLength(400);
    expect(await stepsOf(text), text).toBeLessThan(45_000);
  }
});

test('as many questions as fit into 400 signs take few steps', async () => {
  const questions = Object.values(asked).flatMap((rows) =>
    rows.map(([question]) => `${question.replace(/[？?]?$/, '')}？`),
  );
  for (let seed = 1; seed <= 12; seed += 1) {
    const text = drawn(questions, 400, seed);
    expect(await stepsOf(text), text).toBeLessThan(45_000);
  }
});

/** The names of all records, or signs of the alphabets, to draw from. */
function signsDrawn(): [string, string][] {
  const names = [...bot.repository.projects, ...bot.repository.kpis].map(({ name }) => name).join('');
  return [
    ['any signs, in some 150 pieces', anything],
    ['signs of names', names],
    ['kanji of names', names.replace(/[^\p{Script=Han}]/gu, '')],
    ['kanji and kana', kanji + kana],
  ];
}

test('400 signs drawn from the alphabets or from names take no more steps than a long message', async () => {
  for (const [name, signs] of signsDrawn())
    for (let seed = 1; seed <= 12; seed += 1) {
      const text = drawn(signs, 400, seed);
      expect(await stepsOf(text), `${name}: ${text}`).toBeLessThan(50_000);
    }
});
