// Questions of kinds that nothing else asks: each holds a rule of reading that no other test reaches.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

async function said(ask: string, context?: string): Promise<string> {
  return (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');
}

describe('by itself', () => {
  test.each<[string, string]>([
    ['順調なKPI', '「判定が『順調』」のKPIは6件です'],
    ['判定が遅れのKPI', '「判定が『遅れ』」のKPIは3件です'],
    ['東京事務所における新規移住相談者数は何人増えた？', '149人(R1年度)から実績179人(令和3年度)へ、30人の増'],
    ['寄附件数は何件増えた', '46件(H24年度)から実績96,953件(令和3年度)へ'],
    ['基準値から目標値で2倍以上に増えるKPIは', '「基準値(現状値)から目標値へ2倍以上」のKPIは6件'],
    ['KPIで基準値から10以上増やす目標のもの', '「基準値(現状値)から目標値へ10以上の増」のKPIは33件'],
    ['防犯カメラ運用事業が安全・安心推進課の予算に占める割合', '90,540千円(4事業)の63.8%'],
    [
      'U・Iターン応援プロジェクトは全市町が参加してる？',
      'いいえ、「北九州市U・Iターン応援プロジェクト」の参加市町は17市町',
    ],
    ['久留米総合戦略の発行者は', '「久留米市まち・ひと・しごと創生本部」'],
    ['係長向けの研修はある？', '事業「新任課長・係長研修の実施」'],
    ['機構はいつできた', '平成16年11月'],
    ['収入1千万円以上の人の割合', '「経営開始5年目の農業収入1千万円以上の割合」の目標値は60.0%'],
    ['成績で「大変順調」の事業は', '4件です'],
    ['見守りのカメラは、新しい計画の町の姿のうちどれに入る', '「防犯カメラ運用事業」の施策(位置づけ)は'],
    ['文化パスポートと並んで、移住の欄に載っている事業', '「移住」の事業は16件'],
    [
      'R6決算の人件費が一番少ない事業は',
      '「多文化共生ワンストップインフォメーションセンター運営事業」の2,325千円',
    ],
    [
      '国際政策課は別の資料にあるので、除いてR5予算の合計は',
      '「国際政策課以外」の事業の令和5年度の予算(事業費)の合計は5,101,134千円',
    ],
    ['ビジョンの表で移住の取組は何件', '「交流及び移住の促進等」の事業は3件'],
    ['北九州市の寄附は何件', '「寄附件数」の実績は96,953件(令和3年度)'],
    [
      'R4からR5まで企画課の予算を足すといくら増えた',
      '令和4年度が1,178,733千円(4事業)、令和5年度が1,901,379千円(4事業)',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('in a thread', () => {
  const joined = 'U・Iターン応援プロジェクトに直方市は入ってる？';
  const cameras = '防犯カメラ運用事業のR7予算は？';
  test.each<[string, string, string]>([
    [
      joined,
      'じゃあ苅田町は？',
      'いいえ、「北九州市U・Iターン応援プロジェクト」の参加市町に苅田町は入っていません',
    ],
    ['寄附件数の実績は？', '金額のほうは達成？', '達成率は161.4%(令和3年度)'],
    [cameras, 'それってどの資料に', '「防犯カメラ運用事業」の計画は'],
    [cameras, 'この課の事業は', '「安全・安心推進課」の事業は4件'],
    [cameras, 'この計画はいつ終わる', '令和6年度から令和7年度まで'],
    [cameras, 'その仕組みの予算', '「防犯カメラ運用事業」の令和7年度の予算(事業費)は57,740千円'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});
