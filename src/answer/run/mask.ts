// Which subjects fulfil a predicate, in three values: yes, no, and unknown because the document does not say it.

/** One byte a subject, in the order of `subjects(kind)`. */
export interface Mask {
  yes: Uint8Array;
  /** 0 where the document does not tell. */
  known: Uint8Array;
}

/** All of them, or none. */
export function uniform(size: number, value: 0 | 1): Mask {
  return { yes: new Uint8Array(size).fill(value), known: new Uint8Array(size).fill(1) };
}

/** Those at the places; everything is known. */
export function atPlaces(size: number, places: Iterable<number>): Mask {
  const mask = uniform(size, 0);
  for (const place of places) if (place >= 0) mask.yes[place] = 1;
  return mask;
}

/** Yes and no change places; what is unknown stays so. */
export function negated({ yes, known }: Mask): Mask {
  return { yes: yes.map((value, place) => (known[place] ? 1 - value : 0)), known };
}

/** All hold; a single no is enough to know. */
export function allOf(masks: readonly Mask[], size: number): Mask {
  const [only] = masks;
  if (only && masks.length === 1) return only;
  const result = uniform(size, 1);
  for (let place = 0; place < size; place++) {
    let yes = 1;
    let no = 0;
    for (const mask of masks) {
      yes &= mask.yes[place] ?? 0;
      no |= mask.known[place] && !mask.yes[place] ? 1 : 0;
    }
    result.yes[place] = yes;
    result.known[place] = yes | no;
  }
  return result;
}

/** One holds. */
export function anyOf(masks: readonly Mask[], size: number): Mask {
  return negated(allOf(masks.map(negated), size));
}
