// Rows of levels over their projects, sources of money in a column of their own, offices of single KPIs, words in place of figures: invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import type { Grid } from '../../src/plans/grid/grid.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, sheet, values, workbook } from '../support/plan-read.ts';

const paper = { title: '主要な施策の成果', publisher: '青葉野市', published: '2026-09-01' };

const read = (grid: Grid, columns: Record<string, string> = {}) =>
  readPlan(grid, { answers: paper, columns });
const csv = async (text: string, columns: Record<string, string> = {}) =>
  read(await readGrid(Buffer.from(text), 'plan.csv'), columns);
type Read = ReturnType<typeof read>;

async function askerOf({ questions, plan }: Read) {
  expect(questions).toEqual([]);
  const file = planFileSchema.parse(toPlanFile(plan));
  const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
  return async (question: string) => (await bot.ask(question)).lead ?? '';
}

const paths = ({ plan }: Read) =>
  Object.fromEntries(plan.subjects.map(({ name, policyPath }) => [name, policyPath.join('／')]));

describe('rows without a name that head those below them', () => {
  test('款 and 項 with what they come to, 目 beside the first of its projects; 歳出合計 with a bracket is a total', async () => {
    const found = await csv(
      [
        '款項目,事業名,担当課,R7予算現額（円）,R7決算額（円）',
        '２款　総務費,,,"6,000","5,100"',
        '　１項　総務管理費,,,"6,000","5,100"',
        '　　３目　広報費,広報紙の発行,広報課,"1,000",900',
        ',動画の配信,〃,"2,000","1,700"',
        '　　５目　財産管理費,庁舎の管理,管財課,"3,000","2,500"',
        '３款　民生費,,,"4,000","4,000"',
        '　２項　児童福祉費,,,"4,000","4,000"',
        '　　１目　保育所費,保育所の改修,保育課,"4,000","4,000"',
        '歳出合計（主な施策のみ）,,,"10,000","9,100"',
      ].join('\n'),
    );
    expect(found.questions).toEqual([]);
    expect(found.plan.problems).toEqual([]);
    expect(paths(found)).toEqual({
      広報紙の発行: '総務費／総務管理費／広報費',
      動画の配信: '総務費／総務管理費／広報費',
      庁舎の管理: '総務費／総務管理費／財産管理費',
      保育所の改修: '民生費／児童福祉費／保育所費',
    });
    expect(found.sums.map(({ yen }) => yen)).toEqual([10_000, 9_100]);
    expect(found.plan.leftOut.map(({ what }) => what)).toEqual([
      '合計の行「歳出合計（主な施策のみ）」',
      '「２款　総務費」など4行の金額',
    ]);
  });

  test('any other label is a level where the rows below come to its amounts; a row that goes on stays with its project', () => {
    const found = read(
      workbook(
        sheet(
          '一覧',
          [
            ['分野', '事業名', 'R8当初予算（千円）', '内容'],
            ['くらし', 'くらし', 30, ''],
            ['', '夜回り', 10, '見回る'],
            ['', '', '', '夏は毎日'],
            ['', '街灯の更新', 20, '替える'],
            ['まなび', 'まなび', 7, ''],
            ['', '本の貸出', 3, '貸す'],
            ['', '読み聞かせ', 4, '読む'],
          ],
          [
            [1, 0, 1, 1],
            [5, 0, 5, 1],
          ],
        ),
      ),
    );
    expect(found.questions).toEqual([]);
    expect(paths(found)).toEqual({
      夜回り: 'くらし',
      街灯の更新: 'くらし',
      本の貸出: 'まなび',
      読み聞かせ: 'まなび',
    });
    expect(found.plan.levels).toEqual(['分野']);
    expect(found.sums.map(({ yen }) => yen)).toEqual([37_000]);
  });

  test('amounts that no row below comes to head nothing', async () => {
    const found = await csv('分野,事業名,R8当初予算（千円）\nくらし,夜回り,10\nくらし,,5\nまなび,本の貸出,3');
    expect(found.questions.map(({ id }) => id)).toEqual(['grain']);
  });
});

