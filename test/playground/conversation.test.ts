// A real Bolt app and the people of the playground: commands, clicks, modals, Home, mentions, over HTTP and Socket Mode.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { click } from '../../src/playground/people/click.ts';
import { submit } from '../../src/playground/people/modal.ts';
import { openHome } from '../../src/playground/people/open.ts';
import { command, say } from '../../src/playground/people/say.ts';
import { type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';
import { manifest } from './support/manifest.ts';
import { startSmallApp } from './support/small-app.ts';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let playground: SocketSlack;
  let bot: Awaited<ReturnType<typeof startSmallApp>>;
  const messages = () => playground.hub.workspace.state.messages.slice(1);
  const last = () => messages().at(-1);

  beforeEach(async () => {
    playground = await startSocketSlack({ manifest, port: 0 });
    bot = await startSmallApp(playground, mode);
  });
  afterEach(async () => {
    await bot.stop();
    await playground.close();
  });
  const ask = async () => {
    await command(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: '/kpi', text: '移住 <3' });
    await vi.waitFor(() => expect(last()?.blocks).toHaveLength(2));
    return last() as NonNullable<ReturnType<typeof last>>;
  };
  const press = async (actionId: string) => {
    const message = await ask();
    await click(playground.hub, {
      user: 'U0SATO',
      place: { channel: message.channel, ts: message.ts },
      blockId: String(message.blocks[1]?.block_id),
      actionId,
    });
  };

  test('a command is answered to the person who asked, its text escaped as Slack does', async () => {
    expect(await ask()).toMatchObject({ text: '答え: 移住 &lt;3', ephemeralTo: 'U0SATO' });
    expect(playground.hub.refusals).toEqual([]);
  });

  test('an acknowledgement that carries text is the answer', async () => {
    await command(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: '/jigyo', text: '' });
    expect(last()).toMatchObject({ text: 'そのまま答えます', ephemeralTo: 'U0SATO' });
  });

  test('a command the manifest does not name never reaches the bot', async () => {
    await command(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: '/weather', text: '' });
    expect(last()?.text).toContain('有効なコマンドではありません');
    expect(bot.received).toEqual([]);
  });

  test('sharing posts for everybody, even where the bot is no member', async () => {
    await press('share');
    await vi.waitFor(() => expect(last()).toMatchObject({ text: '共有しました', ephemeralTo: null }));
  });

  test('a click on a private message carries no message, only what the button holds', async () => {
    await press('share');
    const payload = bot.received.find((received) => received.kind === 'block_actions')?.body;
    expect(payload).toMatchObject({ container: { is_ephemeral: true }, actions: [{ value: 'kpi-1' }] });
    expect(payload).not.toHaveProperty('message');
  });

  test('a modal opens, shows errors at the field, and closes after a right value', async () => {
    await press('record');
    const stack = () => playground.hub.workspace.state.views.U0SATO ?? [];
    await vi.waitFor(() => expect(stack()).toHaveLength(1));
    const view = stack()[0]?.id ?? '';
    const typed = (text: string) => submit(playground.hub, 'U0SATO', view, { value: { typed: text } });
    expect(await typed('')).toEqual({ value: 'この項目は必須です。' });
    expect(await typed('多い')).toEqual({ value: '数字を入力してください' });
    expect(await typed('120')).toEqual({});
    expect(stack()).toEqual([]);
    await vi.waitFor(() => expect(last()).toMatchObject({ channel: 'D0SATO', text: '保存しました: 120' }));
  });

  test('Home is published to the person who opened it', async () => {
    await openHome(playground.hub, 'U0TANAKA', 'home');
    await vi.waitFor(() => expect(playground.hub.workspace.state.homes.U0TANAKA?.body.type).toBe('home'));
  });

  test('a mention is answered in its thread', async () => {
    const asked = await say(playground.hub, {
      user: 'U0SATO',
      channel: 'C0KIKAKU',
      text: '@Hakaru 移住は？',
    });
    expect(asked.text).toBe('<@U0HAKARU> 移住は？');
    await vi.waitFor(() =>
      expect(last()).toMatchObject({ text: '受け取りました: <@U0HAKARU> 移住は？', threadTs: asked.ts }),
    );
  });

  test('a mention where the bot is no member stays unheard until it is invited', async () => {
    await say(playground.hub, { user: 'U0SATO', channel: 'C0OSHIRASE', text: '@Hakaru 移住は？' });
    expect(last()?.text).toContain('/invite @Hakaru');
    expect(bot.received).toEqual([]);
    await command(playground.hub, {
      user: 'U0SATO',
      channel: 'C0OSHIRASE',
      command: '/invite',
      text: '@Hakaru',
    });
    await say(playground.hub, { user: 'U0SATO', channel: 'C0OSHIRASE', text: '@Hakaru 移住は？' });
    await vi.waitFor(() => expect(last()?.text).toContain('受け取りました'));
  });
});

test('Socket Mode: after a refresh and after a cut line the bot is back and answers', async () => {
  const playground = await startSocketSlack({ manifest, port: 0 });
  const bot = await startSmallApp(playground, 'socket');
  const answered = async (words: string) => {
    await command(playground.hub, { user: 'U0SATO', channel: 'C0KIKAKU', command: '/kpi', text: words });
    await vi.waitFor(() =>
      expect(playground.hub.workspace.state.messages.at(-1)?.text).toBe(`答え: ${words}`),
    );
  };
  const back = () => vi.waitFor(() => expect(playground.sockets.connected()).toBe(true), { timeout: 10_000 });
  const gone = () =>
    vi.waitFor(() => expect(playground.sockets.connected()).toBe(false), { timeout: 10_000 });
  await answered('一');
  playground.sockets.refresh();
  await gone();
  await back();
  await answered('二');
  playground.sockets.drop();
  await gone();
  await back();
  await answered('三');
  await bot.stop();
  await playground.close();
});
