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

/** Words with their weights: the word as a step from the one before, then the weight. */
export function packWeights(words: readonly (readonly [word: number, weight: number])[]): Buffer {
  const bytes: number[] = [];
  let before = 0;
  for (const [word, weight] of words) {
    putNumber(bytes, word - before);
    bytes.push(weight);
    before = word;
  }
  return Buffer.from(bytes);
}

/** Hears the weights of the wanted words, which are rising; `at` is a word's place among them. */
export function wantedWeights(
  bytes: Uint8Array,
  wanted: Int32Array,
  hear: (at: number, weight: number) => void,
): void {
  let word = 0;
  let next = 0;
  for (let at = 0; at < bytes.length && next < wanted.length; ) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    word += step;
    const weight = bytes[at++] as number;
    while (next < wanted.length && (wanted[next] as number) < word) next++;
    if (wanted[next] === word) hear(next++, weight);
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
