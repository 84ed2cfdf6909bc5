// Whole messages: lists under marks, sides told apart by one word, sets and claims over several sentences.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

/** Question, the question before it in the thread or '', what the first sentences must say (after NFKC), what they must not. */
type Row = [question: string, before: string, said: string[], not?: string[]];

const rows: Record<string, Row[]> = {
  'KPIs whose names differ in one word are told apart by it': [
    [
      '下関市との分と福岡市との分とで、行政間の連携事業数の目標は何事業の開きがありますか',
      '',
      ['40事業', '26事業', '14事業'],
    ],
    [
      'R3の実績で、下関市との連携事業数と福岡市とのそれとでは、どちらが何事業多いか返事を書きたいです',
      '',
      ['下関市', '14事業'],
    ],
    ['下関との連携事業数と福岡市とのやつ、それぞれ目標いくつ？', '', ['40事業', '26事業']],
    [
      '西九州軸での連携事業と東九州軸での連携事業、R3の実績はどちらが何回多い？',
      '',
      ['東九州軸', '2回', '差は1回'],
    ],
    ['SNSによる発信件数と閲覧件数のR3実績の差は', '', ['7,386,517件', '358件', '7,386,159件']],
    ['連携事業は下関市とのほうが多いですか、福岡市とのほうが多いですか', '', ['下関市', '14事業'], ['予算']],
    [
      '下関市の企画課の者です。当市との連携事業数と福岡市との連携事業数は、R3の実績でどちらが何事業多いですか',
      '',
      ['下関市', '14事業'],
    ],
    ['直方市と中間市、連携事業はどちらが多い？', '', ['12件', '同じ']],
    [
      '防犯灯設置事業のほうが予算が多いですか、防犯カメラのほうが多いですか',
      '',
      ['防犯カメラ運用事業', '35,940千円'],
    ],
  ],
  'things under marks of a list are the sides of the sentence that goes on': [
    [
      '総務課の事業のうち、\n① 北九州都市圏域連携事業\n② 関門連携推進事業\nの令和5年度予算額はどちらが多く、差はいくらでしょうか。課長は②の方が多いと思い込んでいるようです。',
      '',
      ['北九州都市圏域連携事業', '1,500千円'],
    ],
    [
      '次の二つを比べています。\n(1) 防犯灯設置事業\n(2) 防犯カメラ運用事業\nのR7予算はどちらが多いですか。',
      '',
      ['防犯カメラ運用事業', '35,940千円'],
    ],
    ['・ふるさと寄附金促進事業\n・情報発信・取材協力事業\nを合わせたR5の予算は？', '', ['1,853,490千円']],
    ['①待機児童数 ②空き店舗率 の目標をそれぞれ教えてください', '', ['0人', '12.3%']],
    [
      '比べたいのは次の2つです。\n①待機児童数\n②刑法犯認知件数\nの基準値を教えてください。',
      '',
      ['54人', '6,044件'],
      ['予算'],
    ],
    ['①防犯灯設置事業のR7予算 ②待機児童数の目標 をお願いします', '', ['21,800千円', '0人']],
  ],
  'numbered questions of one sentence are asked one by one': [
    [
      '築上町の者です。水道技術研修に若手を出したいと考えています。教えていただきたいのは、(1)連携市町の欄はどうなっていて当町も対象なのか、(2)受講の費用はどちらの負担なのか、です。',
      '',
      ['18市町', '築上町', '受講費は連携市町が負担'],
    ],
    [
      '防犯灯設置事業について、(1)R7の予算はいくらか、(2)担当課はどこかを教えてください。',
      '',
      ['21,800千円', '安全・安心推進課'],
    ],
    [
      '(1)世界遺産維持活用保全事業のR5予算はいくらか、(2)U・Iターン応援プロジェクトの参加市町はどこか、教えてください。',
      '',
      ['26,245千円', '17市町'],
      ['欄がない'],
    ],
    [
      'ふるさと寄附金促進事業について聞きます。(1)R5の予算はR4から増えたのか、(2)R3の事業評価は何か、お願いします。',
      '',
      ['727,000千円の増', '大変順調'],
    ],
  ],
};

for (const [title, table] of Object.entries(rows)) {
  describe(title, () => {
    test.each(table)('%s', async (question, before, said, not = []) => {
      const { lead } = await bot.ask(question, before === '' ? {} : { context: before });
      for (const part of said) expect(lead.normalize('NFKC')).toContain(part.normalize('NFKC'));
      for (const part of not) expect(lead.normalize('NFKC')).not.toContain(part.normalize('NFKC'));
    });
  });
}
