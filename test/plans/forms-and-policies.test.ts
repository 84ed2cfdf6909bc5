// Forms with two rows of headings, 施策 that rows are about, units above each table: invented towns.
import { beforeAll, describe, expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { planFileSchema } from '../../src/data/schemas/plan.ts';
import type { SheetData } from '../../src/plans/grid/grid.ts';
import { propose } from '../../src/plans/mapping/propose.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';
import { botWith } from '../support/other-plans.ts';
import { readPlan, sheet, vocabulary, workbook } from '../support/plan-read.ts';

const paper = { title: '試しの計画', publisher: '青葉野市', published: '2025-04-01' };

function readAs(sheets: SheetData[], answers: Record<string, string> = {}) {
  return readPlan(workbook(...sheets), { answers: { ...paper, ...answers } });
}

/** What is said of one subject: attribute, year, value. */
const said = ({ plan }: ReturnType<typeof readAs>, name: string) =>
  plan.subjects
    .find((one) => one.name === name)
    ?.values.map(({ attribute, fy, value, word }) => [attribute, fy, value ?? word]);

const form = (name: string, office: string, [lamps, calls]: [number, number], staff: number) =>
  sheet(
    name,
    [
      ['事務事業名', name],
      ['担当課', office],
      ['開始年度', '平成10年度'],
      [],
      ['区分', '', 'R5決算', 'R6決算', 'R7予算'],
      ['直接事業費', '', 500, 620, 700],
      ['人件費', '', staff - 10, staff, staff + 5],
      [],
      ['区分', '指標名', '単位', 'R5', '', 'R6', ''],
      ['', '', '', '目標', '実績', '目標', '実績'],
      ['活動指標', `${name}の灯りの数`, '灯', 10, lamps - 3, 12, lamps],
      ['活動指標', `${name}の見回り`, '回', 4, 4, 4, 5],
      ['成果指標', `${name}への苦情`, '件', 9, calls + 2, 8, calls],
      [],
      ['3.5'],
    ],
    [
      [8, 0, 9, 0],
      [8, 1, 9, 1],
      [8, 2, 9, 2],
      [8, 3, 8, 4],
      [8, 5, 8, 6],
    ],
  );

describe('a form whose years stand over 目標 and 実績', () => {
  const read = readAs([form('街灯', '道路課', [11, 7], 90), form('夜警', '防災課', [6, 3], 40)], {
    unit: '千円',
  });

  test('gives each indicator its targets and results of each year', () => {
    expect(said(read, '街灯の灯りの数')).toEqual(
      expect.arrayContaining([
        ['target', 2023, 10],
        ['actual', 2023, 8],
        ['target', 2024, 12],
        ['actual', 2024, 11],
      ]),
    );
    expect(said(read, '夜警への苦情')).toContainEqual(['actual', 2024, 3]);
  });

  test('a figure that no label leads to is told to be left out', () => {
    expect(read.plan.leftOut.map(({ what }) => what)).toContain('様式「街灯」の数字1個（A15）');
  });

  describe('asked', () => {
    let ask: (question: string) => Promise<string>;
    beforeAll(async () => {
      const file = planFileSchema.parse(toPlanFile(read.plan));
      const bot = await botWith(createRepository({ municipalities: [], files: [file], hash: '' }));
      ask = async (question) => (await bot.ask(question)).lead ?? '';
    }, 60_000);

    test.each([
      ['R6決算の人件費が一番少ない事業は', ['夜警', '40千円'], ['620']],
      ['街灯への苦情は令和5年度から何件減りましたか', ['2件'], ['基準値']],
      ['政策７の令和6年度の事業費の合計は', ['記載がありません'], ['千円']],
    ])('%s', async (question, told, untold) => {
      const answer = await ask(question);
      for (const one of told) expect(answer).toContain(one);
      for (const one of untold) expect(answer).not.toContain(one);
    });
  });
});

test('a 施策 a row with its money and two indicators is what the row is about; the office beside helps', () => {
  const read = readAs([
    sheet('評価', [
      [
        '施策コード',
        '施策名',
        '主管課',
        '関係課',
        '指標1_名称',
        '指標1_R6実績',
        '指標2_名称',
        '指標2_R6実績',
        'R6決算(千円)',
      ],
      ['11', '道の手入れ', '道路課', '公園課', '直した穴', 30, '苦情', 4, 900],
      ['12', '川の見張り', '河川課', '', '見回り', 52, '通報', 2, 300],
    ]),
  ]);
  const road = read.plan.subjects.find(({ name }) => name === '道の手入れ');
  expect(road).toMatchObject({ kind: 'project', department: '道路課' });
  expect(said(read, '道の手入れ')).toEqual(
    expect.arrayContaining([
      ['budget', 2024, 900_000],
      ['number', null, '11'],
      ['関係課', null, '公園課'],
    ]),
  );
});

test('money beside the targets of an indicator is no target', () => {
  const read = readAs([
    sheet('指標', [
      ['分野', '指標名', '単位', '令和6年度実績', '令和8年度目標', '令和8年度予算額（千円）'],
      ['道', '直した穴', 'か所', 30, 50, 900],
      ['道', '苦情', '件', 4, 2, 300],
    ]),
  ]);
  expect(said(read, '直した穴')?.filter(([attribute]) => attribute === 'target')).toEqual([
    ['target', 2026, 50],
  ]);
});

test('each of two tables with the same headings counts in the unit printed above it', () => {
  const head = ['項目', '令和６年度', '', '令和７年度', ''];
  const under = ['', '計画値', '実績値', '計画値', '実績値'];
  const read = readAs([
    sheet(
      '比較',
      [
        ['利用', '', '', '', '', '（単位：人/月）'],
        head,
        under,
        ['配食', 40, 38, 41, 44],
        ['送迎', 20, 25, 21, 22],
        [],
        ['費用', '', '', '', '', '（単位：千円）'],
        head,
        under,
        ['在宅費', 900, 880, 910, 905],
        ['施設費', 700, 720, 705, 731],
      ],
      [
        [1, 1, 1, 2],
        [1, 3, 1, 4],
        [1, 0, 2, 0],
        [7, 1, 7, 2],
        [7, 3, 7, 4],
        [7, 0, 8, 0],
      ],
    ),
  ]);
  const units = (name: string) => [
    ...new Set(read.plan.subjects.find((one) => one.name === name)?.values.map(({ unit }) => unit)),
  ];
  expect([units('配食'), units('在宅費')]).toEqual([['人/月'], ['千円']]);
});

test('what is done in each year keeps its year', () => {
  const read = readAs([
    sheet(
      '実施計画',
      [
        ['事業名', '令和８年度', '', '令和９年度', ''],
        ['', '事業内容', '計画額(千円)', '事業内容', '計画額(千円)'],
        ['橋の架け替え', '設計', 80, '工事', 900],
        ['池の浚渫', '測量', 20, '浚渫', 300],
      ],
      [
        [0, 1, 0, 2],
        [0, 3, 0, 4],
        [0, 0, 1, 0],
      ],
    ),
  ]);
  expect(said(read, '橋の架け替え')).toEqual(
    expect.arrayContaining([
      ['事業内容', 2026, '設計'],
      ['事業内容', 2027, '工事'],
    ]),
  );
});

test('a year in a line of its own on the cover belongs to the title below it', () => {
  const cover = sheet('表紙', [['令和６年度'], [], ['主な仕事の説明書'], [], ['令和７年９月']]);
  const grid = workbook(
    cover,
    sheet('土木部', [
      ['事業名', '決算額(円)'],
      ['橋の架け替え', 80_000],
      ['池の浚渫', 20_000],
    ]),
  );
  expect(propose(grid, {}, vocabulary).paper.title?.value).toBe('令和６年度　主な仕事の説明書');
});
