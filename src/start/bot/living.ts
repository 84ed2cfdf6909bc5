// A bot that can become another one while questions go on: each answer is given by one of them from beginning to end.
import type { Bot } from '../../bot.ts';

/** The bot everybody holds, and the way to change what is behind it. */
export interface LivingBot {
  bot: Bot;
  /** From the next question on `next` answers; those begun are ended by the one before. */
  become(next: Bot): void;
}

/** A bot that begins as `first`. */
export function createLivingBot(first: Bot): LivingBot {
  let now = first;
  return {
    bot: {
      get repository() {
        return now.repository;
      },
      get search() {
        return now.search;
      },
      get clock() {
        return now.clock;
      },
      ask: (text, options) => now.ask(text, options),
      over: (repository) => now.over(repository),
      read: (text, options) => now.read(text, options),
      through: (look, about) => now.through(look, about),
    },
    become(next) {
      now = next;
    },
  };
}
