// manifest.yml against the listeners, both ways, and against Slack's limits.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import type { SlackContext } from '../../src/slack/context.ts';
import { suggestedPrompts } from '../../src/slack/listeners/ask-prompts.ts';
import { listeners } from '../../src/slack/listeners/index.ts';
import { removalEvents } from '../../src/slack/workspaces/owner.ts';

interface Manifest {
  _metadata: { major_version: number };
  display_information: { name: string; description: string; long_description: string };
  features: {
    app_home: {
      home_tab_enabled: boolean;
      messages_tab_enabled: boolean;
      messages_tab_read_only_enabled: boolean;
    };
    agent_view: { agent_description: string; suggested_prompts: { title: string; message: string }[] };
    shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    slash_commands: { command: string; description: string; usage_hint: string }[];
  };
  oauth_config: { scopes: { bot: string[]; bot_optional?: string[] } };
  settings: {
    event_subscriptions: { bot_events: string[] };
    interactivity: { is_enabled: boolean };
    socket_mode_enabled: boolean;
  };
  functions: Record<string, { title: string; description: string }>;
}
const manifest = parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')) as Manifest;
const length = (text: string) => [...text].length;

/** What the listener table registers, written down by an app that only listens. */
function registered(prefix = '') {
  const found = {
    commands: [] as string[],
    events: [] as string[],
    shortcuts: [] as string[],
    functions: [] as string[],
  };
  const callback = (constraint: unknown) =>
    String(
      typeof constraint === 'object' && constraint !== null
        ? (constraint as { callback_id?: unknown }).callback_id
        : constraint,
    );
  const app = new Proxy(
    {},
    {
      get: (_, method) => (first: unknown) => {
        if (method === 'command') found.commands.push(String(first));
        if (method === 'event') found.events.push(String(first));
        if (method === 'message') found.events.push('message');
        if (method === 'shortcut') found.shortcuts.push(callback(first));
        if (method === 'function') found.functions.push(String(first));
      },
    },
  );
  const context = {
    config: readConfig({ COMMAND_PREFIX: prefix }),
    log: pino({ level: 'silent' }),
  } as unknown as SlackContext;
  for (const register of listeners) register(app as never, context);
  return found;
}

test('each command of the manifest has a listener, and each listener is in the manifest', () => {
  expect(registered().commands.sort()).toEqual(
    manifest.features.slash_commands.map(({ command }) => command).sort(),
  );
});

test('with a prefix the same commands are registered under the longer names', () => {
  expect(registered('hakaru-').commands.sort()).toEqual([
    '/hakaru-jigyo',
    '/hakaru-kpi',
    '/hakaru-machi',
    '/hakaru-yosan',
  ]);
});

test('each event has a listener, and each listened event is subscribed', () => {
  const { events, functions } = registered();
  // message.im arrives as `message`, function_executed through the functions.
  const arriving = manifest.settings.event_subscriptions.bot_events.map((name) =>
    name.replace(/^message\..*/, 'message'),
  );
  const listened = new Set([
    ...events,
    ...removalEvents,
    ...(functions.length > 0 ? ['function_executed'] : []),
  ]);
  expect([...listened].sort()).toEqual([...new Set(arriving)].sort());
});

test('each shortcut and each workflow step has a listener, and the other way', () => {
  const { shortcuts, functions } = registered();
  expect(shortcuts.sort()).toEqual(manifest.features.shortcuts.map(({ callback_id }) => callback_id).sort());
  expect(functions.sort()).toEqual(Object.keys(manifest.functions).sort());
});

test('the prompts of the manifest are those the Messages tab offers, at most four', () => {
  expect(manifest.features.agent_view.suggested_prompts).toEqual(
    suggestedPrompts.map((prompt) => ({ ...prompt })),
  );
  expect(suggestedPrompts.length).toBeLessThanOrEqual(4);
});

test("the texts keep to Slack's limits", () => {
  const { display_information: shown, features } = manifest;
  expect(manifest._metadata.major_version).toBe(2);
  expect(length(shown.name)).toBeLessThanOrEqual(35);
  expect(length(shown.description)).toBeLessThanOrEqual(140);
  expect(length(shown.long_description)).toBeGreaterThanOrEqual(175);
  expect(length(shown.long_description)).toBeLessThanOrEqual(4000);
  expect(length(features.agent_view.agent_description)).toBeLessThanOrEqual(300);
  for (const { name, description } of features.shortcuts) {
    expect(length(name)).toBeLessThanOrEqual(24);
    expect(length(description)).toBeLessThanOrEqual(150);
  }
  for (const { command, description, usage_hint } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
    expect(length(description)).toBeLessThanOrEqual(2000);
    expect(length(usage_hint)).toBeLessThanOrEqual(1000);
  }
});

test('only the least scopes are asked for', () => {
  expect(manifest.oauth_config.scopes).toEqual({
    bot: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'files:read', 'im:history'],
    bot_optional: ['files:write', 'usergroups:read', 'users:read'],
  });
});
