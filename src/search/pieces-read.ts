// One question looks for its words in ever other company: each piece of them is read once by each index.
import type { PartRead } from './meanings.ts';

/** What the pieces of texts mean to one index, as if each stood alone; nobody changes it. */
export type PiecesRead = Map<string, PartRead>;

/** The pieces that one question has read; it goes when the question is answered. */
export class Pieces {
  private readonly byReader = new Map<object, PiecesRead>();

  /** Those that one index has read. */
  of(reader: object): PiecesRead {
    const read = this.byReader.get(reader) ?? new Map();
    this.byReader.set(reader, read);
    return read;
  }
}
