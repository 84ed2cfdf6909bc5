// The Web API refuses what Slack refuses, with Slack's error name, and shows it in the panel.
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMovableClock } from '../../src/playground/clock.ts';
import { type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';
import { manifest } from './support/manifest.ts';

let playground: SocketSlack;
let ticks = 0;

beforeEach(async () => {
  ticks = 0;
  const clock = createMovableClock(new Date('2026-11-24T00:00:00Z'), () => ticks);
  playground = await startSocketSlack({ manifest, clock, port: 0 });
});
afterEach(() => playground.close());

const client = (token = playground.botToken) =>
  new WebClient(token, {
    slackApiUrl: playground.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

/** Slack's error name of a call that must fail. */
async function refused(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { data, code } = error as { data?: { error?: string }; code?: string };
    return data?.error ?? String(code);
  }
  return 'accepted';
}

test('a posted message stands in the channel with text and blocks', async () => {
  const answer = await client().chat.postMessage({
    channel: 'C0KIKAKU',
    text: '移住のKPI',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*移住*' } }],
  });
  expect(answer).toMatchObject({
    ok: true,
    channel: 'C0KIKAKU',
    message: { bot_id: 'B0HAKARU', text: '移住のKPI' },
  });
  expect(playground.hub.workspace.state.messages.at(-1)).toMatchObject({
    text: '移住のKPI',
    user: 'U0HAKARU',
  });
});

describe('refusals', () => {
  test.each([
    ['C0OSHIRASE', 'not_in_channel'],
    ['G0ZAISEI', 'channel_not_found'],
    ['C0NAI', 'channel_not_found'],
    ['C0KYU', 'is_archived'],
  ])('a message to %s: %s', async (channel, error) => {
    expect(await refused(client().chat.postMessage({ channel, text: 'x' }))).toBe(error);
    expect(playground.hub.refusals).toMatchObject([{ where: 'chat.postMessage', error }]);
  });

  test('blocks over a limit: invalid_blocks with the place', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'あ'.repeat(151) } }];
    expect(await refused(client().chat.postMessage({ channel: 'C0KIKAKU', text: 'x', blocks }))).toBe(
      'invalid_blocks',
    );
    expect(playground.hub.refusals[0]?.details[0]).toBe(
      'must be less than 151 characters (is 151) [json-pointer:/blocks/0/text/text]',
    );
  });

  test.each([
    ['text over 40,000 characters', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['neither text nor blocks', { text: '' }, 'no_text'],
    ['a thread that does not exist', { text: 'x', thread_ts: '1.2' }, 'thread_not_found'],
  ])('%s', async (_name, more, error) => {
    expect(await refused(client().apiCall('chat.postMessage', { channel: 'C0KIKAKU', ...more }))).toBe(error);
  });

  test('40,000 characters of text pass', async () => {
    expect(await refused(client().chat.postMessage({ channel: 'C0KIKAKU', text: 'x'.repeat(40_000) }))).toBe(
      'accepted',
    );
  });

  test('a scope the manifest does not ask for: missing_scope with its name', async () => {
    const call = client().usergroups.users.list({ usergroup: 'S0' });
    await expect(call).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'usergroups:read' } });
  });

  test('wrong tokens and unknown methods', async () => {
    expect(await refused(client('xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await refused(client(playground.appToken).auth.test())).toBe('not_allowed_token_type');
    expect(await refused(client().apps.connections.open())).toBe('not_allowed_token_type');
    expect(await refused(client().apiCall('reactions.add'))).toBe('unknown_method');
    const bare = await fetch(`${playground.apiUrl}auth.test`, { method: 'POST' });
    expect(await bare.json()).toMatchObject({ ok: false, error: 'not_authed' });
    // Whoever has no token leaves no trace; the bot's own slip is shown.
    expect(playground.hub.refusals).toMatchObject([{ error: 'unknown_method' }]);
    expect(playground.hub.requests.map(({ name }) => name)).toEqual(['reactions.add']);
  });
});

describe('one message a second and channel', () => {
  test('the second within a second is told to wait; another channel is free', async () => {
    await client().chat.postMessage({ channel: 'C0KIKAKU', text: '1' });
    ticks = 999;
    expect(await refused(client().chat.postMessage({ channel: 'C0KIKAKU', text: '2' }))).toBe(
      'slack_webapi_rate_limited_error',
    );
    expect(await refused(client().chat.postMessage({ channel: 'C0IJU', text: '3' }))).toBe('accepted');
    ticks = 1000;
    expect(await refused(client().chat.postMessage({ channel: 'C0KIKAKU', text: '2' }))).toBe('accepted');
    expect(playground.hub.refusals).toMatchObject([{ error: 'ratelimited' }]);
  });

  test('the answer is 429 with Retry-After', async () => {
    const post = () =>
      fetch(`${playground.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${playground.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'C0KIKAKU', text: 'x' }),
      });
    expect((await post()).status).toBe(200);
    const second = await post();
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
  });
});

describe('views', () => {
  const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: '題' }, blocks: [] };
  const open = (trigger_id: string, more = {}) =>
    client().views.open({ trigger_id, view: { ...view, ...more } });

  test('a trigger lives three seconds and opens one view', async () => {
    const { triggers } = playground.hub;
    const first = triggers.issue('U0SATO');
    ticks = 3000;
    expect(await refused(open(first))).toBe('accepted');
    expect(await refused(open(first))).toBe('exchanged_trigger_id');
    const late = triggers.issue('U0SATO');
    ticks = 6001;
    expect(await refused(open(late))).toBe('expired_trigger_id');
    expect(await refused(open('made-up'))).toBe('invalid_trigger_id');
  });

  test('a view over a limit: invalid_arguments, and the trigger stays unused', async () => {
    const trigger = playground.hub.triggers.issue('U0SATO');
    expect(await refused(open(trigger, { title: { type: 'plain_text', text: 'あ'.repeat(25) } }))).toBe(
      'invalid_arguments',
    );
    expect(await refused(open(trigger))).toBe('accepted');
  });

  test('three modals on top of each other are the most', async () => {
    const { triggers } = playground.hub;
    await open(triggers.issue('U0SATO'));
    const push = () => client().views.push({ trigger_id: triggers.issue('U0SATO'), view });
    await push();
    await push();
    expect(await refused(push())).toBe('push_limit_reached');
  });

  test('an update with an old hash: hash_conflict', async () => {
    const opened = await open(playground.hub.triggers.issue('U0SATO'));
    const { id: view_id = '', hash = '' } = opened.view ?? {};
    await client().views.update({ view_id, hash, view });
    expect(await refused(client().views.update({ view_id, hash, view }))).toBe('hash_conflict');
  });
});

test('suggested prompts are one to four', async () => {
  const prompt = { title: 't', message: 'm' };
  const set = (count: number) =>
    client().assistant.threads.setSuggestedPrompts({
      channel_id: 'D0SATO',
      prompts: Array(count).fill(prompt) as [typeof prompt],
    });
  expect(await refused(set(4))).toBe('accepted');
  expect(await refused(set(5))).toBe('invalid_arguments');
});

test.each([
  ['an unknown block', { text: 'x', blocks: [{ type: 'pie' }] }, 'invalid_blocks'],
  ['neither text nor blocks', {}, 'no_text'],
])('a response_url refuses %s', async (_name, body, error) => {
  const path = playground.hub.responseUrls.issue({ user: 'U0SATO', channel: 'C0KIKAKU' });
  const response = await fetch(`${playground.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([response.status, await response.json()]).toEqual([400, { ok: false, error }]);
});
