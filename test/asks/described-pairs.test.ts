// Two things, each described by what it does: …するやつと…するやつ.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { botWith, inventedTexts, open } from '../support/other-plans.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
let other: Bot;
beforeAll(async () => {
  [bot, other] = await Promise.all([seededBot(), botWith(open(inventedTexts()))]);
});

const said = async (ask: string, of = bot) => (await of.ask(ask)).lead.normalize('NFKC');

describe('added up', () => {
  test.each<[string, string]>([
    ['暴力団追い出すやつと闇バイト止めるやつ R7あわせていくら', '11,000千円です(2事業)'],
    ['夜道を照らすやつとカメラで見張るやつ R7足すといくら', '79,540千円です(2事業)'],
    ['コンビニで住民票とれるやつと市民センターを直すやつ R6の合計', '2,188,417千円です(2事業)'],
    ['アジアの研究所に出すやつと中国で商売手伝うやつ R5足していくら', '175,544千円です(2事業)'],
    ['バスツアー走らせるやつと世界遺産を守るやつ R5あわせたらいくら', '27,525千円です(2事業)'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('held side by side', () => {
  test.each<[string, string]>([
    ['海外にSNSで発信するやつとアセアンと交流するやつ R5どっちが高い', '差は739千円'],
    [
      '姉妹都市などと行き来する国際交流の事業と、アセアンの都市と仲良くする事業とでは、令和5年度の予算はどちらがいくら多いですか。',
      '差は4,840千円',
    ],
    ['夜の街灯つけるやつとカメラ置くやつ R6どっちが多いん', '差は13,407千円'],
    ['ふるさと納税のPRするやつとテレビに売り込むやつ R5どっちが安い', '差は1,820,510千円'],
    ['自治会を助けるやつと闇バイトを止めるやつ、R7どっちが多い', '差は4,480千円'],
    ['首都圏の人に副業してもらうやつとサポーター増やすやつ R5いくら違う', '差は5,355千円'],
    ['空き家を減らすやつと学童のやつ 目標どっちが大きい', '144件(令和6年度)'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('so many as are said, all of them called by one word', () => {
  test.each<[string, string]>([
    ['世界遺産の事業2つ R5足したらいくらになる？', '27,525千円です(2事業)'],
    ['防犯のやつ2つ R7足していくら', '79,540千円です(2事業)'],
    ['世界遺産の2つの事業、R5の予算はどっちが多い', '差は24,965千円'],
    ['SNSのKPI2つ R3の実績は', '7,386,517件'],
    ['寄附の指標2つのR3の達成率', '161.4%'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('another number than the names hold adds up nothing that a search found', async () => {
    expect(await said('移住の事業2つ R5の予算の合計')).toContain('数値は計算していません');
  });
});

describe('in other towns', () => {
  test.each<[string, string]>([
    ['下水の古い管を替えるやつと浄化槽つけるのを助けるやつ R5の予算あわせていくら', '197,100千円です(2事業)'],
    ['水と食料を置くやつと避難を知らせるやつ 令和5年度いくら違う', '差は71,700千円'],
    ['補助の事業2つ R5の予算の合計は', '27,600千円です(2事業)'],
    ['星の案内人を育てるやつとバスを走らせるやつ R7足していくら', '98,370千円です(2事業)'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask, other)).toContain(expected);
  });
});
