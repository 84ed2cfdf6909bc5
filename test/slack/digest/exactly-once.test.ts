// A digest comes exactly once: over a whole fiscal year with two copies, and when the process is killed at any step.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/digest/working-days.ts';
import type { RecordedEntry } from '../../../src/ports/store.ts';
import { openStore, type StoreSettings } from '../../../src/stores/open-store.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../../support/postgres.ts';
import { openCopy, openSmallSlack, type SmallSlack, setClock, subscription } from './town.ts';

const binaries = postgresBinaries();
let folder: string;
let server: PostgresServer | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-once-'));
  // Made once, so that each of the many processes starts without compiling.
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outfile: join(folder, 'child.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['libsql', '@libsql/*', 'pg-native', 'pino'],
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
  });
  if (binaries) server = startPostgres(binaries);
});
afterAll(() => {
  server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const stores: [string, () => Promise<StoreSettings>][] = [
  [
    'SQLite',
    async () => {
      files += 1;
      return { sqliteFile: join(folder, `${files}.sqlite`) };
    },
  ],
  ...(binaries
    ? ([
        ['PostgreSQL', async () => ({ databaseUrl: await server?.createDatabase(), sqliteFile: '' })],
      ] satisfies [string, () => Promise<StoreSettings>][])
    : []),
];

/** Public holidays of the fiscal year 2026 on weekdays, as the Cabinet Office lists them, and the turn of the year. */
const silent = [
  '2026-04-29',
  '2026-05-04',
  '2026-05-05',
  '2026-05-06',
  '2026-07-20',
  '2026-08-11',
  '2026-09-21',
  '2026-09-22',
  '2026-09-23',
  '2026-10-12',
  '2026-11-03',
  '2026-11-23',
  '2026-12-29',
  '2026-12-30',
  '2026-12-31',
  '2027-01-01',
  '2027-01-11',
  '2027-02-11',
  '2027-02-23',
  '2027-03-22',
];

function result(
  seq: number,
  kpi: string,
  fy: number,
  typed: string,
  day: string,
): Omit<RecordedEntry, 'seq'> {
  return {
    id: `entry-${seq}`,
    kind: 'recorded',
    kpi,
    plan: kpi.startsWith('jimu') ? 'kitakyushu-jimu' : 'kitakyushu-renkei',
    fy,
    typed,
    value: Number.parseFloat(typed),
    unit: null,
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'U0SATO',
    recordedAt: `${day}T06:00:00.000Z`,
  };
}

/** What staff record, in the afternoon of which day, and the day on which the channel hears of it. */
const recordings = [
  { day: '2026-06-10', kpi: 'jimu-kpi-konbini-kofu', fy: 2025, typed: '45%', told: '2026-06-11' },
  { day: '2026-09-18', kpi: 'jimu-kpi-boutsui', fy: 2025, typed: '90%', told: '2026-09-24' },
  { day: '2026-12-28', kpi: 'jimu-kpi-chiiki-katsudo-sanka', fy: 2025, typed: '20%', told: '2027-01-04' },
];

describe.each(stores)('%s', (_, settings) => {
  test('a whole fiscal year with two copies: no double, no lost, nothing on a day off', {
    timeout: 120_000,
  }, async () => {
    const where = await settings();
    const [first, second] = [openStore(where), openStore(where)];
    const slack = await openSmallSlack();
    const clock = setClock('2026-04-01', '08:00');
    const copies = [openCopy(first, slack.url, clock, 'one'), openCopy(second, slack.url, clock, 'two')];
    await first.saveSubscription(subscription());
    let seq = 0;
    for (let day = '2026-04-01'; day <= '2027-03-31'; day = addDays(day, 1)) {
      // Too early and once more are looked at for a quarter; the other days are all alike in that.
      for (const time of day < '2026-07-01' ? ['08:59', '09:00', '13:00'] : ['09:00']) {
        clock.set(day, time);
        await Promise.all(copies.map(({ scheduler }) => scheduler.tick()));
      }
      for (const { kpi, fy, typed } of recordings.filter((one) => one.day === day)) {
        seq += 1;
        const entry = await first.append(result(seq, kpi, fy, typed, day));
        for (const { context } of copies) context.bot.repository.applyEntries([entry]);
      }
    }

    const posted = slack.main().map(({ mark, text }) => ({ day: mark?.split(' ')[1] ?? '', text }));
    const days = posted.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)]);
    expect(days.filter((day) => silent.includes(day))).toEqual([]);
    expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    // Each of the 53 weeks speaks on its first working day; two changes fall on other days.
    expect(days.slice(0, 4)).toEqual(['2026-04-01', '2026-04-06', '2026-04-13', '2026-04-20']);
    expect(days).toContain('2026-05-07');
    expect(days).toContain('2026-11-24');
    expect(days).toHaveLength(53 + 2);
    // Every recording is news once, on the next working day.
    const news = posted.filter(({ text }) => /変化 \d+件/.test(text));
    expect(news.map(({ day }) => day)).toEqual(['2026-06-11', '2026-09-24', '2026-10-01', '2027-01-04']);
    expect(news[2]?.text).toContain('期限超過　6件（主要事務事業6）');
    expect(posted.filter(({ text }) => text.includes('お知らせを始めます'))).toHaveLength(1);
    const parts = slack.posts.map(({ mark }) => mark);
    expect(parts).toEqual([...new Set(parts)]);
    expect(await first.unsettledDigests()).toEqual([]);
    expect(slack.told()).toEqual([]);
    for (const { scheduler, logged } of copies) {
      await scheduler.stop();
      expect(logged.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    }
    await first.close();
    await second.close();
    await slack.close();
  });

  test('killed at every step of a post: posted once, or reported, never twice', {
    timeout: 120_000,
  }, async () => {
    const steps = (await killedAt(0, await settings())).steps;
    expect(steps).toBeGreaterThanOrEqual(10);
    const outcomes: string[] = [];
    await side(steps, async (step) => {
      outcomes.push((await killedAt(step, await settings())).outcome);
    });
    // Killed between the call and its answer being stored nobody can know: it is reported, not repeated.
    expect(new Set(outcomes)).toEqual(new Set(['posted', 'reported unsent', 'posted and reported']));
    expect(outcomes.filter((outcome) => outcome !== 'posted').length).toBeLessThanOrEqual(4);
  });
});

