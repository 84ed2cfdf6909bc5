// The built index: words with their readings, and for each word the records it stands in.
import { crc32 } from 'node:zlib';
import { Collected } from './collected.ts';
import type { RecordKind } from './search.ts';

/** A posting is one number: record · 256 + weight (1–255), so that a list of them is one typed array. */
export const WEIGHT_STEPS = 255;

/** All words of the index; a word's number is its place in `terms`, which are sorted. */
export interface IndexData {
  /** Record numbers are places in this list. */
  documents: { kind: RecordKind; id: string }[];
  terms: string[];
  /** As people read the word. */
  texts: string[];
  /** Katakana; '' when unknown. */
  readings: string[];
  /** Rising by record. */
  postings: Int32Array[];
  /** Of all records, where the postings are of some of them only. */
  whole?: Whole;
}

/** What ranking needs to know of records that are not at hand. */
export interface Whole {
  records: number;
  /** Number of records that speak of the word themselves. */
  said(word: number): number;
}

/** The index as a file: every list of postings as steps from one to the next. */
export interface IndexFile extends IndexPart {
  /** Hash of seeds, word lists, options and analyzer version it was built from. */
  hash: string;
  /** CRC-32 of everything behind it: a digit that changed on the disk would rank other records. */
  sum: number;
  /** The statements, by themselves: they never weigh in on projects and KPIs. Absent where there are none. */
  statements?: IndexPart;
  /** The policies, by themselves as well. Absent where there are none. */
  policies?: IndexPart;
}

interface IndexPart {
  documents: [RecordKind, string][];
  /** term, text ('' when the same), reading, postings */
  words: [string, string, string, number[]][];
}

/** Collects words record by record, then packs them. */
export class IndexCollector {
  private readonly documents: { kind: RecordKind; id: string }[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly readings: string[] = [];
  private readonly collected = new Collected();

  addDocument(kind: RecordKind, id: string): number {
    return this.documents.push({ kind, id }) - 1;
  }

  /** Makes the word known, even when no record holds it: synonyms and readings refer to it. Returns its number. */
  addWord(term: string, text: string, reading: string): number {
    const known = this.numbers.get(term);
    if (known === undefined) {
      this.readings.push(reading);
      const number = this.texts.push(text) - 1;
      this.numbers.set(term, number);
      return number;
    }
    if (this.readings[known] === '') this.readings[known] = reading;
    return known;
  }

  /** A word of `addWord` in a record; records come in their order. */
  addPosting(word: number, posting: number): void {
    this.collected.add(word, posting);
  }

  pack(): IndexData {
    const terms = [...this.numbers.keys()].sort();
    const words = terms.map((term) => this.numbers.get(term) as number);
    const lists = this.collected.byWord(words.length);
    return {
      documents: this.documents,
      terms,
      texts: words.map((word) => this.texts[word] as string),
      readings: words.map((word) => this.readings[word] as string),
      postings: words.map((word) => lists[word] as Int32Array),
    };
  }
}

/** What is indexed apart from projects and KPIs. */
export const apart = ['statements', 'policies'] as const;
export type Apart = (typeof apart)[number];

/** All indexes of a file. */
export interface Indexes extends Partial<Record<Apart, () => IndexData>> {
  records: IndexData;
}

/** One line per word, in a fixed order: the same seeds and lists give the same file, byte for byte. */
export function serializeIndex(
  records: IndexData,
  hash: string,
  others: Partial<Record<Apart, IndexData>> = {},
): string {
  const parts = apart.map((name) => (others[name] ? `,"${name}":{${serializePart(others[name])}}` : ''));
  const content = `${serializePart(records)}${parts.join('')}}\n`;
  return `{"hash":${JSON.stringify(hash)},"sum":${crc32(content)},${content}`;
}

const head = /^\{"hash":"[^"]*","sum":(\d+),/;

/** Whether the content of a file is as it was written. */
function isWhole(text: string): boolean {
  const [before, sum] = head.exec(text) ?? [];
  return before !== undefined && crc32(text.slice(before.length)) === Number(sum);
}

function serializePart(data: IndexData): string {
  const words = data.terms.map((term, i) => {
    const postings = data.postings[i] ?? new Int32Array();
    const steps = Array.from(postings, (posting, at) => posting - (at === 0 ? 0 : (postings[at - 1] ?? 0)));
    const text = data.texts[i] ?? '';
    return JSON.stringify([term, text === term ? '' : text, data.readings[i], steps]);
  });
  const documents = data.documents.map(({ kind, id }) => JSON.stringify([kind, id]));
  return `"documents":[\n${documents.join(',\n')}\n],"words":[\n${words.join(',\n')}\n]`;
}

/** Whether the text says that it was built from `hash`; known without parsing it. */
export function isBuiltFrom(text: string, hash: string): boolean {
  return text.startsWith(`{"hash":"${hash}"`);
}

/** The indexes of a file, or null when the text is none, was built from something else than `hash` or was changed since. */
export function parseIndex(text: string, hash: string): Indexes | null {
  if (!isBuiltFrom(text, hash) || !isWhole(text)) return null;
  let file: IndexFile;
  try {
    file = JSON.parse(text) as IndexFile;
  } catch {
    return null;
  }
  if (!isPart(file)) return null;
  const indexes: Indexes = { records: unpack(file) };
  for (const name of apart) {
    const part = file[name];
    if (part === undefined) continue;
    if (!isPart(part)) return null;
    // Unpacked when first needed.
    indexes[name] = () => unpack(part);
  }
  return indexes;
}

function isPart({ documents, words }: IndexPart): boolean {
  return Array.isArray(documents) && Array.isArray(words);
}

function unpack(file: IndexPart): IndexData {
  return {
    documents: file.documents.map(([kind, id]) => ({ kind, id })),
    terms: file.words.map(([term]) => term),
    texts: file.words.map(([term, text]) => text || term),
    readings: file.words.map(([, , reading]) => reading),
    postings: unpackPostings(file.words),
  };
}

/** All lists in one array. */
function unpackPostings(words: IndexPart['words']): Int32Array[] {
  const all = new Int32Array(words.reduce((sum, [, , , steps]) => sum + steps.length, 0));
  let at = 0;
  return words.map(([, , , steps]) => {
    const from = at;
    let posting = 0;
    for (const step of steps) {
      posting += step;
      all[at++] = posting;
    }
    return new Int32Array(all.buffer, from * 4, at - from);
  });
}
