// Nothing of one workspace is read or written by another: two towns with the same people, channels and plan ids try everything at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanFile } from '../../../src/data/schemas/plan.ts';
import { removePlan } from '../../../src/plans/versions/steps.ts';
import { command } from '../../../src/playground/people/say.ts';
import { botUser } from '../../../src/playground/workspace.ts';
import { packageRoot } from '../../../src/start/package-root.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../../support/postgres.ts';
import { until } from '../../support/slack-town.ts';
import { all } from '../../support/store-contract-teams.ts';
import { openTwoTowns, type TownOfTwo, type TwoTowns } from '../../support/two-towns.ts';
import { type Crawl, clickAll, crawl, follow, recordResult, resultOf } from './crawl.ts';

const binaries = postgresBinaries();
const plan = 'hoshimi-senryaku';
const kpi = 'U・Iターン就職決定者数';

/** Only this town has it: the same plan with the same ids, under other names. */
async function bringPlan({ house }: TwoTowns, { team }: TownOfTwo, name: string): Promise<void> {
  const text = readFileSync(join(packageRoot(), `test/fixtures/plans/${plan}.json`), 'utf8');
  const file = JSON.parse(text.replaceAll('星見', name)) as PlanFile;
  // A brought plan knows no towns but its own.
  const own = {
    ...file,
    plan: { ...file.plan, leadMunicipality: null, area: null },
    projects: file.projects.map((project) => ({
      ...project,
      name: `${name}${project.name}`,
      participants: { ...project.participants, scope: 'unknown', towns: [] },
    })),
    kpis: file.kpis.map((kpi) => ({ ...kpi, name: `${name}${kpi.name}` })),
  };
  await house.ofTeam(team).appendPlan({
    plan,
    kind: 'taken',
    title: name,
    file: `${name}.xlsx`,
    hash: name,
    mapping: name,
    broughtBy: 'U0SATO',
    broughtAt: '2026-11-23T00:00:00.000Z',
    content: JSON.stringify(own),
  });
}

/** Everything that ever passed between the bot and a workspace, and the files it was sent. */
function watch({ hub }: TownOfTwo): () => string {
  const passed: string[] = [];
  const { log } = hub;
  hub.log = (exchange) => {
    passed.push(JSON.stringify(exchange));
    log(exchange);
  };
  return () => {
    const files = hub.workspace.state.messages.flatMap(({ files: own = [] }) => own);
    const sheets = files.flatMap(({ id }) => {
      const bytes = hub.files.find(id)?.bytes;
      const book = bytes ? XLSX.read(bytes) : { Sheets: {} };
      return Object.values(book.Sheets).map((sheet) => XLSX.utils.sheet_to_csv(sheet));
    });
    return [...passed, ...sheets].join('\n');
  };
}

