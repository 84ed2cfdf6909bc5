// A sentence that goes on from a winner, and two things asked side by side.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import type { Query } from '../../src/question/query.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('whom the answer before named is meant', () => {
  test.each<[string, string, string]>([
    ['人件費が最も高い事業は？', 'その事業の所管課はどこ', '担当課は都市マネジメント政策課です'],
    ['R5の予算が一番多い事業は？', '予算はいくら？', '令和5年度の予算(事業費)は3,144,000千円です'],
    ['担当事業が一番多い課はどこ', 'その課の事業のR5予算の合計は', '264,813千円です(8事業)'],
    ['達成率が一番低いKPIは？', '目標は？', '「バスツアーの参加者数」の目標値は120人'],
    ['達成率が一番低いKPIは？', 'なぜ低いの？', '新型コロナウイルス感染症の影響'],
    ['防犯カメラと防犯灯、R7の予算はどちらが多い', 'その事業の担当課は', '「防犯カメラ運用事業」の担当課は'],
    ['R5予算が一番多い事業は', 'R6は？', '令和6年度の予算(事業費)が最も大きい事業は'],
    ['バスツアーに誰も来なかったのはなぜ', '予算はいくら', '「世界遺産集客にぎわい創造事業」の令和5年度'],
    ['がん検診の受診率の目標は何%', '今の数字と何ポイント差がある？', '13.1ポイントの増'],
    ['ふるさと納税のR3の実績は何件', '金額だと？', '「寄附金額」の実績は181,809万円'],
    ['東部の事業を教えて', '西部は？', '「西部」の事業は'],
    ['DX人材育成研修の費用負担は？', '原則北九州市負担の事業はほかに何件ある？', '事業は1件です'],
  ])('%s ⇒ %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });

  test('in one message as well', async () => {
    expect(await said('R5の予算が一番多い事業は？その担当課は？')).toMatch(
      /3,144,000千円.*\n.*担当課は総務課です/,
    );
  });
});

/** Asked one after the other as a thread keeps them. */
async function thread(...asks: string[]): Promise<string[]> {
  let before: Query[] | undefined;
  const leads: string[] = [];
  for (const ask of asks) {
    const answer = await bot.ask(ask, before ? { before, context: 'x' } : {});
    before = answer.query;
    leads.push(answer.lead.normalize('NFKC'));
  }
  return leads;
}

