// What is asked of brought plans: balances of funds, targets halfway and at the end, ways figures are to go, money without its labour. Invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { createRepository } from '../../src/data/repository.ts';
import { fileOf } from '../support/brought-bot.ts';
import { botWith } from '../support/other-plans.ts';

const botOf = async (rows: readonly string[]) =>
  botWith(createRepository({ municipalities: [], files: [await fileOf(rows)], hash: '' }));

/** A question, with the one before it in front of ⇒; the answer's first words and notes. */
async function said(bot: Bot, questions: string): Promise<string> {
  const [question = '', context] = questions.split('⇒').reverse();
  const { lead, notes } = await bot.ask(question, context === undefined ? {} : { context });
  return [lead ?? '', ...notes].join(' ');
}

describe('funds with what is left at the end of each year', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '（単位：千円）',
      '事業名,所管課,R6積立額,R6取崩額,R6末現在高,R7積立額,R7取崩額,R7末現在高',
      '道路整備基金,土木課,20,5,120,25,45,100',
      '図書充実基金,図書課,8,2,50,6,1,55',
    ]);
  }, 60_000);

  test.each([
    ['道路整備基金の令和6年度末の残高は？', '120千円'],
    ['図書充実基金は令和6年度にいくら積み立てた？', '8千円'],
    ['道路整備基金の令和7年度の取り崩し額はいくら？', '45千円'],
    ['道路整備基金は令和6年度末から7年度末でどれだけ減りましたか', '20千円の減'],
    ['図書充実基金って前の年度からいくら増えた？', '5千円の増'],
    ['道路整備基金の令和6年度の積立額は？⇒取崩額のほうは？', '令和6年度の取崩額は5千円'],
    ['道路整備基金の令和6年度の取崩額は？⇒令和7年度の積立額は？', '令和7年度の積立額は25千円'],
    ['令和7年度末の残高の合計は？', '155千円'],
  ])('%s', async (questions, told) => {
    expect(await said(bot, questions)).toContain(told);
  });
});

describe('targets halfway and at the end', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '主な事業,成果指標,現状値（R5）,中間目標値（R8）,最終目標値（R12）,目指す方向,指標の説明・出典等,担当課',
      '健診の推進,受診率,41.8％,50.0％,60.0％,↗,法定報告値,健康課',
      '健診の推進,喫煙率,12.0％,10.0％,8.0％,↘,市民アンケート,健康課',
      'ごみの減量,排出量,890ｇ,860ｇ,820ｇ,↘,,環境課',
    ]);
  }, 60_000);

  test.each([
    ['受診率の最終目標は？', ['60.0％（令和12年度）'], ['50.0']],
    ['受診率の中間目標は？', ['50.0％（令和8年度）'], ['60.0']],
    ['排出量の現状値とR8の中間目標を教えて', ['890', '860'], ['820']],
    ['受診率の中間目標と最終目標は？', ['50.0％', '60.0％'], []],
    ['下げる方向の指標はいくつありますか', ['2件'], []],
    ['数値を上げる方向（↗）のKPIは何件？', ['1件'], []],
    ['喫煙率の出典は？', ['市民アンケート'], []],
    ['受診率の出典と担当課は？', ['法定報告値', '健康課'], []],
    ['排出量の出典は？', ['試しの計画'], []],
  ])('%s', async (question, told, untold) => {
    const answer = await said(bot, question);
    for (const one of told) expect(answer).toContain(one);
    for (const one of untold) expect(answer).not.toContain(one);
  });
});

describe('money with and without its labour', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '（単位：千円）',
      '事業名,担当課,R7決算額（Ａ）,R7人件費（Ｂ）※概算,R7総コスト（Ａ＋Ｂ）,R8当初予算',
      '夜間見回り事業,総務課,30,12,42,50',
      '防災訓練事業,総務課,10,3,13,20',
    ]);
  }, 60_000);

  test.each([
    ['総務課の事業費（人件費抜き）、令和7年度決算の合計はいくら？', '令和7年度の決算の合計は40千円'],
    ['総務課の人件費を含まない令和7年度の決算の合計は？', '令和7年度の決算の合計は40千円'],
    ['総務課の事業費、令和7年度決算の合計は？', '令和7年度の決算の合計は40千円'],
    ['総務課の人件費の令和7年度の合計は？', '15千円'],
    ['総務課の人件費込みの令和7年度の合計は？', '55千円'],
  ])('%s', async (question, told) => {
    expect(await said(bot, question)).toContain(told);
  });
});

describe('verdicts of one letter', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '事業名,指標名,単位,R7目標,R7実績,評価',
      '朝市の開催,開催回数,回,10,12,Ｓ',
      '朝市の開催,来場者数,人,500,510,Ａ',
      '道づくり,整備延長,km,3,1,Ｃ',
    ]);
  }, 60_000);

  test.each([
    ['評価がＳのKPIはどれですか？一覧でほしい', '開催回数', '来場者数'],
    ['評価はSの指標を教えて', '開催回数', '整備延長'],
    ['評価がAの指標はどれ？', '来場者数', '整備延長'],
  ])('%s', async (question, told, untold) => {
    const answer = await said(bot, question);
    expect(answer).toContain(told);
    expect(answer).not.toContain(untold);
  });
});

describe('projects known by their numbers', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf([
      '（単位：千円）',
      '事業番号,事業名,R8当初予算,R7補正予算額,16か月予算合計',
      'S-01,朝市の開催,10,5,15',
      'S-04,灯台の公開,20,－,20',
      '0102110,橋の点検,30,10,40',
    ]);
  }, 60_000);

  test.each([
    ['事業番号S-04の事業は？', '灯台の公開', '朝市'],
    ['S-04はどの事業？', '灯台の公開', '朝市'],
    ['0102110は何の事業ですか', '橋の点検', '灯台'],
    ['S-01の令和8年度の予算は？', '10千円', '20千円'],
    ['橋の点検の16か月予算はいくら？', '40千円', '30千円'],
  ])('%s', async (question, told, untold) => {
    const answer = await said(bot, question);
    expect(answer).toContain(told);
    expect(answer).not.toContain(untold);
  });
});
