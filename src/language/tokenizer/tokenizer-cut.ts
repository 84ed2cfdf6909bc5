// Cuts a text into the pieces that are tokenized on their own.

/** Most UTF-16 units of a piece; bounds the memory of the lattice. */
export const LONGEST_PIECE = 2048;

const SENTENCE_END = /[、。]/g;
/** Line break, tab, list marks, spaces: in a piece that is too long, the last of them is the place to cut. */
const PAUSE = /[\n\r\t 　・•●○◆◇■□▪]/;

/**
 * The ends of the pieces, ascending; the last is the end of the text.
 * Sentences end where kuromoji ends them, at 、 and 。: a cut changes which words win beside it, so there is no
 * cut elsewhere but in sentences too long for any sentence.
 */
export function pieceEnds(text: string): number[] {
  const ends: number[] = [];
  let from = 0;
  SENTENCE_END.lastIndex = 0;
  while (from < text.length) {
    const sentenceEnd = SENTENCE_END.test(text) ? SENTENCE_END.lastIndex : text.length;
    while (sentenceEnd - from > LONGEST_PIECE) {
      from = cutWithin(text, from);
      ends.push(from);
    }
    ends.push(sentenceEnd);
    from = sentenceEnd;
  }
  return ends;
}

/** After the last pause in the second half of the longest piece, else at its end, never inside a pair. */
function cutWithin(text: string, from: number): number {
  const limit = from + LONGEST_PIECE;
  for (let at = limit; at > from + LONGEST_PIECE / 2; at--) {
    if (PAUSE.test(text.charAt(at - 1))) return at;
  }
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}
