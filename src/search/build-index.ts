// Builds the index from the records, and writes it as a file that says what it was built from.
import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import type { Repository } from '../data/repository.ts';
import type { Tokenizer } from '../language/tokenizer/tokenizer.ts';
import { PhraseTable } from '../language/words/phrase-table.ts';
import type { WordLists } from '../language/words/word-lists.ts';
import { ANALYZER_VERSION, Analyzer, type Word } from './analyzer.ts';
import {
  type Apart,
  apart,
  IndexCollector,
  type IndexData,
  serializeIndex,
  WEIGHT_STEPS,
} from './index-data.ts';
import {
  type Documents,
  documentsApart,
  indexOptions,
  type SearchDocument,
  searchDocuments,
} from './index-options.ts';

/** In a longer text only pairs of neighbouring nouns are kept joined: longer joins serve names and keywords. */
const LONGEST_NAME = 60;

/** What an index stands on; a file with another hash is stale. */
export function indexHash(seedsHash: string, lists: Pick<WordLists, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([ANALYZER_VERSION, seedsHash, lists.hash, indexOptions]))
    .digest('hex');
}

/** Indexes the documents in their order; `progress` hears how many are done. */
export function buildIndex(
  documents: Documents,
  analyzer: Analyzer,
  { phrases }: Pick<PhraseTable, 'phrases'>,
  progress: (done: number, total: number) => void = () => {},
): IndexData {
  const collector = new IndexCollector();
  for (const phrase of phrases) {
    const word = analyzer.analyze(phrase).words.find((each) => each.text === phrase);
    if (word) collector.addWord(word.term, word.text, word.reading);
  }
  const wordsOf = wordReader(analyzer);
  let done = 0;
  for (const document of documents) {
    const number = collector.addDocument(document.kind, document.id);
    for (const { word, weight } of weighted(document, wordsOf))
      collector.addPosting(collector.addWord(word.term, word.text, word.reading), number * 256 + weight);
    done += 1;
    if (done % 1000 === 0 || done === documents.length) progress(done, documents.length);
  }
  return collector.pack();
}

/** Cuts texts into words, each once, as it first stands; keywords and names of policies come again and again. */
function wordReader(analyzer: Analyzer): (text: string) => Word[] {
  const analyses = new Map<string, Word[]>();
  const longer = new Map<string, Word[]>();
  return (text) => {
    const isName = text.length <= LONGEST_NAME;
    let words = analyses.get(text) ?? longer.get(text);
    if (!words) {
      words = eachOnce(wordsIn(text, analyzer));
      // Keywords and policies repeat all along; a summary comes again with the KPIs of its project, in the same plan.
      const kept = isName ? analyses : longer;
      if (kept.size > (isName ? 50_000 : 2000)) kept.clear();
      kept.set(text, words);
    }
    return words;
  };
}

/** The words of a record's text, as often as they stand there. */
export function wordsIn(text: string, analyzer: Analyzer): Word[] {
  return analyzer.analyze(text, longestJoinIn(text)).words;
}

/** How many nouns are joined in a record's text; as many as in a question where none is given. */
export function longestJoinIn(text: string): number | undefined {
  return text.length <= LONGEST_NAME ? undefined : 2;
}

function eachOnce(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter(({ term }) => !seen.has(term) && seen.add(term));
}

/** The words of a document, each once, with their weights in steps; `wordsOf` gives each of a text once. */
function weighted(
  document: SearchDocument,
  wordsOf: (text: string) => Word[],
): { word: Word; weight: number }[] {
  const weights = new Map<string, { word: Word; best: number; others: number }>();
  for (const { weight: fieldWeight, text } of document.fields) {
    for (const word of wordsOf(text)) {
      const weight = word.hidden ? fieldWeight * indexOptions.hidden : fieldWeight;
      const known = weights.get(word.term);
      if (!known) weights.set(word.term, { word, best: weight, others: 0 });
      else {
        known.others += Math.min(weight, known.best);
        known.best = Math.max(weight, known.best);
      }
    }
  }
  return [...weights.values()].map(({ word, best, others }) => ({ word, weight: stepsOf(best, others) }));
}

/** A word's weight in steps, from that of the field it weighs most in and the sum of the others. */
export function stepsOf(best: number, others: number): number {
  // A second field adds a little, but never lifts a keyword to a name.
  const lifted = best + Math.min(indexOptions.secondFields, others * 0.06);
  const weight = best >= indexOptions.inName ? best : Math.min(lifted, indexOptions.inName - 0.01);
  return Math.min(WEIGHT_STEPS, Math.round(weight * WEIGHT_STEPS));
}

/** Phrases that no record holds are of use where people ask in many words; policies are only looked up. */
export function phrasesOf(name: Apart, phrases: PhraseTable): Pick<PhraseTable, 'phrases'> {
  return name === 'policies' ? { phrases: new Set() } : phrases;
}

/** What `npm run index` does: builds from the repository and replaces `file` in one step. */
export function buildIndexFile(options: {
  repository: Repository;
  tokenizer: Tokenizer;
  wordLists: WordLists;
  file: string;
  progress?: (done: number, total: number) => void;
}): { documents: number; words: number; bytes: number } {
  const text = buildIndexText(options);
  const pending = `${options.file}.${process.pid}.tmp`;
  writeFileSync(pending, text.json);
  renameSync(pending, options.file);
  return { documents: text.documents, words: text.words, bytes: Buffer.byteLength(text.json) };
}

/** The content of the index file. */
export function buildIndexText(options: {
  repository: Repository;
  tokenizer: Tokenizer;
  wordLists: WordLists;
  progress?: (done: number, total: number) => void;
}): { json: string; documents: number; words: number } {
  const phrases = new PhraseTable(options.wordLists);
  const analyzer = new Analyzer(options.tokenizer, phrases);
  const { repository, wordLists, progress } = options;
  const records = buildIndex(searchDocuments(repository), analyzer, phrases, progress);
  const others: Partial<Record<Apart, IndexData>> = {};
  for (const name of apart) {
    const documents = documentsApart[name](repository);
    if (documents.length > 0) others[name] = buildIndex(documents, analyzer, phrasesOf(name, phrases));
  }
  return {
    json: serializeIndex(records, indexHash(repository.seedsHash, wordLists), others),
    documents: records.documents.length + (others.statements?.documents.length ?? 0),
    words: records.terms.length,
  };
}
