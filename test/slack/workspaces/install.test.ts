// Installing over Slack's own pages, the sealed token, keys that change, and the removal.
import { afterEach, expect, test } from 'vitest';
import { sendEvent } from '../../../src/playground/events.ts';
import { command } from '../../../src/playground/people/say.ts';
import { botUser, type Message } from '../../../src/playground/workspace.ts';
import { until } from '../../support/slack-town.ts';
import { openTwoTowns, removeApp, type TownOfTwo, type TwoTowns } from '../../support/two-towns.ts';

let towns: TwoTowns;
afterEach(() => towns.close());

/** Types a command in a workspace and gives what its bot then showed. */
async function typed({ hub }: TownOfTwo, text: string): Promise<Message> {
  const answers = () => hub.workspace.state.messages.filter(({ user }) => user === botUser);
  const before = answers().length;
  const [name = '', ...words] = text.split(' ');
  await command(hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: name, text: words.join(' ') });
  return await until(() => answers()[before], text);
}

test.each(['http', 'socket'] as const)(
  'over %s two workspaces install the app, and each is answered with its own token',
  async (mode) => {
    towns = await openTwoTowns({ mode });
    const { north, south } = towns;
    // Before the installation nobody is served, and the answer says so.
    expect((await typed(south, '/kpi 移住')).text).toContain('インストールし直す');
    for (const town of [north, south]) {
      const done = await towns.install(town);
      expect(done).toMatchObject({ status: 200 });
      expect(done.page).toContain(`「${town.name}」に追加しました`);
    }
    for (const town of [north, south]) expect((await typed(town, '/kpi 移住')).text).toContain('移住');
    const kept = await towns.house.workspaces.installations();
    expect(kept.map(({ id, name }) => [id, name])).toEqual([
      ['T0KITA', '北の町'],
      ['T0MINAMI', '南の町'],
    ]);
    expect(JSON.stringify(kept)).not.toContain('xoxb');
    expect(JSON.stringify(towns.logged)).not.toContain(north.token);
  },
);

test('a stolen link, a refused permission and a wrong code are told in words, and install nothing', async () => {
  towns = await openTwoTowns();
  const strange = await fetch(`${towns.url}/slack/oauth_redirect?code=code-T0KITA&state=made-up`);
  expect(strange.status).toBe(400);
  expect(await strange.text()).toContain('追加の画面からやり直してください');
  const wrong = await towns.install({ ...towns.north, code: 'another' });
  expect(wrong.status).toBe(500);
  expect(wrong.page).toMatch(/参照番号：[A-Z2-9]{6}/);
  expect(await towns.house.workspaces.installations()).toEqual([]);
  await towns.restart({ SLACK_TEAMS: towns.south.team });
  expect((await towns.install(towns.north)).page).toContain('このワークスペースには追加できません');
  expect((await towns.install(towns.south)).status).toBe(200);
  expect(await towns.house.workspaces.installations()).toHaveLength(1);
});

test('a new key seals everything anew, a wrong one is said and serves the others, installing again mends it', async () => {
  towns = await openTwoTowns();
  const { north, south } = towns;
  for (const town of [north, south]) await towns.install(town);
  const before = await towns.house.workspaces.installations();
  await towns.restart({ TOKEN_KEY: `${'22'.repeat(32)},${'11'.repeat(32)}` });
  const after = await towns.house.workspaces.installations();
  expect(after.map(({ sealed }) => sealed)).not.toEqual(before.map(({ sealed }) => sealed));
  await towns.restart({ TOKEN_KEY: '22'.repeat(32) });
  expect((await typed(north, '/kpi 移住')).text).toContain('移住');
  await towns.restart({ TOKEN_KEY: '33'.repeat(32) });
  const said = towns.logged.filter(({ msg }) => String(msg).includes('今の TOKEN_KEY では開けません'));
  expect(said.map(({ team }) => team).sort()).toEqual(expect.arrayContaining(['T0KITA', 'T0MINAMI']));
  expect((await typed(north, '/kpi 移住')).text).toContain('インストールし直す');
  await towns.install(north);
  expect((await typed(north, '/kpi 移住')).text).toContain('移住');
  // A token that was moved to another workspace's row opens for nobody.
  const [kita] = await towns.house.workspaces.installations();
  if (kita) await towns.house.workspaces.saveInstallation({ ...kita, id: south.team });
  expect((await typed(south, '/kpi 移住')).text).toContain('インストールし直す');
});

