// Tokens per second of our tokenizer beside stock kuromoji on the same texts in the same process.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji from 'kuromoji';
import { loadTokenizer } from '../src/language/tokenizer/tokenizer.ts';
import { OWN_SENTENCES, seedTexts } from '../test/search/tokenizer-texts.ts';
import { median } from './median.ts';
import { table } from './table.ts';

const ROUNDS = 15;
const dictionary = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');

/** Stock kuromoji divided by ours first. */
export async function tokenizeTable(): Promise<string> {
  const ours = await loadTokenizer();
  const stock = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
    kuromoji
      .builder({ dicPath: dictionary })
      .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
  });
  const texts = [...seedTexts(), ...OWN_SENTENCES];
  const sets = {
    'seeds, string by string': texts,
    'questions (4–20 characters)': texts.filter(({ length }) => length >= 4 && length <= 20),
    'paragraphs (about 1,000 characters)': paragraphs(texts),
  };
  const rows = Object.entries(sets).map(([name, set]) => {
    const seconds = { ours: [] as number[], stock: [] as number[] };
    let tokens = 0;
    for (let round = 0; round < ROUNDS; round++) {
      // The first rounds warm both up; medians leave them out.
      seconds.ours.push(
        timed(() => (tokens = set.reduce((sum, text) => sum + ours.tokenize(text).length, 0))),
      );
      seconds.stock.push(timed(() => set.reduce((sum, text) => sum + stock.tokenize(text).length, 0)));
    }
    const our = median(seconds.ours);
    const its = median(seconds.stock);
    const each = (all: number) => (all / set.length) * 1e6;
    return [name, its / our, tokens / our, tokens / its, each(our), each(its)];
  });
  return table(
    ['tokenising', 'ours ÷ stock', 'tokens/s', 'stock tokens/s', 'µs a text', 'stock µs a text'],
    rows,
  );
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1000;
}

/** Sentences joined until they are as long as a paragraph. */
function paragraphs(sentences: readonly string[]): string[] {
  const joined: string[] = [''];
  for (const sentence of sentences) {
    const last = joined.length - 1;
    if ((joined[last] as string).length + sentence.length > 1000) joined.push(sentence);
    else joined[last] += `${sentence}。`;
  }
  return joined;
}
