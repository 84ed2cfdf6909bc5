// The bot stays true and awake: what it has not read it says, what hangs is gone around, each channel waits for itself, one question is one answer.
import * as xlsx from '@e965/xlsx';
import { describe, expect, type TestContext, test } from 'vitest';
import { deliverOverHttp, sign } from '../../src/playground/deliver.ts';
import { sendEvent } from '../../src/playground/events.ts';
import type { Obj } from '../../src/playground/json.ts';
import { openHome, runStep } from '../../src/playground/people/open.ts';
import { say } from '../../src/playground/people/say.ts';
import { botUser } from '../../src/playground/workspace.ts';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { openStore } from '../../src/stores/open-store.ts';
import {
  channels,
  labelsOf,
  openTown,
  people,
  type Town,
  type TownOptions,
  until,
  wordsOf,
} from '../support/slack-town.ts';
import { enter, modalOf, press, send, wordsIn } from './recording/people.ts';
import { openWire, type Wire } from './walk-wire.ts';

const record = {
  id: 'r1',
  kind: 'recorded' as const,
  kpi: 'renkei-kpi-ui-turn-shushoku',
  plan: 'kitakyushu-renkei',
  fy: 2025,
  typed: '321人',
  value: 321,
  unit: '人',
  partly: false,
  comment: '',
  link: '',
  recordedBy: people.sato,
  recordedAt: '2026-11-20T00:00:00.000Z',
};

type Ending = Pick<TestContext, 'onTestFinished'>;
const kpi = 'U・Iターン就職決定者数';
const unread = '登録された実績を読めていません';

async function town(ending: Ending, options: TownOptions = {}): Promise<Town> {
  const opened = await openTown(options);
  ending.onTestFinished(() => opened.close());
  return opened;
}

async function wired(ending: Ending, options: TownOptions = {}): Promise<{ slack: Town; wire: Wire }> {
  const wire = await openWire();
  const slack = await openTown({
    ...options,
    change(parts) {
      if (parts.config.slack.mode === 'playground') throw new Error('the town has tokens');
      wire.target = String(parts.config.slack.apiUrl).replace(/\/api\/$/, '');
      const config = { ...parts.config, slack: { ...parts.config.slack, apiUrl: wire.apiUrl } };
      return { ...parts, config };
    },
  });
  slack.playground.hub.url = wire.url;
  ending.onTestFinished(async () => {
    await slack.close();
    await wire.close();
  });
  return { slack, wire };
}

/** A store whose results can be read only where that is so. */
function readWhere(readable: () => boolean, store: ReturnType<typeof openStore>): typeof store {
  return {
    ...store,
    entriesAfter: (after) =>
      readable() ? store.entriesAfter(after) : Promise.reject(new StoreUnavailable('down')),
  };
}

