// Every view passes Slack's own rules, whatever KPI, answer or long text stands in it.
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { readConfig } from '../../../src/config.ts';
import type { Obj } from '../../../src/playground/json.ts';
import { viewProblems } from '../../../src/playground/rules/views.ts';
import type { Store, Subscription } from '../../../src/ports/store.ts';
import { homeView } from '../../../src/present/home/home.ts';
import type { View } from '../../../src/present/modal-view.ts';
import { type SlackContext, slackContext } from '../../../src/slack/context.ts';
import { answerView } from '../../../src/slack/modals/answer-view.ts';
import { searchModal } from '../../../src/slack/modals/search-modal.ts';
import type { RecordMeta } from '../../../src/slack/recording/form.ts';
import { recordModal } from '../../../src/slack/recording/modal.ts';
import { screenOf } from '../../../src/slack/recording/screen.ts';
import { kpiSuggestions } from '../../../src/slack/recording/suggestions.ts';
import { recordableYears, yearToRecord } from '../../../src/slack/recording/years.ts';
import { openBot } from '../../../src/start/open-bot.ts';
import { exampleFor } from '../../../src/status/parse-result.ts';

let bot: Bot;
let context: SlackContext;
beforeAll(async () => {
  const clock = { now: () => new Date('2026-11-24T00:00:00Z') };
  bot = await openBot(clock, () => undefined);
  const log = pino({ level: 'silent' });
  context = slackContext({ bot, clock, log, config: readConfig({}), store: {} as Store });
});

const problems = (view: View, kind: 'modal' | 'home' = 'modal') => viewProblems(view as Obj, kind);
const meta = (own: Partial<RecordMeta> = {}): RecordMeta => ({
  opened: '2026-11-24T00:00:00.000Z',
  choice: 'any',
  seen: 0,
  ...own,
});

test("each KPI's modal, untouched, with its own example and with nonsense", () => {
  const found = bot.repository.kpis.flatMap((kpi) =>
    ['', exampleFor(kpi), 'done', '9999999999', 'あ'.repeat(200), '<!channel> & *x*'].flatMap((value) => {
      const screen = screenOf(context, meta(), { kpi: kpi.id, fy: undefined, value });
      return [
        ...problems(recordModal(screen)),
        ...problems(recordModal({ ...screen, conflict: true, confirm: true, note: 'あ'.repeat(300) })),
      ].map((problem) => `${kpi.id} ${value.slice(0, 20)}: ${problem}`);
    }),
  );
  expect(found).toEqual([]);
});

test('the example of each KPI can be recorded and is judged', () => {
  const refused = bot.repository.kpis.flatMap((kpi) => {
    const value = kpi.measure === 'milestone' ? 'done' : exampleFor(kpi);
    const { preview } = screenOf(context, meta(), { kpi: kpi.id, fy: undefined, value });
    return preview?.parsed.ok ? [] : [`${kpi.id} ${value}`];
  });
  expect(refused).toEqual([]);
});

test('the year offered first is one of the years, never in the future', () => {
  for (const kpi of bot.repository.kpis) {
    const plan = bot.repository.plan(kpi.plan);
    if (!plan) throw new Error(kpi.plan);
    const years = recordableYears(kpi, plan, '2026-11-24');
    expect(years).toContain(yearToRecord(kpi, plan, '2026-11-24'));
    expect(Math.max(...years)).toBe(2026);
  }
});

test('a choice among many KPIs with a long response_url keeps within the metadata', () => {
  const among = bot.repository.kpis.map(({ id }) => id);
  const long = meta({ choice: 'among', among, responseUrl: `https://hooks.slack.com/${'x'.repeat(400)}` });
  const view = recordModal(screenOf(context, long, { kpi: undefined, fy: undefined, value: '' }));
  expect(String(view.private_metadata).length).toBeLessThanOrEqual(3000);
});

test('answers in a modal: every record, its basis, history, towns and budgets, and pages of lists', async () => {
  const { kpis, projects } = bot.repository;
  const asks = [
    ...kpis.flatMap(({ id }) => [`/kpi ${id}`, `/kpi 根拠 ${id}`, `/kpi 履歴 ${id}`]),
    ...projects.flatMap(({ id }) => [`/jigyo ${id}`, `/machi ${id}`, `/yosan ${id}`, `/kpi ${id}`]),
    ...['/kpi 遅れ', '/kpi 実績未登録', 'ヘルプ', '移住', '/yosan 国際政策課 R5 合計', '', 'x'.repeat(5000)],
  ];
  const found: string[] = [];
  for (const ask of asks) {
    const way = { now: { ask, from: 0 }, before: Array(8).fill({ ask: 'あ'.repeat(300) }) };
    found.push(
      ...problems(await answerView(context, way)).map((problem) => `${ask.slice(0, 60)}: ${problem}`),
    );
  }
  expect(found).toEqual([]);
});

test('a message of any length is looked up', async () => {
  for (const ask of ['移住'.repeat(600), '🏠<!channel>&'.repeat(90), '   ', '水道技術研修'])
    expect(problems(await answerView(context, { now: { ask, find: true }, before: [] }))).toEqual([]);
});

test('the search modal', () => {
  expect(problems(searchModal(bot.repository, '2026-11-24'))).toEqual([]);
});

test('suggestions are at most 100 with names of at most 75 characters', () => {
  for (const typed of ['', '移住', 'あ', 'zzzz', 'a'.repeat(1000)]) {
    const options = kpiSuggestions(context, typed) as { text: { text: string }; value: string }[];
    expect(options.length).toBeLessThanOrEqual(100);
    for (const { text, value } of options) {
      expect([...text.text].length).toBeLessThanOrEqual(75);
      expect([...value].length).toBeLessThanOrEqual(150);
    }
  }
});

test('App Home with a hundred subscriptions of long filters', () => {
  const one: Subscription = {
    id: 'x'.repeat(40),
    channel: 'C0IJU',
    owner: 'U0SATO',
    filter: '移住'.repeat(400),
    time: '09:00',
    weekdays: [1, 2, 3, 4, 5],
    state: 'stopped',
    stopReason: 'is_archived',
    refusals: 3,
    createdAt: '2026-11-20T00:00:00.000Z',
  };
  const view = homeView({
    asOf: '2026-11-24',
    fiscalYear: 2026,
    departments: Array.from({ length: 90 }, (_, i) => `${i}課`),
    department: '',
    toRecord: [],
    lagging: [],
    standings: { judged: [], missing: [] },
    due: [],
    subscriptions: Array(100).fill(one),
    commandPrefix: 'hakaru-',
  });
  expect(problems(view, 'home')).toEqual([]);
  expect(JSON.stringify(view)).toContain('ほか92件');
});
