// What is asked in the words of a sheet: 支出済額 and 町債, 見直しで「廃止」, 予算の範囲内, 目標を達成 where a note calls ◎ so. Invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { createRepository } from '../../src/data/repository.ts';
import { fileOf } from '../support/brought-bot.ts';
import { botWith } from '../support/other-plans.ts';

const botOf = async (rows: readonly string[]) =>
  botWith(createRepository({ municipalities: [], files: [await fileOf(rows)], hash: '' }));

const lead = async (bot: Bot, question: string) => (await bot.ask(question)).lead ?? '';

describe('a sheet of what was spent so far, beside the settled amount of the year before', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '（単位：円）,,,,,',
      '年度,事業名,所属,R7決算額,当初予算額,支出済額',
      '令和8,町道南線の改良,建設課,9000,7000,0',
      '令和8,敬老会の開催,福祉課,3000,3200,2500',
      '令和8,図書館の運営,教育課,4000,4100,4600',
    ]);
  }, 60_000);

  test.each([
    ['支出済額がいちばん多い事業はどれ？', '図書館の運営', '9,000'],
    ['敬老会の開催の支出済額は？', '2,500円', '3,000'],
    ['敬老会の開催の令和7年度の決算額は？', '3千円', '2,500'],
    ['支出済額がまだ0円の事業はいくつありますか', '1件', '町道北線'],
    ['敬老会の開催の支出済額は予算の範囲内に収まっていますか', 'はい', 'いいえ'],
    ['図書館の運営の支出済額は予算の範囲内に収まっていますか', 'いいえ', 'はい'],
  ])('%s', async (question, told, never) => {
    const said = await lead(bot, question);
    expect(said).toContain(told);
    expect(said).not.toContain(never);
  });

  test.each(['町債', '一般財源', '国庫支出金', '県債'])(
    '%s, which the sheet does not print, is not answered with the budget',
    async (source) => {
      const said = await lead(bot, `町道南線の改良の財源、${source}はいくら入ってますか？`);
      expect(said).toContain('記載がありません');
      expect(said).not.toMatch(/[79],?000|[79]千円/);
    },
  );
});

test('the column headed so is meant beside other plans as well', async () => {
  const settled = await fileOf(['事業名,担当課,R6決算額（千円）', '橋の点検,道路課,900'], {
    title: '前の計画',
    published: '2025-02-01',
  });
  const spent = await fileOf([
    '年度,事業名,所属,R7決算額（円）,当初予算額（円）,支出済額（円）',
    '令和8,敬老会の開催,福祉課,3000,3200,2500',
    '令和8,図書館の運営,教育課,4000,4100,4600',
  ]);
  const bot = await botWith(createRepository({ municipalities: [], files: [settled, spent], hash: '' }));
  expect(await lead(bot, '支出済額がいちばん多い事業はどれ？')).toMatch(/令和8年度.*「図書館の運営」/);
});

test('利用者1人当たりコスト, where a column bears that name, is told', async () => {
  const bot = await botOf([
    '事業名,担当課,R7決算額（千円）,利用者１人当たりコスト（円）',
    '通院の支援,福祉課,900,8000',
    '送迎の支援,福祉課,700,6000',
  ]);
  expect(await lead(bot, '通院の支援の1人当たりコストは？')).toMatch(/8,000円|8千円/);
});

describe('grants with budgets of two years, one settled amount and a review', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '（単位：千円）,,,,,',
      '補助金名,担当課,令和7年度当初予算額,令和7年度決算額,令和8年度当初予算額,見直し区分',
      '不妊治療の助成,保健課,300,321,400,拡充',
      '住宅の改修,建設課,500,480,0,廃止',
      '若者の定住,企画課,200,150,200,見直し',
      '通学の支援,教育課,100,90,120,継続',
    ]);
  }, 60_000);

  test.each([
    ['不妊治療の助成は令和7年度、予算の範囲内に収まったんですよね？', /^いいえ.*321千円.*令和7年度.*300千円/],
    ['不妊治療の助成は令和7年度、予算内に収まった？', /^いいえ.*321千円/],
    ['住宅の改修は令和7年度、予算内に収まりましたか？', /^はい.*480千円.*500千円/],
    ['不妊治療の助成の令和7年度の決算は予算を超えましたか', /^はい.*321千円.*令和7年度.*300千円/],
    ['令和7年度の決算が予算を上回った補助金はどれ？', /1件です（「不妊治療の助成」/],
    ['決算が予算を上回った補助金はどれ？', /1件です（「不妊治療の助成」/],
    ['令和7年度に予算をオーバーした補助金はどれ？', /1件です（「不妊治療の助成」/],
    ['見直しで「廃止」になった補助金を教えてください', /1件です（「住宅の改修」/],
    ['見直しの結果「拡充」になったのは何件', /事業は1件です（「不妊治療の助成」/],
    ['見直し区分が「見直し」の補助金は何件', /1件です（「若者の定住」/],
  ])('%s', async (question, told) => {
    expect(await lead(bot, question)).toMatch(told);
  });
});

describe('results of five years, with marks that a note explains', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '施策・事業名,担当課,指標名,単位,R3実績,R4実績,R5実績,R6実績,R7実績,R7目標,達成状況',
      '企業の誘致,商工課,企業立地件数,件,1,3,2,4,3,4,○',
      ',,雇用者数（累計）,人,10,20,30,40,55,50,◎',
      '窓口の改善,市民課,待ち時間,分,14,13,12,11,10,8,○',
      ',,満足度,％,60,61,62,63,70,65,◎',
      '※達成状況　◎：目標を達成　○：改善　△：横ばい,,,,,,,,,,',
    ]);
  }, 60_000);

  test.each([
    ['企業立地件数、R3からR7までの５年間を合計すると何件ですか？', /あわせて13件/],
    ['企業立地件数のR3からR7の合計は？', /あわせて13件/],
    ['企業立地件数のR3とR7の合計は？', /あわせて4件/],
    ['企業立地件数は、R7の目標を達成したという理解で合ってる？', /^いいえ.*3件.*4件/],
    ['達成状況が◎のKPIはいくつ？', /2件/],
  ])('%s', async (question, told) => {
    expect(await lead(bot, question)).toMatch(told);
  });

  test.each(['雇用者数（累計）のR3からR7の合計は？', '満足度のR3からR7の合計は？'])(
    'running totals and shares are never added up: %s',
    async (question) => {
      expect(await lead(bot, question)).not.toMatch(/あわせて|155|316/);
    },
  );
});
