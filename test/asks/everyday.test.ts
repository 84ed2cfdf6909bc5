// Everyday words for a base, a verdict, a reason, and for what else names a plan.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { botWith, inventedTexts, open } from '../support/other-plans.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
let other: Bot;
beforeAll(async () => {
  [bot, other] = await Promise.all([seededBot(), botWith(open(inventedTexts()))]);
});

const said = async (ask: string, context?: string, of = bot) =>
  (await of.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('where it began', () => {
  test.each<[string, string, string?]>([
    ['たいきじどう もと何人おった', '基準値(現状値)は54人(令和元年度)'],
    ['空き店舗ってもと何％やったん', '16.6%'],
    ['サポーターってもともと何人おったん', '2,032人'],
    ['もともと何人いたの', '基準値(現状値)は54人', '久留米の待機児童の目標は'],
    ['もとは何人なん', '65人', '東京のほうから移ってくるやつ 相談窓口つかった移住者の目標って何人'],
    ['はじめ何件だったの', '6,044件', '刑法犯の目標は？'],
  ])('%s', async (ask, expected, context) => {
    expect(await said(ask, context)).toContain(expected);
  });

  test('one message asks where it began and where it is to go', async () => {
    const lead = await said('久留米のたいきじどう もと何人おった？で目標は何人？');
    expect(lead).toContain('54人');
    expect(lead).toContain('0人(令和6年度)');
  });
});

describe("a plan's own verdict", () => {
  test.each<[string, string]>([
    [
      '世界遺産の旧本事務所を巡るバスツアーの事業、令和3年度の市の自己評価はどうだったのですか。',
      '「遅れ」(令和3年度)',
    ],
    ['国際交流事業は役所の評価でどうだった', '「順調」(令和3年度)'],
    ['ふるさと寄附金促進事業の市の評定は', '「大変順調」'],
    ['自己評価が遅れの事業はいくつ', '2件'],
    ['防犯灯の市の自己評価は', '欄がない'],
    ['18市町の圏域を売り出すやつ R3の事業評価どうなん', '「北九州都市圏域連携事業」の事業評価は「やや遅れ」'],
    ['都市圏をPRする事業のR3の事業評価', '「やや遅れ」'],
    ['連携中枢ビジョンの水道技術研修の事業評価は', '欄がない'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('in other towns as well', async () => {
    expect(await said('管路更新事業の市の自己評価は', undefined, other)).toContain('総合評価は「C」');
  });
});

describe('reasons', () => {
  test.each<[string, string, string]>([
    ['世界遺産のバスツアー 目標何人になった？', 'なんで参加の人数見直したと？', '保全'],
    ['バスツアーの目標は？', 'どうして人数を見直したの', '保全'],
    ['共同プロジェクトの目標は', 'なんで4部会のやり方やめたと', '部会'],
    [
      'バスツアーの目標は',
      '公共施設の見直しはなぜ',
      '「公共施設マネジメント推進事業」の理由は資料に記載がありません',
    ],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });

  test.each<[string, string]>([
    [
      '東アジア経済交流推進機構の事業で、中期目標の数値が変更された背景を取材しています。資料ではどう説明されていますか。',
      '4部会が廃止',
    ],
    ['地域総括補助金を見直した背景を調べています。どのように説明されていますか。', '課題への対応'],
  ])('%s: asked once, whatever comes behind', async (ask, expected) => {
    const { lead, query } = await bot.ask(ask);
    expect(lead).toContain(expected);
    expect(query?.map((one) => one.ask)).toEqual(['why']);
  });
});

describe('how many parts there are', () => {
  test.each<[string, string]>([
    ['久留米の総合戦略は政策パッケージいくつに分かれてる', '政策パッケージは6件'],
    ['久留米の施策はいくつの基本的方向に分けている？', '基本的方向は13件'],
    ['基本目標はいくつに分けられていますか 久留米', '基本目標は5件'],
    ['連携中枢の取組は いくつの分野に分かれとるん', '分野は6件'],
    [
      '久留米市の第2期の総合戦略では、事業を「政策パッケージ」というまとまりに分けているようですが、いくつに分かれていますか。',
      '政策パッケージは6件',
    ],
  ])('%s', async (ask, expected) => {
    const lead = await said(ask);
    expect(lead).toContain(expected);
    expect(lead.split('\n')).toHaveLength(1);
  });

  test('in other towns as well', async () => {
    const lead = await said('星見の戦略は重点戦略がいくつに分かれてる', undefined, other);
    expect(lead).toContain('4件');
  });
});

describe('two things with a counter each', () => {
  test.each<[string, string[]]>([
    [
      '久留米市の産業面の目標を記事にします。製造品出荷額等はいくら、市内のバイオ関連企業は何社を目指しているのでしょうか。',
      ['361,466百万円(令和6年度)', '43社(令和6年度)'],
    ],
    ['防犯灯はいくら、防犯カメラはいくら？', ['21,800千円', '57,740千円']],
    ['待機児童は何人、空き家の活用は何件が目標ですか', ['0人(令和6年度)', '144件(令和6年度)']],
    ['寄附金額はいくら、寄附件数は何件がR3の実績ですか', ['181,809万円', '96,953件']],
    ['ドクターカーの生存率は何％、がん検診の受診率は何％にする目標ですか', ['20.0%', '30.0%']],
    ['R5の国際政策課は何件、企画課は何件？', ['「国際政策課」の事業は8件', '「企画課」の事業は4件']],
    ['R5の国際交流事業はいくら、ASEANの事業はいくら？', ['令和5年度の予算(事業費)は8,401千円', '3,561千円']],
  ])('%s', async (ask, parts) => {
    const lines = (await said(ask)).split('\n');
    expect(lines).toHaveLength(2);
    for (const [at, part] of parts.entries()) expect(lines[at]).toContain(part);
  });

  test('in other towns as well', async () => {
    const lead = await said('管路更新はいくら、浄化槽はいくら？', undefined, other);
    expect(lead.split('\n').map((line) => line.slice(0, 9))).toEqual([
      '「管路更新事業」の',
      '「浄化槽設置補助事',
    ]);
  });
});

describe('a part of a plan by its number and by the part above it', () => {
  test.each<[string, string]>([
    ['3の3の人材育成の事業', '「人材の育成」の事業は5件'],
    ['3の3のaの事業は', '5件'],
    ['3の1のfの事業', '4件'],
    ['3の1の災害対策', '「災害対策」の事業は4件'],
    ['3の3の人材育成 けんしゅうの今年のお金 ぜんぶでいくら', '21,911千円'],
    ['圏域マネ a人材の育成 R8事業費 合計 金額あるやつだけ', '21,911千円です(3事業'],
    [
      '圏域マネジメントの「人材の育成」の研修のうち、今年度の事業費に金額が書いてあるものを合計するといくらですか。',
      '21,911千円です(3事業)',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('what stands in a part of a plan', () => {
  test.each<[string, string]>([
    ['連携の一覧の観光んとこ どんな事業が並んどる？', '「戦略的な観光施策」の事業は4件'],
    ['北九州の連携 災害のとこ どんな事業', '災害対策」の事業は4件'],
    ['主要事務事業の暴力団んとこ', '事業は2件です(「暴力団放逐推進・支援等事業」'],
    ['久留米の戦略の農業んとこの事業', '事業は2件です(「久留米でやってみん農'],
    ['連携ビジョンの福祉んとこ、事業いくつ', '福祉」の事業は6件'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('how it is checked, and what the towns around do', () => {
  test.each<[string, string]>([
    ['くるめの戦略 すすんでるかどうやってチェックする？', '検証組織'],
    ['久留米の戦略が進んでいるかはどうやって検証する？', '検証組織'],
    ['DX研修の効果はどうやって確認するの', '効果は「'],
    ['今度の連携の個票の公共施設のやつ 北九州以外の市町は何したらいいん', '知見の収集と提供'],
    ['水道技術研修で北九州以外の市町は何をするの', '連携市町:研修に参加する'],
    ['DX研修 よその市町は何するん', '連携市町:事業の推進に協力する'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('a thing that there is sets the scene', () => {
  test.each<[string, string]>([
    [
      '首都圏にいる人に北九州市内の会社の仕事を副業でしてもらう事業がありますよね。令和3年度は実際に何件結びついたのでしょうか。',
      '「複業・兼業のマッチング件数」の実績は10件(令和3年度)',
    ],
    ['世界遺産のバスツアーがありますよね。目標は何人ですか。', '目標値は120人'],
    ['ふるさと納税をPRする事業があるじゃないですか。R5の予算はいくらですか', '1,837,000千円'],
    ['中国の事務所があるやん。あれの予算なんぼ', '35,544千円'],
  ])('%s', async (ask, expected) => {
    expect((await said(ask)).startsWith('資料の記述')).toBe(false);
    expect(await said(ask)).toContain(expected);
  });

  test('of what was sold no statement without an amount tells', async () => {
    expect(await said('道の駅くるめって去年いくら売れた？')).toContain('見つかりません');
  });
});

describe('who takes part', () => {
  const asked = 'UIターンのやつ どこが入ってる？';
  test.each<[string, string, string?]>([
    [asked, '17市町(6市11町)'],
    ['水道技術研修はどこが参加してる？', '18市町(6市12町)'],
    ['DX研修はどこが入っとるん', '18市町(6市12町)'],
    ['そのうち市だけだと？', '市は6市です', asked],
    ['町だけ教えて', '町は11町です', asked],
    ['町は？', '町は11町です', asked],
    ['市はいくつ', '市は6市です', asked],
    ['水道技術研修に参加する市は', '市は6市です'],
    ['UIターンのやつに入ってる町は', '町は11町です'],
    ['公共図書館連携事業ってどこが参加？', '参加市町は記載がありません'],
  ])('%s', async (ask, expected, context) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('1番 is 一番', () => {
  test.each<[string, string]>([
    ['予算が1番多い事業 R5', '3,144,000千円'],
    ['1番少ない予算の事業 R7', '900千円'],
    ['達成率が1番低いKPI', '0.0%'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});
