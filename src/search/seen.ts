// Which records lists of postings hold, each counted once.
import type { List } from './sought.ts';

/** Marks records; a new count needs no wiping. */
export class Seen {
  private readonly marks: Int32Array;
  private mark = 0;

  constructor(size: number) {
    this.marks = new Int32Array(size);
  }

  /** Records before `to` that the lists hold. */
  count(lists: readonly List[], to: number, accept: (record: number) => boolean): number {
    this.mark++;
    return this.note(lists, to, accept);
  }

  /** Records before `to` that the lists hold and others as well. */
  countAmong(
    lists: readonly List[],
    others: readonly List[],
    to: number,
    accept: (record: number) => boolean,
  ): number {
    const among = ++this.mark;
    this.note(others, to, accept);
    this.mark++;
    return this.note(lists, to, (record) => this.marks[record] === among);
  }

  /** Marks the accepted records and tells how many had not been marked. */
  private note(lists: readonly List[], to: number, accept: (record: number) => boolean): number {
    const { marks, mark } = this;
    let count = 0;
    for (const { postings, next, least } of lists)
      for (let i = next; i < postings.length; i++) {
        const posting = postings[i] as number;
        const record = posting >> 8;
        if (record >= to) break;
        if ((posting & 255) < least || marks[record] === mark || !accept(record)) continue;
        marks[record] = mark;
        count++;
      }
    return count;
  }
}
