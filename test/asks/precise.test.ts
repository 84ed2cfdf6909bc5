// Precise questions: what is left out, held against what, by which row and place, in sentences that set what the next one asks of.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string) => (await bot.ask(ask)).lead.normalize('NFKC');

describe('what is left out', () => {
  test.each<[string, string]>([
    ['地域総括補助金以外の地域振興課の事業のR7予算の合計は？', '2,457,158千円です(3事業)'],
    ['国際政策課でアジア成長研究所補助金を除くとR5予算が一番大きいのは', '「多文化共生の推進」の43,921千円'],
    ['個票でサステナブルシティの推進を抜いたR8事業費の合計は', '89,827千円です(6事業'],
    ['東京事務所の事業の人件費を除いた令和5年度予算の合計', '予算(事業費)の合計は12,645千円'],
    ['R3年度の達成率が0.0%のものを除いて一番低いのは', '38.0%'],
    ['事業評価が「大変順調」及び「順調」のいずれにも該当しない事業は何件', '4件'],
    ['評価が遅れの事業は何件？再掲は1件扱いで', '2件'],
    ['企画課のR5予算の合計。複数の施策に載っている事業は1件として数えてください。', '1,901,379千円'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('numbers of rows, and two rows of one project', () => {
  test.each<[string, string]>([
    ['評価表のNo.20以降で令和3年度の事業評価が「大変順調」の事業は', '2件です'],
    ['行政評価のNo.1〜10の令和5年度予算の合計', '3,396,726千円です(5事業)'],
    ['広域行政推進事業のNo.32とNo.34の人件費の差は', '差は10,225千円'],
    ['世界遺産維持活用保全事業の人件費は2か所でいくら違う', '比べられるものの記載がありません'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('two columns, two years, a place among all', () => {
  test.each<[string, string]>([
    ['国際交流事業の人件費は予算の何倍ですか', '1.78倍'],
    ['公共施設マネジメント推進事業の人件費は予算の8倍を超えていますか', 'いいえ'],
    ['各種SNSの閲覧件数のR5の目標値はR4の目標値の何倍ですか', '100倍'],
    ['証明書コンビニ交付サービス維持管理事業のR6目標値は基準値を何ポイント下回りますか', '3ポイントの減'],
    ['待機児童数の基準値から目標値までの減少人数は', '54人の減'],
    ['関門連携推進事業のR4からR5への予算の減少額と、人件費の金額を教えて', '人件費(目安)は20,750千円'],
    ['企画課のR5予算の合計と平均は', '平均は475,344,750円'],
    ['北九州市魅力発信事業のKPIのR3達成率の平均は', '88.6%'],
    ['国際交流事業の人件費は国際政策課で何番目に高い？', '1番目です(8件中)'],
    ['R5予算の小さい順に並べると国際交流事業は何番目', '小さいほうから'],
    ['個票のR8事業費の合計額に占める首都圏などからの移住促進の割合は', '17.8%'],
    ['企画課でR5予算が減った事業のR5予算の合計は', '64,379千円です(3事業)'],
    ['R5に予算が減った事業の中で人件費が一番高いのはどれ', '「公共施設マネジメント推進事業」の54,000千円'],
    ['主要事務事業で予算が増えているものの件数を知りたい', '3件'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('a sentence sets what the next one asks of', () => {
  test.each<[string, string]>([
    ['企画課の事業を調べています。令和5年度の予算が前の年より減った事業は何件ですか', '3件'],
    ['企画課の事業を見ていたら、評価がまちまちでした。R5の予算が前年より減った事業はいくつですか', '3件'],
    [
      '評価表で令和3年度の事業評価が「大変順調」とされた事業を集計しております。令和5年度予算額が令和4年度を下回っているものは何件ですか',
      '2件',
    ],
    [
      '総務課が所管する事業について、予算の動きを整理しております。令和5年度予算額が令和4年度予算額を下回ったものをすべて挙げてください',
      '総務課',
    ],
    [
      '評価が「順調」でも「大変順調」でもない事業を対象とします。この条件で、令和5年度予算額の合計をお示しください',
      '(4事業)',
    ],
    ['評価表の事業を人件費の大きい順に並べております。上から2番目の事業名と金額は', '30,750千円'],
    ['地域振興課のR6〜R7について質問です。予算を合計して', '5,135,593千円'],
    ['個票のR8の事業費を対象とします。その合計額に占めるDX人材育成研修の割合は', '11.3%'],
    ['新任の課長向けの研修ですが、芦屋町の職員も参加できる事業でしょうか', 'はい'],
    [
      '防犯灯のことで自治会から「予算が減らされた」と苦情がありました。防犯灯設置事業の予算は前の年度と比べて何千円の減でしょうか',
      '4,257千円の減',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('what is done with is not asked about', async () => {
    expect(
      await said('企画課の事業はもう調べました。令和5年度の予算が1億円以上の事業は何件ですか'),
    ).not.toContain('企画課');
  });
});

describe('claims', () => {
  test.each<[string, string]>([
    ['アジア成長研究所への補助金は令和5年度に減らされたんですか', 'いいえ'],
    ['水道技術研修の受講料は北九州市が持ちますと案内して大丈夫ですか', 'いいえ'],
    [
      '防犯灯設置事業について「令和7年度の予算は前年度より増える」との答弁案があります。誤りがないかご確認ください',
      'いいえ',
    ],
    ['令和8年度は久留米の総合戦略の対象期間に含まれていますか', 'いいえ'],
    ['令和6年度は久留米の総合戦略の計画期間に入っていますか', 'はい'],
    ['広域行政推進事業の行政間における連携事業数は、R3実績でいずれも40事業ですか', 'いいえ'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toMatch(new RegExp(`^${expected}`));
  });

  test('KPIs of one project that differ leave it open which is meant', async () => {
    expect(await said('広域行政推進事業のR3の実績は40事業ですか')).not.toMatch(/^はい/);
  });
});

describe('what is printed', () => {
  test.each<[string, string]>([
    ['個票で令和8年度の事業費に金額が記入されているものは何件でしょうか。', '7件'],
    ['費用負担について「連携市町と協議し決定する」旨の記載がある個票の事業は何件ですか', '7件'],
    ['費用負担の欄が「原則として北九州市が負担する。」となっている個票の事業は何件', '2件'],
    ['成果指標に「中期目標改訂」の注記が付されている事業をすべて示してください', '4件'],
    ['広域観光連携事業は、連携事業の一覧ではどの具体的取組に入っていますか', '戦略的な観光施策'],
    ['KitaQサポーターの登録者は、令和3年度の実績で何人に達していましたか', '2,961人'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('held against what the thread told', () => {
  const then = async (before: string, ask: string) =>
    (await bot.ask(ask, { context: before })).lead.normalize('NFKC');
  test.each<[string, string, string]>([
    ['防犯灯設置事業のR7予算は', 'これより予算が大きい主要事務事業は何件', '5件'],
    ['新任課長・係長研修の実施の令和8年度の事業費は', '個票の事業でこれより高いのは', '6件'],
    [
      '防犯灯設置事業のR7予算は',
      'その額は、主要事務事業の令和7年度予算の合計に対し何パーセントを占めますか',
      '0.8%',
    ],
    ['防犯灯設置事業のR7予算は', '主要事務事業全体の予算の何％ですか', '0.8%'],
    ['防犯灯設置事業のR7予算はいくらですか', 'それは全体で何番目に大きい？', '6番目です(10件中)'],
  ])('%s | %s', async (before, ask, expected) => {
    expect(await then(before, ask)).toContain(expected);
  });
});

describe('what a reason says is left out', () => {
  test.each<[string, string]>([
    [
      'R3年度の事業評価が「遅れ」の事業は何件ですか。「やや遅れ」は別に整理しますので含めないでください。',
      '2件',
    ],
    [
      '主要事務事業で令和7年度の予算が令和6年度より増えたものは何件ですか。令和6年度が空欄の事業は比べられませんので、除いてください。',
      '3件',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});
