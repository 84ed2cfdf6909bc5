// Several things asked in one breath, what stands beside them, and words that choose or describe rather than ask.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('two in one', () => {
  test.each<[string, string[]]>([
    ['宿泊者数は今は何人で、目標は何人？', ['41.0万人', '基準値']],
    ['No.18の予算、No.20の所管課', ['1,837,000千円', '都市マネジメント政策課']],
    ['主要事務事業 R6予算 最大と最小の事業', ['市民センター管理運営', '若者の犯罪行為']],
    ['高度急性期医療等の提供は連携事業の一覧のどの区分の何ページ？', ['40', '2 高次']],
    ['防災の連携事業は何件あって、そのうち再掲は何件？', ['件です']],
    ['企業誘致件数は何件から何件に増やす？', ['基準値', '目標値']],
    ['公共施設の保有量、何年度までに何％減らす目標だったか', ['20%', '令和37年度']],
    ['/kpi 中心市街地の空き店舗率 何％を何％に下げる', ['16.6%', '12.3%']],
  ])('%s', async (ask, parts) => {
    const answer = await said(ask);
    for (const part of parts) expect(answer).toContain(part);
  });
});

describe('held against something', () => {
  test.each<[string, string, string?]>([
    ['R6よりR7の予算が多い主要事務事業は何件ですか', '3件'],
    ['評価が一番悪かった事業は？', '2件'],
    ['本市への愛着の令和3年度の実績は基準値を下回った？', '基準値'],
    ['情報接触度は令和3年度に目標の10位以内に入れましたか', 'いいえ'],
    ['防犯カメラの予算、7年度は6年度よりいくら多い？', '18,276千円'],
    ['そのうち防犯灯設置事業は何％？', '0.8%', '主要事務事業の令和7年度予算の合計は？'],
    ['翌年度は何％減った？', '16.3%', '防犯灯設置事業の令和6年度の予算は？'],
    ['水道技術研修の実施回数の目標値とR7の値で何回違う？', '2回'],
  ])('%s', async (ask, expected, context) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('where it stands and who does it', () => {
  test.each<[string, string]>([
    ['連携中枢ビジョンのP.62-65の事業を一覧で', '8件'],
    ['証明書のコンビニ交付をやっている課、ほかに何の事業をしている？', '区政推進課'],
    ['東京の事務所が担当する北九州市の事業は', '首都圏応援ネットワーク拡大事業'],
    ['待機児童を久留米はどうやって減らすの？', '保育士'],
    ['久留米と組んでいる町はどこ？', '大木町'],
    ['防犯灯、R7で何灯つける', '「灯数」は、収録している資料に記載がありません'],
    ['黒崎 明日 天気', '収録していません'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('threads', () => {
  test.each<[string, string, string]>([
    ['久留米の西部地域振興パッケージのKPIと目標は？', 'じゃあ東部のKPIの目標は？', '3,000件'],
    ['ふるさと寄附の寄附金額は令和3年度にいくら？', '何件？', '96,953件'],
    ['消防の職員を育てる事業について教えてください', '役割分担はどうなっていますか？', '連携市町'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

test('what is pointed at by name leaves the other words of a scene out', async () => {
  const asked =
    '散歩の会の世話役です。安全・安心推進課へ話を聞きに行く前に調べています。この課が担当している主要事務事業を全部教えてください。';
  expect(await said(asked)).toContain('4件');
});

test('a page that no part is printed on is said, and no list of everything', async () => {
  expect(await said('連携中枢ビジョンの150ページの事業は？')).toContain('「150ページ」');
});

describe('two things asked in one sentence, and how many they are', () => {
  test.each<[string, string[]]>([
    [
      '「2 高次の都市機能の集積及び強化に係る取組」は一覧で何ページから何ページまでとされているか、併せて、そのうち「a 高度な医療サービスの提供」に掲げられた連携事業名は何か、以上2点をご確認ください。',
      ['40～43ページ', '高度急性期医療等の提供'],
    ],
    [
      '防犯灯設置事業のR6予算はいくらか、あわせて担当課はどこか、以上2点を教えてください',
      ['26,057千円', '安全・安心推進課'],
    ],
  ])('%s', async (ask, expected) => {
    const lead = (await bot.ask(ask)).lead;
    for (const one of expected) expect(lead).toContain(one);
  });
});

describe('a list of towns that is not all of them, and a name that chooses nothing', () => {
  test.each<[string, string]>([
    [
      '北九州都市圏域の個票のうち、連携市町の欄が「全市町」となっておらず、市町名が個別に列記されている事業はどれか、事業名をお示しください。',
      '1件です(「北九州市U・Iターン応援プロジェクト」',
    ],
    ['個票で連携市町の欄が「全市町」でない事業はどれか', '1件です(「北九州市U・Iターン応援プロジェクト」'],
    [
      '連携事業の個票の「人材の育成」の区分だけを対象に、金額が入っているものを合計してください。研修と名の付くものでも「圏域の市町職員の交流」の区分のものは別立てで説明しますので、含めないでください。',
      '21,911千円です(3事業)',
    ],
  ])('%s', async (ask, expected) => {
    expect((await bot.ask(ask)).lead.normalize('NFKC')).toContain(expected);
  });
});
