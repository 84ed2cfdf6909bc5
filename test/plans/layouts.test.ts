// Layouts as municipalities publish them, invented towns: each figure with its year, kind, unit and cell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSeeds } from '../../src/data/load-seeds.ts';
import { readGrid } from '../../src/plans/grid/read-grid.ts';
import { loadHeadings } from '../../src/plans/layout/headings.ts';
import type { Answers } from '../../src/plans/mapping/answers.ts';
import { propose } from '../../src/plans/mapping/propose.ts';
import { type ReadPlan, readPlanSchema } from '../../src/plans/read-plan.ts';
import { toPlanFile } from '../../src/plans/to-plan-file.ts';

const folder = join(import.meta.dirname, '../fixtures/files');
const vocabulary = loadHeadings(join(import.meta.dirname, '../../index'));
const paper = { title: '試しの計画', publisher: '青葉野市', published: '2025-04-01' };

async function read(file: string, answers: Answers['answers'] = {}, columns: Answers['columns'] = {}) {
  const grid = await readGrid(readFileSync(join(folder, file)), file);
  return propose(grid, { answers: { ...paper, ...answers }, columns }, vocabulary);
}

/** 「budget 2025 initial 12500000 @D2」, one line a value. */
function lines(plan: ReadPlan, name: string, ...attributes: string[]): string[] {
  const subject = plan.subjects.find((one) => one.name === name);
  return (subject?.values ?? [])
    .filter(({ attribute }) => attributes.includes(attribute))
    .map(({ attribute, fy, kind, value, word, text, place }) =>
      [attribute, fy, kind, value ?? word ?? `「${text}」`, `@${place.split('!')[1]}`]
        .filter((part) => part !== null && part !== undefined)
        .join(' '),
    );
}

