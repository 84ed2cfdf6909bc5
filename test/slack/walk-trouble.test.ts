// The bot under trouble: Slack refuses, waits, breaks or repeats itself, the store goes away; nothing is lost, nothing comes twice.
import { describe, expect, type TestContext, test } from 'vitest';
import type { Obj } from '../../src/playground/json.ts';
import { openHome, runStep, useShortcut } from '../../src/playground/people/open.ts';
import { command, say } from '../../src/playground/people/say.ts';
import type { Store } from '../../src/ports/store.ts';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { postgresBinaries, startPostgres } from '../support/postgres.ts';
import {
  channels,
  openTown,
  people,
  type Town,
  type TownOptions,
  until,
  wordsOf,
} from '../support/slack-town.ts';
import { modalOf, press, send } from './recording/people.ts';
import { openWire, type Trouble, times, type Wire } from './walk-wire.ts';

/** The test's own way to say what ends with it: the tests run side by side, most of them wait. */
type Ending = Pick<TestContext, 'onTestFinished'>;

/** A town whose bot reaches Slack, its response_urls and its sockets over a wire that can fail. */
async function wired(test: Ending, options: TownOptions = {}): Promise<{ town: Town; wire: Wire }> {
  const wire = await openWire();
  const town = await openTown({
    ...options,
    change(context) {
      const { slack } = context.config;
      if (slack.mode === 'playground') throw new Error('the town has tokens');
      wire.target = String(slack.apiUrl).replace(/\/api\/$/, '');
      const config = { ...context.config, slack: { ...slack, apiUrl: wire.apiUrl } };
      return { ...context, config, ...options.change?.(context) };
    },
  });
  town.playground.hub.url = wire.url;
  test.onTestFinished(async () => {
    await town.close();
    await wire.close();
  });
  return { town, wire };
}

const kpi = 'U・Iターン就職決定者数';

describe.concurrent('Slack fails in the middle of an answer', () => {
  test.for<[string, Trouble]>([
    ['503', { status: 503, body: 'upstream' }],
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
    ['a broken line', 'broken' as const],
  ])('a mention is answered once after two times %s', async ([, trouble], ending) => {
    const { town, wire } = await wired(ending);
    wire.trouble = times(2, 'chat.postMessage', trouble);
    const answer = await town.say(`@Hakaru ${kpi}`);
    expect(wordsOf(answer)).toContain('400人');
    await town.app.idle();
    expect(town.answers()).toHaveLength(1);
  });

  test.for<[string, Trouble]>([
    ['500', { status: 500 }],
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
    ['a broken line', 'broken' as const],
  ])(
    'a command is answered once over its response_url after two times %s, also where the bot is no member',
    async ([, trouble], ending) => {
      const { town, wire } = await wired(ending);
      wire.trouble = times(2, '/response/', trouble);
      const answer = await town.command(`/kpi ${kpi}`, { channel: channels.oshirase });
      expect(answer.ephemeralTo).toBe('U0SATO');
      expect(wordsOf(answer)).toContain('400人');
      expect(answer.blocks.map(({ type }) => type)).toContain('context_actions');
      await town.app.idle();
      expect(town.answers()).toHaveLength(1);
    },
  );

  test('a mention during an outage of four seconds is answered once afterwards', async (ending) => {
    const { town, wire } = await wired(ending);
    await wire.cut();
    const { hub } = town.playground;
    const said = say(hub, { user: people.sato, channel: channels.kikaku, text: `@Hakaru ${kpi}` });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await wire.mend();
    await said;
    const answer = await until(() => town.answers()[0], 'the answer', 12_000);
    expect(wordsOf(answer)).toContain('400人');
    await town.app.idle();
    expect(town.answers()).toHaveLength(1);
  });

  test('eight mentions at once in one channel, which takes one message a second, are all answered', async (ending) => {
    const { town } = await wired(ending, { messageInterval: 1000 });
    const { hub } = town.playground;
    const asked = Array.from({ length: 8 }, () =>
      say(hub, { user: people.sato, channel: channels.kikaku, text: `@Hakaru ${kpi}` }),
    );
    const threads = (await Promise.all(asked)).map(({ ts }) => ts);
    await until(() => (town.answers().length === 8 ? true : undefined), 'eight answers', 14_000);
    expect(
      town
        .answers()
        .map(({ threadTs }) => threadTs)
        .sort(),
    ).toEqual(threads.sort());
  });

  test('a modal that Slack refuses for its rate is told at once, with the cure, while other answers go on', async (ending) => {
    const { town, wire } = await wired(ending);
    const answer = await town.command(`/kpi ${kpi}`);
    wire.trouble = times(1, 'views.open', { status: 429, headers: { 'retry-after': '30' } });
    const told = await town.click(answer, '実績を入力');
    expect(told.ephemeralTo).toBe('U0SATO');
    expect(told.text).toContain(
      'Slackの送信回数の上限に達しました。1分ほど待ってからもう一度お試しください。',
    );
    expect(wordsOf(await town.say(`@Hakaru ${kpi}`))).toContain('400人');
  });

  test('a shortcut whose modal cannot be opened is told by direct message', async (ending) => {
    const { town, wire } = await wired(ending);
    wire.trouble = (path) => (path.includes('views.open') ? { status: 500 } : null);
    await useShortcut(town.playground.hub, people.sato, 'search_global');
    const told = await until(() => town.answers()[0], 'the apology', 8000);
    expect(told.channel).toBe(channels.direct);
    expect(told.text).toContain('Slackとの通信が途切れました。少し待ってからもう一度お試しください。');
  });

  test('a click after its response_url expired or was used up is answered another way', async (ending) => {
    const { town, wire } = await wired(ending);
    const answer = await town.command(`/kpi ${kpi}`);
    wire.trouble = (path) => (path.includes('/response/') ? { status: 404, body: 'expired_url' } : null);
    const shown = await town.click(answer, '事業を見る');
    expect(shown.ephemeralTo).toBe('U0SATO');
    await town.app.idle();
    expect(town.answers()).toHaveLength(2);
    // Where the bot is no member, a direct message is left.
    wire.trouble = () => null;
    const outside = await town.command(`/kpi ${kpi}`, { channel: channels.oshirase });
    wire.trouble = (path) => (path.includes('/response/') ? { status: 404, body: 'expired_url' } : null);
    const told = await town.click(outside, '事業を見る');
    expect(told.channel).toBe(channels.direct);
    expect(wordsOf(told)).toContain('U・Iターン応援プロジェクト');
  });

  test('a token revoked while running over HTTP is told where it still can be', async (ending) => {
    const { town } = await wired(ending);
    town.playground.hub.botToken = 'xoxb-another';
    const answer = await town.command(`/kpi ${kpi}`);
    expect(wordsOf(answer)).toContain('400人');
    const told = await town.click(answer, '実績を入力');
    expect(told.text).toContain('アプリの認証に失敗しました。');
  });
});

