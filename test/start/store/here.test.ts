// Which workspace a terminal command works for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openHouse, openStoreHere } from '../../../src/start/store/here.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'hakaru-here-'));
const place = { databaseUrl: undefined, dataDir };
afterEach(() => {
  delete process.env.SLACK_TEAM;
  rmSync(dataDir, { recursive: true, force: true });
});

test('a command works for the single workspace; among several one has to be named', async () => {
  const house = await openHouse(place);
  const preference = async () => {
    const store = await openStoreHere(place);
    try {
      return await store.preference('U1', 'department');
    } finally {
      await store.close();
    }
  };
  await house.savePreference('U1', 'department', '総務課');
  expect(await preference()).toBe('総務課');
  await house.settle({ team: 'T1', enterprise: '', name: '北の町' });
  expect(await preference()).toBe('総務課');
  await house.workspaces.welcome({ team: 'T2', enterprise: '', name: '南の町' });
  await expect(preference()).rejects.toThrow(/SLACK_TEAM でひとつ指定.*T1　北の町.*T2　南の町/s);
  process.env.SLACK_TEAM = 'T2';
  expect(await preference()).toBe('');
  process.env.SLACK_TEAM = 'T1';
  expect(await preference()).toBe('総務課');
  process.env.SLACK_TEAM = 'T9';
  await expect(preference()).rejects.toThrow(/「T9」はありません/);
  await house.close();
});
