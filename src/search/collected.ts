// Postings in the order they come, then word by word: lists that grow one by one would take several times the memory.

/** Pairs of a word and a posting. */
export class Collected {
  private words = new Int32Array(1024);
  private postings = new Int32Array(1024);
  private count = 0;

  add(word: number, posting: number): void {
    if (this.count === this.words.length) {
      this.words = grown(this.words);
      this.postings = grown(this.postings);
    }
    this.words[this.count] = word;
    this.postings[this.count++] = posting;
  }

  /** The postings of each of the words below `size`, in the order they came; all in one array. */
  byWord(size: number): Int32Array[] {
    const ends = new Int32Array(size);
    for (let i = 0; i < this.count; i++) (ends[this.words[i] as number] as number)++;
    const all = new Int32Array(this.count);
    const lists: Int32Array[] = [];
    let from = 0;
    for (let word = 0; word < size; word++) {
      const to = from + (ends[word] as number);
      lists.push(new Int32Array(all.buffer, from * 4, to - from));
      ends[word] = from;
      from = to;
    }
    for (let i = 0; i < this.count; i++) {
      const word = this.words[i] as number;
      all[ends[word] as number] = this.postings[i] as number;
      (ends[word] as number)++;
    }
    return lists;
  }
}

function grown(full: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}
