// What every listener gets: the bot, the store, the settings, the time, the log, and what the running app keeps itself.
import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import type { Config } from '../config.ts';
import { withoutRecorded } from '../data/published.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createHomes, type Homes } from './homes.ts';
import { createMembers, type Members } from './members.ts';
import { createQuestionLog, type QuestionLog } from './questions.ts';
import { createRecorders, plannersOnly, type Recorders } from './recording/recorders.ts';
import { createResultLog, type ResultLog } from './recording/result-log.ts';
import { createTurns, type Turns } from './turns.ts';

/** What a running app is made of. */
export interface SlackParts {
  bot: Bot;
  store: Store;
  config: Config;
  clock: Clock;
  log: Logger;
  /** Folder of the headings that files are read by; absent: files are not taken. */
  headings?: string;
  /** How Slack's Web API is reached; absent: the platform's own `fetch`. */
  fetch?: typeof fetch;
}

/** The running pieces the listeners work with. */
export interface SlackContext extends SlackParts {
  /** Name of this copy of the bot among those over one store. */
  copy: string;
  /** The recorded results, as far as this copy has read them. */
  results: ResultLog;
  /** Who belongs to the workspace. */
  members: Members;
  recorders: Recorders;
  /** Who may bring plans. */
  planners: Recorders;
  /** Questions from their arrival to their answer. */
  questions: QuestionLog;
  /** The publishes of App Home, in order. */
  homes: Homes;
  /** Who may work now, so that acknowledgements are never late. */
  turns: Turns;
  /** The same for people from outside: it knows only what was published. */
  published(): SlackContext;
  /** True for what `published` gives. */
  outside: boolean;
}

/** One row of the listener table: registers its listeners on the app. */
export type RegisterListener = (app: App, context: SlackContext) => void;

/** Puts a context together; what it keeps in memory lives and ends with it. */
export function slackContext(parts: SlackParts): SlackContext {
  const copy = randomUUID();
  const context: SlackContext = {
    ...parts,
    copy,
    results: createResultLog(parts),
    members: createMembers(parts),
    recorders: createRecorders(parts),
    planners: createRecorders(
      { ...parts, config: { ...parts.config, recorders: parts.config.planners } },
      plannersOnly,
    ),
    questions: createQuestionLog(parts, copy),
    homes: createHomes(),
    turns: createTurns(),
    outside: false,
    published() {
      // After a new version of a plan the published view is made anew.
      if (made && madeOf === context.bot.repository) return made;
      madeOf = context.bot.repository;
      const published: SlackContext = {
        ...context,
        bot: publishedBot(context.bot),
        outside: true,
        published: () => published,
      };
      made = published;
      return made;
    },
  };
  let made: SlackContext | undefined;
  let madeOf: SlackContext['bot']['repository'] | undefined;
  return context;
}

function publishedBot(bot: Bot): Bot {
  return bot.over(withoutRecorded(bot.repository));
}
