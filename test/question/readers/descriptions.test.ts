// Everyday words that share little with the documents mean a record only where one stands out.
import { expect, test } from 'vitest';
import { openBot } from '../../../src/start/open-bot.ts';

const bot = await openBot({ now: () => new Date('2026-11-24T03:00:00Z') });
const readOf = (text: string) => {
  const { queries } = bot.read(text, { asOf: '2026-11-24' });
  return queries.flatMap(({ sets }) => sets.flatMap(({ named }) => named ?? []));
};
const policyOf = (text: string) =>
  bot
    .read(text, { asOf: '2026-11-24' })
    .queries.flatMap(({ sets }) =>
      sets.flatMap(({ where }) => where.flatMap((one) => (one.is === 'policy' ? one.ids : []))),
    );

test('descriptions side by side are looked up each by itself', () => {
  expect(readOf('街角のカメラと夜の灯りの令和7年度の予算の合計は？')).toEqual([
    'jimu-bohan-camera',
    'jimu-bohan-to',
  ]);
});

test('a weak word match names no record', () => {
  for (const text of ['カラスの駆除の令和7年度の予算は？', '火葬場の建て替えの令和6年度の予算は？'])
    expect(readOf(text), text).toEqual([]);
});

test('a part of a plan told in everyday words is that policy', () => {
  expect(policyOf('北九州圏域の一覧で、電車やバスのまとまりには取組がいくつある？')).toEqual([
    'renkei-measure-3-2-a',
  ]);
});
