// Slack's error names in Japanese, and who hears of a failed request.
import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../src/ports/store.ts';
import { explainSlackError, slackErrorName, slackErrors } from '../../../src/slack/errors/explain.ts';
import { apology, newReference, waiting } from '../../../src/slack/errors/report.ts';

const refused = (error: string, more = {}) =>
  Object.assign(new Error(error), {
    code: 'slack_webapi_platform_error',
    data: { ok: false, error, ...more },
  });

describe('error names', () => {
  test.each([
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'msg_too_long',
    'invalid_blocks',
    'missing_scope',
    'token_revoked',
    'ratelimited',
    'expired_trigger_id',
  ])('%s has a sentence that says what to do', (name) => {
    expect(explainSlackError(refused(name))).toMatch(/(ください|お送りします)。/);
  });

  test('every sentence is Japanese, short, and ends as a sentence', () => {
    for (const [name, { say }] of Object.entries(slackErrors)) {
      expect(say, name).toMatch(/[ぁ-ん].*。$/);
      expect([...say].length, name).toBeLessThanOrEqual(90);
    }
  });

  test('missing_scope names the scope', () => {
    expect(explainSlackError(refused('missing_scope', { needed: 'chat:write' }))).toContain(
      '（必要な権限：chat:write）',
    );
  });

  test('a name is found inside the wrappers of the SDK', () => {
    expect(slackErrorName({ code: 'slack_bolt_unknown_error', original: refused('is_archived') })).toBe(
      'is_archived',
    );
    expect(slackErrorName({ originals: [refused('not_in_channel')] })).toBe('not_in_channel');
    expect(slackErrorName({ code: 'slack_webapi_rate_limited_error' })).toBe('ratelimited');
    expect(slackErrorName(new Error('plain'))).toBeNull();
    expect(slackErrorName('words')).toBeNull();
  });

  test('a new name gets the general sentence, without the name', () => {
    expect(apology(refused('some_new_error'), 'ABCDEF')).toBe(
      'うまくお答えできませんでした。もう一度お試しください。\n続くときは、参照番号 ABCDEF を管理者にお伝えください。',
    );
  });

  test('a store that is down is said as such, also inside a wrapper', () => {
    const error = { originals: [new StoreUnavailable('down')] };
    expect(apology(error, 'ABCDEF')).toContain('記録の保存先につながらない');
  });
});

describe('where a person waits', () => {
  test.each([
    [
      'a command',
      { command: '/kpi', response_url: 'https://r', channel_id: 'C1', user_id: 'U1' },
      { responseUrl: 'https://r', channel: 'C1', thread: null, user: 'U1' },
    ],
    [
      'a click in a thread',
      {
        response_url: 'https://r',
        channel: { id: 'C1' },
        user: { id: 'U1' },
        message: { ts: '2', thread_ts: '1' },
      },
      { responseUrl: 'https://r', channel: 'C1', thread: '1', user: 'U1' },
    ],
    [
      'a modal',
      { view: {}, user: { id: 'U1' } },
      { responseUrl: null, channel: null, thread: null, user: 'U1' },
    ],
    [
      'a mention',
      { event: { channel: 'C1', user: 'U1', ts: '3' } },
      { responseUrl: null, channel: 'C1', thread: '3', user: 'U1' },
    ],
    ['nothing known', null, { responseUrl: null, channel: null, thread: null, user: null }],
  ])('%s', (_, body, expected) => {
    expect(waiting(body)).toEqual(expected);
  });

  test('reference numbers can be read out and differ', () => {
    const references = new Set(Array.from({ length: 200 }, newReference));
    expect(references.size).toBe(200);
    for (const reference of references) expect(reference).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  });
});
