// `export --json | --csv DIR`: everything, joined, for other programs and for Excel.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import { toCsv } from '../present/csv.ts';
import { toExport } from '../present/export.ts';
import { csvTables } from '../present/export-csv.ts';

/** What the command needs from the terminal. */
export interface ExportIo {
  /** The plans with the recorded results laid over. */
  loadRepository(): Promise<Repository>;
  /** The day to judge as of unless `--as-of` names one. */
  today: Day;
  out(text: string): Promise<void> | void;
  complain(text: string): void;
}

const usage = `使い方:
  npm run --silent export -- --json [--as-of 2026-11-21]
  npm run --silent export -- --csv フォルダ [--as-of 2026-11-21]
`;

/** Runs the command; the exit code is 0, or 2 for wrong usage. */
export async function runExport(args: readonly string[], io: ExportIo): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    io.complain(`${options}\n${usage}`);
    return 2;
  }
  const repository = await io.loadRepository();
  const asOf = options.asOf ?? io.today;
  if (options.csv === undefined) {
    await io.out(`${JSON.stringify(toExport(repository, asOf), null, 2)}\n`);
    return 0;
  }
  try {
    mkdirSync(options.csv, { recursive: true });
    for (const [name, table] of Object.entries(csvTables(repository, asOf))) {
      writeFileSync(join(options.csv, name), toCsv(table));
      await io.out(`${join(options.csv, name)}（${table.rows.length}行）\n`);
    }
  } catch (cause) {
    io.complain(
      `${options.csv} に書き込めません（${(cause as NodeJS.ErrnoException).code}）。フォルダと権限を確認してください。\n`,
    );
    return 2;
  }
  return 0;
}

/** The options, or what is wrong with them. */
function readOptions(args: readonly string[]): { csv?: string; asOf?: Day } | string {
  const options: { csv?: string; asOf?: Day } = {};
  let json = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    const value = args[index + 1];
    if (arg === '--json') {
      json = true;
    } else if (arg === '--csv') {
      if (value === undefined || value.startsWith('--'))
        return '--csv の後に書き出し先のフォルダを指定してください。';
      options.csv = value;
      index += 1;
    } else if (arg === '--as-of') {
      if (value === undefined || !isDay(value))
        return '--as-of には日付を 2026-11-21 の形で指定してください。';
      options.asOf = value;
      index += 1;
    } else {
      return `「${arg}」という指定はありません。`;
    }
  }
  if (json === (options.csv !== undefined))
    return '--json か --csv フォルダ のどちらか1つを指定してください。';
  return options;
}

/** 2026-02-30 is no day. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
