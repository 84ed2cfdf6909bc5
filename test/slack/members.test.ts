// Who is from outside, by what Slack's own API says of the token and of the person.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createMembers, senderOf } from '../../src/slack/members.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Members of the workspace that `auth.test` tells of, in front of a server that answers these two methods. */
async function membersOf(
  self: object,
  person: object,
  environment: Record<string, string> = {},
  down = () => false,
) {
  const server = createServer((request, response) => {
    const answer = request.url?.endsWith('auth.test') ? self : { user: person };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(down() ? { ok: false, error: 'fatal_error' } : { ok: true, ...answer }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const client = new WebClient('xoxb-1', {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
  });
  const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', ...environment });
  const clock = { now: () => new Date('2026-11-24T00:00:00Z') };
  const members = createMembers({ config, clock, log: pino({ level: 'silent' }) });
  await members.learn(client);
  return (body: object) => members.isOutsider(client, senderOf(body));
}

const alone = { team_id: 'T1' };
const grid = { team_id: 'T1', enterprise_id: 'E1' };
const click = (team: string, more: object = {}) => ({ user: { id: 'U1', team_id: team, ...more } });
const mention = (more: object) => ({ team_id: 'T1', event: { user: 'U1', ...more } });

test.each<[string, boolean, object, object, object]>([
  ['a member', false, alone, { team_id: 'T1' }, click('T1')],
  ['another workspace', true, alone, { team_id: 'T2' }, click('T2')],
  ['another workspace in a shared channel', true, alone, {}, mention({ user_team: 'T2' })],
  [
    'another workspace of the same organisation',
    false,
    grid,
    { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' } },
    click('T2', { enterprise_id: 'E1' }),
  ],
  ['another organisation', true, grid, {}, click('T2', { enterprise_id: 'E2' })],
  ['a stranger', true, alone, { team_id: 'T1', is_stranger: true }, mention({})],
  ['a guest', true, alone, { team_id: 'T1', is_restricted: true }, click('T1')],
  ['a guest of one channel', true, alone, { team_id: 'T1', is_ultra_restricted: true }, mention({})],
])('%s: outside is %s', async (_, outside, self, person, body) => {
  const isOutsider = await membersOf(self, person);
  expect(await isOutsider(body)).toBe(outside);
});

test('guests may be let in by a setting, strangers may not', async () => {
  const letIn = { GUESTS: 'member' };
  expect(await (await membersOf(alone, { team_id: 'T1', is_restricted: true }, letIn))(click('T1'))).toBe(
    false,
  );
  expect(await (await membersOf(alone, { team_id: 'T1', is_stranger: true }, letIn))(click('T1'))).toBe(true);
});

test('what Slack did not tell once is asked again at the next click', async () => {
  let down = false;
  const isOutsider = await membersOf(alone, { team_id: 'T1', is_restricted: true }, {}, () => down);
  down = true;
  expect(await isOutsider(click('T1'))).toBe(false);
  down = false;
  expect(await isOutsider(click('T1'))).toBe(true);
});
