// `export --json | --csv DIR`: everything, joined, for other programs and for Excel.
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Day, dayInJapan } from '../ports/clock.ts';
import { toCsv } from '../present/export/csv.ts';
import { csvTables } from '../present/export/csv-tables.ts';
import { toExport } from '../present/export/everything.ts';
import { readDay } from './day.ts';
import { openRepository } from './open-repository.ts';
import { type CommandHelp, readArgs, withoutWords } from './read-args.ts';
import { systemClock } from './system-clock.ts';
import { UsageError } from './usage.ts';

interface ExportArguments {
  json: boolean;
  csv: string | undefined;
  asOf: Day | undefined;
}

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '--json | --csv フォルダ [--as-of YYYY-MM-DD]',
  about: '収録しているすべてを、登録された実績とあわせてJSONかCSV（Excel用）に書き出します。',
  examples: ['--json > hakaru.json', '--csv 書き出し', '--csv 書き出し --as-of 2026-11-24'],
};

/** Reads the arguments. @throws UsageError */
export function readArguments(args: readonly string[]): ExportArguments {
  const { values, positionals } = readArgs(args, {
    json: { type: 'boolean' },
    csv: { type: 'string' },
    'as-of': { type: 'string' },
  });
  withoutWords(positionals);
  const { json = false, csv, 'as-of': day } = values;
  if (csv === '') throw new UsageError('--csv の後に書き出し先のフォルダを指定してください');
  if (json === (csv !== undefined))
    throw new UsageError('--json か --csv フォルダ のどちらか1つを指定してください');
  return { json, csv, asOf: day === undefined ? undefined : readDay('--as-of', day) };
}

/** Writes JSON to standard output, or the CSV files into the folder. */
export async function run(args: readonly string[]): Promise<void> {
  const { csv, asOf = dayInJapan(systemClock.now()) } = readArguments(args);
  if (csv !== undefined) makeWritable(csv);
  const repository = await openRepository();
  if (csv === undefined) {
    process.stdout.write(`${JSON.stringify(toExport(repository, asOf), null, 2)}\n`);
    return;
  }
  for (const [name, table] of Object.entries(csvTables(repository, asOf))) {
    const path = join(csv, name);
    orRefused(path, () => writeFileSync(path, toCsv(table)));
    process.stdout.write(`${path}（${table.rows.length}行）\n`);
  }
}

/** Said at once, before anything is read or worked out. */
function makeWritable(folder: string): void {
  orRefused(folder, () => {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  });
}

/** Each folder by itself: with `recursive` Node 20 goes round for ever where nothing can be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder);
}

/** @throws UsageError naming the path */
function orRefused(path: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new UsageError(`${path} に書き込めません（${(cause as NodeJS.ErrnoException).code}）`);
  }
}
