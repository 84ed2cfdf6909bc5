// Plans that change while questions go on: an answer is of one version from beginning to end.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRepository, type Seeds } from '../../src/data/repository.ts';
import { botWith } from '../support/other-plans.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../support/postgres.ts';
import { inDatabase, openCopy, plansWith, shelve, type TwoBots, twoBots } from './both.ts';
import { expectAlike } from './two-bots.ts';

const binaries = postgresBinaries();

describe.skipIf(binaries === null)(
  'a plan in PostgreSQL gives way to its next version',
  { timeout: 120_000 },
  () => {
    let server: PostgresServer;
    let databaseUrl: string;
    let bots: TwoBots;
    const seeds = plansWith(0);
    beforeAll(async () => {
      server = startPostgres(binaries ?? '');
      databaseUrl = await server.createDatabase();
      bots = await twoBots(databaseUrl, seeds);
    }, 120_000);
    afterAll(async () => {
      await bots?.far.close();
      server?.remove();
    });

    const sum = 'R5行政評価のR5の予算の合計は？';

    test('two threads fill the tables as one hand does, down to the spelling of every word', {
      timeout: 300_000,
    }, async () => {
      const other = await server.createDatabase();
      await shelve(other, seeds, 2);
      for (const table of ['plan_words', 'search', 'record', 'name', 'column', 'mask', 'status', 'word']) {
        const digest = `select md5(string_agg(t::text, ' ' order by t::text)) from shelf_${table} t`;
        expect(await inDatabase(other, digest), table).toEqual(await inDatabase(databaseUrl, digest));
      }
    });

    test('only what changed is stored, and the next question is answered from it', async () => {
      const before = await bots.far.ask(sum);
      const next = dearer(seeds, 1000);
      expect(await shelve(databaseUrl, next)).toMatchObject({
        stored: 1,
        kept: seeds.files.length - 1,
        removed: 0,
      });
      const now = { near: await botWith(createRepository(next)), far: bots.far };
      // No notice has come: what a question has to fetch is of another version, so it begins anew.
      await expectAlike(now, 'R5行政評価のR4の予算の合計は？');
      await expectAlike(now, sum);
      expect((await bots.far.ask(sum)).lead).not.toBe(before.lead);
    });

    test('a copy that asks learns of it before any question', async () => {
      await shelve(databaseUrl, dearer(seeds, 2000));
      expect(await bots.far.renew()).toBe(true);
      expect(await bots.far.renew()).toBe(false);
      await expectAlike({ near: await botWith(createRepository(dearer(seeds, 2000))), far: bots.far }, sum);
    });

    test('a copy that stays is told of it, whatever database it reads', async () => {
      // Plans are read where READ_DATABASE_URL says; here it is the same server by another name.
      const copy = await openCopy(`${databaseUrl}&application_name=replica`, databaseUrl);
      const before = copy.version();
      await shelve(databaseUrl, dearer(seeds, 3000));
      await vi.waitFor(() => expect(copy.version()).toBeGreaterThan(before), { timeout: 20_000 });
      await copy.close();
    });

    test('a plan that is gone leaves nothing behind', async () => {
      const fewer = { ...seeds, files: seeds.files.slice(1) };
      expect(await shelve(databaseUrl, fewer)).toMatchObject({ removed: 1 });
      await bots.far.renew();
      const now = { near: await botWith(createRepository(fewer)), far: bots.far };
      for (const question of ['どの計画が入っていますか', '事業はいくつありますか', '/kpi 移住'])
        await expectAlike(now, question);
      const numbers = await inDatabase<{ no: number }>(databaseUrl, 'select no from shelf_plan');
      const known = numbers.map(({ no }) => no).join();
      for (const table of ['record', 'column', 'mask', 'status', 'name', 'plan_words', 'search'])
        expect(
          await inDatabase(databaseUrl, `select 1 from shelf_${table} where no not in (${known})`),
          table,
        ).toEqual([]);
      expect(await inDatabase(databaseUrl, 'select 1 from shelf_word where records < 0 or said < 0')).toEqual(
        [],
      );
    });
  },
);

/** Every amount of the evaluation is larger by so many yen. */
function dearer({ files, ...rest }: Seeds, yen: number): Seeds {
  const changed = files.map((file) =>
    file.plan.id !== 'kitakyushu-hyoka'
      ? file
      : {
          ...file,
          projects: file.projects.map((project) => ({
            ...project,
            amounts: project.amounts.map((one) => (one.yen === null ? one : { ...one, yen: one.yen + yen })),
          })),
        },
  );
  return { ...rest, files: changed };
}
