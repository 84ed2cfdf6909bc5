// How far two spellings stand apart: shared pairs of characters, dropped characters, typing slips.

/** 移住者 → 移住, 住者 */
export function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** All characters of `some` stand in `all`, in that order. */
export function isWithin(some: string, all: string): boolean {
  let at = 0;
  for (let i = 0; i < all.length; i++) if (all.charCodeAt(i) === some.charCodeAt(at)) at++;
  return at === some.length;
}

/**
 * Fewest slips, changed places among them, between `typed` and any stretch of `word` (Sellers); more than `most` counts as `most` + 1.
 * `firm` tells which typed characters are right as they stand: 従業 of 従業者 (2, of a word) is never 農業, nor 部 of 総務部 (1, an affix) 課;
 * a character may be missing beside an affix, not inside a word.
 */
export function distanceWithin(typed: string, word: string, most: number, firm?: ArrayLike<number>): number {
  const firmness = (at: number) => firm?.[at] ?? 0;
  const isFirm = (at: number) => firmness(at) > 0;
  let before: number[] = [];
  let row = new Array<number>(word.length + 1).fill(0);
  for (let i = 1; i <= typed.length; i++) {
    const next = [(row[0] as number) + (isFirm(i - 1) ? most + 1 : 1)];
    let least = next[0] as number;
    const slip = isFirm(i - 1) ? most + 1 : 1;
    const gap = firmness(i - 1) + firmness(i) === 4 ? most + 1 : 1;
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1] ? 0 : slip;
      let cost = Math.min(
        (row[j - 1] as number) + same,
        (row[j] as number) + slip,
        (next[j - 1] as number) + gap,
      );
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped && !isFirm(i - 1) && !isFirm(i - 2)) cost = Math.min(cost, (before[j - 2] as number) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(...row);
}
