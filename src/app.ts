// `npm start`: the bot in Slack when tokens are set, else the playground; `--terminal` or piped input: a prompt.
import { fstatSync } from 'node:fs';
import { readConfig } from './config.ts';
import { ConfigError } from './errors.ts';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const config = readConfig(process.env);
  if (args.includes('--terminal') || (config.slack.mode === 'playground' && inputIsPiped())) {
    const { startTerminal } = await import('./start/start-terminal.ts');
    return await startTerminal(config);
  }
  if (config.slack.mode === 'playground') {
    const { startLocal } = await import('./start/start-playground.ts');
    const keep = args.indexOf('--keep');
    return await startLocal(config, keep < 0 ? undefined : args[keep + 1]);
  }
  const { startSlack } = await import('./start/start-slack.ts');
  await startSlack(config);
}

/** `echo 移住 | npm start` and `npm start < questions.txt`; a service's /dev/null is neither. */
function inputIsPiped(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile();
  } catch {
    return false;
  }
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || (error as { code?: unknown }).code === 'seeds-refused';
  console.error(known ? (error as Error).message : error);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
});
