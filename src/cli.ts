// The terminal commands: `ask`, `export`, `judge`, `import`, `plans`, `digest`, `feedback`, `owners`, `backup`, `restore`, `workspaces`, `index`.
import { type CommandHelp, helpText } from './cli/read-args.ts';
import { UsageError } from './cli/usage.ts';
import { ConfigError } from './errors.ts';

interface Command {
  help: CommandHelp;
  run(args: readonly string[]): Promise<void>;
}

/** Loaded only when called: `ask` must not wait for what `digest` needs. */
const commands: Record<string, () => Promise<Command>> = {
  ask: () => import('./cli/ask.ts'),
  export: () => import('./cli/export.ts'),
  judge: () => import('./cli/judge.ts'),
  digest: () => import('./cli/digest.ts'),
  import: () => import('./cli/import.ts'),
  plans: () => import('./cli/plans.ts'),
  feedback: () => import('./cli/feedback.ts'),
  owners: () => import('./cli/owners.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
  workspaces: () => import('./cli/workspaces.ts'),
  index: () => import('./cli/index-file.ts'),
};

// `… | head`: a reader that has seen enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (name === '--help' || name === '-h') {
  process.stdout.write(
    `使い方: npm run --silent コマンド -- …\nコマンド: ${Object.keys(commands).join(' | ')}\n例:\n  npm run --silent ask -- --help\n`,
  );
} else if (!load) {
  process.stderr.write(`使い方: ${Object.keys(commands).join(' | ')}\n`);
  process.exitCode = 2;
} else {
  const command = await load();
  // Asked for, it is no mistake; words after -- are a question.
  const flags = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  try {
    if (flags.includes('--help') || flags.includes('-h')) {
      process.stdout.write(helpText(name, command.help));
      process.exit(0);
    }
    await command.run(args);
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      process.exit(2);
    }
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n使い方: ${name} ${command.help.usage}\n`);
    process.exitCode = 2;
  }
}
