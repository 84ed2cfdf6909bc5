// The bots of many workspaces: plans that several of them see are in memory once, each has its own results over them.
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Bot } from '../../bot.ts';
import { withOwnResults } from '../../data/published.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { buildIndexApart } from '../build-index-apart.ts';
import { createLivingBot } from '../living-bot.ts';
import { openBot } from '../open-bot.ts';
import { type PlanSource, readBrought, seedsOnly } from '../plan-source.ts';

/** A workspace's bot, and the way to bring it up to date. */
export interface TeamBot {
  bot: Bot;
  /** Looks at what the workspace may see now and changes the bot when that is something else. @throws StoreUnavailable */
  refresh(): Promise<void>;
  /** The plans that only this workspace saw leave the memory. */
  close(): void;
}

export interface TeamBots {
  /** @throws StoreUnavailable */
  open(team: string, store: Store): Promise<TeamBot>;
}

/** What opening bots needs. */
export interface TeamBotParts {
  clock: Clock;
  log: Logger;
  seeds: boolean;
  /** Folder for the indexes over brought plans, one below it for each set of plans; null: in memory. */
  indexFolder: string | null;
}

/** Opens bots; equal sets of plans are opened once. */
export function createTeamBots(parts: TeamBotParts): TeamBots {
  const shared = createSharedBots(parts);
  return {
    async open(team, store) {
      let source = await sourceOf(parts, store);
      // A plan that cannot be opened must not keep the workspace from the others.
      let held = await shared.take(team, source).catch((error: unknown) => {
        parts.log.error({ err: error, team }, 'brought plans could not be opened; the seeds alone answer');
        source = { ...source, brought: [] };
        return shared.take(team, source);
      });
      const living = createLivingBot(ownBot(held));
      return {
        bot: living.bot,
        async refresh() {
          const next = await sourceOf(parts, store);
          if (keyOf(next) === keyOf(source)) return;
          const entries = await store.entriesAfter(0);
          source = next;
          try {
            held = await shared.take(team, next);
          } catch (error) {
            parts.log.error(
              { err: error, team },
              'brought plans could not be taken up; the plans before go on',
            );
            return;
          }
          const bot = ownBot(held);
          bot.repository.applyEntries(entries);
          living.become(bot);
          // What was recorded while the bot changed.
          bot.repository.applyEntries(await store.entriesAfter(bot.repository.lastSeq()));
          parts.log.info({ team, plans: next.brought.length }, 'brought plans taken up');
        },
        close: () => shared.release(team),
      };
    },
  };
}

const ownBot = (held: Bot): Bot => held.over(withOwnResults(held.repository));

async function sourceOf({ seeds }: TeamBotParts, store: Store): Promise<PlanSource> {
  return { ...seedsOnly, seeds, ...(await readBrought(store)) };
}

/** The same texts are the same plans, whoever brought them. */
function keyOf({ brought }: PlanSource): string {
  return createHash('sha256').update(JSON.stringify(brought)).digest('hex').slice(0, 24);
}

/** An index nobody opened for a month belongs to plans that have changed since. */
function forgetOldFolders(indexFolder: string): void {
  const before = Date.now() - 30 * 86_400_000;
  for (const name of readdirSync(indexFolder)) {
    const folder = join(indexFolder, name);
    if (/^[0-9a-f]{24}$/.test(name) && statSync(folder).mtimeMs < before)
      rmSync(folder, { recursive: true, force: true });
  }
}

/** Bots without anybody's results, each as long as a workspace holds it. */
function createSharedBots({ clock, log, indexFolder }: TeamBotParts) {
  const bots = new Map<string, Promise<Bot>>();
  const holds = new Map<string, string>();

  async function make(key: string, source: PlanSource): Promise<Bot> {
    const folder = source.brought.length > 0 && indexFolder !== null ? join(indexFolder, key) : null;
    const own = { ...source, indexFolder: folder };
    if (indexFolder !== null && folder !== null) {
      await buildIndexApart(own);
      utimesSync(folder, new Date(), new Date());
      forgetOldFolders(indexFolder);
    }
    return await openBot(clock, (message) => log.warn(message), own);
  }

  function forgetUnheld(): void {
    const held = new Set(holds.values());
    for (const key of bots.keys()) if (!held.has(key)) bots.delete(key);
  }

  return {
    async take(team: string, source: PlanSource): Promise<Bot> {
      const key = keyOf(source);
      const known = bots.get(key) ?? make(key, source);
      bots.set(key, known);
      try {
        const bot = await known;
        holds.set(team, key);
        forgetUnheld();
        return bot;
      } catch (error) {
        bots.delete(key);
        throw error;
      }
    },
    release(team: string): void {
      holds.delete(team);
      forgetUnheld();
    },
  };
}
