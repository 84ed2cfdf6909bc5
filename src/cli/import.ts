// `import FILE`: a city's own file becomes a plan. With `--plan ID` a sheet of our own headings is added to a plan, undoable.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSeeds, parseSeeds, SeedError } from '../data/load-seeds.ts';
import { addSheet } from '../import/add-sheet.ts';
import { decodeSheet, parseSheet } from '../import/parse-csv.ts';
import { planText, undoImport, writePlan } from '../import/write-plan.ts';
import { packageRoot } from '../start/package-root.ts';
import { usage as fileUsage } from './import/import-file.ts';
import { runImport } from './import/run-import.ts';
import { type CommandHelp, readArgs } from './read-args.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: `${fileUsage} | ファイル.csv --plan 計画ID [--dry-run] | --undo --plan 計画ID`,
  about: '自治体のExcel・CSV・JSONを計画として取り込みます。書き込む前に、読み取った内容を表示します。',
  examples: [
    '計画.xlsx --dry-run',
    '計画.xlsx --published 2026-03-31 --accept',
    '実績.csv --plan jimu-r8 --dry-run',
  ],
};

/** Runs the command on the seeds beside the program. @throws UsageError */
export async function run(args: readonly string[]): Promise<void> {
  if (!args.includes('--plan') && !args.includes('--undo')) return runImport(args);
  const write = (text: string) => void process.stdout.write(text);
  if (!importSheet(args, join(packageRoot(), 'seeds'), write)) process.exitCode = 1;
}

/** The command on a folder of seeds; false when the sheet cannot be taken as it is. @throws UsageError */
export function importSheet(args: readonly string[], folder: string, out: (text: string) => void): boolean {
  const { values, positionals: paths } = readArgs(args, {
    plan: { type: 'string' },
    undo: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  const { plan, undo = false, 'dry-run': dryRun = false } = values;
  if (plan === undefined || paths.length !== (undo ? 0 : 1)) {
    throw new UsageError('CSVファイルと --plan 計画ID を指定してください');
  }

  const seeds = loadSeeds(folder);
  const file = seeds.files.find((one) => one.plan.id === plan);
  if (!file) {
    const ids = seeds.files.map((one) => one.plan.id).join('、');
    throw new UsageError(
      `計画「${plan}」はありません（${ids}）。新しい計画は seeds/README.md の手順で作成してください`,
    );
  }
  if (undo) {
    const done = undoImport(folder, plan);
    out(done ? `${plan} を取り込み前に戻しました。\n` : '取り消せる取り込みはありません。\n');
    return done;
  }

  const changes = addSheet(file, parseSheet(readSheet(paths[0] ?? '')));
  out(section('加わるもの', changes.added));
  out(section('計画と異なるため変更しないもの', changes.differing));
  if (changes.problems.length > 0) {
    out(section('読み取れないもの', changes.problems));
    return false;
  }
  if (changes.added.length === 0) {
    out('加わるものはありません。\n');
    return true;
  }
  const broken = brokenRule(
    folder,
    seeds.files.map((one) => (one === file ? changes.file : one)),
  );
  if (broken !== null) {
    out(`取り込むと計画ファイルの決まりに合わなくなるため、書き込みませんでした。\n${broken}\n`);
    return false;
  }
  if (dryRun) {
    out('確認のみのため、書き込んでいません。\n');
    return true;
  }
  writePlan(folder, changes.file);
  out(
    `${plan}.json に書き込みました。取り消すには: npm run import -- --undo --plan ${plan}\n検索索引の更新: npm run index\n`,
  );
  return true;
}

/** @throws UsageError naming the file that cannot be read */
function readSheet(path: string): string {
  try {
    return decodeSheet(readFileSync(path));
  } catch (cause) {
    throw new UsageError(`${path} を読み込めません（${(cause as NodeJS.ErrnoException).code}）`);
  }
}

/** The rule of the schemas that the plans would break; all are checked together, as ids must be unique over all plans. */
function brokenRule(folder: string, files: ReturnType<typeof loadSeeds>['files']): string | null {
  try {
    parseSeeds([
      { name: 'municipalities.json', text: readFileSync(join(folder, 'municipalities.json'), 'utf8') },
      ...files.map((one) => ({ name: `${one.plan.id}.json`, text: planText(one) })),
    ]);
    return null;
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return error.message;
  }
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${title}（${lines.length}件）\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
