// What every store promises, sentence by sentence of the port; each store's test calls `describeStore`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type DigestPost,
  type NewEntry,
  type Snooze,
  type Store,
  StoreConflict,
  StoreUnavailable,
  type Subscription,
} from '../../src/ports/store.ts';
import type { StoreHouse } from '../../src/ports/workspaces.ts';
import { openStore, type StoreSettings } from '../../src/stores/open-store.ts';
import { describeDailyWork } from './store-contract-daily.ts';
import { describePlanVersions } from './store-contract-plans.ts';
import { describeTeams } from './store-contract-teams.ts';

/** A fresh, empty place for one test. */
export interface StorePlace {
  settings: StoreSettings;
  remove(): Promise<void>;
}

export const entry = (change: Partial<NewEntry> = {}): NewEntry => ({
  id: 'entry-1',
  kind: 'recorded',
  kpi: 'hyoka-kpi-bus-tour',
  plan: 'kitakyushu-hyoka',
  fy: 2023,
  typed: '１１８人',
  value: 118,
  unit: '人',
  partly: false,
  comment: '',
  link: '',
  recordedBy: 'T1 U1',
  recordedAt: '2026-11-21T01:00:00.000Z',
  ...change,
});

const subscription = (change: Partial<Subscription> = {}): Subscription => ({
  id: 'sub-1',
  channel: 'C1',
  owner: 'U1',
  filter: '',
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  state: 'active',
  stopReason: '',
  refusals: 0,
  createdAt: '2026-11-01T00:00:00.000Z',
  ...change,
});

const digest = (change: Partial<DigestPost> = {}): DigestPost => ({
  subscription: 'sub-1',
  day: '2026-11-24',
  state: 'claimed',
  claimedBy: 'copy-1',
  claimedAt: '2026-11-24T00:00:00.000Z',
  payload: '{}',
  ts: null,
  error: '',
  ...change,
});

const snooze = (change: Partial<Snooze> = {}): Snooze => ({
  channel: 'C1',
  kpi: 'hyoka-kpi-bus-tour',
  statusThen: '遅れ',
  reason: '再開を協議中',
  by: 'U1',
  until: '2026-12-01',
  createdAt: '2026-11-24T00:00:00.000Z',
  ...change,
});

