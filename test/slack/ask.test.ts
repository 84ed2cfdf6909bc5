// Asking in Slack: private answers to commands, answers in the thread to mentions and direct messages, buttons that lead on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHome } from '../../src/playground/people/open.ts';
import { channels, labelsOf, openTown, people, type Town, until, wordsOf } from '../support/slack-town.ts';

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ mode });
  });
  afterAll(() => town.close());

  test('/kpi answers only the person who asked', async () => {
    const answer = await town.command('/kpi 移住');
    expect(answer.ephemeralTo).toBe('U0SATO');
    expect(wordsOf(answer)).toContain('東京事務所における新規移住相談者数');
    expect(answer.text).not.toBe('');
    expect(town.refusals()).toEqual([]);
  });

  test('a mention is answered in its thread, for everybody there', async () => {
    const answer = await town.say('@Hakaru 上毛町が参加している事業は？');
    expect(answer.ephemeralTo).toBeNull();
    expect(answer.threadTs).not.toBeNull();
    expect(wordsOf(answer)).toContain('上毛町');
    expect(labelsOf(answer)).not.toContain('チャンネルに共有');
  });

  test('a direct message is answered below it', async () => {
    const answer = await town.say('/kpi U・Iターン就職決定者数', { channel: channels.direct });
    expect(answer.channel).toBe('D0SATO');
    expect(answer.threadTs).not.toBeNull();
    expect(wordsOf(answer)).toContain('400人');
  });

  test('the next ten replace the first ten, for the person alone', async () => {
    const first = await town.command('/jigyo 連携中枢');
    expect(wordsOf(first)).toMatch(/1〜\d+件目／全\d+件　ほか\d+件/);
    const label = labelsOf(first).find((each) => each.startsWith('次の')) ?? '';
    const before = town.answers().length;
    const next = await town.click(first, label);
    expect(next.ts).toBe(first.ts);
    expect(wordsOf(next)).toMatch(/11〜\d+件目／/);
    expect(town.answers()).toHaveLength(before);
  });

  test('a row of a table leads to its details by the list below it', async () => {
    const list = await town.command('/kpi 移住');
    const details = await town.click(list, 'U・Iターン就職決定者数');
    expect(details.ephemeralTo).toBe('U0SATO');
    expect(details.ts).not.toBe(list.ts);
    expect(wordsOf(details)).toContain('基準 256人（R6） → 実績 記載なし → 目標 400人（R8）');
    const project = await town.click(details, '事業を見る');
    expect(wordsOf(project)).toContain('予算 R8 34,507千円　参加市町 17市町　KPI 1件');
    const towns = await town.click(project, '参加市町');
    expect(wordsOf(towns)).toContain('17市町');
    const basis = await town.click(details, '根拠');
    expect(wordsOf(basis)).toContain('判定基準 100/80/60・市の公式基準ではありません');
  });

  test('a follow-up in the thread takes over what was asked before, and its buttons know it', async () => {
    const first = await town.say('@Hakaru 多文化共生の推進のR4の予算は？');
    expect(wordsOf(first)).toContain('42,803千円');
    const second = await town.say('@Hakaru R5は？', { threadTs: String(first.threadTs) });
    expect(second.threadTs).toBe(first.threadTs);
    expect(wordsOf(second)).toContain('43,921千円');
    const third = await town.say('@Hakaru R4は？', { threadTs: String(first.threadTs) });
    expect(wordsOf(third)).toContain('42,803千円');
  });

  test('sharing posts the answer for everybody and says who shared it', async () => {
    const answer = await town.command('/kpi 移住');
    const shared = await town.click(answer, 'チャンネルに共有');
    expect(shared.ephemeralTo).toBeNull();
    expect(JSON.stringify(shared.blocks[0])).toContain('"user_id":"U0SATO"');
    expect(wordsOf(shared)).toContain('さんが共有しました');
    expect(labelsOf(shared)).not.toContain('チャンネルに共有');
    const details = await town.click(shared, 'U・Iターン就職決定者数', people.tanaka);
    expect(details.ephemeralTo).toBe('U0TANAKA');
  });

  test('sharing works where the bot is no member', async () => {
    const answer = await town.command('/kpi U・Iターン就職決定者数', { channel: channels.oshirase });
    const shared = await town.click(answer, 'チャンネルに共有');
    expect(shared).toMatchObject({ channel: 'C0OSHIRASE', ephemeralTo: null });
  });

  test('feedback is kept and thanked for privately', async () => {
    const answer = await town.command('/kpi U・Iターン就職決定者数');
    const thanks = await town.click(answer, '違う');
    expect(thanks.ephemeralTo).toBe('U0SATO');
    expect(thanks.text).toContain('ありがとうございます');
    expect(await town.context.store.feedback()).toMatchObject([
      {
        question: '/kpi U・Iターン就職決定者数',
        verdict: 'bad',
        by: 'U0SATO',
        at: expect.stringMatching(/^2026-11-24T/),
      },
    ]);
  });

  test('nothing said is an invitation: a bare command shows examples that can be clicked', async () => {
    const help = await town.command('/kpi');
    const answer = await town.click(help, '/kpi 遅れ');
    expect(answer.ephemeralTo).toBe('U0SATO');
  });

  test('hostile words stay words', async () => {
    const answer = await town.say('@Hakaru <!channel> *太字* `x` & <script>');
    expect(JSON.stringify(answer.blocks)).not.toContain('"type":"broadcast"');
    expect(answer.text).not.toContain('<!channel>');
  });

  test('opening the Messages tab offers the prompts of the manifest', async () => {
    await openHome(town.playground.hub, people.sato, 'messages');
    const prompts = await until(() => town.playground.hub.workspace.state.prompts.D0SATO, 'prompts');
    expect(prompts.map((prompt) => prompt.message)).toEqual([
      '移住のKPIは？',
      '遅れているKPIは？',
      '上毛町が参加している事業は？',
      'ヘルプ',
    ]);
  });

  test('Slack refused nothing of all this', () => {
    expect(town.refusals()).toEqual([]);
  });
});
