// Text → words: one ordered list of small steps, the same for building the index and for asking.

import { readingKey, spellingKey } from '../language/kana.ts';
import { normalize } from '../language/normalize.ts';
import type { Token, Tokenizer } from '../language/tokenizer/tokenizer.ts';
import {
  isContent,
  isVerb,
  mergeKatakana,
  nounRuns,
  tokenReading,
} from '../language/words/content-tokens.ts';
import { joinDots, type PhraseMatch, type PhraseTable } from '../language/words/phrase-table.ts';

/** Raise when the words of a text change, so that indexes built before count as stale. */
export const ANALYZER_VERSION = 3;

/** A word of a text. */
export interface Word {
  /** What it is looked up by: base form, one spelling for katakana. */
  term: string;
  /** As people read it. */
  text: string;
  /** Katakana of the word as it stands; '' when unknown. */
  reading: string;
  start: number;
  end: number;
  /** `word`: a token · `phrase`: a listed word · `run`: neighbouring nouns joined (公共交通, 直方市). */
  kind: 'word' | 'phrase' | 'run';
  /** A verb or adjective: says less than a noun. */
  verb: boolean;
  /** Number of nouns joined. */
  parts: number;
  /** All of it stands in the dictionary. */
  known: boolean;
  /** Part of a listed word that stands instead of its parts: 駅 of 赤ちゃんの駅. Found last, never asked for. */
  hidden: boolean;
}

/** A text cut into words. */
export interface Analysis {
  /** The normalised text that starts and ends count in. */
  text: string;
  words: Word[];
  /** Runs of nouns at full length, single ones included: where a typing slip is looked for. */
  runs: Word[];
  /** Katakana of the whole text, as far as known. */
  reading: string;
  /** For each character of the text: 2 in a dictionary word of two characters or more, 1 in an affix or number, 0 where a slip may be. */
  firm: Uint8Array;
}

/** A text cut into what words are made of. */
export interface Cut {
  /** The normalised text. */
  text: string;
  tokens: Token[];
  /** Listed words that no other one hides. */
  phrases: PhraseMatch[];
  /** Neighbouring nouns. */
  runs: Token[][];
  /** Whether what stands there is part of a listed word that stands instead of it. */
  isHidden(start: number, end: number, surface: string): boolean;
}

/** A run of nouns is joined up to this many at a time. */
const LONGEST_JOIN = 4;
/** Cuts texts into words; holds no state but its lists. */
export class Analyzer {
  constructor(
    private readonly tokenizer: Tokenizer,
    private readonly phrases: PhraseTable,
  ) {}

  /** `longestJoin`: how many neighbouring nouns are joined at most. */
  analyze(typed: string, longestJoin = LONGEST_JOIN): Analysis {
    const cut = this.cut(typed);
    const { text, tokens } = cut;
    const firm = new Uint8Array(text.length);
    for (const token of tokens) firm.fill(firmness(token, firm[token.start - 1]), token.start, token.end);
    const words: Word[] = [];
    for (const token of tokens) if (isContent(token)) words.push(this.wordOf(token, cut));
    for (const match of cut.phrases) words.push(this.phraseOf(match, cut));
    for (const run of cut.runs) words.push(...this.joinsOf(run, longestJoin));
    const runs = cut.runs.map((run) => this.join(run, 'run'));
    return { text, words, runs, reading: readingKey(tokens.map(tokenReading).join('')), firm };
  }

