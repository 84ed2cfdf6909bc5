// The bot without any surface: a question in, an answer (plain data) out.
import type { Answer } from './answer/answer.ts';
import type { Repository } from './data/repository.ts';
import type { Clock, Day } from './ports/clock.ts';
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
