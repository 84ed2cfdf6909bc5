// The same question in other surroundings has the same answer: lines, signs, marks, manners and years around it.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

const said = async (ask: string, context?: string) =>
  (await bot.ask(ask, context === undefined ? {} : { context })).lead.normalize('NFKC');

/** Each wording is answered as the plain question is. */
function asPlain(rows: [plain: string, ...others: string[]][]): void {
  test.each(rows.flatMap(([plain, ...others]) => others.map((other) => [other, plain] as const)))(
    '%s',
    async (other, plain) => {
      expect(await said(other)).toBe(await said(plain));
    },
  );
}

describe('lines that the width of a page parts', () => {
  asPlain([
    [
      '安全・安心推進課の事業のR7予算の合計を教えてください',
      '安全・安心推進課の事業のR7予\n算の合計を教えてください',
      '安全・安心推進課の事業の\nR7予算の合計を教えてくだ\nさい',
    ],
    [
      '防犯灯設置事業の令和6年度の予算はいくらですか。',
      '防犯灯設置事業の令和6\n年度の予算はいくらです\nか。',
      '防犯灯設置事業の令和\n6年度の予算はいくらで\nすか。',
    ],
    [
      '主要事務事業で、R6よりR7の予算が減ったものを洗い出したい',
      '主要事務事業で、R6よりR7の予算が減ったものを洗\nい出したい',
    ],
  ]);
  test('lines of a list stay apart', async () => {
    const lead = await said('防犯灯設置事業のR7予算\n防犯カメラ運用事業のR7予算');
    expect(lead).toContain('21,800千円');
    expect(lead).toContain('57,740千円');
  });
});

describe('signs of papers and mails', () => {
  asPlain([
    [
      '国際政策課のR5予算を合計するといくらになりますか。同じ事業が何回も出てくるので重複は除いてください。',
      '国際政策課のR5予算を合計するといくらになりますか．同じ事業が何回も出てくるので，重複は除いてください．',
    ],
    [
      '評価表で事業評価が「やや遅れ」の事業は？',
      '評価表で事業評価が“やや遅れ”の事業は？',
      '評価表で事業評価が"やや遅れ"の事業は？',
      '評価表で事業評価が『やや遅れ』の事業は？',
      '評価表で事業評価が〈やや遅れ〉の事業は？',
    ],
    [
      '主要事務事業でR7予算が一番大きいのはどれ？',
      'Q. 主要事務事業でR7予算が一番大きいのはどれ？',
      'Ｑ１：主要事務事業でR7予算が一番大きいのはどれ？',
      '問1　主要事務事業でR7予算が一番大きいのはどれ？',
      'Re: 主要事務事業でR7予算が一番大きいのはどれ？',
      'FYI、主要事務事業でR7予算が一番大きいのはどれ？',
      '【至急】主要事務事業でR7予算が一番大きいのはどれ？',
      '【質問】\n主要事務事業でR7予算が一番大きいのはどれ？',
      '主要事務事業でR7予算が一番大きいのはどれ？ m(_ _)m',
      '主要事務事業でR7予算が一番大きいのはどれ？(^_^;)',
      '主要事務事業でR7予算が一番大きいのはどれ？orz',
      '主要事務事業でR7予算が一番大きいのはどれ？\n--\n総務課 山田',
      '主要事務事業でR7予算が一番大きいのはどれ（総務 山田）',
      '主要事務事業でR7予算が一番大きいのはどれ（至急）',
      '主要事務事業でR7予算が一番大きいのはどれ？（企画 田中）',
      '＜質問＞主要事務事業でR7予算が一番大きいのはどれ？',
      'Subject: 主要事務事業でR7予算が一番大きいのはどれ？',
      '主要事務事業でR7予算が一番大きいのはどれ m(_ _)m',
    ],
  ]);
  test('a quotation inside another stays inside, halves of width too', async () => {
    const claim =
      '折尾地区総合整備事業の置き場所で、先輩は｢『高等教育及び研究開発の環境整備』のところだ｣と言います。合っていますか。';
    expect(await said(claim)).toBe(await said(claim.replace('｢', '「').replace('｣', '」')));
  });
  test('what a bracket holds is kept', async () => {
    expect(await said('人件費（目安）が一番高い事業は？')).toContain('54,000千円');
    expect(await said('実績が「—」の指標は？')).toContain('—');
  });
});

