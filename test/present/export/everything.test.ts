// `export` holds every fact of the seeds, joined, with recorded results beside the printed ones.
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadSeeds } from '../../../src/data/load-seeds.ts';
import { createRepository, type Repository } from '../../../src/data/repository.ts';
import type { RecordedEntry } from '../../../src/ports/store.ts';
import { csvTables } from '../../../src/present/export/csv-tables.ts';
import { type Export, toExport } from '../../../src/present/export/everything.ts';
import { fiscalYearName, yearText } from '../../../src/wording/years.ts';

const seeds = loadSeeds(join(import.meta.dirname, '../../../seeds'));
let repository: Repository;
beforeEach(() => {
  repository = createRepository(seeds);
});

const exported = () => toExport(repository, '2026-11-21');
const kpi = (all: Export, name: string) => all.kpis.find((one) => one.name === name);
const project = (all: Export, name: string) => all.projects.find((one) => one.name === name);

function entry(changes: Partial<RecordedEntry>): RecordedEntry {
  return {
    seq: 1,
    id: 'e1',
    kind: 'recorded',
    kpi: 'renkei-kpi-ui-turn-shushoku',
    plan: 'kitakyushu-renkei',
    fy: 2025,
    typed: '300人',
    value: 300,
    unit: '人',
    partly: false,
    comment: '速報値',
    link: '',
    recordedBy: 'U1',
    recordedAt: '2026-11-20T01:00:00.000Z',
    ...changes,
  };
}

describe('export --json', () => {
  test('holds every plan, town, project and KPI', () => {
    const all = exported();
    expect(all.plans.map((plan) => plan.id)).toEqual(seeds.files.map((file) => file.plan.id));
    expect(all.municipalities).toEqual(seeds.municipalities);
    expect(all.projects).toHaveLength(seeds.files.flatMap((file) => file.projects).length);
    expect(all.kpis).toHaveLength(seeds.files.flatMap((file) => file.kpis).length);
  });

  test('every text and number of the seeds stands in it', () => {
    const leaves = (value: unknown, found: Set<unknown> = new Set()): Set<unknown> => {
      if (typeof value === 'object' && value !== null) {
        // The printed form of a plan's own cell is known by its figure, word or list.
        for (const [key, inner] of Object.entries(value))
          if (!('attribute' in value) || ['value', 'word', 'list'].includes(key)) leaves(inner, found);
      } else if (value !== null && typeof value !== 'boolean') found.add(value);
      return found;
    };
    const there = leaves(exported());
    const files = seeds.files.map(({ $schema: _, statements: __, ...file }) => file);
    // Money is in yen in the seeds, in 千円 in the export.
    const missing = [...leaves(files)].filter(
      (one) => ![one, Number(one), Number(one) / 1000].some((form) => there.has(form)),
    );
    expect(missing).toEqual([]);
  });

  test('a place is told in Japanese beside its short form', () => {
    expect(project(exported(), '空き家の流通・活用支援事業')?.policies).toMatchObject([
      { document: '003', place: 'package 3 (13)', label: 'パッケージ3（13）' },
    ]);
    expect(kpi(exported(), '待機児童数')?.sources).toMatchObject([
      { document: '003', label: 'パッケージ3のKPI' },
    ]);
  });

  test('a KPI carries baseline, target and status under the stable names', () => {
    expect(kpi(exported(), 'U・Iターン就職決定者数')).toMatchObject({
      id: 'renkei-kpi-ui-turn-shushoku',
      plan: 'kitakyushu-renkei',
      projects: ['renkei-ui-turn'],
      direction: 'up',
      baseline: { value: 256, unit: '人', fy: 2024, text: '256人（令和6年度）' },
      targets: [{ fy: 2026, value: 400, unit: '人', relation: '=', text: '400人（令和8年度）' }],
      actuals: [],
      achievements: [],
      status: { now: '実績待ち', year: 2026 },
    });
  });

  test('the words of two rows that differ both stand, each with its place', () => {
    expect(project(exported(), '広域行政推進事業')?.evaluation).toEqual([
      { fy: 2021, word: '順調', place: 'No. 32', policyWord: '順調' },
      { fy: 2021, word: '大変順調', place: 'No. 34', policyWord: null },
    ]);
  });

  test('a project carries its policies as objects with path, place and goals of the row', () => {
    const one = project(exported(), '公立大学法人北九州市立大学運営事業');
    expect(one?.policies.map(({ code, place, sdgs }) => [code, place, sdgs])).toEqual([
      ['I-2-(1)-②', 'No. 1', [4]],
      ['I-2-(1)-④', 'No. 2', [4]],
      ['I-2-(2)-③', 'No. 4', [4, 9]],
    ]);
    expect(one?.sdgs).toEqual([4, 9]);
    expect(one?.budgets.map(({ fy, thousandYen }) => [fy, thousandYen])).toEqual([
      [2022, 2_665_000],
      [2023, 3_144_000],
    ]);
    expect(one?.kpis).toHaveLength(2);
  });

  test('a recorded result appears with who recorded it', () => {
    repository.applyEntries([entry({})]);
    expect(kpi(exported(), 'U・Iターン就職決定者数')?.actuals).toEqual([
      {
        fy: 2025,
        value: 300,
        unit: '人',
        text: '300人',
        recordedBy: 'U1',
        recordedAt: '2026-11-20T01:00:00.000Z',
        comment: '速報値',
        seq: 1,
      },
    ]);
  });

  test('a recorded correction stands beside the printed result, which is marked replaced', () => {
    repository.applyEntries([
      entry({
        kpi: 'hyoka-kpi-ronbun',
        plan: 'kitakyushu-hyoka',
        fy: 2021,
        typed: '4本',
        value: 4,
        unit: '本',
      }),
    ]);
    expect(
      kpi(exported(), '著名な学術雑誌への論文掲載数')?.actuals.map((actual) => ({ ...actual })),
    ).toMatchObject([
      { fy: 2021, value: 5, text: '5本', replaced: true },
      { fy: 2021, value: 4, text: '4本', recordedBy: 'U1' },
    ]);
  });

  test('a withdrawn result is gone again', () => {
    repository.applyEntries([entry({}), entry({ seq: 2, id: 'e2', kind: 'withdrawn' })]);
    expect(kpi(exported(), 'U・Iターン就職決定者数')?.actuals).toEqual([]);
  });
});

