// The state on a day: which year it speaks of, what stands beside it, and what belongs to the lagging list.
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type RecordedActual } from '../../src/data/repository.ts';
import { judgeNow } from '../../src/status/judge-now.ts';

const repository = createRepository(loadSeeds('seeds'));

function judged(id: string, asOf: string, recorded: Partial<RecordedActual>[] = []) {
  const kpi = repository.kpi(id);
  const plan = kpi && repository.plan(kpi.plan);
  if (!kpi || !plan) throw new Error(`no KPI ${id}`);
  const results = recorded.map((one) => ({
    fy: 2022,
    value: null,
    unit: null,
    text: String(one.value),
    partly: false,
    recordedBy: 'T1 U1',
    recordedAt: '2026-11-01T00:00:00.000Z',
    comment: '',
    link: '',
    seq: 1,
    ...one,
  }));
  return judgeNow({ ...kpi, recorded: results }, asOf, plan, { projects: repository.projectsOf(id) });
}

describe('the state now', () => {
  test('without a result of the due year the last judged year stands beside it', () => {
    const state = judged('hyoka-kpi-kitaq-supporter', '2026-11-21');
    expect(state).toMatchObject({ status: '期限超過・実績未登録', inputs: { fy: 2023 } });
    expect(state.lastJudged).toMatchObject({ fy: 2021, verdict: { status: '達成' } });
  });

  test('a recorded result of the due year is the state, and nothing stands beside it', () => {
    const state = judged('hyoka-kpi-kitaq-supporter', '2026-11-21', [{ fy: 2023, value: 3100 }]);
    expect(state).toMatchObject({ status: '達成', inputs: { fy: 2023 }, lastJudged: null });
    expect(state.inputs.actual).toMatchObject({ value: 3100, recordedBy: 'T1 U1' });
  });

  test('a target for every year asks for the first year without a result', () => {
    expect(judged('renkei-kpi-suido-kenshu', '2028-06-01').inputs.fy).toBe(2026);
    expect(judged('renkei-kpi-suido-kenshu', '2028-06-01', [{ fy: 2026, value: 6 }])).toMatchObject({
      status: '実績待ち',
      inputs: { fy: 2027, due: '2028-09-30' },
      lastJudged: { fy: 2026, verdict: { status: '達成' } },
    });
  });

  test('a yearly target hands over to the next on 1 April and is overdue after the due day', () => {
    const states = ['2025-09-30', '2025-10-01', '2026-03-31', '2026-04-01', '2026-10-01'].map((day) => {
      const { status, inputs } = judged('jimu-kpi-chiiki-katsudo-sanka', day);
      return [day, inputs.fy, status];
    });
    expect(states).toEqual([
      ['2025-09-30', 2024, '実績待ち'],
      ['2025-10-01', 2024, '期限超過・実績未登録'],
      ['2026-03-31', 2024, '期限超過・実績未登録'],
      ['2026-04-01', 2025, '実績待ち'],
      ['2026-10-01', 2025, '期限超過・実績未登録'],
    ]);
  });

  test('a total over years is judged on the way but its state waits for the end', () => {
    const state = judged('renkei-kpi-renkei-sosyutsu', '2028-11-01', [
      { fy: 2026, value: 1, text: '累計1件' },
    ]);
    expect(state.status).toBe('実績待ち');
    expect(state.lastJudged).toMatchObject({
      fy: 2026,
      verdict: {
        status: '達成',
        reason: 'R8までの直線の目安0.6件に対し累計の実績1件（達成率166.7%）です。',
      },
    });
  });

  test('the far reduction is not judged before a target or result of a year exists', () => {
    expect(judged('hyoka-kpi-kokyo-shisetsu-shukugen', '2026-11-21')).toMatchObject({
      status: '判定対象外',
      reason: 'R5の目標が「—」のため判定しません。次の目標はR37の「約20%削減」です。',
    });
  });
});

describe('the lagging list', () => {
  test('holds what lags now, in the last judged year, or in the published word', () => {
    const lagging = repository.kpis
      .filter((kpi) => judged(kpi.id, '2026-11-21').lagging)
      .map((kpi) => kpi.id)
      .sort();
    expect(lagging).toEqual([
      'hyoka-kpi-asean-sanka',
      'hyoka-kpi-bus-tour',
      'hyoka-kpi-hokori',
      'hyoka-kpi-joho-sesshokudo-rank',
      'hyoka-kpi-kyodo-project',
      'hyoka-kpi-ninchido-rank',
      'hyoka-kpi-toshikeniki-shukuhaku',
    ]);
  });

  test('89 KPIs are overdue on 2026-11-21: 46 of Kurume, 35 of the evaluation, 8 of the main projects', () => {
    const overdue = new Map<string, number>();
    for (const kpi of repository.kpis)
      if (judged(kpi.id, '2026-11-21').status === '期限超過・実績未登録')
        overdue.set(kpi.plan, (overdue.get(kpi.plan) ?? 0) + 1);
    expect(Object.fromEntries(overdue)).toEqual({
      'kurume-senryaku': 46,
      'kitakyushu-hyoka': 35,
      'kitakyushu-jimu': 8,
    });
  });

  test('a row speaks only for the KPIs printed in it', () => {
    const words = (id: string) =>
      judged(id, '2026-11-21').published.map(({ word, place }) => `${place} ${word}`);
    expect(words('hyoka-kpi-shimonoseki-jigyo')).toEqual(['No. 32 順調']);
    expect(words('hyoka-kpi-yontoshi-shisetsu')).toEqual(['No. 34 大変順調']);
  });
});
