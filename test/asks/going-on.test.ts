// A sentence that goes on from a winner, and two things asked side by side.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('whom the answer before named is meant', () => {
  test.each<[string, string, string]>([
    ['人件費が最も高い事業は？', 'その事業の所管課はどこ', '担当課は都市マネジメント政策課です'],
    ['R5の予算が一番多い事業は？', '予算はいくら？', '令和5年度の予算(事業費)は3,144,000千円です'],
    ['担当事業が一番多い課はどこ', 'その課の事業のR5予算の合計は', '264,813千円です(8事業)'],
    ['達成率が一番低いKPIは？', '目標は？', '「バスツアーの参加者数」の目標値は120人'],
    ['達成率が一番低いKPIは？', 'なぜ低いの？', '新型コロナウイルス感染症の影響'],
    ['防犯カメラと防犯灯、R7の予算はどちらが多い', 'その事業の担当課は', '「防犯カメラ運用事業」の担当課は'],
    ['R5予算が一番多い事業は', 'R6は？', '令和6年度の予算(事業費)が最も大きい事業は'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });

  test('in one message as well', async () => {
    expect(await said('R5の予算が一番多い事業は？その担当課は？')).toMatch(
      /3,144,000千円.*\n.*担当課は総務課です/,
    );
  });
});

describe('things with what is asked of each', () => {
  test.each<[string, string[]]>([
    ['防犯カメラのR6予算と、防犯灯のR7予算を教えて', ['39,464千円', '21,800千円']],
    ['久留米の女性活躍セミナーの参加者の目標と、創業融資の目標件数', ['230人', '90件']],
    ['定住・移住促進事業の予算と相談者数の目標は', ['44,090千円', '200人']],
    ['R6の防犯カメラの予算と防犯灯の予算を教えて', ['39,464千円', '26,057千円']],
  ])('%s', async (ask, figures) => {
    const lead = await said(ask);
    for (const figure of figures) expect(lead).toContain(figure);
    expect(lead.split('\n')).toHaveLength(2);
  });

  test('what is not found is said beside what is', async () => {
    const lead = await said('防犯灯の予算と宇宙エレベーターの予算');
    expect(lead).toContain('21,800千円');
    expect(lead).toMatch(/「エレベーター」は読み取れませんでした/);
  });
});
