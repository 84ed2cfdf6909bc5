// Named answers as Slack messages: what stands first, which figures, which buttons, and what happens to too much of it.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, KpiEntry, ListAnswer } from '../../src/answer/answer.ts';
import { kpiEntry, projectEntry } from '../../src/answer/entries.ts';
import type { Bot } from '../../src/bot.ts';
import { encodeValue } from '../../src/present/actions.ts';
import { clip } from '../../src/present/block-limits.ts';
import { withoutPrefix, withPrefix } from '../../src/present/blocks/command-prefix.ts';
import { era, percent, valueText, yenChange } from '../../src/present/blocks/figures.ts';
import { type Block, toBlocks, toNotice } from '../../src/present/blocks.ts';
import { openBot } from '../../src/start/open-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await openBot({ now: () => new Date('2026-11-24T00:00:00Z') }, () => undefined);
});

const kpi = (id: string) => kpiEntry(bot.repository, id, 1, '2026-11-24') as KpiEntry;

/** A list of entries found for 移住. */
function list(...ids: string[]): ListAnswer {
  const entries = ids.flatMap(
    (id) =>
      kpiEntry(bot.repository, id, 1, '2026-11-24') ??
      projectEntry(bot.repository, id, 1, '2026-11-24') ??
      [],
  );
  return {
    kind: 'list',
    understood: {
      text: '/kpi 移住',
      intent: 'kpi',
      filters: {
        plan: [],
        municipality: [],
        fiscalYear: [],
        department: [],
        status: [],
        sdg: [],
        policy: [],
      },
      assumed: [],
      terms: ['移住'],
    },
    asOf: '2026-11-24',
    lead: '「移住」のKPIです。',
    notes: [],
    alternatives: [],
    aggregate: null,
    entries,
  };
}

/** Lines of a message, one a block. */
function lines(blocks: Block[]): string[] {
  const words = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(words);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) =>
      key === 'text' && typeof item === 'string' ? [item] : words(item),
    );
  };
  return blocks.map((block) => words(block).join('|'));
}

describe('a KPI', () => {
  test('its years stand in order, a target before its actual', () => {
    const id = bot.repository.kpis.find(({ name }) => name === 'バスツアーの参加者数')?.id ?? '';
    const table = lines(toBlocks(list(id))).find((line) => line.startsWith('年度|区分'));
    expect(table).toBe(
      '年度|区分|値|達成率|年度の記載なし|基準|64人|—|R3年度|目標|160人|—|R3年度|実績|0人|0.0%|R5年度|目標（最終）|120人|—',
    );
  });

  test('shows the status word first, the line of numbers, the reason and small below the source', () => {
    const shown = lines(toBlocks(list('hyoka-kpi-fukugyo-matching')));
    expect(shown[1]).toBe(
      '◎ 達成（R3）・R5実績未登録　複業・兼業のマッチング件数|\n|' +
        '基準 0件（R2） → 実績 10件（R3） → 目標 10件（R3）　達成率 100.0%|\n|' +
        'R5の目標累計60件に対する実績が未登録です。実績の登録期限（Hakaruの設定）は2025/3/31でした。最後の実績はR3の10件です。',
    );
    expect(shown[2]).toContain('公表評価 順調（R3） ／ 出典 文書002 No. 11');
    expect(shown[3]).toBe('根拠|事業を見る|実績を入力');
  });

  test('is drawn as a line from baseline to target', () => {
    const chart = toBlocks(list('renkei-kpi-ui-turn-shushoku')).find(
      (block) => block.type === 'data_visualization',
    );
    expect(chart).toMatchObject({
      title: 'U・Iターン就職決定者数',
      chart: {
        type: 'line',
        series: [
          {
            name: '目標',
            data: [
              { label: '基準 R6', value: 256 },
              { label: '目標 R8', value: 400 },
            ],
          },
          { name: '基準 R6' },
        ],
        axis_config: { categories: ['基準 R6', '目標 R8'], y_label: '人' },
      },
    });
  });

  test('words and missing figures make no chart', () => {
    const shown = toBlocks(list('jimu-kpi-work-life-balance'));
    expect(shown.map((block) => block.type)).not.toContain('data_visualization');
    expect(lines(shown)[1]).toContain('基準 62.8%（R5） → 実績 記載なし → 目標 R5年度比増加（R7）');
  });

  test('a result of zero is a figure', () => {
    const zero = bot.repository.kpis.find((own) => own.actuals.some((actual) => actual.value === 0));
    expect(lines(toBlocks(list(zero?.id ?? '')))[1]).toMatch(/実績 0[^→]*→/);
  });

  test('its buttons carry all they need', () => {
    const actions = toBlocks(list('renkei-kpi-ui-turn-shushoku')).find((block) => block.type === 'actions');
    expect(actions?.elements).toMatchObject([
      { action_id: 'ask:1', value: '{"ask":"/kpi 根拠 renkei-kpi-ui-turn-shushoku"}' },
      { action_id: 'ask:2', value: '{"ask":"/jigyo renkei-ui-turn"}' },
      { action_id: 'record:3', value: '{"kpi":"renkei-kpi-ui-turn-shushoku"}' },
    ]);
  });
});

