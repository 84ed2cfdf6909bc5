// The people in charge are reminded before, on and after the due day, once each, in one message, and never on a day off.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/digest/working-days.ts';
import type { Duty, Store } from '../../../src/ports/store.ts';
import { remindAgain, switchReminders } from '../../../src/slack/owners/settings.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import { type Copy, openCopy, openSmallSlack, type SmallSlack, setClock } from '../digest/town.ts';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hakaru-remind-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Hall {
  slack: SmallSlack;
  store: Store;
  clock: ReturnType<typeof setClock>;
  copies: Copy[];
  look(day: string, time?: string): Promise<void>;
  /** Messages to a person, as `day: first line`. */
  to(person: string): string[];
}

async function hall(): Promise<Hall> {
  files += 1;
  const sqliteFile = join(folder, `${files}.sqlite`);
  const stores = [openStore({ sqliteFile }), openStore({ sqliteFile })];
  const slack = await openSmallSlack();
  const clock = setClock('2026-09-01', '09:00');
  const copies = stores.map((store, i) => openCopy(store, slack.url, clock, `copy-${i}`));
  closing.push(
    () => slack.close(),
    ...stores.map((store) => () => store.close()),
    ...copies.map(
      ({ scheduler }) =>
        () =>
          scheduler.stop(),
    ),
  );
  return {
    slack,
    store: stores[0] as Store,
    clock,
    copies,
    async look(day, time = '09:00') {
      clock.set(day, time);
      await Promise.all(copies.map(({ scheduler }) => scheduler.tick()));
    },
    to: (person) =>
      slack.posts.filter(({ channel }) => channel === person).map(({ text }) => text.split('\n')[0] ?? ''),
  };
}

const duty = (person: string, role: Duty['role'] = 'owner') => ({
  person,
  role,
  by: 'U0SATO',
  at: '2026-04-01T00:00:00.000Z',
});
/** Its results of R7 are due on 2026-09-30, those of R6 were due a year before. */
const kpi = 'jimu-kpi-boutsui';
const recorded = {
  kind: 'recorded' as const,
  kpi,
  plan: 'kitakyushu-jimu',
  value: 90,
  typed: '90%',
  unit: '%',
  partly: false,
  comment: '',
  link: '',
  recordedBy: 'U0SATO',
  recordedAt: '2026-05-20T06:00:00.000Z',
};

describe('reminders', () => {
  test('a whole summer with two copies: before, on and after the due day, once each, owner and deputy', {
    timeout: 60_000,
  }, async () => {
    const { store, look, to, slack } = await hall();
    await store.saveDuties(`kpi:${kpi}`, [duty('U0MORI'), duty('U0ABE', 'deputy')], ['owner', 'deputy']);
    await store.append({ ...recorded, id: 'e2024', fy: 2024 });
    for (let day = '2026-09-01'; day <= '2026-11-30'; day = addDays(day, 1)) {
      await look(day, '08:59');
      await look(day);
      await look(day, '15:00');
    }
    expect(to('U0MORI')).toEqual([
      '9/16(水) 実績の登録のお願い 1件',
      '9/30(水) 実績の登録のお願い 1件',
      '10/7(水) 実績の登録のお願い 1件',
    ]);
    expect(to('U0ABE')).toEqual(to('U0MORI'));
    expect(slack.posts[0]?.text).toContain('R7の実績　登録期限 2026/9/30（あと14日）');
  });

  test('all that a person answers for is one message; what is recorded is not asked for', async () => {
    const { store, look, to, slack, copies } = await hall();
    const department = copies[0]?.context.bot.repository.projects.find(
      ({ department: one }) => one,
    )?.department;
    await store.saveDuties(`department:${department}`, [duty('U0MORI')], ['owner']);
    await look('2026-11-24');
    expect(to('U0MORI')).toHaveLength(1);
    expect(slack.posts[0]?.text.split('\n').length).toBeGreaterThan(1);
    await look('2026-11-25');
    expect(to('U0MORI')).toHaveLength(1);
  });

  test('"in three days again" comes once on a working day, and stopping stops', async () => {
    const { store, look, to, copies } = await hall();
    const context = copies[0]?.context as Copy['context'];
    await store.saveDuties(`kpi:${kpi}`, [duty('U0MORI')], ['owner']);
    await look('2026-11-19');
    expect(to('U0MORI')).toHaveLength(1);
    // Three days later is a Sunday, the day after a holiday.
    expect(await remindAgain(context, 'U0MORI', { today: '2026-11-19', days: 3 })).toBe('2026-11-24');
    for (const day of ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']) await look(day);
    expect(to('U0MORI')).toEqual(['11/19(木) 実績の登録のお願い 1件', '11/24(火) 実績の登録のお願い 1件']);
    await remindAgain(context, 'U0MORI', { today: '2026-11-25', days: 1 });
    await switchReminders(context, 'U0MORI', 'off');
    await look('2026-11-26');
    expect(to('U0MORI')).toHaveLength(2);
  });

  test("a chief gets the department's month on its first working day, and nothing else", async () => {
    const { store, look, to, slack, copies } = await hall();
    const department = copies[0]?.context.bot.repository.projects.find(
      ({ department: one }) => one,
    )?.department;
    await store.saveDuties(`department:${department}`, [duty('U0KATO', 'chief')], ['chief']);
    for (let day = '2026-12-28'; day <= '2027-01-08'; day = addDays(day, 1)) await look(day);
    expect(to('U0KATO')).toEqual(['1月の集計']);
    expect(slack.posts[0]?.text).toContain(`${department}　遅れ`);
    expect(slack.posts[0]?.text).toMatch(/実績未登録 \d+件/);
    // Nobody looked on 2/1: it comes the next day, once.
    for (const day of ['2027-02-02', '2027-02-03']) await look(day);
    expect(to('U0KATO')).toEqual(['1月の集計', '2月の集計']);
  });

  test('of a reminder that may have come the person hears at once, and it is not sent again', async () => {
    const { store, look, to, slack } = await hall();
    await store.saveDuties(`kpi:${kpi}`, [duty('U0MORI')], ['owner']);
    slack.reply = ({ text }) => (text.includes('お願い 1件') ? { lostAfter: true } : null);
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await look(day);
    expect(to('U0MORI')).toEqual([
      '11/24(火) 実績の登録のお願い 1件',
      expect.stringMatching(/^11\/24の実績の登録のお願い・月の集計を送りましたが/),
    ]);
  });
});
