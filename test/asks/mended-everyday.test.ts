// What people mean beside what they write: words of other plans, own papers, marks by year, means, parts for themselves, and threads that go on.
import { describe, expect, test } from 'vitest';
import { saidBySeeds } from '../support/said-by-seeds.ts';

const said = saidBySeeds();

describe('a word of a column that only another plan prints tells which way the budget moved', () => {
  test.each([
    ['防犯灯設置事業、R7は増額だったよな?', 'いいえ、', '4,257千円の減'],
    ['地域総括補助金のR7は増額ですよね?', 'はい、', '830千円の増'],
    ['主要事務事業で令和7年度に減額になった事業は何件', '令和7年度の予算', '5件'],
    ['広域行政推進事業はR5で増額ですか', 'いいえ、', '「維持」'],
  ])('%s', async (ask, first, figure) => {
    const lead = await said(ask);
    expect(lead).toContain(first);
    expect(lead).toContain(figure);
  });
});

describe('whether a town may come, in everyday words', () => {
  test.each([
    ['苅田町の議員をしとる者です。水道技術研修の実施は、うちの町の職員も行けるんかね。', 'はい、'],
    ['みやこ町でも技術職員の相談・人材育成体制の構築を利用できますか', 'はい、'],
    ['苅田町の者です。U・Iターン応援プロジェクトはうちの町民も使えますか', 'いいえ、'],
  ])('%s', async (ask, first) => {
    expect((await said(ask)).startsWith(first)).toBe(true);
  });

  test('a thing that people can use is described, and no town takes part', async () => {
    expect(await said('コンビニで使える証明書の予算')).toContain('57,352千円');
  });
});

describe('what the asker goes on writing is no likeness', () => {
  test.each([
    ['同じ原稿で、防犯灯設置事業と防犯カメラ運用事業のR7の予算を足すといくらですか', '合計は79,540千円'],
    [
      '同じ表に入れる、企画立案研修の合同実施と新任課長・係長研修の実施の令和8年度の予算を合わせた額は',
      '1,705千円',
    ],
    [
      '同じスライドに、広域行政推進事業と関門連携推進事業のR4の予算の差も載せたいです。いくらですか',
      '1,972千円',
    ],
  ])('%s', async (ask, figure) => {
    expect(await said(ask)).toContain(figure);
  });
});

describe('of two things that are quoted one may be a whole name', () => {
  test.each([
    [
      '「本市への愛着」と「誇りや自信」があると答えた市民の割合は、R3の実績でどちらが高いですか',
      '27.9ポイント',
    ],
    ['「本市が好きだ」と「本市への愛着がある」の令和3年度の実績の差は', '4.1ポイント'],
    ['「北九州市魅力発信事業」と「首都圏のネットワークを広げる」事業、R5の予算はどちらが多い', '154千円'],
  ])('%s', async (ask, gap) => {
    expect(await said(ask)).toContain(`差は${gap}`);
  });
});

describe('a mean that a KPI prints is its base or its target', () => {
  test.each([
    ['大都市圏からの転入者数の目標値は平成28年度から平成30年度の平均と比べて何人多い?', '193人の増'],
    ['大都市圏からの転入者数の目標値とH28~H30平均の差を教えて', '193人の増'],
    ['大都市圏からの転入者数の目標の5年間の平均は何人?', '目標値は3,345人'],
  ])('%s', async (ask, figure) => {
    expect(await said(ask)).toContain(figure);
  });

  test('a mean of other years is not the base alone', async () => {
    expect(await said('大都市圏からの転入者数のH28~H29の平均は何人')).toContain('実績は記載がありません');
  });
});

describe('what a plan does not mark in a year', () => {
  test.each([
    ['R6年度は主要事務事業ではなく、R7年度だけ●が付いている事業はどれですか?'],
    ['主要事務事業のうち令和6年度には●が付いていないのは'],
    ['R6年度は主要事務事業ではなかったけど、R7年度に主要事務事業になった事業は'],
    ['令和6年度は●がなくて、令和7年度に●がある事業は?'],
  ])('%s', async (ask) => {
    const lead = await said(ask);
    expect(lead).toContain('主要事務事業の年度に令和6年度がない');
    expect(lead).toContain('1件です(「全世代参加型地域コミュニティ推進事業」)');
  });

  test('another plan that is not meant leaves only the one that is', async () => {
    expect(await said('主要事務事業じゃなくて連携事業の数は')).toContain('「連携中枢ビジョン」の事業は77件');
  });
});

describe('parts that are named are counted and added up each for itself', () => {
  test.each([
    ['圏域マネジメント能力の強化のaとbとcの事業はそれぞれ何件ですか', ['5件', '2件', '3件']],
    ['圏域マネジメント能力の強化の分野で、取組ごとの連携事業の数は', ['5件', '2件', '3件']],
    ['3(3)のa・b・cごとの予算の合計はいくらですか', ['21,911千円', '1,309千円', '91,000千円']],
    ['人材の育成と圏域の市町職員の交流の事業は両方で何件ですか', ['7件']],
  ])('%s', async (ask, figures) => {
    const lead = await said(ask);
    for (const figure of figures) expect(lead).toContain(figure);
  });
});

describe('a thread is asked once more', () => {
  test.each([
    ['企画課で減額の事業は何件ですか', '総務課は何件?', '減額」・総務課」の事業は3件'],
    ['企画課の事業で減額のものの予算の合計は', '総務課だと合計いくら?', '合計は5,420千円'],
    [
      '企画課の事業で、事業費の増減が「減額」のものは何事業ありますか',
      'じゃあ増額だと何事業?',
      '1件です(「ふるさと寄附金促進事業」)',
    ],
    ['基本目標2のKPIは何件ですか', '基本目標3だといくつ?', 'KPIは1件'],
    ['地域総括補助金を導入したまちづくり協議会の数 R7目標は?', 'もう一つのKPI、交付金制度のほうは?', '2団体'],
    ['地域総括補助金を導入したまちづくり協議会の数 R7目標は?', 'もう1つの指標の目標は?', '2団体'],
    ['水道技術研修の実施の費用負担は?', 'それって年に何回やるんですか', '6回/年'],
    ['企画立案研修の合同実施の予算はいくら?', '年何回やる予定?', '目標値は1回'],
  ])('%s ⇒ %s', async (context, ask, told) => {
    expect((await said(ask, context)).replace(/『|』/g, (sign) => (sign === '『' ? '「' : '」'))).toContain(
      told,
    );
  });

  test('what is added to it is none of another scope', async () => {
    expect(await said('国際政策課も合計するといくら?', '企画課のR5予算の合計は')).toContain('2,166,192千円');
  });

  test('with a kind of its own it is a question of its own', async () => {
    expect(await said('総務課の事業は全部で何件?', '企画課の事業で減額のものは何件ですか')).toContain('6件');
  });
});

describe('so many things that were counted before', () => {
  test.each([
    ['久留米広域連携中枢都市圏を作って推進する施策の3つを挙げてもらえますか', '高次の都市機能の集積・強化'],
    ['税の研修で4つの研修が並んでましたよね。その4つを教えて', '徴収法務研究会'],
    ['総合戦略の基本目標って5つ並んでましたよね。その5つを挙げてください', '基本目標は5件'],
  ])('%s', async (ask, told) => {
    expect(await said(ask)).toContain(told);
  });
});
