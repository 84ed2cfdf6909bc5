// A store file that is broken, too new or lacks a table when the process starts: every answer says what was not read, until it was.
import { execFile } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import { command, say } from '../../src/playground/people/say.ts';
import { botUser, type Message } from '../../src/playground/workspace.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { sqliteFileIn } from '../../src/start/store/sqlite-file.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { channels, people, until, wordsOf } from '../support/slack-town.ts';
import { entry } from '../support/store-contract.ts';
import { copy, overHttp, slack } from './copies.ts';
import { wordsIn } from './recording/people.ts';

const unread = '登録された実績を読めていません';
const kpi = 'U・Iターン就職決定者数';

/** A sound store with one recorded result, as one file. */
async function sound(file: string): Promise<void> {
  const store = openStore({ sqliteFile: file });
  const id = 'renkei-kpi-ui-turn-shushoku';
  await store.append(
    entry({ id: 'r1', kpi: id, plan: 'kitakyushu-renkei', fy: 2025, value: 321, typed: '321人' }),
  );
  await store.close();
}

function change(file: string, statement: string): void {
  const database = new Database(file);
  database.exec(statement);
  database.close();
}

interface Broken {
  store: string;
  harm(file: string): void;
  /** With the process running; `kept` is the file as it was. */
  mend(file: string, kept: string): void;
}

function putBack(file: string, kept: string): void {
  for (const beside of ['', '-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
  copyFileSync(kept, file);
}

test.each<Broken>([
  {
    store: 'that holds a letter',
    harm: (file) => writeFileSync(file, 'no database, but a letter. '.repeat(50)),
    mend: putBack,
  },
  {
    store: 'of a newer version',
    harm: (file) =>
      change(file, "insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')"),
    mend: putBack,
  },
  {
    store: 'without the table of results',
    harm: (file) => change(file, 'alter table recorded_entries rename to elsewhere'),
    mend: (file) => change(file, 'alter table elsewhere rename to recorded_entries'),
  },
])('a store $store', { timeout: 90_000 }, async ({ harm, mend }) => {
  const town = await slack();
  const { hub } = town.playground;
  const file = sqliteFileIn(town.folder);
  await sound(file);
  const kept = join(town.folder, 'kept.sqlite');
  copyFileSync(file, kept);
  harm(file);
  const terminal = await promisify(execFile)(process.execPath, ['bin/launch.js', 'cli', 'ask', kpi], {
    cwd: packageRoot(),
    env: { ...process.env, DATA_DIR: town.folder, DATABASE_URL: '' },
  });
  expect(terminal.stdout).toContain('400人');
  expect(terminal.stdout).toContain(unread);

  const { port } = await copy(overHttp(town));
  town.playground.connect(`http://127.0.0.1:${port}/slack/events`);
  const answers = () => hub.workspace.state.messages.filter(({ user }) => user === botUser);
  const next = async (ask: () => Promise<unknown>): Promise<Message> => {
    const before = answers().length;
    await ask();
    return await until(() => answers()[before], 'an answer', 20_000);
  };
  const asked = { user: people.sato, channel: channels.kikaku };
  const byCommand = () => next(() => command(hub, { ...asked, command: '/kpi', text: kpi }));
  for (const answer of [
    await byCommand(),
    await next(() => say(hub, { ...asked, text: `@Hakaru ${kpi}` })),
  ]) {
    expect(wordsOf(answer)).toContain('400人');
    expect(wordsOf(answer)).toContain(unread);
    expect(answer.text).toContain(unread);
  }
  await openHome(hub, people.sato, 'home');
  const home = await until(() => hub.workspace.state.homes[people.sato], 'App Home', 20_000);
  expect(wordsIn(home)).toContain(unread);
  expect(wordsIn(home)).toContain('遅れているKPI（7件）');

  // Put right while it runs: the result is there, and nothing is said any more.
  mend(file, kept);
  await expect.poll(async () => wordsOf(await byCommand()), { timeout: 40_000 }).toContain('321人');
  expect(wordsOf(await byCommand())).not.toContain(unread);
});
