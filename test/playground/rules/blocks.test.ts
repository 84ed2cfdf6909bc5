// Every limit of Slack's blocks: at the limit it passes, one over is refused.
import { describe, expect, test } from 'vitest';
import { blockProblems } from '../../../src/playground/rules/blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = (id: string, text = '押す') => ({ type: 'button', action_id: id, text: plain(text) });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const many = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const option = (i: number, text = `選択${i}`) => ({ text: plain(text), value: `v${i}` });
const select = (count: number) =>
  actions({ type: 'static_select', action_id: 's', options: many(count, (i) => option(i)) });
const cell = (text: string) => ({ type: 'raw_text', text });
const table = (rows: unknown[][], more = {}) => ({ type: 'data_table', caption: '表', rows, ...more });
const series = (name: string, labels: string[]) => ({
  name,
  data: labels.map((label, i) => ({ label, value: i })),
});
const chart = (labels: string[], names = ['予算'], more = {}) => ({
  type: 'data_visualization',
  title: '予算の推移',
  chart: {
    type: 'bar',
    axis_config: { categories: labels },
    series: names.map((name) => series(name, labels)),
  },
  ...more,
});
const short = (i: number) => `R${i}`;

/** Limit, what passes, what is refused, and a word of the reason. */
const limits: [string, unknown[], unknown[], RegExp][] = [
  [
    '50 blocks',
    many(50, () => ({ type: 'divider' })),
    many(51, () => ({ type: 'divider' })),
    /no more than 50/,
  ],
  [
    '3,000 characters in a section',
    [section('あ'.repeat(3000))],
    [section('あ'.repeat(3001))],
    /less than 3001/,
  ],
  [
    'code points, not UTF-16 units',
    [section('𠮷'.repeat(3000))],
    [section('𠮷'.repeat(3001))],
    /less than 3001/,
  ],
  ['a text that holds something', [section('あ')], [section('')], /more than 0/],
  [
    '150 characters in a header',
    [{ type: 'header', text: plain('あ'.repeat(150)) }],
    [{ type: 'header', text: plain('あ'.repeat(151)) }],
    /less than 151/,
  ],
  [
    'plain text in a header',
    [{ type: 'header', text: plain('x') }],
    [{ type: 'header', text: mrkdwn('x') }],
    /must be plain_text/,
  ],
  [
    '10 elements of context',
    [{ type: 'context', elements: many(10, () => mrkdwn('x')) }],
    [{ type: 'context', elements: many(11, () => mrkdwn('x')) }],
    /no more than 10/,
  ],
  [
    '25 elements of actions',
    [actions(...many(25, (i) => button(`b${i}`)))],
    [actions(...many(26, (i) => button(`b${i}`)))],
    /no more than 25/,
  ],
  [
    '75 characters on a button',
    [actions(button('a', 'あ'.repeat(75)))],
    [actions(button('a', 'あ'.repeat(76)))],
    /less than 76/,
  ],
  [
    '2,000 characters of value',
    [actions({ ...button('a'), value: 'x'.repeat(2000) })],
    [actions({ ...button('a'), value: 'x'.repeat(2001) })],
    /less than 2001/,
  ],
  [
    'styles primary and danger',
    [actions({ ...button('a'), style: 'danger' })],
    [actions({ ...button('a'), style: 'default' })],
    /primary, danger/,
  ],
  [
    'unique action ids',
    [actions(button('a'), button('b'))],
    [actions(button('a')), actions(button('a'))],
    /already exists/,
  ],
  [
    'unique block ids',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    /already exists/,
  ],
  [
    '255 characters of action id',
    [actions(button('a'.repeat(255)))],
    [actions(button('a'.repeat(256)))],
    /less than 256/,
  ],
  [
    '255 characters of block id',
    [{ type: 'divider', block_id: 'a'.repeat(255) }],
    [{ type: 'divider', block_id: 'a'.repeat(256) }],
    /less than 256/,
  ],
  ['100 options', [select(100)], [select(101)], /no more than 100/],
  [
    '75 characters of option text',
    [actions({ type: 'static_select', action_id: 's', options: [option(1, 'あ'.repeat(75))] })],
    [actions({ type: 'static_select', action_id: 's', options: [option(1, 'あ'.repeat(76))] })],
    /less than 76/,
  ],
  [
    '150 characters of option value',
    [
      actions({
        type: 'static_select',
        action_id: 's',
        options: [{ text: plain('a'), value: 'v'.repeat(150) }],
      }),
    ],
    [
      actions({
        type: 'static_select',
        action_id: 's',
        options: [{ text: plain('a'), value: 'v'.repeat(151) }],
      }),
    ],
    /less than 151/,
  ],
  [
    '150 characters of placeholder',
    [actions({ type: 'conversations_select', action_id: 's', placeholder: plain('あ'.repeat(150)) })],
    [actions({ type: 'conversations_select', action_id: 's', placeholder: plain('あ'.repeat(151)) })],
    /less than 151/,
  ],
  [
    'an initial option among the options',
    [actions({ type: 'static_select', action_id: 's', options: [option(1)], initial_option: option(1) })],
    [actions({ type: 'static_select', action_id: 's', options: [option(1)], initial_option: option(2) })],
    /one of the options/,
  ],
  [
    '10 checkboxes',
    [actions({ type: 'checkboxes', action_id: 'c', options: many(10, (i) => option(i)) })],
    [actions({ type: 'checkboxes', action_id: 'c', options: many(11, (i) => option(i)) })],
    /no more than 10/,
  ],
  [
    '10 radio buttons',
    [actions({ type: 'radio_buttons', action_id: 'c', options: many(10, (i) => option(i)) })],
    [actions({ type: 'radio_buttons', action_id: 'c', options: many(11, (i) => option(i)) })],
    /no more than 10/,
  ],
  [
    'one table',
    [table([[cell('a')], [cell('b')]])],
    many(2, () => table([[cell('a')], [cell('b')]])),
    /only one table/,
  ],
  [
    '100 rows below the header',
    [table(many(101, () => [cell('a')]))],
    [table(many(102, () => [cell('a')]))],
    /no more than 101/,
  ],
  ['a row below the header', [table([[cell('a')], [cell('b')]])], [table([[cell('a')]])], /at least 2/],
  [
    '20 columns',
    [table([many(20, () => cell('a')), many(20, () => cell('a'))])],
    [table([many(21, () => cell('a')), many(21, () => cell('a'))])],
    /no more than 20/,
  ],
  [
    'rows of equal length',
    [
      table([
        [cell('a'), cell('b')],
        [cell('a'), cell('b')],
      ]),
    ],
    [table([[cell('a'), cell('b')], [cell('a')]])],
    /must have 2 cells/,
  ],
  [
    '10,000 characters in a table',
    [table([[cell('x')], [cell('x'.repeat(9999))]])],
    [table([[cell('x')], [cell('x'.repeat(10_000))]])],
    /at most 10000/,
  ],
  [
    'a caption',
    [table([[cell('a')], [cell('b')]])],
    [table([[cell('a')], [cell('b')]], { caption: undefined })],
    /caption/,
  ],
  [
    'a page of 100',
    [table([[cell('a')], [cell('b')]], { page_size: 100 })],
    [table([[cell('a')], [cell('b')]], { page_size: 101 })],
    /between 1 and 100/,
  ],
  [
    'numbers with text',
    [table([[cell('a')], [{ type: 'raw_number', value: 1, text: '1人' }]])],
    [table([[cell('a')], [{ type: 'raw_number', value: 1 }]])],
    /missing required/,
  ],
  ['no empty cell', [table([[cell('a')], [cell('—')]])], [table([[cell('a')], [cell('')]])], /more than 0/],
  [
    'no rich text in the header row',
    [table([[cell('a')], [{ type: 'rich_text', elements: [] }]])],
    [table([[{ type: 'rich_text', elements: [] }], [cell('b')]])],
    /header row/,
  ],
  [
    '50 characters of chart title',
    [chart(['R5'], ['予算'], { title: 'あ'.repeat(50) })],
    [chart(['R5'], ['予算'], { title: 'あ'.repeat(51) })],
    /less than 51/,
  ],
  ['6 series', [chart(['R5'], many(6, short))], [chart(['R5'], many(7, short))], /no more than 6/],
  ['20 categories', [chart(many(20, short))], [chart(many(21, short))], /no more than 20/],
  ['20 characters of label', [chart(['あ'.repeat(20)])], [chart(['あ'.repeat(21)])], /less than 21/],
  ['two charts', many(2, () => chart(['R5'])), many(3, () => chart(['R5'])), /only two/],
];