describe.concurrent('Slack repeats itself', () => {
  /** Delivers what was delivered before, once more. */
  async function again(town: Town, name: string): Promise<boolean> {
    const { hub } = town.playground;
    const before = hub.requests.find((request) => request.name === name);
    // A slow machine may answer after three seconds: Slack sends it three times.
    for (const number of [1, 2, 3]) {
      const ack = await hub.deliver({
        kind: 'event',
        name,
        payload: before?.request as Obj,
        retry: { number, reason: 'http_timeout' },
      });
      if (ack.ok) return true;
    }
    return false;
  }

  test.for(['http', 'socket'] as const)(
    'a mention and a workflow step delivered again over %s are taken, and done once',
    async (mode, ending) => {
      const { town } = await wired(ending, { mode });
      const { hub } = town.playground;
      await town.say(`@Hakaru ${kpi}`);
      await runStep(hub, { user: people.sato, channel: channels.kikaku }, 'search_kpi', { words: kpi });
      const ends = () => hub.requests.filter(({ name }) => name === 'functions.completeSuccess');
      await until(() => ends()[0], 'the end of the step');
      expect(await again(town, 'event app_mention')).toBe(true);
      expect(await again(town, 'event function_executed')).toBe(true);
      await town.app.idle();
      expect(town.answers()).toHaveLength(1);
      expect(ends()).toHaveLength(1);
    },
  );

  test('a mention delivered again while its answer is still on the way is answered once', async (ending) => {
    const { town, wire } = await wired(ending);
    wire.trouble = times(2, 'chat.postMessage', { status: 500 });
    const { hub } = town.playground;
    await say(hub, { user: people.sato, channel: channels.kikaku, text: `@Hakaru ${kpi}` });
    expect(town.answers()).toHaveLength(0);
    expect(await again(town, 'event app_mention')).toBe(true);
    await until(() => town.answers()[0], 'the answer');
    await town.app.idle();
    expect(town.answers()).toHaveLength(1);
  });
});

