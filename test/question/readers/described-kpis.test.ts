// Money, measures and denials inside a description belong to what is described.
import { expect, test } from 'vitest';
import { openBot } from '../../../src/start/open-bot.ts';

const bot = await openBot({ now: () => new Date('2026-11-24T03:00:00Z') });
const read = (text: string) => bot.read(text, { asOf: '2026-11-24' }).queries;
const named = (text: string) => read(text).flatMap(({ sets }) => sets.flatMap((set) => set.named ?? []));

test.each([
  ['関門で使われたお金は？', ['hyoka-kpi-kanmon-kanko-shohi']],
  ['寄付の額の目標は？', ['hyoka-kpi-kifu-kingaku']],
  ['ふるさと納税はいくらあつまった？', ['hyoka-kpi-kifu-kingaku']],
  ['工場の出荷の金額は？', ['kurume-kpi-seizohin-shukka']],
  ['寄付を集めるためのお金は？', ['hyoka-furusato-kifu']],
  ['世界遺産にかけるお金は？', ['hyoka-sekai-isan-hozen']],
  ['空いた店の率は？', ['kurume-kpi-aki-tenpo']],
  ['宣伝のページが見られた回数の目標は？', ['kurume-kpi-city-promotion']],
  ['保育園に入れない子は何人？', ['kurume-kpi-taiki-jido']],
])('%s', (text, ids) => {
  expect(named(text)).toEqual(ids);
});

test('a record of those who do is none of those who do not', () => {
  expect(read('運動しない人の割合は？').flatMap(({ unread }) => unread)).toEqual(['運動しない人']);
});

test('ない inside a description leaves nothing out', () => {
  expect(JSON.stringify(read('跡継ぎのいない会社を助ける事業は？'))).not.toContain('"not"');
});
