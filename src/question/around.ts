// What reading a question needs besides its text.
import type { Repository } from '../data/repository.ts';
import type { Facts } from '../facts/facts.ts';
import type { Tokenizer } from '../language/tokenizer/tokenizer.ts';
import type { SearchIndex } from '../search/search.ts';
import type { Piece } from './cover.ts';
import type { KanaReader } from './kana-reader.ts';
import type { Lexicon } from './mentions/lexicon.ts';
import type { Mention } from './mentions/mention.ts';
import type { NameIndex } from './mentions/names.ts';
import type { NearNames } from './mentions/near-names.ts';
import type { PlanWords } from './mentions/plan-words.ts';
import type { PolicyParts } from './policy-parts.ts';
import type { Query, SubjectSet } from './query.ts';

/** A text cut into pieces: the same whatever the thread spoke of before. Nobody changes it. */
export interface Heard {
  command: Command;
  /** Normalised words. */
  text: string;
  /** For `ask --explain`. */
  pieces: readonly Piece[];
  mentions: readonly Mention[];
  /** The words as typed, and before kana were written out. */
  typed: { words: string; plain: string };
  /** Stretches that were read as something else. */
  readAs: readonly { typed: string; as: string }[];
}

/** A slash command without its prefix; null for a mention. */
export type Command = 'kpi' | 'jigyo' | 'yosan' | 'machi' | null;

/** The plans as far as reading needs them, made once. */
export interface Vocabulary {
  repository: Repository;
  facts: Facts;
  search: SearchIndex;
  tokenizer: Tokenizer;
  lexicon: Lexicon;
  names: NameIndex;
  near: NearNames;
  kana: KanaReader;
  planWords: PlanWords;
  parts: PolicyParts;
  /** Keeps what was heard in a text while it is read again; absent where each is read once. */
  keepHeard?: ((text: string, hear: () => Heard) => Heard) | undefined;
}

/** The vocabulary and the moment of the question. */
export interface Around extends Vocabulary {
  command: Command;
  /** The words as typed, before kana were written out: what a search reads by itself. */
  typed: string;
  /** Fiscal year of today. */
  fiscalYear: number;
  /** YYYY-MM-DD. */
  today: string;
  /** The thread's queries before this question; null outside a thread. */
  before: Query[] | null;
  /** Whom the answer to a query names the largest or the greater, or at a place of its list; null where it names none. */
  winnersOf: (query: Query, place?: number | null) => SubjectSet | null;
}
