// Promise 8: thanks and greetings get one short reply; questions about Hakaru are answered from the plans' own facts.
import { beforeAll, describe, expect, test } from 'vitest';
import { type World, world, worldNames } from '../generated/worlds.ts';

const words = {
  greeting: [
    'こんにちは',
    'こんばんは',
    'おはようございます',
    'お疲れさまです',
    'はじめまして',
    'お世話になっております。',
  ],
  thanks: [
    'ありがとう',
    'ありがとうございます',
    '助かりました',
    '助かりました、ありがとうございます！',
    'サンキュー',
    'どうもありがとうございました',
  ],
  plans: [
    'どの計画が入ってる？',
    '何の計画が入っていますか',
    'データはいつ時点？',
    '収録している計画を教えて',
    'どんな資料を見ているの？',
  ],
  help: ['あなたは誰？', '何ができるの？', '使い方を教えて', 'ヘルプ', 'help'],
};
const around = [
  (text: string) => text,
  (text: string) => `${text}！`,
  (text: string) => `<@U012ABCDEF> ${text} :bow:`,
];
const all = (kind: keyof typeof words) => words[kind].flatMap((text) => around.map((wrap) => wrap(text)));

describe.each(worldNames)('%s', (name) => {
  let opened: World;
  beforeAll(async () => {
    opened = await world(name);
  });
  const asks = (text: string) => opened.bot.read(text).queries.map(({ ask }) => ask);

  test.each(['greeting', 'thanks', 'plans', 'help'] as const)('%s', (kind) => {
    expect(all(kind).filter((text) => asks(text).join() !== kind)).toEqual([]);
  });
  test('thanks and greetings show no record and no figure', async () => {
    for (const text of [...all('greeting'), ...all('thanks')]) {
      const answer = await opened.bot.ask(text);
      expect(answer.lead, text).not.toMatch(/\d/);
      expect('entries' in answer ? answer.entries : [], text).toEqual([]);
    }
  });
  test('which plans there are is told with their periods', async () => {
    for (const text of all('plans')) {
      const { lead } = await opened.bot.ask(text);
      for (const { shortName, period } of opened.data.plans) {
        expect(lead).toContain(`「${shortName}」`);
        expect(lead).toContain(`${period.to - 2018}年度`);
      }
      expect(lead).toContain(`${opened.data.plans.length}計画`);
    }
  });
  test('a greeting before a question is no greeting', () => {
    const named = opened.data.projects[0]?.name ?? '';
    for (const hello of words.greeting)
      expect(asks(`${hello}。${named}の予算は？`), hello).toEqual(['values']);
  });
});
