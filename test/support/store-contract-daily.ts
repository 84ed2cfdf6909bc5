// The part of the store's contract that the daily work stands on: questions, duties, moved subscriptions, forgetting.
import { expect, test } from 'vitest';
import type { AskedQuestion, DigestPost, Duty, Store, Subscription } from '../../src/ports/store.ts';

const at = new Date('2026-11-24T00:00:00.000Z');
const question = (change: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id: 'C1:1.1',
  message: '{"text":"移住"}',
  state: 'claimed',
  claimedBy: 'copy-1',
  claimedAt: at.toISOString(),
  askedAt: at.toISOString(),
  ...change,
});
const duty = (change: Partial<Duty> = {}): Duty => ({
  subject: 'kpi:a',
  person: 'U1',
  role: 'owner',
  by: 'U9',
  at: at.toISOString(),
  ...change,
});

/** What the sentences below need of a store under test. */
export interface DailyParts {
  store(): Store;
  copy(): Store;
  subscription(change?: Partial<Subscription>): Subscription;
  digest(change?: Partial<DigestPost>): DigestPost;
}

export function describeDailyWork({ store, copy, subscription, digest }: DailyParts): void {
  test('a question is taken by exactly one copy, and once it is answered nobody finds it', async () => {
    const claims = await Promise.all([store(), copy(), store()].map((one) => one.claimQuestion(question())));
    expect(claims.filter((won) => won)).toHaveLength(1);
    expect(await copy().unansweredQuestions(at)).toEqual([question()]);
    await store().answeredQuestion('C1:1.1');
    expect(await store().unansweredQuestions(at)).toEqual([]);
    expect(await store().claimQuestion(question())).toBe(false);
  });

  test('an unanswered question is taken over once, by the copy that names its holder', async () => {
    await store().claimQuestion(question());
    const taken = await Promise.all([
      store().holdQuestion('C1:1.1', 'copy-1', 'copy-2', at),
      copy().holdQuestion('C1:1.1', 'copy-1', 'copy-3', at),
    ]);
    expect(taken.filter((won) => won)).toHaveLength(1);
    expect(await store().holdQuestion('C1:1.1', 'copy-1', 'copy-4', at)).toBe(false);
    await store().claimQuestion(question({ id: 'C1:1.0', askedAt: '2026-11-23T23:00:00.000Z' }));
    expect(await store().unansweredQuestions(at)).toMatchObject([{ id: 'C1:1.1' }]);
  });

  test('duties of a subject are replaced in the roles named, and handed over together', async () => {
    await store().saveDuties('kpi:a', [duty(), duty({ person: 'U2', role: 'deputy' })], ['owner', 'deputy']);
    await store().saveDuties('department:総務課', [duty({ role: 'chief' })], ['chief']);
    await store().saveDuties('kpi:a', [duty({ person: 'U3' })], ['owner']);
    expect((await copy().duties()).map(({ subject, person, role }) => [subject, person, role])).toEqual([
      ['department:総務課', 'U1', 'chief'],
      ['kpi:a', 'U2', 'deputy'],
      ['kpi:a', 'U3', 'owner'],
    ]);
    await store().saveDuties('kpi:b', [duty({ person: 'U3' }), duty({ person: 'U5' })], ['owner']);
    expect(await store().handOverDuties('U3', 'U5', 'U9', at)).toBe(2);
    expect((await store().duties()).filter(({ person }) => person === 'U3')).toEqual([]);
    expect((await store().duties()).filter(({ person }) => person === 'U5')).toHaveLength(2);
  });

  test('a subscription that moves is never there twice nor gone, and two edits both count', async () => {
    await store().saveSubscription(subscription());
    await store().replaceSubscription('sub-1', subscription({ id: 'sub-2', channel: 'C2' }));
    expect(await copy().subscriptions()).toEqual([subscription({ id: 'sub-2', channel: 'C2' })]);
    const more = (one: Store) =>
      one.editSubscription('sub-2', (current) => ({ ...current, refusals: current.refusals + 1 }));
    await Promise.all([more(store()), more(copy()), more(store())]);
    expect(await store().subscriptions()).toMatchObject([{ refusals: 3 }]);
    expect(await store().editSubscription('none', (current) => current)).toBeNull();
  });

  test('a digest is moved only by the copy that holds it', async () => {
    await store().claimDigest(digest({ state: 'posting', claimedBy: 'copy-1' }));
    const held = (claimedBy: string) => ({ state: 'posting' as const, claimedBy });
    expect(await store().moveDigest('sub-1', '2026-11-24', held('copy-2'), { state: 'posted' })).toBe(false);
    expect(await store().moveDigest('sub-1', '2026-11-24', held('copy-1'), { state: 'posted' })).toBe(true);
  });

  test('the last digest is the one claimed last, also after a clock that was a year ahead', async () => {
    await store().claimDigest(digest({ day: '2027-11-20', state: 'posted' }));
    await store().claimDigest(digest({ day: '2026-11-24', state: 'posted' }));
    expect(await store().lastDigest('sub-1')).toMatchObject({ day: '2026-11-24' });
  });

  test('what is old is forgotten, but never the last digest of a subscription', async () => {
    for (const day of ['2026-01-05', '2026-01-06', '2026-11-20']) {
      await store().claimDigest(digest({ day, state: 'posted' }));
      if (day < '2026-02') await store().claimDigest(digest({ subscription: 'sub-2', day, state: 'posted' }));
    }
    const asked = { question: '移住', queries: '[]' };
    await store().saveThreadQuestion('C1:1', asked, new Date('2026-01-05T00:00:00.000Z'));
    await store().saveThreadQuestion('C1:2', asked, at);
    await store().claimQuestion(question({ askedAt: '2026-11-22T00:00:00.000Z' }));
    const said = { question: '移住', verdict: 'good', about: '', comment: '', answer: '', by: 'U1' } as const;
    await store().saveFeedback({ ...said, id: 'old', at: '2026-10-20T00:00:00.000Z' });
    await store().saveFeedback({ ...said, id: 'new', at: '2026-11-20T00:00:00.000Z' });
    const snooze = { channel: 'C1', statusThen: '遅れ', reason: '', by: 'U1' };
    const made = (kpi: string, until: string | null, createdAt: string) =>
      store().saveSnooze({ ...snooze, kpi, until, createdAt: `${createdAt}T00:00:00.000Z` });
    await made('ended', '2026-11-01', '2026-10-25');
    await made('holds', '2026-11-30', '2026-10-25');
    await made('waits', null, '2026-06-01');
    await made('waited', null, '2025-06-01');
    await store().forgetOld(at, { digests: 60, threads: 180, feedback: 30, snoozes: 10 });
    expect((await store().feedback()).map(({ id }) => id)).toEqual(['new']);
    expect((await store().snoozes('C1')).map(({ kpi }) => kpi)).toEqual(['waits', 'holds']);
    expect(await store().digest('sub-1', '2026-01-05')).toBeNull();
    expect(await store().digest('sub-1', '2026-01-06')).toBeNull();
    expect(await store().lastDigest('sub-1')).toMatchObject({ day: '2026-11-20' });
    expect(await store().digest('sub-2', '2026-01-05')).toBeNull();
    expect(await store().lastDigest('sub-2')).toMatchObject({ day: '2026-01-06' });
    expect(await store().threadQuestion('C1:1')).toBeNull();
    expect(await store().threadQuestion('C1:2')).toEqual(asked);
    expect(await store().claimQuestion(question())).toBe(true);
  });
}
