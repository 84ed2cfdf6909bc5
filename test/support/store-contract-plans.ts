// What every store promises of brought plans.
import { expect, test } from 'vitest';
import type { NewPlanVersion } from '../../src/ports/plan-version.ts';
import type { Store } from '../../src/ports/store.ts';

const version = (change: Partial<NewPlanVersion> = {}): NewPlanVersion => ({
  plan: 'plan-a',
  kind: 'taken',
  title: 'みどり町の計画',
  file: 'r7.xlsx',
  hash: 'abc',
  mapping: '{}',
  broughtBy: 'U1',
  broughtAt: '2026-11-24T00:00:00.000Z',
  content: '{"plan":1}',
  ...change,
});

/** Tests over two stores that share one place. */
export function describePlanVersions(opened: () => { store: Store; other: Store }): void {
  test('steps of brought plans are numbered over all plans and within each, and seen by every copy', async () => {
    const { store, other } = opened();
    expect(await store.lastPlanSeq()).toBe(0);
    expect(await store.appendPlan(version())).toMatchObject({ seq: 1, version: 1, title: 'みどり町の計画' });
    expect(await other.appendPlan(version({ plan: 'plan-b' }))).toMatchObject({ seq: 2, version: 1 });
    expect(await store.appendPlan(version({ kind: 'removed', content: '' }))).toMatchObject({
      seq: 3,
      version: 2,
    });
    expect(await other.lastPlanSeq()).toBe(3);
    const versions = await other.planVersions();
    expect(versions.map(({ plan, kind }) => `${plan} ${kind}`)).toEqual([
      'plan-a taken',
      'plan-b taken',
      'plan-a removed',
    ]);
    expect(versions[0]).not.toHaveProperty('content');
    expect(await other.planContent(1)).toBe('{"plan":1}');
    expect(await other.planContent(3)).toBe('');
    expect(await other.planContent(9)).toBe('');
  });

  test('steps taken at the same moment by two copies get places of their own', async () => {
    const { store, other } = opened();
    const taken = await Promise.all([store, other, store, other].map((one) => one.appendPlan(version())));
    expect(taken.map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4]);
    expect(taken.map(({ version: own }) => own).sort()).toEqual([1, 2, 3, 4]);
  });
}
