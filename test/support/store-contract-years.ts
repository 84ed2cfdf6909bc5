// What every store promises over the years: a backup is of one moment and comes back whole, and an older copy goes on beside a newer one.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store, Subscription } from '../../src/ports/store.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { openStore, type StoreSettings } from '../../src/stores/open-store.ts';
import { entry } from './store-contract.ts';

const at = new Date('2026-11-24T00:00:00.000Z');
const now = at.toISOString();
const subscription = (id: string): Subscription => ({
  id,
  channel: 'C1',
  owner: 'U1',
  filter: '移住',
  time: '09:00',
  weekdays: [1, 5],
  state: 'active',
  stopReason: '',
  refusals: 0,
  createdAt: now,
});

/** One row and more in every table. */
async function fill(store: Store, mark: string): Promise<void> {
  await store.append(entry({ id: mark, comment: `'引用' と\n改行`, value: null, unit: null }));
  await store.saveSubscription(subscription(mark));
  const digest = { day: '2026-11-24', claimedBy: mark, claimedAt: now, payload: '{}', ts: null, error: '' };
  await store.claimDigest({ ...digest, subscription: mark, state: 'claimed' });
  await store.moveDigest(mark, digest.day, 'claimed', { state: 'posted', ts: '1.2' });
  const content = JSON.stringify({ mark, text: '計画'.repeat(2000) });
  const brought = { title: '', file: '', hash: '', mapping: '{}', broughtBy: 'U1', broughtAt: now, content };
  await store.appendPlan({ ...brought, plan: mark, kind: 'taken' });
  await store.saveSnooze({
    channel: mark,
    kpi: 'k',
    statusThen: '遅れ',
    reason: '',
    by: 'U1',
    until: null,
    createdAt: now,
  });
  await store.claimQuestion({
    id: mark,
    message: '{}',
    state: 'claimed',
    claimedBy: mark,
    claimedAt: now,
    askedAt: now,
  });
  await store.saveDuties(`kpi:${mark}`, [{ person: 'U1', role: 'owner', by: 'U2', at: now }], ['owner']);
  await store.firstSight(mark, at);
  await store.saveFeedback({
    id: mark,
    question: mark,
    verdict: 'bad',
    about: '',
    comment: '',
    answer: '',
    by: 'U1',
    at: now,
  });
  await store.saveThreadQuestion(mark, { question: mark, queries: '[]' }, at);
  await store.savePreference('U1', mark, mark);
}

/** Everything `fill` wrote, read back. */
async function all(store: Store, mark: string): Promise<unknown> {
  const plans = await store.planVersions();
  return {
    entries: await store.entriesAfter(0),
    subscriptions: await store.subscriptions(),
    digest: await store.lastDigest(mark),
    plans,
    content: await store.planContent(plans.at(-1)?.seq ?? 0),
    snoozes: await store.snoozes(mark),
    questions: await store.unansweredQuestions(new Date(0)),
    duties: await store.duties(),
    seen: !(await store.firstSight(mark, at)),
    feedback: await store.feedback(),
    thread: await store.threadQuestion(mark),
    preference: await store.preference('U1', mark),
  };
}

