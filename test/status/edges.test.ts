// The edges of the rule, one result each: just on the bound, just beyond it, worse than where it began.
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type KpiRecord } from '../../src/data/repository.ts';
import type { Plan } from '../../src/data/schemas/plan.ts';
import type { Actual, Baseline, Target } from '../../src/data/schemas/value.ts';
import { dueDay, isOver } from '../../src/status/calendar.ts';
import { judgeNow } from '../../src/status/judge-now.ts';
import { judgeYear } from '../../src/status/judge-year.ts';
import { plausibilityHint } from '../../src/status/plausibility.ts';

const [midorino] = createRepository(loadSeeds('test/fixtures/midorino')).plans;
const plan: Plan = { ...(midorino as Plan), period: { from: 2024, to: 2027 } };

const value = (amount: number | null, more: Partial<Target> = {}) => ({
  value: amount,
  unit: '件',
  relation: '>=' as const,
  text: amount === null ? '—' : `${amount}件`,
  ...more,
});
const target = (fy: number | null, amount: number | null, more: Partial<Target> = {}): Target => ({
  ...value(amount),
  fy,
  term: 'year',
  ...more,
});
const actual = (fy: number, amount: number | null, text?: string): Actual => ({
  ...value(amount, text === undefined ? {} : { text }),
  relation: '=',
  fy,
});
const baseline = (fy: number, amount: number): Baseline => ({ ...value(amount), relation: '=', fy });

function kpi(parts: Partial<KpiRecord>): KpiRecord {
  return {
    id: 'edge',
    name: '相談の件数',
    aliases: [],
    projects: [],
    policy: plan.id,
    plan: plan.id,
    direction: 'up',
    measure: 'end-year',
    keywords: [],
    baseline: null,
    targets: [],
    actuals: [],
    achievements: [],
    recorded: [],
    sources: [{ document: '900', place: '1' }],
    notes: [],
    ...parts,
  } as KpiRecord;
}
const judged = (parts: Partial<KpiRecord>, fy = 2024) =>
  judgeYear(kpi(parts), { fy, asOf: '2026-11-21' }, plan);
const status = (parts: Partial<KpiRecord>, fy = 2024) => judged(parts, fy).status;

describe('worse than the baseline', () => {
  const way = (result: number, more: Partial<KpiRecord> = {}) =>
    judged({
      baseline: baseline(2023, 100),
      targets: [target(2024, 110), target(2027, 200)],
      actuals: [actual(2024, result)],
      ...more,
    });
  test.each(['end-year', 'yearly'] as const)('%s: it is told, and only there', (measure) => {
    expect(way(99, { measure }).flags).toContain('基準値より悪化');
    expect(way(99, { measure }).reason).toContain('基準値より悪くなっています');
    expect(way(100, { measure }).flags).not.toContain('基準値より悪化');
    expect(way(101, { measure }).flags).not.toContain('基準値より悪化');
  });
  test('never 順調, though nine tenths of the target are there', () => {
    expect(way(99, { measure: 'yearly' }).status).toBe('注意');
    expect(way(100, { measure: 'yearly' }).status).toBe('順調');
  });
  test('where less is better the other way round', () => {
    const fewer = { direction: 'down' as const, targets: [target(2024, 90), target(2027, 50)] };
    expect(way(101, fewer).flags).toContain('基準値より悪化');
    expect(way(99, fewer).flags).not.toContain('基準値より悪化');
  });
  test('a gap to the average that grew', () => {
    const gap = (result: number) =>
      judged({
        measure: 'average-gap',
        baseline: baseline(2023, -2),
        targets: [target(2024, 0)],
        actuals: [actual(2024, result)],
      });
    expect(gap(-2.5).flags).toContain('基準値より悪化');
    expect(gap(-1).flags).not.toContain('基準値より悪化');
  });
});

