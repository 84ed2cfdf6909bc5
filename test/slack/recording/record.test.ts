// Recording results in Slack: modal, live check, errors at the field, confirmation, undo, two people at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command as typeCommand } from '../../../src/playground/people/say.ts';
import { toExport } from '../../../src/present/export/everything.ts';
import { recordRequested } from '../../../src/slack/listeners/record.ts';
import { channels, labelsOf, openTown, people, type Town, until, wordsOf } from '../../support/slack-town.ts';
import { enter, modalOf, offered, press, send, wordsIn } from './people.ts';

/** Target 200人 in every year of the plan (R3–R5), R3 actual 179人. */
const name = '東京事務所における新規移住相談者数';

/** Types a command that opens a modal. */
async function openBy(
  town: Town,
  typed: string,
  user: string = people.sato,
  channel: string = channels.kikaku,
) {
  const [command = '', ...words] = typed.split(' ');
  delete town.playground.hub.workspace.state.views[user];
  await typeCommand(town.playground.hub, { user, channel, command, text: words.join(' ') });
  return await modalOf(town, user);
}

/** The newest message of the bot that the person sees. */
async function told(town: Town, words: string) {
  return await until(() => town.answers().findLast((message) => message.text.includes(words)), words);
}

describe.each([
  ['実績', ''],
  ['実績 移住', '移住'],
  ['実績　移住 相談', '移住 相談'],
  ['実績を入力 移住', '移住'],
  ['実績登録', ''],
  ['実績未登録', null],
  ['実績待ち', null],
  ['実績のないKPI', null],
  ['移住 実績', null],
])('/kpi %s', (text, words) => {
  test(words === null ? 'is a question' : `records, with the words 「${words}」`, () => {
    expect(recordRequested(text)).toBe(words);
  });
});

