// The bot without any surface: a question in, an answer (plain data) out.
import type { Answer } from './answer/answer.ts';
import { answerQueries } from './answer/answer-queries.ts';
import type { RunContext } from './answer/run/context.ts';
import { statementsOver } from './answer/statements.ts';
import { winnersOf as winnersOfQuery } from './answer/winners.ts';
import type { Repository } from './data/repository.ts';
import { createFacts } from './facts/facts.ts';
import type { Tokenizer } from './language/tokenizer/tokenizer.ts';
import type { LexiconTexts } from './language/words/lexicon-texts.ts';
import type { WordLists } from './language/words/word-lists.ts';
import { type Clock, type Day, dayInJapan, fiscalYearOf } from './ports/clock.ts';
import type { Command, Vocabulary } from './question/around.ts';
import { splitCommand } from './question/clean.ts';
import type { Query } from './question/query.ts';
import { type Moment, type Reading, readQuestion } from './question/read.ts';
import { createVocabulary, type PreparedVocabulary } from './question/vocabulary.ts';
import type { SearchIndex } from './search/search.ts';

// A start works these out once and keeps them beside the index.
export { type PreparedVocabulary, prepareVocabulary } from './question/vocabulary.ts';

/** How a question reached the bot. */
export interface AskOptions {
  /** The slash command without its prefix; absent for a mention or direct message. */
  command?: Exclude<Command, null>;
  /** The thread's last question, for follow-ups such as 「R7は？」. */
  context?: string;
  /** The thread's queries, where they are kept; they outdo `context`. A command of its own asks anew. */
  before?: Query[];
  /** Judge as of this day instead of the clock's. */
  asOf?: Day;
}

export interface Bot {
  readonly repository: Repository;
  readonly search: SearchIndex;
  readonly clock: Clock;
  /** Never fails on any text. `text` may itself begin with a command (`/kpi 移住`). */
  ask(text: string, options?: AskOptions): Promise<Answer>;
  /** The same bot over other records of the same plans: without the recorded results. */
  over(repository: Repository): Bot;
  /** How the text is read, without answering it. */
  read(text: string, options?: AskOptions): Reading;
  /** Runs what looks into records, such as drawing `about` or `read`; again where they have to be fetched first. */
  through<T>(look: () => T, about?: Answer): Promise<T>;
}

/** What a bot is wired from. */
export interface BotParts {
  repository: Repository;
  search: SearchIndex;
  clock: Clock;
  tokenizer: Tokenizer;
  lexicon: LexiconTexts;
  wordLists: Pick<WordLists, 'readings'>;
  /** What was worked out of the same plans and lexicon before. */
  prepared?: PreparedVocabulary | undefined;
}

/** Wires reading, search and answers together. */
export function createBot(parts: BotParts): Bot {
  const facts = createFacts(parts.repository);
  return botOver(parts, createVocabulary({ ...parts, facts }));
}

function botOver(parts: Pick<BotParts, 'search' | 'clock'>, vocabulary: Vocabulary): Bot {
  const { search, clock } = parts;
  const { repository } = vocabulary;
  const { read, answer } = answersOver(parts, vocabulary);
  return {
    repository,
    search,
    clock,
    read,
    over: (other) => botOver(parts, { ...vocabulary, repository: other, facts: createFacts(other) }),
    ask: async (text, options) => answer(text, options),
    through: async (look) => look(),
  };
}

/** What reads and answers without waiting for anything. */
export interface Answers {
  read(text: string, options?: AskOptions): Reading;
  answer(text: string, options?: AskOptions): Answer;
}

/** Answers over a vocabulary and what its records are run over. */
export function answersOver(
  parts: Pick<BotParts, 'clock' | 'search'> & Pick<RunContext, 'statements' | 'far'>,
  vocabulary: Vocabulary,
): Answers {
  const { search, clock, far } = parts;
  const { repository, facts } = vocabulary;
  const statements = parts.statements ?? statementsOver(repository, search);
  function read(text: string, options: AskOptions = {}): Reading {
    const today = options.asOf ?? dayInJapan(clock.now());
    const context = { facts, repository, search, statements, far, asOf: today };
    const winnersOf = (query: Query) => winnersOfQuery(query, context);
    const moment = { fiscalYear: fiscalYearOf(today), today, command: options.command, winnersOf };
    const asksAnew = splitCommand(text).command !== null;
    const before = asksAnew ? null : (options.before ?? queriesOf(options.context, moment));
    const reading = readQuestion(text, vocabulary, { ...moment, before });
    if (before === null || options.context === undefined) return reading;
    // What the thread lent is said, so that nobody takes it for asked.
    const alone = readQuestion(text, vocabulary, { ...moment, before: null });
    const [first] = reading.queries;
    if (first && JSON.stringify(alone.queries) !== JSON.stringify(reading.queries))
      first.assumed = [...first.assumed, `「${options.context.trim()}」の続きとして読みました。`];
    return reading;
  }
  function queriesOf(context: string | undefined, moment: Moment): Query[] | null {
    return context === undefined ? null : readQuestion(context, vocabulary, moment).queries;
  }
  return {
    read,
    answer(text, options = {}) {
      const asOf = options.asOf ?? dayInJapan(clock.now());
      const { queries } = read(text, options);
      return answerQueries(queries, { facts, repository, search, statements, far, asOf, text });
    },
  };
}
