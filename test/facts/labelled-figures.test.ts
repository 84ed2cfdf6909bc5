// Cells that print several figures, each behind a word of its own, and those that do not.
import { expect, test } from 'vitest';
import { labelledFigures } from '../../src/facts/labelled-figures.ts';

test.each<[string, string, [string, number][]]>([
  [
    '平日 237,673人／日、休日 237,672人／日',
    '人/日',
    [
      ['平日', 237673],
      ['休日', 237672],
    ],
  ],
  [
    '男性：1.2万人、女性：1.3万人',
    '万人',
    [
      ['男性', 1.2],
      ['女性', 1.3],
    ],
  ],
  ['登録者数計3,100人（R5年度）', '人', []],
  ['平日 200人、休日 30%', '人', []],
  ['男性 20人、男性 30人', '人', []],
  ['20人、30人', '人', []],
  ['維持する、増やす', '人', []],
])('%s', (text, unit, figures) => {
  expect(labelledFigures({ text, unit }).map(({ label, value }) => [label, value])).toEqual(figures);
});
