// Questions about files with more than one way of counting: amounts called by a name of their own, verdicts in two widths, places called for short.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readHeading } from '../../src/plans/layout/heading.ts';
import { petNames } from '../../src/plans/spoken-names.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, vocabulary } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-02-01' };

async function botOf(text: string, columns: Record<string, string> = {}) {
  const read = readPlan(await readGrid(Buffer.from(text), 'plan.csv'), { answers: paper, columns });
  expect(read.questions).toEqual([]);
  const plan = planFileSchema.parse(toPlanFile(read.plan));
  return botWith(createRepository({ municipalities: [], files: [plan], hash: '' }));
}

type Bot = Awaited<ReturnType<typeof botOf>>;

describe('a list of buildings', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf(
      [
        '施設名,所管課,場所（地区）,R7決算 指定管理料（千円）,R8当初予算 指定管理料（千円）,R6 利用者数（人）,R7 利用者数（人）,R7 総合評価,事業期間',
        '保養館ゆらり,観光課,青浜,100,110,－,70,Ｓ,R3～R9',
        '山の宿,観光課,青浜,200,調整中,－,80,S,R5～R8',
        '町民プール,スポーツ課,中町,300,310,－,90,Ａ,R4～R7',
        '町民ホール,文化課,中町,400,410,－,95,A,R4～R8',
      ].join('\n'),
      { 施設名: '事業名' },
    );
  });

  test.each([
    ['観光課の施設のR8の指定管理料を合計すると？', '110千円'],
    ['今年度の指定管理料がいちばん高い施設は？', '町民ホール'],
    ['山の宿の令和8年度の指定管理料はいくら？', '調整中'],
    ['令和7年度の総合評価がＳの施設はいくつ？', '2件'],
    ['令和7年度の総合評価がAの施設はいくつ？', '2件'],
    ['ゆらりの令和7年度の利用者数は？', '70人'],
    ['場所が青浜地区の施設はどれ？', '山の宿'],
    ['町民プールはいつからいつまでの事業ですか', 'R4～R7'],
  ])('%s', async (question, answer) => {
    expect((await bot.ask(question)).lead).toContain(answer);
  });
});

describe('見込み, 確保 and 実績', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await botOf(
      [
        '事業名,担当課,単位,区分,令和5年度,令和6年度,令和7年度',
        '病児保育,保育課,人日,量の見込み,400,420,480',
        ',,,確保方策,390,410,470',
        ',,,実績,380,399,集計中',
        '広場,健康課,か所,量の見込み,3,3,4',
        ',,,確保方策,3,3,4',
        ',,,実績,2,3,',
        '二種認定（０歳）,保育課,人,量の見込み,20,21,22',
        ',,,確保方策,20,20,20',
        ',,,実績,18,19,',
        '二種認定（１・２歳）,保育課,人,量の見込み,50,51,52',
        ',,,確保方策,50,50,50',
        ',,,実績,48,49,',
      ].join('\n'),
    );
  });

  test.each([
    ['病児保育の令和7年度の量の見込みは？', '480人日'],
    ['病児保育の令和6年度の量の見込みは何人日だった？', '420人日'],
    ['病児保育の確保方策は令和5年度から令和7年度でどれだけ増える？', '80人日の増'],
    ['広場の令和7年度の確保方策は？', '4か所'],
    ['病児保育の令和7年度の実績は？', '集計中'],
    ['二種認定の０歳と１・２歳を合わせると、令和7年度の量の見込みは何人？', '74人'],
    ['二種認定の０歳と１・２歳の令和7年度の量の見込みは？', '52人'],
    ['二種認定の０歳の令和7年度の量の見込みは？', '22人'],
  ])('%s', async (question, answer) => {
    expect((await bot.ask(question)).lead).toContain(answer);
  });
});

test('a 節 is asked for by its name, 査定額 as what was granted', async () => {
  const bot = await botOf(
    [
      '令和8年度当初予算要求調書（単位：千円）',
      '事業コード,事業名,所属,節,前年度,要求額,査定額',
      '01-1,道づくり,土木課,12 委託料,10,14,12',
      ',,,14 工事請負費,"1,000","1,200","1,100"',
      ',,,事業計,"1,010","1,214","1,112"',
      '01-2,橋の点検,土木課,12 委託料,20,40,30',
      ',,,事業計,20,40,30',
      '01-3,花壇,公園課,10 需用費,－,4,3',
      ',,,事業計,－,4,3',
    ].join('\n'),
    { 査定額: '予算:R8', 前年度: '予算:R7' },
  );
  const lead = async (question: string) => (await bot.ask(question)).lead;
  expect(await lead('土木課の査定額を合計するといくら？')).toContain('1,142千円');
  expect(await lead('道づくりの令和8年度の委託料は？')).toContain('12千円');
  expect(await lead('道づくりの委託料の要求額は？')).toContain('14千円');
  expect(await lead('前年度当初が「－」の事業は何件？')).toContain('1件');
  expect(await lead('前年度当初が「－」になってる新規の事業は何件ありますか')).toContain('1件');
}, 30_000);

test('what comes after a year is told as it is headed, and as no amount of the year', async () => {
  const bot = await botOf(
    '（単位：千円）,,,\n事業名,担当課,令和８年度当初予算額,令和９年度以降（見込み）\n橋の架替え,土木課,10,70\n道づくり,土木課,20,80\n',
  );
  const lead = async (question: string) => (await bot.ask(question)).lead;
  expect(await lead('橋の架替えの令和9年度以降の事業費は？')).toContain('70千円');
  expect(await lead('橋の架替えの令和9年度の予算は？')).toContain('記載がありません');
}, 30_000);

test('a kind of grant is asked for as どの種類の交付金', async () => {
  const bot = await botOf(
    '交付金の種類,事業名,担当課,令和7年度決算額（千円）,うち交付金充当額（千円）\n拠点整備,道の駅,観光課,10,5\n地域応援,朝市,商工課,20,10\n',
  );
  expect((await bot.ask('道の駅はどの種類の交付金？')).lead).toContain('拠点整備');
}, 30_000);

describe('years that a heading only borders', () => {
  test.each([
    '令和９年度以降（見込み）',
    '令和９年度以降事業費',
    '令和６年度末までの事業費',
    'R6までの決算額',
  ])('%s is no year’s amount', (text) => {
    expect(readHeading([text], vocabulary)).toMatchObject({ meaning: 'attribute', fy: null });
  });

  test.each([
    ['令和10年度までの目標値', 2028],
    ['令和９年度事業費（見込み）', 2027],
    ['令和６年度末現在高', 2024],
  ])('%s is of its year', (text, fy) => {
    expect(readHeading([text], vocabulary).fy).toBe(fy);
  });
});

test('a place is called by what stands in kana behind its kind, where no other has that', () => {
  const short = petNames([
    '保養館ゆらり',
    '支援センターぽけっと',
    'にぎわい広場づくり',
    '公園みどり',
    '学校みどり',
    '文化センター',
  ]);
  expect(short('保養館ゆらり')).toEqual(['ゆらり']);
  expect(short('支援センターぽけっと')).toEqual(['ぽけっと']);
  expect(short('公園みどり')).toEqual([]);
  expect(short('にぎわい広場づくり')).toEqual([]);
  expect(short('文化センター')).toEqual([]);
});
