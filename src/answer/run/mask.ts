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
  const no = yes.slice();
  const [own, told] = [inWords(no), inWords(known)];
  const whole = Math.min(own.length, told.length);
  for (let at = 0; at < whole; at++) own[at] = ~(own[at] as number) & (told[at] as number) & ones;
  for (let at = whole * 4; at < no.length; at++) no[at] = known[at] && !yes[at] ? 1 : 0;
  return { yes: no, known };
}

/** Four bytes at once. */
const ones = 0x01010101;

/** The bytes by fours, but for the last ones; none where they do not lie so. */
function inWords({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  const askew = byteOffset % 4;
  return new Int32Array(buffer, byteOffset - askew, askew === 0 ? length >> 2 : 0);
}

/** How many hold. */
export function countOf({ yes }: Pick<Mask, 'yes'>): number {
  const words = inWords(yes);
  let count = 0;
  for (const word of words) count += Math.imul(word, ones) >>> 24;
  for (let place = words.length * 4; place < yes.length; place++) count += yes[place] as number;
  return count;
}

/** All hold; a single no is enough to know. */
export function allOf(masks: readonly Mask[], size: number): Mask {
  const [only] = masks;
  if (only && masks.length === 1) return only;
  const yes = new Uint8Array(size).fill(1);
  const known = new Uint8Array(size);
  for (const mask of masks) addTo(yes, known, mask);
  // So far only what is denied is known.
  const [told, own] = [inWords(known), inWords(yes)];
  for (let at = 0; at < told.length; at++) told[at] = (told[at] as number) | (own[at] as number);
  for (let place = told.length * 4; place < size; place++)
    known[place] = (known[place] as number) | (yes[place] as number);
  return { yes, known };
}

/** Where they hold, in order; `count` is how many do. */
export function placesOf({ yes }: Pick<Mask, 'yes'>, count: number): Int32Array {
  const places = new Int32Array(count);
  const words = inWords(yes);
  let next = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === 0) continue;
    for (let place = at * 4; place < at * 4 + 4; place++) if (yes[place]) places[next++] = place;
  }
  for (let place = words.length * 4; place < yes.length; place++) if (yes[place]) places[next++] = place;
  return places;
}

/** What this mask leaves of those that all masks hold, and which ones it denies. */
function addTo(all: Uint8Array, no: Uint8Array, { yes, known }: Mask): void {
  const [left, denied, own, told] = [inWords(all), inWords(no), inWords(yes), inWords(known)];
  const whole = Math.min(left.length, own.length, told.length);
  for (let at = 0; at < whole; at++) {
    const here = own[at] as number;
    left[at] = (left[at] as number) & here;
    denied[at] = (denied[at] as number) | ((told[at] as number) & ~here & ones);
  }
  for (let place = whole * 4; place < all.length; place++) {
    all[place] = (all[place] as number) & (yes[place] ?? 0);
    if (known[place] && !yes[place]) no[place] = 1;
  }
}

/** One holds. */
export function anyOf(masks: readonly Mask[], size: number): Mask {
  return negated(allOf(masks.map(negated), size));
}
