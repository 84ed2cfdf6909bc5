// What is kept while plans are packed changes nothing: words are those of the analyzer, states those of the judge.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRepository } from '../../src/data/repository.ts';
import { loadTokenizer } from '../../src/language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../../src/language/words/phrase-table.ts';
import { loadWordLists } from '../../src/language/words/word-lists.ts';
import { statusRows } from '../../src/plans-postgres/load/status-rows.ts';
import { TermBook } from '../../src/plans-postgres/load/term-book.ts';
import { packWeights, wantedWeights } from '../../src/plans-postgres/pack.ts';
import { packState, stateSize } from '../../src/plans-postgres/states.ts';
import { Analyzer } from '../../src/search/analyzer.ts';
import { wordsIn } from '../../src/search/build-index.ts';
import { searchDocuments } from '../../src/search/index-options.ts';
import { judgeNow } from '../../src/status/judge-now.ts';
import { plansWith } from './both.ts';

const seeds = plansWith(0);

test('a text has the words of the analyzer, each once as it first stands, with the readings of an index', async () => {
  const wordLists = loadWordLists(join(import.meta.dirname, '../../index'));
  const analyzer = new Analyzer(await loadTokenizer(), new PhraseTable(wordLists));
  const book = new TermBook(analyzer);
  const readings = new Map<string, string>();
  const texts = [...searchDocuments(createRepository(seeds))].flatMap(({ fields }) =>
    fields.map(({ text }) => text),
  );
  const [met, wanted]: [string[], string[]] = [[], []];
  for (const text of new Set(texts)) {
    const seen = new Set<string>();
    const words = wordsIn(text, analyzer).filter(({ term }) => !seen.has(term) && seen.add(term));
    for (const { term, reading } of words) readings.set(term, readings.get(term) || reading);
    wanted.push(text, ...words.map(({ term, hidden }) => `${term} ${hidden ? 1 : 0}`));
    met.push(text, ...Array.from(book.wordsOf(text), (code) => `${book.terms[code >> 1]} ${code & 1}`));
  }
  expect(met).toEqual(wanted);
  expect(book.readings).toEqual(book.terms.map((term) => readings.get(term)));
});

test('a stored state is that of its first day, judged by itself', () => {
  for (const file of seeds.files) {
    const repository = createRepository({ ...seeds, files: [file] });
    for (const { firstDay, lastDay, states } of statusRows(repository)) {
      const day = firstRealDay(firstDay);
      if (day >= lastDay) continue;
      repository.kpis.forEach((kpi, place) => {
        const judged = judgeNow(kpi, day, file.plan, { projects: repository.projectsOf(kpi.id) });
        const stored = [...states.subarray(place * stateSize, (place + 1) * stateSize)];
        expect([kpi.id, day, ...stored]).toEqual([kpi.id, day, ...packState(judged)]);
      });
    }
  }
});

/** 2024-03-31~ → 2024-04-01: the sign stands for what comes next in the order of days. */
function firstRealDay(day: string): string {
  if (!day.endsWith('~')) return day;
  const next = new Date(`${day.slice(0, -1)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

test('of packed words those that are wanted are heard with their weights, however far apart they lie', () => {
  const words = [3, 4, 131, 132, 259, 16_643, 2_113_796];
  const bytes = packWeights(Float64Array.from(words, (word, at) => word * 256 + at + 1));
  const heardOf = (wanted: readonly number[]) => {
    const heard: [number, number][] = [];
    wantedWeights(bytes, Int32Array.from(wanted), (at, weight) => heard.push([wanted[at] as number, weight]));
    return heard;
  };
  const weighed = words.map((word, at) => [word, at + 1]);
  expect(heardOf(words)).toEqual(weighed);
  for (const [at, word] of words.entries()) expect(heardOf([word])).toEqual([weighed[at]]);
  expect(heardOf([0, 4, 5, 130, 132, 300, 16_643, 9_999_999])).toEqual([weighed[1], weighed[3], weighed[5]]);
  expect(heardOf([])).toEqual([]);
});
