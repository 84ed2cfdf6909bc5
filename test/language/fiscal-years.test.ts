// Phrase → the years read from it, in short: 「令和6年度以降」 → `2024 from`; what is like a year and not understood is unread.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYears, type YearSpan } from '../../src/language/fiscal-years.ts';
import { normalize } from '../../src/language/normalize.ts';

const context = { fiscalYear: 2026, today: '2026-11-29' };

function shown(span: YearSpan): string {
  const { years, kind, day, open, half, joined, offset } = span;
  const run = joined === 'range' ? `${years[0]}..${years.at(-1)}` : years.join('+');
  return [
    run,
    kind === 'fiscal' ? '' : kind,
    day ?? '',
    span.relative ? 'relative' : '',
    span.relativeTo ? `said${offset}` : '',
    open ?? '',
    half ?? '',
    span.endOf ? 'end' : '',
    span.not ? 'not' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const read = (typed: string) => {
  const { spans, unread } = readYears(normalize(typed), context);
  return [...spans.map(shown), ...unread.map(({ text }) => `?${text}`)];
};

describe('a year by its name', () => {
  test.each([
    ['令和8年度', ['2026']],
    ['令和八年度', ['2026']],
    ['令和元年度', ['2019']],
    ['令和 8 年度', ['2026']],
    ['令和８', ['2026']],
    ['令8', ['2026']],
    ['令７年度', ['2025']],
    ['定住移住促進　令４　予算', ['2022']],
    ['R8', ['2026']],
    ['Ｒ６', ['2024']],
    ['r08', ['2026']],
    ['R06年度', ['2024']],
    ['R.6', ['2024']],
    ['R 6の予算', ['2024']],
    ['令和の6年度', ['2024']],
    ['R3年度', ['2021']],
    ['R元年度', ['2019']],
    ['R5予算', ['2023']],
    ['R5は何%', ['2023']],
    ['H30', ['2018']],
    ['h28', ['2016']],
    ['平成三十年度', ['2018']],
    ['平成32年度', ['2020']],
    ['令和37年度', ['2055']],
    ['S60', ['1985']],
    ['昭和60年', ['1985 calendar']],
    ['れいわ8ねんど', ['2026']],
    ['2026', ['2026']],
    ['2026年度', ['2026']],
    ['2026年', ['2026 calendar']],
    ['2026の予算', ['2026']],
    ['事業費2026', ['2026']],
    ['二〇二六年度', ['2026']],
    ['二〇二六', ['2026']],
    ['二千二十六年度', ['2026']],
    ['FY2025', ['2025']],
    ['fy25', ['2025']],
    ["FY'25", ['2025']],
    ['FY 2023', ['2023']],
    ["'26年度", ['2026']],
    ['’26年度', ['2026']],
    ['26年度', ['2026']],
    ['20年度', ['2020']],
    ['5年度', ['2023']],
    ['7年度', ['2025']],
    ['八年度', ['2026']],
    ['元年度', ['2019']],
    ['10年度', ['2028']],
    ['5ねんどよさん', ['2023']],
    ['2040年度', ['2040']],
    ['平成27年', ['2015 calendar']],
    ['れいわななねんど', ['2025']],
    ['r7nendo no yosan', ['2025']],
    ['R7FY', ['2025']],
    ['2024FY', ['2024']],
    ['R3事業評価', ['2021']],
    ['R5件数', ['2023']],
    ['2026事業費', ['2026']],
    ['12年度', ['2030']],
    ['2026年前半', ['2026 calendar']],
  ])('%s', (text, years) => {
    expect(read(text)).toEqual(years);
  });
});

describe('several years', () => {
  test.each([
    ['令和6・7年度', ['2024+2025']],
    ['令和6、7年度', ['2024+2025']],
    ['令和6・7・8年度', ['2024+2025+2026']],
    ['R6・7', ['2024+2025']],
    ['R6とR7', ['2024+2025']],
    ['R7とR6どっち', ['2024+2025']],
    ['R4/R5', ['2022+2023']],
    ['R4計とR5計', ['2022', '2023']],
    ['平成30年度と令和元年度', ['2018+2019']],
    ['R6〜R8', ['2024..2026']],
    ['R6~8', ['2024..2026']],
    ['R6-R8', ['2024..2026']],
    ['R6－8', ['2024..2026']],
    ['令和6年度から令和8年度まで', ['2024..2026']],
    ['令和6年度から8年度までの合計', ['2024..2026']],
    ['令和3～5年度', ['2021..2023']],
    ['H28~R2', ['2016..2020']],
    ['R7ダントツで', ['2025']],
    ['H30ベース', ['2018']],
    ['H30~2年度', ['2018..2020']],
    ['2024~2026', ['2024..2026']],
    ['2024-26', ['2024..2026']],
    ['2024～26年度', ['2024..2026']],
    ['2024・2025年度', ['2024+2025']],
    ['R8~R6', ['2024..2026']],
    ['5〜7年度', ['2023..2025']],
    ['5・6年度', ['2023+2024']],
    ['24~26年度', ['2024..2026']],
    ['令和6,7年度', ['2024+2025']],
    ['R6,R7', ['2024+2025']],
    ['令和5年度と6年度を比べる', ['2023+2024']],
    ['R6から3年間', ['2024..2026']],
    ['今年度と来年度', ['2026+2027 relative']],
    // から without まで is a change between two years.
    ['R4からR5でいくら増えた', ['2022', '2023']],
    ['R4→R5', ['2022', '2023']],
    ['R6よりR7が多い', ['2024', '2025']],
    // The second number counts something.
    ['R6、8件', ['2024']],
    ['R6と8人', ['2024']],
    ['R6、7億円', ['2024']],
  ])('%s', (text, years) => {
    expect(read(text)).toEqual(years);
  });
});

describe('bounds and parts of a year', () => {
  test.each([
    ['R6以降', ['2024 from']],
    ['令和9年度）以降の事業', ['2027 from']],
    ['令和5年以降', ['2023 calendar from']],
    ['R6以前', ['2024 to']],
    ['R6より前', ['2024 before']],
    ['R6より後', ['2024 after']],
    ['R7までの合計', ['2025 to']],
    ['令和7年度までの累計', ['2025 to']],
    // まで of a goal or a deadline names the year itself.
    ['令和7年度までの目標', ['2025']],
    ['令和6年度の目標まで', ['2024']],
    ['R7までに何件', ['2025']],
    ['令和7年度上半期', ['2025 first']],
    ['令和7年度の下期', ['2025 second']],
    ['上半期', ['2026 relative first']],
    ['下半期の実績', ['2026 relative second']],
    ['令和8年度末', ['2026 end']],
    ['R6年度末時点', ['2024 end']],
    ['令和6年末', ['2024 calendar end']],
    ['年度末', ['2026 relative end']],
    ['年末', ['2026 calendar relative end']],
    ['R6時点', ['2024']],
    ['令和6年度以外', ['2024 not']],
    ['R6じゃなくてR7', ['2024 not', '2025']],
    ['R6を除く', ['2024 not']],
    ['R6ではないですか', ['2024']],
  ])('%s', (text, years) => {
    expect(read(text)).toEqual(years);
  });
});

describe('years counted from today or from a year that was said', () => {
  test.each([
    ['今年度', ['2026 relative']],
    ['本年度', ['2026 relative']],
    ['当年度', ['2026 relative']],
    ['今年', ['2026 relative']],
    ['ことし', ['2026 relative']],
    ['昨年度', ['2025 relative']],
    ['去年', ['2025 relative']],
    ['去年度末', ['2025 relative end']],
    ['一昨年度', ['2024 relative']],
    ['おととし', ['2024 relative']],
    ['一昨々年', ['2023 relative']],
    ['来年度', ['2027 relative']],
    ['さ来年', ['2028 relative']],
    ['再来年度', ['2028 relative']],
    ['2年前', ['2024 relative']],
    ['三年前', ['2023 relative']],
    ['５年後', ['2031 relative']],
    ['過去3年', ['2024..2026 relative']],
    ['直近2年', ['2025..2026 relative']],
    ['ここ3年間', ['2024..2026 relative']],
    ['過去2年(今年度は数えない)', ['2024..2025 relative']],
    ['過去2年（今年度を除く）', ['2024..2025 relative']],
    ['今年度を除く過去3年', ['2023..2025 relative']],
    ['今年度は含めずに、直近2年', ['2024..2025 relative']],
    ['今年度の過去の3年', ['2026 relative', '2024..2026 relative']],
    ['今後3年', ['2026..2028 relative']],
    ['前年度', ['2025 relative said-1']],
    ['前の年', ['2025 relative said-1']],
    ['翌年度', ['2027 relative said1']],
    ['次の年度', ['2027 relative said1']],
    ['1つ前の年度', ['2025 relative said-1']],
    ['その一つ前の年', ['2025 relative said-1']],
    ['もう1つ前の年度', ['2025 relative said-1']],
    ['2つ前の年度', ['2024 relative said-2']],
    ['その２年前', ['2024 relative said-2']],
    ['そこから三年前', ['2023 relative said-3']],
    ['1つ後の年度', ['2027 relative said1']],
    ['前々年度', ['2024 relative said-2']],
    ['翌々年度', ['2028 relative said2']],
    ['同年度', ['2026 relative said0']],
    ['R5は前年より', ['2023', '2022 relative said-1']],
    ['令和6年度とその翌年度', ['2024', '2025 relative said1']],
  ])('%s', (text, years) => {
    expect(read(text)).toEqual(years);
  });
});

describe('dates lie in the fiscal year that holds them', () => {
  test.each([
    ['令和5年3月', ['2022 day 2023-03']],
    ['令和五年三月', ['2022 day 2023-03']],
    ['令和7年4月', ['2025 day 2025-04']],
    ['令和5年3月31日時点', ['2022 day 2023-03-31']],
    ['令和5年3月末', ['2022 day 2023-03 end']],
    ['R7.4.1時点', ['2025 day 2025-04-01']],
    ['R7.4.1', ['2025 day 2025-04-01']],
    ['R7/4/1', ['2025 day 2025-04-01']],
    ['R7.3', ['2024 day 2025-03']],
    ['2022/4/1', ['2022 day 2022-04-01']],
    ['2022-03-31', ['2021 day 2022-03-31']],
    ['2022年3月', ['2021 day 2022-03']],
    ['2022/4', ['2022 day 2022-04']],
    ['4.1時点', ['2026 day 2026-04-01 relative']],
    ['3月31日現在', ['2026 day 2027-03-31 relative']],
    ['12月末時点', ['2026 day 2026-12 relative end']],
    ['去年の3月', ['2024 day 2025-03 relative']],
    ['今年4月1日', ['2026 day 2026-04-01 relative']],
    ['4/1時点', ['2026 day 2026-04-01 relative']],
    ['5年3月31日', ['2022 day 2023-03-31']],
    ['2022/4/1~2023/3/31', ['2022..2022 day']],
    ['令和5年13月', ['?令和5年13月']],
    ['2022/2/30', ['?2022/2/30']],
  ])('%s', (text, years) => {
    expect(read(text)).toEqual(years);
  });
});

describe('like a year, and asked about instead of assumed', () => {
  test.each(
    [
      '令和99年度 令和五十年度 平成60年度 令和0年度 R99 44年度 28年度 99年度 100年度 3000年度 1026年度 20226年度 FY99',
      '昨々年 先々年 来々年度 数年前 ここ数年 15年度 ここ二三年 ここ2、3年 大正10年 明治元年 令和○年度 R○年度 R50年度',
    ].flatMap((line) => line.split(' ')),
  )('%s', (text) => {
    expect(read(text)).toEqual([`?${normalize(text)}`]);
  });
});

const noYear = [
  '毎年度 毎年 各年度 初年度 最終年度 年度 年度別 何年度 10年間 5年間 5年 15歳 20歳代 24時間 5G G7 4R R&D R&B U18 令和の時代',
  '令和時代 平成生まれ 第6次 2025人 2,025件 No.2024 東京2020 2020東京オリンピック 2030アジェンダ ビジョン2030 2000以上 2000円 2000年代',
  '1980年代 4月 12月議会 4月1日 31日 S3 H2O CO2 PM2.5 A4 B5 7人 100% 年末年始 R1グランプリ H2ロケット H3ロケット 年齢 年間 年金 一年生 3年目 3年かかる 前年比 前年度比増',
  '平日 法令 平均 昭和町 公平 0942-30-9116 再掲1 VII-3-(1)-② 1/2 30万1千人 未来年 従来 本来 将来 以来 去る 昨今 次第 翌日 前半 後半',
  'R6%  前年同期 5か年計画 2年連続 2025.5 12026 20261 第3期 R-1 MR8 r2d2 sdgs16 2千年 千年 百年 h1n1 2026位 2026億円 2050カーボンニュートラル',
].flatMap((line) => line.split(/ +/));

describe('no year', () => {
  test.each(noYear)('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'令和 平成 R H S r 令 FY 元 0 1 6 8 26 44 99 2026 2022 二〇二六 八 十 年度 年 月 日 ~ - / . と から まで 間 前 末 時点 以降 以外 今 昨 来 一昨 前年度 過去 上半期 ・ 、 の'.split(
      ' ',
    ),
    ' ',
    "'",
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );

  test('spans are in order, apart and what they say they are; years ascend', () => {
    fc.assert(
      fc.property(texts, (typed) => {
        const text = normalize(typed);
        const { spans, unread } = readYears(text, context);
        let last = 0;
        for (const span of [...spans, ...unread].sort((a, b) => a.start - b.start)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.text);
          last = span.end;
        }
        for (const { years } of spans) {
          expect(years.length).toBeGreaterThan(0);
          expect([...new Set(years)].sort((a, b) => a - b)).toEqual(years);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('one year in many spellings is one year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2019, max: 2035 }), (year) => {
        const reiwa = year === 2019 ? '元' : String(year - 2018);
        for (const typed of [
          `令和${reiwa}年度`,
          `R${reiwa}`,
          `${year}年度`,
          `FY${year}`,
          `令和 ${reiwa} 年度`,
        ])
          expect(readYears(normalize(typed), context).spans.map(({ years }) => years)).toEqual([[year]]);
      }),
    );
  });
});
