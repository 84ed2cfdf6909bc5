// The right figures of the five documents, by queries written by hand: what has to stand in the lead, and what must not.
import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/question/query.ts';
import { all, asker, claim, limit, named, seeds, wanted } from '../support/query.ts';

const repository = seeds();
const { lead, ask } = asker(repository);
const project = (part: string) => {
  const found = repository.projects.filter(({ name }) => name.includes(part));
  expect(found, part).not.toHaveLength(0);
  return named('project', ...found.map(({ id }) => id));
};
const kpi = (...parts: string[]) =>
  named('kpi', ...parts.map((part) => repository.kpis.find(({ name }) => name.includes(part))?.id ?? part));
const policy = (part: string) =>
  repository.policies.filter(({ name }) => name.includes(part)).map(({ id }) => id);
const department = (name: string) => all('project', { is: 'department', names: [name] });
const sum = (set: ReturnType<typeof department>, ...years: number[]): Partial<Query> => ({
  ask: 'sum',
  sets: [set],
  wanted: [wanted('budget', ...years)],
});
const best = (
  way: 'max' | 'min',
  attribute: string,
  kind: 'project' | 'kpi',
  ...years: number[]
): Partial<Query> => ({
  ask: 'extreme',
  sets: [all(kind)],
  wanted: [wanted(attribute, ...years)],
  extreme: { way, top: 1, nth: null, by: years.length > 1 ? 'rise' : 'value' },
});
const whether = (
  set: Query['sets'][number],
  parts: Parameters<typeof claim>[0],
  more: Partial<Query> = {},
): Partial<Query> => ({
  ask: 'whether',
  sets: [set],
  claim: claim(parts),
  ...more,
});

