// Whether a name holds a text, or begins or ends with it.
import type { Predicate } from '../../../question/query.ts';

const tests = {
  start: (name: string, text: string) => name.startsWith(text),
  end: (name: string, text: string) => name.endsWith(text),
  anywhere: (name: string, text: string) => name.includes(text),
};

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** Tells of a name whether the predicate holds. */
export function nameTest({
  holds,
  at = undefined,
}: Extract<Predicate, { is: 'name' }>): (name: string) => boolean {
  const texts = holds.map(plain);
  const test = tests[at ?? 'anywhere'];
  return (name) => texts.some((text) => test(plain(name), text));
}