describe('a sheet of amounts and one of where they come from', () => {
  const amounts = [
    ['事業名', '担当課', '年度', '区分', '金額（千円）'],
    ['橋の点検', '土木課', '令和7年度', '決算', 90],
    ['橋の点検', '土木課', '令和8年度', '当初', 100],
    ['橋の点検', '土木課', '令和8年度', '補正', '△20'],
    ['堤防の改修', '土木課', '令和8年度', '当初', '調整中'],
    ['花の植栽', '公園課', '令和8年度', '当初', 10],
    ['花の植栽', '公園課', '令和8年度', '補正', 5],
    ['除草', '公園課', '令和8年度', '当初', 3],
    ['合計', '', '令和8年度', '当初', 113],
  ];
  const sources = (rows: (string | number)[][]) =>
    workbook(
      sheet('事業費', amounts),
      sheet('財源', [['事業名', '年度', '区分', '充当先', '金額（千円）'], ...rows]),
    );

  test('each source is a column of its own, by year; nothing is asked', () => {
    const found = read(
      sources([
        ['橋の点検', '令和7年度', '決算', '国庫支出金', 50],
        ['橋の点検', '令和7年度', '決算', '一般財源', 40],
        ['橋の点検', '令和8年度', '当初', '国庫支出金', 70],
        ['橋の点検', '令和8年度', '当初', '一般財源', 30],
      ]),
    );
    expect(found.questions).toEqual([]);
    expect(values(found, '橋の点検', '国庫支出金')).toEqual([
      [2025, 50_000],
      [2026, 70_000],
    ]);
    expect(found.plan.leftOut.map(({ what }) => what)).toEqual(['合計の行「合計」']);
  });

  test('sources without the whole are asked about', async () => {
    const found = await csv(
      '事業名,年度,財源,当初予算（千円）\n橋の点検,R8,国庫支出金,70\n橋の点検,R8,一般財源,30\n花の植栽,R8,一般財源,5',
    );
    expect(found.questions.map(({ id }) => id)).toEqual(['grain']);
  });

  test('of two kinds of money in one year each keeps its kind', () => {
    const found = read(
      sources([
        ['橋の点検', '令和8年度', '当初', '地方債', 70],
        ['橋の点検', '令和8年度', '当初', '一般財源', 30],
        ['橋の点検', '令和8年度', '補正', '地方債', '△20'],
      ]),
    );
    expect(values(found, '橋の点検', '地方債 当初予算')).toEqual([[2026, 70_000]]);
    expect(values(found, '橋の点検', '地方債 補正予算')).toEqual([[2026, -20_000]]);
  });

  describe('asked', () => {
    let ask: (question: string) => Promise<string>;
    beforeAll(async () => {
      ask = await askerOf(
        read(
          sources([
            ['橋の点検', '令和8年度', '当初', '国庫支出金', 70],
            ['橋の点検', '令和8年度', '当初', '一般財源', 30],
          ]),
        ),
      );
    }, 60_000);

    test.each([
      ['橋の点検のR8の国庫支出金は？', ['70千円']],
      ['橋の点検は令和8年度の補正で増額したんですよね', ['いいえ', '-20千円']],
      ['花の植栽の予算って、R8に補正で増やしましたか', ['はい', '5千円']],
      ['令和8年度の補正で減らされた事業はどれ', ['「橋の点検」-20千円']],
      ['調整中の事業はどれ', ['1件', '堤防の改修']],
      ['R8予算が「調整中」になっている事業は何件', ['1件', '堤防の改修']],
      ['予算が調整中でない事業はいくつ', ['3件']],
      ['調整中の事業を除いたR8予算の合計は', ['113千円']],
      ['R7の予算が調整中の事業は', ['記載がありません']],
      ['橋の点検、花の植栽、堤防の改修のうち、R8予算が一番小さいのはどれ', ['花の植栽', '10千円']],
    ])('%s', async (question, told) => {
      const said = await ask(question);
      for (const one of told) expect(said).toContain(one);
    });
  });
});

