// Two workspaces over one store: the same ids in both, and nothing of one is seen, changed or taken by the other.
import { expect, test } from 'vitest';
import { everyone, type NewPlanVersion } from '../../src/ports/plan-version.ts';
import type { Store } from '../../src/ports/store.ts';
import type { KeptInstallation, StoreHouse } from '../../src/ports/workspaces.ts';

const at = new Date('2026-11-24T00:00:00.000Z');
const now = at.toISOString();

/** The same rows with the same ids; only `mark` differs. */
async function fill(store: Store, mark: string): Promise<void> {
  await store.append({
    id: 'entry-1',
    kind: 'recorded',
    kpi: 'kpi-1',
    plan: 'plan-1',
    fy: 2026,
    typed: mark,
    value: null,
    unit: null,
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'U1',
    recordedAt: now,
  });
  await store.appendPlan(version('plan-1', mark));
  await store.saveSubscription({
    id: 'sub-1',
    channel: 'C1',
    owner: 'U1',
    filter: mark,
    time: '09:00',
    weekdays: [1],
    state: 'active',
    stopReason: '',
    refusals: 0,
    createdAt: now,
  });
  await store.claimDigest({
    subscription: 'sub-1',
    day: '2026-11-24',
    state: 'claimed',
    claimedBy: mark,
    claimedAt: now,
    payload: mark,
    ts: null,
    error: '',
  });
  const snooze = { channel: 'C1', kpi: 'kpi-1', statusThen: '遅れ', by: 'U1', until: null, createdAt: now };
  await store.saveSnooze({ ...snooze, reason: mark });
  const question = { id: 'C1:1', state: 'claimed', claimedBy: mark, claimedAt: now, askedAt: now } as const;
  await store.claimQuestion({ ...question, message: mark });
  await store.saveDuties('kpi:kpi-1', [{ person: 'U1', role: 'owner', by: mark, at: now }], ['owner']);
  const said = { id: 'f1', verdict: 'bad', about: '', comment: '', answer: '', by: 'U1', at: now } as const;
  await store.saveFeedback({ ...said, question: mark });
  await store.saveThreadQuestion('C1:1', { question: mark, queries: '' }, at);
  await store.savePreference('U1', 'department', mark);
}

const version = (plan: string, mark: string): NewPlanVersion => ({
  plan,
  kind: 'taken',
  title: mark,
  file: `${mark}.xlsx`,
  hash: mark,
  mapping: mark,
  broughtBy: 'U1',
  broughtAt: now,
  content: `content of ${mark}`,
});

/** Everything that can be read of the rows that `fill` makes. */
export async function all(store: Store): Promise<string> {
  return JSON.stringify([
    await store.entriesAfter(0),
    await store.planVersions(),
    await store.planContent(1),
    await store.lastPlanSeq(),
    await store.planShares(),
    await store.sharedPlans(),
    await store.subscriptions(),
    await store.subscriptions('C1'),
    await store.digest('sub-1', '2026-11-24'),
    await store.lastDigest('sub-1'),
    await store.unsettledDigests(),
    await store.snoozes('C1'),
    await store.unansweredQuestions(new Date(0)),
    await store.duties(),
    await store.feedback(),
    await store.threadQuestion('C1:1'),
    await store.preference('U1', 'department'),
  ]);
}

/** Changes, takes over and removes whatever can be. */
async function wreck(store: Store): Promise<void> {
  const day = '2026-11-24';
  await store.moveDigest('sub-1', day, 'claimed', { state: 'posted', payload: 'wrecked' });
  await store.editSubscription('sub-1', (one) => ({ ...one, filter: 'wrecked' }));
  await store.removeSubscription('sub-1');
  await store.removeSnooze('C1', 'kpi-1');
  await store.holdQuestion('C1:1', 'north', 'wrecked', at);
  await store.answeredQuestion('C1:1');
  await store.saveDuties('kpi:kpi-1', [], ['owner', 'deputy', 'chief']);
  await store.handOverDuties('U1', 'U2', 'wrecked', at);
  await store.sharePlan('plan-1', []);
  await store.forgetOld(new Date('2036-01-01T00:00:00.000Z'), {
    digests: 1,
    threads: 1,
    feedback: 1,
    snoozes: 1,
  });
}

const installation = (id: string, change: Partial<KeptInstallation> = {}): KeptInstallation => ({
  id,
  enterprise: '',
  orgWide: false,
  name: id,
  sealed: `sealed ${id}`,
  by: 'U1',
  at: now,
  ...change,
});

