// Every block type is drawn; every text in it is escaped; an unknown block is a visible box.
import { describe, expect, test } from 'vitest';
import { blocksToHtml } from '../../src/playground/blocks-to-html.ts';
import { context } from './support/render-context.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = { text: plain('直方市'), value: 'nogata' };
const draw = (block: unknown, more = {}) => blocksToHtml([block], context(more));
const actions = (element: object) => ({
  type: 'actions',
  block_id: 'b',
  elements: [{ action_id: 'a', ...element }],
});
const input = (element: object, more = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain('値'),
  element: { action_id: 'a', ...element },
  ...more,
});

test.each([
  ['section', { type: 'section', text: mrkdwn('*判定* 注意') }, ['<strong>判定</strong> 注意']],
  ['header', { type: 'header', text: plain('見出し') }, ['<h2 class="bk-header">見出し</h2>']],
  ['context', { type: 'context', elements: [mrkdwn('出典')] }, ['<span>出典</span>']],
  ['divider', { type: 'divider' }, ['<hr']],
  [
    'button',
    actions({ type: 'button', text: plain('詳細'), value: 'k', style: 'primary' }),
    ['data-action="a"', 'bk-primary', '>詳細</button>'],
  ],
  [
    'static_select',
    actions({ type: 'static_select', options: [option], initial_option: option }),
    ['<select', '直方市'],
  ],
  [
    'external_select',
    actions({ type: 'external_select', min_query_length: 1 }),
    ['role="combobox"', 'data-min="1"'],
  ],
  [
    'conversations_select',
    actions({ type: 'conversations_select', default_to_current_conversation: true }),
    ['<option value="C0KIKAKU" selected>#企画課'],
  ],
  ['users_select', actions({ type: 'users_select' }), ['<option value="U0SATO">佐藤 美咲']],
  [
    'multi_users_select',
    input({ type: 'multi_users_select' }),
    ['type="checkbox"', 'value="U0SATO"', '佐藤 美咲'],
  ],
  ['timepicker', actions({ type: 'timepicker' }), ['type="time"']],
  ['checkboxes', actions({ type: 'checkboxes', options: [option] }), ['type="checkbox"']],
  ['radio_buttons', actions({ type: 'radio_buttons', options: [option] }), ['type="radio"']],
  [
    'feedback_buttons',
    {
      type: 'context_actions',
      block_id: 'b',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'a',
          positive_button: { text: plain('役に立った'), value: 'y' },
          negative_button: { text: plain('違う'), value: 'n' },
        },
      ],
    },
    ['役に立った', 'data-value="n"'],
  ],
  [
    'plain_text_input',
    input({ type: 'plain_text_input' }),
    ['<label for="t-0-0">値', 'id="t-0-0"', 'data-field="b"'],
  ],
  ['multiline input', input({ type: 'plain_text_input', multiline: true }), ['<textarea']],
  ['optional input', input({ type: 'plain_text_input' }, { optional: true }), ['（任意）']],
  [
    'rich_text',
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: '太字', style: { bold: true } }] },
        { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U0SATO' }] },
        { type: 'rich_text_section', elements: [{ type: 'channel', channel_id: 'C0KIKAKU' }] },
      ],
    },
    ['<strong>太字</strong>', '@佐藤 美咲', '#企画課'],
  ],
  ['an unknown block', { type: 'hologram' }, ['表示できない部品です', '<code>hologram</code>']],
  ['a block named like an object method', { type: 'constructor' }, ['表示できない部品です']],
  ['an unknown element', actions({ type: 'slider' }), ['<code>slider</code>']],
])('%s', (_name, block, parts) => {
  const html = draw(block);
  for (const part of parts) expect(html).toContain(part);
});

describe('data_table', () => {
  const html = draw({
    type: 'data_table',
    caption: 'KPI一覧',
    page_size: 3,
    rows: [
      [
        { type: 'raw_text', text: 'KPI' },
        { type: 'raw_text', text: '実績' },
      ],
      [
        { type: 'raw_text', text: '移住者数' },
        { type: 'raw_number', value: 98, text: '98人' },
      ],
    ],
  });

  test('numbers stand right, the first column names the row', () => {
    expect(html).toContain('<caption>KPI一覧</caption>');
    expect(html).toContain('<th scope="col">実績</th>');
    expect(html).toContain('<td class="bk-right" data-label="実績">98人</td>');
    expect(html).toContain('<th scope="row">移住者数</th>');
    expect(html).toContain('data-page-size="3"');
  });
});

