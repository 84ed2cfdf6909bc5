// Who asks, what was heard and what is remarked before a question is no part of it; what the question lacks is taken from there.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

describe('who asks', () => {
  test.each<[string, string]>([
    ['業界紙で建設を取材しています。防犯灯設置事業の令和7年度の予算はいくらですか。', '21,800千円'],
    [
      '町史の編集をしております。主要事務事業のうち、令和7年度の予算がいちばん小さい事業はどれですか。',
      '900千円',
    ],
    ['商店街でパン屋をやっています。久留米の年間観光客数の目標は何人ですか。', '625万人'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('what was told before', () => {
  test.each<[string, string]>([
    [
      '安全・安心推進課が闇バイト対策をしていることに気づきました。安全・安心推進課の事業を全部知りたいのですが。',
      '「防犯灯設置事業」',
    ],
    [
      '令和7年度の数字を二つ教えてください。防犯灯設置事業の予算、それから防犯カメラ運用事業の予算です。',
      '57,740千円',
    ],
    ['待機児童は令和6年度にゼロの目標だと聞きました。合っていますか。策定時の人数も知りたいです。', '54人'],
    ['久留米で何人雇われる目標？雇用保険のやつ', '89,000人'],
    ['防犯カメラ運用事業、R6からR7でいくら増えた？率も', '46.3%'],
    ['おはようございます。今日から総務に来ました。', 'おはようございます。Hakaruです'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('held side by side', () => {
  test.each<[string, string]>([
    ['国際交流事業とASEAN新都市間連携促進事業、R3年度の達成率の差は何ポイント', '52.9ポイント'],
    ['防犯カメラ運用事業と防犯灯設置事業、R6からR7の伸び率が大きいのは？', '62.6ポイント'],
    ['一緒に進める事業、下関市と福岡市ではどちらが多い？', '14事業'],
    ['2018年度、東京圏と福岡市とどちらへの転出超過が多い？', '約500人'],
    ['久留米シティプラザの来館者数と久留米市美術館の入館者数、令和6年度の目標を合わせると何人', '721,000人'],
    ['久留米市の15歳以上80歳未満の滞在人口、平日と休日どっちが多い？', '237,672人'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('a share of the part that the thread spoke of', async () => {
    const lead = await said(
      '人材の育成の分野の令和8年度の事業費に占める割合は？',
      'DX人材育成研修の実施のR8予算は',
    );
    expect(lead).toContain('93.1%');
  });
});

describe('what has no money is asked for its measure', () => {
  test.each<[string, string]>([
    ['学童で高学年を受け入れる校区をいくつ増やす計画ですか', '14校区の増'],
    ['農業都市久留米は令和元年度にどれだけ知られてる？', '18.8%'],
    ['ふるさと納税、R3になんぼ集まったん？', '181,809万円'],
    ['久留米の宿泊者数、基準から目標で何％伸ばす？', '4.3%の増'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });
});

describe('parts of a plan in everyday words', () => {
  test.each<[string, string]>([
    ['久留米の西のほうを盛り上げるパッケージ、事業は何がある？', '「西部広域連携推進事業」'],
    ['北九州の圏域で、災害に備える分野の事業を全部', '「消防指令業務の共同運用に係る調査研究事業」'],
    ['基準年度がR5の主要事務事業のKPIがある事業はどれ', '4件'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('KPIs are listed with what each is to reach', async () => {
    expect(await said('西部地域振興パッケージのKPIを教えて')).toContain('目標値88.4%');
  });
});

describe('words beside what is asked', () => {
  test.each<[string, string]>([
    ['北九州市の市民センターは何館ありますか', '136館'],
    ['苅田町だけが入っていない連携事業は？', '「北九州市U・Iターン応援プロジェクト」'],
    ['市立大学の運営の事業ですが、R4からR5で予算はいくら増額になりましたか', '479,000千円の増'],
    ['警察が若い人に注意する取組みたいな、闇バイト対策のR7の予算は', '900千円'],
    ['久留米の農業の担い手を増やすKPIは？', '「久留米総合戦略・農業の担い手」のKPI'],
    ['防犯灯の事業、担当はどこでR7はいくら？', '21,800千円'],
  ])('%s', async (ask, expected) => {
    expect(await said(ask)).toContain(expected);
  });

  test('what a thing that no plan tells of ends is no period of the plans', async () => {
    expect(await said('折尾駅前の工事はいつ終わる？')).not.toContain('計画期間は');
  });
});

describe('where nothing answers', () => {
  test('the nearest passage stands in the notes, and no number of hits in the sentence', async () => {
    const { lead, notes } = await bot.ask('市民センターの宇宙船の予算を合計して');
    expect(lead).not.toMatch(/見つかったのは\d/);
    expect(notes.join('')).toContain('近い記述（要約）');
  });
});

describe('what is done is told in words, whatever year is said', () => {
  test.each<[string, string]>([
    [
      '令和7年度のみ主要事務事業とされている、全世代参加型地域コミュニティ推進事業についてお尋ねします。この事業では有識者等の検討会議が開催されるとのことです。検討会議での意見を基に、何を策定するとされているでしょうか。',
      '検討会議の意見をもとに策定する',
    ],
    ['令和7年度の防犯灯設置事業は何を設置する事業ですか', 'LEDの防犯灯'],
    ['地域総括補助金では令和7年度に何を導入しますか', '地域コミュニティ交付金'],
  ])('%s', async (ask, expected) => {
    expect((await bot.ask(ask)).lead.normalize('NFKC')).toContain(expected);
  });
  test('a guess at what was said gives the question no year', async () => {
    const ask =
      '局長は「安全・安心推進課の分は全部で8,000万円に届かない」とおっしゃるのですが、それは令和6年度の話かもしれません。同課が担当する主要事務事業の令和7年度予算額をすべて足すと、いくらになりますか。';
    const lead = (await bot.ask(ask)).lead.normalize('NFKC');
    expect(lead).toContain('90,540千円');
    expect(lead).not.toContain('令和6年度');
  });
});

describe('a scene that names a record lends the record alone to a question with a column of its own', () => {
  test.each<[string, string]>([
    [
      '市民センターの利用者を増やす話し合いに出ます。市民センター管理運営・整備事業のKPIは、若者・現役世代の利用率の増加だと聞いています。令和7年度の目標値の欄は、いまどういう書き方になっているでしょうか。',
      '「調整中」',
    ],
    [
      '関係人口の勉強会を開きます。首都圏応援ネットワーク拡大事業は、施策全体では順調だと前任から聞きました。令和5年度の予算額はいくらでしょうか。',
      '「首都圏応援ネットワーク拡大事業」の令和5年度の予算',
    ],
    ['関門連携推進事業の、評価表に載っている人件費（目安）の金額を確認させてください。', '20,750千円'],
    ['北九州市U・Iターン応援プロジェクトに水巻町が入っているか教えてください。', 'はい、'],
  ])('%s', async (ask, expected) => {
    expect((await bot.ask(ask, {})).lead.normalize('NFKC')).toContain(expected);
  });
});
