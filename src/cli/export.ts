// `export --json | --csv DIR`: everything, joined, for other programs and for Excel.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, dayInJapan } from '../ports/clock.ts';
import { toCsv } from '../present/csv.ts';
import { toExport } from '../present/export.ts';
import { csvTables } from '../present/export-csv.ts';
import { openRepository } from './open-repository.ts';
import { UsageError } from './usage.ts';

interface ExportArguments {
  json: boolean;
  csv: string | undefined;
  asOf: Day | undefined;
}

/** How the command is called, shown after a wrong argument. */
export const usage = 'export --json | --csv フォルダ [--as-of YYYY-MM-DD]';

/** Reads the arguments. @throws UsageError */
export function readArguments(args: readonly string[]): ExportArguments {
  const read: ExportArguments = { json: false, csv: undefined, asOf: undefined };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--json') read.json = true;
    else if (arg === '--csv') {
      const folder = args[++i] ?? '';
      if (folder === '' || folder.startsWith('--'))
        throw new UsageError('--csv の後に書き出し先のフォルダを指定してください');
      read.csv = folder;
    } else if (arg === '--as-of') {
      const day = args[++i] ?? '';
      if (!isDay(day)) throw new UsageError(`--as-of には日付を YYYY-MM-DD で指定してください: ${day}`);
      read.asOf = day;
    } else throw new UsageError(`知らない指定です: ${arg}`);
  }
  if (read.json === (read.csv !== undefined))
    throw new UsageError('--json か --csv フォルダ のどちらか1つを指定してください');
  return read;
}

/** Writes JSON to standard output, or the CSV files into the folder. */
export async function run(args: readonly string[]): Promise<void> {
  const { csv, asOf = dayInJapan(new Date()) } = readArguments(args);
  const repository = await openRepository();
  if (csv === undefined) {
    process.stdout.write(`${JSON.stringify(toExport(repository, asOf), null, 2)}\n`);
    return;
  }
  for (const [name, table] of Object.entries(csvTables(repository, asOf))) {
    const path = join(csv, name);
    try {
      mkdirSync(csv, { recursive: true });
      writeFileSync(path, toCsv(table));
    } catch (cause) {
      throw new UsageError(`${path} に書き込めません（${(cause as NodeJS.ErrnoException).code}）`);
    }
    process.stdout.write(`${path}（${table.rows.length}行）\n`);
  }
}

/** 2026-02-30 is no day. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
