// What reading needs of the plans, made once: names, intent words, words of the plans' own columns, sounds.
import type { Repository } from '../data/repository.ts';
import type { Facts } from '../facts/facts.ts';
import type { Tokenizer } from '../language/tokenizer/tokenizer.ts';
import type { LexiconTexts } from '../language/words/lexicon-texts.ts';
import type { WordLists } from '../language/words/word-lists.ts';
import type { SearchIndex } from '../search/search.ts';
import type { Vocabulary } from './around.ts';
import { KanaReader } from './kana-reader.ts';
import { Lexicon } from './mentions/lexicon.ts';
import { NameIndex } from './mentions/names.ts';
import { NearNames } from './mentions/near-names.ts';
import { PlanWords } from './mentions/plan-words.ts';

/** Parts that the vocabulary is made from. */
export interface VocabularyParts {
  repository: Repository;
  facts: Facts;
  search: SearchIndex;
  tokenizer: Tokenizer;
  lexicon: LexiconTexts;
  wordLists: Pick<WordLists, 'readings'>;
}

/** Makes the vocabulary. */
export function createVocabulary(parts: VocabularyParts): Vocabulary {
  const { repository, facts, search, tokenizer } = parts;
  const lexicon = new Lexicon(parts.lexicon, tokenizer);
  return {
    repository,
    facts,
    search,
    tokenizer,
    lexicon,
    names: new NameIndex(repository, tokenizer),
    planWords: new PlanWords(repository, facts, lexicon),
    near: new NearNames(repository, tokenizer, lexicon),
    kana: new KanaReader(repository, tokenizer, lexicon, parts.wordLists, () => search.readings()),
  };
}