describe('data_visualization', () => {
  const axis = { axis_config: { categories: ['R5', 'R6'], y_label: '千円' } };
  const series = [
    {
      name: '予算',
      data: [
        { label: 'R6', value: -50 },
        { label: 'R5', value: 100 },
      ],
    },
  ];
  const chart = (more: object) => draw({ type: 'data_visualization', title: '予算', chart: more });

  test.each([
    ['bar', '<rect'],
    ['line', '<polyline'],
  ])('%s is drawn with its figures as a table', (type, shape) => {
    const html = chart({ type, series, ...axis });
    expect(html).toContain(shape);
    expect(html).toContain('<tr><th>R5</th><td>100</td></tr><tr><th>R6</th><td>-50</td></tr>');
    expect(html).toContain('role="img" aria-label="予算"');
    expect(html).not.toContain('NaN');
  });

  test('every name has its place below its values, whole in its tip and the table', () => {
    const name = '税・税外債権徴収スキル及び債権管理能力向上のための研修の実施';
    const others = ['甲', '乙', '丙'].map((label) => ({ label, value: 1 }));
    const data = [{ label: name, value: 2 }, ...others];
    const html = chart({
      type: 'bar',
      series: [{ name: 'R8', data }],
      axis_config: { categories: data.map(({ label }) => label) },
    });
    const places = [
      ...html.matchAll(/<foreignObject x="(\d+)"[^>]* width="121"[^>]*><div title="([^"]*)">/g),
    ];
    expect(places.map(([, x, text]) => [x, text])).toEqual([
      ['64', name],
      ['185', '甲'],
      ['306', '乙'],
      ['427', '丙'],
    ]);
    expect(html).toContain(`<th>${name}</th>`);
  });

  test('the axis goes from zero or the least value to the greatest', () => {
    const labels = (of: typeof series) =>
      [...chart({ type: 'bar', series: of, ...axis }).matchAll(/text-anchor="end">([^<]*)</g)].map(
        ([, text]) => text,
      );
    expect(labels(series)).toEqual(['-50', '100']);
    expect(labels([{ name: '予算', data: [{ label: 'R5', value: 3_179_676 }] }])).toEqual(['0', '318万']);
  });

  test('values that are all alike, or zero, are drawn without a division by nothing', () => {
    expect(
      chart({ type: 'bar', series: [{ name: 'a', data: [{ label: 'R5', value: 0 }] }], ...axis }),
    ).not.toContain('NaN');
  });
});

test('what a person typed stands in the input again', () => {
  const state = { b: { a: { type: 'plain_text_input', value: '1,234件' } } };
  expect(draw(input({ type: 'plain_text_input', initial_value: '前' }), { state })).toContain(
    'value="1,234件"',
  );
});

test('hostile text in any place stays text, and nothing is inline', () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const html = blocksToHtml(
    [
      {
        type: 'section',
        text: mrkdwn(evil),
        accessory: {
          type: 'button',
          action_id: evil,
          value: evil,
          text: plain(evil),
        },
      },
      { type: 'header', block_id: evil, text: plain(evil) },
      { type: 'section', text: mrkdwn('<javascript:alert(1)|押す>') },
      input({ type: 'plain_text_input', initial_value: evil, placeholder: plain(evil) }),
      actions({ type: 'static_select', options: [{ text: plain(evil), value: evil }] }),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: evil }, { type: 'user', user_id: evil }, { type: evil }],
          },
        ],
      },
      {
        type: 'data_table',
        caption: evil,
        page_size: evil,
        rows: [[{ type: 'raw_text', text: evil }], [{ type: 'raw_number', value: evil, text: evil }]],
      },
      {
        type: 'data_visualization',
        title: evil,
        chart: {
          type: 'bar',
          series: [{ name: evil, data: [{ label: evil, value: 1 }] }],
          axis_config: { categories: [evil], x_label: evil, y_label: evil },
        },
      },
      { type: evil },
    ],
    context(),
  );
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/href="(?!https?:)/);
  expect(html).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\s(?:on\w+|style)=/);
});
