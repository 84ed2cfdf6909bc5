// Long messages: manners, who writes and what others asked stand around one question, and change nothing of its answer.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

const scenes: [before: string, behind: string][] = [
  ['お疲れさまです。企画課の者です。来週の会議の資料を作っています。\n', ''],
  [
    'お世話になっております。議会事務局です。昨日の委員会で議員から「もっと分かりやすくしてほしい」と言われました。\n',
    '\nよろしくお願いいたします。',
  ],
  ['いつもお世話になります。3年前に異動してきたばかりで、経緯がよく分かっていません。', ''],
  [
    '前任者の引き継ぎメモが見つからず困っています。\n',
    '\n急ぎではありませんので、お手すきの際にお願いします。',
  ],
  ['こんにちは。先日の研修でいろいろ教わったのですが、資料をなくしてしまいました。', ' 助かります！'],
  [
    '部長に「その話はどうなっているんだ」と聞かれて困っています。手元の資料では見つけられませんでした。\n',
    '',
  ],
  [
    '新聞社から取材の申し込みがありました。先方は明日の午前中に来られます。数字の確認をさせてください。\n',
    '',
  ],
];

describe.each(scenes)('%s … %s', (before, behind) => {
  test.each([
    '防犯灯設置事業のR7予算はいくらですか',
    'いま遅れてる事業ってどれ？',
    '令和5年度の予算が一億円以上の事業',
    'R6よりR7の予算が減った主要事務事業、横ばいは除いて',
    '市民センターって今いくつあるの',
    '久留米 基本目標5つとも',
    '「アウトリーチ」って言葉の意味がわかりません…',
    '第2期久留米市地方創生総合戦略の対象期間は令和8年度まで、という理解で合っていますか。',
    '圏域マネジメント能力の強化の事業で、R8事業費に金額が入ってないものを洗い出したい',
  ])('%s', async (question) => {
    expect(await said(`${before}${question}${behind}`)).toBe(await said(question));
  });

  test.each([
    ['名前ぜんぶ出して', '連携事業の災害対策のとこ、いくつあるっけ'],
    ['前の年からいくら減った？', '国際交流事業のR5予算は？'],
    ['じゃあ情報接触度のほうは', '地域ブランド調査の認知度、北九州は何位？'],
  ])('%s, after %s', async (question, context) => {
    expect(await said(`${before}${question}${behind}`, context)).toBe(await said(question, context));
  });
});

test('of a message longer than is read, the end is: what is asked comes last', async () => {
  const background = '来週の会議に向けて、これまでの経過を順に書きます。'.repeat(40);
  const { lead, understood } = await bot.ask(`${background}\n防犯灯設置事業のR7予算はいくらですか`);
  expect(lead).toContain('21,800千円');
  expect(understood.assumed.join()).toContain('終わりの600字ほどを読みました');
});

describe('does it lag', () => {
  test.each([
    ['ふるさと寄附金促進事業は遅れていますか', ['いいえ', '大変順調']],
    ['世界遺産集客にぎわい創造事業って遅れてる？', ['はい', '「遅れ」']],
    ['情報発信・取材協力事業はやや遅れですか', ['はい', '「やや遅れ」']],
    ['多文化共生の推進は遅れてないよね', ['はい', '「順調」']],
    ['バスツアーの参加者数は遅れてる？', ['はい', '0人']],
    ['ウーマンワークカフェは遅れていますか', ['判断できません']],
  ])('%s', async (question, parts) => {
    const lead = await said(question);
    for (const part of parts) expect(lead).toContain(part);
  });

  test('without any judged result neither yes nor no', async () => {
    const lead = await said('宿泊者数は遅れてる？');
    expect(lead).toContain('期限超過・実績未登録');
    expect(lead).not.toMatch(/^(?:はい|いいえ)/);
  });
});

describe('changes claimed as a share', () => {
  test.each([
    ['若者の犯罪の予算は半分に減ったんですよね', 'いいえ', '40%'],
    ['若者の犯罪の予算は4割減った？', 'はい', '40%'],
    ['防犯灯の予算は1割以上減った？', 'はい', '16.3%'],
    ['ふるさと寄附の予算は倍になった？', 'いいえ', '1.65倍'],
    ['待機児童数を5割減らす目標ですよね', 'いいえ', '0人'],
    [
      '東京事務所における新規移住相談者数は、令和3年度に目標の200人に達したとする記述は正しいか。',
      'いいえ',
      '179人',
    ],
  ])('%s', async (question, yes, share) => {
    const lead = await said(question);
    expect(lead.startsWith(yes)).toBe(true);
    expect(lead).toContain(share);
  });
});

describe('marked year by year', () => {
  test.each([
    ['R6の主要事務事業はどれ', '9件'],
    ['全世代参加型地域コミュニティ推進事業は令和6年度の主要事務事業ですか', 'いいえ'],
    ['全世代参加型地域コミュニティ推進事業は令和7年度の主要事務事業ですか', 'はい'],
  ])('%s', async (question, expected) => {
    expect(await said(question)).toContain(expected);
  });
});

test('what was passed on is pointed at by a question that names nothing', async () => {
  const told = '総務課が所管する事業の令和5年度予算額の総額を出すよう指示がありました。';
  expect(await said(`${told}同じ事業は一度だけ数えてください。総額は何千円になりますか。`)).toContain(
    '3,179,676千円',
  );
});

test('助かる is no thanks where it is what a KPI measures', async () => {
  expect(await said('/kpi 救急患者 助かる割合')).toContain('生存率');
});

describe('two questions, two answers', () => {
  test.each([
    ['「継続」じゃない事業はどれ？\n防犯灯設置事業のR7予算は？', ['拡大', '21,800千円']],
    [
      '「多文化共生の推進」は何か所の施策に出てくるのか、施策番号も？\n防犯灯設置事業のR7予算は？',
      ['II-3-(3)-①', '21,800千円'],
    ],
    ['久留米 待機児童 目標いくつ、あと空き家の活用支援の目標も', ['0人', '144件']],
  ])('%s', async (question, parts) => {
    const lead = await said(question);
    for (const part of parts) expect(lead).toContain(part.normalize('NFKC'));
  });

  test('a thread lends nothing to a question that stands by itself', async () => {
    const thread = '主要事務事業で予算が一番多いのは？';
    for (const question of [
      'R5予算がいちばん少ない事業ってどれですか',
      '人件費の目安がもっとも高いのはどの事業でしょうか',
      '浸水被害対策事業って東部地域振興パッケージだっけ',
      'R3の事業評価が「遅れ」の事業 全部',
    ])
      expect(await said(question, thread)).toBe(await said(question));
  });
});

describe('towns', () => {
  test.each([
    ['小竹と鞍手 UIターン応援 どっちも入ってる？', 'はい'],
    ['/machi 北九州市U・Iターン応援プロジェクト 苅田町', 'いいえ'],
    ['連携事業の個票の中で、苅田町が連携市町から外れているものはありますか', '1件'],
  ])('%s', async (question, expected) => {
    expect(await said(question)).toContain(expected);
  });
});
