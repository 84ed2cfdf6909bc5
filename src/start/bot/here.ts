// The bot over the plans that the environment names.
import type { Bot } from '../../bot.ts';
import type { Clock } from '../../ports/clock.ts';
import { openBot } from '../open-bot.ts';
import { dataSettings, sourceHere } from '../plans/here.ts';
import type { Written } from '../plans/source.ts';

/** As `openBot`, with what people brought. */
export async function openBotHere(
  clock: Clock,
  warn: (message: string) => void = console.warn,
  written?: Written,
): Promise<Bot> {
  return openBot(clock, warn, await sourceHere(dataSettings(process.env), warn, written));
}