describe('export --csv', () => {
  const rows = (name: 'budgets.csv' | 'kpis.csv' | 'projects.csv') => {
    const table = csvTables(repository, '2026-11-21')[name];
    return (table?.rows ?? []).map((row) =>
      Object.fromEntries((table?.columns ?? []).map((column, index) => [column, row[index]])),
    );
  };

  test('budgets: one row a project and year, in 千円 and 和暦, with the printed notation', () => {
    expect(rows('budgets.csv')).toHaveLength(
      seeds.files.flatMap((file) => file.projects.flatMap((one) => one.amounts)).length,
    );
    expect(
      rows('budgets.csv').find((row) => row.事業名 === '定住・移住促進事業' && row.西暦年度 === 2023),
    ).toMatchObject({
      年度: '令和5年度',
      '予算額（千円）': 44_090,
      予算の表記: '44,090',
      担当課: '企画課',
      出典箇所: 'No. 10',
    });
  });

  test('budgets: a dash stays a dash and is no number', () => {
    expect(
      rows('budgets.csv').find((row) => row.事業名 === '水道技術研修の実施' && row.西暦年度 === 2026),
    ).toMatchObject({
      '予算額（千円）': null,
      予算の表記: '—',
    });
  });

  test('kpis: a year with a result shows target, result, printed rate and status side by side', () => {
    expect(
      rows('kpis.csv').find((row) => row.KPI名 === '著名な学術雑誌への論文掲載数' && row.西暦年度 === 2021),
    ).toMatchObject({
      年度: '令和3年度',
      年度目標: '5本',
      '年度目標（数値）': 5,
      実績: '5本',
      '実績（数値）': 5,
      単位: '本',
      '達成率（公表・%）': '100.0%',
      '達成率・進捗率（計算・%）': 100,
      判定: '達成',
      出典箇所: 'No. 3',
    });
  });

  test('kpis: a target for every year has a row of its own', () => {
    expect(
      rows('kpis.csv')
        .filter((row) => row.KPI名 === '著名な学術雑誌への論文掲載数')
        .map((row) => row.年度),
    ).toEqual(['令和3年度', '令和4年度', '令和5年度', '毎年度']);
  });

  test('kpis: every KPI has a row', () => {
    expect(new Set(rows('kpis.csv').map((row) => row['KPI ID'])).size).toBe(repository.kpis.length);
  });

  test('projects: one row a listing, 再掲 marked', () => {
    const listings = seeds.files.flatMap((file) => file.projects.flatMap((one) => one.listings));
    expect(rows('projects.csv')).toHaveLength(listings.length);
    expect(rows('projects.csv').filter((row) => row.再掲 === '再掲')).toHaveLength(10);
  });
});

describe('years in tables', () => {
  test.each([
    [2023, '令和5年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1988, '昭和63年度'],
  ])('%i is %s', (fy, text) => {
    expect(fiscalYearName(fy)).toBe(text);
  });

  test.each([
    [{ fy: 2015, calendarYear: true as const }, '平成27年'],
    [{ fy: 2023, periodStart: 2021, calendarYear: true as const }, '令和3～5年'],
    [{ fy: 2020, periodStart: 2018 }, '平成30～令和2年度'],
    [{ fy: null, every: true as const }, '毎年度'],
    [{ fy: null }, ''],
  ])('%o is %s', (value, text) => {
    expect(yearText(value)).toBe(text);
  });
});
