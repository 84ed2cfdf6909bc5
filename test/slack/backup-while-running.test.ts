// `backup` as a process of its own beside the app that is answering and recording; restored elsewhere, the next app knows what was told.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { submit } from '../../src/playground/people/modal.ts';
import { command, say } from '../../src/playground/people/say.ts';
import { elementsOf } from '../../src/playground/rules/blocks.ts';
import { botUser, type Message, type View } from '../../src/playground/workspace.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { sqliteFileIn } from '../../src/start/store/sqlite-file.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { channels, people, until, wordsOf } from '../support/slack-town.ts';
import { copy, overHttp, slack } from './copies.ts';

const kpi = 'U・Iターン就職決定者数';

/** A command of the terminal over the store in that folder. */
const run = (folder: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, ['bin/launch.js', 'cli', ...args], {
    cwd: packageRoot(),
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
  });

test('a backup beside the running app, restored into an empty folder, is what people were told', {
  timeout: 120_000,
}, async () => {
  const town = await slack();
  const { hub } = town.playground;
  const first = await copy(overHttp(town));
  town.playground.connect(`http://127.0.0.1:${first.port}/slack/events`);
  const answers = () => hub.workspace.state.messages.filter(({ user }) => user === botUser);
  const asked = { user: people.sato, channel: channels.kikaku };
  const next = async (ask: () => Promise<unknown>): Promise<Message> => {
    const before = answers().length;
    await ask();
    return await until(() => answers()[before], 'an answer', 20_000);
  };
  const record = async (typed: string) => {
    await command(hub, { ...asked, command: '/kpi', text: `実績 ${kpi}` });
    const modal: View = await until(
      () => hub.workspace.state.views[people.sato]?.at(-1),
      'the modal',
      20_000,
    );
    const { block, element } =
      elementsOf(modal.body.blocks).find((one) =>
        String(one.element.action_id).startsWith('record-live-value'),
      ) ?? {};
    const told = answers().length;
    expect(
      await submit(hub, people.sato, modal.id, {
        [String(block?.block_id)]: { [String(element?.action_id)]: typed },
      }),
    ).toEqual({});
    return await until(() => answers()[told], 'the confirmation', 20_000);
  };
  await record('321人');

  // Mentions go on while the copy is made: each is claimed, answered and remembered in the store.
  const kept = mkdtempSync(join(tmpdir(), 'hakaru-backup-'));
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
  let said = 0;
  let file = '';
  // A quick copy is made again until more than one question was begun beside it.
  for (let round = 1; said < 2; round += 1) {
    file = join(kept, `kept-${round}.sqlite`);
    let ended = false;
    const backup = run(town.folder, 'backup', file).finally(() => {
      ended = true;
    });
    for (; !ended; said += 1) await next(() => say(hub, { ...asked, text: `@Hakaru ${kpi}` }));
    await backup;
  }
  expect(said).toBeGreaterThan(1);
  await record('322人');
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const folder = mkdtempSync(join(tmpdir(), 'hakaru-restored-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await run(folder, 'restore', file);
  const store = openStore({ sqliteFile: sqliteFileIn(folder) });
  expect((await store.entriesAfter(0)).map(({ typed }) => typed)).toEqual(['321人']);
  await store.close();
  const second = await copy({ ...overHttp(town), DATA_DIR: folder });
  town.playground.connect(`http://127.0.0.1:${second.port}/slack/events`);
  const answer = await next(() => command(hub, { ...asked, command: '/kpi', text: kpi }));
  expect(wordsOf(answer)).toContain('321人');
  expect(wordsOf(answer)).not.toContain('322人');
  // What comes next goes behind what was there.
  await record('323人');
  expect(wordsOf(await next(() => command(hub, { ...asked, command: '/kpi', text: kpi })))).toContain(
    '323人',
  );
});
