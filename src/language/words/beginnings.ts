// How far words go that begin with the same two signs: a longer stretch of a text is no word and needs no look-up.

/** Longer words are counted as without an end. */
const most = 255;

/** The longest of some words by the two signs they begin with. */
export class Beginnings {
  private readonly longest = new Uint8Array(65_536);

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(1));
    if (word.length > (this.longest[place] as number)) this.longest[place] = Math.min(most, word.length);
  }

  /**
   * Length of the longest word that may begin with the two signs at a place of the text, words of one sign aside; 0 when
   * none does. Other signs may share the place, so it may say too much, never too little.
   */
  reach(text: string, at: number): number {
    const longest = this.longest[placeOf(text.charCodeAt(at), text.charCodeAt(at + 1))] as number;
    return longest < most ? longest : Number.POSITIVE_INFINITY;
  }

  /** Whether the whole text may be a word. */
  mayBe(text: string): boolean {
    return text.length <= this.reach(text, 0);
  }
}

/** A number below 65,536 for two signs; a word of one sign has no second one. */
function placeOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}
