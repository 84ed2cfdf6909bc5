// A running bot takes up what people bring while questions go on, and a kill at any moment leaves the old plans or the new.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { PlanFile } from '../../../src/data/schemas/plan.ts';
import { removePlan, takePlan } from '../../../src/plans/versions/steps.ts';
import type { Export } from '../../../src/present/export/everything.ts';
import { openLiving } from '../../../src/start/bot/of-store.ts';
import { followPlans } from '../../../src/start/follow/plans.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import { noon } from '../../support/seeded-bot.ts';

const root = join(import.meta.dirname, '../../..');
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-follow-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const log = pino({ level: 'silent' });
const bringing = { file: 'a.csv', hash: 'h', mapping: '{}', broughtBy: 'U1', broughtAt: new Date(0) };

/** A plan of two projects whose amounts all tell the version. */
function plan(thousandYen: number): PlanFile {
  const source = { document: '900', place: 'A1' };
  const project = (id: string, name: string) => ({
    id: `hoshi-${id}`,
    name,
    aliases: [],
    summary: '試しの事業です。',
    keywords: [],
    listings: [{ policy: 'hoshi-all', directions: [], repeated: false, source }],
    department: '土木課',
    participants: { scope: 'unknown' as const, towns: [], text: null },
    amounts: [
      { fy: 2026, kind: 'initial' as const, yen: thousandYen * 1000, text: `${thousandYen}`, source },
    ],
    sources: [source],
    notes: [],
  });
  return {
    plan: {
      id: 'hoshi',
      name: '星見町の主要事業',
      shortName: '星見町の主要事業',
      aliases: [],
      publisher: '星見町',
      municipality: '星見町',
      leadMunicipality: null,
      area: null,
      period: { from: 2026, to: 2026 },
      budgetYears: [2026],
      publishedFy: 2026,
      documents: [{ number: '900', title: '主要事業', publisher: '星見町', attribution: '加工して作成' }],
      levels: [{ id: 'level-1', name: '計画全体', words: [] }],
      attributes: [],
      amountKinds: [{ kind: 'initial', label: '当初予算', words: ['予算'], unit: '千円' }],
    },
    policies: [
      { id: 'hoshi-all', level: 'level-1', code: null, name: '全体', parent: null, aliases: [], source },
    ],
    projects: [project('a', '道の直し'), project('b', '橋の点検')],
    kpis: [],
  };
}

async function running(folder: string) {
  const store = openStore({ sqliteFile: join(folder, 'hakaru.sqlite') });
  const parts = { store, log, seeds: false, indexFolder: join(folder, 'index') };
  const following = await openLiving(noon, parts);
  const followed = followPlans(following, 100);
  return {
    store,
    bot: following.living.bot,
    async stop() {
      followed.stop();
      await store.close();
    },
  };
}

test('a new version answers while questions go on, and no answer mixes two versions', async () => {
  const folder = newFolder();
  const { bot, store, stop } = await running(folder);
  expect((await bot.ask('道の直しの予算は？')).lead).toContain('最初の計画');
  // Another copy brings the plan.
  const other = openStore({ sqliteFile: join(folder, 'hakaru.sqlite') });
  const seen: string[] = [];
  let asking = true;
  const asked = (async () => {
    while (asking) {
      const { lead } = await bot.ask('令和8年度の事業の予算の合計は？');
      const total = /([\d,]+)千円/.exec(lead)?.[1];
      if (total !== undefined && seen.at(-1) !== total) seen.push(total);
      await sleep(5);
    }
  })();
  for (const amount of [100, 7000, 30]) {
    await takePlan(other, plan(amount), bringing);
    await expect
      .poll(async () => seen.at(-1), { timeout: 25_000 })
      .toBe((amount * 2).toLocaleString('en-US'));
  }
  asking = false;
  await asked;
  expect(seen).toEqual(['200', '14,000', '60']);
  await removePlan(other, 'hoshi', bringing);
  await expect.poll(() => bot.repository.plans.length, { timeout: 25_000 }).toBe(0);
  await other.close();
  expect(await store.lastPlanSeq()).toBe(4);
  await stop();
}, 120_000);

test('results recorded before a new version stand after it', async () => {
  const folder = newFolder();
  const { bot, store, stop } = await running(folder);
  const source = { document: '900', place: 'B1' };
  const withKpi: PlanFile = {
    ...plan(1),
    kpis: [
      {
        id: 'hoshi-k',
        name: '参加者数',
        aliases: [],
        projects: ['hoshi-a'],
        policy: null,
        direction: 'up',
        measure: 'end-year',
        keywords: [],
        baseline: null,
        targets: [{ fy: 2026, value: 50, unit: '人', relation: '=', text: '50人', term: 'final', source }],
        actuals: [],
        achievements: [],
        sources: [source],
        notes: [],
      },
    ],
  };
  await takePlan(store, withKpi, bringing);
  await expect.poll(() => bot.repository.kpis.length, { timeout: 25_000 }).toBe(1);
  const entry = {
    id: 'e1',
    kind: 'recorded',
    kpi: 'hoshi-k',
    plan: 'hoshi',
    fy: 2025,
    typed: '40人',
    value: 40,
    unit: '人',
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'U1',
    recordedAt: '2026-11-21T00:00:00.000Z',
  } as const;
  await store.append(entry);
  await takePlan(store, { ...withKpi, plan: { ...withKpi.plan, shortName: '第2版' } }, bringing);
  await expect.poll(() => bot.repository.plans[0]?.shortName, { timeout: 25_000 }).toBe('第2版');
  expect(bot.repository.kpi('hoshi-k')?.recorded).toMatchObject([{ fy: 2025, value: 40 }]);
  await stop();
}, 120_000);

test('kill -9 while a plan is taken leaves the version before or the new one', async () => {
  const folder = newFolder();
  const rows = (amount: number) =>
    `事業名,担当課,当初予算額\n${Array.from({ length: 400 }, (_, i) => `事業${i + 1}号,土木課,${amount}`).join('\n')}\n`;
  const options =
    '--title 星見町 --publisher 星見町 --published 2026-04-01 --unit 千円 --year R8 --accept'.split(' ');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, SEEDS: 'none', DATA_DIR: folder };
  const file = join(folder, 'a.csv');
  const run = async (amount: number, killAfter: number | null) => {
    writeFileSync(file, rows(amount));
    const child = spawn(process.execPath, [join(root, 'bin/launch.js'), 'cli', 'import', file, ...options], {
      env,
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    if (killAfter !== null) {
      await sleep(killAfter);
      child.kill('SIGKILL');
    }
    await ended;
  };
  await run(100, null);
  for (const [at, wait] of [500, 1000, 1500].entries()) {
    await run(200 + at, wait);
    // Read by a process of its own, as after a real kill: connections of one process share what they know of the log.
    const read = spawnSync(process.execPath, [join(root, 'bin/launch.js'), 'cli', 'export', '--json'], {
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(read.status, read.stderr).toBe(0);
    const { projects } = JSON.parse(read.stdout) as Export;
    const amounts = new Set(projects.map(({ budgets: [first] }) => first?.thousandYen));
    expect(amounts.size).toBe(1);
    expect(projects).toHaveLength(400);
  }
}, 120_000);