describe('a project', () => {
  test('shows who, money, towns, KPIs, policy and source', () => {
    const shown = lines(toBlocks(list('renkei-ui-turn')));
    expect(shown[1]).toContain('所管 記載なし　予算 R8 34,507千円　参加市町 17市町　KPI 1件');
    expect(shown[2]).toContain(
      '3(2)e 交流及び移住の促進等 ほか1件 ／ 出典 文書000 事業カード「北九州市U・Iターン応援プロジェクト」',
    );
    expect(shown[3]).toBe('KPIを見る|参加市町|予算の推移');
  });

  test('words that rows print differently are all named with their row', () => {
    const shown = lines(toBlocks(list('hyoka-koiki-gyosei'))).join('\n');
    expect(shown).toContain('公表評価 順調（R3・No. 32）、大変順調（R3・No. 34）');
  });
});

describe('many', () => {
  const many = () => list(...bot.repository.kpis.slice(0, 25).map(({ id }) => id));

  test('ten stand in a table that sorts, the rest is counted and one click away', () => {
    const blocks = toBlocks(many());
    const table = blocks.find((block) => block.type === 'data_table');
    expect(table?.rows).toHaveLength(11);
    expect(JSON.stringify(table?.rows)).toContain('{"type":"raw_number","value":73.6,"text":"73.6%"}');
    const shown = lines(blocks).join('\n');
    expect(shown).toContain('1〜10件目／全25件　ほか15件');
    expect(JSON.stringify(blocks)).toContain('次の10件');
    expect(JSON.stringify(blocks)).toContain(JSON.stringify('{"ask":"/kpi 移住","from":10}').slice(1, -1));
  });

  test('the last page offers no more', () => {
    const shown = lines(toBlocks(many(), { from: 20 })).join('\n');
    expect(shown).toContain('21〜25件目／全25件');
    expect(shown).not.toContain('次の');
  });

  test('plain messages hold the same ten in sections, with a button each', () => {
    const blocks = toBlocks(many(), { plain: true });
    const sections = blocks.filter((block) => block.type === 'section');
    expect(sections).toHaveLength(10);
    expect(blocks.map((block) => block.type)).not.toContain('data_table');
    expect(blocks.map((block) => block.type)).not.toContain('context_actions');
    expect(lines(sections)[0]).toContain('出典 文書002 No. 1');
    expect(lines(blocks).join('\n')).toContain('役に立った|違う');
  });

  test('up to three are cards', () => {
    const blocks = toBlocks(
      list('renkei-kpi-ui-turn-shushoku', 'hyoka-kpi-fukugyo-matching', 'renkei-ui-turn'),
    );
    expect(blocks.map((block) => block.type)).not.toContain('data_table');
    expect(lines(blocks).join('\n')).toContain('詳細|根拠|事業を見る|実績を入力');
  });
});

