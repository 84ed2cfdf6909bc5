// Several hundred questions, each answer held against Slack's rules, rich and plain, on every page.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Bot } from '../../src/bot.ts';
import { blockProblems } from '../../src/playground/rules/blocks.ts';
import { entriesOf } from '../../src/present/blocks/page.ts';
import { toBlocks, toNotice } from '../../src/present/blocks.ts';
import { openBot } from '../../src/start/open-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await openBot({ now: () => new Date('2026-11-24T00:00:00Z') }, () => undefined);
});

/** What Slack would refuse about an answer in any of its forms; each with the question. */
function problems(question: string, answer: Answer): string[] {
  const found: string[] = [];
  const total = entriesOf(answer).length;
  const pages = [0, 10, total - 1].filter((from) => from >= 0);
  for (const from of new Set(pages))
    for (const options of [
      { from },
      { from, plain: true },
      { from, sharedBy: 'U0SATO' },
      { from, commandPrefix: 'hakaru-', asOf: '2026-11-24', context: question },
    ])
      for (const problem of blockProblems(toBlocks(answer, options)))
        found.push(`${question.slice(0, 60)} ${JSON.stringify(options)}: ${problem}`);
  const notice = toNotice(answer);
  if (notice.trim() === '' || notice.length > 3000)
    found.push(`${question.slice(0, 60)}: text of ${notice.length}`);
  if (/<!|<@/.test(notice)) found.push(`${question.slice(0, 60)}: text pings`);
  return found;
}

async function ask(questions: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const question of questions) found.push(...problems(question, await bot.ask(question)));
  return found;
}

describe('no answer is refused by Slack', () => {
  test('every project under every command', async () => {
    const names = bot.repository.projects.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(140);
    expect(
      await ask(names.flatMap((name) => [`/jigyo ${name}`, `/yosan ${name}`, `/machi ${name}`])),
    ).toEqual([]);
  });

  test('every KPI, its basis and its history', async () => {
    const names = bot.repository.kpis.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(100);
    expect(
      await ask(names.flatMap((name) => [`/kpi ${name}`, `/kpi 根拠 ${name}`, `/kpi 履歴 ${name}`])),
    ).toEqual([]);
  });

  test('every town and every department', async () => {
    const towns = bot.repository.municipalities.map(({ name }) => name);
    const departments = [...new Set(bot.repository.projects.flatMap(({ department }) => department ?? []))];
    expect(
      await ask([
        ...towns.flatMap((name) => [`/machi ${name}`, `${name}が参加していない事業は？`]),
        ...departments.flatMap((name) => [`/jigyo ${name}`, `/yosan ${name} R5 合計`, `/kpi ${name} 遅れ`]),
      ]),
    ).toEqual([]);
  });

  test('lists of everything, words, gaps and help', async () => {
    expect(
      await ask([
        '',
        '/kpi',
        'ヘルプ',
        '/kpi 遅れ',
        '/kpi 実績未登録',
        '/kpi 達成率50%以下',
        '/jigyo 連携中枢',
        '/jigyo 行政評価',
        '/yosan 行政評価',
        '/yosan 主要事務事業 R6からR7',
        '/machi 全市町',
        '移住',
        '空き家のR9の予算は？',
        '大阪市が参加している事業は？',
        '空飛ぶ車',
        'R5の予算が最も多い事業は？',
        'SDGs16の事業は？',
        '久留米の基本目標2のKPIは？',
      ]),
    ).toEqual([]);
  });

  test('hostile text', async () => {
    const long = 'あ'.repeat(10_000);
    expect(
      await ask([
        long,
        `/kpi ${long}`,
        '😀'.repeat(3000),
        '\ud83d',
        '\u0000\u0001\u001b[31m',
        '<!channel> <@U0SATO> <https://example.com|x>',
        '*太字* _斜体_ ~取消~ `コード` ```塊```',
        '&amp;&lt;&gt; & < >',
        '"\\'.repeat(2000),
        '\n'.repeat(500),
        'a'.repeat(3001),
        '‮右から左',
        '{"ask":"/kpi"}',
      ]),
    ).toEqual([]);
  });
});
