// `owners [--import FILE.csv]`: the people in charge as CSV, or set from one: 対象, 担当, 副担当, 月の集計.
import { readFileSync } from 'node:fs';
import type { Repository } from '../data/repository.ts';
import { departmentSubject, kpiSubject, subjectOf } from '../digest/duties.ts';
import { decodeSheet, parseSheet } from '../import/parse-csv.ts';
import type { Duty, Store } from '../ports/store.ts';
import { toCsv } from '../present/export/csv.ts';
import { existingStore } from '../start/store/existing.ts';
import { openStoreHere } from '../start/store/here.ts';
import { openRepository } from './open-repository.ts';
import { type CommandHelp, readArgs } from './read-args.ts';
import { systemClock } from './system-clock.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '[--import ファイル.csv]',
  about:
    '担当をCSVで表示します。--import で設定します（列：対象,担当,副担当,月の集計。対象はKPIのIDか名前、または課の名前）。',
  examples: ['> 担当.csv', '--import 担当.csv'],
};

const columns = ['対象', '担当', '副担当', '月の集計'] as const;
const roles: readonly Duty['role'][] = ['owner', 'deputy', 'chief'];

/** Prints who answers for what, or sets it from a file; all lines of a file are checked before any is stored. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArgs(args, { import: { type: 'string' } });
  const file = values.import;
  if (positionals.length > 0 || file === '')
    throw new UsageError('--import のあとに、CSVファイルをひとつ指定してください');
  if (file === undefined) return await print();
  const repository = await openRepository();
  const lines = readLines(decodeSheet(readSheet(file)), repository);
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = process.env;
  const store = await openStoreHere({ databaseUrl, dataDir });
  try {
    const stamp = { by: 'csv', at: systemClock.now().toISOString() };
    for (const { subject, people } of lines) {
      const duties = people.map(({ person, role }) => ({ person, role, ...stamp }));
      await store.saveDuties(subject, duties, roles);
    }
  } finally {
    await store.close();
  }
  process.stdout.write(`${lines.length}件の担当を設定しました。\n`);
}

/** @throws UsageError when the file cannot be read */
function readSheet(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError(`${file} を読み込めません（${(cause as NodeJS.ErrnoException).code}）`);
  }
}

interface Line {
  subject: string;
  people: { person: string; role: Duty['role'] }[];
}

/** The file's lines. @throws UsageError naming every line that cannot be read */
export function readLines(text: string, repository: Repository): Line[] {
  const sheet = parseSheet(text);
  if (!sheet.columns.includes('対象') || !sheet.columns.includes('担当'))
    throw new UsageError(`1行目に列の名前が必要です: ${columns.join(',')}`);
  const problems: string[] = [];
  const lines = sheet.rows.flatMap(({ line, cells }) => {
    const name = cells.対象 ?? '';
    const subject = subjectFor(name, repository);
    if (subject === null) problems.push(`${line}行目: 「${name}」というKPIも課もありません`);
    const people = roles.flatMap((role, i) =>
      (cells[columns[i + 1] ?? ''] ?? '')
        .split(/[\s;、]+/)
        .filter((id) => id !== '')
        .map((person) => ({ person, role })),
    );
    for (const { person } of people)
      if (!/^[UW][A-Z0-9]+$/.test(person))
        problems.push(`${line}行目: 「${person}」はSlackのユーザーIDではありません（例：U0123ABCD）`);
    return subject === null ? [] : [{ subject, people }];
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return lines;
}

function subjectFor(name: string, { kpi, kpis, projects }: Repository): string | null {
  if (kpi(name)) return kpiSubject(name);
  const named = kpis.filter((one) => one.name === name);
  if (named.length === 1 && named[0]) return kpiSubject(named[0].id);
  return projects.some(({ department }) => department === name) ? departmentSubject(name) : null;
}

async function print(): Promise<void> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = process.env;
  const store = await existingStore({ databaseUrl, dataDir });
  const duties = store ? await readAndClose(store) : [];
  const of = (subject: string, role: Duty['role']) =>
    duties
      .filter((duty) => duty.subject === subject && duty.role === role)
      .map(({ person }) => person)
      .join(' ');
  const rows = [...new Set(duties.map(({ subject }) => subject))].map((subject) => {
    const about = subjectOf(subject);
    return ['kpi' in about ? about.kpi : about.department, ...roles.map((role) => of(subject, role))];
  });
  process.stdout.write(toCsv({ columns: [...columns], rows }));
}

async function readAndClose(store: Store): Promise<Duty[]> {
  try {
    return await store.duties();
  } finally {
    await store.close();
  }
}
