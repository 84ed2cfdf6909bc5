// `npm start`: the bot in Slack when tokens are set, else the playground; `--terminal` or piped input: a prompt.
import { fstatSync } from 'node:fs';
import { readConfig } from './config.ts';
import { ConfigError } from './errors.ts';

const help = [
  '使い方: npm start [-- --keep フォルダー | --terminal]',
  '  npm start                      ブラウザーの中のSlackで試す（SLACK_BOT_TOKEN があればSlackにつなぐ）',
  '  npm start -- --keep data       記録を data フォルダーに残す',
  '  npm start -- --terminal        ターミナルで質問する',
  '設定（環境変数）は README の「Slack, step by step」にあります。',
].join('\n');

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return void console.log(help);
  const config = readConfig(process.env);
  if (args.includes('--terminal') || (config.slack.mode === 'playground' && (await inputIsPiped()))) {
    const { startTerminal } = await import('./start/terminal.ts');
    return await startTerminal(config);
  }
  if (config.plansIn)
    throw new ConfigError(
      'PLANS=postgres は今のところターミナルの質問（npm run ask、npm start -- --terminal）だけで使えます。',
    );
  if (config.slack.mode === 'playground') {
    const { startLocal } = await import('./start/playground.ts');
    return await startLocal(config, keptFolder(args));
  }
  const { startSlack } = await import('./start/slack.ts');
  await startSlack(config);
}

/** The folder after `--keep`; undefined without it. */
function keptFolder(args: string[]): string | undefined {
  const at = args.indexOf('--keep');
  if (at < 0) return undefined;
  const folder = args[at + 1];
  if (!folder || folder.startsWith('--'))
    throw new ConfigError(
      '--keep のあとに、保存先のフォルダーを指定してください（例：npm start -- --keep data）。',
    );
  return folder;
}

/** `echo 移住 | npm start` and `npm start < questions.txt`; a service's /dev/null, or a pipe nobody writes to, is neither. */
async function inputIsPiped(): Promise<boolean> {
  const kind = inputKind();
  if (kind !== 'pipe') return kind === 'file';
  return await new Promise((resolve) => {
    const decide = (input: 'written' | 'silent') => {
      clearTimeout(timer);
      process.stdin.off('readable', written);
      if (input === 'silent') process.stdin.pause();
      resolve(input === 'written');
    };
    const written = () => decide('written');
    const timer = setTimeout(() => decide('silent'), 1000);
    process.stdin.on('readable', written);
  });
}

function inputKind(): 'pipe' | 'file' | 'other' {
  try {
    const input = fstatSync(0);
    return input.isFIFO() ? 'pipe' : input.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || (error as { code?: unknown }).code === 'seeds-refused';
  console.error(known ? (error as Error).message : error);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
});