describe.concurrent('what was not read is said', () => {
  test('until the log was read once every answer says so, in messages, modals, App Home, files and workflow steps', {
    timeout: 60_000,
  }, async (ending) => {
    let readable = false;
    const slack = await town(ending, {
      store: (file) => readWhere(() => readable, openStore({ sqliteFile: file })),
    });
    const { hub } = slack.playground;
    const command = await slack.command(`/kpi ${kpi}`);
    expect(command.text).toContain(unread);
    expect(wordsOf(command)).toContain(unread);
    expect(wordsOf(await slack.say(`@Hakaru ${kpi}`))).toContain(unread);
    expect(wordsOf(await slack.click(command, '事業を見る'))).toContain(unread);
    await runStep(hub, { user: people.sato, channel: channels.kikaku }, 'search_kpi', { words: kpi });
    const step = await until(
      () => hub.workspace.state.messages.find(({ text }) => text.startsWith('ワークフローのステップが完了')),
      'the step',
    );
    expect(step.text).toContain(unread);
    await openHome(hub, people.sato, 'home');
    const home = await until(() => hub.workspace.state.homes[people.sato], 'App Home');
    expect(wordsIn(home)).toContain(unread);
    await enter(slack, home, 'home-search', people.sato, kpi);
    expect(wordsIn(await modalOf(slack, people.sato))).toContain(unread);
    await slack.say(`${kpi}をExcelでください`, { channel: channels.direct });
    const sent = await until(() => slack.answers().find(({ files = [] }) => files.length > 0), 'the file');
    const file = await fetch(`${hub.url}/page/files/${sent.files?.[0]?.id}`);
    const book = xlsx.read(Buffer.from(await file.arrayBuffer()), { type: 'buffer' });
    expect(JSON.stringify(book.Sheets.この表について)).toContain(unread);
    readable = true;
    await slack.context.results.take();
    expect(wordsOf(await slack.command(`/kpi ${kpi}`))).not.toContain(unread);
  });

  test('a digest sent by hand waits for the results: nothing while they cannot be read, all of them afterwards', {
    timeout: 60_000,
  }, async (ending) => {
    let readable = true;
    const slack = await town(ending, {
      store: (file) => readWhere(() => readable, openStore({ sqliteFile: file })),
    });
    const posted = () => slack.answers().filter(({ text }) => text.includes('計画KPI'));
    const made = await slack.command('/kpi 通知 移住');
    // Written by another copy; this one has not read it yet.
    await slack.context.store.append({ ...record, recordedBy: people.tanaka });
    readable = false;
    const refused = await slack.click(made, '今すぐ送る');
    expect(refused.text).toContain('保存先');
    expect(posted()).toEqual([]);
    readable = true;
    await slack.click(made, '今すぐ送る');
    const digest = await until(() => posted()[0], 'the digest');
    expect(digest.text).toContain('この1週間の登録 1件');
    expect(posted()).toHaveLength(1);
  });

  test('Home comes without subscriptions after a second when the store hangs', async (ending) => {
    const slack = await town(ending, {
      store(file) {
        const never = () => new Promise<never>(() => undefined);
        return { ...openStore({ sqliteFile: file }), subscriptions: never, preference: never };
      },
    });
    const { hub } = slack.playground;
    const before = Date.now();
    await openHome(hub, people.sato, 'home');
    const home = await until(() => hub.workspace.state.homes[people.sato], 'home');
    expect(Date.now() - before).toBeLessThan(8000);
    expect(JSON.stringify(home.body)).toContain('記録の保存先につながらないため、いまは表示できません。');
  });
});

describe.concurrent('what hangs is gone around', () => {
  test('a response_url that is silent is given up after ten seconds', { timeout: 60_000 }, async (ending) => {
    const { slack, wire } = await wired(ending);
    wire.trouble = (path) => (path.includes('/response/') ? 'silent' : null);
    const before = Date.now();
    const { hub } = slack.playground;
    void import('../../src/playground/people/say.ts').then(({ command }) =>
      command(hub, { user: people.sato, channel: channels.kikaku, command: '/kpi', text: kpi }),
    );
    const answer = await until(() => slack.answers()[0], 'the answer', 40_000);
    expect(answer.ephemeralTo).toBe(people.sato);
    expect(Date.now() - before).toBeGreaterThan(9000);
  });

  test('a channel that is told to wait half a minute holds up no other channel', async (ending) => {
    const { slack, wire } = await wired(ending);
    let told = 0;
    wire.trouble = (path, body) => {
      if (!path.includes('chat.postMessage') || !body.includes(channels.kikaku) || told > 0) return null;
      told += 1;
      return { status: 429, headers: { 'retry-after': '6' } };
    };
    const { hub } = slack.playground;
    await say(hub, { user: people.sato, channel: channels.kikaku, text: `@Hakaru ${kpi}` });
    await until(() => (told > 0 ? true : undefined), 'the refusal');
    // It comes first, although it was asked later.
    const other = await slack.say(kpi, { channel: channels.direct });
    expect(other.channel).toBe(channels.direct);
    const late = await until(
      () => slack.answers().find(({ channel }) => channel === channels.kikaku),
      'the answer that waited',
      15_000,
    );
    expect(wordsOf(late)).toContain('400人');
  });
});