describe('the modal', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  test('opens from a button with its KPI and the latest due year without a result', async () => {
    const list = await town.command('/kpi hyoka-kpi-iju-sodan');
    await press(town, list, '実績を入力', people.sato);
    const view = await modalOf(town, people.sato);
    expect(wordsIn(view)).toContain(name);
    expect(view.body.callback_id).toBe('record');
    expect(JSON.parse(String(view.body.private_metadata))).toMatchObject({ choice: 'fixed', fy: 2023 });
  });

  test('with words that find several KPIs, these are the choice', async () => {
    const view = await openBy(town, '/kpi 実績 移住');
    expect(JSON.parse(String(view.body.private_metadata)).choice).toBe('among');
    expect(wordsIn(view)).toContain(`${name}（R5行政評価）`);
    await enter(town, view, `${name}（R5行政評価）`, people.sato);
    const chosen = await modalOf(town, people.sato, (top) => wordsIn(top).includes('入力例'));
    expect(wordsIn(chosen)).toContain('実績（単位：人）');
  });

  test('without words every KPI is found by type-ahead, by its reading too', async () => {
    const view = await openBy(town, '/kpi 実績');
    const all = await offered(town, view, 'record-live-kpi', people.sato, '');
    expect(all.length).toBe(50);
    const found = await offered(town, view, 'record-live-kpi', people.sato, 'いじゅうそうだん');
    const mine = found.find(({ label }) => label.startsWith(name));
    await enter(town, view, 'record-live-kpi', people.sato, mine?.option);
    const chosen = await modalOf(town, people.sato, (top) => wordsIn(top).includes('入力例'));
    expect(wordsIn(chosen)).toContain(name);
  });

  test('words that find nothing say so and leave the choice open', async () => {
    const view = await openBy(town, '/kpi 実績 空飛ぶ円盤zzz');
    expect(wordsIn(view)).toContain('「空飛ぶ円盤zzz」に合うKPIは見つかりませんでした。');
    expect(JSON.parse(String(view.body.private_metadata)).choice).toBe('any');
  });

  test('while a person types it shows how the value is read and the status before and after', async () => {
    const view = await openBy(town, `/kpi 実績 ${name}`);
    await enter(town, view, 'record-live-value', people.sato, '２５０人');
    const shown = await modalOf(town, people.sato, (top) => wordsIn(top).includes('250人 として登録'));
    expect(wordsIn(shown)).toContain('期限超過・実績未登録 → ');
    await enter(town, shown, 'record-live-value', people.sato, '多い');
    const wrong = await modalOf(town, people.sato, (top) => wordsIn(top).includes('数字で入力してください'));
    expect(wordsIn(wrong)).not.toContain('として登録');
    expect(wordsIn(wrong).split('数字で入力してください')).toHaveLength(2);
    expect(wordsIn(wrong)).not.toContain('入力例：');
  });

  test('wrong input is told at its field and nothing is recorded', async () => {
    const view = await openBy(town, `/kpi 実績 ${name}`);
    const errors = await send(town, view, people.sato, { 'record-live-value': '12件' });
    expect(Object.entries(errors)).toEqual([
      [
        expect.stringMatching(/^value /),
        expect.stringContaining('単位が違います。このKPIの単位は「人」です'),
      ],
    ]);
    expect(await town.context.store.entriesAfter(0)).toEqual([]);
  });

  test('an odd value is asked about once before it is recorded', async () => {
    const view = await openBy(town, `/kpi 実績 ${name}`);
    const errors = await send(town, view, people.sato, { 'record-live-value': '99999人' });
    expect(errors).toEqual({});
    const asked = await modalOf(town, people.sato, (top) => wordsIn(top).includes('よろしいですか'));
    expect(wordsIn(asked)).toContain('このまま登録');
    expect(await town.context.store.entriesAfter(0)).toEqual([]);
  });

  test('shown while typing, the question is answered by submitting; the figure stands in full, with one rate', async () => {
    const view = await openBy(town, '/kpi 実績 KitaQサポーター登録者数');
    await enter(town, view, 'record-live-value', people.sato, '12万人');
    const shown = await modalOf(town, people.sato, (top) => wordsIn(top).includes('よろしいですか'));
    expect(await send(town, shown, people.sato)).toEqual({});
    await told(town, '12万人を登録しました');
    await town.app.idle();
    const answer = await town.command('/kpi KitaQサポーター登録者数');
    expect(wordsOf(answer)).toContain('実績 120,000人（R5）');
    const table = answer.blocks.find(({ type }) => type === 'data_table') as { rows?: { text: string }[][] };
    const [row] = (table.rows ?? []).filter((cells) => cells.some(({ text }) => text.includes('120,000人')));
    expect(row?.map(({ text }) => text)).toEqual([
      'R5年度',
      expect.stringContaining('実績'),
      '120,000人',
      '3,871.0%',
    ]);
    expect(wordsOf(answer)).toContain('達成率 3,871.0%');
  });

  test('a link that is none is told at its field', async () => {
    const view = await openBy(town, `/kpi 実績 ${name}`);
    const at = { 'record-live-value': '201人', 'record-text-link': 'ftp://example.com' };
    expect(Object.keys(await send(town, view, people.sato, at))).toEqual(['link']);
  });

  test('Slack refused nothing of all this', () => {
    expect(town.refusals()).toEqual([]);
  });
});

