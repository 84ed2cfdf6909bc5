// The two shortcuts and the search modal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useShortcut } from '../../src/playground/people/open.ts';
import { say } from '../../src/playground/people/say.ts';
import { channels, openTown, people, type Town } from '../support/slack-town.ts';
import { enter, modalOf, offered, send, wordsIn } from './recording/people.ts';

describe('shortcuts', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  async function lookUp(text: string) {
    const { hub } = town.playground;
    delete hub.workspace.state.views[people.tanaka];
    const message = await say(hub, { user: people.sato, channel: channels.kikaku, text });
    await useShortcut(hub, people.tanaka, 'search_message', { channel: message.channel, ts: message.ts });
    return await modalOf(town, people.tanaka);
  }

  async function search() {
    const { hub } = town.playground;
    delete hub.workspace.state.views[people.sato];
    await useShortcut(hub, people.sato, 'search_global');
    return await modalOf(town, people.sato, (view) => view.body.callback_id === 'search');
  }

  const answered = () => modalOf(town, people.sato, (view) => view.body.callback_id === 'answer');

  test('a message is looked up for the project it speaks of, and its buttons lead on in the modal', async () => {
    const view = await lookUp(
      'お疲れさまです。水道技術研修の実施について、参加市町の確認をお願いできますか？',
    );
    expect(wordsIn(view)).toContain('このメッセージに関係しそうな');
    expect(wordsIn(view)).toContain('水道技術研修の実施');
    await enter(town, view, '詳細', people.tanaka);
    const details = await modalOf(town, people.tanaka, (top) => wordsIn(top).includes('← 前の表示'));
    expect(wordsIn(details)).not.toContain('このメッセージに関係しそうな');
    expect(wordsIn(details)).toContain('水道技術研修の実施');
  });

  test('a message without anything to find says so', async () => {
    expect(wordsIn(await lookUp('本日はよろしくお願いいたします。'))).toContain('見つかりませんでした');
  });

  test('hostile and very long messages open a modal all the same', async () => {
    const view = await lookUp(`<!channel> *太字* ${'移住と空き家と観光。'.repeat(400)}`);
    expect(JSON.stringify(view.body)).not.toContain('"broadcast"');
  });

  test('recording from an answer stacks its modal upon it', async () => {
    const view = await lookUp('U・Iターン就職決定者数を教えて');
    await enter(town, view, '実績を入力', people.tanaka).catch(async () => {
      await enter(town, view, '詳細', people.tanaka);
      const details = await modalOf(town, people.tanaka, (top) => wordsIn(top).includes('実績を入力'));
      await enter(town, details, '実績を入力', people.tanaka);
    });
    const record = await modalOf(town, people.tanaka, (top) => top.body.callback_id === 'record');
    const open = town.playground.hub.workspace.state.views[people.tanaka] ?? [];
    expect(open.map(({ id }) => id)).toContain(view.id);
    expect(open.at(-1)).toBe(record);
  });

  test('the search modal needs at least one condition', async () => {
    expect(await send(town, await search(), people.sato)).toEqual({
      words: '言葉か条件を、ひとつ以上入力してください。',
    });
  });

  test('words are answered in the modal', async () => {
    await send(town, await search(), people.sato, { 'search-words': '移住' });
    const answer = await answered();
    expect(wordsIn(answer)).toContain('移住');
    expect(JSON.stringify(answer.body)).not.toContain('"data_table"');
  });

  test.each(['のおがた', 'ノオガタ', '直方', 'noogata', 'nogata'])('%s offers 直方市', async (typed) => {
    const options = await offered(town, await search(), 'search-town', people.sato, typed);
    expect(options.map(({ label }) => label)).toContain('直方市（のおがたし）');
  });

  test('plan, town, year and words hold together', async () => {
    const view = await search();
    const [town1] = await offered(town, view, 'search-town', people.sato, '直方');
    await send(town, view, people.sato, {
      'search-words': '移住',
      'search-plan': 'kitakyushu-renkei',
      'search-town': town1?.option ?? '',
      'search-fy': '2026',
    });
    const words = wordsIn(await answered());
    expect(words).toContain('首都圏などからの移住促進');
    expect(words).not.toContain('久留米');
  });

  test.each([
    ['waiting', 'U・Iターン就職決定者数'],
    ['unrecorded', '実績が未登録のKPI'],
    ['lagging', 'バスツアーの参加者数'],
    ['good', '順調'],
    ['done', '達成'],
    ['none', '判定対象外'],
  ])('the status %s finds %s', async (status, found) => {
    await send(town, await search(), people.sato, { 'search-status': status });
    const words = wordsIn(await answered());
    expect(words).not.toContain('見つかりませんでした');
    expect(words).toContain(found);
  });

  test('a status asks for KPIs also where the name of the plan says 事業', async () => {
    const at = { 'search-plan': 'kitakyushu-jimu', 'search-status': 'none' };
    await send(town, await search(), people.sato, at);
    expect(wordsIn(await answered())).toContain('若者・現役世代の利用率の増加');
  });

  test('the next entries of an answer come in the same modal', async () => {
    await send(town, await search(), people.sato, { 'search-status': 'unrecorded' });
    const first = await answered();
    const label = /次の\d+件/.exec(wordsIn(first))?.[0] ?? 'none';
    await enter(town, first, label, people.sato);
    const next = await modalOf(town, people.sato, (view) => wordsIn(view).includes('← 前の表示'));
    expect(next.id).toBe(first.id);
    expect(wordsIn(next)).toMatch(/11〜\d+件目／全89件/);
  });

  test('Slack refused nothing of all this', () => {
    expect(town.refusals()).toEqual([]);
  });
});