describe.concurrent('one question is one answer', () => {
  const mention = (text: string, more: Obj = {}): Obj => ({
    type: 'app_mention',
    user: people.sato,
    channel: channels.kikaku,
    text: `<@${botUser}> ${text}`,
    event_ts: '1795478400.000100',
    ...more,
  });
  const posted = (slack: Town, text: string) =>
    slack.playground.hub.workspace.post({
      channel: channels.kikaku,
      user: people.sato,
      text,
      blocks: [],
      threadTs: null,
      ephemeralTo: null,
    }).ts;

  test('an edited mention is answered once; an edit that first adds the mention is answered', async (ending) => {
    const slack = await town(ending);
    const { hub } = slack.playground;
    const ts = posted(slack, kpi);
    await sendEvent(hub, 'app_mention', mention(kpi, { ts }));
    await until(() => slack.answers()[0], 'the answer');
    const edited = { user: people.sato, ts: '1795478401.000000' };
    await sendEvent(hub, 'app_mention', mention('移住', { ts, edited }));
    await slack.app.idle();
    expect(slack.answers()).toHaveLength(1);
    const other = posted(slack, '移住');
    await sendEvent(hub, 'app_mention', mention('移住', { ts: other, edited }));
    await until(() => slack.answers()[1], 'the second answer');
  });

  test('a reply also sent to the channel is answered in a direct message; an unknown kind is logged', async (ending) => {
    const slack = await town(ending);
    const { hub } = slack.playground;
    const first = await slack.say(kpi, { channel: channels.direct });
    const message = { type: 'message', channel: channels.direct, channel_type: 'im', user: people.sato };
    await sendEvent(hub, 'message.im', {
      ...message,
      text: '移住',
      ts: '1795478400.000200',
      thread_ts: first.threadTs,
      subtype: 'thread_broadcast',
    });
    await until(() => slack.answers()[1], 'the answer');
    await sendEvent(hub, 'message.im', { ...message, text: '移住', ts: '1.3', subtype: 'brand_new_kind' });
    await until(() => slack.logged.find(({ subtype }) => subtype === 'brand_new_kind'), 'the line');
    expect(slack.answers()).toHaveLength(2);
  });

  test('a post whose answer was lost is not there twice', async (ending) => {
    const { slack, wire } = await wired(ending);
    let lost = 0;
    wire.trouble = (path) => {
      if (!path.includes('chat.postMessage') || lost >= 2) return null;
      lost += 1;
      return 'lost';
    };
    await slack.say(`@Hakaru ${kpi}`);
    const posts = () => wire.asked.filter((path) => path.includes('chat.postMessage')).length;
    await until(() => (posts() > 1 ? true : undefined), 'the second try', 15_000);
    await slack.app.idle();
    expect(slack.answers()).toHaveLength(1);
  });

  test('a question whose copy died is answered once, with the words it was asked in', async (ending) => {
    const slack = await town(ending);
    const { store, clock } = slack.context;
    const ts = posted(slack, kpi);
    const at = clock.now().toISOString();
    const left = { state: 'claimed', claimedBy: 'elsewhere 1 gone', claimedAt: at, askedAt: at } as const;
    await store.claimQuestion({
      id: `${channels.kikaku}:${ts}`,
      message: JSON.stringify({ ...mention(kpi), ts }),
      ...left,
    });
    // Its copy may still be at it.
    await slack.app.answerLeft();
    expect(slack.answers()).toHaveLength(0);
    slack.playground.clock.moveTo(new Date(clock.now().getTime() + 61_000));
    await Promise.all([slack.app.answerLeft(), slack.app.answerLeft()]);
    expect(slack.answers()).toHaveLength(1);
    expect(slack.answers()[0]?.threadTs).toBe(ts);
    expect(wordsOf(slack.answers()[0] as never)).toContain('400人');
    await slack.app.answerLeft();
    // After ten minutes nobody waits for an answer any more.
    await store.claimQuestion({ id: 'C0KIKAKU:9.9', message: JSON.stringify(mention(kpi)), ...left });
    slack.playground.clock.moveTo(new Date(clock.now().getTime() + 11 * 60_000));
    await slack.app.answerLeft();
    expect(slack.answers()).toHaveLength(1);
  });
});

