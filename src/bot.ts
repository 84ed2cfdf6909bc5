// The bot without any surface: a question in, an answer (plain data) out.
import type { Answer } from './answer/answer.ts';
import { answerQuestion } from './answer/answer-question.ts';
import type { Repository } from './data/repository.ts';
import { type Clock, type Day, dayInJapan, fiscalYearOf } from './ports/clock.ts';
import { withContext } from './question/follow-up.ts';
import { parseQuestion, splitCommand } from './question/parse-question.ts';
import { createVocabulary } from './question/vocabulary.ts';
import type { SearchIndex } from './search/search.ts';

/** How a question reached the bot. */
export interface AskOptions {
  /** The slash command without its prefix; absent for a mention or direct message. */
  command?: 'kpi' | 'jigyo' | 'yosan' | 'machi';
  /** The thread's last question, for follow-ups such as 「R7は？」. */
  context?: string;
  /** Judge as of this day instead of the clock's. */
  asOf?: Day;
}

export interface Bot {
  readonly repository: Repository;
  readonly search: SearchIndex;
  readonly clock: Clock;
  /** Never throws on any text. `text` may itself begin with a command (`/kpi 移住`). */
  ask(text: string, options?: AskOptions): Answer;
}

/** Wires parser, search and answers together. */
export function createBot(parts: { repository: Repository; search: SearchIndex; clock: Clock }): Bot {
  const { repository, search, clock } = parts;
  const vocabulary = createVocabulary(repository);
  return {
    repository,
    search,
    clock,
    ask(text, options = {}) {
      const asOf = options.asOf ?? dayInJapan(clock.now());
      const around = { vocabulary, fiscalYear: fiscalYearOf(asOf) };
      const question = parseQuestion(text, around, options.command ?? null);
      if (options.context === undefined || splitCommand(text).command !== null)
        return answerQuestion(question, { repository, search, asOf });
      const before = parseQuestion(options.context, around);
      return answerQuestion(withContext(question, before), { repository, search, asOf });
    },
  };
}
