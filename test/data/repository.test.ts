// The repository joins plans, and recorded results stand as the whole log says, whatever the order they arrive in.
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type Repository } from '../../src/data/repository.ts';
import type { RecordedEntry } from '../../src/ports/store.ts';

const seeds = loadSeeds(join(import.meta.dirname, '../../seeds'));
const kpi = 'renkei-kpi-ui-turn-shushoku';
let repository: Repository;
beforeEach(() => {
  repository = createRepository(seeds);
});

function entry(seq: number, changes: Partial<RecordedEntry> = {}): RecordedEntry {
  return {
    seq,
    id: `e${seq}`,
    kind: 'recorded',
    kpi,
    plan: 'kitakyushu-renkei',
    fy: 2025,
    typed: `${seq}人`,
    value: seq,
    unit: '人',
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'U1',
    recordedAt: '2026-11-20T01:00:00.000Z',
    ...changes,
  };
}
const standing = () => repository.kpi(kpi)?.recorded.map(({ fy, text }) => [fy, text]);

describe('the joined plans', () => {
  test('a KPI knows its projects and a project its KPIs', () => {
    expect(repository.projectsOf(kpi).map((project) => project.name)).toEqual([
      '北九州市U・Iターン応援プロジェクト',
    ]);
    expect(repository.kpisOf('hyoka-kitakyudai-unei').map((one) => one.id)).toEqual([
      'hyoka-kpi-kitakyudai-nendo',
      'hyoka-kpi-kitakyudai-chuki',
    ]);
  });

  test('a policy path begins at the top', () => {
    expect(repository.policyPath('jimu-policy-1-1').map((policy) => policy.id)).toEqual([
      'jimu-vision-1',
      'jimu-policy-1-1',
    ]);
  });

  test('projects under a policy include those of the policies below it, each once', () => {
    // Ten 主要事務事業: one under vision I, one under II, the rest under III.
    expect(repository.projectsUnder('jimu-vision-2').map((project) => project.name)).toEqual([
      '証明書コンビニ交付サービス維持管理事業',
    ]);
    expect(repository.projectsUnder('jimu-vision-3')).toHaveLength(8);
    expect(repository.projectsUnder('kurume-goal-1').map((project) => project.id)).toContain(
      'kurume-sangyo-kyoten',
    );
  });

  test('an unknown id is nothing, not an error', () => {
    expect(repository.project('x')).toBeUndefined();
    expect(repository.policyPath('x')).toEqual([]);
    expect(repository.projectsUnder('x')).toEqual([]);
    expect(repository.kpisOf('x')).toEqual([]);
  });
});

describe('recorded results', () => {
  test('the newest entry of a year stands, also when older ones arrive after it', () => {
    repository.applyEntries([entry(2, { kind: 'corrected' })]);
    repository.applyEntries([entry(1), entry(3, { fy: 2024 })]);
    expect(standing()).toEqual([
      [2024, '3人'],
      [2025, '2人'],
    ]);
    expect(repository.history(kpi).map((one) => one.seq)).toEqual([1, 2, 3]);
    expect(repository.lastSeq()).toBe(3);
  });

  test('an entry that arrives twice counts once', () => {
    repository.applyEntries([entry(1)]);
    repository.applyEntries([entry(1)]);
    expect(repository.history(kpi)).toHaveLength(1);
  });

  test('a withdrawal takes the year’s result away, a later entry brings one back', () => {
    repository.applyEntries([entry(1), entry(2, { kind: 'withdrawn' })]);
    expect(standing()).toEqual([]);
    repository.applyEntries([entry(3)]);
    expect(standing()).toEqual([[2025, '3人']]);
  });

  test('an entry for a KPI that no plan holds is kept in the log and breaks nothing', () => {
    repository.applyEntries([entry(1, { kpi: 'gone' })]);
    expect(standing()).toEqual([]);
    expect(repository.history('gone')).toHaveLength(1);
  });

  test('2,000 entries are laid over in as many steps as there are entries, at once or one by one', () => {
    const count = 2000;
    for (const atOnce of [true, false]) {
      const own = createRepository(seeds);
      let reads = 0;
      const counted = Array.from({ length: count }, (_, place) => {
        const one = entry(place + 1, { fy: 2000 + (place % 40), kpi: place % 2 === 0 ? kpi : 'gone' });
        // Whoever walks the log looks at the KPI or the year of each entry.
        return new Proxy(one, {
          get(target, field, receiver) {
            reads += 1;
            return Reflect.get(target, field, receiver);
          },
        });
      });
      if (atOnce) own.applyEntries(counted);
      else for (const one of counted) own.applyEntries([one]);
      expect(own.kpi(kpi)?.recorded).toHaveLength(20);
      expect(own.history(kpi)).toHaveLength(count / 2);
      expect(own.lastSeq()).toBe(count);
      // At once some ten fields of each; one by one the standing result of each of the twenty years as well.
      expect(reads).toBeLessThan(count * (atOnce ? 20 : 300));
    }
  });

  test('a batch in any order gives the same log', () => {
    const order = [5, 2, 9, 1, 7, 3, 8, 4, 6];
    repository.applyEntries(order.map((seq) => entry(seq, { fy: 2020 + (seq % 3) })));
    expect(repository.history(kpi).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(standing()).toEqual([
      [2020, '9人'],
      [2021, '7人'],
      [2022, '8人'],
    ]);
  });
});
