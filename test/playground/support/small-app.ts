// A small real Bolt app to talk to the playground: it knows one command, one button, one modal, Home and mentions.
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { vi } from 'vitest';
import type { Playground } from '../../../src/playground/server.ts';
import type { SocketSlack } from '../../support/socket-slack.ts';

/** Cut lines and refusals are part of the tests: nothing of them belongs into the output. */
const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const modal = {
  type: 'modal' as const,
  callback_id: 'record',
  title: plain('実績を入力'),
  submit: plain('保存'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'value',
      label: plain('値'),
      element: { type: 'plain_text_input' as const, action_id: 'typed' },
    },
  ],
};

/** What reached the app, in order. */
export interface Received {
  kind: string;
  body: unknown;
}

/** Starts the app over HTTP on a free port, or over Socket Mode. */
export async function startSmallApp(
  playground: Playground & Partial<SocketSlack>,
  mode: 'http' | 'socket' = 'http',
): Promise<{ app: App; received: Received[]; stop(): Promise<void> }> {
  const clientOptions = { slackApiUrl: playground.apiUrl, retryConfig: { retries: 3, minTimeout: 50 } };
  const receiver =
    mode === 'http'
      ? new HTTPReceiver({ signingSecret: playground.signingSecret, logger: quiet })
      : new SocketModeReceiver({
          appToken: playground.appToken ?? '',
          clientPingTimeout: 1000,
          installerOptions: { clientOptions },
          logger: quiet,
        });
  const app = new App({
    token: playground.botToken,
    receiver,
    clientOptions,
    logger: quiet,
    // A check in the background would outlive a short test.
    tokenVerificationEnabled: false,
  });
  const received: Received[] = [];
  app.use(async ({ body, next }) => {
    received.push({ kind: String((body as { type?: string }).type ?? 'command'), body });
    await next();
  });
  app.command('/kpi', async ({ ack, command, respond }) => {
    await ack();
    await respond({
      text: `答え: ${command.text}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `*答え* ${command.text}` } },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'record', text: plain('実績を入力'), value: 'kpi-1' },
            { type: 'button', action_id: 'share', text: plain('共有'), value: 'kpi-1' },
          ],
        },
      ],
    });
  });
  app.command('/jigyo', async ({ ack }) => {
    await ack('そのまま答えます');
  });
  app.action('record', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: (body as { trigger_id: string }).trigger_id, view: modal });
  });
  app.action('share', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'in_channel', text: '共有しました' });
  });
  app.view('record', async ({ ack, view, client, body }) => {
    const typed = view.state.values.value?.typed?.value ?? '';
    if (!/^\d+$/.test(typed))
      return ack({ response_action: 'errors', errors: { value: '数字を入力してください' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `保存しました: ${typed}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'ホームです' } }] },
    });
  });
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      text: `受け取りました: ${event.text}`,
    });
  });
  app.error(async () => {});
  if (mode === 'http') {
    const server = await (receiver as HTTPReceiver).start(0);
    const address = (server as { address(): { port: number } }).address();
    playground.connect(`http://127.0.0.1:${address.port}/slack/events`);
  } else await app.start();
  const stop = async () => {
    await receiver.stop();
    // Bolt does not wait for the WebSocket's goodbye.
    await vi.waitFor(() => {
      if (playground.sockets?.connected()) throw new Error('still connected');
    });
  };
  return { app, received, stop };
}
