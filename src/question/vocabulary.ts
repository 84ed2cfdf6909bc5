// What reading needs of the plans, made once: names, intent words, words of the plans' own columns, sounds.
import type { Repository } from '../data/repository.ts';
import type { Facts } from '../facts/facts.ts';
import type { Tokenizer } from '../language/tokenizer/tokenizer.ts';
import type { LexiconTexts } from '../language/words/lexicon-texts.ts';
import type { WordLists } from '../language/words/word-lists.ts';
import type { SearchIndex } from '../search/search.ts';
import type { Vocabulary } from './around.ts';
import { Sounds } from './kana-reader/sounds.ts';
import { KanaReader } from './kana-reader.ts';
import { type Cuts, cutForms, Lexicon } from './mentions/lexicon.ts';
import { NameIndex, type NameTable } from './mentions/names.ts';
import { type Name, NearNames } from './mentions/near-names.ts';
import { PlanWords } from './mentions/plan-words.ts';
import { PolicyParts } from './policy-parts.ts';

/** Parts that the vocabulary is made from. */
export interface VocabularyParts {
  repository: Repository;
  facts: Facts;
  search: SearchIndex;
  tokenizer: Tokenizer;
  lexicon: LexiconTexts;
  wordLists: Pick<WordLists, 'readings'>;
  /** Of the same plans and lexicon; absent: worked out anew, which takes longer than all else of a start. */
  prepared?: PreparedVocabulary | undefined;
}

/** What takes long to work out, as plain data. */
export interface PreparedVocabulary {
  cuts: Cuts;
  names: NameTable;
  near: readonly Name[];
  /** Of names and intent words; absent: worked out with the first question that needs them. */
  sounds?: string | undefined;
}

/** Works out what a later start of the same plans and lexicon may take as it is. */
export function prepareVocabulary(parts: Omit<VocabularyParts, 'prepared'>): PreparedVocabulary {
  const { lexicon, names, near, tokenizer } = createVocabulary(parts);
  return { cuts: cutForms(lexicon.forms, tokenizer), names: names.table(), near: near.names };
}

/** Of more records sounds are not kept: a start would wait for them for seconds. */
const mostSounding = 20_000;

/** The sounds of the same: worked out only where they are kept, for not every question needs them. */
export function prepareSounds({ search, ...parts }: VocabularyParts): string | undefined {
  const { projects, kpis } = parts.repository;
  if (projects.length + kpis.length > mostSounding) return undefined;
  const { lexicon } = createVocabulary({ search, ...parts });
  return new Sounds({ ...parts, lexicon }, () => search.readings()).named();
}

/** Makes the vocabulary. */
export function createVocabulary(parts: VocabularyParts): Vocabulary {
  const { repository, facts, search, tokenizer, prepared } = parts;
  const lexicon = new Lexicon(parts.lexicon, tokenizer, prepared?.cuts);
  return {
    repository,
    facts,
    search,
    tokenizer,
    lexicon,
    names: new NameIndex(repository, tokenizer, prepared?.names),
    planWords: new PlanWords(repository, facts, lexicon),
    parts: new PolicyParts(repository.policies),
    near: new NearNames(repository, tokenizer, lexicon, prepared?.near),
    kana: new KanaReader(
      { repository, tokenizer, lexicon, wordLists: parts.wordLists, sounds: prepared?.sounds },
      () => search.readings(),
    ),
  };
}
