// The limits of modals and App Home.
import { describe, expect, test } from 'vitest';
import { viewProblems } from '../../../src/playground/rules/views.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const divider = { type: 'divider' };
const feedback = {
  type: 'feedback_buttons',
  action_id: 'f',
  positive_button: { text: plain('はい'), value: 'y' },
  negative_button: { text: plain('いいえ'), value: 'n' },
};
const input = {
  type: 'input',
  label: plain('値'),
  element: { type: 'plain_text_input', action_id: 'a' },
};
const modal = (more = {}) => ({
  type: 'modal',
  title: plain('題'),
  submit: plain('保存'),
  blocks: [input],
  ...more,
});

describe('modals', () => {
  test.each([
    ['24 characters of title', { title: plain('あ'.repeat(24)) }, { title: plain('あ'.repeat(25)) }],
    ['24 characters of submit', { submit: plain('あ'.repeat(24)) }, { submit: plain('あ'.repeat(25)) }],
    ['24 characters of close', { close: plain('あ'.repeat(24)) }, { close: plain('あ'.repeat(25)) }],
    [
      '3,000 characters of private_metadata',
      { private_metadata: 'x'.repeat(3000) },
      { private_metadata: 'x'.repeat(3001) },
    ],
    ['100 blocks', { blocks: Array(100).fill(divider) }, { blocks: Array(101).fill(divider) }],
    ['submit with an input', {}, { submit: undefined }],
    [
      'no message-only block',
      { blocks: [divider] },
      { blocks: [{ type: 'context_actions', elements: [feedback] }] },
    ],
  ])('%s: the limit passes, one over is refused', (_name, passes, refused) => {
    expect(viewProblems(modal(passes), 'modal')).toEqual([]);
    expect(viewProblems(modal(refused), 'modal')).toHaveLength(1);
  });

  test('a modal is no home', () => {
    expect(viewProblems(modal(), 'home').join()).toContain('must be home');
  });
});

test('App Home needs no title and holds 100 blocks', () => {
  expect(viewProblems({ type: 'home', blocks: Array(100).fill(divider) }, 'home')).toEqual([]);
  expect(viewProblems({ type: 'home', blocks: Array(101).fill(divider) }, 'home')).toHaveLength(1);
});
