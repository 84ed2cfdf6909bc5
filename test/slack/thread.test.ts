// A thread goes on from what its last question was read as, and from its words where only those were kept.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import type { ThreadQuestion } from '../../src/ports/store.ts';
import { decodeValue, encodeValue } from '../../src/present/actions.ts';
import { readQueries, threadAfter, threadOptions } from '../../src/slack/thread.ts';
import { seededBot } from '../support/seeded-bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await seededBot();
});

/** Asks one after the other as a thread does; the last answer and what is kept then. */
async function talk(questions: readonly string[], start: ThreadQuestion | null = null) {
  let kept = start;
  let lead = '';
  for (const question of questions) {
    const answer = await bot.ask(question, threadOptions(kept));
    lead = answer.lead;
    kept = threadAfter(bot, question, answer, kept) ?? kept;
  }
  return { lead, kept };
}

describe('a thread', () => {
  test('three years of one budget are asked for by their years alone', async () => {
    const { lead, kept } = await talk(['多文化共生の推進のR4の予算は？', 'R5は？', 'R4は？']);
    expect(lead).toBe('「多文化共生の推進」の令和4年度の予算（事業費）は42,803千円です。');
    expect(kept?.question).toBe('多文化共生の推進のR4の予算は？');
  });

  test('thanks in between change nothing of what it is about', async () => {
    const { lead } = await talk(['多文化共生の推進のR4の予算は？', 'ありがとう', 'R5は？']);
    expect(lead).toBe('「多文化共生の推進」の令和5年度の予算（事業費）は43,921千円です。');
  });

  test('a question that stands by itself begins anew', async () => {
    const { kept } = await talk(['多文化共生の推進のR4の予算は？', 'バスツアーの参加者数の目標は？']);
    expect(kept?.question).toBe('バスツアーの参加者数の目標は？');
  });

  test.each([
    ['kept before queries were', ''],
    ['kept as no JSON', '[{'],
    ['kept by another version', '[{"ask":"dance"}]'],
    ['kept empty', '[]'],
  ])('%s goes on from its words', async (_, queries) => {
    const kept = { question: '多文化共生の推進のR4の予算は？', queries };
    expect(threadOptions(kept)).toEqual({ context: '多文化共生の推進のR4の予算は？' });
    const { lead } = await talk(['R5は？'], kept);
    expect(lead).toBe('「多文化共生の推進」の令和5年度の予算（事業費）は43,921千円です。');
  });

  test('nothing kept is nothing before', () => {
    expect(threadOptions(null)).toEqual({});
  });
});

describe('a button in a thread', () => {
  test('carries what the thread was read as, and gives it back whole', () => {
    const thread = bot.read('多文化共生の推進のR4の予算は？').queries;
    const value = decodeValue('ask', encodeValue({ ask: 'R5は？', thread })) as { thread?: unknown };
    expect(readQueries(value.thread)).toEqual(thread);
  });

  test('leaves it out where it does not fit: the words go on', () => {
    const [query] = bot.read('多文化共生の推進のR4の予算は？').queries;
    const thread = query ? [{ ...query, about: 'あ'.repeat(1900) }] : [];
    expect(
      decodeValue('ask', encodeValue({ ask: 'R5は？', context: '多文化共生の予算は？', thread })),
    ).toEqual({
      ask: 'R5は？',
      context: '多文化共生の予算は？',
    });
  });

  test('a forged one is no question', () => {
    expect(readQueries([{ ask: 'values', sets: 'all' }])).toBeNull();
    expect(readQueries('x')).toBeNull();
  });
});
