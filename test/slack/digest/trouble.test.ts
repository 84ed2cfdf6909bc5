// Digests under trouble: results are read within the decision, many at once leave room for clicks, late ones wait, failures wait longer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadSeeds } from '../../../src/data/load-seeds.ts';
import { createRepository } from '../../../src/data/repository.ts';
import { type Store, StoreUnavailable } from '../../../src/ports/store.ts';
import { beginDigest } from '../../../src/slack/digest/begin.ts';
import { createComposer } from '../../../src/slack/digest/composer.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import { type Copy, openCopy, openSmallSlack, type SmallSlack, setClock, subscription } from './town.ts';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-digest-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Place {
  slack: SmallSlack;
  store: Store;
  clock: ReturnType<typeof setClock>;
  copy: Copy;
}

async function place(change: (store: Store) => Partial<Store> = () => ({})): Promise<Place> {
  files += 1;
  const real = openStore({ sqliteFile: join(folder, `${files}.sqlite`) });
  const store = { ...real, ...change(real) };
  const slack = await openSmallSlack();
  const clock = setClock('2026-11-24', '09:00');
  const copy = openCopy(store, slack.url, clock, 'one');
  closing.push(
    () => slack.close(),
    () => real.close(),
    () => copy.scheduler.stop(),
  );
  return { slack, store, clock, copy };
}

const recorded = {
  id: 'entry-1',
  kind: 'recorded' as const,
  kpi: 'jimu-kpi-boutsui',
  plan: 'kitakyushu-jimu',
  fy: 2025,
  typed: '90%',
  value: 90,
  unit: '%',
  partly: false,
  comment: '',
  link: '',
  recordedBy: 'U0SATO',
  recordedAt: '2026-11-20T06:00:00.000Z',
};

test('a result recorded just before, and not yet read by this copy, is in the digest that is decided', async () => {
  const { slack, store, clock, copy } = await place();
  await store.saveSubscription(subscription());
  await copy.scheduler.tick();
  await store.append(recorded);
  expect(copy.context.bot.repository.lastSeq()).toBe(0);
  clock.set('2026-11-25', '09:00');
  await copy.scheduler.tick();
  expect(slack.main()[1]?.text).toContain('この1週間の登録 1件');
  // And the owner hears of it once.
  clock.set('2026-11-26', '09:00');
  await copy.scheduler.tick();
  expect(slack.main()).toHaveLength(2);
});

test('after a plan was brought the digest is decided over the new plans', async () => {
  const { slack, store, clock, copy } = await place();
  await store.saveSubscription(subscription());
  await store.saveSubscription(subscription({ id: 'later', channel: 'C0LATER', time: '10:00' }));
  await copy.scheduler.tick();
  const seeds = loadSeeds(join(import.meta.dirname, '../../../seeds'));
  const files = seeds.files.filter(({ plan }) => plan.id === 'kitakyushu-jimu');
  Object.assign(copy.context.bot, { repository: createRepository({ ...seeds, files }) });
  clock.set('2026-11-24', '10:00');
  await copy.scheduler.tick();
  const watched = slack.main().map(({ text }) => Number(/対象 (\d+)件/.exec(text)?.[1]));
  expect(watched).toHaveLength(2);
  expect(watched[1]).toBeLessThan(watched[0] ?? 0);
});

test('nothing is decided while the results cannot be read, neither by the clock nor by a person', async () => {
  let readable = false;
  const { slack, store, copy } = await place((real) => ({
    entriesAfter: (after) =>
      readable ? real.entriesAfter(after) : Promise.reject(new StoreUnavailable('not yet')),
  }));
  await store.saveSubscription(subscription());
  await copy.scheduler.tick();
  const poster = {
    context: copy.context,
    client: copy.client,
    copy: 'one',
    pause: 0,
    composer: createComposer(copy.context),
  };
  await expect(beginDigest(poster, subscription(), '2026-11-24', 'asked')).rejects.toBeInstanceOf(
    StoreUnavailable,
  );
  expect(await store.digest('kikaku', '2026-11-24')).toBeNull();
  readable = true;
  await copy.scheduler.tick();
  expect(slack.main()).toHaveLength(1);
});

