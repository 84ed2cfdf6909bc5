// A question that is read again, because something has been fetched since, is cut into pieces once.
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createFacts } from '../../src/facts/facts.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../../src/language/words/lexicon-texts.ts';
import { loadWordLists } from '../../src/language/words/word-lists.ts';
import type { Heard } from '../../src/question/around.ts';
import { readQuestion } from '../../src/question/read.ts';
import { createVocabulary } from '../../src/question/vocabulary.ts';
import { searchOf, seeds } from '../support/query.ts';

const index = join(import.meta.dirname, '../../index');

test('a text is heard once while it is read again, and reads alike', async () => {
  const repository = seeds();
  const [tokenizer, wordLists] = [await loadTokenizer(), loadWordLists(index)];
  const search = searchOf([]);
  const facts = createFacts(repository);
  const vocabulary = createVocabulary({
    repository,
    facts,
    search,
    tokenizer,
    wordLists,
    lexicon: readLexicon(index),
  });
  const known = new Map<string, Heard>();
  const keepHeard = (text: string, hear: () => Heard) => {
    const heard = known.get(text) ?? hear();
    known.set(text, heard);
    return heard;
  };
  const find = vi.spyOn(vocabulary.names, 'find');
  const moment = { fiscalYear: 2026, today: '2026-11-21' };
  const texts = ['総務課の令和5年度の予算の合計は？', '3の3の人材育成の事業', '再掲でない事業はいくつ'];
  const read = () => texts.map((text) => readQuestion(text, { ...vocabulary, keepHeard }, moment).queries);
  const first = structuredClone(read());
  expect(read()).toEqual(first);
  expect(find).toHaveBeenCalledTimes(texts.length);
});
