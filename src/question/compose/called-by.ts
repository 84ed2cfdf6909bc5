// Whether a record is called by the words that were said.

/** All of the nouns stand in the name; false where nothing was said. */
export function calledBy(nouns: readonly string[], name: string): boolean {
  const written = name.toLowerCase();
  return nouns.length > 0 && nouns.every((noun) => written.includes(noun));
}
