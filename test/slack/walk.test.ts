// A walk through the whole bot over both ways of Slack: every command, button, view, shortcut and step, with hostile words; nothing refused, lost or doubled.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { click } from '../../src/playground/people/click.ts';
import { openHome, runStep, useShortcut } from '../../src/playground/people/open.ts';
import { say } from '../../src/playground/people/say.ts';
import { elementsOf } from '../../src/playground/rules/blocks.ts';
import type { Message, View } from '../../src/playground/workspace.ts';
import { channels, labelsOf, openTown, people, type Town, until, wordsOf } from '../support/slack-town.ts';
import { modalOf, send } from './recording/people.ts';

const commands = ['/kpi', '/jigyo', '/yosan', '/machi'];
const hostile: [string, string][] = [
  ['nothing', ''],
  ['spaces', ' 　 '],
  ['10,000 characters', '移住と空き家'.repeat(1667)],
  ['emoji', '👨‍👩‍👧‍👦🇯🇵🈳 :tada:'],
  ['a lone surrogate', '移住\ud83d と \udc00'],
  ['control characters', '移\u0000住\u0007\u001b[31m\u202e\u200b\r\n\t'],
  ['a call to all', '<!channel> <!here> <@U0TANAKA> <#C0IJU|x>'],
  ['markup', '*太字* _斜体_ ~消~ `x` ```y``` > & <script>alert(1)</script> <https://example.com|移住>'],
  ['a pattern', '(((([[[\\d+$^*?{9}'],
  ['names of JavaScript', '__proto__ constructor toString'],
  ['numbers without end', '9'.repeat(400)],
];

const kpi = 'U・Iターン就職決定者数';