describe('recording', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  test('a saved result is confirmed privately and changes the answers at once', async () => {
    const view = await openBy(town, `/kpi 実績 ${name}`);
    await send(town, view, people.sato, {
      'record-live-value': '２３４人',
      'record-text': '速報値です <!channel>',
      'record-text-link': 'https://example.com/r5',
    });
    const confirmation = await told(town, '登録しました');
    expect(confirmation.ephemeralTo).toBe('U0SATO');
    expect(confirmation.channel).toBe('C0KIKAKU');
    expect(labelsOf(confirmation)).toEqual(['取り消す', '詳細', '履歴']);
    expect(wordsOf(confirmation)).toMatch(/期限超過・実績未登録 → \S+ 達成/);
    expect(town.playground.hub.workspace.state.views[people.sato]).toEqual([]);

    const [entry] = await town.context.store.entriesAfter(0);
    expect(entry).toMatchObject({
      seq: 1,
      kind: 'recorded',
      fy: 2023,
      typed: '２３４人',
      value: 234,
      unit: '人',
      comment: '速報値です <!channel>',
      link: 'https://example.com/r5',
      recordedBy: 'U0SATO',
      recordedAt: expect.stringMatching(/^2026-11-24T/),
    });
    const answer = await town.command('/kpi hyoka-kpi-iju-sodan');
    expect(wordsOf(answer)).toContain('実績 234人（R5）');
    const record = toExport(town.bot.repository, '2026-11-24').kpis.find((kpi) => kpi.name === name);
    expect(record?.actuals.find((actual) => actual.fy === 2023)).toMatchObject({
      value: 234,
      recordedBy: 'U0SATO',
    });
    const logged = town.logged.find((line) => line.msg === 'a result was recorded');
    expect(logged).toMatchObject({ by: 'U0SATO', fy: 2023, typed: '２３４人' });
  });

  test('the history names who recorded what', async () => {
    const confirmation = await told(town, '登録しました');
    const history = await town.click(confirmation, '履歴');
    expect(wordsOf(history)).toContain('登録　R5年度 ２３４人');
    expect(JSON.stringify(history.blocks)).toContain('"user_id":"U0SATO"');
  });

  test('undo withdraws it: the answer says again that nothing is recorded', async () => {
    const confirmation = await told(town, '登録しました');
    const undone = await town.click(confirmation, '取り消す');
    expect(undone.ts).toBe(confirmation.ts);
    expect(wordsOf(undone)).toContain('取り消しました');
    expect((await town.context.store.entriesAfter(1))[0]).toMatchObject({ kind: 'withdrawn', fy: 2023 });
    const answer = await town.command('/kpi hyoka-kpi-iju-sodan');
    expect(wordsOf(answer)).toMatch(/R\d実績未登録/);
    expect(wordsOf(answer)).not.toContain('２３４人');
  });

  test('a correction that is undone gives way to what stood before it', async () => {
    const first = await openBy(town, `/kpi 実績 ${name}`, people.tanaka);
    await send(town, first, people.tanaka, { 'record-live-value': '210人' });
    await told(town, '210人を登録しました');
    const second = await openBy(town, `/kpi 実績 ${name}`, people.suzuki);
    await enter(town, second, '令和5年度（R5）　登録済み 210人', people.suzuki);
    const drawn = await modalOf(town, people.suzuki, (top) =>
      wordsIn(top).includes('登録済みの実績があります'),
    );
    expect(wordsIn(drawn)).toContain('U0TANAKA');
    await send(town, drawn, people.suzuki, { 'record-live-value': '220人' });
    const corrected = await told(town, '訂正しました');
    const undone = await town.click(corrected, '取り消す', people.suzuki);
    expect(wordsOf(undone)).toContain('前の値 210人 に戻しました');
    const answer = await town.command('/kpi hyoka-kpi-iju-sodan');
    expect(wordsOf(answer)).toContain('実績 210人（R5）');
  });

  test('a bare 「取り消す」 after a newer entry takes nothing back and says who was newer', async () => {
    const first = await told(town, '210人を登録しました');
    const late = await town.click(first, '取り消す', people.tanaka);
    expect(wordsOf(late)).toContain('取り消していません');
    expect(JSON.stringify(late.blocks)).toContain('U0SUZUKI');
  });

  test('a milestone is recorded by choice: done, in part, not yet', async () => {
    const view = await openBy(town, '/kpi 実績 地域コミュニティビジョンの策定');
    expect(wordsIn(view)).toContain('できた（策定）');
    await enter(town, view, '一部できた', people.sato);
    const partly = await modalOf(
      town,
      people.sato,
      (top) => wordsIn(top).includes('一部') && /→ \S+ 注意/.test(wordsIn(top)),
    );
    await enter(town, partly, 'できた（策定）', people.sato);
    const done = await modalOf(
      town,
      people.sato,
      (top) => wordsIn(top).includes('一部') && /→ \S+ 達成/.test(wordsIn(top)),
    );
    await send(town, done, people.sato, { 'record-live-value': 'partly' });
    await told(town, '地域コミュニティビジョンの策定');
    expect((await town.context.store.entriesAfter(0)).at(-1)).toMatchObject({
      typed: '一部実施',
      partly: true,
      value: null,
    });
  });

  test('the confirmation comes as a direct message where no channel is known', async () => {
    const { openHome } = await import('../../../src/playground/people/open.ts');
    const { hub } = town.playground;
    await openHome(hub, people.tanaka, 'home');
    const home = await until(() => hub.workspace.state.homes[people.tanaka], 'home');
    delete hub.workspace.state.views[people.tanaka];
    await enter(town, home, '実績を入力', people.tanaka);
    const view = await modalOf(town, people.tanaka);
    const [option] = await offered(town, view, 'record-live-kpi', people.tanaka, '水道技術研修の実施回数');
    await enter(town, view, 'record-live-kpi', people.tanaka, option?.option);
    const chosen = await modalOf(town, people.tanaka, (top) => wordsIn(top).includes('入力例'));
    const before = home.hash;
    await send(town, chosen, people.tanaka, { 'record-live-value': '3回' });
    const confirmation = await until(
      () => town.answers().findLast((message) => message.channel === 'D0TANAKA'),
      'a direct message',
    );
    expect(wordsOf(confirmation)).toContain('水道技術研修の実施回数');
    await until(
      () => (hub.workspace.state.homes[people.tanaka]?.hash !== before ? true : undefined),
      'a new home',
    );
  });

  test('Slack refused nothing of all this', () => {
    expect(town.refusals()).toEqual([]);
  });
});

