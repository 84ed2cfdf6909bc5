// The cheapest way to write a stretch of kana: each word and each sign nobody knows has its price.
import { looseReadingKey, looseSigns, readingKey } from '../../language/kana.ts';
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { Sounds, Step } from './sounds.ts';

/** Longest stretch that is held against the words. */
const longestWord = 40;

/** A stretch of kana as it would be written. */
export interface Written {
  text: string;
  /** Signs that no word explains. */
  unknown: number;
  content: number;
  longest: number;
  /** Where its content words stand. */
  words: { from: number; to: number }[];
}

/** The cheapest way to write the stretch. */
export function cheapestWriting(
  run: string,
  how: 'exactly' | 'loosely',
  { sounds, tokenizer }: { sounds: Sounds; tokenizer: Tokenizer },
): Written | null {
  const size = run.length;
  const costs = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const steps: (Step | undefined)[] = new Array(size + 1);
  costs[0] = 0;
  const tokens = lightSteps(tokenizer.tokenize(run));
  const put = (to: number, step: Step) => {
    const total = (costs[step.from] as number) + step.cost;
    if (total >= (costs[to] as number)) return;
    costs[to] = total;
    steps[to] = step;
  };
  const table = sounds.table();
  const loosely = how === 'loosely' ? sounds.looseTable() : null;
  const key = readingKey(run);
  // One sign a kana, but for ヴァ: then each part has its own key.
  const keyOf = (at: number, length: number) =>
    key.length === size ? key.slice(at, at + length) : readingKey(run.slice(at, at + length));
  for (let at = 0; at < size; at++) {
    if (costs[at] === Number.POSITIVE_INFINITY) continue;
    const character = run.charAt(at);
    const gap = /[、 ]/.test(character);
    put(at + 1, { from: at, cost: gap ? 0 : 2.5, text: character, is: gap ? 'light' : 'unknown' });
    const token = tokens.get(at);
    if (token) put(token.end, token.step);
    /** Longest word that begins with these two sounds, long vowels aside. */
    let reach: number | undefined = loosely ? undefined : 0;
    const exact = key.length === size ? (table.reach.get(key.slice(at, at + 2)) ?? 0) : longestWord;
    const own = sounds.ownWords();
    const longestOwn = own.reach.get(character) ?? 0;
    const longest = Math.min(longestWord, size - at);
    const nextLoose = looseSigns();
    let loose = '';
    for (let length = 1; length <= longest; length++) {
      if (reach === 0 && length > exact && length > longestOwn) break;
      const last = run.charAt(at + length - 1);
      if (last === '、' || last === ' ') break;
      const part = run.slice(at, at + length);
      if (reach !== 0)
        loose = key.length === size ? loose + nextLoose(key.charAt(at + length - 1)) : looseReadingKey(part);
      if (length <= longestOwn)
        for (const step of own.steps.get(part) ?? []) put(at + length, { from: at, ...step });
      if (length < 2) continue;
      let word = length <= exact ? table.words.get(keyOf(at, length)) : undefined;
      if (!word && loosely && reach !== 0) {
        if (loose.length >= 2) reach ??= loosely.reach.get(loose.slice(0, 2)) ?? 0;
        if (loose.length <= (reach ?? 0)) word = loosely.words.get(loose);
        else if (reach !== undefined) reach = 0;
      }
      if (word) {
        const cost = word.cost + (length === 2 ? 2.4 : length === 3 ? 0.7 : 0);
        put(at + length, { from: at, cost, text: word.text, is: 'content' });
      }
    }
  }
  return costs[size] === Number.POSITIVE_INFINITY ? null : writtenBy(steps);
}

/** Words of the dictionary that say little, by where they begin. */
function lightSteps(tokens: readonly Token[]): ReadonlyMap<number, { end: number; step: Step }> {
  const steps = new Map<number, { end: number; step: Step }>();
  for (const { known, pos, surface, start, end } of tokens) {
    if (!known || !/助詞|助動詞|動詞|副詞|形容詞|連体詞/.test(pos)) continue;
    const cost = surface.length === 1 ? 0.9 : 1.1;
    steps.set(start, { end, step: { from: start, cost, text: surface, is: 'light' } });
  }
  return steps;
}

/** The steps to the end, put together from there. */
function writtenBy(steps: readonly (Step | undefined)[]): Written {
  let text = '';
  let unknown = 0;
  let content = 0;
  let longest = 0;
  const words: Written['words'] = [];
  for (let at = steps.length - 1; at > 0; ) {
    const step = steps[at] as Step;
    text = step.text + text;
    if (step.is === 'unknown') unknown += at - step.from;
    if (step.is === 'content') {
      content++;
      longest = Math.max(longest, at - step.from);
      words.push({ from: step.from, to: at });
    }
    at = step.from;
  }
  return { text, unknown, content, longest, words };
}
