// `backup FILE`: everything people recorded and set, copied into one file while the bot runs.
import { existsSync } from 'node:fs';
import { sqliteFileIn } from '../start/store/sqlite-file.ts';
import { type CommandHelp, readArgs } from './read-args.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: 'ファイル',
  about: '登録された実績や設定を、動かしたままひとつのファイルに写します。戻すときは restore を使います。',
  examples: ['hakaru-2026-11-24.sqlite'],
};

/** Writes the copy and says so. */
export async function run(args: readonly string[]): Promise<void> {
  const [copy, ...more] = readArgs(args, {}).positionals;
  if (copy === undefined || more.length > 0)
    throw new UsageError('書き出すファイルの名前をひとつ指定してください');
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const sqliteFile = sqliteFileIn(process.env.DATA_DIR);
  if (!databaseUrl && !existsSync(sqliteFile)) throw new UsageError(`まだ記録がありません: ${sqliteFile}`);
  if (existsSync(copy)) throw new UsageError(`同じ名前のファイルがあります: ${copy}`);
  const { backupStore } = await import('../stores/backup.ts');
  await backupStore({ databaseUrl, sqliteFile }, copy);
  process.stdout.write(`${copy} に書き出しました。\n`);
}
