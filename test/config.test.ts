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
