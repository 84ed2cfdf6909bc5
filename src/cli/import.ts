// `import FILE.csv --plan ID [--dry-run]`: a sheet's rows become seed records, shown first, checked, undoable.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSeeds, parseSeeds, SeedError } from '../data/load-seeds.ts';
import { addSheet } from '../import/add-sheet.ts';
import { decodeSheet, parseSheet } from '../import/parse-csv.ts';
import { planText, undoImport, writePlan } from '../import/write-plan.ts';

/** What the command needs from the terminal. */
export interface ImportIo {
  /** Folder of the seed files. */
  seeds: string;
  out(text: string): Promise<void> | void;
  complain(text: string): void;
}

const usage = `使い方:
  npm run import -- ファイル.csv --plan 計画ID --dry-run   何が加わるかを表示します（書き込みません）
  npm run import -- ファイル.csv --plan 計画ID             計画ファイルに加えます
  npm run import -- --undo --plan 計画ID                   直前の取り込みを取り消します
`;

/** Runs the command; the exit code is 0, 1 when the sheet cannot be taken as it is, 2 for wrong usage. */
export async function runImport(args: readonly string[], io: ImportIo): Promise<number> {
  const at = args.indexOf('--plan');
  const plan = at === -1 ? undefined : args[at + 1];
  const others = args.filter((_, index) => at === -1 || (index !== at && index !== at + 1));
  const flags = others.filter((arg) => arg.startsWith('--'));
  const paths = others.filter((arg) => !arg.startsWith('--'));
  const undo = flags.includes('--undo');
  const known = flags.every((flag) => flag === '--undo' || flag === '--dry-run');
  if (plan === undefined || !known || paths.length !== (undo ? 0 : 1)) {
    io.complain(usage);
    return 2;
  }

  const seeds = loadSeeds(io.seeds);
  const file = seeds.files.find((one) => one.plan.id === plan);
  if (!file) {
    const ids = seeds.files.map((one) => one.plan.id).join('、');
    io.complain(
      `計画「${plan}」はありません（${ids}）。新しい計画は seeds/README.md の手順で作成してください。\n`,
    );
    return 2;
  }
  if (undo) {
    const done = undoImport(io.seeds, plan);
    await io.out(done ? `${plan} を取り込み前に戻しました。\n` : '取り消せる取り込みはありません。\n');
    return done ? 0 : 1;
  }

  const [path = ''] = paths;
  let text: string;
  try {
    text = decodeSheet(readFileSync(path));
  } catch (cause) {
    io.complain(`${path} を読み込めません（${(cause as NodeJS.ErrnoException).code}）。\n`);
    return 2;
  }
  const changes = addSheet(file, parseSheet(text));
  await io.out(section('加わるもの', changes.added));
  await io.out(section('計画と異なるため変更しないもの', changes.differing));
  if (changes.problems.length > 0) {
    io.complain(section('読み取れないもの', changes.problems));
    return 1;
  }
  if (changes.added.length === 0) {
    await io.out('加わるものはありません。\n');
    return 0;
  }
  try {
    // The whole folder is checked with the new plan in it: ids must be unique over all plans.
    parseSeeds([
      { name: 'municipalities.json', text: readFileSync(join(io.seeds, 'municipalities.json'), 'utf8') },
      ...seeds.files.map((one) => ({
        name: `${one.plan.id}.json`,
        text: planText(one === file ? changes.file : one),
      })),
    ]);
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    io.complain(
      `取り込むと計画ファイルの決まりに合わなくなるため、書き込みませんでした。\n${error.message}\n`,
    );
    return 1;
  }
  if (flags.includes('--dry-run')) {
    await io.out('確認のみのため、書き込んでいません。\n');
    return 0;
  }
  writePlan(io.seeds, changes.file);
  await io.out(
    `${plan}.json に書き込みました。取り消すには: npm run import -- --undo --plan ${plan}\n検索索引の更新: npm run index\n`,
  );
  return 0;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `${title}（${lines.length}件）\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