/** Runs against one kind of store. */
export function describeTeams(opened: () => { house: StoreHouse; other: StoreHouse }): void {
  test('what one workspace has is nothing to another one, read or written, under the same ids', async () => {
    const { house, other } = opened();
    const [north, south] = [house.ofTeam('T1'), other.ofTeam('T2')];
    const empty = await all(south);
    await fill(house, 'single');
    await fill(north, 'north');
    const before = await all(north);
    expect(await all(south)).toBe(empty);
    await fill(south, 'south');
    expect(await all(north)).toBe(before);
    expect(await all(south)).toBe(before.replaceAll('north', 'south'));
    await wreck(south);
    expect(await all(north)).toBe(before);
    expect(await all(house)).toBe(before.replaceAll('north', 'single'));
    expect(await north.firstSight('Ev1', at)).toBe(true);
    expect(await south.firstSight('Ev1', at)).toBe(true);
    // Another workspace's hour is over; this one's is not.
    await south.firstSight('Ev2', new Date(at.getTime() + 7_200_000));
    expect(await other.ofTeam('T1').firstSight('Ev1', at)).toBe(false);
  });

  test('a brought plan is seen by its own workspace, by those it names, or by all', async () => {
    const { house, other } = opened();
    const [north, south, west] = [house.ofTeam('T1'), other.ofTeam('T2'), other.ofTeam('T3')];
    const mark = () => other.workspaces.plansMark();
    await north.appendPlan(version('plan-1', 'first'));
    await north.appendPlan(version('plan-1', 'north'));
    const shown = { team: 'T1', plan: 'plan-1', seq: 2, version: 2, title: 'north', broughtAt: now };
    expect(await south.sharedPlans()).toEqual([]);
    expect(await south.sharedPlanContent(shown)).toBe('');
    const private_ = await mark();
    await north.sharePlan('plan-1', ['T2']);
    expect(await mark()).toBeGreaterThan(private_);
    expect(await south.sharedPlans()).toEqual([shown]);
    expect(await south.sharedPlanContent(shown)).toBe('content of north');
    expect(await south.sharedPlanContent({ ...shown, seq: 1 })).toBe('');
    expect(await west.sharedPlans()).toEqual([]);
    expect(await west.sharedPlanContent(shown)).toBe('');
    await north.sharePlan('plan-1', [everyone]);
    expect(await west.sharedPlans()).toEqual([shown]);
    expect(await north.planShares()).toEqual([{ plan: 'plan-1', with: everyone }]);
    expect(await north.sharedPlans()).toEqual([]);
    await north.sharePlan('plan-1', []);
    expect(await south.sharedPlans()).toEqual([]);
    await north.sharePlan('plan-1', [everyone]);
    const seen = await mark();
    await north.appendPlan({ ...version('plan-1', ''), kind: 'removed', content: '' });
    expect(await mark()).toBeGreaterThan(seen);
    expect(await south.sharedPlans()).toEqual([]);
  });

  test('the single workspace is named once, and what it had is its own from then on', async () => {
    const { house, other } = opened();
    await fill(house, 'single');
    const before = await all(house);
    const own = { team: 'T1', enterprise: '', name: 'north' };
    expect(await house.settle(own)).toBe('T1');
    expect(await all(house)).toBe(before);
    expect(await all(other)).toBe(before);
    expect(await all(other.ofTeam('T1'))).toBe(before);
    expect(await house.settle({ team: 'T2', enterprise: '', name: 'south' })).toBe('T1');
    expect(await all(house.ofTeam('T2'))).not.toContain('single');
    expect(await house.workspaces.workspaces()).toMatchObject([{ team: 'T1', name: 'north' }]);
  });

  test('installations are kept by id, and their removal is known to every copy', async () => {
    const { house, other } = opened();
    const { workspaces } = house;
    await workspaces.saveInstallation(installation('T1', { sealed: 'old' }));
    await workspaces.saveInstallation(installation('T1'));
    await workspaces.saveInstallation(installation('E1', { orgWide: true, enterprise: 'E1' }));
    await workspaces.welcome({ team: 'T2', enterprise: 'E1', name: 'south' });
    const own = [installation('E1', { orgWide: true, enterprise: 'E1' }), installation('T1')];
    expect(await other.workspaces.installations()).toEqual(own);
    expect(await other.workspaces.installation('T1')).toEqual(installation('T1'));
    expect(await other.workspaces.installation('T9')).toBeNull();
    expect(await other.workspaces.removeInstallation('T1', at)).toBe(true);
    expect(await workspaces.removeInstallation('T1', at)).toBe(false);
    expect(await workspaces.workspaces()).toMatchObject([
      { team: 'T1', goneAt: now },
      { team: 'T2', goneAt: '' },
    ]);
    await workspaces.removeInstallation('E1', at);
    expect(await workspaces.workspaces()).toMatchObject([{ goneAt: now }, { team: 'T2', goneAt: now }]);
    await workspaces.saveInstallation(installation('T1'));
    expect(await workspaces.workspaces()).toMatchObject([{ goneAt: '' }, { goneAt: now }]);
    // Taken out of its organisation: one with an installation of its own, one that is gone and a stranger are left alone.
    await workspaces.welcome({ team: 'T3', enterprise: 'E1', name: 'west' });
    const taken = ['T1', 'T2', 'T3', 'T9'].map((team) => workspaces.takeOut(team, at));
    expect(await Promise.all(taken)).toEqual([false, false, true, false]);
    expect((await other.workspaces.workspaces()).map(({ goneAt }) => goneAt)).toEqual(['', now, now]);
  });

  test('a workspace that left long ago is forgotten with everything it had, the others are not', async () => {
    const { house } = opened();
    const { workspaces } = house;
    const [north, south] = [house.ofTeam('T1'), house.ofTeam('T2')];
    const empty = await all(north);
    for (const id of ['T1', 'T2']) await workspaces.saveInstallation(installation(id));
    await fill(north, 'north');
    await fill(south, 'south');
    await south.sharePlan('plan-1', ['T1']);
    await workspaces.removeInstallation('T1', at);
    expect(await workspaces.forgetGone(at)).toEqual([]);
    expect(await all(north)).toContain('north');
    expect(await workspaces.forgetGone(new Date(at.getTime() + 1))).toEqual(['T1']);
    expect(await all(north)).toBe(empty);
    expect(await all(south)).toContain('south');
    expect(await south.planShares()).toEqual([]);
  });
}
