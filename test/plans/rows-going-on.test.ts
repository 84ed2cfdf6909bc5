// Rows that go on with the one above: a second line of text, a second KPI, 〃 below a blank. Invented towns.
import { expect, test } from 'vitest';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { readPlan, sheet, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2026-08-31' };

const csv = async (...rows: string[]) =>
  readPlan(await readGrid(Buffer.from(rows.join('\n')), 'plan.csv'), { answers: paper });

type Read = Awaited<ReturnType<typeof csv>>;

const values = ({ plan }: Read, name: string, attribute: string) =>
  plan.subjects
    .filter((one) => one.name === name)
    .flatMap((one) => one.values)
    .flatMap((one) =>
      one.attribute === attribute ? [[one.fy, one.value ?? one.word, ...(one.part ? [one.part] : [])]] : [],
    );

test('〃 below a second line of text repeats the office of the project above', async () => {
  const read = await csv(
    '番号,事業名,担当課,事業内容,R8当初予算（千円）',
    '1,通学路の整備,道路課,用地の測量,30',
    ',,,工事の設計,',
    '2,橋の点検,〃,点検,12',
    '3,花の植栽,公園課,植栽,6',
    '4,街路樹の剪定,〃,剪定,7',
  );
  expect(read.plan.subjects.map(({ name, department }) => [name, department])).toEqual([
    ['通学路の整備', '道路課'],
    ['橋の点検', '道路課'],
    ['花の植栽', '公園課'],
    ['街路樹の剪定', '公園課'],
  ]);
});

test('a second line of text makes no parts of the figures beside the first', async () => {
  const read = await csv(
    '事業名,担当課,区分,事業内容,R8計画額（千円）,R8起債（千円）',
    '通学路の整備,道路課,継続,用地の測量,30,20',
    ',,,工事の設計,,',
    '橋の点検,道路課,新規,点検,12,',
  );
  expect(values(read, '通学路の整備', '起債')).toEqual([[2026, 20_000]]);
});

test('rows with figures that differ in a word are parts of their project still', async () => {
  const read = await csv(
    '事業名,担当課,会計の別,R8起債（千円）',
    '通学路の整備,道路課,一般会計,20',
    ',,下水道会計,5',
    '橋の点検,道路課,一般会計,3',
  );
  expect(values(read, '通学路の整備', '起債')).toEqual([
    [2026, 20_000, '一般会計'],
    [2026, 5_000, '下水道会計'],
  ]);
});

test('what stands below 財源内訳 is money, whatever the source is called', () => {
  const rows = [
    ['事業名', '担当課', '令和8年度', '', '', ''],
    ['', '', '計画額（千円）', '財源内訳', '', ''],
    ['', '', '', '国庫', 'ふるさと応援分', '補助率'],
    ['通学路の整備', '道路課', '30', '20', '10', '50％'],
    ['橋の点検', '道路課', '12', '6', '6', '50％'],
  ];
  const grid = workbook(
    sheet('一覧', rows, [
      [0, 0, 2, 0],
      [0, 1, 2, 1],
      [0, 2, 0, 5],
      [1, 2, 2, 2],
      [1, 3, 1, 5],
    ]),
  );
  const { plan } = readPlan(grid, { answers: paper });
  const types = Object.fromEntries(plan.attributes.map(({ id, type }) => [id, type]));
  expect(types).toMatchObject({
    '財源内訳 国庫': 'money',
    '財源内訳 ふるさと応援分': 'money',
    '財源内訳 補助率': 'rate',
  });
});

test('of several KPIs below one project, each keeps the state and the base year of its row', async () => {
  const read = await csv(
    '施策・事業名,担当課,指標名,単位,基準値,基準値の年度,R7実績,R7目標,達成状況',
    '移住の促進,企画課,相談件数,件,96,令和2,259,250,◎',
    ',,移住者数,人,38,令和元,63,70,○',
    '窓口の改善,市民課,待ち時間,分,12,令和2,8,9,◎',
  );
  expect(values(read, '相談件数', '達成状況')).toEqual([[null, '◎']]);
  expect(values(read, '移住者数', '達成状況')).toEqual([[null, '○']]);
  expect(values(read, '移住の促進', '達成状況')).toEqual([]);
  expect(values(read, '移住者数', 'baseline')).toEqual([[2019, 38]]);
  expect(values(read, '待ち時間', 'baseline')).toEqual([[2020, 12]]);
});

test('a heading spread over its column, with a bracket behind it, is one word', async () => {
  const read = await csv(
    '事業名,担当課,"根　拠\n（法令・要綱等）",R8当初予算（千円）',
    '老人クラブの支援,福祉課,老人福祉法,30',
    '花の植栽,公園課,花いっぱい要綱,6',
  );
  const basis = read.plan.attributes.find(({ label }) => label.startsWith('根拠'));
  expect(basis?.words).toContain('根拠法令');
});
