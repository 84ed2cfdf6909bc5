// What Slack and people put around words is taken off; what is part of the words stays.
import { expect, test } from 'vitest';
import { plainQuestion } from '../../src/slack/plain-question.ts';

test.each([
  ['<@U0HAKARU> 移住のKPIは？', '移住のKPIは？'],
  ['*移住*のKPIは？', '移住のKPIは？'],
  ['_移住_ と ~空き家~', '移住 と 空き家'],
  ['`移住`', '移住'],
  ['```移住```', '移住'],
  ['移住 :pray: :+1:', '移住'],
  ['移住:bow:', '移住'],
  ['&gt; 移住の KPI', '移住の KPI'],
  ['「移住のKPIは？」', '移住のKPIは？'],
  ['"移住"', '移住'],
  ['“移住”', '移住'],
  ['<tel:0935820001|093-582-0001> は？', '093-582-0001 は？'],
  ['<!date^1392734382^{date}|2014/2/18> の実績', '2014/2/18 の実績'],
  ['\u200b/kpi 移住\u200b', '/kpi 移住'],
  ['／ｋｐｉ　移住', '/kpi　移住'],
  ['／KPI 移住', '/kpi 移住'],
  ['<https://example.jp/a|移住の頁>', '移住の頁'],
  // These are words of the question.
  ['2*3*4', '2*3*4'],
  ['VII-3-(1)-①', 'VII-3-(1)-①'],
  ['達成率 10:30:20', '達成率 10:30:20'],
  ['「移住」と「空き家」', '「移住」と「空き家」'],
  ['a_b_c', 'a_b_c'],
  ['R3〜R5', 'R3〜R5'],
])('%s → %s', (typed, words) => {
  expect(plainQuestion(typed)).toBe(words);
});

test('a text of four megabytes costs no more than one of four thousand characters', () => {
  const texts = ['*a* ', '<', '「', '_', '> '].map((part) => part.repeat(1_000_000));
  const before = performance.now();
  for (const text of texts) expect(plainQuestion(text).length).toBeLessThanOrEqual(4000);
  expect(performance.now() - before).toBeLessThan(2000);
});