test('財源_市債 is money in the unit of its row', async () => {
  const ask = await askerOf(
    await csv(
      '事業名,単位,R8当初予算額,R8財源_市債,R8財源_一般財源\n橋の点検,千円,100,70,30\n花の植栽,円,9000,0,9000',
    ),
  );
  expect(await ask('橋の点検の市債はいくら？')).toContain('70千円');
  expect(await ask('R8の一般財源の合計は？')).toContain('39千円');
});

describe('KPIs with offices, directions and words of their own', () => {
  let ask: (question: string) => Promise<string>;
  beforeAll(async () => {
    ask = await askerOf(
      await csv(
        [
          '施策名,指標名,単位,目指す方向,現状値（R6）,目標値（R12）,担当課,出典',
          '安全,火災の件数,件,↓,12,8,消防署,火災統計',
          ',夜回りの参加者数,人,↑,300,設定なし,防災課,業務記録',
          ',犯罪の件数,件,↓,90,60,〃,警察の統計',
          '学び,本の貸出冊数,冊,→,5000,5000,図書館,業務記録',
          '※目指す方向　↑：増やす　↓：減らす　→：保つ,,,,,,,',
        ].join('\n'),
        { 施策名: '事業名' },
      ),
    );
  }, 60_000);

  test.each([
    ['夜回りの参加者数の担当課は？', ['防災課']],
    ['犯罪の件数の担当課と出典を教えて', ['防災課', '警察の統計']],
    ['目指す方向が「↓」の指標はいくつ？', ['2件', '火災の件数', '犯罪の件数']],
    ['目指す方向が→の指標はどれ？', ['本の貸出冊数']],
    ['目標が設定なしのKPIはどれ', ['1件', '夜回りの参加者数']],
  ])('%s', async (question, told) => {
    const said = await ask(question);
    for (const one of told) expect(said).toContain(one);
  });
});

test('計 of a table of contents is no project; the office that a second sheet names more closely is taken', () => {
  const found = read(
    workbook(
      sheet('目次', [
        ['番号', '事務事業名', '担当部', '担当課'],
        ['1', '夜回り', '総務部', '防災課'],
        ['2', '本の貸出', '教育部', '図書課'],
        ['', '計　２事務事業', '', ''],
      ]),
      sheet('一覧', [
        ['番号', '事務事業名', '担当部', '担当課', '係', 'R8当初予算（千円）'],
        ['1', '夜回り', '総務部', '防災課', '地域係', 5],
        ['2', '本の貸出', '教育部', '図書課', '', 6],
        ['3', '見回り', '総務部', '防災課', '地域係', 4],
      ]),
    ),
  );
  expect(found.plan.subjects.map(({ name, department }) => [name, department])).toEqual([
    ['夜回り', '総務部 防災課 地域係'],
    ['本の貸出', '教育部 図書課'],
    ['見回り', '総務部 防災課 地域係'],
  ]);
});

test('予算を使い切った: held against the budget of the year', async () => {
  const ask = await askerOf(
    await csv('事業名,R7予算現額（千円）,R7決算額（千円）\n除雪,100,60\n祭り,30,30\n広報,20,19'),
  );
  expect(await ask('除雪は予算を使い切りましたか')).toMatch(/^いいえ、.*60千円.*100千円/);
  expect(await ask('祭りは予算を使い切った？')).toMatch(/^はい、/);
  expect(await ask('予算を使い切れなかった事業は何件')).toContain('2件');
  expect(await ask('除雪はほぼ予算を使い切ったんですよね')).not.toMatch(/^(?:はい|いいえ)/);
});

test('決算見込 is told as such, beside a 決算 of the year before', async () => {
  const found = await csv('事業名,R6決算（千円）,R7決算見込（千円）\n除雪,60,75\n祭り,30,31');
  const ask = await askerOf(found);
  expect(await ask('除雪のR6決算は？')).not.toContain('見込');
  expect(await ask('除雪のR7決算は？')).toContain('75千円（決算見込）');
  expect(await ask('除雪の決算はR6からR7でいくら増えた？')).toContain('75千円（決算見込）');
});
