// What is held against what: sides that are added up or left over, differences of differences, ratios that rank.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { botWith, open, ownTexts } from '../support/other-plans.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
let invented: Bot;
beforeAll(async () => {
  [bot, invented] = await Promise.all([seededBot(), botWith(open(ownTexts()))]);
});

const leadOf = async (one: Bot, ask: string) => (await one.ask(ask)).lead.normalize('NFKC');

describe('a side that is added up, or left over', () => {
  test.each<[string, string]>([
    [
      'サステナブルシティの推進の令和8年度事業費は、個票で金額が入っているほかの6事業を全部合わせた額より多いのでしょうか、少ないのでしょうか。',
      '89,827千円(6事業)で、差は1,173千円',
    ],
    [
      '連携事業の個票でR8事業費に金額がある7事業を、二つに分けて検討しております。一方は「地方創生に資するサステナブルシティの推進」の1事業、他方は残る6事業の合計です。どちらが何千円多いでしょうか。',
      '差は1,173千円',
    ],
    [
      '「a 人材の育成」の事業数と、「b 圏域の市町職員の交流」及び「c その他」を合わせた事業数とでは、どちらが多いでしょうか、それとも同数でしょうか。',
      '同じです',
    ],
    [
      '防犯カメラ運用事業と防犯灯設置事業の合計と地域総括補助金ではR7予算はどちらが多い',
      '「防犯カメラ運用事業・防犯灯設置事業」は79,540千円(2事業)',
    ],
    ['地域総括補助金と、防犯カメラ運用事業と防犯灯設置事業の合計ではR7予算はどちらが多い', '差は191,160千円'],
    ['企画課のR5予算は国際政策課と東京事務所の合計より多いですか', 'はい'],
    ['企画課の事業数と総務課の事業数を合わせると国際政策課の事業数より多い？', 'はい'],
    [
      '市民センター管理運営・整備事業のR7予算と、それ以外の主要事務事業の合計との差はいくらですか',
      '差は1,969,556千円',
    ],
    [
      '市民センター管理運営・整備事業のR7予算は、主要事務事業のほかの9事業を全部足した額の何倍',
      '454,222千円(9事業)の5.34倍',
    ],
    ['企画課の事業数と総務課の事業数は同数ですか', '異なります'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
  test.each<[string, string]>([
    ['水里市の管路更新事業の令和6年度予算は、ほかの事業を全部合わせた額より多いですか', 'いいえ'],
    [
      '防災行政無線整備事業と備蓄倉庫整備事業を足した額と管路更新事業では令和6年度当初予算はどちらが大きい',
      '「管路更新事業」の201,330千円',
    ],
    ['圏域デマンドバス事業の予算と、残りの事業の合計との差は', '差は41,780千円'],
    ['預かりと学びの場の事業数と、健康づくりの支援と災害への備えを合わせた事業数ではどちらが多い', '5件です'],
  ])('in invented towns: %s', async (ask, expected) => {
    expect(await leadOf(invented, ask)).toContain(expected);
  });
});

describe('parts of a plan by their letters', () => {
  test.each<[string, string]>([
    [
      '連携事業の一覧のうち「(2) 圏域内外の結びつきやネットワークの強化に係る政策分野」を対象とします。aからeまでに掲げられた連携事業は、合計で何件でしょうか。',
      '8件です',
    ],
    ['生活機能の強化に係る政策分野のcからeまでの事業は何件', '23件です'],
    ['「2 高次の都市機能の集積及び強化に係る取組」のaとbの事業は？', '4件です'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
});

describe('how far a gap moved', () => {
  test.each<[string, string]>([
    [
      '防犯カメラ運用事業と防犯灯設置事業の2事業を比較しております。令和7年度における両事業の予算額の差は、令和6年度における差よりも、何千円拡大しておりますか。',
      '22,533千円拡大しています',
    ],
    ['防犯カメラ運用事業と防犯灯設置事業の予算の差はR6からR7で広がった？', 'はい、'],
    ['企画課と国際政策課の予算の合計の差は、R4からR5で縮まりましたか', 'いいえ、'],
    ['企画課と総務課のR4からR5の予算の差はいくら縮小した', '246,474千円縮小しています'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
  test('in an invented town', async () => {
    const lead = await leadOf(
      invented,
      '防災行政無線整備事業と管路更新事業の予算の差は令和5年度と令和6年度でいくら縮まりましたか',
    );
    expect(lead).toContain('810,123円縮小しています');
  });
});

describe('members of a set that conditions choose', () => {
  test.each<[string, string]>([
    [
      'R3年度行政評価表の「事業費の増減」欄が「増額」となっている2事業（再掲を除く。）について、R4年度からR5年度への増加額はどちらが大きく、その差はいくらになりますか。',
      '差は248,000千円',
    ],
    ['企画課でR5に予算が減った事業のうち、減少額が大きいのはどちらですか', '2,100千円減'],
    ['評価が遅れの2事業のうちR5予算が多いのはどちら', '差は2,281千円'],
    ['東京事務所の2事業では人件費はどちらが高いですか', '差は15,800千円'],
    ['評価が順調の事業のうちR5予算が少ないのはどっち', '「関門連携推進事業」の1,320千円'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
});

describe('ranked by one column over the other', () => {
  test.each<[string, string]>([
    [
      '久留米市の「魅力の創出で人を呼び込むパッケージ」にある6つの重要業績評価指標を比較しております。目標値が基準値に対して何倍かを計算した場合、倍率が最も高い指標はどれで、何倍になるでしょうか。',
      '歴史スポット数(累計)」の6.75倍',
    ],
    ['魅力の創出で人を呼び込むパッケージの指標で、基準値に対する目標値の倍率が最大のものは', '6.75倍'],
    [
      '久留米の魅力の創出で人を呼び込むパッケージのKPIで、基準値から目標値への伸び率が一番高いのは',
      '歴史スポット数(累計)」の575.0%増',
    ],
    ['人件費が予算の何倍かが最も大きい事業は', '「関門連携推進事業」の15.72倍'],
    ['企画課でR5予算がR4予算の何倍かが一番大きい事業は', '「ふるさと寄附金促進事業」の1.65倍'],
    ['国際政策課で予算に占める人件費の割合が最も高いのはどれ', '252.8%'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
  test('in an invented town', async () => {
    const lead = await leadOf(invented, '星見戦略のKPIで目標値が基準値の何倍かが一番大きいのは');
    expect(lead).toContain('「圏域への移住者数」の6.72倍');
  });
});

describe('what somebody takes to be so, between a set and the question of it', () => {
  test.each<[string, string]>([
    [
      '新ビジョンの主要事務事業10件をR7予算額の大きい順に整理しております。上位2件は市民センター管理運営・整備事業と地域総括補助金で相違ないと存じます。第3位の事業名と金額をご教示願います。',
      '3番目に大きい事業は「防犯カメラ運用事業」の57,740千円',
    ],
    [
      '企画課の事業をR5予算の大きい順に並べています。一位がふるさと寄附金促進事業なのは間違いないと思います。2番目はどれですか。',
      '「定住・移住促進事業」の44,090千円',
    ],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
});

describe('two columns, of which one is printed without years', () => {
  test.each<[string, string]>([
    [
      '行政評価表の公共施設マネジメント推進事業を取り上げます。この事業では人件費（目安）の金額がR5年度予算額を上回っているとの指摘を受けました。両者の差は何千円となりますか。',
      '46,566千円多い',
    ],
    ['国際交流事業の人件費と令和5年度の予算の差はいくらですか', '6,549千円多い'],
    [
      '国際交流事業について調べています。人件費と令和5年度の予算が載っています。両者の差はいくらですか',
      '6,549千円多い',
    ],
    ['企画課の人件費の合計とR5予算の合計の差は', '1,819,529千円少ない'],
    ['企画課と総務課の話をしています。双方の事業数の差はいくつですか', '差は2件'],
    ['人材の育成と圏域の市町職員の交流が話題です。両者の事業数はどちらが多いですか', '差は3件'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
});

describe('cells of every year of a span', () => {
  test.each<[string, string]>([
    [
      '連携事業の個票のうち、事業費のR8からR12までの5か年すべての欄に「—」または「-」が印字されている事業名をすべてご教示ください。R8の欄だけに印字があるものは除きます。',
      '2件です(「職員派遣研修についての検討」、「公共施設マネジメント推進事業」)',
    ],
    ['個票でR8の事業費が「—」の事業は何件', '5件です'],
    ['R6からR7まで予算の記載がある主要事務事業は何件', '9件です'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
  test('in an invented town', async () => {
    const ask = '水里市の評価で令和5年度から令和6年度まで予算の記載がある事業は何件';
    expect(await leadOf(invented, ask)).toContain('12件です');
  });
});

describe('what a sentence before the question leaves out', () => {
  test.each<[string, string]>([
    [
      'R3年度行政評価表について、複数の施策に掲載された事業は1件と数え、広域行政推進事業は人件費が行により異なるため対象から除きます。この条件のもとで、人件費(目安)がR5年度予算額を上回る事業は何件になりますか。',
      '11件です',
    ],
    [
      '評価表に達成率が書かれている指標について、令和3年度に成績がいちばん悪かったものを調べています。参加者が0人で達成率0.0％だったバスツアーは事情がはっきりしているので、除いて考えてください。それ以外で達成率が最も低いのはどの事業で、何％でしたか。',
      '38.0%',
    ],
    [
      'ふるさと寄附金促進事業は規模が違いすぎるので除いて考えます。企画課のR5予算の合計はいくらですか。',
      '64,379千円です(3事業)',
    ],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
  test('in an invented town', async () => {
    const ask =
      '管路更新事業は桁が違うので除いて考えます。水里市の上下水道センターの令和6年度予算の合計はいくらですか。';
    expect(await leadOf(invented, ask)).toContain('12,600千円です(1事業)');
  });
});

describe('the row of a project that stands in several', () => {
  test.each<[string, string]>([
    [
      'R3年度行政評価表のNo.16に掲げられた北九州市魅力発信事業の3つの成果指標について伺います。R3年度の達成率を単純平均すると何パーセントになりますか。',
      '平均は87.4%です(3KPI)',
    ],
    ['北九州市魅力発信事業のKPIの達成率の平均は', '88.6%です(4KPI)'],
  ])('%s', async (ask, expected) => {
    expect(await leadOf(bot, ask)).toContain(expected);
  });
});