describe('limits of blocks', () => {
  test.each(limits)('%s: the limit passes, one over is refused', (_name, passes, refused, reason) => {
    expect(blockProblems(passes)).toEqual([]);
    expect(blockProblems(refused).join('\n')).toMatch(reason);
  });
});

describe('other rules', () => {
  test('a message weighs at most 13,000 characters of JSON', () => {
    const blocks = (last: number) => [3000, 3000, 3000, last].map((length) => section('x'.repeat(length)));
    const frame = JSON.stringify([...blocks(0), section('')]).length;
    const weighing = (total: number) => [...blocks(2800), section('x'.repeat(total - frame - 2800))];
    expect(JSON.stringify(weighing(13_000))).toHaveLength(13_000);
    expect(blockProblems(weighing(13_000))).toEqual([]);
    expect(blockProblems(weighing(13_001)).join()).toMatch(/at most 13000/);
  });

  test.each([
    ['an unknown block', [{ type: 'chart' }], /unsupported block type: chart/],
    ['a block named like an object method', [{ type: 'constructor' }], /unsupported block type/],
    ['a block without a type', [{}], /\(none\)/],
    [
      'a text input outside an input block',
      [actions({ type: 'plain_text_input', action_id: 'a' })],
      /unsupported type/,
    ],
    ['a section without text and fields', [{ type: 'section' }], /text and fields/],
    ['half an emoji', [section('\ud83d')], /valid Unicode/],
    [
      'a series that misses a category',
      [
        {
          ...chart(['R5', 'R6']),
          chart: { type: 'line', axis_config: { categories: ['R5', 'R6'] }, series: [series('a', ['R5'])] },
        },
      ],
      /every category/,
    ],
    ['two series of one name', [chart(['R5'], ['a', 'a'])], /unique/],
    [
      'an empty rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
        },
      ],
      /more than 0/,
    ],
    ['blocks that are no array', { type: 'divider' }, /must be an array/],
  ])('%s is refused with the place', (_name, blocks, reason) => {
    const problems = blockProblems(blocks).join('\n');
    expect(problems).toMatch(reason);
    expect(problems).toContain('[json-pointer:/blocks');
  });
});
