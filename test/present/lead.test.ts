// The head of an answer in Slack: one block a question, bold where a person looks, nothing said twice.
import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { leadBlocks } from '../../src/present/blocks/lead.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

/** The head as lines with `**` around what is bold, a list for each block. */
async function head(question: string): Promise<string[]> {
  return leadBlocks(await bot.ask(question)).map((block) => {
    const [section] = block.elements as { elements: { text: string; style?: object }[] }[];
    return (section?.elements ?? []).map(({ text, style }) => (style ? `**${text}**` : text)).join('');
  });
}

test('a short sentence is bold as a whole', async () => {
  expect(await head('多文化共生の推進のR4の予算は？')).toEqual([
    '**「多文化共生の推進」の令和4年度の予算（事業費）は42,803千円です。**',
  ]);
});

test('names that stand in the table below are not told above it', async () => {
  expect(await head('/kpi 遅れ')).toEqual(['**「遅れている（注意・遅れ）」のKPIは7件です。**']);
});

test('what a project does stands below its name, not above it as well', async () => {
  expect(await head('/jigyo 北九州市U・Iターン応援プロジェクト')).toEqual([
    '**事業「北九州市U・Iターン応援プロジェクト」（連携中枢ビジョン）です。**',
  ]);
});

test('two questions are two blocks, each with its own names', async () => {
  const [first, second, ...more] = await head(
    '定住・移住促進事業のR5の予算と担当課は？それと、国際政策課の事業は何件？',
  );
  expect(first).toBe(
    '**「定住・移住促進事業」の令和5年度の予算（事業費）は44,090千円、担当課は企画課です。**',
  );
  expect(second).toMatch(/^\*\*.*国際政策課.*の事業は\d+件です\*\*（「/);
  expect(more).toEqual([]);
});

test('a long list of towns is not bold, its head is', async () => {
  const [line] = await head('/machi 北九州市U・Iターン応援プロジェクト');
  expect(line).toMatch(
    /^\*\*「北九州市U・Iターン応援プロジェクト」の参加市町は17市町（6市11町）\*\*：北九州市、直方市、/,
  );
});

test('the towns stand below a yes or no', async () => {
  const [line = ''] = await head('苅田町はU・Iターンに入ってる？');
  expect(line.split('\n')).toEqual([
    expect.stringMatching(/^\*\*いいえ、[^。]*苅田町は入っていません。\*\*$/),
    expect.stringMatching(/^参加市町は17市町（6市11町）です：北九州市、/),
  ]);
});

test('statements are a list, each with its place', async () => {
  const [line = ''] = await head('空き家対策はどのように進めるのですか？');
  const lines = line.split('\n');
  expect(lines[0]).toBe('**資料の記述（要約）**');
  expect(lines.length).toBeGreaterThan(1);
  for (const each of lines.slice(1)) expect(each).toMatch(/^・.+（文書\d{3} .+）。$/);
});

test('how a verdict was worked out stands below, not above', async () => {
  expect(await head('/kpi 根拠 バスツアーの参加者数')).toEqual([
    '**「バスツアーの参加者数」の判定は「期限超過・実績未登録」です。**',
  ]);
});
