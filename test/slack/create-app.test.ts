// The app at its edges: forged and repeated deliveries, other bots, refusals by Slack, a store that is down, shutdown.
import { afterEach, describe, expect, test } from 'vitest';
import { sign } from '../../src/playground/deliver.ts';
import { sendEvent } from '../../src/playground/events.ts';
import { SlackRefusal } from '../../src/playground/rules/refusal.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { openStore } from '../../src/stores/open-store.ts';
import {
  channels,
  openTown,
  people,
  type Town,
  type TownOptions,
  until,
  wordsOf,
} from '../support/slack-town.ts';

const towns: Town[] = [];
async function town(options: TownOptions = {}): Promise<Town> {
  const opened = await openTown(options);
  towns.push(opened);
  return opened;
}
afterEach(async () => {
  for (const opened of towns.splice(0)) await opened.close();
});

/** Posts a body as Slack would, signed with `secret` at `timestamp`. */
async function post(to: Town, body: string, secret: string, timestamp: number): Promise<number> {
  const response = await fetch(to.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(secret, timestamp, body),
    },
    body,
  });
  return response.status;
}

const now = () => Math.floor(Date.now() / 1000);
const mention = (eventId: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: eventId,
    team_id: 'T0MACHI',
    authorizations: [{ team_id: 'T0MACHI', user_id: botUser, is_bot: true }],
    event: {
      type: 'app_mention',
      user: people.sato,
      channel: channels.kikaku,
      text: `<@${botUser}> ヘルプ`,
      ts: '1795478400.000100',
      event_ts: '1795478400.000100',
      ...more,
    },
  });

describe('deliveries', () => {
  test('a forged signature and an old one are refused, a right one is answered once', async () => {
    const slack = await town();
    const { signingSecret, hub } = slack.playground;
    const parent = hub.workspace.post({
      channel: channels.kikaku,
      user: people.sato,
      text: 'ヘルプ',
      blocks: [],
      threadTs: null,
      ephemeralTo: null,
    });
    const body = (id: string) => mention(id, { ts: parent.ts });
    expect(await post(slack, body('Ev1'), 'wrong secret', now())).toBe(401);
    expect(await post(slack, body('Ev1'), signingSecret, now() - 301)).toBe(401);
    expect(slack.answers()).toHaveLength(0);
    expect(await post(slack, body('Ev1'), signingSecret, now())).toBe(200);
    await until(() => slack.answers()[0], 'the answer');
    expect(await post(slack, body('Ev1'), signingSecret, now())).toBe(200);
    await slack.app.idle();
    expect(slack.answers()).toHaveLength(1);
  });

  test('a repeated event_id is ignored also while the store is down', async () => {
    const slack = await town({ store: () => openStore({ sqliteFile: '/dev/null/hakaru.sqlite' }) });
    const answer = await slack.say('@Hakaru ヘルプ');
    expect(answer.threadTs).not.toBeNull();
    const delivered = slack.playground.hub.requests.find((request) => request.name === 'event app_mention');
    const again = JSON.stringify(delivered?.request);
    expect(await post(slack, again, slack.playground.signingSecret, now())).toBe(200);
    await slack.app.idle();
    expect(slack.answers()).toHaveLength(1);
  });

  test('other bots, edits and joins are not answered', async () => {
    const slack = await town();
    const event = {
      type: 'message',
      channel: channels.direct,
      channel_type: 'im',
      text: 'ヘルプ',
      ts: '1.2',
    };
    const { hub } = slack.playground;
    await sendEvent(hub, 'message.im', { ...event, user: people.sato, bot_id: 'B0OTHER' });
    await sendEvent(hub, 'message.im', { ...event, subtype: 'message_changed' });
    await sendEvent(hub, 'message.im', { ...event, user: people.sato, subtype: 'channel_join' });
    await sendEvent(hub, 'message.im', { ...event, user: botUser });
    await sendEvent(hub, 'app_mention', {
      ...event,
      type: 'app_mention',
      channel: channels.kikaku,
      user: people.sato,
      bot_id: 'B0OTHER',
    });
    await slack.app.idle();
    expect(slack.answers()).toEqual([]);
  });
});