  /** Finds what words are made of. */
  cut(typed: string): Cut {
    const text = dropYears(joinDots(normalize(typed)));
    const tokens = mergeKatakana(this.tokenizer.tokenize(text));
    const edges = new Uint8Array(text.length + 1);
    for (const { start, end } of tokens) edges[start] = edges[end] = 1;
    const matches = this.phrases.match(text, edges);
    // 起業祭 is no 起業, 赤ちゃんの駅 no 駅: some words hide their parts.
    const hidden = matches.filter(({ phrase }) => this.phrases.wholes.has(phrase));
    const isHidden = (start: number, end: number, surface: string) =>
      hidden.some(
        (whole) =>
          start >= whole.start &&
          end <= whole.end &&
          end - start < whole.end - whole.start &&
          !this.phrases.wholes.get(whole.phrase)?.includes(surface),
      );
    const listed = new Uint8Array(text.length);
    for (const { start, end } of matches) listed.fill(1, start, end);
    const runs = nounRuns(
      tokens,
      ({ start, end, surface }) => isHidden(start, end, surface),
      ({ start, pos }) => listed[start] === 1 && /^(?:動詞|形容詞|名詞)/.test(pos),
    );
    const phrases = matches.filter(({ phrase, start, end }) => !isHidden(start, end, phrase));
    return { text, tokens, phrases, runs, isHidden };
  }

  /** A token that is a word. */
  wordOf(token: Token, { isHidden }: Pick<Cut, 'isHidden'>): Word {
    return { ...this.word(token), hidden: isHidden(token.start, token.end, token.surface) };
  }

  /** A listed word where it stands. */
  phraseOf({ phrase, start, end }: PhraseMatch, { tokens }: Pick<Cut, 'tokens'>): Word {
    const joined = this.join(
      tokens.filter((token) => token.start >= start && token.end <= end),
      'phrase',
    );
    const reading = this.reading(phrase, joined.reading);
    return { ...joined, term: spellingKey(phrase), text: phrase, start, end, reading };
  }

  /** What the nouns of a run make together, up to `longestJoin` at a time. */
  joinsOf(run: Token[], longestJoin = LONGEST_JOIN): Word[] {
    const words: Word[] = [];
    for (let from = 0; from < run.length; from++) {
      // 都市間連携 holds no 間連携.
      if (run[from]?.posDetail1 === '接尾') continue;
      for (let to = from + 2; to <= Math.min(run.length, from + longestJoin); to++)
        words.push(this.join(run.slice(from, to), 'run'));
    }
    if (run.length > longestJoin && longestJoin === LONGEST_JOIN) words.push(this.join(run, 'run'));
    return words;
  }

  private word(token: Token): Word {
    const verb = isVerb(token);
    const text = verb ? token.base : token.surface;
    const reading = verb ? '' : this.reading(text, tokenReading(token));
    return {
      term: spellingKey(text),
      text,
      reading,
      start: token.start,
      end: token.end,
      kind: 'word',
      verb,
      parts: 1,
      known: token.known,
      hidden: false,
    };
  }

  /** Several tokens as one word; dots between them vanish. */
  private join(tokens: Token[], kind: 'phrase' | 'run'): Word {
    const text = tokens.map((token) => (token.surface === '・' ? '' : token.surface)).join('');
    return {
      term: spellingKey(text),
      text,
      reading: this.reading(text, tokens.map(tokenReading).join('')),
      start: tokens[0]?.start ?? 0,
      end: tokens.at(-1)?.end ?? 0,
      kind,
      verb: false,
      parts: tokens.length,
      known: tokens.every((token) => token.known),
      hidden: false,
    };
  }

  /** By hand first: IPADIC reads 直方市 as ノウガタシ. */
  private reading(text: string, computed: string): string {
    return readingKey(this.phrases.readings.get(text) ?? computed);
  }
}

/** 従業|者: a word, and an affix to it, which may not be anything else either; an affix to what is no word is none. */
function firmness({ known, surface, posDetail1 }: Token, before: number | undefined): 0 | 1 | 2 {
  if (/^[0-9.,%]+$/.test(surface)) return 1;
  if (!known) return 0;
  if (surface.length > 1) return 2;
  return posDetail1 === '接尾' && before !== 0 ? 1 : 0;
}

/** Years and days are facts of their own, not words to search: 令和8年度, r8, 2026年4月 become blanks of the same length. */
function dropYears(text: string): string {
  return text.replace(
    /(?:(?:令和|平成|昭和|[rhs])\s?)?(?:\d+|元)(?:年度末?|年(?!目|間)|月|日)|(?<![a-z])[rh]\d{1,2}(?![a-z0-9])/g,
    (year) => ' '.repeat(year.length),
  );
}