test('a hundred digests at once: each is posted once, and no two are decided without a turn for others between', async () => {
  // SQLite answers within the call: without a turn of the event loop between, nothing that came in would be acknowledged.
  let claimed = 0;
  const { slack, store, copy } = await place((real) => ({
    claimDigest(post) {
      claimed += 1;
      return real.claimDigest(post);
    },
  }));
  for (let n = 0; n < 100; n += 1)
    await store.saveSubscription(subscription({ id: `s${n}`, channel: `C${n}` }));
  let most = 0;
  let known = 0;
  const turn = () => {
    most = Math.max(most, claimed - known);
    known = claimed;
    if (known < 100) setImmediate(turn);
  };
  setImmediate(turn);
  await copy.scheduler.tick();
  expect(most).toBe(1);
  expect(new Set(slack.main().map(({ channel }) => channel)).size).toBe(100);
  expect(slack.main()).toHaveLength(100);
});

test('after a day that was missed nothing comes in the evening; the next day tells it all', async () => {
  const { slack, store, clock, copy } = await place();
  await store.saveSubscription(subscription());
  await copy.scheduler.tick();
  await store.append(recorded);
  clock.set('2026-11-25', '18:01');
  await copy.scheduler.tick();
  clock.set('2026-11-25', '23:59');
  await copy.scheduler.tick();
  expect(slack.main()).toHaveLength(1);
  clock.set('2026-11-26', '09:00');
  await copy.scheduler.tick();
  expect(slack.main()[1]?.text).toContain('11/26');
  expect(slack.main()[1]?.text).toContain('この1週間の登録 1件');
});

test('a time in the evening is kept for an hour', async () => {
  const { slack, store, clock, copy } = await place();
  await store.saveSubscription(subscription({ time: '20:30' }));
  clock.set('2026-11-24', '21:29');
  await copy.scheduler.tick();
  expect(slack.main()).toHaveLength(1);
});

test('a clock that was a year ahead for a while spoils no later digest', async () => {
  const { slack, store, clock, copy } = await place();
  await store.saveSubscription(subscription());
  await copy.scheduler.tick();
  clock.set('2027-11-24', '09:00');
  await copy.scheduler.tick();
  clock.set('2026-11-25', '09:00');
  await store.append(recorded);
  await copy.scheduler.tick();
  expect(slack.main().at(-1)?.text).toContain('11/25');
  expect((await store.lastDigest('kikaku'))?.day).toBe('2026-11-25');
});

test('a digest that fails again and again is said once and tried at longer and longer intervals', async () => {
  const { store, clock, copy } = await place((real) => ({
    snoozes: vi.fn().mockRejectedValue(new Error('broken')).mockName(String(real)),
  }));
  await store.saveSubscription(subscription());
  const tries = () => (store.snoozes as ReturnType<typeof vi.fn>).mock.calls.length;
  for (let n = 0; n < 10; n += 1) await copy.scheduler.tick();
  expect(tries()).toBe(1);
  clock.set('2026-11-24', '09:01');
  for (let n = 0; n < 10; n += 1) await copy.scheduler.tick();
  expect(tries()).toBe(2);
  expect(copy.logged.filter(({ level }) => level === 50)).toHaveLength(1);
});

test('ten looks that fail are one line of the log', async () => {
  const { copy } = await place(() => ({ subscriptions: () => Promise.reject(new Error('broken')) }));
  for (let n = 0; n < 10; n += 1) await copy.scheduler.tick();
  expect(copy.logged.filter(({ level }) => level === 50)).toHaveLength(1);
});

test('each day what is old is forgotten, and a table of holidays that ends is told in the log', async () => {
  const { store, clock, copy } = await place();
  for (const day of ['2026-01-05', '2026-11-20'])
    await store.claimDigest({
      subscription: 'kikaku',
      day,
      state: 'posted',
      claimedBy: 'one',
      claimedAt: `${day}T00:00:00.000Z`,
      payload: '{}',
      ts: '1.1',
      error: '',
    });
  await copy.scheduler.tick();
  expect(await store.digest('kikaku', '2026-01-05')).toBeNull();
  expect(await store.digest('kikaku', '2026-11-20')).not.toBeNull();
  const told = () => copy.logged.filter(({ msg }) => String(msg).includes('祝日の表'));
  expect(told()).toEqual([]);
  clock.set('2050-06-01', '09:00');
  await copy.scheduler.tick();
  expect(told()).toHaveLength(1);
});
