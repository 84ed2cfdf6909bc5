// `import FILE`: a city's own Excel, CSV or JSON → a proposal, what must be confirmed, then a plan file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { writePlan } from '../import/write-plan.ts';
import type { Grid } from '../plans/grid/grid.ts';
import { readGridInWorker } from '../plans/grid/read-in-worker.ts';
import { RefusedFile } from '../plans/grid/refusal.ts';
import { loadVocabulary, type Vocabulary } from '../plans/layout/vocabulary.ts';
import { type Answer, type Answers, answersSchema } from '../plans/mapping/answers.ts';
import { columnWords, readColumnText } from '../plans/mapping/column-text.ts';
import { acceptedAnswer, type Proposal, propose, withProposals } from '../plans/mapping/propose.ts';
import type { Question } from '../plans/mapping/question.ts';
import { reuseAnswers, yearOfFile } from '../plans/mapping/reuse.ts';
import { sayProposal, sayProposed, sayQuestions } from '../plans/mapping/say-proposal.ts';
import { toPlanFile } from '../plans/to-plan-file.ts';
import { packageRoot } from '../start/package-root.ts';
import { readDay } from './day.ts';
import { readArgs } from './read-args.ts';
import { UsageError } from './usage.ts';

/** Arguments of the command. */
export const usage =
  'ファイル [--answers 回答.json] [--sheet 名前] [--title 題名] [--publisher 団体] [--published YYYY-MM-DD] [--unit 円|千円|百万円] [--year R7] [--column "見出し=意味" …] [--answer "質問=答え" …] [--accept] [--dry-run] [--json] [--save-mapping 回答.json] [--to フォルダ]';

/** How a run ended: 0 taken, 1 refused, and questions that are still open. */
export const exitCodes = { done: 0, refused: 1, open: 2 } as const;

/** What the command needs from the world around it. */
export interface ImportSurroundings {
  out(text: string): void;
  progress(text: string): void;
  /** Asks a person; null where nobody sits at a terminal. */
  ask: ((question: string) => Promise<string>) | null;
  /** Folder for plans when `--to` names none. */
  folder: string;
}

interface Options {
  path: string;
  answers: Answers;
  accept: boolean;
  dryRun: boolean;
  json: boolean;
  saveMapping: string | null;
  folder: string | null;
}

/** Runs the command; the exit code says how it ended. @throws UsageError */
export async function importFile(args: readonly string[], world: ImportSurroundings): Promise<number> {
  const vocabulary = loadVocabulary(join(packageRoot(), 'index'));
  const options = readOptions(args, vocabulary);
  let grid: Grid;
  let proposal: Proposal;
  let { answers } = options;
  try {
    grid = await readGridInWorker(readFile(options.path), options.path, (share) =>
      world.progress(`\r${basename(options.path)} を読んでいます… ${Math.round(share * 100)}%`),
    );
    world.progress('\r\u001b[K');
    const reused = reuseAnswers(answers, grid, vocabulary);
    if (reused.note !== null && !options.json) world.out(`${reused.note}\n`);
    answers = merged(reused.answers, options.answers, reused.answers !== answers);
    proposal = propose(grid, answers, vocabulary);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    if (options.json)
      world.out(`${JSON.stringify({ refused: { code: error.code, what: error.what, cure: error.cure } })}\n`);
    else world.out(`${basename(options.path)} は取り込めません。${error.message}\n`);
    return exitCodes.refused;
  }
  if (options.accept) {
    answers = withProposals(answers, proposal.questions);
    proposal = propose(grid, answers, vocabulary);
  }
  for (const name of proposal.unmatched)
    if (!options.json) world.out(`指定された見出し「${name}」はこのファイルにありません。\n`);
  if (!options.json) world.out(sayProposal(proposal, basename(options.path)));
  while (world.ask && !options.json && proposal.questions.length > 0) {
    const [question] = proposal.questions as [Question];
    const answer = await askOne(question, world.ask, world.out);
    answers = { ...answers, answers: { ...answers.answers, [question.id]: answer } };
    const before = proposal.questions.length;
    proposal = propose(grid, answers, vocabulary);
    if (proposal.questions.length === 0 && before > 0)
      world.out(sayProposal(proposal, basename(options.path)));
  }
  return finish(grid, proposal, answers, options, world, vocabulary);
}

