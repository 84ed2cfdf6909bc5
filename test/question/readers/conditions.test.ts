// Conditions of a set: what is chosen, bounded, left out.
import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../../src/bot.ts';
import { conditions, inventedTowns } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await inventedTowns();
});

const department = (...names: string[]) => ({ is: 'department', names });
const budget = (fy: number | null, ...limits: [string, number][]) => ({
  is: 'compare',
  attribute: 'budget',
  fy,
  limits: limits.map(([relation, value]) => ({ relation, value, unit: '円' })),
});
const rate = (...limits: [string, number][]) => ({
  is: 'compare',
  attribute: 'rate',
  fy: null,
  limits: limits.map(([relation, value]) => ({ relation, value, unit: '%' })),
});
const has = { is: 'has', attribute: 'budget', fy: 2024 };
const not = (that: unknown) => ({ is: 'not', that });

test.each<[string, unknown[]]>([
  // Sets by name.
  ['健康福祉部の事業を教えて', [department('健康福祉部')]],
  ['市民生活部か健康福祉部の事業は何件？', [department('市民生活部', '健康福祉部')]],
  ['水里の事業評価の事業は何件？', [{ is: 'plan', ids: ['minasato-hyoka'] }]],
  ['「災害への備え」の施策の事業は？', [{ is: 'policy', ids: ['mina-kihon-1-3-2'] }]],
  // Bounds of money, in yen.
  ['予算が1千万円以上の事業を教えて', [budget(null, ['>=', 1e7])]],
  ['予算が10,000千円以上の事業を教えて', [budget(null, ['>=', 1e7])]],
  ['R6の予算が1千万円以上の事業を教えて', [budget(2024, ['>=', 1e7])]],
  ['予算が1千万円未満の事業を教えて', [budget(null, ['<', 1e7])]],
  ['予算が1千万円を超える事業を教えて', [budget(null, ['>', 1e7])]],
  ['予算が1千万円以下の事業を教えて', [budget(null, ['<=', 1e7])]],
  ['予算が1千万円から5千万円の事業を教えて', [budget(null, ['>=', 1e7], ['<=', 5e7])]],
  ['1億円以上の事業は？', [budget(null, ['>=', 1e8])]],
  // Each in the year beside it, where two are said.
  ['R6の予算が1千万円以上の事業のR7の予算の合計は？', [budget(2024, ['>=', 1e7])]],
  [
    'R6の予算が1千万円以上でR7の予算が2千万円未満の事業は？',
    [budget(2024, ['>=', 1e7]), budget(2025, ['<', 2e7])],
  ],
  ['健康福祉部で予算が1千万円以上の事業は？', [department('健康福祉部'), budget(null, ['>=', 1e7])]],
  // Rates.
  ['達成率が80%以上のKPIを教えて', [rate(['>=', 80])]],
  ['達成率が9割以上のKPIを教えて', [rate(['>=', 90])]],
  ['達成率が80%から100%のKPIを教えて', [rate(['>=', 80], ['<=', 100])]],
  ['達成率50%以下のKPIは？', [rate(['<=', 50])]],
  // Words of cells, names, marks.
  [
    '評価がBの事業は？',
    [
      { is: 'word', attribute: 'evaluation', fy: null, values: ['B'] },
      { is: 'plan', ids: ['minasato-hyoka'] },
    ],
  ],
  ['名前に「健康」が入る事業は？', [{ is: 'name', holds: ['健康'] }]],
  ['再掲の事業は？', [{ is: 'repeated' }]],
  ['目標年度を過ぎたKPIは？', [{ is: 'due', when: 'past' }]],
  // What is left out.
  ['健康福祉部以外の事業は何件ですか', [not(department('健康福祉部'))]],
  ['健康福祉部を除いた事業は何件ですか', [not(department('健康福祉部'))]],
  ['健康福祉部じゃない事業は何件ですか', [not(department('健康福祉部'))]],
  ['R6の予算の記載がない事業は？', [not(has)]],
  ['R6の予算の記載がある事業は？', [has]],
  ['R6予算のある事業はいくつ？', [has]],
  ['担当課がある事業の数は？', [{ is: 'has', attribute: 'department', fy: null }]],
])('%s', (text, expected) => {
  expect(conditions(bot, text)).toEqual(expected);
});

const side = (attribute: string) => ({ attribute, fy: null });
test.each([
  ['基準値と目標値が同じKPIは？', 'baseline', '=', 'target'],
  ['基準値と目標値が違うKPIは？', 'baseline', '!=', 'target'],
  ['実績が目標を下回るKPIは？', 'actual', '<', 'target'],
])('%s', (text, left, relation, right) => {
  expect(conditions(bot, text)).toContainEqual({
    is: 'against',
    left: side(left),
    relation,
    right: side(right),
  });
});
