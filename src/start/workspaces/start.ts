// Starts the bot for many workspaces and ends it cleanly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Config } from '../../config.ts';
import { loadWorkbook } from '../../slack/excel.ts';
import { openStore } from '../../stores/open-store.ts';
import { endOn } from '../end.ts';
import { packageRoot } from '../package-root.ts';
import { indexFolderIn } from '../plans/here.ts';
import { sqliteFileIn } from '../store/sqlite-file.ts';
import type { Watch } from '../watch/watch.ts';
import { runWorkspaces } from './run.ts';

/** Settles once the door is open. @throws the SDK's error when Slack refuses it */
export async function startWorkspaces(
  config: Config,
  log: Logger,
  watch: Watch | null = null,
): Promise<void> {
  const house = openStore({ databaseUrl: config.databaseUrl, sqliteFile: sqliteFileIn(config.dataDir) });
  if (config.recorders.length === 0) log.warn('RECORDERS is empty: everybody may record results');
  // Nothing is read from the program's own files later: an update in place may have taken them away.
  await loadWorkbook();
  const running = await runWorkspaces({
    config,
    log,
    house,
    clock: { now: () => new Date() },
    headings: join(packageRoot(), 'index'),
    indexFolder: indexFolderIn(config.dataDir),
    scopes: manifestScopes(),
  });
  const { tenants } = running;
  watch?.serving({
    store: house,
    // Each workspace's plans are taken up by itself; one whose plan cannot be read goes on without it.
    plansTaken: () => Number.POSITIVE_INFINITY,
    resultsRead: () => tenants.all().every(({ context }) => context.results.wasRead()),
    connected: () => true,
    // A token that one workspace revoked is no reason to send the others away.
    askSlack: async () => undefined,
  });
  const stop = async () => {
    watch?.stopping();
    await running.stop();
    watch?.close();
  };
  endOn(['SIGTERM', 'SIGINT'], stop, log);
  const served = running.tenants.all().length;
  log.info({ mode: config.slack.mode, port: running.port, workspaces: served }, 'ready');
}

const manifestSchema = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
});

/** The scopes of manifest.yml: what the app may ask for. */
export function manifestScopes(): string[] {
  const text = readFileSync(join(packageRoot(), 'manifest.yml'), 'utf8');
  const { bot, bot_optional: optional } = manifestSchema.parse(parse(text)).oauth_config.scopes;
  return [...bot, ...optional];
}
