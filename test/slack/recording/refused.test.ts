// When recording is not possible: not a recorder, a group Slack does not tell, a store that is down or slow.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { command as typeCommand } from '../../../src/playground/people/say.ts';
import { type Store, StoreUnavailable } from '../../../src/ports/store.ts';
import { createRecorders } from '../../../src/slack/recording/recorders.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import { channels, openTown, people, type Town, until, wordsOf } from '../../support/slack-town.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { modalOf, send, wordsIn } from './people.ts';

const name = '東京事務所における新規移住相談者数';

async function openBy(town: Town, user: string) {
  const text = `実績 ${name}`;
  await typeCommand(town.playground.hub, { user, channel: channels.kikaku, command: '/kpi', text });
  return await modalOf(town, user);
}

describe('RECORDERS', () => {
  test('somebody else is refused and told whom to ask', async () => {
    const town = await openTown({ environment: { RECORDERS: 'U0SATO' } });
    const refused = await openBy(town, people.tanaka);
    expect(wordsIn(refused)).toContain('実績を登録できるのは、決められた方だけです。');
    expect(wordsIn(refused)).toContain('U0SATO');
    expect(refused.body.submit).toBeUndefined();
    const allowed = await openBy(town, people.sato);
    await send(town, allowed, people.sato, { 'record-live-value': '201人' });
    const confirmation = await until(
      () => town.answers().findLast((message) => message.text.includes('201人を登録しました')),
      'confirmation',
    );
    const before = await town.context.store.entriesAfter(0);
    const undo = await town.click(confirmation, '取り消す', people.tanaka);
    expect(wordsOf(undo)).toContain('決められた方だけ');
    expect(await town.context.store.entriesAfter(0)).toEqual(before);
    await town.close();
  });

  describe('with a user group', () => {
    let answer: object = {};
    let calls = 0;
    let now = Date.parse('2026-11-24T00:00:00Z');
    const server = createServer((_, response) => {
      calls += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
    let client: WebClient;
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      client = new WebClient('xoxb-1', { slackApiUrl: `http://127.0.0.1:${port}/` });
    });
    afterAll(() => void server.close());
    const recorders = () =>
      createRecorders({
        config: readConfig({ RECORDERS: 'S0KIKAKU' }),
        clock: { now: () => new Date(now) },
        log: pino({ level: 'silent' }),
      });

    test('its members may record, others are sent to the group; somebody just added is asked for anew', async () => {
      answer = { ok: true, users: ['U1'] };
      calls = 0;
      const own = recorders();
      expect(await own.refusal(client, 'U1')).toBeNull();
      expect(await own.refusal(client, 'U2')).toMatchObject({ ask: ['S0KIKAKU'] });
      expect(await own.refusal(client, 'U1')).toBeNull();
      expect(calls).toBe(2);
      answer = { ok: true, users: ['U1', 'U2'] };
      expect(await own.refusal(client, 'U2')).toBeNull();
      expect(await own.refusal(client, 'U2')).toBeNull();
      expect(calls).toBe(3);
      now += 5 * 60_000;
      expect(await own.refusal(client, 'U1')).toBeNull();
      expect(calls).toBe(4);
    });

    test('a group that Slack does not tell within two seconds is a refusal that says so', async () => {
      const silent = createServer(() => undefined);
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const { port } = silent.address() as AddressInfo;
      const deaf = new WebClient('xoxb-1', { slackApiUrl: `http://127.0.0.1:${port}/` });
      const before = Date.now();
      const refusal = await recorders().refusal(deaf, 'U1');
      expect(Date.now() - before).toBeLessThan(2000);
      expect(refusal?.lines.join('')).toContain('グループを確認できませんでした');
      silent.closeAllConnections();
      silent.close();
    });

    test('a missing scope is named', async () => {
      answer = { ok: false, error: 'missing_scope', needed: 'usergroups:read' };
      const refusal = await recorders().refusal(client, 'U1');
      expect(refusal?.lines.join('')).toContain('usergroups:read');
    });
  });
});

/** A store of which some methods are replaced. */
function changed(file: string, change: (store: Store) => Partial<Store>): Store {
  const store = openStore({ sqliteFile: file });
  return { ...store, ...change(store) };
}

describe('a store that is down', () => {
  test('the modal says so and questions go on', async () => {
    const down = () => Promise.reject(new StoreUnavailable('down'));
    const town = await openTown({
      store: (file) => changed(file, () => ({ entriesAfter: down, append: down })),
    });
    const view = await openBy(town, people.sato);
    expect(wordsIn(view)).toContain('いまは実績を登録できません。質問への回答は続けられます。');
    expect(wordsOf(await town.command('/kpi hyoka-kpi-iju-sodan'))).toContain(name);
    await town.close();
  });

  test('going down while somebody types, it is told at the field and nothing is lost from the modal', async () => {
    const append = () => Promise.reject(new StoreUnavailable('down'));
    const town = await openTown({ store: (file) => changed(file, () => ({ append })) });
    const view = await openBy(town, people.sato);
    const errors = await send(town, view, people.sato, { 'record-live-value': '201人' });
    expect(Object.values(errors)).toEqual([expect.stringContaining('記録の保存先につながらない')]);
    expect(town.playground.hub.workspace.state.views[people.sato]).toHaveLength(1);
    await town.close();
  });

  test('on a full disk a submission is told at its field, questions go on, and with room again it is recorded', async ({
    skip,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'hakaru-full-'));
    const disk = smallDisk(folder);
    if (!disk) return skip('mounting a small disk needs root');
    const town = await openTown({ store: () => openStore({ sqliteFile: join(folder, 'hakaru.sqlite') }) });
    try {
      const view = await openBy(town, people.sato);
      disk.fill();
      const errors = await send(town, view, people.sato, {
        'record-live-value': '201人',
        'record-text': 'あ'.repeat(1000),
      });
      expect(Object.values(errors)).toEqual([expect.stringContaining('記録の保存先につながらない')]);
      expect(wordsOf(await town.command('/kpi hyoka-kpi-iju-sodan'))).toContain(name);
      rmSync(join(folder, 'full-0'));
      rmSync(join(folder, 'full-1'));
      rmSync(join(folder, 'full-2'));
      rmSync(join(folder, 'full-3'));
      expect(await send(town, view, people.sato, { 'record-live-value': '201人' })).toEqual({});
      expect(await town.context.store.entriesAfter(0)).toMatchObject([{ value: 201 }]);
    } finally {
      await town.close();
      disk.unmount();
      rmSync(folder, { recursive: true });
    }
  });

  test('a slow store is waited for: nothing is confirmed before it has answered', async () => {
    let release = () => {};
    const answered = new Promise<void>((resolve) => {
      release = resolve;
    });
    const town = await openTown({
      store: (file) =>
        changed(file, (store) => ({
          async append(entry, expectedLast) {
            await answered;
            return await store.append(entry, expectedLast);
          },
        })),
    });
    const view = await openBy(town, people.sato);
    expect(await send(town, view, people.sato, { 'record-live-value': '201人' })).toEqual({});
    await modalOf(town, people.sato, (top) => wordsIn(top).includes('登録しています'));
    expect(town.answers()).toEqual([]);
    release();
    await modalOf(town, people.sato, (top) => wordsIn(top).includes('登録しました'));
    await until(
      () => town.answers().find((message) => message.text.includes('登録しました')),
      'confirmation',
    );
    expect(town.refusals()).toEqual([]);
    await town.close();
  });
});
