// The words of a plan's documents as numbers: counted by the plan, then written under the numbers of the tables.
import { classOf, type FoundKind, foundKinds, lexeme, slotOf } from '../found.ts';
import { packWeights } from '../pack.ts';
import { lineOf, listOf } from './copy-lines.ts';
import { type Part, parts, type WordRow } from './word-rows.ts';

/** Words of one part of the search; a word is its place among the terms. */
export interface PackedWords {
  part: Part;
  terms: string[];
  texts: string[];
  readings: string[];
  /** Documents that hold each word, those that speak of it themselves, and its greatest weight. */
  records: Int32Array;
  said: Int32Array;
  strongest: Uint8Array;
  /** The first fields of each document's line. */
  documents: string[];
  kinds: FoundKind[];
  /** Where the words of each document end in the list of all. */
  ends: Int32Array;
  words: Int32Array;
  weights: Uint8Array;
}

/** Packs the documents part by part; parts without any are left out. */
export function packWords(no: number, all: readonly WordRow[]): PackedWords[] {
  return Object.values(parts).flatMap((part) => {
    const rows = all.filter((row) => row.part === part);
    return rows.length === 0 ? [] : [packPart(part, no, rows)];
  });
}

function packPart(part: Part, no: number, rows: readonly WordRow[]): PackedWords {
  const places = new Map<string, number>();
  const texts: string[] = [];
  const readings: string[] = [];
  const records: number[] = [];
  const said: number[] = [];
  const strongest: number[] = [];
  const total = rows.reduce((sum, { words }) => sum + words.length, 0);
  const [numbers, weights] = [new Int32Array(total), new Uint8Array(total)];
  const ends = new Int32Array(rows.length);
  let end = 0;
  rows.forEach(({ words }, row) => {
    for (const { word, weight } of words) {
      let place = places.get(word.term);
      if (place === undefined) {
        place = texts.push(word.text) - 1;
        places.set(word.term, place);
        readings.push(word.reading);
        records.push(0);
        said.push(0);
        strongest.push(0);
      } else if (readings[place] === '') readings[place] = word.reading;
      (records[place] as number) += 1;
      if (weight >= 128) (said[place] as number) += 1;
      if (weight > (strongest[place] as number)) strongest[place] = weight;
      numbers[end] = place;
      weights[end++] = weight;
    }
    ends[row] = end;
  });
  return {
    part,
    terms: [...places.keys()],
    texts,
    readings,
    records: Int32Array.from(records),
    said: Int32Array.from(said),
    strongest: Uint8Array.from(strongest),
    documents: rows.map((row) => documentOf(no, row)),
    kinds: rows.map(({ kind }) => kind),
    ends,
    words: numbers,
    weights,
  };
}

function documentOf(no: number, { part, kind, at, id, body }: WordRow): string {
  const [name, aliases] = body;
  const slot = slotOf([name, ...aliases]);
  return lineOf([slot, part, foundKinds.indexOf(kind), no, at, id, JSON.stringify(body)]).slice(0, -1);
}

/** Lines of the documents; `numbers` are those of the terms in the tables. */
export function searchLines(packed: PackedWords, numbers: ArrayLike<number>): string[] {
  const { documents, kinds, ends, words, weights } = packed;
  return documents.map((document, row) => {
    const [from, to] = [row === 0 ? 0 : (ends[row - 1] as number), ends[row] as number];
    // Sorted as one number each; words stay far below 2^44.
    const own = new Float64Array(to - from);
    for (let at = from; at < to; at++)
      own[at - from] = (numbers[words[at] as number] as number) * 256 + (weights[at] as number);
    own.sort();
    const pairs = Array.from(own, (one) => [Math.floor(one / 256), one % 256] as const);
    const kind = kinds[row] as FoundKind;
    const lex = pairs.map(([word, weight]) => lexeme(word, classOf(weight), kind));
    return `${document}\t${lineOf([listOf(lex), packWeights(pairs)])}`;
  });
}