describe('refusals by Slack', () => {
  /** Makes the playground refuse what `when` picks. */
  function refuseBlocks(slack: Town, types: string[]): void {
    const { workspace } = slack.playground.hub;
    const post = workspace.post;
    workspace.post = (message) => {
      if (message.blocks?.some((block) => types.includes(String(block.type))))
        throw new SlackRefusal('invalid_blocks', ['unsupported block type']);
      return post(message);
    };
  }

  test('a workspace without tables and charts gets the same answer in sections', async () => {
    const slack = await town();
    refuseBlocks(slack, ['data_table', 'data_visualization', 'context_actions']);
    const command = await slack.command('/kpi 移住');
    expect(wordsOf(command)).toContain('東京事務所における新規移住相談者数');
    expect(command.blocks.map((block) => block.type)).not.toContain('data_table');
    const thread = await slack.say('@Hakaru 移住のKPIは？');
    expect(wordsOf(thread)).toContain('東京事務所における新規移住相談者数');
  });

  test('where no block is taken the words are sent', async () => {
    const slack = await town();
    refuseBlocks(slack, ['rich_text']);
    const thread = await slack.say('@Hakaru 移住のKPIは？');
    expect(thread.blocks).toEqual([]);
    expect(thread.text).toContain('移住');
  });

  test('two answers within a second in one channel both arrive', async () => {
    const slack = await town({ messageInterval: 1000 });
    const [first, second] = await Promise.all([
      slack.say('@Hakaru ヘルプ'),
      slack.say('@Hakaru 移住のKPIは？'),
    ]);
    await until(() => (slack.answers().length === 2 ? true : undefined), 'two answers');
    expect([first.channel, second.channel]).toEqual(['C0KIKAKU', 'C0KIKAKU']);
    expect(slack.refusals()).toContain('ratelimited');
  });

  test('an answer that cannot be posted is told with the cure and a reference number', async () => {
    const slack = await town();
    const { hub } = slack.playground;
    await sendEvent(hub, 'app_mention', {
      type: 'app_mention',
      user: people.sato,
      channel: channels.oshirase,
      text: `<@${botUser}> ヘルプ`,
      ts: '1795478400.000100',
    });
    const told = await until(() => slack.answers()[0], 'the apology');
    expect(told.channel).toBe('D0SATO');
    expect(told.text).toContain(
      'このチャンネルに参加していないため投稿できません。`/invite @Hakaru` で招待してください。',
    );
    const [, reference] = /参照番号 ([A-Z2-9]{6}) を管理者にお伝えください/.exec(told.text) ?? [];
    expect(slack.logged).toContainEqual(
      expect.objectContaining({ reference, slack: 'not_in_channel', level: 50 }),
    );
  });
});

describe('errors of our own', () => {
  test('a failing question tells its reference number privately and logs the cause', async () => {
    const slack = await town({
      change: (context) => ({
        ...context,
        bot: {
          ...context.bot,
          ask() {
            throw new Error('the seeds are gone');
          },
        },
      }),
    });
    const told = await slack.command('/kpi 移住');
    expect(told.ephemeralTo).toBe('U0SATO');
    const [, reference] = /参照番号 ([A-Z2-9]{6})/.exec(told.text) ?? [];
    const line = slack.logged.find((entry) => entry.reference === reference);
    expect(JSON.stringify(line)).toContain('the seeds are gone');
    expect(told.text).not.toContain('seeds');
  });

  test('with the store down questions are answered and feedback says so', async () => {
    const slack = await town({ store: () => openStore({ sqliteFile: '/dev/null/hakaru.sqlite' }) });
    const answer = await slack.command('/kpi 移住');
    expect(wordsOf(answer)).toContain('移住');
    const told = await slack.click(answer, '役に立った');
    expect(told.ephemeralTo).toBe('U0SATO');
    expect(told.text).toContain(
      '記録の保存先につながらないため、いまは実行できません。質問への回答は続けられます。',
    );
  });

  test('an answer to an expired response_url is shown another way', async () => {
    const slack = await town();
    const answer = await slack.command('/kpi 移住');
    const { responseUrls } = slack.playground.hub;
    const use = responseUrls.use;
    responseUrls.use = () => {
      throw new SlackRefusal('expired_url', ['30分を過ぎた response_url です']);
    };
    const details = await slack.click(answer, 'U・Iターン就職決定者数');
    responseUrls.use = use;
    expect(details.ephemeralTo).toBe('U0SATO');
    expect(wordsOf(details)).toContain('400人');
  });
});

describe('settings and life', () => {
  test('a prefix renames the commands and what is shown of them', async () => {
    const slack = await town({ environment: { COMMAND_PREFIX: 'hakaru-' } });
    const help = await slack.command('/hakaru-kpi ヘルプ');
    expect(wordsOf(help)).toContain('/hakaru-kpi 移住');
    expect(wordsOf(help)).not.toMatch(/[^-\w]\/kpi/);
    const answer = await slack.click(help, '/hakaru-kpi 移住');
    expect(wordsOf(answer)).toContain('東京事務所における新規移住相談者数');
  });

  test('a wrong token ends the start with the SDK error', async () => {
    await expect(
      town({
        change: (context) => ({
          ...context,
          config: { ...context.config, slack: { ...context.config.slack, botToken: 'xoxb-wrong' } as never },
        }),
      }),
    ).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  test('stopping lets a running answer finish and then receives nothing', async () => {
    const slack = await town();
    const answering = slack.say('@Hakaru 移住のKPIは？');
    await until(
      () => slack.playground.hub.requests.find((request) => request.name === 'event app_mention'),
      'the delivery',
    );
    await slack.app.stop();
    expect(wordsOf(await answering)).toContain('移住');
    await expect(post(slack, mention('Ev9'), slack.playground.signingSecret, now())).rejects.toThrow();
  });

  test('a Socket Mode connection that Slack refreshes comes back', async () => {
    const slack = await town({ mode: 'socket' });
    slack.playground.sockets.refresh();
    await until(() => (slack.playground.sockets.connected() ? undefined : true), 'the disconnect');
    await until(() => (slack.playground.sockets.connected() ? true : undefined), 'the connection');
    const answer = await slack.command('/kpi 移住');
    expect(wordsOf(answer)).toContain('移住');
  });
});
