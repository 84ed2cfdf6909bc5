// How a KPI stands is what its state says, on every day and with every result.
import { expect, test } from 'vitest';
import { standingOf, stateOf } from '../../src/answer/judged.ts';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type KpiRecord } from '../../src/data/repository.ts';
import type { Plan } from '../../src/data/schemas/plan.ts';
import { judgeNow } from '../../src/status/judge-now.ts';

const repository = createRepository(loadSeeds('seeds'));
const id = 'hyoka-kpi-kitaq-supporter';
const kpi = repository.kpi(id) as KpiRecord;
const plan = repository.plan(kpi.plan) as Plan;

test('another day and another result are judged anew, for the state and how it stands', () => {
  const stands = (asOf: string) => {
    const { status, fy, lastStatus, lagging } = standingOf(repository, kpi, plan, asOf);
    const state = stateOf(repository, kpi, plan, asOf);
    expect(state).toEqual(judgeNow(kpi, asOf, plan, { projects: repository.projectsOf(id) }));
    expect(lagging).toBe(state.lagging);
    return [status, fy, lastStatus];
  };
  expect(stands('2026-11-21')).toEqual(['期限超過・実績未登録', 2023, '達成']);
  expect(stands('2022-11-21')).toEqual(['達成', 2021, null]);
  expect(stands('2026-11-21')).toEqual(['期限超過・実績未登録', 2023, '達成']);
  const at = { seq: 1, id: 'e1', kind: 'recorded', kpi: id, plan: plan.id, fy: 2023 } as const;
  const by = { recordedBy: 'T1 U1', recordedAt: '2026-11-01T00:00:00.000Z', comment: '', link: '' };
  repository.applyEntries([{ ...at, ...by, typed: '3,100人', value: 3100, unit: '人', partly: false }]);
  expect(stands('2026-11-21')).toEqual(['達成', 2023, null]);
});

test('of every KPI of the plans', () => {
  for (const one of repository.kpis) {
    const own = repository.plan(one.plan) as Plan;
    const state = stateOf(repository, one, own, '2026-11-21');
    expect(standingOf(repository, one, own, '2026-11-21')).toEqual({
      status: state.status,
      fy: state.inputs.fy,
      source: state.inputs.sources[0] ?? null,
      lastStatus: state.lastJudged?.verdict.status ?? null,
      lagging: state.lagging,
    });
  }
});
