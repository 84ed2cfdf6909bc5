// The bot, with every question counted.
import type { Bot } from '../../bot.ts';
import type { Metrics } from './metrics.ts';

/** Answers as `bot` does; what is behind `bot` may change meanwhile. */
export function watchBot(bot: Bot, metrics: Metrics): Bot {
  return {
    get repository() {
      return bot.repository;
    },
    get search() {
      return bot.search;
    },
    get clock() {
      return bot.clock;
    },
    read: (text, options) => bot.read(text, options),
    through: (look, about) => bot.through(look, about),
    over: (repository) => watchBot(bot.over(repository), metrics),
    async ask(text, options) {
      const began = performance.now();
      const answer = await bot.ask(text, options);
      const { intent } = answer.understood;
      metrics.asks.inc({ intent, outcome: answer.kind });
      metrics.unreadWords.inc(answer.unread?.length ?? 0);
      metrics.askSeconds.observe({ intent }, (performance.now() - began) / 1000);
      return answer;
    },
  };
}
