// When a digest is sent, and what happens when Slack, the store or the machine does not play along.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Store, StoreUnavailable } from '../../../src/ports/store.ts';
import { createSqliteStore } from '../../../src/stores/sqlite-store.ts';
import { type Copy, openCopy, openSmallSlack, type SmallSlack, setClock, subscription } from './town.ts';

let folder: string;
let store: Store;
let slack: SmallSlack;
const clock = setClock('2026-11-24', '09:00');
let one: Copy;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-digest-'));
  store = createSqliteStore(join(folder, 'hakaru.sqlite'));
  slack = await openSmallSlack();
  clock.set('2026-11-24', '09:00');
  one = openCopy(store, slack.url, clock, 'one');
});
afterEach(async () => {
  await one.scheduler.stop();
  await slack.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function at(day: string, time: string, copy = one): Promise<void> {
  clock.set(day, time);
  await copy.scheduler.tick();
}
const days = () => slack.main().map(({ mark }) => mark?.split(' ')[1]);
const only = async () => (await store.subscriptions())[0];

describe('the time', () => {
  test('nothing before it, one post from it on, none after', async () => {
    await store.saveSubscription(subscription({ time: '09:30' }));
    await at('2026-11-24', '09:29');
    expect(days()).toEqual([]);
    await at('2026-11-24', '09:30');
    await at('2026-11-24', '09:31');
    await at('2026-11-24', '17:00');
    expect(days()).toEqual(['2026-11-24']);
    expect(slack.main()[0]?.text).toContain('11/24(火) 計画KPI　お知らせを始めます');
  });

  test('2026-11-21 (Sat) and 11-23 (holiday) are silent, the next post comes on Tuesday 11-24', async () => {
    await store.saveSubscription(subscription());
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']) await at(day, '10:00');
    expect(days()).toEqual(['2026-11-24']);
  });

  test('a subscription made in the afternoon starts on the next working day', async () => {
    await store.saveSubscription(subscription({ createdAt: '2026-11-20T06:00:00.000Z' }));
    await at('2026-11-20', '15:01');
    expect(days()).toEqual([]);
    await at('2026-11-24', '09:00');
    expect(days()).toEqual(['2026-11-24']);
  });

  test('only its weekdays', async () => {
    await store.saveSubscription(subscription({ weekdays: [3] }));
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await at(day, '09:00');
    expect(days()).toEqual(['2026-11-25']);
  });

  test('paused and stopped ones are silent', async () => {
    await store.saveSubscription(subscription({ id: 'a', state: 'paused' }));
    await store.saveSubscription(subscription({ id: 'b', state: 'stopped' }));
    await at('2026-11-24', '09:00');
    expect(slack.posts).toEqual([]);
  });

  test('after days without the bot: the same day only, once', async () => {
    await store.saveSubscription(subscription());
    await at('2026-11-10', '09:00');
    await at('2026-11-26', '14:20');
    await at('2026-11-26', '14:21');
    expect(days()).toEqual(['2026-11-10', '2026-11-26']);
  });
});

describe('Slack does not take it', () => {
  test('429: waits as told and posts the same day', async () => {
    await store.saveSubscription(subscription());
    slack.reply = () => ({ status: 429, retryAfter: 40 });
    await at('2026-11-24', '09:00');
    slack.reply = () => null;
    await one.scheduler.tick();
    expect(days()).toEqual([]);
    await at('2026-11-24', '09:01');
    expect(days()).toEqual(['2026-11-24']);
    expect(slack.told()).toEqual([]);
  });

  test('429 in the thread: the rest of the thread follows, the post stays one', async () => {
    await store.saveSubscription(subscription());
    await store.append({
      id: 'entry-1',
      kind: 'recorded',
      kpi: 'jimu-kpi-konbini-kofu',
      plan: 'kitakyushu-jimu',
      fy: 2025,
      typed: '10%',
      value: 10,
      unit: '%',
      partly: false,
      comment: '',
      link: '',
      recordedBy: 'U0SATO',
      recordedAt: '2026-11-20T05:00:00.000Z',
    });
    one.context.bot.repository.applyEntries(await store.entriesAfter(0));
    slack.reply = (post) => (post.thread ? { status: 429, retryAfter: 5 } : null);
    await at('2026-11-24', '09:00');
    expect(slack.posts.map(({ thread }) => thread)).toEqual([null]);
    slack.reply = () => null;
    await at('2026-11-24', '09:01');
    await at('2026-11-24', '09:02');
    expect(slack.posts.map(({ mark }) => mark)).toEqual(['kikaku 2026-11-24 0', 'kikaku 2026-11-24 1']);
    expect(await store.lastDigest('kikaku')).toMatchObject({ day: '2026-11-24', state: 'posted' });
  });

  test('an outage: tried again with growing waits the same day', async () => {
    await store.saveSubscription(subscription());
    let tries = 0;
    slack.reply = () => {
      tries += 1;
      return { status: 503 };
    };
    for (let minute = 0; minute < 60; minute += 1)
      await at('2026-11-24', `09:${String(minute).padStart(2, '0')}`);
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(15);
    slack.reply = () => null;
    await at('2026-11-24', '10:15');
    await at('2026-11-24', '10:16');
    expect(days()).toEqual(['2026-11-24']);
  });

  test('an outage of the whole day is told, the changes come with the next digest', async () => {
    await store.saveSubscription(subscription());
    slack.reply = () => ({ status: 503 });
    await at('2026-11-24', '09:00');
    slack.reply = () => null;
    await at('2026-11-25', '09:00');
    expect(days()).toEqual(['2026-11-25']);
    expect(slack.told()).toEqual([
      '11/24のお知らせ（<#C0KIKAKU>）は、その日のうちに送れませんでした。変化は次のお知らせにまとめます。',
    ]);
  });

  test('a lost answer is told and never sent again', async () => {
    await store.saveSubscription(subscription());
    slack.reply = (post) => (post.mark ? { lostAfter: true } : null);
    await at('2026-11-24', '09:00');
    slack.reply = () => null;
    await at('2026-11-24', '09:10');
    await at('2026-11-24', '12:00');
    expect(days()).toEqual(['2026-11-24']);
    expect(slack.told()).toHaveLength(1);
    expect(slack.told()[0]).toContain('返事を受け取れませんでした');
  });

  test.each([
    ['not_in_channel', '/invite'],
    ['is_archived', '別のチャンネル'],
    ['channel_not_found', '/invite'],
  ])('%s: the owner hears the cure, and after three in a row it stops', async (error, cure) => {
    await store.saveSubscription(subscription());
    slack.reply = (post) => (post.mark ? { error } : null);
    await at('2026-11-24', '09:00');
    await at('2026-11-24', '12:00');
    expect(slack.told()).toHaveLength(1);
    expect(slack.told()[0]).toContain(cure);
    await at('2026-11-25', '09:00');
    expect(await only()).toMatchObject({ state: 'active', refusals: 2 });
    await at('2026-11-26', '09:00');
    expect(await only()).toMatchObject({ state: 'stopped', stopReason: error, refusals: 3 });
    expect(slack.told()[2]).toContain('3回続けて送れなかったため、このお知らせを停止しました');
    await at('2026-11-27', '09:00');
    expect(slack.told()).toHaveLength(3);
  });

  test('a channel that was archived: another channel is advised, and no other try promised', async () => {
    await store.saveSubscription(subscription());
    slack.reply = (post) => (post.mark ? { error: 'is_archived' } : null);
    await at('2026-11-24', '09:00');
    expect(slack.told()[0]).toMatch(/別のチャンネルを選んでください。$/);
  });

  test('a post that is taken resets the count of refusals', async () => {
    await store.saveSubscription(subscription({ refusals: 2 }));
    await at('2026-11-24', '09:00');
    expect(await only()).toMatchObject({ state: 'active', refusals: 0 });
  });

  test('refused blocks: the text goes alone', async () => {
    await store.saveSubscription(subscription());
    let first = true;
    slack.reply = () => {
      const refuse = first;
      first = false;
      return refuse ? { error: 'invalid_blocks' } : null;
    };
    await at('2026-11-24', '09:00');
    expect(days()).toEqual(['2026-11-24']);
  });
});

describe('several copies and a store that is away', () => {
  test('two copies that look at the same moment post once', async () => {
    await store.saveSubscription(subscription());
    const other = createSqliteStore(join(folder, 'hakaru.sqlite'));
    const two = openCopy(other, slack.url, clock, 'two');
    await Promise.all([one.scheduler.tick(), two.scheduler.tick(), one.scheduler.tick()]);
    await Promise.all([two.scheduler.tick(), one.scheduler.tick()]);
    expect(days()).toEqual(['2026-11-24']);
    await two.scheduler.stop();
    await other.close();
  });

  test('store down: digests are off, said once, and on again', async () => {
    await store.saveSubscription(subscription());
    let down = true;
    const flaky = new Proxy(store, {
      get: (target, name, receiver) =>
        down && name === 'subscriptions'
          ? () => Promise.reject(new StoreUnavailable('away'))
          : Reflect.get(target, name, receiver),
    });
    const two = openCopy(flaky, slack.url, clock, 'two');
    await two.scheduler.tick();
    await two.scheduler.tick();
    expect(two.logged.map(({ msg }) => msg)).toEqual(['store down: digests are off, questions go on']);
    down = false;
    await two.scheduler.tick();
    expect(days()).toEqual(['2026-11-24']);
    expect(two.logged.map(({ msg }) => msg)).toContain('store is back: digests are on');
    await two.scheduler.stop();
  });
});
