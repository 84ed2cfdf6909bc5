// `restore FILE`: what a backup holds, in the place of what the store holds.
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { sqliteFileIn } from '../start/store/sqlite-file.ts';
import { type CommandHelp, readArgs } from './read-args.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: 'ファイル [--force]',
  about:
    'backup のファイルの内容に戻します（DATABASE_URL または DATA_DIR の保存先）。先にボットを止めてください。',
  examples: ['hakaru-2026-11-24.sqlite', 'hakaru-2026-11-24.sqlite --force'],
};

/** Reads the backup and says so; what the store holds goes only with `--force` or after a yes at the terminal. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals, values } = readArgs(args, { force: { type: 'boolean', default: false } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('backup で書き出したファイルをひとつ指定してください');
  if (!existsSync(file)) throw new UsageError(`ファイルがありません: ${file}`);
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const settings = { databaseUrl, sqliteFile: sqliteFileIn(process.env.DATA_DIR) };
  const { NoBackup, restoreStore, StoreNotEmpty } = await import('../stores/restore.ts');
  try {
    try {
      await restoreStore(file, settings, values.force ? 'replace' : 'keep');
    } catch (error) {
      if (!(error instanceof StoreNotEmpty) || !(await mayReplace())) throw error;
      await restoreStore(file, settings, 'replace');
    }
    process.stdout.write(`${file} の内容に戻しました。ボットを起動してください。\n`);
  } catch (error) {
    const refusal =
      error instanceof StoreNotEmpty
        ? '保存先にはすでに記録があります。置き換えてよければ --force を付けてください。いまの内容は backup で残せます。'
        : error instanceof NoBackup
          ? `${file} は、このバージョンで読める backup のファイルではありません。`
          : null;
    if (refusal === null) throw error;
    process.stderr.write(`${refusal}\n`);
    process.exitCode = 1;
  }
}

async function mayReplace(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    '保存先にはすでに記録があります。すべて置き換えますか（はい／いいえ）: ',
  );
  terminal.close();
  return ['はい', 'y', 'yes'].includes(answer.trim().toLowerCase());
}
