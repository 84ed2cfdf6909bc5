// Starts the bot against Slack and ends it cleanly.
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { slackContext } from '../slack/context.ts';
import { explainSlackError, slackErrorName } from '../slack/errors/explain.ts';
import { loadWorkbook } from '../slack/excel.ts';
import { openStore } from '../stores/open-store.ts';
import { openLiving } from './bot/of-store.ts';
import { endOn } from './end.ts';
import { packageRoot } from './package-root.ts';
import { indexFolderIn } from './plans/here.ts';
import { runApp } from './run-app.ts';
import { sqliteFileIn } from './store/sqlite-file.ts';
import { openLog } from './watch/log.ts';
import { nameHome } from './workspaces/name-home.ts';
import { startWorkspaces } from './workspaces/start.ts';

/** Settles once the bot runs; ends the process when Slack refuses it. */
export async function startSlack(config: Config): Promise<void> {
  // Loaded where somebody looks only: a laptop starts without it.
  const watch = config.health ? await (await import('./watch/watch.ts')).openWatch(config.health) : null;
  const log = openLog(config.logLevel, watch?.logged);
  const fail = (error: unknown, what: string) => {
    log.fatal({ err: error, slack: slackErrorName(error), cure: explainSlackError(error) }, what);
    process.exit(1);
  };
  // A token revoked while running shows as a rejection inside the SDK when it connects again (seen 2026-11).
  process.on('unhandledRejection', (error) => {
    if (endsConnection(config, error)) return fail(error, 'the connection to Slack ended');
    // Anything else concerns one request (Bolt lets a signed body of `null` through): the others go on.
    log.error({ err: error }, 'a failure nobody waited for');
  });
  if (config.workspaces)
    return await startWorkspaces(config, log, watch).catch((error) => fail(error, 'the start failed'));
  const clock = { now: () => new Date() };
  const sqliteFile = sqliteFileIn(config.dataDir);
  const opened = openStore({ databaseUrl: config.databaseUrl, sqliteFile });
  const store = watch?.store(opened) ?? opened;
  const plans = await openLiving(clock, {
    store,
    log,
    seeds: config.seeds,
    indexFolder: indexFolderIn(config.dataDir),
  });
  const bot = watch?.bot(plans.living.bot) ?? plans.living.bot;
  if (config.recorders.length === 0) log.warn('RECORDERS is empty: everybody may record results');
  try {
    // Nothing is read from the program's own files later: an update in place may have taken them away.
    await loadWorkbook();
    const headings = join(packageRoot(), 'index');
    const parts = { bot, store, config, clock, log, headings, ...(watch ? { fetch: watch.fetch } : {}) };
    const named = (workspace: { team: string; enterprise: string | null; name: string }) =>
      nameHome(opened, workspace, log);
    const running = await runApp(slackContext(parts), { plans, watch, named });
    endOn(['SIGTERM', 'SIGINT'], () => running.stop(), log);
    log.info({ mode: config.slack.mode, health: watch?.port ?? null, port: running.port }, 'ready');
  } catch (error) {
    fail(error, 'Slack refused the start');
  }
}

/** Without Socket Mode there is no connection that could end; with it the SDKs' own errors mean that it did. */
function endsConnection({ slack }: Config, error: unknown): boolean {
  return slack.mode === 'socket' && String((error as { code?: unknown } | null)?.code).startsWith('slack_');
}