describe('several people, places and deliveries', () => {
  test('the second sees the entry of the first before overwriting it', async () => {
    const town = await openTown();
    const sato = await openBy(town, `/kpi 実績 ${name}`, people.sato);
    const tanaka = await openBy(town, `/kpi 実績 ${name}`, people.tanaka);
    await send(town, sato, people.sato, { 'record-live-value': '201人' });
    await told(town, '201人を登録しました');
    await send(town, tanaka, people.tanaka, { 'record-live-value': '190人' });
    const conflict = await modalOf(town, people.tanaka, (top) => wordsIn(top).includes('ほかの方が'));
    expect(wordsIn(conflict)).toContain('R5年度 201人');
    expect(wordsIn(conflict)).toContain('U0SATO');
    expect(wordsIn(conflict)).toContain('上書きして登録');
    expect(await town.context.store.entriesAfter(0)).toHaveLength(1);
    await send(town, conflict, people.tanaka);
    await told(town, '190人を訂正しました');
    expect((await town.context.store.entriesAfter(1))[0]).toMatchObject({
      kind: 'corrected',
      typed: '190人',
      recordedBy: 'U0TANAKA',
    });
    await town.close();
  });

  test('opened in a thread, over Socket Mode, it is confirmed there to the person alone', async () => {
    const town = await openTown({ mode: 'socket' });
    const answer = await town.say('@Hakaru /kpi hyoka-kpi-iju-sodan');
    await press(town, answer, '実績を入力', people.suzuki);
    const view = await modalOf(town, people.suzuki);
    expect(Object.values(await send(town, view, people.suzuki, { 'record-live-value': '?' }))).toHaveLength(
      1,
    );
    await send(town, view, people.suzuki, { 'record-live-value': '201人' });
    const confirmation = await told(town, '201人を登録しました');
    expect(confirmation).toMatchObject({ ephemeralTo: 'U0SUZUKI', threadTs: answer.threadTs });
    expect(town.refusals()).toEqual([]);
    await town.close();
  });

  test('one submission delivered twice is one entry', async () => {
    const town = await openTown();
    const { hub } = town.playground;
    const view = await openBy(town, `/kpi 実績 ${name}`);
    await send(town, view, people.sato, { 'record-live-value': '201人' });
    await told(town, '201人を登録しました');
    const delivered = hub.requests.find(({ name: what }) => what === 'view_submission record');
    const again = await hub.deliver({
      kind: 'interactive',
      name: 'again',
      payload: delivered?.request as never,
    });
    // Taken as what it is, not as somebody else's entry.
    expect(again.body).toEqual({ response_action: 'clear' });
    expect(await town.context.store.entriesAfter(0)).toHaveLength(1);
    await town.close();
  });
});
