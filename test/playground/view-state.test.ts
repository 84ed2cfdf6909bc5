// What stands in inputs, in Slack's own shape; and what the client refuses before the bot hears of it.
import { describe, expect, test } from 'vitest';
import { inputErrors } from '../../src/playground/rules/inputs.ts';
import { entryOf, readState } from '../../src/playground/view-state.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = [option('r6'), option('r7')];
const input = (element: object, more = {}) => ({
  type: 'input',
  block_id: 'b',
  element: { action_id: 'a', ...element },
  ...more,
});

test.each([
  [{ type: 'plain_text_input' }, '120', { type: 'plain_text_input', value: '120' }],
  [{ type: 'plain_text_input' }, '', { type: 'plain_text_input', value: null }],
  [{ type: 'timepicker' }, '09:30', { type: 'timepicker', selected_time: '09:30' }],
  [{ type: 'static_select', options }, 'r7', { type: 'static_select', selected_option: option('r7') }],
  [{ type: 'static_select', options }, 'r9', { type: 'static_select', selected_option: null }],
  [{ type: 'radio_buttons', options }, 'r6', { type: 'radio_buttons', selected_option: option('r6') }],
  [{ type: 'checkboxes', options }, ['r6', 'r7'], { type: 'checkboxes', selected_options: options }],
  [{ type: 'checkboxes', options }, [], { type: 'checkboxes', selected_options: [] }],
  [
    { type: 'external_select' },
    JSON.stringify(option('k')),
    { type: 'external_select', selected_option: option('k') },
  ],
  [{ type: 'external_select' }, 'not JSON', { type: 'external_select', selected_option: null }],
  [
    { type: 'conversations_select' },
    'C0IJU',
    { type: 'conversations_select', selected_conversation: 'C0IJU' },
  ],
  [{ type: 'users_select' }, 'U0SATO', { type: 'users_select', selected_user: 'U0SATO' }],
  [
    { type: 'multi_users_select' },
    ['U0SATO', 'U0TANAKA'],
    { type: 'multi_users_select', selected_users: ['U0SATO', 'U0TANAKA'] },
  ],
  [{ type: 'multi_users_select' }, null, { type: 'multi_users_select', selected_users: [] }],
  [{ type: 'button' }, 'x', null],
])('%j with %j', (element, raw, state) => {
  expect(entryOf(element, raw)).toEqual(state);
});

describe('state.values', () => {
  const blocks = [input({ type: 'static_select', options, initial_option: option('r6') })];

  test('hold the initial value, then what was chosen', () => {
    const before = readState(blocks, {});
    expect(before).toEqual({ b: { a: { type: 'static_select', selected_option: option('r6') } } });
    expect(readState(blocks, { b: { a: 'r7' } }, before)).toEqual({
      b: { a: { type: 'static_select', selected_option: option('r7') } },
    });
  });

  test('keep an earlier choice that is not sent again', () => {
    const chosen = readState(blocks, { b: { a: 'r7' } });
    expect(readState(blocks, {}, chosen)).toEqual(chosen);
  });

  test('hold people who were chosen before', () => {
    const people = { type: 'multi_users_select', initial_users: ['U0TANAKA'] };
    expect(readState([input(people)], {})).toEqual({
      b: { a: { type: 'multi_users_select', selected_users: ['U0TANAKA'] } },
    });
    const person = { type: 'users_select', initial_user: 'U0SATO' };
    expect(readState([input(person)], {})).toEqual({
      b: { a: { type: 'users_select', selected_user: 'U0SATO' } },
    });
  });

  test('hold selects of sections and actions too', () => {
    const section = {
      type: 'section',
      block_id: 's',
      accessory: { type: 'timepicker', action_id: 'd', initial_time: '09:30' },
    };
    expect(readState([section], {})).toEqual({
      s: { d: { type: 'timepicker', selected_time: '09:30' } },
    });
  });
});

describe('before submitting', () => {
  test.each([
    ['an empty required field', input({ type: 'plain_text_input' }), '', 'この項目は必須です。'],
    ['an empty optional field', input({ type: 'plain_text_input' }, { optional: true }), '', undefined],
    [
      'an address that is none',
      input({ type: 'url_text_input' }),
      'example',
      '有効なURLを入力してください。',
    ],
    [
      'a text over its length',
      input({ type: 'plain_text_input', max_length: 2 }),
      '𠮷𠮷𠮷',
      '2文字以下で入力してください。',
    ],
    ['a text at its length', input({ type: 'plain_text_input', max_length: 2 }), '𠮷𠮷', undefined],
  ])('%s', (_name, block, raw, message) => {
    const state = readState([block], { b: { a: raw } });
    expect(inputErrors([block], state)).toEqual(message === undefined ? {} : { b: message });
  });
});