/** What no message may carry: a call to everybody, half a character, the inside of a program. */
function expectHarmless(shown: Message | View): void {
  const given = 'body' in shown ? shown.body : { text: shown.text, blocks: shown.blocks };
  JSON.stringify(given, (key, value: unknown) => {
    // A lone surrogate is no character.
    if (typeof value === 'string') expect(encodeURI.bind(null, value), key).not.toThrow();
    if (key === 'text' && typeof value === 'string')
      expect(value).not.toMatch(/<!(?:channel|here|everyone)|undefined|NaN|\[object/);
    expect(value).not.toBe('broadcast');
    return value;
  });
}

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ mode });
  });
  afterAll(() => town.close());

  test.each(commands)('%s answers every text once, to the person alone', async (command) => {
    for (const words of ['ヘルプ', 'help', '移住', ...hostile.map(([, text]) => text)]) {
      const before = town.answers().length;
      const answer = await town.command(`${command} ${words}`);
      expect(answer.ephemeralTo).toBe('U0SATO');
      expect(answer.text).toMatch(/[ぁ-ん]/);
      expectHarmless(answer);
      expect(town.answers()).toHaveLength(before + 1);
    }
  });

  test.each([
    ['a mention', '@Hakaru ', channels.kikaku],
    ['a direct message', '', channels.direct],
  ])('%s is answered once in its thread, whatever it says', async (_, start, channel) => {
    for (const [, words] of hostile) {
      const before = town.answers().length;
      const answer = await town.say(`${start}${words}`, { channel });
      expect(answer.threadTs).not.toBeNull();
      expect(answer.text).toMatch(/[ぁ-ん]/);
      expectHarmless(answer);
      expect(town.answers()).toHaveLength(before + 1);
    }
  });

  test('a thread keeps its question over several follow-ups, beside another thread', async () => {
    const first = await town.say('@Hakaru 多文化共生の推進のR4の予算は？');
    const other = await town.say(`@Hakaru ${kpi}`);
    const second = await town.say('@Hakaru R5は？', { threadTs: String(first.threadTs) });
    expect(wordsOf(second)).toContain('43,921千円');
    const third = await town.say('@Hakaru 参加市町は？', { threadTs: String(other.threadTs) });
    expect(third.threadTs).toBe(other.threadTs);
    expect(wordsOf(third)).not.toContain('多文化共生');
  });

  test('pages lead to the end, each entry once', async () => {
    let page = await town.command('/jigyo 連携中枢');
    const total = Number(/／全(\d+)件/.exec(wordsOf(page))?.[1]);
    expect(total).toBeGreaterThan(20);
    let shown = 0;
    for (let clicks = 0; clicks < 30; clicks += 1) {
      const [, from, to] = /(\d+)〜(\d+)件目/.exec(wordsOf(page)) ?? [];
      expect(Number(from)).toBe(shown + 1);
      shown = Number(to);
      const next = labelsOf(page).find((label) => label.startsWith('次の'));
      if (next === undefined) break;
      page = await town.click(page, next);
    }
    expect(shown).toBe(total);
  });

  /** Everything that can be clicked in blocks, with the first option of what offers some. */
  function clickable(
    blocks: unknown,
  ): { blockId: string; actionId: string; value?: unknown; label: string }[] {
    return elementsOf(blocks).flatMap(({ block, element }) => {
      const at = { blockId: String(block.block_id), actionId: String(element.action_id) };
      const label = String((element.text as { text?: unknown } | undefined)?.text ?? element.type);
      if (element.type === 'button') return [{ ...at, label }];
      if (element.type === 'feedback_buttons') {
        const { value } = element.positive_button as { value: string };
        return [{ ...at, value, label }];
      }
      const options = element.options as { value: string }[] | undefined;
      return options?.[0] ? [{ ...at, value: options[0].value, label }] : [];
    });
  }

  const pagesLast = <T extends { actionId: string }>(all: T[]): T[] => [
    ...all.filter(({ actionId }) => !actionId.startsWith('more:')),
    ...all.filter(({ actionId }) => actionId.startsWith('more:')),
  ];

  /** What the person can see now: any change is an answer to the click. */
  function seen(): string {
    const { views, homes } = town.playground.hub.workspace.state;
    return JSON.stringify([town.answers(), views, homes]);
  }

  test('every button of many answers leads somewhere, and says so once', async () => {
    const { hub } = town.playground;
    const kinds = new Set<string>();
    const starts = [
      await town.command(`/kpi ${kpi}`),
      await town.command('/kpi 移住'),
      await town.command('/kpi 遅れ'),
      await town.command('/jigyo 水道技術研修の実施'),
      await town.command('/yosan 地域総括補助金'),
      await town.command('/machi 直方市'),
      await town.command('/kpi 移柱'),
      await town.command('/kpi'),
      await town.command('/kpi 通知 移住 9:30'),
      await town.command('/kpi 通知 一覧'),
      await town.say('移住のKPIは？', { channel: channels.direct }),
    ];
    // The next page takes the place of this one: last.
    for (const start of starts)
      for (const { label, ...at } of pagesLast(clickable(start.blocks))) {
        hub.workspace.state.views[people.sato] = [];
        const [before, count] = [seen(), town.answers().length];
        kinds.add(String(at.actionId).split(':')[0] ?? '');
        const ack = await click(hub, { user: people.sato, place: start, ...at });
        expect(ack.ok, label).toBe(true);
        await until(() => (seen() === before ? undefined : true), `「${label}」`);
        if (label === '今すぐ送る')
          await until(
            () => town.answers().find(({ text }) => /お知らせ(?:を送りました|は、今日の分)/.test(text)),
            '「送りました」',
          );
        // The file follows the message that opens the direct message; elsewhere the person gets a message as well.
        const sent = start.channel === channels.direct ? 2 : 3;
        if (label === 'Excelで')
          await until(() => (town.answers().length - count >= sent ? true : undefined), `「${label}」`);
        // 今すぐ送る posts the digest, its thread, and says so; Excelで sends a message, the file, and says so.
        const several = ['今すぐ送る', 'Excelで'].includes(label);
        expect(town.answers().length - count, label).toBeLessThanOrEqual(several ? 3 : 1);
      }
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['ask', 'feedback', 'more', 'record', 'share', 'subscription']),
    );
    await town.app.idle();
  });

  test('a button of an earlier version, or a forged one, is told to be useless', async () => {
    const { hub } = town.playground;
    const kinds = ['ask', 'more', 'share', 'undo', 'feedback', 'subscription', 'snooze'];
    for (const value of [
      '',
      '{',
      '[]',
      '"x"',
      '7',
      'null',
      ...(mode === 'http' ? ['{}', '{"ask":3}'] : []),
    ]) {
      const old = hub.workspace.post({
        channel: channels.kikaku,
        user: 'U0HAKARU',
        text: '以前の答え',
        blocks: hub.workspace.withBlockIds([
          {
            type: 'actions',
            elements: kinds.map((kind) => ({
              type: 'button',
              action_id: `${kind}:0`,
              text: { type: 'plain_text', text: kind },
              value,
            })),
          },
        ]),
        threadTs: null,
        ephemeralTo: null,
      });
      for (const kind of kinds) {
        const told = await town.click(old, kind);
        expect(told.ephemeralTo, `${kind} ${value}`).toBe('U0SATO');
        expect(told.text).toMatch(/このボタンは使えなくなりました。|このお知らせはもうありません。/);
      }
    }
  });

  test('words that find nothing lead on', async () => {
    const answer = await town.command('/kpi あ');
    expect(wordsOf(answer)).toContain('言葉を短くするか、別の言葉でお試しください。');
    expect(wordsOf(await town.click(answer, '使い方を見る'))).toContain('/kpi 移住');
  });

  test('a result is recorded, told, taken back, and both stand in the store', async () => {
    const { hub } = town.playground;
    hub.workspace.state.views[people.sato] = [];
    const answer = await town.command(`/kpi ${kpi}`);
    await click(hub, {
      user: people.sato,
      place: answer,
      ...(clickable(answer.blocks).find(({ label }) => label === '実績を入力') ?? {
        blockId: '',
        actionId: '',
      }),
    });
    const modal = await modalOf(town, people.sato);
    const field = JSON.stringify(modal.body.blocks).match(/record-live-value[^"]*/)?.[0] ?? '';
    for (const wrong of ['たくさん', '\u0000', '1e999', '👍'.repeat(500)])
      expect(Object.values(await send(town, modal, people.sato, { [field]: wrong })).join()).toMatch(
        /ください(?:（例：.*）)?。/,
      );
    const before = town.answers().length;
    expect(await send(town, modal, people.sato, { [field]: '３００人' })).toEqual({});
    const told = await until(() => town.answers()[before], 'the confirmation');
    expect(wordsOf(told)).toContain('３００人');
    const undone = await town.click(told, '取り消す');
    expect(wordsOf(undone)).toMatch(/取り消し/);
    const entries = await town.context.store.entriesAfter(0);
    expect(entries.map(({ kind }) => kind)).toEqual(['recorded', 'withdrawn']);
  });

  test('App Home, its controls and both shortcuts open what they promise', async () => {
    const { hub } = town.playground;
    await openHome(hub, people.tanaka, 'messages');
    await openHome(hub, people.tanaka, 'home');
    const home = await until(() => hub.workspace.state.homes[people.tanaka], 'home');
    expectHarmless(home);
    const controls = clickable(home.body.blocks).length;
    expect(controls).toBeGreaterThan(10);
    for (let i = 0; i < controls; i += 1) {
      hub.workspace.state.views[people.tanaka] = [];
      const before = seen();
      // Choosing a department draws App Home anew.
      const { body = home.body } = hub.workspace.state.homes[people.tanaka] ?? {};
      const { label, ...at } = clickable(body.blocks)[i] ?? { label: '' };
      if (!('blockId' in at)) continue;
      await click(hub, { user: people.tanaka, place: { view: home.id }, ...at });
      await until(() => (seen() === before ? undefined : true), `「${label}」 of App Home`);
    }
    for (const [, text] of hostile) {
      hub.workspace.state.views[people.tanaka] = [];
      const message = await say(hub, { user: people.sato, channel: channels.oshirase, text });
      await useShortcut(hub, people.tanaka, 'search_message', message);
      expectHarmless(await modalOf(town, people.tanaka));
      hub.workspace.state.views[people.tanaka] = [];
      await useShortcut(hub, people.tanaka, 'search_global');
      const search = await modalOf(town, people.tanaka);
      await send(town, search, people.tanaka, { 'search-words': text }).catch(() => ({}));
      expectHarmless(await modalOf(town, people.tanaka));
    }
  });

  test('both workflow steps end once for every input', async () => {
    const { hub } = town.playground;
    for (const step of ['search_kpi', 'lagging_kpi'])
      for (const [name, words] of hostile) {
        const ends = () =>
          hub.workspace.state.messages.filter(({ text }) => text.startsWith('ワークフローのステップ'));
        const before = ends().length;
        await runStep(hub, { user: people.sato, channel: channels.kikaku }, step, { words });
        const end = await until(() => ends()[before], `the end of ${step} with ${name}`);
        expectHarmless(end);
      }
  });

  test('after all this Slack has refused nothing and nothing has failed', async () => {
    await town.app.idle();
    expect(town.playground.hub.refusals).toEqual([]);
    expect(town.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
