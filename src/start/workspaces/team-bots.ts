// The bots of many workspaces: plans that several of them see are in memory once, each has its own results over them.
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Bot } from '../../bot.ts';
import { parseSeeds } from '../../data/load-seeds.ts';
import { withOwnResults } from '../../data/published.ts';
import type { SeedText } from '../../data/seed-texts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { createLivingBot } from '../bot/living.ts';
import { buildIndexApart } from '../index/build-apart.ts';
import { appTokenizer, openBot } from '../open-bot.ts';
import { packageRoot } from '../package-root.ts';
import {
  inOrder,
  type PlanSource,
  readVisible,
  seedsOnly,
  textsOf,
  type VisiblePlans,
} from '../plans/source.ts';

/** A workspace's bot, and the way to bring it up to date. */
export interface TeamBot {
  bot: Bot;
  /** Looks at what the workspace may see now and changes the bot when that is something else. @throws StoreUnavailable */
  refresh(): Promise<void>;
  /** The plans that only this workspace saw leave the memory. */
  close(): void;
}

export interface TeamBots {
  /** Opens what most workspaces share, and keeps it: the first delivery of a workspace has three seconds. */
  warm(): Promise<void>;
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
  const { log, seeds } = parts;
  const shared = createSharedBots(parts);

  /** What others share must never keep a workspace from its own plans, nor its own from the seeds. */
  async function hold(team: string, visible: VisiblePlans): Promise<Bot> {
    const sourceOf = (brought: SeedText[]): PlanSource => ({
      ...seedsOnly,
      seeds,
      brought: inOrder(brought),
    });
    try {
      return await shared.take(team, sourceOf([...visible.own, ...visible.shared]));
    } catch (error) {
      const { fitting, left } = fittingPlans(sourceOf([]), visible);
      log.error({ err: error, team, left }, 'some brought plans cannot be opened; the others answer');
      return await shared.take(team, sourceOf(fitting));
    }
  }

  return {
    async warm() {
      await shared.take('', { ...seedsOnly, seeds });
    },
    async open(team, store) {
      let visible = await readVisible(store);
      let held = await hold(team, visible);
      const living = createLivingBot(ownBot(held));
      return {
        bot: living.bot,
        async refresh() {
          const next = await readVisible(store);
          if (JSON.stringify(next) === JSON.stringify(visible)) return;
          const entries = await store.entriesAfter(0);
          visible = next;
          held = await hold(team, next);
          const bot = ownBot(held);
          bot.repository.applyEntries(entries);
          living.become(bot);
          // What was recorded while the bot changed.
          bot.repository.applyEntries(await store.entriesAfter(bot.repository.lastSeq()));
          log.info({ team, own: next.own.length, shared: next.shared.length }, 'brought plans taken up');
        },
        close: () => shared.release(team),
      };
    },
  };
}

const ownBot = (held: Bot): Bot => held.over(withOwnResults(held.repository));

/** Own plans first, each as long as all of them hold together. */
function fittingPlans(
  source: PlanSource,
  { own, shared }: VisiblePlans,
): { fitting: SeedText[]; left: string[] } {
  const fitting: SeedText[] = [];
  const left: string[] = [];
  for (const one of [...own, ...shared])
    try {
      parseSeeds(textsOf({ ...source, brought: inOrder([...fitting, one]) }, packageRoot()));
      fitting.push(one);
    } catch {
      left.push(one.name);
    }
  return { fitting, left };
}

/** The same texts are the same plans, whoever brought them. */
function keyOf({ brought }: PlanSource): string {
  return createHash('sha256').update(JSON.stringify(brought)).digest('hex').slice(0, 24);
}

/** An index nobody opened for a month belongs to plans that have changed since. */
function forgetOldFolders(indexFolder: string, now: Date): void {
  const before = now.getTime() - 30 * 86_400_000;
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
  const tokenizer = appTokenizer();

  async function make(key: string, source: PlanSource): Promise<Bot> {
    const folder = source.brought.length > 0 && indexFolder !== null ? join(indexFolder, key) : null;
    const own = { ...source, indexFolder: folder };
    if (indexFolder !== null && folder !== null) {
      await buildIndexApart(own);
      const now = clock.now();
      utimesSync(folder, now, now);
      forgetOldFolders(indexFolder, now);
    }
    return await openBot(clock, (message) => log.warn(message), own, tokenizer);
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