describe('remarks', () => {
  const printed = (rate: number) =>
    judged({
      measure: 'yearly',
      targets: [target(2024, 200)],
      actuals: [actual(2024, 100)],
      achievements: [{ fy: 2024, value: rate, text: `${rate}%` }],
    }).flags.includes('達成率の印刷と計算の差');
  test.each([
    [50, false],
    [50.05, false],
    [50.2, true],
    [49.7, true],
    [58, true],
  ])('a printed rate of %d per cent where 50 is worked out: %s', (rate, remark) => {
    expect(printed(rate)).toBe(remark);
  });
  test('more than twice the target is told', () => {
    const flags = (result: number) =>
      judged({ measure: 'yearly', targets: [target(2024, 100)], actuals: [actual(2024, result)] }).flags;
    expect(flags(201)).toContain('目標を大幅超過');
    expect(flags(200)).not.toContain('目標を大幅超過');
  });
});

describe('bounds of the measures', () => {
  const yearly = (result: number) =>
    status({
      measure: 'yearly',
      targets: [target(2024, 100), target(2027, 100)],
      actuals: [actual(2024, result)],
    });
  test.each([
    [100, '達成'],
    [99, '順調'],
    [80, '順調'],
    [79, '注意'],
    [60, '注意'],
    [59, '遅れ'],
  ])('%d of 100 is %s', (result, expected) => {
    expect(yearly(result)).toBe(expected);
  });
  test.each([
    ['A', '達成'],
    ['B', '注意'],
    ['C', '遅れ'],
  ])('grade %s against A is %s', (grade, expected) => {
    const graded = {
      measure: 'graded' as const,
      targets: [target(2024, null, { text: 'A' })],
      actuals: [actual(2024, null, grade)],
    };
    expect(status(graded)).toBe(expected);
  });
  test.each([
    [100, '達成'],
    [95, '注意'],
    [94, '遅れ'],
  ])('%d of 100 to keep is %s', (result, expected) => {
    expect(
      status({ measure: 'maintain', targets: [target(2024, 100)], actuals: [actual(2024, result)] }),
    ).toBe(expected);
  });
  test.each([
    [10, '達成'],
    [20, '注意'],
    [21, '遅れ'],
  ])('rank %d of 10位以内 is %s', (result, expected) => {
    expect(
      status({
        measure: 'rank',
        direction: 'rank',
        targets: [target(2024, 10)],
        actuals: [actual(2024, result)],
      }),
    ).toBe(expected);
  });
  test.each([
    [101, '達成'],
    [100, '注意'],
    [91, '注意'],
    [90, '遅れ'],
  ])('%d after 100 the year before is %s', (result, expected) => {
    expect(
      status({
        measure: 'year-over-year',
        targets: [target(2024, null, { text: '前年度比増', basis: 'previous-year', relation: '>' })],
        actuals: [actual(2023, 100), actual(2024, result)],
      }),
    ).toBe(expected);
  });
  test.each([
    ['策定', '達成'],
    ['策定済', '達成'],
    ['策定中', '注意'],
    ['一部策定', '注意'],
    ['未策定', '遅れ'],
  ])('%s against 策定 is %s', (text, expected) => {
    expect(
      status({
        measure: 'milestone',
        targets: [target(2024, null, { text: '策定' })],
        actuals: [actual(2024, null, text)],
      }),
    ).toBe(expected);
  });
  test.each([
    ['20%削減', 20, '達成'],
    ['16%削減', 16, '順調'],
    ['20%増', 20, '遅れ'],
  ])('%s against a reduction of 20 is %s', (text, result, expected) => {
    expect(
      status({
        measure: 'reduce-by',
        targets: [target(2024, 20, { text: '約20%削減', basis: 'baseline' }), target(2027, 20)],
        actuals: [actual(2024, result, text)],
      }),
    ).toBe(expected);
  });
  test('half-way along the line to a total is what it should be', () => {
    const total = (result: number) =>
      status(
        {
          measure: 'cumulative',
          targets: [target(2027, 40, { term: 'final', cumulative: true, text: '累計40件' })],
          actuals: [{ ...actual(2025, result, `累計${result}件`), cumulative: true }],
        },
        2025,
      );
    expect(total(20)).toBe('達成');
    expect(total(19)).toBe('順調');
    expect(total(11)).toBe('遅れ');
  });
  test('a mean over the years, not their sum', () => {
    const mean = {
      measure: 'period-average' as const,
      targets: [target(2025, 100, { term: 'final' as const })],
      actuals: [actual(2024, 50), actual(2025, 60)],
    };
    expect(status(mean, 2025)).toBe('遅れ');
  });
});