function finish(
  grid: Grid,
  proposal: Proposal,
  answers: Answers,
  options: Options,
  world: ImportSurroundings,
  vocabulary: Vocabulary,
): number {
  const { plan, questions, sums, headings } = proposal;
  const refused = plan.problems.length > 0 && answers.answers?.refused !== 'leave-out';
  if (options.json)
    world.out(
      `${JSON.stringify({ proposal: jsonProposal(proposal), questions, problems: plan.problems, plan, sums })}\n`,
    );
  if (options.saveMapping !== null) {
    const year = yearOfFile(grid, vocabulary, answers.sheets);
    const mapping: Answers = { ...answers, headings, ...(year === null ? {} : { madeFor: year }) };
    writeFileSync(fromHere(options.saveMapping), `${JSON.stringify(mapping, null, 2)}\n`);
    if (!options.json) world.out(`回答を ${options.saveMapping} に保存しました。\n`);
  }
  if (questions.length > 0) {
    if (!options.json) world.out(`\n${sayQuestions(questions)}`);
    return exitCodes.open;
  }
  if (refused) {
    if (!options.json) world.out('\n読み取れないセルがあるため、取り込みませんでした。\n');
    return exitCodes.refused;
  }
  if (options.dryRun) {
    if (!options.json) world.out('\n確認のみのため、書き込んでいません。\n');
    return exitCodes.done;
  }
  const file = toPlanFile(plan);
  const folder = options.folder === null ? world.folder : fromHere(options.folder);
  mkdirSync(folder, { recursive: true });
  writePlan(folder, file);
  if (!options.json)
    world.out(`\n「${plan.plan.title}」を ${join(folder, `${file.plan.id}.json`)} に書き込みました。\n`);
  return exitCodes.done;
}

/** The columns of each table, as data. */
function jsonProposal({ headings, tables, paper }: Proposal) {
  return {
    headings,
    paper,
    tables: tables.map(({ table, columns }) => ({
      kind: table.kind,
      sheets: table.sheets,
      rows: table.rows.length,
      columns: columns.map(({ label, role, money, fy, relative, unit, indicator, attribute, leftOut }) => ({
        label,
        role,
        money,
        fy,
        relative,
        unit,
        indicator,
        attribute: attribute?.id ?? null,
        leftOut,
      })),
    })),
  };
}

async function askOne(
  question: Question,
  ask: (text: string) => Promise<string>,
  out: (text: string) => void,
): Promise<Answer> {
  const { text, options, proposed } = question;
  out(`\n${text}\n`);
  options?.forEach(({ label }, index) => {
    out(`  ${index + 1}. ${label}\n`);
  });
  if (proposed !== null) {
    const shown = options?.find(({ value }) => value === proposed)?.label ?? sayProposed(proposed);
    out(`  （何も入力せずEnterで：${shown}）\n`);
  }
  for (;;) {
    const said = (await ask('> ')).trim();
    if (said === '' && proposed !== null) return acceptedAnswer(question);
    if (options) {
      const chosen =
        options[Number(said.normalize('NFKC')) - 1] ??
        options.find(({ value, label }) => value === said || label === said);
      if (chosen) return chosen.value;
      out(`1〜${options.length}の番号で答えてください。\n`);
    } else if (said !== '') {
      if (typeof proposed === 'object' && proposed !== null && !Array.isArray(proposed)) {
        const [name, value] = said.split(/[=＝]/);
        return value === undefined ? { '*': said } : { ...proposed, [(name ?? '').trim()]: value.trim() };
      }
      return Array.isArray(proposed) ? said.split(/[、,\s]+/) : said;
    }
  }
}

/** Answers on the command line go before those of the file. */
function merged(file: Answers, given: Answers, changed: boolean): Answers {
  if (!changed) return file;
  const own = commandLine.get(given);
  return {
    ...file,
    columns: { ...file.columns, ...own?.columns },
    answers: { ...file.answers, ...own?.answers },
  };
}

