// Words converted wrongly, years said by their number alone, and what only sentences of the documents name.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('two kanji that are no word are read by their sound', () => {
  test.each<[string, string]>([
    [
      '企画立案研集の合同実施と新任課長係長研集 令和8の時業費あわせていくらか至急',
      '合計は1,705千円です(2事業)',
    ],
    [
      '令和3年度の行政表価の一覧で令和5年度予産が一番大きい時業どれ 金額も',
      '「公立大学法人北九州市立大学運営事業」の3,144,000千円',
    ],
    ['総務課の時業で令和5年度予産が一番大きいもの', '「公立大学法人北九州市立大学運営事業」の3,144,000千円'],
    ['令和3年度の行政評化で大変順調の時業はいくつ', '事業は4件です'],
    ['がん検真の受診率の目票は', '目標値は30.0%(令和6年度)です'],
    ['待機児堂数の目標は', '「待機児童数」の目標値は0人'],
    ['定住移住促進時業 令和4と5で予産の差学いくら増えたか減ったか', '2,100千円の減です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test.each([
    '庁内報で紹介する事業を挙げて',
    '二重計上なしで国際政策課のR5予算の合計は',
    '自治区会長会で聞かれた防犯カメラの予算は',
    '久留米市第2期総合戦略の行数は',
    '兼業と複業の違いは',
  ])('%s holds words of its own', async (ask) => {
    const { query } = await bot.ask(ask);
    expect((query ?? []).flatMap(({ assumed }) => assumed).join()).not.toContain('として読みました');
  });
});

describe('the year right after another, by its number alone', () => {
  test.each<[string, string]>([
    ['防犯カメラ運用事業、R6と7の予算は?', '令和6年度 39,464千円、令和7年度 57,740千円'],
    ['市民センター管理運営・整備事業は令和6と7でいくら違う', '294,413千円の増です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('what sentences name is told by them', () => {
  test.each<[string, string]>([
    [
      '連携事業の公共施設マネジメント推進事業ですが、圏域の各市町で何が課題になっているから取り組む、という説明になっていますか。',
      '公共施設の老朽化への対応を課題として',
    ],
    [
      'サステナブルシティの推進、SDGsの理念を継承したうえで、何という視点を切り口にすると書いてあったっけ',
      '「サステナビリティ」を切り口',
    ],
    ['市立大学に市が運営の経費を交付する根拠、何法の第何条と書かれていますか?', '地方独立行政法人法第42条'],
    ['北九州市立大学への経費の交付は第何条に基づくんだっけ', '地方独立行政法人法第42条'],
    [
      '複業・兼業による関係人口づくり、マッチングの自走化はいつからを目指すとしているか',
      '要約):複業・兼業のマッチング事業で周知に力を入れたのは、令和6年度からの自走化',
    ],
    [
      '久留米市の総合戦略の効果検証って、役所の外からはどんな人が加わる組織でやることになってますか',
      '要約):総合戦略の効果は行政内部だけでなく、外部有識者や市民団体',
    ],
    [
      '税・税外債権の職員向け研修として挙がっている研修を①から④まで全部挙げてください。',
      '関門連携債権管理事務研修会',
    ],
    // A column or a kind of record is none of these.
    ['施策番号VII-1-(1)-①って何という施策でしたか。', '番号はVII-1-(1)-1です'],
    ['「環境」には何という連携事業がありますか', '事業は5件です'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('rows that stand in a list again, and what is right', () => {
  test.each<[string, string]>([
    [
      '北九州市U・Iターン応援プロジェクトは、一覧の「経済成長のけん引」のところにも【再掲】で載っている、で間違いないですか。',
      'はい、',
    ],
    ['風力発電関連産業の総合拠点の形成は「環境」に再掲されている?', 'はい、'],
    ['水道技術研修の実施は「環境」のところにも再掲されていますか', 'いいえ、'],
    [
      '北九州の連携事業の一覧を数える宿題が出ました。「地域振興」のところに並んでる連携事業って何件が正解ですか?',
      '事業は10件です',
    ],
    ['防犯カメラ運用事業のR7予算は57,740千円が正解ですか', 'はい、'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('a KPI called after its project', () => {
  const of = '久留米市の空き家の流通・活用支援事業ではどんなことをしていますか?';
  test.each<[string, string, string]>([
    [of, 'そうなんですね。支援した件数の目標は何件ですか?', '目標値は144件(令和6年度)です'],
    [of, '基準値は?', '基準値(現状値)は50件'],
    ['女性活躍促進事業の概要は', '目標は何人?', '目標値は230人(令和6年度)です'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});