describe('a thread goes on', () => {
  test.each<[string[], string[]]>([
    [
      ['国際政策課の事業を教えて', 'R5予算の合計は', 'その中で一番高いのは', 'その事業のKPIは', '達成率は？'],
      ['8件', '264,813千円', '最も大きい事業は「(公財)アジア成長研究所補助金」', 'KPIは2件', '83.3%'],
    ],
    [
      ['ふるさと寄附金促進事業の予算は', 'KPIは', '達成した？', '同じ課のほかの事業は'],
      ['1,837,000千円', 'KPIは2件', 'はい、「寄附件数」', '事業は3件'],
    ],
    [
      ['遅れているKPIは？', 'その中で企画課のは', '一番達成率が低いのは'],
      ['7件', '3件', '73.6%'],
    ],
    [
      ['久留米の待機児童の目標は', '今は何人？', 'いつまで？', '北九州は？'],
      ['0人', '54人', '令和6年度', '見つかりませんでした'],
    ],
    [
      ['企画課のR5予算の合計は', 'R4だと', 'どれだけ増えた', '総務課は？'],
      ['1,901,379千円', '1,178,733千円', '722,646千円の増', '476,172千円の増'],
    ],
    [
      ['防犯カメラの予算は', '防犯灯は？', 'どっちが多い？', '差は'],
      ['57,740千円', '21,800千円', '多いのは「防犯カメラ運用事業」', '差は35,940千円'],
    ],
    [
      ['主要事務事業で減額されたのは何件', 'その合計額は'],
      ['5件', '87,682千円'],
    ],
    [
      ['R6にはなくてR7から入った主要事務事業は', 'いくらで、担当はどこ？'],
      ['全世代参加型地域コミュニティ推進事業', '28,000千円'],
    ],
    [
      ['防犯カメラと防犯灯、R7の予算はどっちが多い？', 'R6でも同じ？'],
      ['57,740千円', '令和6年度の予算(事業費)が多いのは「防犯カメラ運用事業」の39,464千円'],
    ],
    [
      ['達成率が一番高いKPIは', '逆に一番低いのは', 'どの事業の？', '担当課は'],
      ['49,243.4%', '0.0%', '世界遺産集客にぎわい創造事業', '担当課は総務課'],
    ],
    [
      ['総務課の事業は何件？', '企画課は？', '国際政策課は？', 'どこが一番多い？', 'その課のR5予算の合計は'],
      ['6件', '4件', '8件', '多いのは「国際政策課」の8件', '264,813千円'],
    ],
    [
      ['宮若市が参加していない連携事業は', '苅田町は？'],
      ['記載がありません', '1件です(「北九州市U・Iターン応援プロジェクト」'],
    ],
    [
      ['R5の予算が1億円以上の事業は', '何件？', '合計は？'],
      ['3件', '3件', '5,121,000千円'],
    ],
    [
      ['西部地域振興パッケージのKPIは', '目標値も', '一番高いのは'],
      ['3件', '1,603人', '目標値が最も大きいKPIは'],
    ],
    [
      ['遅れているKPIは何件', '達成は？', '注意は？'],
      ['7件', '20件', '3件'],
    ],
    [
      ['R7予算が多い主要事務事業を3つ', '合計は'],
      ['上位3件は「市民センター管理運営・整備事業」', '2,752,218千円'],
    ],
    [['住みやすさ向上パッケージの事業はいくつ？あとKPIの数も'], ['KPIは8件']],
  ])('%s', async (asks, expected) => {
    const leads = await thread(...asks);
    for (const [at, part] of expected.entries()) expect(leads[at]).toContain(part);
  });

  test('no two figures of one year are held against each other', async () => {
    const [, change] = await thread('防犯灯の予算は', 'どれだけ変わった');
    expect(change).toContain('令和6年度の26,057千円から令和7年度の21,800千円へ、4,257千円の減');
  });
});

describe('claims', () => {
  test.each<[string, string]>([
    ['証明書コンビニ交付サービスの担当って地域振興課じゃなかった？', 'いいえ、'],
    ['証明書コンビニ交付サービスの担当って区政推進課じゃない？', 'はい、'],
    ['防犯灯は主要事務事業に載ってる？', 'はい、'],
    ['DX人材育成研修は主要事務事業にあるの？', 'いいえ、'],
    ['ドクターカーの心肺停止の1か月生存率、目標は30%で合ってる？', 'いいえ、'],
    ['海外事務所の貢献度、R3は目標の80%超えてたと聞いたけど', 'はい、'],
  ])('%s', async (ask, begins) => {
    expect((await said(ask)).startsWith(begins)).toBe(true);
  });
});

describe('things with what is asked of each', () => {
  test.each<[string, string[]]>([
    ['防犯カメラのR6予算と、防犯灯のR7予算を教えて', ['39,464千円', '21,800千円']],
    ['久留米の女性活躍セミナーの参加者の目標と、創業融資の目標件数', ['230人', '90件']],
    ['定住・移住促進事業の予算と相談者数の目標は', ['44,090千円', '200人']],
    ['R6の防犯カメラの予算と防犯灯の予算を教えて', ['39,464千円', '26,057千円']],
  ])('%s', async (ask, figures) => {
    const lead = await said(ask);
    for (const figure of figures) expect(lead).toContain(figure);
    expect(lead.split('\n')).toHaveLength(2);
  });

  test('what is not found is said beside what is', async () => {
    const lead = await said('防犯灯の予算と宇宙エレベーターの予算');
    expect(lead).toContain('21,800千円');
    expect(lead).toMatch(/「エレベーター」は、収録している資料に記載がありません/);
  });
});

