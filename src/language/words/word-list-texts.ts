// Reads the word lists of index/ as texts, hashes them, and takes texts that are known to be right.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words people type, and what they then mean as well; never the other way round. */
export interface Directed {
  typed: string[];
  meant: string[];
}

/** The lists of index/ that are kept by hand. */
export interface WordLists {
  /** `index/synonyms.json`: looked up when a question is asked, so the texts stay as they are. */
  synonyms: {
    /** Spellings and short forms of one and the same: 空家 is 空き家, 北九大 is 北九州市立大学. */
    same: string[][];
    /** Any word of a group stands for any other. */
    near: string[][];
    /** 泥棒 → 刑法犯: the documents only have the wider word. */
    broader: Directed[];
    /** 治安 → 防犯灯: on the topic, ranked last. */
    related: Directed[];
  };
  /** Name → reading in hiragana where IPADIC errs or has none: 直方市 → のおがたし. */
  readings: Record<string, string>;
  compounds: {
    /** Kept whole beside their parts: 脱炭素, 空き家. */
    beside: string[];
    /** Kept whole instead of their parts, with the parts that may still be found: 赤ちゃんの駅 is no 駅, 保育環境 is 保育 but not 環境. */
    instead: Record<string, string[]>;
  };
  stopwords: {
    /** Words that say nothing in a question: 教える, 指標, 事業. */
    silent: string[];
    /** Words that say little beside another one: 支援, 推進, 割合. */
    weak: string[];
  };
  /** SHA-256 over the four files. */
  hash: string;
}

/** The four lists as they stand in the files: words of one group parted by blanks. */
export interface ListTexts {
  synonyms: string;
  readings: string;
  compounds: string;
  stopwords: string;
}

const names = ['synonyms', 'readings', 'compounds', 'stopwords'] as const;

/** The texts of `directory` (`index/`). */
export function readListTexts(directory: string): ListTexts {
  const read = (name: (typeof names)[number]) => readFileSync(join(directory, `${name}.json`), 'utf8');
  return {
    synonyms: read('synonyms'),
    readings: read('readings'),
    compounds: read('compounds'),
    stopwords: read('stopwords'),
  };
}

/** SHA-256 in hex. */
export function listsHash(texts: ListTexts): string {
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}.json`).update('\0').update(texts[name]).update('\0');
  return hash.digest('hex');
}

/** The lists of texts that were checked; others go through `loadWordLists`. */
export function listsOf(texts: ListTexts): WordLists {
  const { same, near, broader, related } = JSON.parse(texts.synonyms) as {
    same: string[];
    near: string[];
    broader: { typed: string; meant: string }[];
    related: { typed: string; meant: string }[];
  };
  const words = (line: string) => line.split(' ');
  const directed = ({ typed, meant }: { typed: string; meant: string }): Directed => ({
    typed: words(typed),
    meant: words(meant),
  });
  return {
    synonyms: {
      same: same.map(words),
      near: near.map(words),
      broader: broader.map(directed),
      related: related.map(directed),
    },
    readings: JSON.parse(texts.readings),
    compounds: JSON.parse(texts.compounds),
    stopwords: JSON.parse(texts.stopwords),
    hash: listsHash(texts),
  };
}
