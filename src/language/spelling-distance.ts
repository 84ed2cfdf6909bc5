// How far two spellings stand apart: shared pairs of characters, dropped characters, typing slips.

/** 移住者 → 移住, 住者 */
export function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** All characters of `some` stand in `all`, in that order. */
export function isWithin(some: string, all: string): boolean {
  let at = 0;
  for (const character of all) if (character === some[at]) at++;
  return at === some.length;
}

/** Fewest slips, changed places among them, between `typed` and any stretch of `word` (Sellers); more than `most` counts as `most` + 1. */
export function distanceWithin(typed: string, word: string, most: number): number {
  let before: number[] = [];
  let row = new Array<number>(word.length + 1).fill(0);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= word.length; j++) {
      const same = typed[i - 1] === word[j - 1] ? 0 : 1;
      let cost = Math.min((row[j - 1] as number) + same, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(...row);
}
