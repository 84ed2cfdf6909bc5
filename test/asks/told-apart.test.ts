// What the sentences around a question tell: the paper it is printed on, what was described before, whose word is checked.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('the paper that a plan is printed on', () => {
  test.each([
    [
      '北九州の連携事業の紙で、今年度の事業費に数字が入っているもののうち、いちばん金額が小さいのはどの事業でしょうか。金額も教えてください。',
      '「新任課長・係長研修の実施」の396千円',
    ],
    [
      '北九州の行政評価のプリントで、令和5年度の予算がいちばん大きいのはどの事業ですか。額も知りたいです。',
      '3,144,000千円',
    ],
    ['久留米の総合戦略の書類に、KPIはいくつ載っていますか。', '46件'],
    ['総務市民局の主要事務事業のペーパーで、R7にR6より予算が増えたのはどれですか', '3件'],
    ['北九州の連携事業の黄色い紙で、今年度の事業費がいちばん大きいのはどの事業でしょうか。', '91,000千円'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('what no plan knows leads to no record of another plan', async () => {
    const lead = await said(
      '連携事業の黒板で、今年度の事業費がいちばん小さいのはどの事業でしょうか。金額も教えてください。',
    );
    expect(lead).toContain('「黒板」');
    expect(lead).not.toContain('くるめっ子');
  });
});

describe('what the sentence before describes', () => {
  test.each([
    [
      'お疲れさまです。市内の商工団体の方から、中国に市の経済事務所を置いて地元企業の進出を手伝っている事業について電話をもらいました。先方は「4年度より少し減ったはず」と言っておられます。行政評価の表では、この事業の令和5年度予算額はいくらと載っていますか。夕方に折り返す約束です。',
      '「中国ビジネスサポート拠点整備事業」の令和5年度の予算(事業費)は35,544千円',
    ],
    [
      'お疲れさまです。町内会の役員さんから、犯罪を防ぐために街頭にカメラを置く事業について問い合わせがありました。「7年度は減ったと聞いた」とのことです。主要事務事業の表では、この事業の令和7年度の予算額はいくらですか。',
      '「防犯カメラ運用事業」の令和7年度の予算(事業費)は57,740千円',
    ],
    [
      'お世話になります。新聞社の方から、世界遺産を守って活かしていく事業について電話がありました。「4年度より増えたらしい」と言っています。行政評価の表では、この事業の令和4年度予算額はいくらでしょうか。',
      '「世界遺産維持活用保全事業」の令和4年度の予算(事業費)は27,132千円',
    ],
    [
      '寄附してくれた方に特産品を送るふるさと寄附の事業について、財政から問い合わせがありました。「ほかの事業はほとんど『継続』なのに、ここだけ違ったはず」と言われています。令和3年度の行政評価の表で、この事業の「成果の方向性」は何と書かれていますか。',
      '成果の方向性は「拡大」',
    ],
    [
      '熊本市の方と話していたら、四都市のあいだで市民割引の料金で入れる動物園や美術館の数が話題になりました。先方は「50くらいでしたかね」とおっしゃっていました。北九州市の行政評価の表で、この施設数の令和5年度の目標はいくつになっていますか。',
      '52施設(令和5年度)',
    ],
    [
      '市民の方から、保育所に入れずに待っている子どもの人数について電話をもらいました。「まだ50人くらいいるんでしょう」と言われました。久留米の総合戦略で、この人数の令和6年度の目標はいくつですか。',
      '「待機児童数」の目標値は0人',
    ],
    [
      '若い人が犯罪に手を貸さないように呼びかける事業について、議会事務局から質問がありました。この事業の令和7年度の予算額と担当課を教えてください。',
      '900千円、担当課は安全・安心推進課',
    ],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('whoever is no thing of the plans is no part of the description', async () => {
    const lead = await said(
      '久留米大学の先生と話していたら、観光でくる人の数が話題になりました。久留米の総合戦略で、この数の目標はいくつですか。',
    );
    expect(lead).toContain('625万人');
  });
});
