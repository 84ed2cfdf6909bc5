// What lies sealed in the store is read through a schema before anybody works with its token.
import { expect, test } from 'vitest';
import { accessOf } from '../../../src/slack/workspaces/installations.ts';
import { createSealer } from '../../../src/slack/workspaces/seal.ts';

const sealer = createSealer([Buffer.alloc(32, 1)]);

function accessTo(content: string) {
  const kept = {
    id: 'T0KITA',
    enterprise: '',
    orgWide: false,
    name: '北の町',
    by: 'U0SATO',
    at: '2026-11-24',
  };
  return accessOf(sealer, { ...kept, sealed: sealer.seal(content, kept.id) });
}

test('an installation gives its token and who the bot is', () => {
  const bot = { token: 'xoxb-1', id: 'B0', userId: 'U0BOT', scopes: ['commands'] };
  expect(accessTo(JSON.stringify({ team: { id: 'T0KITA' }, bot }))).toMatchObject({
    botToken: 'xoxb-1',
    botId: 'B0',
    botUserId: 'U0BOT',
    enterprise: null,
  });
});

test.each(['{', '[]', '{}', '{"bot":{}}', '{"bot":{"token":3}}', '{"bot":{"token":"x","userId":7}}'])(
  '%s gives nobody access',
  (content) => {
    expect(accessTo(content)).toBeNull();
  },
);