test('an app that is removed is served no more; what the workspace had is forgotten after thirty days', async () => {
  towns = await openTwoTowns();
  const { north, south, house } = towns;
  for (const town of [north, south]) await towns.install(town);
  for (const team of [north.team, south.team])
    await house.ofTeam(team).savePreference('U1', 'department', team);
  await removeApp(north);
  await until(() => (towns.running.tenants.all().length === 1 ? true : undefined), 'the removal');
  expect((await house.workspaces.installations()).map(({ id }) => id)).toEqual([south.team]);
  expect((await typed(south, '/kpi 移住')).text).toContain('移住');
  towns.clock.advance(29 * 86_400_000);
  await towns.running.tick();
  expect(await house.ofTeam(north.team).preference('U1', 'department')).toBe(north.team);
  towns.clock.advance(2 * 86_400_000);
  await towns.running.tick();
  expect(await house.ofTeam(north.team).preference('U1', 'department')).toBe('');
  expect(await house.ofTeam(south.team).preference('U1', 'department')).toBe(south.team);
});

test('the single workspace goes on as one of many, with what it had', async () => {
  towns = await openTwoTowns();
  const { north } = towns;
  await towns.house.savePreference('C0KIKAKU', 'scope', '直方市');
  await towns.restart({ SLACK_BOT_TOKEN: north.token });
  expect(await towns.house.ofTeam(north.team).preference('C0KIKAKU', 'scope')).toBe('直方市');
  expect((await typed(north, '/kpi 移住')).text).toContain('移住');
});

test('an organisation installs once for all of its workspaces', async () => {
  towns = await openTwoTowns();
  const { north, south } = towns;
  await towns.install(north, 'E0KEN');
  const { send } = north.hub;
  // What Slack sends of a workspace of the organisation.
  north.hub.send = (delivery) =>
    send({
      ...delivery,
      payload: { ...delivery.payload, enterprise_id: 'E0KEN', is_enterprise_install: 'true' },
    });
  expect((await typed(north, '/kpi 移住')).text).toContain('移住');
  expect(await towns.house.workspaces.workspaces()).toMatchObject([{ team: 'T0KITA', enterprise: 'E0KEN' }]);
  expect((await typed(south, '/kpi 移住')).text).toContain('インストールし直す');
  // After a restart its morning digests are looked after before anybody asks.
  await towns.restart();
  const served = () => towns.running.tenants.all().map(({ team }) => team);
  expect(served()).toEqual(['T0KITA']);
  // The organisation takes the workspace out: what it had is forgotten after thirty days, unless it comes back.
  const takeOut = async () => {
    const event = { type: 'team_access_revoked', team_ids: ['T0KITA', 'T0NOBODY'] };
    await sendEvent(north.hub, 'team_access_revoked', event);
    await until(() => (served().length === 0 ? true : undefined), 'the end');
  };
  const department = () => towns.house.ofTeam('T0KITA').preference('U1', 'department');
  await towns.house.ofTeam('T0KITA').savePreference('U1', 'department', '総務課');
  await takeOut();
  await towns.running.tick();
  expect(served()).toEqual([]);
  expect(await towns.house.workspaces.installation('E0KEN')).not.toBeNull();
  expect((await typed(north, '/kpi 移住')).text).toContain('移住');
  expect([served(), await department()]).toEqual([['T0KITA'], '総務課']);
  await takeOut();
  towns.clock.advance(31 * 86_400_000);
  await towns.running.tick();
  expect(await department()).toBe('');
});