/** The answers that came as options, apart from those of the answers file. */
const commandLine = new WeakMap<Answers, Pick<Answers, 'columns' | 'answers'>>();

const optionTypes = {
  accept: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  answers: { type: 'string' },
  mapping: { type: 'string' },
  'save-mapping': { type: 'string' },
  to: { type: 'string' },
  sheet: { type: 'string', multiple: true },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  unit: { type: 'string' },
  year: { type: 'string' },
  answer: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
} as const;

function readOptions(args: readonly string[], vocabulary: Vocabulary): Options {
  const { values, positionals: paths } = readArgs(args, optionTypes);
  const said: Record<string, Answer> = {};
  for (const name of ['title', 'publisher', 'published', 'unit', 'year'] as const) {
    const value = values[name];
    if (value !== undefined) said[name] = name === 'published' ? readDay('--published', value) : value;
  }
  for (const text of values.answer ?? []) {
    const [id, ...rest] = text.split('=');
    if (!id || rest.length === 0) throw new UsageError('--answer は "質問=答え" の形で指定してください');
    said[id] = rest.join('=');
  }
  const columns = readColumns(values.column ?? [], vocabulary);
  const sheets = values.sheet ?? [];
  const answersFile = values.answers ?? values.mapping;
  const file: Answers = answersFile === undefined ? {} : readAnswersFile(answersFile, vocabulary);
  const options = {
    accept: values.accept === true,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
    saveMapping: values['save-mapping'] ?? null,
    folder: values.to ?? null,
  };
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('取り込むファイルを1つ指定してください');
  checkUnit(said.unit, vocabulary);
  const answers: Answers = {
    ...file,
    ...(sheets.length > 0 ? { sheets } : {}),
    columns: { ...file.columns, ...columns },
    answers: { ...file.answers, ...said },
  };
  commandLine.set(answers, { columns, answers: said });
  return { path, answers, ...options };
}

/** @throws UsageError for a meaning that is none */
function readColumns(texts: readonly string[], vocabulary: Vocabulary): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const meaning = text.slice(at + 1);
    if (at <= 0 || !readColumnText(meaning, vocabulary))
      throw new UsageError(
        `--column の意味は ${columnWords.join('、')} のどれかです（例："事業費=決算:R6"）`,
      );
    columns[text.slice(0, at)] = meaning;
  }
  return columns;
}

function checkUnit(unit: Answer | undefined, { words }: Vocabulary): void {
  if (unit !== undefined && (typeof unit !== 'string' || !Object.hasOwn(words.units.money, unit)))
    throw new UsageError(`--unit は ${Object.keys(words.units.money).join('、')} のどれかです`);
}

function readAnswersFile(path: string, vocabulary: Vocabulary): Answers {
  let content: unknown;
  try {
    content = JSON.parse(
      readFile(path)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} をJSONとして読めません（${(error as Error).message}）`);
  }
  const parsed = answersSchema.safeParse(content);
  if (parsed.success) {
    const unknown = Object.entries(parsed.data.columns ?? {}).find(
      ([, text]) => !readColumnText(text, vocabulary),
    );
    if (unknown)
      throw new UsageError(
        `${path} の「${unknown[0]}」の意味「${unknown[1]}」が分かりません（${columnWords.join('、')}）`,
      );
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw new UsageError(`${path} の ${issue?.path.join('.') || '先頭'} が回答の形ではありません`);
}

/** A path as the person typed it: npm runs the command in its own folder. */
function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? '', path);
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(fromHere(path));
  } catch (cause) {
    throw new UsageError(`${path} を読み込めません（${(cause as NodeJS.ErrnoException).code}）`);
  }
}

/** The command at a terminal or in a script. */
export async function runImport(args: readonly string[]): Promise<void> {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const lines = interactive ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  try {
    process.exitCode = await importFile(args, {
      out: (text) => void process.stdout.write(text),
      progress: (text) => {
        if (process.stderr.isTTY) process.stderr.write(text);
      },
      ask: lines ? (text) => lines.question(text) : null,
      folder: join(process.env.DATA_DIR ?? join(packageRoot(), 'data'), 'plans'),
    });
  } finally {
    lines?.close();
  }
}
