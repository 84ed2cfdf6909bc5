// A record as the search finds it.

/** What ranking needs of it besides its words: name, other names, keywords, fiscal year of its plan, the names as they are held against a question. */
export type FoundBody = [
  name: string,
  aliases: string[],
  keywords: string[],
  publishedFy: number,
  squeezed: string[],
];

/** Kinds of what is searched, by their number in the tables. */
export const foundKinds = ['project', 'kpi', 'statement', 'policy'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** How strongly a word stands in a record, strongest first: its name, what it says itself, text around it, less. */
export function classOf(weight: number): number {
  return weight >= 240 ? 0 : weight >= 128 ? 1 : weight >= 64 ? 2 : 3;
}

/** A word of a class as the table's index holds it; KPIs stand apart, so that one kind is found without walking the other. */
export const lexeme = (word: number, strength: number, kind: FoundKind) =>
  word * 8 + (kind === 'kpi' ? 4 : 0) + strength;

/** Partitions by the length of the shortest name: of those that hold the same words, the shortest-named are likeliest. */
const slots = 16;

export function slotOf(names: readonly string[]): number {
  const shortest = Math.min(...names.map(({ length }) => length));
  const grown =
    shortest <= 14 ? shortest - 4 : shortest <= 16 ? 11 : shortest <= 18 ? 12 : shortest <= 22 ? 13 : 14;
  return Math.max(0, shortest > 30 ? slots - 1 : grown);
}
