// Settings are refused all at once, with the cure, and never guessed.
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('settings', () => {
  test('nothing set means the local playground on port 3000', () => {
    expect(readConfig({}).slack).toEqual({ mode: 'playground', port: 3000 });
  });

  test('an app token means Socket Mode', () => {
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(config.slack).toEqual({ mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' });
  });

  test('a signing secret alone means HTTP, and the API address gets its slash', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      PORT: '8080',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
    });
    expect(config.slack).toEqual({
      mode: 'http',
      botToken: 'xoxb-1',
      signingSecret: 's',
      port: 8080,
      apiUrl: 'http://127.0.0.1:9/api/',
    });
  });

  test('OAuth means many workspaces, with every key that opens their tokens; what is missing or no key is named', () => {
    const oauth = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_STATE_SECRET: '0123456789abcdef',
      SLACK_SIGNING_SECRET: 's',
      TOKEN_KEY: `${'ab'.repeat(32)}, ${Buffer.alloc(32, 1).toString('base64')}`,
    };
    const { slack, workspaces } = readConfig(oauth);
    expect(slack).toMatchObject({ mode: 'http', botToken: '' });
    expect(workspaces?.tokenKeys).toEqual([Buffer.alloc(32, 0xab), Buffer.alloc(32, 1)]);
    expect(() => readConfig({ ...oauth, TOKEN_KEY: 'short' })).toThrow(/TOKEN_KEY.*32バイトの鍵/);
    expect(() => readConfig({ SLACK_CLIENT_ID: '1.2' })).toThrow(
      /SLACK_CLIENT_SECRET: 設定.*SLACK_STATE_SECRET: 設定.*TOKEN_KEY: 設定.*SLACK_APP_TOKEN または/s,
    );
  });

  test('every missing or wrong setting is named in one message', () => {
    expect(() => readConfig({ SLACK_SIGNING_SECRET: 's', PORT: 'abc', DATABASE_URL: 'mysql://x' })).toThrow(
      /PORT: 0〜65535[\s\S]*DATABASE_URL: postgres:\/\/[\s\S]*SLACK_BOT_TOKEN: 設定されていません/,
    );
  });

  test('a bot token without its partner names both ways', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      /SLACK_APP_TOKEN または SLACK_SIGNING_SECRET/,
    );
  });

  test('an empty variable counts as unset, and recorders are a list', () => {
    const config = readConfig({ SLACK_BOT_TOKEN: ' ', RECORDERS: 'U1, S2、U3' });
    expect(config.slack.mode).toBe('playground');
    expect(config.recorders).toEqual(['U1', 'S2', 'U3']);
  });
});