describe('the whole message', () => {
  test('a shared one says who shared it and carries no private controls', () => {
    const blocks = toBlocks(list('renkei-kpi-ui-turn-shushoku'), { sharedBy: 'U0SATO' });
    expect(JSON.stringify(blocks[0])).toContain('{"type":"user","user_id":"U0SATO"}');
    expect(JSON.stringify(blocks)).not.toContain('"share:');
    expect(JSON.stringify(blocks)).not.toContain('"feedback:');
  });

  test('nothing found offers near terms', () => {
    const { entries: _, ...base } = list();
    const answer: Answer = {
      ...base,
      kind: 'nothing-found',
      lead: '「井住」は見つかりませんでした。',
      alternatives: [{ label: '移住', ask: '/kpi 移住' }],
    };
    expect(lines(toBlocks(answer)).slice(0, 3)).toEqual([
      '「井住」は見つかりませんでした。',
      'もしかして',
      '移住',
    ]);
  });

  test('an overlong answer is cut, never refused', () => {
    const answer = {
      ...list('renkei-ui-turn'),
      lead: 'あ'.repeat(20_000),
      notes: Array(30).fill('い'.repeat(3000)),
    };
    expect([...JSON.stringify(toBlocks(answer))].length).toBeLessThanOrEqual(11_500);
  });

  test('the notice escapes what would ping', () => {
    const answer = { ...list(), lead: '「<!channel> & <@U1>」は見つかりませんでした。' };
    expect(toNotice(answer)).toBe('「&lt;!channel&gt; &amp; &lt;@U1&gt;」は見つかりませんでした。');
  });

  test('halves of emoji and control characters are left out', () => {
    const answer = { ...list(), lead: 'A\ud83dB\u0000C\u001b[31m😀' };
    expect(lines(toBlocks(answer))[0]).toBe('ABC[31m😀');
  });
});

describe('small forms', () => {
  test.each([
    ['256人（令和6年度）', null, '256人'],
    ['62%（R6年度）', '%', '62%'],
    ['累計60件（R5年度）', '件', '累計60件'],
    ['A（計画どおり）', null, 'A（計画どおり）'],
    ['1回（毎年度実施）', '回', '1回'],
    ['2,961', '人', '2,961人'],
    ['▲2.6', '点', '▲2.6点'],
    ['平日 237,673人／日', '人/日', '平日 237,673人／日'],
  ])('the value %s with unit %s is shown as %s', (text, unit, shown) => {
    expect(valueText(text, unit)).toBe(shown);
  });

  test('years, rates and changes', () => {
    expect([era(2019), era(2018), era(2026)]).toEqual(['R1', 'H30', 'R8']);
    expect([percent(49243.4), percent(0)]).toEqual(['49,243.4%', '0.0%']);
    expect([yenChange(1_200_000), yenChange(-300_000), yenChange(1234), yenChange(0)]).toEqual([
      '+1,200千円',
      '▲300千円',
      '+1,234円',
      '±0千円',
    ]);
  });

  test('cutting counts what people see, not UTF-16', () => {
    expect(clip('😀😀😀', 3)).toBe('😀😀😀');
    expect(clip('😀😀😀😀', 3)).toBe('😀😀…');
  });

  test('a prefix is put before command names and taken off again', () => {
    expect(withPrefix('例：/kpi 移住、/machi', 'hakaru-')).toBe('例：/hakaru-kpi 移住、/hakaru-machi');
    expect(withPrefix('https://example.com/kpi', 'hakaru-')).toBe('https://example.com/kpi');
    expect(withoutPrefix('/hakaru-kpi 移住', 'hakaru-')).toBe('/kpi 移住');
    expect(withoutPrefix('移住', 'hakaru-')).toBe('移住');
  });

  test('the value of a button never exceeds 2,000 characters', () => {
    expect(encodeValue({ ask: '"\\'.repeat(5000) }).length).toBeLessThanOrEqual(2000);
    expect(encodeValue({ ask: '/kpi 移住', from: 10 })).toBe('{"ask":"/kpi 移住","from":10}');
  });
});

test('the basis shows inputs, formula, bands and source', () => {
  const entry = kpi('hyoka-kpi-fukugyo-matching');
  const { entries: _, ...base } = list();
  const verdict = entry.state.lastJudged?.verdict;
  if (!verdict) throw new Error('no judged year');
  const answer: Answer = { ...base, kind: 'basis', entry, verdicts: [{ label: '最後の判定', verdict }] };
  const shown = lines(toBlocks(answer)).join('\n');
  expect(shown).toContain('最後の判定　◎ 達成');
  expect(shown).toContain('10 ÷ 10 × 100 = 100.0%');
  expect(shown).toContain('判定基準 100/80/60・市の公式基準ではありません|出典 文書002 No. 11');
});
