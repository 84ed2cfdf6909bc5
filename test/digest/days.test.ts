// Days and weights of a digest, one by one: how long a week is, when people are reminded, what weighs more.
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { changes } from '../../src/digest/changes.ts';
import { dueResults, isMonthsBeginning } from '../../src/digest/due-results.ts';
import { departmentSubject, kpiSubject, peopleFor } from '../../src/digest/duties.ts';
import { digestItem } from '../../src/digest/item.ts';
import { isResting, weeklyPart } from '../../src/digest/rhythm.ts';
import { type KpiState, viewOf } from '../../src/digest/snapshot.ts';
import { isWeeksFirst, isWorkingDay } from '../../src/digest/working-days.ts';
import type { Duty } from '../../src/ports/store.ts';
import { papers, plansWith, postOf, pride, recorded } from './town.ts';

describe('a week has seven days', () => {
  const on = (day: string) =>
    postOf('2026-11-24', plansWith(recorded(papers, 2022, '6本', { recordedAt: `${day}T03:00:00.000Z` })))
      .recordedInWeek;
  test.each([
    ['2026-11-24', 1],
    ['2026-11-18', 1],
    ['2026-11-17', 0],
    ['2026-10-24', 0],
  ])('recorded on %s counts %i on 2026-11-24', (day, count) => {
    expect(on(day)).toBe(count);
  });
});

describe('results that are due', () => {
  const town = createRepository(loadSeeds('test/fixtures/midorino'));
  /** Stages of the results of FY2026, due on 2027-09-30. */
  const stages = (day: string) => [
    ...new Set(dueResults(viewOf(town, day)).flatMap(({ fy, stage, due }) => `${fy} ${due} ${stage}`)),
  ];
  const [due] = dueResults(viewOf(town, '2029-01-10')).map((one) => one.due);
  const shifted = (days: number) =>
    new Date(Date.parse(`${due}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const stageOn = (days: number) => stages(shifted(days)).map((text) => text.split(' ').at(-1));

  test('two weeks before, on the day, a week after', () => {
    expect(due).toBeDefined();
    expect(stageOn(-15)).not.toContain('before');
    expect(stageOn(-14)).toContain('before');
    expect(stageOn(-1)).toContain('before');
    expect(stageOn(0)).toContain('on');
    expect(stageOn(6)).toContain('on');
    expect(stageOn(7)).toContain('after');
    expect(stageOn(0)).not.toContain('before');
  });
  test('the first five working days of a month', () => {
    const november = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-07', '2026-11-09'];
    expect(november.map(isMonthsBeginning)).toEqual([false, true, false, true, false, true]);
    expect(isMonthsBeginning('2026-11-10')).toBe(false);
  });
});

describe('working days', () => {
  test.each([
    ['2026-12-28', true],
    ['2026-12-29', false],
    ['2026-12-30', false],
    ['2027-01-03', false],
    ['2027-01-04', true],
    ['2026-11-23', false],
    ['2026-11-21', false],
  ])('%s: %s', (day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });
  test('the first of its week is one day', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
    expect(week.filter((day) => isWeeksFirst(day))).toEqual(['2026-11-24']);
  });
  test('April and May rest', () => {
    expect(['2027-03-31', '2027-04-01', '2027-05-31', '2027-06-01'].map(isResting)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test('what is missing is listed once a week', () => {
    const part = (day: string, since: string | null) => weeklyPart(day, since, '2026-11-30', [1, 2, 3, 4, 5]);
    expect(part('2026-11-30', '2026-11-27')).toBe('ask');
    expect(part('2026-12-01', '2026-11-30')).toBe('list');
    expect(part('2026-12-02', '2026-12-01')).toBeNull();
    expect(part('2026-12-01', null)).toBeNull();
  });
});

describe('what weighs', () => {
  test('the newest budget of the projects, each once', () => {
    const town = createRepository(loadSeeds('test/fixtures/midorino'));
    const { entries } = viewOf(town, '2026-11-24');
    const budget = (kpi: string) => {
      const entry = entries.get(kpi);
      return entry && digestItem(entry, '遅れ', town).budget;
    };
    expect(budget('midorino-kpi-riyo')).toBe(15_000_000);
    expect(budget('midorino-kpi-manzoku')).toBe(30_000_000);
    expect(budget('midorino-kpi-keikaku')).toBe(8_000_000);
  });
});

describe('one change a KPI', () => {
  const known: KpiState = {
    status: '遅れ',
    judged: '遅れ',
    judgedFy: 2023,
    mismatch: false,
    due: 'none',
    dueFy: null,
    seq: 4,
    print: 'a',
  };
  const tier = (now: Partial<KpiState>) => {
    const snapshot = (state: KpiState) => ({ day: '2026-11-24', kpis: { kpi: state } });
    return changes(snapshot(known), snapshot({ ...known, ...now }))[0]?.tier ?? null;
  };
  test.each<[string, Partial<KpiState>, string | null]>([
    ['nothing', {}, null],
    ['from 遅れ to 注意 is better', { judged: '注意', judgedFy: 2024, seq: 5 }, '改善・達成'],
    ['遅れ again in a new year', { judgedFy: 2024, seq: 5 }, '遅れ'],
    ['taken back to the year before', { judged: '注意', judgedFy: 2022, seq: 5 }, '実績の登録'],
    ['a published word that disagrees', { mismatch: true }, '公表評価と不一致'],
    ['a result is overdue', { due: 'overdue', dueFy: 2025 }, '期限超過'],
    ['other figures are printed', { print: 'b' }, 'データの追加・更新'],
  ])('%s', (_, now, expected) => {
    expect(tier(now)).toBe(expected);
  });
});

describe('silence', () => {
  test('a KPI as bad as when it was silenced stays silent', () => {
    const snoozed = {
      channel: 'C0KIKAKU',
      kpi: pride,
      statusThen: '期限超過・実績未登録',
      reason: '',
      by: 'U0SATO',
      until: '2026-12-20',
      createdAt: '2026-11-20T05:00:00.000Z',
    };
    const state = viewOf(plansWith(), '2026-11-24').snapshot.kpis[pride];
    const worst = state?.judged === '注意' || state?.judged === '遅れ' ? state.judged : state?.status;
    const post = postOf(
      '2026-11-24',
      plansWith(),
      { since: '2026-11-20' },
      {
        snoozes: [{ ...snoozed, statusThen: worst ?? '' }],
      },
    );
    expect(post.snoozed).toBe(1);
  });
});

describe('who is asked', () => {
  const duty = (subject: string, person: string, role: Duty['role']) => ({ subject, person, role }) as Duty;
  const kpi = { id: 'k1', departments: ['企画室'] };
  test('owners and deputies, never the chief', () => {
    const duties = [
      duty(departmentSubject('企画室'), 'U1', 'owner'),
      duty(departmentSubject('企画室'), 'U2', 'deputy'),
      duty(departmentSubject('企画室'), 'U3', 'chief'),
    ];
    expect(peopleFor(kpi, duties)).toEqual(['U1', 'U2']);
  });
  test('its own people before those of the department', () => {
    const duties = [duty(departmentSubject('企画室'), 'U1', 'owner'), duty(kpiSubject('k1'), 'U4', 'owner')];
    expect(peopleFor(kpi, duties)).toEqual(['U4']);
  });
});