/** A command of the terminal over that store. */
async function run({ databaseUrl, sqliteFile }: StoreSettings, ...args: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const where = databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dirname(sqliteFile) };
  const child = spawn(process.execPath, [join(packageRoot(), 'bin/launch.js'), 'cli', ...args], {
    env: { PATH, HOME, ...where },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  return { code, said };
}

/** `place` makes an empty store; `change` runs SQL on one, as a newer version would. */
export function describeYears(
  name: string,
  place: () => Promise<StoreSettings>,
  change: (settings: StoreSettings, statements: string[]) => Promise<void>,
): void {
  describe(`${name} over the years`, () => {
    const opened: Store[] = [];
    const folders: string[] = [];
    const open = (settings: StoreSettings) => {
      const store = openStore(settings);
      opened.push(store);
      return store;
    };
    const fileFor = (file: string) => {
      const folder = mkdtempSync(join(tmpdir(), 'hakaru-years-'));
      folders.push(folder);
      return join(folder, file);
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    });

    test('a backup in the middle of writing is of one moment, and comes back whole into either database', {
      timeout: 60_000,
    }, async () => {
      const settings = await place();
      const store = open(settings);
      await fill(store, 'before');
      const copy = fileFor("o'clock.sqlite");
      let ended = false;
      const backup = run(settings, 'backup', copy).finally(() => {
        ended = true;
      });
      let written = 1;
      for (; !ended; written += 1) {
        await store.append(entry({ id: `e${written}` }));
        await store.saveSubscription(subscription(`e${written}`));
        // SQLite answers within the turn: without a breath the end of the backup would not be heard.
        await breath();
      }
      expect(await backup).toEqual({ code: 0, said: '' });
      expect(written).toBeGreaterThan(10);
      expect(statSync(copy).mode & 0o777).toBe(0o600);
      expect((await run(settings, 'backup', copy)).said).toContain('同じ名前のファイルがあります');

      const here = await place();
      const file = { sqliteFile: fileFor('hakaru.sqlite') };
      for (const target of [here, file])
        expect(await run(target, 'restore', copy)).toEqual({ code: 0, said: '' });
      const [one, other] = await Promise.all([all(open(here), 'before'), all(open(file), 'before')]);
      expect(other).toEqual(one);
      const { entries, subscriptions, content, seen } = one as Record<string, unknown[]>;
      expect([content, seen]).toEqual([expect.stringContaining('"before"'), true]);
      // The subscription of an entry is written right after it: no table is of a later moment than another.
      const lost = Number(entries?.length) - Number(subscriptions?.length);
      expect([0, 1]).toContain(lost);
      const [seqs, count] = [entries?.map((row) => (row as { seq: number }).seq), entries?.length ?? 0];
      expect(seqs).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    });

    test('a store that holds something is replaced only when that was said, and all of it', {
      timeout: 60_000,
    }, async () => {
      const settings = await place();
      await fill(open(settings), 'kept');
      const copy = fileFor('copy.sqlite');
      await run(settings, 'backup', copy);
      const target = await place();
      const store = open(target);
      await fill(store, 'other');
      const refused = await run(target, 'restore', copy);
      expect(refused.code).toBe(1);
      expect(refused.said).toContain('--force');
      expect(await store.preference('U1', 'other')).toBe('other');
      expect(await run(target, 'restore', copy, '--force')).toEqual({ code: 0, said: '' });
      expect(await all(open(target), 'kept')).toEqual(await all(open(settings), 'kept'));
      expect(await store.preference('U1', 'other')).toBe('');
      const wrong = await run(target, 'restore', join(packageRoot(), 'package.json'), '--force');
      expect(wrong.code).toBe(1);
      expect(wrong.said).toContain('backup のファイルではありません');
      expect(await store.preference('U1', 'kept')).toBe('kept');
    });

    test('an older copy goes on beside a newer one that has added columns and tables, also after its own restart', async () => {
      const settings = await place();
      const running = open(settings);
      await fill(running, 'first');
      const tables = [
        ...[
          'recorded_entries',
          'subscriptions',
          'digests',
          'plan_versions',
          'snoozes',
          'questions',
          'duties',
        ],
        ...['seen_events', 'feedback', 'thread_questions', 'preferences'],
      ];
      await change(settings, [
        ...tables.map((table) => `alter table ${table} add column later text not null default 'x'`),
        'create table later_things (id text)',
        "insert into kysely_migration (name, timestamp) values ('9998-adds-later', '2030-01-01')",
      ]);
      for (const [store, mark] of [
        [running, 'second'],
        [open(settings), 'third'],
      ] as const) {
        await fill(store, mark);
        expect(await all(store, mark)).toMatchObject({
          seen: true,
          preference: mark,
          thread: { question: mark },
        });
        await store.editSubscription('first', (current) => ({ ...current, time: '10:00' }));
        expect(await store.handOverDuties('U1', 'U9', 'U2', at)).toBeGreaterThan(0);
        await store.forgetOld(at, { digests: 60, threads: 180, feedback: 730, snoozes: 30 });
      }
      expect(await running.entriesAfter(0)).toHaveLength(3);
      // What changes more than that is not guessed at.
      await change(settings, [
        "insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')",
      ]);
      await expect(open(settings).entriesAfter(0)).rejects.toThrow('cannot be opened');
      const refused = await run(settings, 'backup', fileFor('newer.sqlite'));
      expect(refused.code === 0).toBe(settings.databaseUrl === undefined);
    });
  });
}