describe.concurrent('what strangers send', () => {
  test('a body of four megabytes is refused unread', async (ending) => {
    const slack = await town(ending);
    const body = JSON.stringify({ type: 'event_callback', event: { text: 'x'.repeat(3_900_000) } });
    const time = Math.floor(Date.now() / 1000);
    const { signingSecret } = slack.playground;
    const response = await fetch(slack.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': sign(signingSecret, time, body),
      },
      body,
    });
    expect(response.status).toBe(413);
  });

  test('a forged view and a link that would call a whole channel are refused at the field', async (ending) => {
    const slack = await town(ending);
    const answer = await slack.command(`/kpi ${kpi}`);
    await press(slack, answer, '実績を入力', people.sato);
    const modal = await modalOf(slack, people.sato);
    const value = JSON.stringify(modal.body.blocks).match(/record-live-value[^"]*/)?.[0] ?? '';
    const errors = await send(slack, modal, people.sato, {
      [value]: '300',
      'record-text-link': 'https://x/<!channel>',
    });
    expect(Object.values(errors).join()).toContain('リンク');
    const forged = { ...modal.body, id: modal.id, hash: modal.hash, state: { values: {} }, type: 'modal' };
    const meta = JSON.stringify({ opened: 'x', choice: 'among', seen: 0, among: { length: 3 } });
    const ack = await deliverOverHttp(slack.url, slack.playground.signingSecret, {
      kind: 'interactive',
      name: 'forged',
      payload: {
        type: 'view_submission',
        team: { id: 'T0MACHI' },
        user: { id: people.sato, team_id: 'T0MACHI' },
        view: { ...forged, private_metadata: meta },
      },
    } as never);
    expect(ack.ok).toBe(true);
  });
});

describe.concurrent('where the bot is no member', () => {
  test('a subscription is confirmed with what to do first, at once', async (ending) => {
    const slack = await town(ending);
    const told = await slack.command('/kpi 通知 移住', { channel: channels.oshirase });
    expect(told.text).toContain('/invite @Hakaru');
    expect(wordsOf(told)).toContain('/invite @Hakaru');
    expect(await slack.context.store.subscriptions(channels.oshirase)).toHaveLength(1);
    const inside = await slack.command('/kpi 通知 移住');
    expect(inside.text).not.toContain('まだ投稿できません');
  });
});

