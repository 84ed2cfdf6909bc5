// What must hold for any figures: more is never worse, order and scale do not matter.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import type { KpiRecord, RecordedActual } from '../../src/data/repository.ts';
import { createRepository } from '../../src/data/repository.ts';
import type { Target } from '../../src/data/schemas/value.ts';
import { judgeNow } from '../../src/status/judge-now.ts';
import { judgeYear } from '../../src/status/judge-year.ts';
import { statuses } from '../../src/status/verdict.ts';

const repository = createRepository(loadSeeds('seeds'));
const AS_OF = '2026-11-21';

const recorded = (fy: number, value: number): RecordedActual => ({
  fy,
  value,
  unit: null,
  text: String(value),
  partly: false,
  recordedBy: 'T1 U1',
  recordedAt: '2026-11-01T00:00:00.000Z',
  comment: '',
  link: '',
  seq: 1,
});
const withResults = (kpi: KpiRecord, results: RecordedActual[]): KpiRecord => ({
  ...kpi,
  recorded: results,
});
const rank = (kpi: KpiRecord, fy: number) => {
  const plan = repository.plan(kpi.plan);
  if (!plan) throw new Error(kpi.plan);
  return statuses.indexOf(judgeYear(kpi, { fy, asOf: AS_OF }, plan).status);
};
const scaled = <T extends { value: number | null }>(value: T, by: number): T => ({
  ...value,
  value: value.value === null ? null : value.value * by,
});

/** Every KPI judged by figures, with each year it has a target for. */
const byFigures = repository.kpis
  .filter((kpi) => !['milestone', 'graded', 'unset', 'period-average'].includes(kpi.measure))
  .flatMap((kpi) =>
    kpi.targets
      .filter((target) => target.fy !== null && (target.value !== null || target.basis !== undefined))
      .map((target) => ({ kpi, fy: target.fy as number })),
  );
const anyTargetYear = fc.constantFrom(...byFigures);
const figure = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 200 }));
/** Which way is better: lower for down, ranks and 減; for everything else higher. */
const lowerIsBetter = (kpi: KpiRecord) => kpi.direction === 'down' && kpi.measure !== 'reduce-by';

describe('judging', () => {
  test('a better result is never judged worse', () => {
    fc.assert(
      fc.property(anyTargetYear, figure, figure, ({ kpi, fy }, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const lessIsBetter = lowerIsBetter(kpi) || kpi.measure === 'rank';
        const [worse, better] = lessIsBetter ? [high, low] : [low, high];
        const before = rank(withResults(kpi, [recorded(fy - 1, 50), recorded(fy, worse)]), fy);
        const after = rank(withResults(kpi, [recorded(fy - 1, 50), recorded(fy, better)]), fy);
        expect(after).toBeLessThanOrEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('the order in which results were recorded does not matter', () => {
    const results = fc.uniqueArray(fc.record({ fy: fc.integer({ min: 2019, max: 2027 }), value: figure }), {
      selector: (one) => one.fy,
      maxLength: 7,
    });
    fc.assert(
      fc.property(fc.constantFrom(...repository.kpis), results, (kpi, list) => {
        const plan = repository.plan(kpi.plan);
        if (!plan) return;
        const entries = list.map(({ fy, value }) => recorded(fy, value));
        const inOrder = judgeNow(withResults(kpi, entries), AS_OF, plan);
        const reversed = judgeNow(withResults(kpi, [...entries].reverse()), AS_OF, plan);
        expect(reversed).toEqual(inOrder);
      }),
      { numRuns: 500 },
    );
  });

  test('scaling result, baseline and target together changes no status', () => {
    fc.assert(
      fc.property(anyTargetYear, figure, fc.integer({ min: 2, max: 1000 }), ({ kpi, fy }, value, by) => {
        const bigger: KpiRecord = {
          ...kpi,
          baseline: kpi.baseline && scaled(kpi.baseline, by),
          targets: kpi.targets.map((target): Target => scaled(target, by)),
          actuals: kpi.actuals.map((actual) => scaled(actual, by)),
        };
        expect(rank(withResults(bigger, [recorded(fy, value * by)]), fy)).toBe(
          rank(withResults(kpi, [recorded(fy, value)]), fy),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('no day and no figures make the judge throw or leave it without a reason', () => {
    const day = fc.date({ min: new Date('2019-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...repository.kpis), day, figure, (kpi, date, value) => {
        const plan = repository.plan(kpi.plan);
        if (!plan) return;
        const asOf = date.toISOString().slice(0, 10);
        const state = judgeNow(withResults(kpi, [recorded(2023, value)]), asOf, plan);
        expect(statuses).toContain(state.status);
        expect(state.reason).toMatch(/。$/);
      }),
      { numRuns: 1000 },
    );
  });
});
