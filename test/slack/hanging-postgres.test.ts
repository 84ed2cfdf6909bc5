// A PostgreSQL that accepts connections and never answers counts as down: questions go on, App Home comes without subscriptions.
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { openTown, people, type Town, until, wordsOf } from '../support/slack-town.ts';
import { wordsIn } from './recording/people.ts';

let silent: Server;
const sockets = new Set<Socket>();
let town: Town;

beforeAll(async () => {
  silent = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const databaseUrl = `postgres://nobody@127.0.0.1:${port}/none`;
  town = await openTown({ store: (file) => openStore({ databaseUrl, sqliteFile: file }) });
}, 60_000);
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await town?.close();
  await new Promise((resolve) => silent.close(resolve));
}, 60_000);

test('the server was really asked', () => {
  expect(sockets.size).toBeGreaterThan(0);
});

test('a command and a mention are answered, and say that recorded results were not read', async () => {
  for (const answer of [
    await town.command('/kpi 待機児童数 目標'),
    await town.say('@Hakaru 待機児童数の目標は？'),
  ]) {
    expect(wordsOf(answer)).toContain('「待機児童数」の目標値は0人（令和6年度）です。');
    expect(wordsOf(answer)).toContain('登録された実績を読めていません');
  }
});

test('App Home comes without subscriptions', async () => {
  const { hub } = town.playground;
  await openHome(hub, people.sato, 'home');
  const home = await until(() => hub.workspace.state.homes[people.sato], 'App Home');
  expect(wordsIn(home)).toContain('記録の保存先につながらないため、いまは表示できません。');
  expect(wordsIn(home)).toContain('遅れているKPI（7件）');
});

test('a form that cannot be saved says so at once', async () => {
  const answer = await town.command('/kpi 通知 停止');
  expect(answer.text + wordsOf(answer)).toMatch(/保存先|つながら/);
});
