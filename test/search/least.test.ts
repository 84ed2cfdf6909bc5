// What cannot come among the best is not brought in, and the best stay as they are.
import { expect, test } from 'vitest';
import { seededRandom } from '../../bench/corpus.ts';
import type { Concept } from '../../src/search/meanings.ts';
import { Ranker } from '../../src/search/rank.ts';
import { type RankedRecord, readyRecords } from '../../src/search/ranked-records.ts';

const size = 20_000;
const random = seededRandom(3);

/** Records with a word, each with some weight. */
function postings(share: number): Int32Array {
  const places = Array.from({ length: size }, (_, at) => at).filter(() => random() < share);
  return Int32Array.from(places, (at) => at * 256 + 40 + Math.floor(random() * 215));
}

function concept(word: number, emphasis: number): Concept {
  const meanings = new Map([[word, 1]]);
  return { text: `${word}`, start: word, meanings, direct: new Set([word]), emphasis, bonus: false };
}

const records = Array.from({ length: size }, (_, at): RankedRecord => {
  return { kind: 'project', id: `${at}`, names: ['あ'.repeat(4 + (at % 20))], publishedFy: 2020 + (at % 3) };
});
const lists = [0.1, 0.2, 0.4, 0.5].map(postings);
const words = lists.map((_, word) => `${word}`);
const data = {
  documents: records.map(({ kind, id }) => ({ kind, id })),
  terms: words,
  texts: words,
  readings: words,
  postings: lists,
};
const concepts = [concept(0, 1), concept(1, 1), concept(2, 1), concept(3, 0.3)];

test('the first hits are those of a ranking that brings everything in', () => {
  const all = new Ranker(data, readyRecords(records), Number.POSITIVE_INFINITY);
  const best = new Ranker(data, readyRecords(records), 400);
  expect(best.rank(concepts, 'いうえお', null)).toEqual(all.rank(concepts, 'いうえお', null));
  const odd = (record: number) => record % 2 === 1;
  expect(best.rank(concepts, 'いうえお', odd)).toEqual(all.rank(concepts, 'いうえお', odd));
});

test('without a name to be held against, the same 300 are found', () => {
  const all = new Ranker(data, readyRecords(records), Number.POSITIVE_INFINITY);
  const unnamed = new Ranker(data, readyRecords(records)).rank(concepts, '', null);
  expect(unnamed).toHaveLength(300);
  expect(unnamed).toEqual(all.rank(concepts, 'いう', null));
});