describe.concurrent('Socket Mode lines break', () => {
  test('commands and mentions around dropped and refreshed lines are answered once each', async (ending) => {
    const { town } = await wired(ending, { mode: 'socket', retryDelays: [0, 1000, 3000] });
    const { hub, sockets } = town.playground;
    const kikaku = { user: people.sato, channel: channels.kikaku };
    const connected = () => until(() => (sockets.connected() ? true : undefined), 'the line', 10_000);
    for (const end of [() => sockets.drop(), () => sockets.refresh(), () => sockets.refresh('warning')]) {
      await connected();
      const before = town.answers().length;
      const running = [
        say(hub, { ...kikaku, text: `@Hakaru ${kpi}` }),
        command(hub, { ...kikaku, command: '/kpi', text: kpi }),
        say(hub, { ...kikaku, text: '@Hakaru ヘルプ' }),
      ];
      // The envelopes are on the way; the line goes.
      await new Promise((resolve) => setImmediate(resolve));
      end();
      await Promise.all(running);
      await until(() => (town.answers().length >= before + 3 ? true : undefined), 'three answers', 10_000);
      await town.app.idle();
      const said = town.answers().slice(before);
      expect(said).toHaveLength(3);
      // The words of all three questions, no apology among them.
      expect(said.filter((message) => wordsOf(message).includes('400人'))).toHaveLength(2);
    }
  });
});

describe.concurrent('the store goes away and comes back', () => {
  test('questions go on, recording says so at the field, and both work when it is back', async (ending) => {
    let down = false;
    const { town } = await wired(ending, {
      store(file) {
        const store = openStore({ sqliteFile: file });
        return new Proxy(store, {
          get(target, name: keyof Store) {
            const method = target[name] as (...args: unknown[]) => Promise<unknown>;
            return (...args: unknown[]) =>
              down && name !== 'close'
                ? Promise.reject(new StoreUnavailable('down'))
                : method.apply(target, args);
          },
        });
      },
    });
    const { hub } = town.playground;
    const answer = await town.command(`/kpi ${kpi}`);
    await press(town, answer, '実績を入力', people.sato);
    const modal = await modalOf(town, people.sato);
    const field = 'record-live-value';
    const typed = () => JSON.stringify(modal.body.blocks).match(/record-live-value[^"]*/)?.[0] ?? field;
    down = true;
    const errors = await send(town, modal, people.sato, { [typed()]: '300' });
    expect(Object.values(errors).join()).toContain('保存先');
    expect(wordsOf(await town.say(`@Hakaru ${kpi}`))).toContain('400人');
    await openHome(hub, people.sato, 'home');
    await until(() => hub.workspace.state.homes[people.sato], 'home');
    expect((await town.command('/kpi 通知 移住')).text).toContain('記録の保存先につながらない');
    down = false;
    expect(await send(town, modal, people.sato, { [typed()]: '300' })).toEqual({});
    await until(
      () => town.answers().find((message) => wordsOf(message).includes('登録しました')),
      'the confirmation',
    );
    expect(await town.context.store.entriesAfter(0)).toHaveLength(1);
    expect(town.refusals()).toEqual([]);
  });

  test('a store that never answers holds no answer back', async (ending) => {
    const { town } = await wired(ending, {
      store(file) {
        const store = openStore({ sqliteFile: file });
        const never = () => new Promise<never>(() => undefined);
        return { ...store, firstSight: never, threadQuestion: never, saveThreadQuestion: never };
      },
    });
    const answer = await town.say(`@Hakaru ${kpi}`);
    expect(wordsOf(answer)).toContain('400人');
  });
});

describe.concurrent('PostgreSQL crashes and comes back', () => {
  const binaries = postgresBinaries();
  test.skipIf(binaries === null)(
    'answers go on meanwhile, each event is answered once, recording works again',
    async (ending) => {
      const server = startPostgres(binaries as string);
      ending.onTestFinished(() => server.remove());
      const databaseUrl = await server.createDatabase();
      const { town } = await wired(ending, { store: () => openStore({ databaseUrl, sqliteFile: '' }) });
      const { hub } = town.playground;
      // What a database cannot hold as it stands.
      const nul = await town.say('@Hakaru 移住\u0000\ud83d');
      expect(nul.text).toContain('移住');
      server.crash();
      for (const words of [kpi, 'ヘルプ'])
        expect((await town.say(`@Hakaru ${words}`)).text).not.toContain('参照番号');
      const answer = await town.command(`/kpi ${kpi}`);
      expect((await town.click(answer, '役に立った')).text).toContain(
        '少し待ってからもう一度お試しください。',
      );
      server.start();
      expect((await town.click(answer, '役に立った')).text).toContain('ありがとうございます');
      const before = hub.requests.find(({ name }) => name === 'event app_mention');
      const answered = town.answers().length;
      await hub.deliver({ kind: 'event', name: 'again', payload: before?.request as Obj });
      await town.app.idle();
      expect(town.answers()).toHaveLength(answered);
    },
  );
});