describe.concurrent('people from outside', () => {
  test('somebody of another workspace reads what was published, and records, subscribes and shares nothing', async (ending) => {
    const slack = await town(ending);
    const { hub } = slack.playground;
    await slack.context.store.append(record);
    await slack.context.results.take();
    expect(wordsOf(await slack.say(`@Hakaru ${kpi}`))).toContain('321');
    const members = await slack.command(`/kpi ${kpi}`);
    const deliver = hub.deliver;
    hub.deliver = (delivery) => {
      const foreign = 'T0ELSEWHERE';
      const { payload } = delivery;
      const event = payload.event ? { event: { ...(payload.event as Obj), user_team: foreign } } : {};
      const user = payload.user ? { user: { ...(payload.user as Obj), team_id: foreign } } : {};
      return deliver({ ...delivery, payload: { ...payload, team_id: foreign, ...event, ...user } });
    };
    const read = await slack.say(`@Hakaru ${kpi}`);
    expect(wordsOf(read)).toContain('400人');
    expect(wordsOf(read)).not.toContain('321');
    const command = await slack.command(`/kpi ${kpi}`);
    expect(wordsOf(command)).not.toContain('321');
    for (const typed of ['/kpi 通知', '/kpi 実績 移住', '/kpi 担当', '/kpi ／通知 移住'.replace('／', '')])
      expect((await slack.command(typed)).text).toContain('このワークスペースの方だけが使えます');
    const posts = () => slack.answers().filter(({ ephemeralTo }) => ephemeralTo === null).length;
    const shown = posts();
    for (const [message, label] of [
      [command, '実績を入力'],
      [members, 'チャンネルに共有'],
    ] as const)
      expect((await slack.click(message, label)).text).toContain('このワークスペースの方だけ');
    expect(labelsOf(command)).not.toContain('チャンネルに共有');
    expect(posts()).toBe(shown);
    expect(wordsOf(await slack.command('/kpi 実績未登録'))).not.toContain('このワークスペース');
    // A file is not even fetched.
    const before = slack.answers().length;
    const bytes = Buffer.from('事業名,予算額（千円）\n道直し,1\n');
    const file = hub.uploads.put('a.csv', bytes, people.sato);
    await say(hub, { user: people.sato, channel: channels.direct, text: '', files: [file] });
    const refused = await until(() => slack.answers()[before], 'the refusal of the file');
    expect(refused.text).toContain('計画の取り込み');
    expect(refused.text).toContain('このワークスペースの方だけ');
    expect(JSON.stringify(hub.requests)).not.toContain('files.info');
    expect(await slack.context.store.planVersions()).toEqual([]);
    expect(await slack.context.store.subscriptions()).toEqual([]);
    expect(hub.workspace.state.views[people.sato] ?? []).toEqual([]);
  });

  test.for([
    ['published', true],
    ['member', false],
  ] as const)('a guest with GUESTS=%s', async ([setting, refused], ending) => {
    const { slack, wire } = await wired(ending, { environment: { GUESTS: setting } });
    wire.trouble = (path) =>
      path.includes('users.info')
        ? {
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              ok: true,
              user: { id: people.sato, team_id: 'T0MACHI', is_restricted: true },
            }),
          }
        : null;
    const told = await slack.command('/kpi 通知 移住');
    expect(told.text.includes('このワークスペースの方だけ')).toBe(refused);
    const { hub } = slack.playground;
    const file = hub.uploads.put('a.csv', Buffer.from('事業名,予算額\n道,1\n'), people.sato);
    const before = slack.answers().length;
    await say(hub, { user: people.sato, channel: channels.direct, text: '', files: [file] });
    const card = await until(() => slack.answers()[before], 'the answer to the file');
    expect(card.text.includes('このワークスペースの方だけ')).toBe(refused);
  });

  test('a submission of somebody from outside is answered in the modal', async (ending) => {
    const slack = await town(ending);
    const answer = await slack.command(`/kpi ${kpi}`);
    await press(slack, answer, '実績を入力', people.sato);
    const modal = await modalOf(slack, people.sato);
    const { hub } = slack.playground;
    const deliver = hub.deliver;
    hub.deliver = (delivery) =>
      deliver({
        ...delivery,
        payload: { ...delivery.payload, user: { ...(delivery.payload.user as Obj), team_id: 'T0ELSE' } },
      });
    const value = JSON.stringify(modal.body.blocks).match(/record-live-value[^"]*/)?.[0] ?? '';
    await send(slack, modal, people.sato, { [value]: '300' });
    const shown = await modalOf(slack, people.sato, (view) => wordsIn(view).includes('このワークスペース'));
    expect(wordsIn(shown)).toContain('このワークスペースの方だけ');
    expect(await slack.context.store.entriesAfter(0)).toEqual([]);
  });
});