describe('what is left out of the set that the thread speaks of', () => {
  const sum = '企画課の令和5年度予算の合計を教えて';
  test.each<[string, string, string]>([
    [sum, 'ふるさと寄附金を除くと？', '64,379千円です(3事業)'],
    [sum, 'ふるさと寄附金促進事業抜きの合計は？', '64,379千円です(3事業)'],
    [sum, '再掲を除くと？', '1,901,379千円です(4事業)'],
    [sum, 'ふるさと寄附金促進事業以外では、どれが一番大きい？', '「定住・移住促進事業」の44,090千円'],
    [
      '主要事務事業のR7予算の合計は',
      '市民センター管理運営・整備事業を除くといくら？',
      '454,222千円です(9事業)',
    ],
    ['久留米のKPIは何件', '東部地域振興パッケージを除くと？', 'KPIは43件'],
    ['遅れている事業を教えて', '国際政策課は除いて', '事業は1件です(「世界遺産集客にぎわい創造事業」)'],
    ['防犯カメラ運用事業の令和七年度予算は？', 'その1つ前の年度は？', '令和6年度の予算(事業費)は39,464千円'],
    [
      '安全・安心推進課の主要事務事業4本、令和7年度予算は合計いくら？',
      'その4本のうち、R6より減っているのは？',
      '事業は2件です(「防犯灯設置事業」',
    ],
  ])('%s | %s', async (context, ask, expected) => {
    expect((await bot.ask(ask, { context })).lead.normalize('NFKC')).toContain(expected);
  });
});

describe('a part of a plan by its code, and what hangs on it', () => {
  test.each<[string, string[]]>([
    [
      'V-3-(2)-②って何という施策ですか？ そこに付いている事業名も知りたいです',
      ['「公共施設の転活用などの検討」', '事業は1件です(「公共施設マネジメント推進事業」)'],
    ],
    [
      'VII-1-(1)-①はなんという施策で、どんな事業がある？',
      ['東アジア経済交流推進機構', '事業は1件です(「東アジア(環黄海)経済交流推進機構推進事業」)'],
    ],
    ['VII-1-(1)-①はどういう施策', ['番号はVII-1-(1)-1です']],
  ])('%s', async (ask, expected) => {
    const lead = await said(ask);
    for (const one of expected) expect(lead).toContain(one);
  });
  test.each<[string, string, string]>([
    ['久留米の総合戦略の計画期間は', 'そこに載っているKPIは？', '「久留米総合戦略」のKPIは46件です'],
    ['V-3-(2)-②って何という施策ですか？', 'そこに入っている事業は？', '事業は1件です'],
  ])('%s | %s', async (context, ask, expected) => {
    expect(await said(ask, context)).toContain(expected);
  });
});

describe('figures in every year', () => {
  test.each<[string, string]>([
    ['防犯灯設置事業の予算を年度別に教えて', '令和6年度 26,057千円、令和7年度 21,800千円です'],
    ['防犯灯設置事業の各年度の予算を教えて', '令和6年度 26,057千円、令和7年度 21,800千円です'],
    ['主要事務事業の予算の合計を年度ごとに', '令和6年度が2,548,267千円(9事業'],
    ['企画課の予算の合計の推移は', '令和4年度が1,178,733千円(4事業)、令和5年度が1,901,379千円(4事業)'],
    [
      '若者の犯罪行為への加担防止啓発事業、R6〜R7の予算額を年度ごとに',
      '令和6年度 1,500千円、令和7年度 900千円',
    ],
    ['主要事務事業で、R6より減っている事業は？', '令和6年度の予算(事業費)より小さい」の事業は5件'],
    ['R4より減った事業を挙げて', '令和5年度の予算(事業費)が令和4年度の予算(事業費)より小さい」の事業は14件'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});