describe('results and years', () => {
  test('a printed dash is no result, 0 is one', () => {
    const result = (one: Actual) =>
      status({ measure: 'yearly', targets: [target(2024, 100)], actuals: [one] });
    expect(result(actual(2024, null, '—'))).toBe('期限超過・実績未登録');
    expect(result(actual(2024, 0))).toBe('遅れ');
  });
  test('the last judged year stands beside the state', () => {
    const state = judgeNow(
      kpi({
        measure: 'yearly',
        targets: [2022, 2023, 2024].map((fy) => target(fy, 100)),
        actuals: [actual(2022, 100), actual(2023, 50)],
      }),
      '2026-11-21',
      plan,
    );
    expect(state.lastJudged).toMatchObject({ fy: 2023, verdict: { status: '遅れ' } });
  });
  test('a target for every year begins with the plan', () => {
    const every = {
      measure: 'per-year' as const,
      targets: [target(null, 10, { every: true, term: 'final' })],
      actuals: [actual(2022, 1), actual(2024, 1)],
    };
    expect(status(every, 2022)).toBe('判定対象外');
    expect(status(every, 2024)).toBe('遅れ');
  });
  test('a published word that agrees is no disagreement', () => {
    const hiroba = createRepository(loadSeeds('seeds'));
    const flags = (id: string) => {
      const one = hiroba.kpi(id) as KpiRecord;
      const own = hiroba.plan(one.plan) as Plan;
      return judgeYear(one, { fy: 2021, asOf: '2026-11-21' }, own, { projects: hiroba.projectsOf(id) }).flags;
    };
    expect(flags('hyoka-kpi-bus-tour')).not.toContain('公表評価と不一致');
  });
});

describe('days', () => {
  test('results are due on 30 September, those of a plan that says 31 March a year later', () => {
    expect(dueDay(2025, plan)).toBe('2026-09-30');
    expect(dueDay(2025, { ...plan, resultsDue: '05-31' })).toBe('2026-05-31');
    expect(dueDay(2025, { ...plan, resultsDue: '03-31' })).toBe('2027-03-31');
  });
  test('the due day itself is not yet overdue', () => {
    const waiting = kpi({ measure: 'yearly', targets: [target(2025, 100)] });
    expect(judgeYear(waiting, { fy: 2025, asOf: '2026-09-30' }, plan).status).toBe('実績待ち');
    expect(judgeYear(waiting, { fy: 2025, asOf: '2026-10-01' }, plan).status).toBe('期限超過・実績未登録');
  });
  test('31 March is still the fiscal year', () => {
    expect(isOver(2025, '2026-03-31')).toBe(false);
    expect(isOver(2025, '2026-04-01')).toBe(true);
  });
});

describe('a typed result far from the one before', () => {
  const before = kpi({ measure: 'yearly', targets: [target(2025, 12)], actuals: [actual(2024, 10)] });
  test.each([
    [49, false],
    [50, true],
    [100, true],
    [2, false],
    [1, true],
  ])('%d after 10: asked about %s', (typed, asked) => {
    expect(plausibilityHint(before, 2025, typed, plan) !== null).toBe(asked);
  });
});