const rows: [string, Partial<Query>, string[], string[]?][] = [
  ['a budget', { sets: [project('U・Iターン')], wanted: [wanted('budget', 2026)] }, ['34,507千円']],
  [
    'a plan without budgets',
    { sets: [project('防災対策')], wanted: [wanted('budget')] },
    ['記載がありません', '収録していません'],
  ],
  [
    'two attributes of one project',
    { sets: [project('首都圏などからの移住促進')], wanted: [wanted('target'), wanted('budget')] },
    ['75人', '32,100千円'],
  ],
  [
    'actual and rate',
    { sets: [kpi('KitaQ')], wanted: [wanted('actual', 2021), wanted('rate', 2021)] },
    ['2,961人', '109.7%'],
  ],
  [
    '百万円 in 億円',
    { sets: [kpi('関門エリア')], wanted: [wanted('baseline')], unit: '億円' },
    ['804億円', 'R2'],
  ],
  [
    '調整中',
    { sets: [kpi('若者・現役世代')], wanted: [wanted('target', 2025)] },
    ['調整中', '記載がありません'],
  ],
  [
    'a figure printed beside a target',
    { sets: [kpi('暴追')], wanted: [wanted('baseline'), wanted('actual', 2023)] },
    ['48.0%', '平成25年度', '81.4%'],
  ],
  ['a sum, each project once', sum(department('国際政策課'), 2023), ['264,813千円', '8事業']],
  [
    'sums of two years',
    sum(all('project', { is: 'plan', ids: ['kitakyushu-jimu'] }), 2024, 2025),
    ['2,548,267千円', '9事業', '2,878,000千円', '10事業'],
  ],
  [
    'the largest labour cost',
    best('max', 'kitakyushu-hyoka/labor', 'project'),
    ['公共施設マネジメント推進事業', '54,000千円'],
  ],
  ['the lowest rate', best('min', 'rate', 'kpi', 2021), ['バスツアー', '0.0%']],
  ['the largest rise', best('max', 'budget', 'project', 2022, 2023), ['ふるさと寄附金', '727,000千円']],
  [
    'a difference of sums',
    { ask: 'difference', sets: [department('企画課')], wanted: [wanted('budget', 2022, 2023)] },
    ['1,901,379千円', '1,178,733千円', '722,646千円の増'],
  ],
  ['points', { ask: 'remaining', sets: [kpi('空き店舗率')] }, ['あと4.3ポイント下げる', '16.6%', '12.3%']],
  ['from the newest actual', { ask: 'remaining', sets: [kpi('KitaQ')] }, ['139人', '2,961人'], ['1,068人']],
  [
    'to the whole of a running total',
    { ask: 'remaining', sets: [kpi('複業・兼業のマッチング')] },
    ['あと50件'],
  ],
  [
    'two rises',
    {
      ask: 'compare',
      sets: [kpi('シティプラザ'), kpi('久留米市美術館')],
      between: {
        from: { attribute: 'baseline', fy: null },
        to: { attribute: 'target', fy: null },
        as: 'amount',
      },
    },
    ['「久留米シティプラザ来館者数」の5.9万人増', '1.4万人増', '差は4.5万人'],
  ],
  [
    'two counts',
    {
      ask: 'compare',
      of: 'project',
      sets: ['福祉', '災害対策'].map((label) => all('project', { is: 'policy', ids: policy(label), label })),
    },
    ['「福祉」', '4件'],
  ],
  ['towns that take part', { ask: 'count', of: 'town', sets: [project('U・Iターン')] }, ['17市町', '苅田町']],
  [
    'places in the plan',
    { ask: 'count', of: 'policy', sets: [project('多文化共生の推進')] },
    ['4件', 'VII-2-(3)-②', 'II-3-(3)-①'],
  ],
  [
    'no, another department',
    whether(project('ふるさと寄附金'), { within: [{ is: 'department', names: ['総務課'] }] }),
    ['いいえ、', '企画課'],
    ['はい、'],
  ],
  [
    'no, under another policy',
    whether(project('北九州空港の機能強化'), {
      within: [{ is: 'policy', ids: policy('経済成長'), label: '' }],
    }),
    ['いいえ、', '高次の都市機能'],
    ['はい、'],
  ],
  [
    '順調 is not 大変順調',
    whether(
      project('定住・移住促進'),
      { words: ['順調'] },
      { wanted: [wanted('kitakyushu-hyoka/evaluation')] },
    ),
    ['いいえ、', '大変順調'],
  ],
  [
    'no, the one figure',
    whether(
      project('北九州市立大学運営'),
      { limits: [limit('=', 9_432_000_000, '9,432,000千円', '円')] },
      { wanted: [wanted('budget', 2023)] },
    ),
    ['いいえ、', '3,144,000千円'],
    ['9,432,000千円'],
  ],
  ['no, it fell', whether(kpi('誇りや自信'), { moved: 'up' }), ['いいえ、', '56.7%', '55.2%']],
  [
    'nobody knows without an actual',
    whether(kpi('待機児童'), { reached: true }),
    ['実績の記載がない', '判断できません', '54人', '0人'],
    ['はい、', 'いいえ、'],
  ],
  [
    'a rate with what it is made of',
    whether(
      kpi('各種SNSの閲覧'),
      { limits: [limit('=', 49_243.4, '49,243.4%', '%')] },
      { wanted: [wanted('rate')] },
    ),
    ['はい、', '7,386,517', '15,000'],
  ],
  [
    'a reason nobody wrote down, the premise put right',
    {
      ask: 'why',
      sets: [project('防犯カメラ')],
      wanted: [wanted('budget', 2025)],
      claim: claim({ moved: 'down' }),
    },
    ['いいえ、', '57,740千円', '増', '記載がありません'],
  ],
  [
    'an exact figure in any year',
    {
      ask: 'list',
      sets: [
        all('project', {
          is: 'compare',
          attribute: 'budget',
          fy: null,
          limits: [limit('=', 1_110_000_000, '1,110,000千円', '円')],
        }),
      ],
    },
    ['ふるさと寄附金促進事業'],
  ],
  [
    '維持 on paper, less in money',
    {
      ask: 'list',
      sets: [
        all(
          'project',
          { is: 'word', attribute: 'kitakyushu-hyoka/budgetChange', fy: null, values: ['維持'] },
          {
            is: 'against',
            left: { attribute: 'budget', fy: 2023 },
            relation: '<',
            right: { attribute: 'budget', fy: 2022 },
          },
        ),
      ],
    },
    ['2件', '定住・移住促進事業', '世界遺産維持活用保全事業'],
  ],
  [
    'other than 継続',
    {
      ask: 'list',
      sets: [
        all('project', {
          is: 'not',
          that: { is: 'word', attribute: 'kitakyushu-hyoka/outcomeDirection', fy: null, values: ['継続'] },
        }),
      ],
    },
    ['1件', 'ふるさと寄附金促進事業', '拡大'],
  ],
];

describe('what stands in the lead', () => {
  test.each(rows)('%s', (_, query, must, mustNot = []) => {
    const said = lead(query);
    for (const text of must) expect(said).toContain(text);
    for (const text of mustNot) expect(said).not.toContain(text);
  });
});

test('every attribute of every subject can be told, and every KPI counted down', () => {
  const { facts } = asker(repository);
  for (const { id, of } of facts.attributes)
    for (const kind of of)
      for (const { id: subject } of facts.subjects(kind).slice(0, 25))
        expect(lead({ sets: [named(kind, subject)], wanted: [wanted(id)] })).toMatch(/。/);
  for (const { id } of repository.kpis)
    expect(lead({ ask: 'remaining', sets: [named('kpi', id)] })).toMatch(/。$/);
});

test('plans, their periods and the day they were published', () => {
  expect(ask({ ask: 'plans' }).lead).toContain(
    '久留米市「久留米総合戦略」（令和2年度～令和6年度、令和元年度公表）',
  );
});