describe.each([
  ['SQLite', 'http'],
  ['PostgreSQL', 'socket'],
] as const)('on %s over %s', (kind, mode) => {
  const skipped = kind === 'PostgreSQL' && binaries === null;
  let server: PostgresServer | undefined;
  let towns: TwoTowns;
  let crawled: [Crawl, Crawl];
  let passed: [() => string, () => string];
  const stores = () => [towns.north, towns.south].map(({ team }) => towns.house.ofTeam(team));

  beforeAll(async () => {
    if (skipped) return;
    if (kind === 'PostgreSQL') server = startPostgres(binaries ?? '');
    const store = server ? { databaseUrl: await server.createDatabase(), sqliteFile: '' } : null;
    towns = await openTwoTowns({ mode, ...(store ? { store } : {}) });
    const { north, south } = towns;
    passed = [watch(north), watch(south)];
    for (const town of [north, south]) await towns.install(town);
    await bringPlan(towns, north, '北浜');
    await bringPlan(towns, south, '南浜');
    await towns.running.tick();
    for (const { team, context, app } of towns.running.tenants.all()) {
      expect(context.bot.repository.plan(plan)?.name, team).toMatch(/北浜|南浜/);
      follow((team === north.team ? north : south).hub, app.app);
    }
    crawled = await Promise.all([crawl(north.hub, kpi, '北浜'), crawl(south.hub, kpi, '南浜')]);
  }, 240_000);
  afterAll(async () => {
    await towns?.close();
    server?.remove();
  }, 120_000);

  test.skipIf(skipped)('every sort of button and view was used in both', () => {
    // What questions lead on to depends on the plan's own words.
    const [here, there] = crawled.map(({ done }) =>
      [...done].filter((key) => !/^button (?:ask|more|view-)/.test(key)).sort(),
    );
    expect(here).toEqual(there);
    for (const view of [
      'record',
      'subscription',
      'duties',
      'duties-hand-over',
      'snooze',
      'search',
      'feedback-about',
    ])
      expect(here).toContain(`view ${view}`);
    expect(here?.length).toBeGreaterThan(25);
    for (const { hub } of [towns.north, towns.south])
      expect(hub.refusals.filter(({ error }) => error.endsWith('_auth'))).toEqual([]);
  });

  test.skipIf(skipped)('what one town records is in its own answers only', async () => {
    const { north, south } = towns;
    await recordResult(north.hub, kpi, '北浜');
    await recordResult(south.hub, kpi, '南浜');
    for (const [own, other, { hub }] of [
      ['北浜', '南浜', north],
      ['南浜', '北浜', south],
    ] as const) {
      const before = hub.workspace.state.messages.length;
      await command(hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: '/kpi', text: `全体 ${kpi}` });
      const shown = await until(() => hub.workspace.state.messages[before], 'the answer');
      expect(JSON.stringify(shown)).toContain(`${resultOf(own)}人`);
      expect(JSON.stringify(shown)).not.toContain(resultOf(other));
    }
  });

  test.skipIf(skipped)('no word of one town ever went to the other, and each saw its own', async () => {
    // The morning: digests, reminders, the month's summary.
    towns.clock.advance(61 * 60_000);
    await towns.running.tick();
    for (const { hub } of [towns.north, towns.south])
      await until(
        () =>
          hub.workspace.state.messages.find(
            ({ user, text }) => user === botUser && /^📊|お知らせ|件/.test(text),
          ),
        'a digest',
      );
    const [north, south] = passed.map((read) => read());
    expect(north).toContain('北浜');
    expect(south).toContain('南浜');
    expect(north).not.toContain('南浜');
    expect(south).not.toContain('北浜');
    expect(north).not.toContain(towns.south.team);
    expect(south).not.toContain(towns.north.team);
  });

  test.skipIf(skipped)('each town has its own rows, and none of the other', async () => {
    const [north = '', south = ''] = await Promise.all(stores().map(all));
    for (const rows of [north, south]) {
      const [entries, , , , , , subscriptions, ...rest] = JSON.parse(rows) as unknown[][];
      expect(entries).toContainEqual(
        expect.objectContaining({ kind: 'recorded', comment: expect.stringMatching(/北浜|南浜/) }),
      );
      expect(subscriptions?.length).toBeGreaterThan(1);
      expect(JSON.stringify(rest)).toMatch(/"verdict":"bad"/);
    }
    expect(north).not.toContain('南浜');
    expect(south).not.toContain('北浜');
  });

  test.skipIf(skipped)(
    'buttons of one town clicked in the other change nothing there',
    {
      timeout: 120_000,
    },
    async () => {
      const { north, south } = towns;
      const [own] = stores();
      if (!own) return;
      const before = await all(own);
      // As if somebody had them from a screenshot: the same values, in the other workspace.
      const theirs = north.hub.workspace.state.messages.filter(({ user }) => user === botUser);
      for (const { text, blocks } of theirs.slice(-40))
        south.hub.workspace.post({ channel: 'C0KIKAKU', user: botUser, text, blocks });
      const again: Crawl = { done: new Set() };
      await clickAll(south.hub, again, '南浜');
      expect(again.done.size).toBeGreaterThan(5);
      expect(await all(own)).toBe(before);
      await removePlan(towns.house.ofTeam(south.team), plan, {
        broughtBy: 'U',
        broughtAt: towns.clock.now(),
      });
      await towns.running.tick();
      expect(await all(own)).toBe(before);
      const named = (town: TownOfTwo) => {
        const tenant = towns.running.tenants.all().find(({ team }) => team === town.team);
        return tenant?.context.bot.repository.plan(plan)?.name;
      };
      expect(named(north)).toContain('北浜');
      expect(named(south)).toBeUndefined();
    },
  );
});