describe('manners', () => {
  asPlain([
    [
      '主要事務事業でR7予算が一番大きいのはどれですか',
      '主要事務事業でR7予算が一番大きいのはどれかご存じでしたら教えていただけると助かります。',
      '主要事務事業でR7予算が一番大きいのはどれかご教示願います。',
      '主要事務事業でR7予算が一番大きいのはどれか、お調べいただけますか。',
      '主要事務事業でR7予算が一番大きいのはどれか、お知らせいただければ幸甚に存じます。',
      'お手数をおかけしますが、主要事務事業でR7予算が一番大きいのはどれですか',
      'ご担当者様、主要事務事業でR7予算が一番大きいのはどれですか',
      'Hakaruさん、主要事務事業でR7予算が一番大きいのはどれですか',
      '別件ですが、主要事務事業でR7予算が一番大きいのはどれですか',
      '主要事務事業でR7予算が一番大きいのはどれですか 記憶があいまいなので。',
      '主要事務事業でR7予算が一番大きいのはどれかが分からなくて困っています。',
      '主要事務事業でR7予算が一番大きいのはどれだったか思い出せません。',
    ],
    [
      '久留米の政策パッケージは全部でいくつですか',
      '久留米の政策パッケージは全部でいくつか伺いたいです。',
      '久留米の政策パッケージは全部でいくつか、参考までに教えてください。',
      '久留米の政策パッケージは全部でいくつかお聞きしたいです。',
    ],
    [
      '達成率が100%を超えた指標をぜんぶ挙げて',
      '市民から電話があり、達成率が100%を超えた指標をぜんぶ挙げて',
      '電話で聞かれて困っているのですが、達成率が100%を超えた指標をぜんぶ挙げて',
      '会議が始まる前に、達成率が100%を超えた指標をぜんぶ挙げて',
      '決算の時期なので、達成率が100%を超えた指標をぜんぶ挙げて',
      '去年も聞いたかもしれませんが、達成率が100%を超えた指標をぜんぶ挙げて',
    ],
  ]);
  test('見ておくれ asks, and nothing lags', async () => {
    expect(await said('連携事業の個票で、R8の事業費が一番少ないのはどれか見ておくれ')).toContain('396千円');
  });
  test('what a telephone is asked for is still asked', async () => {
    expect(await said('久留米の総合戦略の事務局の電話番号は？')).toContain('0942-30-9116');
  });
});

describe('years', () => {
  asPlain([
    [
      '主要事務事業のうち、R7予算額がR6予算額を下回っているものは何件？',
      '主要事務事業のうち、R7(2025)予算額がR6(2024)予算額を下回っているものは何件？',
      '主要事務事業のうち、R 7予算額がR 6予算額を下回っているものは何件？',
    ],
    ['R7だけに●が付いている事業は？', 'R7（2025年度）だけに●が付いている事業は？'],
    [
      '防犯灯設置事業の令和6年度の予算はいくらですか',
      '防犯灯設置事業の令和の6年度の予算はいくらですか',
      '防犯灯設置事業の予算はいくらですか。年度はR6です。',
      '防犯灯設置事業の予算はいくら？令和6年度で。',
      '防犯灯設置事業の予算を教えてください。令和6年度分でお願いします。',
    ],
  ]);
  test('a year that is asked for besides is told as well', async () => {
    expect(await said('防犯灯設置事業のR7の予算は？R6も。')).toContain('26,057千円');
  });
});

describe('an office before a name', () => {
  asPlain([
    [
      '国際交流事業の令和5年度の予算は？',
      '国際政策課が担当している国際交流事業の令和5年度の予算は？',
      '国際政策課が所管する国際交流事業の令和5年度の予算は？',
      '国際政策課所管の国際交流事業の令和5年度の予算は？',
    ],
  ]);
  test('a claim is still checked', async () => {
    expect(await said('国際交流事業は総務課が担当していますか')).toContain('いいえ');
    expect(await said('総務課が担当している国際交流事業ですよね')).toContain('いいえ');
  });
});

describe('signs that stand for words', () => {
  asPlain([
    [
      '久留米市の住みやすさ向上パッケージのKPIのうち、単位が「%」のものは何件？',
      '久留米市の住みやすさ向上パッケージのKPIのうち、単位が「パーセント」のものは何件？',
      '久留米市の住みやすさ向上パッケージのKPIのうち、単位が「㌫」のものは何件？',
    ],
    [
      'アジア成長研究所補助金の令和5年度の予算はいくらですか',
      '㈶アジア成長研究所補助金の㋿5年度の予算はイクラデスカ',
    ],
    [
      '国際政策課の事業の令和5年度の予算を合計してください',
      '国際政策課の事業の㋿5年度の予算を合計してクダサイ',
    ],
  ]);
});

describe('an aim that is counted', () => {
  asPlain([
    [
      '久留米の中心市街地の空き店舗率、目標は基準値から何ポイント下げる設定ですか。',
      '久留米の中心市街地の空き店舗率、ねらいは基準値から何ポイント下げる設定ですか。',
    ],
    ['久留米のがん検診の受診率の目標', '久留米のがん検診の受診率のねらい', '久留米のがん検診の受診率の狙い'],
    ['コンビニ交付の利用率のR7の目標は', 'コンビニ交付の利用率のR7のねらいは'],
  ]);
  test('what a project is for is told in words', async () => {
    expect(await said('国際交流事業のねらいは何ですか')).not.toMatch(/目標値/);
  });
});

describe('several questions as a list', () => {
  test.each([
    ['ア 公共施設マネジメント推進事業の令和4年度の予算\nイ 西部地域の転入者数の基準値'],
    ['まず公共施設マネジメント推進事業の令和4年度の予算、次に西部地域の転入者数の基準値を教えてください。'],
    [
      '次の2点を教えてください。\n(1) 公共施設マネジメント推進事業の令和4年度の予算\n(2) 西部地域の転入者数の基準値',
    ],
    [
      '■公共施設マネジメント推進事業の令和4年度の予算\n■西部地域の転入者数の基準値\n以上、よろしくお願いします。',
    ],
  ])('%s', async (ask) => {
    const lead = await said(ask);
    expect(lead).toContain('8,256千円');
    expect(lead).toContain('1,603人');
  });
});
