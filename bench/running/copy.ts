// A copy of the bot as a process of its own, at whatever hour: `node --import tsx copy.ts ISO-INSTANT`, settings in the environment.
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { slackContext } from '../../src/slack/context.ts';
import { openLiving } from '../../src/start/bot/of-store.ts';
import { endOn } from '../../src/start/end.ts';
import { packageRoot } from '../../src/start/package-root.ts';
import { indexFolderIn } from '../../src/start/plans/here.ts';
import { runApp } from '../../src/start/run-app.ts';
import { sqliteFileIn } from '../../src/start/store/sqlite-file.ts';
import { openLog } from '../../src/start/watch/log.ts';
import { openWatch } from '../../src/start/watch/watch.ts';
import { openStore } from '../../src/stores/open-store.ts';

const shift = Date.parse(process.argv[2] ?? '') - Date.now();
const clock = { now: () => new Date(Date.now() + shift) };
const config = readConfig(process.env);
const watch = await openWatch({ port: 0, host: '127.0.0.1' });
const log = openLog(config.logLevel, watch.logged);
const opened = openStore({ databaseUrl: config.databaseUrl, sqliteFile: sqliteFileIn(config.dataDir) });
const store = watch.store(opened);
const plans = await openLiving(clock, {
  store,
  log,
  seeds: config.seeds,
  indexFolder: indexFolderIn(config.dataDir),
});
const parts = {
  bot: watch.bot(plans.living.bot),
  store,
  config,
  clock,
  log,
  headings: join(packageRoot(), 'index'),
  fetch: watch.fetch,
};
const running = await runApp(slackContext(parts), { plans, watch, host: '127.0.0.1' });
endOn(['SIGTERM'], () => running.stop(), log);
log.info({ health: watch.port, port: running.port }, 'ready');
