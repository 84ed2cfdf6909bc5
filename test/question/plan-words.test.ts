// Columns that many plans call the same and fill with the same words: each word stands for all of them.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Attribute } from '../../src/facts/attribute.ts';
import { createFacts } from '../../src/facts/facts.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import { readLexicon } from '../../src/language/words/lexicon-texts.ts';
import { Lexicon } from '../../src/question/mentions/lexicon.ts';
import { PlanWords } from '../../src/question/mentions/plan-words.ts';
import { midorino } from '../support/query.ts';

const column = (plan: string, label: string): Attribute => ({
  id: `${plan}/stars`,
  plan,
  label,
  words: [],
  of: ['project'],
  byYear: false,
  adds: false,
  type: 'word',
  values: [{ word: '星三つ', words: ['特上'] }],
});

test('words of columns that are alike, and of one that is only called otherwise', async () => {
  const tokenizer = await loadTokenizer();
  const lexicon = new Lexicon(readLexicon(join(import.meta.dirname, '../../index')), tokenizer);
  const repository = midorino();
  const facts = createFacts(repository);
  const attributes = [column('one', '格付'), column('two', '格付'), column('three', '等級の印')];
  const words = new PlanWords(
    repository,
    { ...facts, attributes: [...facts.attributes, ...attributes] },
    lexicon,
  );
  const text = '等級の印が特上';
  const [mention] = words.find(text, tokenizer.tokenize(text)).filter((one) => one.text === '特上');
  expect(mention?.meaning).toEqual({
    is: 'word',
    attributes: ['one/stars', 'two/stars', 'three/stars'],
    word: '星三つ',
  });
  const labels = lexicon.entriesOf('格付').map(({ id }) => id);
  expect(labels).toEqual(['one/stars', 'two/stars']);
  lexicon.remove('格付', 'attributes');
  lexicon.add('格付', { list: 'attributes', id: 'four/stars' });
  expect(lexicon.entriesOf('格付').map(({ id }) => id)).toEqual(['four/stars']);
  const found = lexicon.find('格付は？', tokenizer.tokenize('格付は？'));
  expect(found.map(({ entry }) => entry.id)).toContain('four/stars');
  expect(found.map(({ entry }) => entry.id)).not.toContain('one/stars');
});
