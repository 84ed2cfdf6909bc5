// The same numbers everywhere: a list, a digest, App Home and a count question tell of the same KPIs.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { composeDigest } from '../../src/digest/compose.ts';
import { viewOf } from '../../src/digest/snapshot.ts';
import { toBlocks, toNotice } from '../../src/present/blocks.ts';
import { digestText } from '../../src/present/digest/digest.ts';
import { homeView } from '../../src/present/home/home.ts';
import { toText } from '../../src/present/terminal/text.ts';
import { openBot } from '../../src/start/open-bot.ts';
import { standingsOf } from '../../src/status/standing.ts';

const asOf = '2026-11-24';
const lagging = '遅れ 3件・注意 3件・公表評価のみ遅れ 1件';
let bot: Bot;
beforeAll(async () => {
  bot = await openBot({ now: () => new Date('2026-11-24T00:00:00Z') }, () => undefined);
});

const ask = (text: string) => bot.ask(text, { asOf });

describe('how many lag', () => {
  test('/kpi 遅れ begins with the counts, the worst first', async () => {
    const answer = await ask('/kpi 遅れ');
    expect(answer.lead).toContain('7件');
    expect(toText(answer).split('\n')[1]).toContain(lagging);
    const table = toBlocks(answer).find(({ type }) => type === 'data_table') as {
      rows?: { text: string }[][];
    };
    const words = (table.rows ?? []).slice(1).map(([first]) => first?.text.slice(0, 4));
    expect(words).toEqual(['× 遅れ', '× 遅れ', '× 遅れ', '△ 注意', '△ 注意', '△ 注意', '△ 公表']);
  });

  test.each(['遅れているKPIは何件？', '遅れのKPIは何件ありますか', '/kpi 遅れ', '遅れているKPIはいくつ？'])(
    '%s counts seven, the worst first, also in the notification',
    async (text) => {
      const answer = await ask(text);
      expect(answer.lead).toContain('7件');
      expect(toNotice(answer)).toContain(`判定　${lagging}`);
      const shown = [...toText(answer).matchAll(/^■ ［(..)/gm)].map(([, status]) => status);
      expect(shown).toEqual(['遅れ', '遅れ', '遅れ', '注意', '注意', '注意', '判定']);
    },
  );

  test('a digest and App Home say the same', () => {
    const view = viewOf(bot.repository, asOf);
    const { digest } = composeDigest({ view, known: null, kpis: null, filter: '' });
    expect(digestText(digest)).toContain(`判定　${lagging}・順調 6件・達成 20件`);
    const entries = [...view.entries.values()];
    const home = homeView({
      asOf,
      fiscalYear: 2026,
      departments: [],
      department: '',
      toRecord: [],
      lagging: entries.filter(({ state }) => state.lagging),
      standings: standingsOf(entries.map(({ state }) => state)),
      due: [],
      subscriptions: [],
      commandPrefix: '',
    });
    const words = JSON.stringify(home);
    expect(words).toContain(`${lagging}・順調 6件・達成 20件`);
    expect(words).toContain('遅れているKPI（7件）');
    expect(words).toContain('実績未登録 89件');
  });

  test('where nothing has a result yet the first digest says so', () => {
    const view = viewOf(bot.repository, asOf);
    const kpis = new Set(
      bot.repository.kpis.flatMap((kpi) => (kpi.plan === 'kurume-senryaku' ? kpi.id : [])),
    );
    const { digest } = composeDigest({ view, known: null, kpis, filter: '久留米' });
    expect(digestText(digest).split('\n')[1]).toBe('判定　実績のあるKPIはまだありません');
  });

  test('達成 of the newest judgement is 達成 while a later result is awaited', async () => {
    expect((await ask('達成したKPI')).lead).toContain('20件');
  });
});

describe('what nobody recorded', () => {
  test('the list shows the target that is due and says whose rule the day is', async () => {
    const answer = await ask('/kpi 実績未登録');
    expect(answer.lead).toContain('89件');
    const [first] = toText(answer).match(/^■ ［../m) ?? [];
    expect(first).toBe('■ ［遅れ');
    const text = JSON.stringify(toBlocks(answer));
    expect(text).toContain('実績の登録期限（Hakaruの設定）');
    const supporters = JSON.stringify(toBlocks(await ask('/kpi 実績未登録 KitaQサポーター')));
    expect(supporters).not.toContain('（期限2');
  });
});

test('a ranking keeps its order', async () => {
  const answer = await ask('達成率が低い順に5件のKPI');
  const shown = 'entries' in answer ? answer.entries.map(({ id }) => id) : [];
  const table = toBlocks(answer).find(({ type }) => type === 'data_table') as { rows?: { text: string }[][] };
  const names = shown.map((id) => bot.repository.kpi(id)?.name);
  const place = (table.rows?.[0] ?? []).findIndex(({ text }) => text === 'KPI');
  expect((table.rows ?? []).slice(1).map((row) => row[place]?.text)).toEqual(names);
});