describe('layouts', () => {
  test('a list: unit and year in the heading, 〃 filled, the total row left out; dash, 0, blank and 調整中 stay four things', async () => {
    const { plan, questions } = await read('01-list.csv');
    expect(questions).toEqual([]);
    expect(plan.subjects).toHaveLength(7);
    expect(plan.subjects[1]?.department).toBe('都市整備課');
    expect(lines(plan, 'みどりの回廊整備事業', 'budget')).toEqual(['budget 2025 initial 12500000 @D2']);
    expect(lines(plan, 'こども食堂応援補助金', 'budget')).toEqual(['budget 2025 initial 「－」 @D5']);
    expect(lines(plan, '市史編さん事業', 'budget')).toEqual(['budget 2025 initial 0 @D6']);
    expect(lines(plan, '合併20周年記念事業', 'budget')).toEqual(['budget 2025 initial 「」 @D7']);
    expect(lines(plan, '街路灯LED化事業', 'budget')).toEqual(['budget 2025 initial 調整中 @D8']);
    expect(plan.leftOut.map(({ place }) => place)).toEqual(['01-list!B9', '01-list!A10']);
  });

  test('year blocks over 予算 and 決算: merged headings, the unit above the table', async () => {
    const { plan, questions } = await read('02-year-blocks.xlsx', { 'kind:予算額': '当初予算' });
    expect(questions).toEqual([]);
    expect(lines(plan, '通学路安全対策事業', 'budget')).toEqual([
      'budget 2023 initial 15000000 @D6',
      'budget 2023 settled 14120000 @E6',
      'budget 2024 initial 16000000 @F6',
      'budget 2024 settled 集計中 @G6',
      'budget 2025 initial 9000000 @H6',
    ]);
  });

  test('the kind of 予算額 is asked, never guessed', async () => {
    const { questions } = await read('02-year-blocks.xlsx');
    expect(questions.map(({ id, proposed }) => [id, proposed])).toEqual([['kind:予算額', '当初予算']]);
  });

  test('years as columns over rows of 目標 and 実績', async () => {
    const { plan, questions } = await read('03-years-as-columns.xlsx', { direction: '提案どおり' });
    expect(questions).toEqual([]);
    expect(lines(plan, 'リサイクル率', 'target', 'actual')).toEqual([
      'target 2023 20 @E6',
      'target 2024 21 @F6',
      'target 2025 22 @G6',
      'actual 2023 19.5 @E7',
      'actual 2024 20 @F7',
      'actual 2025 「－」 @G7',
    ]);
    expect(plan.subjects.find(({ name }) => name === '1人1日当たりごみ排出量')?.direction).toBe('down');
  });

  test('a long table in UTF-16: year and kind in the row', async () => {
    const { plan, questions } = await read('04-long.tsv');
    expect(questions).toEqual([]);
    expect(lines(plan, '漁港浚渫事業', 'budget')).toEqual([
      'budget 2023 initial 41000000 @E5',
      'budget 2023 settled 39876543 @E6',
      'budget 2024 initial 未定 @E7',
    ]);
  });

  test('forms: a sheet a project, labels with their value to the right, names and telephone numbers left out', async () => {
    const { plan, questions } = await read('05-forms.xlsx', { direction: '提案どおり' });
    expect(questions).toEqual([]);
    expect(lines(plan, '高齢者みまもり事業', 'budget', '会計区分', '総合評価')).toEqual([
      '会計区分 一般会計 @E4',
      'budget 2022 initial 1200000 @D6',
      'budget 2023 initial 1300000 @E6',
      'budget 2024 initial 1500000 @F6',
      'budget 2022 settled 1180000 @D7',
      'budget 2023 settled 1290000 @E7',
      'budget 2024 settled 「」 @F7',
      '総合評価 B @B15',
    ]);
    const rate = plan.subjects.find(({ name, projects }) => name === '満足度' && projects?.length === 2);
    expect(rate?.values.filter(({ attribute }) => attribute === 'actual').map(({ value }) => value)).toEqual([
      78.5,
      81.2,
      null,
    ]);
    expect(JSON.stringify(plan.subjects)).not.toMatch(/山田|0123/);
    expect(plan.leftOut.map(({ what }) => what)).toEqual(['列「担当者」', '列「電話」']);
  });

  test('forms whose years stand beside 決算 and 予算; a part of an amount is no second amount, labels below indicators are labels', async () => {
    const { plan, questions } = await read('12-forms-years.xlsx', {
      direction: '提案どおり',
      'kind:事業費 事業費 予算': '当初予算',
    });
    expect(questions).toEqual([]);
    const own = plan.attributes.find(({ id }) => id.includes('一般財源'))?.id ?? '';
    expect(lines(plan, '浜まつり補助事業', 'budget', '総合評価', '会計区分')).toEqual([
      '会計区分 一般会計 @B6',
      'budget 2022 settled 3000000 @B8',
      'budget 2023 settled 3000000 @C8',
      'budget 2024 settled 0 @D8',
      'budget 2025 initial 3500000 @E8',
      '総合評価 A 継続 @B12',
    ]);
    expect(lines(plan, '海岸清掃事業', own)[0]).toBe(`${own} 2022 600000 @B9`);
    expect(lines(plan, '来場者数', 'actual', 'target')).toEqual([
      'actual 2022 12000 @C11',
      'actual 2023 中止 @D11',
      'actual 2024 15300 @E11',
      'target 2025 16000 @F11',
    ]);
    expect(plan.subjects.filter(({ kind }) => kind === 'kpi').map(({ name }) => name)).toEqual([
      '清掃した延長',
      '点検率',
      '来場者数',
    ]);
    expect(JSON.stringify(plan.subjects)).not.toMatch(/山田|0123/);
  });

  test('a long table in CP932: a row a year and kind, people counted in the unit of their KPI', async () => {
    const { plan } = await read('13-long.csv', { direction: '提案どおり' });
    expect(lines(plan, '観光入込客数', 'actual', 'target')).toEqual([
      'target 2024 120.5 @H7',
      'actual 2024 118 @H8',
    ]);
    expect(lines(plan, '移住相談件数', 'actual')).toEqual(['actual 2024 「－」 @H9']);
    expect(lines(plan, '新規就農者数', 'actual')).toEqual(['actual 2024 -2 @H6']);
  });

  test('several KPIs in one cell, each with its own figures', async () => {
    const { plan } = await read('06-bullets.xlsx', { direction: '提案どおり' });
    expect(lines(plan, '一時預かり利用者数', 'baseline', 'target')).toEqual([
      'baseline 2022 1150 @D2',
      'target 2027 1500 @E2',
    ]);
  });

  test('numbered indicators with name, unit and figures in columns of their own', async () => {
    const { plan, questions } = await read('07-numbered.csv', { direction: '提案どおり', unit: '千円' });
    expect(questions).toEqual([]);
    expect(lines(plan, '出荷量', 'actual', 'target')).toEqual([
      'actual 2023 1200 @J4',
      'target 2024 1500 @K4',
    ]);
    expect(lines(plan, '水源林保全事業', 'budget', '国庫支出金')).toEqual([
      'budget 2024 settled 8450000 @L2',
      'budget 2024 current 9000000 @M2',
      '国庫支出金 2000000 @N2',
    ]);
    expect(plan.subjects[0]?.key).toBe('0101');
  });

  test('rows to add up are asked about, then added with every cell named, or kept apart', async () => {
    const asked = await read('08-rows-to-add.csv');
    expect(asked.questions.map(({ id }) => id)).toEqual(['grain']);
    const { plan } = await read('08-rows-to-add.csv', { grain: 'add' });
    const [budget] = plan.subjects[0]?.values.filter(({ attribute }) => attribute === 'budget') ?? [];
    expect(budget).toMatchObject({
      fy: 2026,
      kind: 'requested',
      value: 63_050_000,
      text: '52,000＋9,800＋1,250',
      place: '08-rows-to-add!E2+08-rows-to-add!E3+08-rows-to-add!E4',
    });
    const rows = await read('08-rows-to-add.csv', { grain: 'rows' });
    expect(rows.plan.subjects.map(({ name }) => name)).toEqual([
      '学校給食運営費',
      '学校給食運営費（委託料）',
      '学校給食運営費（備品購入費）',
      '中学校部活動支援費',
      '中学校部活動支援費（使用料及び賃借料）',
    ]);
  });

  test('JSON of a portal: keys above keys are headings above headings', async () => {
    const { plan, questions } = await read('09-open-data.json', { unit: '円' });
    expect(questions).toEqual([]);
    expect(lines(plan, '防災アプリ事業', 'budget', '財源')).toEqual([
      'budget 2024 initial 5400000 @[0].予算.令和6年度当初予算額',
      'budget 2025 initial 6100000 @[0].予算.令和7年度当初予算額',
      '財源 国費、市費 @[0].財源',
    ]);
  });

  test('KPIs of a strategy: policies merged, units converted, cover read, hidden rows asked about', async () => {
    const asked = await read('10-strategy-kpis.xlsx');
    expect(asked.questions.map(({ id }) => id).sort()).toEqual([
      'current',
      'direction',
      'hidden-rows',
      'year',
    ]);
    expect(asked.paper.published).toMatchObject({ value: '2025-03-31', printed: true });
    expect(asked.paper.publisher).toMatchObject({ value: '月見町', printed: true });
    const { plan } = await read('10-strategy-kpis.xlsx', {
      current: 'baseline',
      direction: '提案どおり',
      'hidden-rows': 'take',
      year: 'R6',
    });
    expect(lines(plan, '認定農業者数', 'baseline', 'target')).toEqual([
      'baseline 2023 61.2 @D5',
      'target 2029 60 @E5',
    ]);
    expect(plan.subjects.map(({ policyPath }) => policyPath.join(' / '))[4]).toBe(
      '2 ひとの流れをつくる / 移住定住の促進',
    );
    expect(lines(plan, '誘致企業数（累計）', 'rate')).toEqual(['rate 2024 37.5 @F3']);
  });

  test('every broken cell is refused at its address, the rest is shown, the row with a cut number is not read at all', async () => {
    const { plan, questions } = await read('11-broken.csv');
    expect(plan.problems.map(({ place }) => place.split('!')[1]).sort()).toEqual(
      ['C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C9', 'D3', 'E8'].sort(),
    );
    expect(questions.map(({ id }) => id)).toEqual(['refused']);
    expect(plan.subjects.some(({ name }) => name === '七つ目の事業')).toBe(false);
  });

  test('an answer gives a column another meaning', async () => {
    const { plan } = await read(
      '02-year-blocks.xlsx',
      {},
      { '令和5年度 予算額': '予算:R5:補正', 予算額: '無視' },
    );
    expect(lines(plan, '移住体験住宅事業', 'budget')[0]).toBe('budget 2023 supplement 3200000 @D5');
  });

  test.each([
    '01-list.csv',
    '05-forms.xlsx',
    '07-numbered.csv',
    '10-strategy-kpis.xlsx',
    '12-forms-years.xlsx',
  ])('%s fits the read schema and becomes a plan file that the door for seeds takes', async (file) => {
    const { plan } = await read(file, { unit: '千円', current: 'baseline', year: 'R6' });
    expect(readPlanSchema.safeParse(plan).error).toBeUndefined();
    const planFile = toPlanFile(plan);
    const towns = readFileSync(join(folder, '../../../seeds/municipalities.json'), 'utf8');
    const seeds = parseSeeds([
      { name: 'municipalities.json', text: towns },
      { name: `${planFile.plan.id}.json`, text: JSON.stringify(planFile) },
    ]);
    expect(seeds.files[0]?.projects.length).toBe(
      plan.subjects.filter(({ kind }) => kind === 'project').length,
    );
  });
});
