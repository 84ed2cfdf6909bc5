// Questions of people who reckon with the plans: shares, multiples, groups, counts side by side, claims about sets; in the seeds and in invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { botWith, open, ownTexts } from '../support/other-plans.ts';
import { seededBot } from '../support/seeded-bot.ts';

/** Question, the question before it in the thread or '', what the first sentences must say. */
type Row = [question: string, before: string, said: string[]];

const lead = async (bot: Bot, question: string, before: string) =>
  (await bot.ask(question, before === '' ? {} : { context: before })).lead.normalize('NFKC');

const seeds: Record<string, Row[]> = {
  'shares and multiples say both figures': [
    ['地域振興課のR7予算のうち地域総括補助金が占める割合は', '', ['9.9%', '270,700千円', '2,727,858千円']],
    ['企画課の令和5年度予算に占める定住・移住促進事業の比率を教えて', '', ['2.3%', '44,090千円']],
    ['行政評価のR5予算で、国際政策課の分は全体の何%?', '', ['4.9%', '264,813千円', '5,365,947千円']],
    ['R7予算は、防犯カメラ運用事業が防犯灯設置事業の何倍ですか', '', ['2.65倍', '57,740千円', '21,800千円']],
    ['総務課のR4予算は企画課の何倍', '', ['2.29倍', '2,703,504千円', '1,178,733千円']],
    ['主要事務事業のうちR7に予算が減った事業の割合は', '', ['50.0%', '5件', '10件']],
    [
      '世界遺産維持活用保全事業は国際政策課のR5予算の何割を占めますか',
      '',
      ['入っていないため', '264,813千円'],
    ],
  ],
  'groups, and the first or n-th of them': [
    ['主要事務事業を課ごとに合計してR6予算が最大なのはどこ', '', ['地域振興課', '2,407,735千円']],
    [
      '2番目に多いのは',
      '主要事務事業のR6予算を課別に合計すると最大の課は',
      ['安全・安心推進課', '77,121千円'],
    ],
    [
      '久留米のパッケージ別の指標数',
      '',
      ['雇用・就業・創業応援パッケージ 10件', '東部地域振興パッケージ 3件'],
    ],
    ['国際政策課のR5予算の中央値', '', ['16,558千円']],
    ['東京事務所と企画課のR5予算の合計の差は', '', ['1,888,734千円']],
  ],
  'each way is counted': [
    ['総務課でR4からR5に増えた事業と減った事業はそれぞれ何件ですか', '', ['2件', '4件']],
    ['国際政策課の事業で、R5に増額・減額・同額になった事業数をそれぞれ', '', ['1件', '5件', '2件']],
    ['主要事務事業でR6からR7に最も増えたのと最も減ったのは', '', ['294,413千円増', '4,257千円減']],
  ],
  'a dash, a blank and how far a figure moved': [
    ['個票でR10の事業費がダッシュの事業はどれ', '', ['2件', '職員派遣研修についての検討']],
    ['個票でR10の事業費が空欄の事業は何件', '', ['10件']],
    ['久留米の基準値が「—」のKPIは何件', '', ['6件']],
    ['行政評価でR4からR5に3割以上減った事業は', '', ['1件', '関門連携推進事業']],
    ['主要事務事業でR6からR7に1千万円以上増えた事業', '', ['2件', '防犯カメラ運用事業']],
  ],
  'claims about sets': [
    ['行政評価の過半数の事業はR5に減額された、で合ってる?', '', ['はい', '14件', '21件', '66.7%']],
    ['東京事務所の事業は全部R5に予算が減ったんですよね', '', ['いいえ', '1件', '2件']],
    ['行政評価で「大変順調」の事業は3件だけですか', '', ['いいえ', '4件']],
    ['企画課だけで行政評価のR5予算の4割を超えるというのは正しい?', '', ['いいえ', '35.4%']],
    ['総務課の事業数は国際政策課より多いですか', '', ['いいえ', '6件', '8件']],
  ],
  'what KPIs aim at': [
    ['目標が順位のKPIはどれ', '', ['2件', '情報接触度']],
    ['中期目標が改訂されたKPIは', '', ['バスツアーの参加者数']],
    ['単位が社のKPI', '', ['1件', '市内バイオ関連企業数']],
    ['R7だけの事業は', '', ['1件', '全世代参加型地域コミュニティ推進事業']],
    ['東京事務所における新規移住相談者数はR3の目標を何人下回った?', '', ['21人下回']],
    ['久留米のパッケージ2と4の事業はいくつ', '', ['15件']],
  ],
};

const invented: Record<string, Row[]> = {
  'in a plan of another town': [
    ['健康福祉部のR6予算のうち特定健康診査事業は何%', '', ['58.5%', '54,768,500円']],
    ['R6予算は、管路更新事業が浄化槽設置補助事業の何倍', '', ['16.0倍']],
    ['水里の事業評価のR6予算を担当課ごとに合計すると最大はどこ', '', ['上下水道センター', '213,930千円']],
    ['水里でR5からR6に予算が増えた事業と減った事業はそれぞれ何件', '', ['7件', '2件']],
    ['水里でR6予算が「—」の事業はどれ', '', ['1件', '農家民泊推進事業']],
    ['水里でR6予算が空欄の事業はどれ', '', ['1件', '健康ポイント事業']],
    ['水里でR5からR6に1千万円以上増えた事業は', '', ['2件', '管路更新事業', '防災行政無線整備事業']],
    ['水里の事業の半分以上はR6に予算が増えた、で合っていますか', '', ['はい', '50.0%']],
    ['目標が順位のKPIは', '', ['星空の街ランキングの順位']],
    ['移動図書館の貸出冊数はR5の目標を何冊下回った', '', ['3,594冊下回']],
  ],
};

for (const [world, all, make] of [
  ['seeds', seeds, seededBot],
  ['invented towns', invented, () => botWith(open(ownTexts()))],
] as const) {
  describe(world, () => {
    let bot: Bot;
    beforeAll(async () => {
      bot = await make();
    });
    for (const [title, rows] of Object.entries(all))
      describe(title, () => {
        test.each(rows)('%s', async (question, before, said) => {
          const told = await lead(bot, question, before);
          for (const part of said) expect(told).toContain(part);
        });
      });
  });
}
