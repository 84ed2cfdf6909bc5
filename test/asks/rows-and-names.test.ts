// Rows by their number, names by how they begin and end, the first two of a row, and what figures rest on.
import { describe, expect, test } from 'vitest';
import { saidBySeeds } from '../support/said-by-seeds.ts';

const said = saidBySeeds();

describe('another row of the table is asked the same', () => {
  test.each<[string, string, string]>([
    ['行政評価No.24のR3年度の達成率は何%か。', 'No.25は?', 'の達成率は38.0%(令和3年度)です'],
    ['行政評価No.24のR3年度の達成率は何%か。', '25番は?', 'の達成率は38.0%(令和3年度)です'],
    ['No.24の担当課は?', 'No.25は', '「ASEAN新都市間連携促進事業」国際政策課'],
    ['主要事務事業のNo.3の予算はいくら', 'No.5は?', '「暴力団放逐推進・支援等事業」10,100千円'],
    [
      '国際交流事業のR5予算は?',
      'No.25のR4は?',
      '「ASEAN新都市間連携促進事業」の令和4年度の予算(事業費)は3,960千円',
    ],
    ['事務事業番号2のR7予算は?', '事務事業番号6は?', '900千円'],
    ['行政評価No.24の達成率は?', 'No.25とNo.26は?', '達成率は124.3%'],
    // A place in a list is none of its rows.
    ['主要事務事業を挙げて', '2番目のは担当どこ', '「証明書コンビニ交付サービス維持管理事業」の担当課は'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('rows side by side are all meant', () => {
  test.each<[string, string]>([
    ['行政評価No.25とNo.26の担当課は', '事業は2件です(「ASEAN新都市間連携促進事業」国際政策課'],
    ['行政評価No.25とNo.26のR3年度の達成率は?', '達成率は124.3%'],
    ['主要事務事業のNo.3とNo.4のR7予算の合計は', '79,540千円です(2事業)'],
    ['行政評価No.24とNo.25、R3年度の達成率はどっちが高い?', '差は52.9ポイント'],
    ['行政評価のNo.1、No.2、No.4はどの事業', '1件です(「公立大学法人北九州市立大学運営事業」)'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('how names begin and end, and what they do not hold', () => {
  test.each<[string, string]>([
    ['行政評価で名称が「事業」で終わるものはいくつ?', '18件です'],
    ['主要事務事業のうち名称が「事業」で終わらないものは?', '名前が『事業』で終わらない」の事業は2件です'],
    ['久留米のKPIで「者数」で終わるものは?', '9件です'],
    ['主要事務事業で名前の最後に「補助金」がつくものは', '1件です(「地域総括補助金」)'],
    ['名前の頭に「国際」が付く事業は?', '1件です(「国際交流事業」)'],
    ['主要事務事業のうち名前に「事業」が入らないものは?', '1件です(「地域総括補助金」)'],
    ['主要事務事業のうち名前に「事業」が入っていないものは?', '名前に『事業』を含まない」の事業は1件です'],
    ['行政評価で名称に「事業」が付いてない事業の予算の合計は', '183,921千円です(2事業)'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test.each<[string, string]>([
    ['そのうち名称が「体制の構築」で終わるものは。', '2件です'],
    ['このうち、名前が「遠賀川」から始まるのはどれ?', '1件です(「遠賀川流域市町'],
  ])('of the set of a thread: %s', async (ask, expected) => {
    expect(await said(ask, '連携事業一覧の災害対策に挙がっている事業を列挙してください。')).toContain(
      expected,
    );
  });
});

describe('the first of a row and the one behind it', () => {
  test.each<[string, RegExp]>([
    [
      '行政評価の表でR5予算が一番小さい事業と、その次に小さい事業。',
      /1,280千円、「関門連携推進事業」の1,320千円/,
    ],
    ['行政評価でR5予算が一番大きい事業と2番目に大きい事業は?', /3,144,000千円、「ふるさと寄附金促進事業」/],
    ['R5の予算が最も大きい事業と、その次は?', /上位2件/],
    ['人件費が一番高い事業と、次点の事業を教えて', /54,000千円、「定住・移住促進事業」の30,750千円/],
    ['達成率がいちばん低いKPIとその次に低いKPIの率', /0\.0%、「アセアン.*38\.0%/],
    ['事業が一番多いパッケージと、次に多いパッケージ', /13件、.*10件/],
    [
      '総務課の事業で予算が一番大きいのはどれ?その次は?',
      /\n.*2番目に大きい事業は「世界遺産維持活用保全事業」/,
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toMatch(expected);
  });

  test.each<[string, string]>([
    ['R5予算が一番大きい事業と2番目に大きい事業の差は?', '差は1,307,000千円です'],
    ['人件費が一番高い事業と次点の事業の差は何千円?', '差は23,250千円です'],
    ['総務課の事業でR5予算が最大の事業とその次の事業の合計', '合計は3,170,245千円です(2事業)'],
    // What ranks stands before them.
    ['R4とR5の差が一番大きい事業と2番目の事業は', '727,000千円(1,110,000千円→1,837,000千円)、「公立大学法人'],
    ['主要事務事業でR7予算が一番高い事業、2番目、3番目は?', '上位3件は'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('その次は in a thread', async () => {
    expect(await said('その次は?', '総務課の事業で予算が一番大きいのはどれ?')).toContain(
      '2番目に大きい事業は',
    );
  });
});

describe('what is more by an amount is no column of words', () => {
  test.each<[string, string]>([
    [
      '増減欄が「増額」の2事業(市立大とふるさと寄附)、R4からR5の増え幅はどちらが何千円大きいですか?',
      '「ふるさと寄附金促進事業」の727,000千円増',
    ],
    [
      '事業費の増減が「維持」の世界遺産維持活用保全事業と定住・移住促進事業、R4からR5の増減はどちらが何千円大きい?',
      '差は1,213千円',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('a gap to a figure of its own, in a thread', () => {
  test.each<[string, string, string]>([
    [
      '久留米シティプラザの来館者数、R6の目標っていくつ?',
      'じゃあ美術館は?基準値との差も頼んます',
      '1.4万人の増',
    ],
    ['転入者数の目標は?', 'じゃあ宿泊者数は?現状値との差も教えて', '1.7万人の増'],
    // Of two records that were asked of, where no other figure is named.
    ['久留米シティプラザの来館者数の目標は', '美術館は?差はいくら', '差は50.3万人'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('what a target rests on, and what a letter stands for', () => {
  test.each<[string, string]>([
    ['SNSの閲覧件数のR5の目標値は何を根拠に決めたの?', '令和4年度の実績をもとに'],
    ['バスツアーの参加者数の目標120人の根拠は', '参加人数を見直したため'],
    ['寄附件数の達成率の根拠は', '96,953 ÷ 64,616'],
    ['久留米の戦略に出てくるMICEの「I」って何の略で、どういう意味って書いてあります?', 'Incentive Travel'],
    ['PDCAのPって何', 'Plan(計画)'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('the target of the thread', async () => {
    const lead = await said('その根拠は?', 'バスツアーの参加者数の目標は?');
    expect(lead).not.toContain('判定は');
    expect(lead).toContain('参加人数を見直したため');
  });

  test('a letter that the word does not hold is not explained by it', async () => {
    expect(await said('MICEの「X」って何の略?')).not.toContain('Incentive');
  });
});

describe('how much somebody pays, where the plan tells only who pays', () => {
  test.each([
    '水道技術研修の受講費、連携市町は1人あたりなんぼ払うと?',
    'DX人材育成研修は1人あたりいくら負担する?',
    '水道技術研修の受講料は1回いくら?',
    '連携市町は企画研修の費用を何円払う?',
  ])('%s', async (ask) => {
    const lead = await said(ask);
    expect(lead).toMatch(/^「[^」]*研修の[^」]*」の費用負担の額は資料に記載がありません。/);
    expect(lead).not.toMatch(/\d円|千円|18市町/);
  });

  test('the budget is told where nobody is said to pay', async () => {
    expect(await said('企画研修の費用はいくら')).toContain('1,309千円');
  });
});

describe('a level that tells where a KPI stands is not counted', () => {
  test.each<[string, string]>([
    ['久留米の基本目標で、雇用保険の労働者数はいくつにする?あと年間観光消費額の目標も', '89,000人'],
    ['久留米の基本目標で宿泊者数をいくつにしますか', '41.0万人'],
    ['久留米の基本目標で年間観光客数はいくつですか', '625万人'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});