test('killed at every step of a refused post: the owner always hears of it', {
  timeout: 120_000,
}, async () => {
  const refuse: SmallSlack['reply'] = (post) => (post.mark ? { error: 'not_in_channel' } : null);
  const settings = stores[0]?.[1] ?? (async () => ({ sqliteFile: '' }));
  const { steps } = await killedAt(0, await settings(), refuse);
  const outcomes = new Set<string>();
  await side(
    steps,
    async (step) => void outcomes.add((await killedAt(step, await settings(), refuse)).outcome),
  );
  expect(outcomes).toEqual(new Set(['reported unsent']));
});

/**
 * Before the first step and after each (the even numbers): killed before a step, a copy leaves what it left after the one
 * before. Two at a time: as many as the smallest machine has cores.
 */
async function side(steps: number, work: (step: number) => Promise<void>): Promise<void> {
  const queue = Array.from({ length: steps }, (_unused, i) => i + 1).filter(
    (step) => step === 1 || step % 2 === 0,
  );
  const worker = async () => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) await work(step);
  };
  await Promise.all([worker(), worker()]);
}

/** Kills a copy at that step (0: never), then lets two others find what it left behind. */
async function killedAt(
  step: number,
  settings: StoreSettings,
  reply: SmallSlack['reply'] = () => null,
): Promise<{ steps: number; outcome: string }> {
  const store = openStore(settings);
  const slack = await openSmallSlack();
  slack.reply = reply;
  const clock = setClock('2026-11-24', '09:00');
  await store.saveSubscription(subscription({ refusals: 1 }));
  // One KPI lags, so that the post has a thread.
  await store.append(result(1, 'jimu-kpi-konbini-kofu', 2025, '10%', '2026-11-20'));
  const steps = Number(await child(settings, slack.url, '2026-11-24', step));
  const others = ['two', 'three'].map((copy) => openCopy(store, slack.url, clock, copy));
  const entries = await store.entriesAfter(0);
  for (const { context } of others) context.bot.repository.applyEntries(entries);
  // Right away the claim may be a living copy's; later it is not.
  for (const time of ['09:01', '09:10', '09:20', '12:00']) {
    clock.set('2026-11-24', time);
    await Promise.all(others.map(({ scheduler }) => scheduler.tick()));
  }
  slack.reply = () => null;
  const sent = slack.main().length;
  const reported = slack.told().length;
  const parts = slack.posts.flatMap(({ mark }) => mark ?? []);
  expect(parts, `step ${step}`).toEqual([...new Set(parts)]);
  expect(sent, `step ${step}`).toBeLessThanOrEqual(1);
  expect(sent + reported, `step ${step}`).toBeGreaterThanOrEqual(1);
  expect(await store.unsettledDigests()).toEqual([]);
  // The next working day goes on as if nothing had happened.
  clock.set('2026-11-30', '09:00');
  await Promise.all(others.map(({ scheduler }) => scheduler.tick()));
  expect(slack.main().length, `step ${step}`).toBe(sent + 1);
  for (const { scheduler } of others) await scheduler.stop();
  await store.close();
  await slack.close();
  const outcome = sent === 0 ? 'reported unsent' : reported === 0 ? 'posted' : 'posted and reported';
  return { steps, outcome };
}

async function child(settings: StoreSettings, url: string, day: string, step: number): Promise<string> {
  const running = spawn(
    process.execPath,
    [join(folder, 'child.cjs'), JSON.stringify(settings), url, day, String(step)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_PATH: join(import.meta.dirname, '../../../node_modules') },
    },
  );
  let printed = '';
  running.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  const signal = await new Promise((resolve) => running.once('close', (_code, how) => resolve(how)));
  expect(signal).toBe(step === 0 ? null : 'SIGKILL');
  return printed;
}
