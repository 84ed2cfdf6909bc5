// The words of a plan's records, statements and policies, weighed as the index in memory weighs them and counted by the plan.
import type { Repository } from '../../data/repository.ts';
import { stepsOf } from '../../search/build-index.ts';
import { WEIGHT_STEPS } from '../../search/index-data.ts';
import {
  documentsApart,
  indexOptions,
  type SearchDocument,
  searchDocuments,
} from '../../search/index-options.ts';
import type { TermBook } from './term-book.ts';

/** Indexes that count their words by themselves. */
export const parts = { records: 0, statements: 1, policies: 2 } as const;
export type Part = (typeof parts)[keyof typeof parts];

/** From this weight on the record itself speaks of the word. */
const leastSaid = Math.ceil(indexOptions.said * WEIGHT_STEPS);

/** Words of one part, by the numbers of the book. */
export interface PlanWords {
  part: Part;
  documents: SearchDocument[];
  /** Where the words of each document end in the list of all. */
  ends: Int32Array;
  words: Int32Array;
  weights: Uint8Array;
  /** Each word once, with the documents that hold it, those that speak of it themselves, and its greatest weight. */
  distinct: Int32Array;
  records: Int32Array;
  said: Int32Array;
  strongest: Uint8Array;
}

/** The documents of each part that has any. */
export function documentsOf(repository: Repository): [Part, SearchDocument[]][] {
  const all: [Part, SearchDocument[]][] = [
    [parts.records, [...searchDocuments(repository)]],
    [parts.statements, documentsApart.statements(repository)],
    [parts.policies, documentsApart.policies(repository)],
  ];
  return all.filter(([, documents]) => documents.length > 0);
}

/** Weighs and counts; holds nothing of a plan once it is done. */
export class WordWeigher {
  /** By word: the document it was met in last, its best field there and the sum of the others. */
  private metIn = new Int32Array(0);
  private best = new Float64Array(0);
  private others = new Float64Array(0);
  /** By word: the part of a plan it was met in last, and its place there. */
  private countedIn = new Int32Array(0);
  private placeOf = new Int32Array(0);
  private documentsMet = 0;
  private partsMet = 0;

  constructor(private readonly book: TermBook) {}

  /** Each word of the documents once for each of them. */
  weigh(part: Part, documents: SearchDocument[]): PlanWords {
    const texts = documents.map(({ fields }) => fields.map(({ text }) => this.book.wordsOf(text)));
    this.makeRoom();
    const most = texts.reduce((sum, own) => sum + own.reduce((all, { length }) => all + length, 0), 0);
    const [words, weights] = [new Int32Array(most), new Uint8Array(most)];
    const ends = new Int32Array(documents.length);
    let end = 0;
    documents.forEach(({ fields }, at) => {
      const from = end;
      end = this.meet(fields, texts[at] as Int32Array[], words, end);
      for (let i = from; i < end; i++) {
        const word = words[i] as number;
        weights[i] = stepsOf(this.best[word] as number, this.others[word] as number);
      }
      ends[at] = end;
    });
    return { part, documents, ends, ...this.count(words.slice(0, end), weights.slice(0, end)) };
  }

  /** Puts each word of a document into the list once; returns where they end. */
  private meet(
    fields: SearchDocument['fields'],
    texts: readonly Int32Array[],
    words: Int32Array,
    from: number,
  ): number {
    const { metIn, best, others } = this;
    const document = ++this.documentsMet;
    let end = from;
    for (let field = 0; field < fields.length; field++) {
      const { weight: said } = fields[field] as { weight: number };
      for (const code of texts[field] as Int32Array) {
        const word = code >> 1;
        const weight = (code & 1) === 1 ? said * indexOptions.hidden : said;
        if (metIn[word] !== document) {
          metIn[word] = document;
          best[word] = weight;
          others[word] = 0;
          words[end++] = word;
          continue;
        }
        const known = best[word] as number;
        (others[word] as number) += Math.min(weight, known);
        if (weight > known) best[word] = weight;
      }
    }
    return end;
  }

  private count(words: Int32Array, weights: Uint8Array): Omit<PlanWords, 'part' | 'documents' | 'ends'> {
    const { countedIn, placeOf } = this;
    const part = ++this.partsMet;
    const distinct: number[] = [];
    const records = new Int32Array(words.length);
    const said = new Int32Array(words.length);
    const strongest = new Uint8Array(words.length);
    words.forEach((word, at) => {
      if (countedIn[word] !== part) {
        countedIn[word] = part;
        placeOf[word] = distinct.push(word) - 1;
      }
      const place = placeOf[word] as number;
      const weight = weights[at] as number;
      (records[place] as number) += 1;
      if (weight >= leastSaid) (said[place] as number) += 1;
      if (weight > (strongest[place] as number)) strongest[place] = weight;
    });
    return {
      words,
      weights,
      distinct: Int32Array.from(distinct),
      records: records.slice(0, distinct.length),
      said: said.slice(0, distinct.length),
      strongest: strongest.slice(0, distinct.length),
    };
  }

  private makeRoom(): void {
    const size = this.book.terms.length;
    if (size <= this.metIn.length) return;
    const room = Math.max(1 << 14, size * 2);
    this.metIn = into(new Int32Array(room), this.metIn);
    this.best = new Float64Array(room);
    this.others = new Float64Array(room);
    this.countedIn = into(new Int32Array(room), this.countedIn);
    this.placeOf = new Int32Array(room);
  }
}

function into(to: Int32Array<ArrayBuffer>, from: Int32Array): Int32Array<ArrayBuffer> {
  to.set(from);
  return to;
}
