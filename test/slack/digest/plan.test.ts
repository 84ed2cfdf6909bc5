// What is stored of a digest is read through its schema: anything else is no plan, and nothing of it is posted.
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/slack/digest/plan.ts';

const state = {
  status: '遅れ',
  judged: '遅れ',
  judgedFy: 2025,
  mismatch: false,
  due: 'none',
  dueFy: null,
  seq: 0,
  print: 'a1',
};
const plan = {
  messages: { post: { text: '朝', blocks: [{ type: 'divider', block_id: 'b' }] }, thread: [] },
  known: { day: '2026-11-24', kpis: { visitors: state } },
  postedOn: '2026-11-24',
  threadSent: 0,
  ended: [],
};

test('a stored digest is read as it was written, with what a newer version added', () => {
  const written = { ...plan, asked: true, later: ['x'] };
  expect(readPlan({ payload: JSON.stringify(written) })).toEqual(written);
});

test.each([
  ['no JSON', '{'],
  ['nothing', '{}'],
  [
    'a status that there is none of',
    { ...plan, known: { day: '', kpis: { v: { ...state, status: '元気' } } } },
  ],
  ['a state without its year', { ...plan, known: { day: '', kpis: { v: { ...state, dueFy: undefined } } } }],
  ['a message without blocks', { ...plan, messages: { post: { text: '朝' }, thread: [] } }],
  ['a count in words', { ...plan, threadSent: 'one' }],
])('%s is no stored digest', (_, payload) => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  expect(readPlan({ payload: text })).toBeNull();
});
