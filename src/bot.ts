// The bot without any surface: a question in, an answer (plain data) out.
import type { Answer } from './answer/answer.ts';
import { answerQueries } from './answer/answer-queries.ts';
import type { RunContext, Statements } from './answer/run/context.ts';
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
import { type Reading, readQuestion, readTwice } from './question/read.ts';
import { createVocabulary, type PreparedVocabulary } from './question/vocabulary.ts';
import { remembering } from './search/remember.ts';
import type { SearchIndex } from './search/search.ts';

// A start works these out once and keeps them beside the index.
export { type PreparedVocabulary, prepareSounds, prepareVocabulary } from './question/vocabulary.ts';

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

/** What a question is run over besides its vocabulary. */
export interface AnswersParts extends Pick<BotParts, 'clock' | 'search'>, Pick<RunContext, 'far'> {
  /** Absent: all statements are in memory. */
  statementsOf?: (search: SearchIndex) => Statements;
  /** Keeps what a question means while it is run again; absent where each runs once. */
  keepQueries?: (question: string, read: () => Query[]) => Query[];
}

/** Answers over a vocabulary. */
export function answersOver(parts: AnswersParts, vocabulary: Vocabulary): Answers {
  const { clock, far, keepQueries = (_, read) => read() } = parts;
  const { repository, facts } = vocabulary;
  const statementsOf = parts.statementsOf ?? ((search) => statementsOver(repository, search));
  /** What one question is read and run over: it looks for the same words once. */
  function contextOf({ asOf = dayInJapan(clock.now()) }: AskOptions): RunContext {
    const search = remembering(parts.search);
    return { facts, repository, search, statements: statementsOf(search), far, asOf };
  }
  function read(text: string, options: AskOptions, context: RunContext): Reading {
    const words = { ...vocabulary, search: context.search };
    const { asOf: today } = context;
    const winnersOf = (query: Query, place: number | null = null) => winnersOfQuery(query, context, place);
    const moment = { fiscalYear: fiscalYearOf(today), today, command: options.command, winnersOf };
    const asksAnew = splitCommand(text).command !== null;
    const lending = asksAnew || options.before ? undefined : options.context;
    const lent = lending === undefined ? null : readQuestion(lending, words, moment).queries;
    const before = asksAnew ? null : (options.before ?? lent);
    if (before === null || options.context === undefined)
      return readQuestion(text, words, { ...moment, before });
    // What the thread lent is said, so that nobody takes it for asked.
    const [reading, alone] = readTwice(text, words, { ...moment, before });
    const [first] = reading.queries;
    if (first && JSON.stringify(alone.queries) !== JSON.stringify(reading.queries))
      first.assumed = [...first.assumed, `「${options.context.trim()}」の続きとして読みました。`];
    return reading;
  }
  return {
    read: (text, options = {}) => read(text, options, contextOf(options)),
    answer(text, options = {}) {
      const context = contextOf(options);
      const asked = JSON.stringify([text, options, context.asOf, repository.lastSeq()]);
      const queries = keepQueries(asked, () => read(text, options, context).queries);
      return answerQueries(queries, { ...context, text });
    },
  };
}
