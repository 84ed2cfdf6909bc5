// Places, figures and words as bytes: how they lie in the tables.

/** Rising numbers as steps of seven bits. */
export function packPlaces(places: Iterable<number>): Buffer {
  const bytes: number[] = [];
  let before = -1;
  for (const place of places) {
    putNumber(bytes, place - before - 1);
    before = place;
  }
  return Buffer.from(bytes);
}

/** Hears every place. */
export function eachPlace(bytes: Uint8Array, hear: (place: number) => void): void {
  let place = -1;
  for (let at = 0; at < bytes.length; ) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    place += step + 1;
    hear(place);
  }
}

/** Words with their weights, rising, each as word · 256 + weight: the word as a step from the one before, then the weight. */
export function packWeights(words: Float64Array): Buffer {
  // A step takes five bytes at most.
  const bytes = Buffer.allocUnsafe(words.length * 6);
  let end = 0;
  let before = 0;
  for (const one of words) {
    const word = Math.floor(one / 256);
    let step = word - before;
    for (; step > 127; step >>>= 7) bytes[end++] = (step & 127) | 128;
    bytes[end++] = step;
    bytes[end++] = one % 256;
    before = word;
  }
  return bytes.subarray(0, end);
}

/** Hears the weights of the wanted words, which are rising; `at` is a word's place among them. */
export function wantedWeights(
  bytes: Uint8Array,
  wanted: Int32Array,
  hear: (at: number, weight: number) => void,
): void {
  let word = 0;
  let next = 0;
  /** The next wanted one: most words of a record lie before it. */
  let sought = wanted[0] ?? 0;
  for (let at = 0; at < bytes.length && next < wanted.length; ) {
    let byte = bytes[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
    }
    word += step;
    const weight = bytes[at++] as number;
    if (word < sought) continue;
    while (next < wanted.length && (wanted[next] as number) < word) next++;
    if (wanted[next] === word) hear(next++, weight);
    sought = wanted[next] ?? 0;
  }
}

/** Figures as they are in memory; NaN for none. */
export function packFigures(figures: Float64Array): Buffer {
  return Buffer.from(figures.buffer, figures.byteOffset, figures.byteLength);
}

/** Puts packed figures at their place. */
export function unpackFigures(bytes: Uint8Array, into: Float64Array, at: number): void {
  new Uint8Array(into.buffer, into.byteOffset + at * 8, bytes.length).set(bytes);
}

function putNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

/** Lists of numbers, each with its length before it. */
export function packNumbers(lists: readonly (readonly number[])[]): Buffer {
  const bytes: number[] = [];
  for (const list of lists) {
    putNumber(bytes, list.length);
    for (const number of list) putNumber(bytes, number);
  }
  return Buffer.from(bytes);
}

/** The lists again. */
export function unpackNumbers(bytes: Uint8Array): number[][] {
  const lists: number[][] = [];
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) lists.push(Array.from({ length: next() }, next));
  return lists;
}
