// The plans questions are made for: the seeds, and two plans of invented towns.
import type { Bot } from '../../../src/bot.ts';
import { type Export, toExport } from '../../../src/present/export/everything.ts';
import { botWith, open, ownTexts } from '../../support/other-plans.ts';
import { seededBot } from '../../support/seeded-bot.ts';

/** A bot and the export of what it knows. */
export interface World {
  bot: Bot;
  data: Export;
}

/** Both, by name. */
export const worldNames = ['seeds', 'invented towns'] as const;
export type WorldName = (typeof worldNames)[number];

/** Opens a world; the export is the only thing expected values come from. */
export async function world(name: WorldName): Promise<World> {
  const bot = name === 'seeds' ? await seededBot() : await botWith(open(ownTexts()));
  return { bot, data: toExport(bot.repository, '2026-11-21') };
}
