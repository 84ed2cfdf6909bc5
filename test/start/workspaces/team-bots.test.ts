// What each of several workspaces sees: its own plans and results over the shared ones.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlanFile } from '../../../src/data/schemas/plan.ts';
import { everyone } from '../../../src/ports/plan-version.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { StoreHouse } from '../../../src/ports/workspaces.ts';
import { createTeamBots, type TeamBots } from '../../../src/start/workspaces/team-bots.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import { noon } from '../../support/seeded-bot.ts';
import { entry } from '../../support/store-contract.ts';

const root = join(import.meta.dirname, '../../..');
const plan = 'hoshimi-senryaku';
let folder: string;
let house: StoreHouse;
let bots: TeamBots;
const logged: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-teams-'));
  house = openStore({ sqliteFile: join(folder, 'hakaru.sqlite') });
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  bots = createTeamBots({ clock: noon, log, seeds: true, indexFolder: null });
});
afterEach(async () => {
  logged.length = 0;
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A plan as a workspace brings it; `change` its content. */
async function bring(store: Store, id: string, change = (file: PlanFile): unknown => file): Promise<void> {
  const text = readFileSync(join(root, `test/fixtures/plans/${plan}.json`), 'utf8');
  const file = JSON.parse(text) as PlanFile;
  const own = {
    ...file,
    plan: { ...file.plan, id, leadMunicipality: null, area: null },
    projects: file.projects.map((project) => ({
      ...project,
      participants: { ...project.participants, scope: 'unknown', towns: [] },
    })),
  };
  await store.appendPlan({
    plan: id,
    kind: 'taken',
    title: id,
    file: '',
    hash: '',
    mapping: '',
    broughtBy: 'U1',
    broughtAt: '2026-11-20T00:00:00.000Z',
    content: JSON.stringify(change(own as PlanFile)),
  });
}

test('a plan is seen by its workspace, then by those it is shared with; results stay with who recorded them', async () => {
  const [north, south, west] = ['T1', 'T2', 'T3'].map((team) => house.ofTeam(team)) as [Store, Store, Store];
  await bring(north, plan);
  const here = await bots.open('T1', north);
  const there = await bots.open('T2', south);
  const third = await bots.open('T3', west);
  const sees = () => [here, there, third].map(({ bot }) => bot.repository.plan(plan) !== undefined);
  expect(sees()).toEqual([true, false, false]);
  await north.sharePlan(plan, ['T2']);
  for (const one of [here, there, third]) await one.refresh();
  expect(sees()).toEqual([true, true, false]);
  const kpi = 'hoshi-kpi-sodan';
  await south.append(entry({ kpi, plan, fy: 2025, typed: '77件', value: 77, unit: '件' }));
  for (const [{ bot }, store] of [
    [here, north],
    [there, south],
  ] as const)
    bot.repository.applyEntries(await store.entriesAfter(0));
  expect(there.bot.repository.kpi(kpi)?.recorded).toMatchObject([{ fy: 2025, value: 77 }]);
  expect(here.bot.repository.kpi(kpi)?.recorded).toEqual([]);
  const asked = (bot: typeof here.bot) => bot.ask(`/kpi ${bot.repository.kpi(kpi)?.name}`);
  expect(JSON.stringify(await asked(there.bot))).toContain('77件');
  expect(JSON.stringify(await asked(here.bot))).not.toContain('77件');
  await north.sharePlan(plan, []);
  await there.refresh();
  expect(sees()).toEqual([true, false, false]);
  expect(await south.entriesAfter(0)).toHaveLength(1);
});

test('a shared plan that cannot stand beside the others is left out, and keeps nobody from their own', async () => {
  const [north, south] = ['T1', 'T2'].map((team) => house.ofTeam(team)) as [Store, Store];
  await bring(south, plan);
  // Another plan with the same records, and one whose id is that of the seeds.
  await bring(north, 'other-keikaku');
  await bring(north, 'kitakyushu-jimu');
  for (const id of ['other-keikaku', 'kitakyushu-jimu']) await north.sharePlan(id, [everyone]);
  const { bot } = await bots.open('T2', south);
  expect(bot.repository.plan(plan)).toBeDefined();
  expect(bot.repository.plan('other-keikaku')).toBeUndefined();
  expect(bot.repository.plan('kitakyushu-jimu')?.name).not.toContain('星見');
  expect(logged.join('')).toContain('other-keikaku.json');
  expect((await bot.ask('/kpi 移住')).lead).toContain('移住');
});
