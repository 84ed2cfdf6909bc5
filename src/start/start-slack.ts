// Starts the bot against Slack and ends it cleanly.
import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from '../config.ts';
import { slackContext } from '../slack/context.ts';
import { explainSlackError, slackErrorName } from '../slack/errors/explain.ts';
import { loadWorkbook } from '../slack/excel.ts';
import { openStore } from '../stores/open-store.ts';
import { endOn } from './end.ts';
import { openLiving } from './open-living.ts';
import { packageRoot } from './package-root.ts';
import { runApp } from './run-app.ts';
import { indexFolderIn } from './source-here.ts';
import { sqliteFileIn } from './sqlite-file.ts';
import { nameHome } from './workspaces/name-home.ts';
import { startWorkspaces } from './workspaces/start-workspaces.ts';

/** Settles once the bot runs; ends the process when Slack refuses it. */
export async function startSlack(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
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
    return await startWorkspaces(config, log).catch((error) => fail(error, 'the start failed'));
  const clock = { now: () => new Date() };
  const sqliteFile = sqliteFileIn(config.dataDir);
  const store = openStore({ databaseUrl: config.databaseUrl, sqliteFile });
  const plans = await openLiving(clock, {
    store,
    log,
    seeds: config.seeds,
    indexFolder: indexFolderIn(config.dataDir),
  });
  const { bot } = plans.living;
  if (config.recorders.length === 0) log.warn('RECORDERS is empty: everybody may record results');
  try {
    // Nothing is read from the program's own files later: an update in place may have taken them away.
    await loadWorkbook();
    const running = await runApp(
      slackContext({ bot, store, config, clock, log, headings: join(packageRoot(), 'index') }),
      { plans, named: (workspace) => nameHome(store, workspace, log) },
    );
    endOn(['SIGTERM', 'SIGINT'], () => running.stop(), log);
    log.info({ mode: config.slack.mode, port: running.port }, 'ready');
  } catch (error) {
    fail(error, 'Slack refused the start');
  }
}

/** Without Socket Mode there is no connection that could end; with it the SDKs' own errors mean that it did. */
function endsConnection({ slack }: Config, error: unknown): boolean {
  return slack.mode === 'socket' && String((error as { code?: unknown } | null)?.code).startsWith('slack_');
}
