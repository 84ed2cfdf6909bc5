// What hangs on each subject of a kind: a list of places for each, all in one.
import { unpackNumbers } from '../pack.ts';

/** The lists of one plan: its first place of the kind, and of the kind that the lists name. */
export interface LinksOfPlan {
  start: number;
  there: number;
  yes: Buffer;
}

/** Places by place. */
export class Links {
  /** Where the list of each subject ends. */
  private readonly ends: Int32Array;
  private readonly places: Int32Array;

  /** Of so many subjects. */
  constructor(subjects: number, plans: readonly LinksOfPlan[]) {
    this.ends = new Int32Array(subjects);
    const inOrder = [...plans].sort((a, b) => a.start - b.start);
    let places = new Int32Array(subjects);
    let [end, at] = [0, 0];
    for (const { start, there, yes } of inOrder) {
      this.ends.fill(end, at, start);
      at = start;
      for (const list of unpackNumbers(yes)) {
        if (end + list.length > places.length) places = grown(places, end + list.length);
        for (const place of list) places[end++] = there + place;
        this.ends[at++] = end;
      }
    }
    this.ends.fill(end, at);
    this.places = places.slice(0, end);
  }

  /** Bytes of it. */
  get size(): number {
    return this.ends.byteLength + this.places.byteLength;
  }

  /** What hangs on the subject at the place. */
  of(at: number): Int32Array {
    return this.places.subarray(at === 0 ? 0 : this.ends[at - 1], this.ends[at]);
  }

  /** Hears each subject with each place that hangs on it. */
  each(hear: (at: number, place: number) => void): void {
    let next = 0;
    for (let at = 0; at < this.ends.length; at++)
      for (const end = this.ends[at] as number; next < end; next++) hear(at, this.places[next] as number);
  }
}

function grown(places: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(least, places.length * 2));
  more.set(places);
  return more;
}
