// Charts and tables of money: what is drawn, which years have a column, how large sums are said.
import { beforeAll, describe, expect, test } from 'vitest';
import type { KpiEntry } from '../../src/answer/answer.ts';
import { kpiEntry } from '../../src/answer/entries.ts';
import type { Bot } from '../../src/bot.ts';
import { toBlocks } from '../../src/present/blocks.ts';
import { kpiChart } from '../../src/present/charts/kpi-chart.ts';
import { toText } from '../../src/present/terminal/text.ts';
import { openBot } from '../../src/start/open-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await openBot({ now: () => new Date('2026-11-24T00:00:00Z') }, () => undefined);
});

interface Drawn {
  name: string;
  data: { value: number }[];
}
interface Table {
  rows: { text: string; value?: number }[][];
  caption: string;
}
const kpi = (id: string) => kpiEntry(bot.repository, id, 1, '2026-11-24') as KpiEntry;
const blocksOf = async (text: string) => toBlocks(await bot.ask(text, { asOf: '2026-11-24' }));
async function tableOf(text: string): Promise<Table> {
  return (await blocksOf(text)).find(({ type }) => type === 'data_table') as unknown as Table;
}

describe('the trend of a KPI', () => {
  test('results are a line from the baseline on, target and baseline lie across', () => {
    const [drawn] = kpiChart(kpi('hyoka-kpi-iju-sodan'));
    expect(drawn).toMatchObject({
      chart: {
        type: 'line',
        axis_config: { categories: ['基準 R1', 'R3'] },
        series: [
          { name: '実績', data: [{ value: 149 }, { value: 179 }] },
          { name: '目標 R3', data: [{ value: 200 }, { value: 200 }] },
          { name: '基準 R1', data: [{ value: 149 }, { value: 149 }] },
        ],
      },
    });
  });

  test('without a result the planned way is a line from the baseline to the targets', () => {
    const [drawn] = kpiChart(kpi('jimu-kpi-sokatsu-hojokin-dantai'));
    expect(drawn).toMatchObject({
      chart: {
        type: 'line',
        axis_config: { categories: ['基準 H26', '目標 R6', '目標 R7'] },
        series: [
          { name: '目標', data: [{ value: 130 }, { value: 137 }, { value: 137 }] },
          { name: '基準 H26', data: [{ value: 130 }, { value: 130 }, { value: 130 }] },
        ],
      },
    });
  });

  test('a bar is a result beside its target, and figures that are all equal are not drawn', () => {
    const drawn = bot.repository.kpis.flatMap(({ id }) => kpiChart(kpi(id)));
    const charts = drawn.map(({ chart }) => chart as { type: string; series: Drawn[] });
    for (const { type, series } of charts) {
      const figures = series.flatMap(({ data }) => data.map(({ value }) => value));
      expect(new Set(figures).size).toBeGreaterThan(1);
      if (type === 'bar')
        expect(series.map(({ name }) => name)).toEqual(['実績', expect.stringMatching(/^目標/)]);
    }
    expect(drawn.length).toBeGreaterThan(20);
  });
});

describe('budgets', () => {
  test('every year with a figure has a column, and no other; the change stands first', async () => {
    const { rows, caption } = await tableOf('/yosan 地域振興課');
    expect(rows[0]?.map(({ text }) => text)).toEqual(['事業', '増減', 'R6年度', 'R7年度', '出典']);
    expect(caption).toBe('予算（千円）　共通：所管 地域振興課');
    expect(rows[1]?.map(({ text }) => text)).toContain('270,700');
  });

  test('years that a page has printed are shown even where others asked for none', async () => {
    const { rows } = await tableOf('/yosan 国際政策課');
    const columns = rows[0]?.map(({ text }) => text) ?? [];
    for (const year of columns.filter((text) => /^R\d/.test(text))) {
      const place = columns.indexOf(year);
      expect(rows.slice(1).some((row) => typeof row[place]?.value === 'number')).toBe(true);
    }
    expect(columns).toContain('R4年度');
  });

  test('a named set has totals, a word search none', async () => {
    const words = JSON.stringify(await blocksOf('/yosan 地域振興課'));
    expect(words).toContain('合計　');
    expect(words).toMatch(/億円）・4事業/);
    expect(JSON.stringify(await blocksOf('/yosan 空き家'))).not.toContain('合計　');
    // A project that is new in the last year would make a change of its own.
    expect(words).not.toMatch(/千円（27.3億円）[^・]/);
    const textOf = async (text: string) => toText(await bot.ask(text, { asOf: '2026-11-24' }));
    expect(JSON.stringify(await blocksOf('/yosan 企画課 R5'))).toContain('　+722,646千円');
    expect((await textOf('/yosan 企画課 R5')).split('\n')[1]).toMatch(
      /^合計（4事業）　R4 1,178,733千円（11.8億円） → R5 .*　\+722,646千円$/,
    );
    expect(await textOf('/yosan 国際政策課 R5 合計')).not.toContain('\n合計');
  });

  test('a large sum in a sentence is said in 億円 as well', async () => {
    expect(JSON.stringify(await blocksOf('/yosan 北九州市立大学運営事業 R5'))).toContain(
      '3,144,000千円（31.4億円）',
    );
  });

  test('small bars beside a giant are not drawn', async () => {
    const blocks = await blocksOf('/yosan 地域振興課');
    expect(blocks.map(({ type }) => type)).not.toContain('data_visualization');
  });
});
