// What is asked of lists that towns print: columns by their words, carried-over money, changes between printed years, the paper by its kind. Invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { paperNames } from '../../src/plans/spoken-names.ts';
import { type Ask, askOf } from '../support/brought-bot.ts';

const botOf = (title: string, rows: readonly string[]): Promise<Ask> =>
  askOf(rows, { title, published: '2026-09-01' });

describe('a list of subsidies', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf('令和８年度補助金等一覧', [
      '補助金の名称,所管課,区分,令和7年度当初予算額（千円）,令和8年度当初予算額（千円）,増減率（％）',
      '水辺の会補助金,河川課,団体運営補助,300,300,0.0',
      '合唱祭補助金,文化課,団体運営補助,80,100,25.0',
      '工場誘致奨励金,商工課,奨励金,31200,22650,▲27.4',
      '桜並木補助金,公園課,事業費補助,-,60,皆増',
    ]);
  }, 60_000);

  test.each([
    ['区分が団体運営補助のものって何件ある？', ['2件']],
    ['増減率が20％以上の補助金は？', ['合唱祭補助金']],
    ['増減率が皆増の補助金を教えて', ['桜並木補助金']],
    ['工場誘致奨励金、去年の予算からいくら減ってますか', ['8,550千円の減']],
    ['工場誘致奨励金は令和7年度の予算と比べて増えた？', ['いいえ', '8,550千円の減']],
    ['補助金等一覧に載っている補助金は何件？', ['4件']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });
});

describe('results of a year, with what was carried over', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf('令和７年度主要な施策の成果説明書', [
      '事業名,担当課,令和7年度予算現額（円）,令和7年度決算額（円）,翌年度繰越額（円）,令和6年度決算額（円）',
      '町立保育園管理運営事業,こども課,1900000,1874203,,1800000',
      '子ども医療費助成事業,こども課,320000,312847,0,316828',
      '町道中央線改良事業,建設課,1528000,950000,543000,20000',
    ]);
  }, 60_000);

  test.each([
    ['翌年度に繰り越した事業はどれ？', ['1件', '町道中央線改良事業']],
    ['子ども医療費の助成は令和6年度と比べて増えた？', ['いいえ', '決算は令和6年度の', '3,981円の減']],
    ['町立図書館の運営費って令和7年度の決算でいくらだった？', ['「図書館」は', '記載がありません']],
    ['町立保育園の管理運営の令和7年度の決算は？', ['1,874,203円']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });

  test('no figure of another facility is told', async () => {
    expect(await ask('町立図書館の運営費って令和7年度の決算でいくらだった？')).not.toContain('1,874,203');
  });
});

describe('a plan of three years', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf('第３次総合計画 実施計画（令和８～10年度）', [
      '事業名,担当課,事業区分,令和8年度計画額（千円）,令和9年度計画額（千円）,令和10年度計画額（千円）',
      '市道環状線整備事業,土木課,継続,185000,210000,164000',
      '児童館改修事業,こども課,新規,9000,,',
    ]);
  }, 60_000);

  test.each([
    ['環状線の整備、3年間トータルでいくらになる？', '559,000千円'],
    ['実施計画で新規の事業ってどれ？', '児童館改修事業'],
    ['この実施計画に載ってる事業は全部で何事業？', '2件'],
  ])('%s', async (question, told) => expect(await ask(question)).toContain(told));

  test('a record that prints fewer years is not added up for three', async () => {
    expect(await ask('児童館の改修、3年間トータルでいくらになる？')).not.toContain('9,000千円です（');
  });
});

describe('measures in rows', () => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await botOf('総合戦略 KPI進捗管理表', [
      '施策,指標名,単位,R6実績,R7目標,R7実績,担当課',
      '移住,お試し住宅の利用日数,日,341,400,298,地域課',
      '窓口,オンライン申請利用率,％,18.5,25.0,27.9,情報課',
    ]);
  }, 60_000);

  test.each([
    ['お試し住宅の利用日数を担当してる課と、R7の日数を教えて', ['地域課', '298日']],
    ['オンライン申請利用率、R7は目標いってる？', ['はい', '27.9']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });
});

test.each([
  ['令和８年度補助金等一覧', ['補助金等一覧']],
  ['第３次総合計画　実施計画（令和８～10年度）', ['第3次総合計画', '実施計画']],
  ['令和８年度主要事業', []],
  ['総合計画', []],
])('%s is called %j as well', (title, names) => expect(paperNames(title)).toEqual(names));
