// How well a whole question fits a record's names, beside the words they share.

/** What a name of no length would gain over an endless one. */
const BREVITY = 0.1;

/** No name lifts a score by more. */
export const LONGEST_LIFT = 1 + BREVITY;

/** A word says more of a short name: 宿泊者数 before 北九州都市圏域内の宿泊者数. */
export function brevity(names: readonly string[]): number {
  return brevityOf(outlineOf(names));
}

export function brevityOf({ shortest }: Pick<Outline, 'shortest'>): number {
  return (BREVITY * 10) / (10 + shortest);
}

/** What is asked of the names of a record before anybody compares them. */
export interface Outline {
  /** Length of the shortest. */
  shortest: number;
  /** The signs of all names, and those that each of them has. */
  signs: number;
  common: number;
}

export function outlineOf(names: readonly string[]): Outline {
  let [shortest, signs, common] = [Number.POSITIVE_INFINITY, 0, -1];
  for (const name of names) {
    const own = signsOf(name);
    shortest = Math.min(shortest, name.length);
    signs |= own;
    common &= own;
  }
  return { shortest, signs, common };
}

/** The question is the name, begins it, stands in it, or the other way round. Both are squeezed alike. */
export function nameBonus(names: readonly string[], squeezed: string): number {
  if (squeezed.length < 2) return 0;
  let bonus = 0;
  for (const name of names) {
    if (name === squeezed) return 1.5;
    const share = Math.min(name.length, squeezed.length) / Math.max(name.length, squeezed.length);
    if (name.length > squeezed.length) {
      if (name.includes(squeezed)) bonus = Math.max(bonus, 0.12 + 0.5 * share);
    } else if (name.length >= 4 && squeezed.includes(name)) bonus = Math.max(bonus, 0.3 + 0.3 * share);
  }
  return bonus;
}

/** Which signs stand in a text, in 32 bits: a text that stands in another has no bit that the other lacks. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let i = 0; i < text.length; i++) signs |= 1 << (text.charCodeAt(i) & 31);
  return signs;
}
