// A project in several rows: 節 and 事業計 below each other, or 見込み, 確保 and 実績; each figure under what its row says.
import { describe, expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readHeading } from '../../src/plans/layout/heading.ts';
import { readPlan, sheet, values, vocabulary, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-02-01' };

const csv = async (text: string, columns: Record<string, string> = {}) =>
  readPlan(await readGrid(Buffer.from(text), 'plan.csv'), { answers: paper, columns });

type Read = Awaited<ReturnType<typeof csv>>;

const names = ({ plan }: Read) => plan.subjects.map(({ name }) => name);

const unitsOf = ({ plan }: Read, attribute: string) =>
  plan.subjects.flatMap((one) =>
    one.values.flatMap((value) =>
      value.attribute === attribute && value.value !== null ? [`${value.value}${value.unit}`] : [],
    ),
  );

const granted = { 査定額: '予算:R8', 前年度: '予算:R7' };

describe('rows of 節 that a row adds up', () => {
  const rows = [
    '令和8年度当初予算要求調書（単位：千円）',
    '事業コード,事業名,所属,節,積算,前年度,要求額,査定額,コメント',
    '01-1,道づくり,土木課,12 委託料,設計,10,14,12,',
    ',,,14 工事請負費,舗装,"1,000","1,200","1,100",',
    ',,,事業計,,"1,010","1,214","1,112",要求の一部を認める',
    '01-2,朝市,商工課,07 報償費,講師,－,5,保留,',
    ',,,事業計,,－,5,保留,財源の見通しを待つ',
    ',,,合計,,"1,010","1,219","1,112",',
  ].join('\n');

  test('事業計 is the amount of the project, 合計 that of none', async () => {
    const read = await csv(rows, granted);
    expect(read.questions).toEqual([]);
    expect(names(read)).toEqual(['道づくり', '朝市']);
    expect(values(read, '道づくり', 'budget')).toEqual([
      [2025, 1_010_000],
      [2026, 1_214_000],
      [2026, 1_112_000],
    ]);
    expect(values(read, '朝市', 'budget')).toEqual([
      [2025, null],
      [2026, 5000],
      [2026, '保留'],
    ]);
    expect(read.plan.leftOut.map(({ what }) => what)).toContain('合計の行「合計」');
  });

  test('a 節 is a part; what was asked for beside it keeps its name', async () => {
    const read = await csv(rows, granted);
    expect(values(read, '道づくり', '委託料')).toEqual([
      [2025, 10_000],
      [2026, 12_000],
    ]);
    expect(values(read, '道づくり', '委託料 要求額')).toEqual([[2026, 14_000]]);
  });

  test('what the first row alone says is the project’s, the comment in the row of the sum as well', async () => {
    const read = await csv(rows, granted);
    expect(read.plan.subjects.map(({ department }) => department)).toEqual(['土木課', '商工課']);
    expect(values(read, '道づくり', 'number')).toEqual([[null, '01-1']]);
    expect(values(read, '道づくり', 'コメント')).toEqual([[null, '要求の一部を認める']]);
    expect(values(read, '道づくり', '節')).not.toContainEqual([null, '事業計']);
  });

  test('names merged over their rows, 計 right beside them', () => {
    const read = readPlan(
      workbook(
        sheet(
          '表',
          [
            ['（単位：千円）', '', '', ''],
            ['事業名', '経費', '令和8年度当初予算額', '備考'],
            ['道づくり', '設計', 10, ''],
            ['', '舗装', 20, ''],
            ['', '計', 30, ''],
            ['朝市', '会場', 4, ''],
            ['', '広告', 5, ''],
            ['', '計', 9, ''],
          ],
          [
            [2, 0, 4, 0],
            [5, 0, 7, 0],
          ],
        ),
      ),
      { answers: paper },
    );
    expect(read.questions).toEqual([]);
    expect(values(read, '道づくり', 'budget')).toEqual([[2026, 30_000]]);
    expect(values(read, '朝市', 'budget')).toEqual([[2026, 9000]]);
    expect(values(read, '朝市', '広告')).toEqual([[2026, 5000]]);
  });

  test('a total below projects of one row each is not the last one’s', async () => {
    const read = await csv(
      '（単位：千円）\n事業名,場所,令和8年度当初予算額\n道づくり,北町,10\n朝市,駅前,20\n,合計,30\n',
    );
    expect(values(read, '朝市', 'budget')).toEqual([[2026, 20_000]]);
    expect(read.plan.leftOut.map(({ what }) => what)).toContain('合計の行「合計」');
  });

  test('sums that are not what their rows come to are asked about', async () => {
    const read = await csv(
      '（単位：千円）\n事業名,節,令和8年度当初予算額\n道づくり,設計,10\n,舗装,20\n,事業計,99\n朝市,会場,4\n,事業計,7\n',
    );
    expect(read.questions.map(({ id }) => id)).toEqual(['grain']);
  });
});

describe('kinds below each other, years beside each other', () => {
  const rows = (...lines: string[]) =>
    ['事業名,担当課,単位,区分,令和6年度（参考）,令和7年度,令和8年度,備考', ...lines].join('\n');

  test('what is counted is a column by year, in the unit of its row', async () => {
    const read = await csv(
      rows(
        '病児保育,保育課,人日,量の見込み,－,420,"1,480",',
        ',,,確保方策,－,400,"1,200",一か所増',
        ',,,実績,399,集計中,,',
        '広場,健康課,か所,量の見込み,－,3,4,',
        ',,,確保方策,－,3,4,',
        ',,,実績,2,3,,',
      ),
    );
    expect(names(read)).toEqual(['病児保育', '広場']);
    expect(values(read, '病児保育', '量の見込み')).toEqual([
      [2024, null],
      [2025, 420],
      [2026, 1480],
    ]);
    expect(values(read, '病児保育', '実績')).toEqual([
      [2024, 399],
      [2025, '集計中'],
    ]);
    expect(unitsOf(read, '確保方策')).toEqual(['400人日', '1200人日', '3か所', '4か所']);
    expect(values(read, '病児保育', '備考')).toEqual([[null, '一か所増']]);
    expect(read.plan.subjects.map(({ department }) => department)).toEqual(['保育課', '健康課']);
  });

  test('目標 and 実績 of a project without an indicator’s name are columns as well', async () => {
    const read = await csv(rows('健診,保健課,人,目標,100,110,120,', ',,,実績,90,95,,'));
    expect(values(read, '健診', '目標')).toEqual([
      [2024, 100],
      [2025, 110],
      [2026, 120],
    ]);
    expect(values(read, '健診', '実績')).toEqual([
      [2024, 90],
      [2025, 95],
    ]);
  });

  test('a unit of its own for each kind', async () => {
    const read = await csv(rows('健診,保健課,人,受診者,100,110,120,', ',,回,開催回数,4,5,6,'));
    expect(unitsOf(read, '受診者')).toEqual(['100人', '110人', '120人']);
    expect(unitsOf(read, '開催回数')).toEqual(['4回', '5回', '6回']);
  });

  test('a name said again in each of its rows, the unit beside the kind', async () => {
    const read = await csv(
      '事業名,区分,令和6年度,令和7年度\n訪問,計画（人）,100,110\n訪問,実績（人）,99,\n通所,計画（人）,10,11\n通所,実績（人）,9,\n',
    );
    expect(names(read)).toEqual(['訪問', '通所']);
    expect(unitsOf(read, '計画')).toEqual(['100人', '110人', '10人', '11人']);
  });

  test('a kind that is counted in 千円 is money', async () => {
    const read = await csv(
      '事業名,項目,単位,令和6年度,令和7年度\n訪問,利用者数,人,100,110\n,給付費,千円,"1,000","1,100"\n通所,利用者数,人,10,11\n,給付費,千円,90,－\n',
    );
    expect(unitsOf(read, '給付費')).toEqual(['1000000円', '1100000円', '90000円']);
    expect(unitsOf(read, '利用者数')).toEqual(['100人', '110人', '10人', '11人']);
  });

  test('予算額 and 決算額 below each other stay amounts', async () => {
    const read = await csv(
      '（単位：千円）\n事業名,区分,令和6年度,令和7年度\n健診,当初予算額,10,11\n,決算額,9,8\n相談,当初予算額,1,2\n,決算額,3,4\n',
    );
    expect(values(read, '健診', 'budget')).toEqual([
      [2024, 10_000],
      [2025, 11_000],
      [2024, 9000],
      [2025, 8000],
    ]);
  });
});

test('a year that only dashes stand for is of the type of the other years', async () => {
  const read = await csv(
    '事業名,担当課,令和6年度利用者数（人）,令和7年度利用者数（人）\n体操,健康課,－,20\n朝市,商工課,－,30\n',
  );
  expect(read.plan.attributes.find(({ id }) => id === '利用者数')?.type).toBe('number');
  expect(values(read, '体操', '利用者数')).toContainEqual([2025, 20]);
});

test.each(['指標①（ＫＰＩ）', '指標①\n（ＫＰＩ）', 'KPI②（重要業績評価指標）'])(
  '%s names the indicator of its number',
  (text) => {
    expect(readHeading([text], vocabulary).meaning).toBe('kpi-name');
  },
);