/** Runs the contract against one kind of store. */
export function describeStore(name: string, createPlace: () => Promise<StorePlace>): void {
  describe(name, () => {
    let place: StorePlace;
    let store: StoreHouse;
    const opened: Store[] = [];
    const copy = () => {
      const another = openStore(place.settings);
      opened.push(another);
      return another;
    };

    beforeEach(async () => {
      place = await createPlace();
      store = copy();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()));
      await place.remove();
    });

    describe('recorded entries', () => {
      test('an appended entry comes back with seq 1 and every field as given', async () => {
        const appended = await store.append(
          entry({ value: 55.2, partly: true, comment: "O'Neil; -- 😀", link: 'https://example.jp/a?b=1' }),
        );
        expect(appended).toEqual({
          ...entry({ value: 55.2, partly: true, comment: "O'Neil; -- 😀", link: 'https://example.jp/a?b=1' }),
          seq: 1,
        });
        expect(await copy().entriesAfter(0)).toEqual([appended]);
      });

      test('words have no number, and no unit stays no unit', async () => {
        await store.append(entry({ typed: '策定済', value: null, unit: null }));
        expect(await store.entriesAfter(0)).toMatchObject([{ typed: '策定済', value: null, unit: null }]);
      });

      test('the same id appended twice is one entry', async () => {
        await store.append(entry());
        expect(await store.append(entry({ typed: 'again' }), 0)).toMatchObject({ seq: 1, typed: '１１８人' });
        expect(await store.entriesAfter(0)).toHaveLength(1);
      });

      test('entries come oldest first, only those after the given seq', async () => {
        for (const id of ['a', 'b', 'c']) await store.append(entry({ id }));
        const later = await store.entriesAfter(1);
        expect(later.map(({ seq, id }) => [seq, id])).toEqual([
          [2, 'b'],
          [3, 'c'],
        ]);
        expect(await store.entriesAfter(3)).toEqual([]);
      });

      test('an entry someone else added meanwhile is shown instead of being overwritten', async () => {
        const first = await store.append(entry({ id: 'mine' }), 0);
        const second = copy().append(entry({ id: 'yours', typed: '90人' }), 0);
        await expect(second).rejects.toBeInstanceOf(StoreConflict);
        await expect(second).rejects.toMatchObject({ latest: first });
        expect(await store.append(entry({ id: 'yours', typed: '90人' }), first.seq)).toMatchObject({
          seq: 2,
        });
      });

      test('other KPIs and years do not conflict', async () => {
        await store.append(entry({ id: 'a' }), 0);
        await store.append(entry({ id: 'b', fy: 2022 }), 0);
        await store.append(entry({ id: 'c', kpi: 'hyoka-kpi-ronbun' }), 0);
        expect(await store.entriesAfter(0)).toHaveLength(3);
      });

      test('of two copies appending at once exactly one wins, and numbers have no gaps', async () => {
        const copies = [copy(), copy(), copy()];
        const results = await Promise.allSettled(
          copies.map((one, i) => one.append(entry({ id: `race-${i}` }), 0)),
        );
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        await Promise.all(copies.map((one, i) => one.append(entry({ id: `free-${i}`, fy: 2000 + i }))));
        expect((await store.entriesAfter(0)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
      });

      test('a NUL character in what was typed is dropped, not refused', async () => {
        await store.append(entry({ comment: 'a\0b' }));
        expect(await store.entriesAfter(0)).toMatchObject([{ comment: 'ab' }]);
      });
    });

    describe('subscriptions', () => {
      test('are kept oldest first, of one channel when asked', async () => {
        const one = subscription({ id: 'z', createdAt: '2026-01-01T00:00:00.000Z' });
        const two = subscription({ id: 'a', channel: 'C2', weekdays: [1], filter: '移住' });
        await store.saveSubscription(two);
        await store.saveSubscription(one);
        expect(await copy().subscriptions()).toEqual([one, two]);
        expect(await store.subscriptions('C2')).toEqual([two]);
        expect(await store.subscriptions('C3')).toEqual([]);
      });

      test('saving one again replaces it', async () => {
        await store.saveSubscription(subscription());
        const stopped = subscription({ state: 'stopped', stopReason: 'is_archived', refusals: 3 });
        await store.saveSubscription(stopped);
        expect(await store.subscriptions()).toEqual([stopped]);
      });

      test('removing tells whether there was one', async () => {
        await store.saveSubscription(subscription());
        expect(await store.removeSubscription('sub-1')).toBe(true);
        expect(await store.removeSubscription('sub-1')).toBe(false);
        expect(await store.subscriptions()).toEqual([]);
      });
    });

    describe('digests', () => {
      test('exactly one of many callers claims the digest of a day', async () => {
        const copies = [store, copy(), copy()];
        const claims = await Promise.all(
          [...copies, ...copies].map((one, i) => one.claimDigest(digest({ claimedBy: `copy-${i}` }))),
        );
        expect(claims.filter((won) => won)).toHaveLength(1);
        expect(await copy().claimDigest(digest({ claimedBy: 'after a restart' }))).toBe(false);
        expect(await store.claimDigest(digest({ day: '2026-11-25' }))).toBe(true);
        expect(await store.claimDigest(digest({ subscription: 'sub-2' }))).toBe(true);
      });

      test('moves only from the state it is in, keeping what is not named', async () => {
        await store.claimDigest(digest({ payload: '{"lines":3}' }));
        const posting = { state: 'posting' } as const;
        expect(await store.moveDigest('sub-1', '2026-11-24', 'claimed', posting)).toBe(true);
        expect(await copy().moveDigest('sub-1', '2026-11-24', 'claimed', posting)).toBe(false);
        expect(
          await store.moveDigest('sub-1', '2026-11-24', 'posting', {
            state: 'posted',
            ts: '1764000000.000100',
          }),
        ).toBe(true);
        expect(await store.digest('sub-1', '2026-11-24')).toEqual(
          digest({ state: 'posted', ts: '1764000000.000100', payload: '{"lines":3}' }),
        );
        expect(await store.moveDigest('sub-1', '2026-11-25', 'claimed', posting)).toBe(false);
      });

      test('only one of two copies moves it', async () => {
        await store.claimDigest(digest());
        const moves = await Promise.all(
          [store, copy()].map((one) =>
            one.moveDigest('sub-1', '2026-11-24', 'claimed', { state: 'posting' }),
          ),
        );
        expect(moves.sort()).toEqual([false, true]);
      });

      test('the last one is the newest that was posted or quiet', async () => {
        expect(await store.lastDigest('sub-1')).toBeNull();
        expect(await store.digest('sub-1', '2026-11-24')).toBeNull();
        await store.claimDigest(digest({ day: '2026-11-18', state: 'posted' }));
        await store.claimDigest(digest({ day: '2026-11-19', state: 'quiet' }));
        await store.claimDigest(digest({ day: '2026-11-20', state: 'failed' }));
        await store.claimDigest(digest({ day: '2026-11-24', state: 'posting' }));
        expect(await store.lastDigest('sub-1')).toMatchObject({ day: '2026-11-19' });
        expect(await store.lastDigest('sub-2')).toBeNull();
      });

      test('those left by a crash are found, oldest first', async () => {
        await store.claimDigest(
          digest({ day: '2026-11-24', state: 'posting', claimedAt: '2026-11-24T00:00:00.000Z' }),
        );
        await store.claimDigest(
          digest({ day: '2026-11-20', state: 'claimed', claimedAt: '2026-11-20T00:00:00.000Z' }),
        );
        await store.claimDigest(digest({ day: '2026-11-19', state: 'posted' }));
        expect((await copy().unsettledDigests()).map(({ day, state }) => [day, state])).toEqual([
          ['2026-11-20', 'claimed'],
          ['2026-11-24', 'posting'],
        ]);
      });
    });

    describe('the daily work', () => describeDailyWork({ store: () => store, copy, subscription, digest }));

    describe('brought plans', () => describePlanVersions(() => ({ store, other: copy() })));

    describe('workspaces', () => describeTeams(() => ({ house: store, other: copy() })));

    describe('snoozes', () => {
      test('a later snooze of the same channel and KPI replaces the earlier', async () => {
        await store.saveSnooze(snooze());
        const until = snooze({ until: null, reason: '', statusThen: '注意' });
        await store.saveSnooze(until);
        await store.saveSnooze(snooze({ channel: 'C2' }));
        expect(await copy().snoozes('C1')).toEqual([until]);
        expect(await store.snoozes('C2')).toHaveLength(1);
      });

      test('removing tells whether there was one', async () => {
        await store.saveSnooze(snooze());
        expect(await store.removeSnooze('C1', 'hyoka-kpi-bus-tour')).toBe(true);
        expect(await store.removeSnooze('C1', 'hyoka-kpi-bus-tour')).toBe(false);
        expect(await store.snoozes('C1')).toEqual([]);
      });
    });

    describe('seen events', () => {
      const at = new Date('2026-11-24T00:00:00.000Z');

      test('an event id is new once, in whatever copy', async () => {
        const sights = await Promise.all([store, copy(), store].map((one) => one.firstSight('Ev1', at)));
        expect(sights.filter((fresh) => fresh)).toHaveLength(1);
        expect(await store.firstSight('Ev1', new Date('2026-11-24T00:59:00.000Z'))).toBe(false);
        expect(await store.firstSight('Ev2', at)).toBe(true);
      });

      test('ids of the last hour are remembered while others come in', async () => {
        await store.firstSight('Ev1', at);
        await store.firstSight('Ev2', new Date('2026-11-24T00:59:59.000Z'));
        expect(await store.firstSight('Ev1', new Date('2026-11-24T00:59:59.000Z'))).toBe(false);
      });
    });

    test('feedback comes oldest first', async () => {
      const late = {
        id: 'a',
        question: '/kpi 移住',
        verdict: 'bad',
        about: 'figure',
        comment: '古い',
        answer: '15件',
        by: 'U1',
        at: '2026-11-24T01:00:00.000Z',
      } as const;
      const early = {
        ...late,
        id: 'b',
        verdict: 'good',
        comment: '',
        at: '2026-11-24T00:00:00.000Z',
      } as const;
      await store.saveFeedback(late);
      await store.saveFeedback(early);
      expect(await copy().feedback()).toEqual([early, late]);
    });

    test('a thread knows its last question', async () => {
      expect(await store.threadQuestion('C1 1.0')).toBeNull();
      const first = { question: '/kpi 移住', queries: '[{"ask":"show"}]' };
      await store.saveThreadQuestion('C1 1.0', first, new Date('2026-11-24T00:00:00.000Z'));
      expect(await copy().threadQuestion('C1 1.0')).toEqual(first);
      const last = { question: '予算は？', queries: `[${'{"about":"移\\u0000住"},'.repeat(500)}0]` };
      await store.saveThreadQuestion('C1 1.0', last, new Date('2026-11-24T00:01:00.000Z'));
      expect(await copy().threadQuestion('C1 1.0')).toEqual(last);
      expect(await store.threadQuestion('C2 1.0')).toBeNull();
    });

    test('a preference unset is empty, and the last one set holds', async () => {
      expect(await store.preference('U1', 'department')).toBe('');
      await store.savePreference('U1', 'department', '総務課');
      await store.savePreference('U1', 'department', '企画課');
      await store.savePreference('U2', 'department', '東京事務所');
      expect(await copy().preference('U1', 'department')).toBe('企画課');
    });

    test('a closed store says that it is unavailable', async () => {
      await store.entriesAfter(0);
      await store.close();
      await store.close();
      await expect(store.entriesAfter(0)).rejects.toBeInstanceOf(StoreUnavailable);
    });

    // Processes start slowly on a busy machine.
    const patient = { timeout: 120_000 };
    let program: { path: string; remove(): void };
    beforeAll(async () => {
      program = await appendProgram();
    });
    afterAll(() => program?.remove());

    test('copies in several processes start on an empty place together', patient, async () => {
      const children = await Promise.all(
        [1, 2, 3].map((n) => appendInChild(program.path, place.settings, { prefix: `p${n}`, count: 5 })),
      );
      expect(children.map(({ confirmed }) => confirmed.length)).toEqual([5, 5, 5]);
      const all = await store.entriesAfter(0);
      expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    });

    test('whatever was confirmed before a kill -9 is there afterwards', patient, async () => {
      const confirmed: string[] = [];
      for (const [round, killAfter] of [3, 1, 12].entries()) {
        const child = await appendInChild(program.path, place.settings, {
          prefix: `kill${round}`,
          count: 10_000,
          killAfter,
        });
        expect(child.confirmed.length).toBeGreaterThanOrEqual(killAfter);
        confirmed.push(...child.confirmed);
      }
      const entries = await copy().entriesAfter(0);
      const kept = new Set(entries.map(({ id }) => id));
      expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
      // And the place goes on working.
      await expect(copy().append(entry({ id: 'after' }))).resolves.toMatchObject({ seq: entries.length + 1 });
    });
  });
}

/** The program that appends, made once so that each process starts without compiling. */
async function appendProgram(): Promise<{ path: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-append-'));
  const path = join(folder, 'append.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'append-entries.ts')],
    outfile: path,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['libsql', '@libsql/*', 'pg-native'],
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Appends in a process of its own; with `killAfter` it is killed in full flight after that many confirmations. */
async function appendInChild(
  program: string,
  settings: StoreSettings,
  { prefix, count, killAfter }: { prefix: string; count: number; killAfter?: number },
) {
  const child = spawn(process.execPath, [program, JSON.stringify(settings), prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(import.meta.dirname, '../../node_modules') },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const confirmed: string[] = [];
  for await (const id of createInterface({ input: child.stdout })) {
    confirmed.push(id);
    if (confirmed.length === killAfter) child.kill('SIGKILL');
  }
  await ended;
  return { confirmed };
}
