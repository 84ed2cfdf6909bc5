// Cells, columns and indexes of the facts, over an invented town's plan.
import { describe, expect, test } from 'vitest';
import { createFacts } from '../../src/facts/facts.ts';
import { midorino, seeds } from '../support/query.ts';

const repository = midorino();
const facts = createFacts(repository);

describe('attributes', () => {
  test('columns are declared only for plans that print them, with the words they hold', () => {
    const own = facts.attributes.filter(({ plan }) => plan !== null);
    expect(own.map(({ id }) => id)).toEqual(['midorino/labor', 'midorino/evaluation']);
    expect(own[1]?.values?.map(({ word }) => word)).toEqual(['A', 'B', 'C', 'D']);
  });
  test('a bare name stands for the column of whichever plan prints it', () => {
    expect(facts.attribute('evaluation')?.label).toBe('事業評価');
    expect(facts.attribute('settled')).toBeUndefined();
  });
  test('ids are the same for every plan of the seeds', () => {
    const ids = createFacts(seeds()).attributes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('cells', () => {
  test('money is in yen, a dash is neither value nor word', () => {
    expect(facts.cells('budget', 'midorino-taxi')).toMatchObject([
      { fy: 2025, value: null, word: null, text: '—' },
      { fy: 2026, value: 8_000_000, text: '8,000', unit: '千円' },
    ]);
  });
  test('a row holds its own words, the project those of all rows', () => {
    expect(facts.cells('evaluation', 'midorino-hiroba#2')).toMatchObject([{ word: 'B', fy: 2025 }]);
    expect(facts.cells('evaluation', 'midorino-hiroba').map(({ word }) => word)).toEqual(['A', 'B']);
  });
  test('調整中 tells nothing but keeps its text', () => {
    expect(facts.cells('target', 'midorino-kpi-keikaku')).toMatchObject([
      { value: null, word: null, text: '調整中' },
    ]);
  });
});

describe('columns and indexes', () => {
  test('a year’s figures stand in the order of the subjects, NaN for none', () => {
    expect([...facts.column('project', 'budget', 2025)]).toEqual([12_000_000, 40_000_000, Number.NaN]);
    expect([...facts.column('kpi', 'target', null)]).toEqual([2000, 0, 60, Number.NaN, Number.NaN]);
  });
  test('figures have no scale: 9.5万人 is 95000', () => {
    expect(facts.column('kpi', 'baseline', null)[3]).toBe(95_000);
    expect(facts.units()[3]).toBe('人');
  });
  test('different figures of the rows add up, the same one counts once', () => {
    expect([...facts.column('project', 'labor', null)].slice(0, 2)).toEqual([5_000_000, 1_000_000]);
  });
  test('words lead to the places that hold them', () => {
    expect(facts.index('project', 'towns', null).get('南山村')).toEqual([0, 1]);
    expect(facts.index('project', 'evaluation', 2025).get('D')).toEqual([1]);
    expect(facts.years('budget')).toEqual([2025, 2026]);
  });
  test('a recorded result is seen at once, with the rate that follows from it', () => {
    const own = midorino();
    const seen = createFacts(own);
    expect(seen.column('kpi', 'actual', null)[1]).toBeNaN();
    own.applyEntries([
      {
        seq: 1,
        id: 'a',
        kind: 'recorded',
        kpi: 'midorino-kpi-taiki',
        plan: 'midorino',
        fy: 2025,
        typed: '12人',
        value: 12,
        unit: '人',
        partly: false,
        comment: '',
        link: '',
        recordedBy: 'U1',
        recordedAt: '2026-10-01T00:00:00Z',
      },
    ]);
    expect(seen.column('kpi', 'actual', null)[1]).toBe(12);
    expect(seen.cells('actual', 'midorino-kpi-taiki')).toMatchObject([{ value: 12, recordedBy: 'U1' }]);
  });
});

test('the figure a target is compared with is a cell of its own year', () => {
  const [cell] = createFacts(seeds()).cells('actual', 'jimu-kpi-boutsui');
  expect(cell).toMatchObject({ fy: 2023, text: '81.4%', aside: true });
});
