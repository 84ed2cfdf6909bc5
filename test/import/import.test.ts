// A sheet adds what the plan lacks, shows it first, and never changes what the plan already says.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSheet } from '../../src/cli/import.ts';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { addSheet } from '../../src/import/add-sheet.ts';
import { parseSheet } from '../../src/import/parse-csv.ts';
import { readValue, readYear } from '../../src/import/read-cell.ts';
import { toCsv } from '../../src/present/export/csv.ts';
import { csvTables } from '../../src/present/export/csv-tables.ts';

const committed = join(import.meta.dirname, '../../seeds');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-import-'));
  cpSync(committed, join(folder, 'seeds'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command on a sheet with this text. */
function importing(csv: string | Uint8Array, ...options: string[]) {
  const path = join(folder, 'sheet.csv');
  writeFileSync(path, csv);
  let text = '';
  const files = options.includes('--undo') ? [] : [path];
  const args = [...files, '--plan', 'kitakyushu-jimu', ...options];
  const taken = importSheet(args, join(folder, 'seeds'), (part) => {
    text += part;
  });
  return { taken, text };
}
const planFile = () => readFileSync(join(folder, 'seeds/kitakyushu-jimu.json'), 'utf8');

const source = '004,No. 3';
const budgetSheet = `事業名,年度,予算額（千円）,出典文書,出典箇所\n防犯カメラ運用事業,令和8年度,"61,000",${source}\n`;

describe('the import command', () => {
  test('a dry run shows what would be added and writes nothing', () => {
    const before = planFile();
    expect(importing(budgetSheet, '--dry-run')).toEqual({
      taken: true,
      text: '加わるもの（1件）\n  事業「防犯カメラ運用事業」の令和8年度予算 61,000千円\n確認のみのため、書き込んでいません。\n',
    });
    expect(planFile()).toBe(before);
  });

  test('an import is written, loads again, and can be undone', () => {
    const before = planFile();
    expect(importing(budgetSheet).taken).toBe(true);
    const project = createRepository(loadSeeds(join(folder, 'seeds'))).projects.find(
      (one) => one.name === '防犯カメラ運用事業',
    );
    expect(project?.amounts.map(({ fy, kind, yen, text }) => [fy, kind, yen, text])).toEqual([
      [2024, 'initial', 39_464_000, '39,464'],
      [2025, 'initial', 57_740_000, '57,740'],
      [2026, 'initial', 61_000_000, '61,000'],
    ]);
    expect(importing('', '--undo')).toEqual({
      taken: true,
      text: 'kitakyushu-jimu を取り込み前に戻しました。\n',
    });
    expect(planFile()).toBe(before);
    expect(importing('', '--undo').taken).toBe(false);
  });

  test('importing twice adds nothing the second time', () => {
    importing(budgetSheet);
    expect(importing(budgetSheet)).toEqual({ taken: true, text: '加わるものはありません。\n' });
  });

  test('a figure that differs from the plan is shown and not changed', () => {
    const { taken, text } = importing(budgetSheet.replace('令和8年度', 'R7'));
    expect(taken).toBe(true);
    expect(text).toContain(
      '2行目：「防犯カメラ運用事業」R7の予算は計画では「57,740」、シートでは「61,000」です。',
    );
    expect(existsSync(join(folder, 'seeds/kitakyushu-jimu.json.bak'))).toBe(false);
  });

  test('a result saved by Excel in Shift_JIS is added to its KPI', () => {
    // KPI ID,KPI名,年度,実績 / jimu-kpi-keihohan,刑法犯認知件数,R6,"5,900件" as Excel saves it in Japan.
    const csv = Buffer.from(
      '4b50492049442c4b504996bc2c944e93782c8ec090d10d0a6a696d752d6b70692d6b6569686f68616e2c8c59964094c69446926d8c8f90942c52362c22352c3930308c8f220d0a',
      'hex',
    );
    expect(importing(csv)).toMatchObject({ taken: true });
    const kpi = createRepository(loadSeeds(join(folder, 'seeds'))).kpi('jimu-kpi-keihohan');
    expect(kpi?.actuals).toEqual([{ value: 5900, unit: '件', relation: '=', text: '5,900件', fy: 2024 }]);
  });

  test('a new KPI needs an id, a direction and how it is measured', () => {
    const { taken, text } = importing('KPI名,年度,年度目標\n街頭犯罪件数,R8,100件\n');
    expect(taken).toBe(false);
    expect(text).toContain('2行目：「街頭犯罪件数」は計画にありません。新しいKPIには「KPI ID」');
  });

  test('a complete new KPI is added with target and result', () => {
    const sheet = `KPI ID,KPI名,事業名,方向,測り方,年度,基準値,基準年,年度目標,実績,出典文書,出典箇所
jimu-kpi-gaito-hanzai,街頭犯罪件数,防犯カメラ運用事業,減らす,各年度の目標,令和8年度,120件,R5,100件以下,90件,${source}
`;
    expect(importing(sheet).taken).toBe(true);
    const kpi = createRepository(loadSeeds(join(folder, 'seeds'))).kpi('jimu-kpi-gaito-hanzai');
    expect(kpi?.baseline).toEqual({ value: 120, unit: '件', relation: '=', text: '120件', fy: 2023 });
    expect(kpi?.targets).toEqual([
      { value: 100, unit: '件', relation: '<=', text: '100件以下', fy: 2026, term: 'year' },
    ]);
    expect(kpi?.actuals).toEqual([{ value: 90, unit: '件', relation: '=', text: '90件', fy: 2026 }]);
  });

  test('an id that another plan uses is refused by the schemas’ door, and nothing is written', () => {
    const before = planFile();
    const sheet = `事業ID,事業名,概要,施策,出典文書,出典箇所
renkei-ui-turn,新しい事業,新しく始める。,「稼げるまち」の実現,${source}
`;
    const { taken, text } = importing(sheet);
    expect(taken).toBe(false);
    expect(text).toContain('expected an id of its own ("renkei-ui-turn" is taken by');
    expect(planFile()).toBe(before);
  });

  test('a sheet without the needed headings is told which', () => {
    const { taken, text } = importing('名称,金額\nx,1\n');
    expect(taken).toBe(false);
    expect(text).toContain('1行目に「事業名」または「KPI名」の列がありません。');
  });

  test('a misspelt option is wrong usage', () => {
    expect(() => importing(budgetSheet, '--dryrun')).toThrow('知らない指定です: --dryrun');
  });
});

test('the exported sheets add nothing to any plan they came from', () => {
  const seeds = loadSeeds(committed);
  for (const [name, table] of Object.entries(csvTables(createRepository(seeds), '2026-11-21'))) {
    const sheet = parseSheet(toCsv(table));
    expect(sheet.rows).toHaveLength(table.rows.length);
    for (const file of seeds.files) {
      const { added, differing, problems, file: after } = addSheet(file, sheet);
      expect({ name, added, differing, problems }).toEqual({ name, added: [], differing: [], problems: [] });
      expect(after).toEqual(file);
    }
  }
});

test('a row of the plan that was lost comes back from the exported sheet as it was', () => {
  const seeds = loadSeeds(committed);
  const table = csvTables(createRepository(seeds), '2026-11-21')['kpis.csv'];
  const file = seeds.files.find((one) => one.plan.id === 'kitakyushu-hyoka');
  if (!table || !file) throw new Error('the evaluation is missing');
  const without = structuredClone(file);
  const kpi = without.kpis.find((one) => one.id === 'hyoka-kpi-ronbun');
  kpi?.actuals.splice(0);
  kpi?.targets.splice(1, 1);
  const { added, file: after } = addSheet(without, parseSheet(toCsv(table)));
  expect(added).toEqual([
    'KPI「著名な学術雑誌への論文掲載数」の令和3年度の実績 5本',
    'KPI「著名な学術雑誌への論文掲載数」の令和4年度の年度目標 5本',
  ]);
  const restored = after.kpis.find((one) => one.id === 'hyoka-kpi-ronbun');
  const original = file.kpis.find((one) => one.id === 'hyoka-kpi-ronbun');
  expect(restored?.actuals).toEqual(original?.actuals);
  expect(restored?.targets).toContainEqual(original?.targets[1]);
});

test.each([
  ['令和5年度', { fy: 2023 }],
  ['令和元年度', { fy: 2019 }],
  ['R8', { fy: 2026 }],
  ['Ｒ８年度', { fy: 2026 }],
  ['2023年度', { fy: 2023 }],
  ['平成27年', { fy: 2015, calendarYear: true }],
  ['令和3～5年度', { fy: 2023, periodStart: 2021 }],
  ['毎年度', { fy: null, every: true }],
  ['令和八年度', { fy: 2026 }],
  ['FY2025', { fy: 2025 }],
  ['H30～R2', { fy: 2020, periodStart: 2018 }],
  ['令和99年度', undefined],
  ['5年度', undefined],
  ['5〜7年度', undefined],
  ['昨年度', undefined],
  ['R6以降', undefined],
  ['いつか', undefined],
  ['5', undefined],
])('year %s', (text, year) => {
  expect(readYear(text)).toEqual(year);
});

test.each([
  ['80%以上', { value: 80, unit: '%', relation: '>=', text: '80%以上' }],
  ['累計60件', { value: 60, unit: '件', relation: '=', text: '累計60件', cumulative: true }],
  ['10位以内（毎年度）', { value: 10, unit: '位', relation: '<=', text: '10位以内（毎年度）' }],
  ['62%（R6年度）', { value: 62, unit: '%', relation: '=', text: '62%（R6年度）' }],
  ['181,809万円', { value: 181_809, unit: '万円', relation: '=', text: '181,809万円' }],
  ['約20%', { value: 20, unit: '%', relation: '=', text: '約20%', approximate: true }],
  ['▲2.6', { value: -2.6, unit: null, relation: '=', text: '▲2.6' }],
  ['1億5千万円', { value: 150_000_000, unit: '円', relation: '=', text: '1億5千万円' }],
  ['三千人以上', { value: 3000, unit: '人', relation: '>=', text: '三千人以上' }],
  ['41.5万人', { value: 41.5, unit: '万人', relation: '=', text: '41.5万人' }],
  ['0人', { value: 0, unit: '人', relation: '=', text: '0人' }],
  ['前年度比増', { value: null, unit: null, relation: '>', text: '前年度比増', basis: 'previous-year' }],
  ['A（計画どおり）', { value: null, unit: null, relation: '=', text: 'A（計画どおり）' }],
  ['—', { value: null, unit: null, relation: '=', text: '—' }],
  ['', undefined],
])('value %s', (text, value) => {
  expect(readValue(text)).toEqual(value);
});
