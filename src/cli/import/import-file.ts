// `import FILE`: a city's own Excel, CSV or JSON → a proposal, what must be confirmed, then a plan in the store.
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import type { PlanFile } from '../../data/schemas/plan.ts';
import type { Grid } from '../../plans/grid/grid.ts';
import { readGridInWorker } from '../../plans/grid/read-in-worker.ts';
import { RefusedFile } from '../../plans/grid/refusal.ts';
import { type Headings, loadHeadings } from '../../plans/layout/headings.ts';
import type { Answers } from '../../plans/mapping/answers.ts';
import { type Proposal, propose, withProposals } from '../../plans/mapping/propose.ts';
import type { Question } from '../../plans/mapping/question.ts';
import { reuseAnswers, yearOfFile } from '../../plans/mapping/reuse.ts';
import { sayProposal, sayQuestions } from '../../plans/mapping/say-proposal.ts';
import { toPlanFile } from '../../plans/to-plan-file.ts';
import { sayChanges } from '../../plans/versions/changes.ts';
import { type Bringing, type PlannedStep, planStep, takePlan } from '../../plans/versions/steps.ts';
import type { Store } from '../../ports/store.ts';
import { packageRoot } from '../../start/package-root.ts';
import type { Written } from '../../start/plans/source.ts';
import { UsageError } from '../usage.ts';
import { askOne } from './ask-one.ts';
import { fromHere, merged, type Options, readFile, readOptions } from './options.ts';
import { sweep } from './sweep.ts';

/** How the command is called. */
export const usage =
  'ファイル [--mapping 回答.json] [--sheet 名前] [--title 題名] [--publisher 団体] [--published YYYY-MM-DD] [--unit 円|千円|百万円] [--year R7] [--column "見出し=意味" …] [--answer "質問=答え" …] [--accept] [--dry-run] [--json] [--save-mapping 回答.json]';

/** How a run ended: 0 taken, 1 refused, 3 questions that are still open; 2 is wrong usage. */
const exitCodes = { done: 0, refused: 1, open: 3 } as const;

/** What the command needs from the world around it. */
export interface ImportSurroundings {
  out(text: string): void;
  progress(text: string): void;
  /** Asks a person; null where nobody sits at a terminal. */
  ask: ((question: string) => Promise<string>) | null;
  now(): Date;
  /** The store where one exists, else null: looking creates nothing. */
  existingStore(): Promise<Store | null>;
  /** The store plans are written to. */
  openStore(): Promise<Store>;
}

/** What was read so far. */
interface Run {
  grid: Grid;
  proposal: Proposal;
  answers: Answers;
  options: Options;
  vocabulary: Headings;
  world: ImportSurroundings;
}

/** Runs the command; the exit code says how it ended. @throws UsageError */
export async function importFile(
  args: readonly string[],
  world: ImportSurroundings,
): Promise<{ code: number; taken: Written | null }> {
  const vocabulary = loadHeadings(join(packageRoot(), 'index'));
  const options = readOptions(args, vocabulary);
  const ready = await readyFile(options, vocabulary, world);
  if (typeof ready === 'number') return { code: ready, taken: null };
  return { code: exitCodes.done, taken: await write(ready, options, world) };
}

/** The file read and confirmed, or the exit code that says why it is not. */
async function readyFile(
  options: Options,
  vocabulary: Headings,
  world: ImportSurroundings,
): Promise<Ready | number> {
  let run: Run;
  try {
    run = await readRun(options, vocabulary, world);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    sayRefused(error, options, world);
    return exitCodes.refused;
  }
  if (!options.json) {
    for (const name of run.proposal.unmatched)
      world.out(`指定された見出し「${name}」はこのファイルにありません。\n`);
    world.out(sayProposal(run.proposal, basename(options.path)));
  }
  await askOpen(run);
  saveMapping(run);
  return obstacle(run) ?? readyOf(run);
}

async function readRun(options: Options, vocabulary: Headings, world: ImportSurroundings): Promise<Run> {
  const name = basename(options.path);
  const grid = await readGridInWorker(readFile(options.path), options.path, (share) =>
    world.progress(`\r${name} を読んでいます… ${Math.round(share * 100)}%`),
  );
  world.progress('\r\u001b[K');
  const reused = reuseAnswers(options.answers, grid, vocabulary);
  if (reused.note !== null && !options.json) world.out(`${reused.note}\n`);
  const answers = merged(reused.answers, options);
  const proposal = propose(grid, answers, vocabulary);
  refuseUnmatched(proposal, options);
  const run = { grid, proposal, answers, options, vocabulary, world };
  // A mapping that answers everything needs no second reading.
  return options.accept && proposal.questions.length > 0
    ? answered(run, withProposals(answers, proposal.questions))
    : run;
}

/** A heading typed with --column that the file does not have: what was meant by it is not guessed. @throws UsageError */
function refuseUnmatched({ unmatched, tables }: Proposal, { typed }: Options): void {
  const missing = unmatched.filter((name) => typed.columns?.[name] !== undefined);
  if (missing.length === 0) return;
  const labels = [...new Set(tables.flatMap(({ columns }) => columns.map(({ label }) => label)))];
  throw new UsageError(
    `--column の見出し「${missing.join('」「')}」はこのファイルにありません（見出しは ${labels.slice(0, 40).join('、')}）`,
  );
}

const answered = (run: Run, answers: Answers): Run => ({
  ...run,
  answers,
  proposal: propose(run.grid, answers, run.vocabulary),
});

/** Asks what is open, where a person sits at the terminal. */
async function askOpen(run: Run): Promise<void> {
  const { world, options } = run;
  if (!world.ask || options.json || run.proposal.questions.length === 0) return;
  while (run.proposal.questions.length > 0) {
    const [question] = run.proposal.questions as [Question];
    const answer = await askOne(question, world.ask, world.out);
    Object.assign(
      run,
      answered(run, { ...run.answers, answers: { ...run.answers.answers, [question.id]: answer } }),
    );
  }
  world.out(sayProposal(run.proposal, basename(options.path)));
}

function sayRefused({ code, what, cure, message }: RefusedFile, options: Options, world: ImportSurroundings) {
  const place = basename(options.path);
  if (!options.json) return world.out(`${place} は取り込めません。${message}\n`);
  const problems = [{ place, what, cure }];
  const refused = { code, what, cure };
  world.out(
    `${JSON.stringify({ proposal: null, questions: [], problems, plan: null, sums: [], refused })}\n`,
  );
}

/** What stands in the way of taking the file: its exit code; null when nothing does. */
function obstacle(run: Run): number | null {
  const { proposal, answers, options, world } = run;
  const { plan, questions } = proposal;
  const refused = plan.problems.length > 0 && answers.answers?.refused !== 'leave-out';
  if (questions.length === 0 && !refused) return null;
  if (options.json) world.out(jsonLine(proposal, null));
  else if (questions.length > 0) world.out(`\n${sayQuestions(questions)}`);
  else world.out('\n読み取れないセルがあるため、取り込みませんでした。\n');
  return questions.length > 0 ? exitCodes.open : exitCodes.refused;
}

/** A plan of more projects takes hundreds of megabytes while it is read. */
const many = 1000;

/** What is written of a run; the run itself, large as it is, is free by then. */
interface Ready {
  file: PlanFile;
  bringing: Bringing;
  /** Kept for `--json` only. */
  proposal: Proposal | null;
}

function readyOf(run: Run): Ready {
  const { proposal, options, world } = run;
  return {
    file: toPlanFile(proposal.plan),
    bringing: {
      file: basename(options.path),
      hash: run.grid.hash,
      mapping: JSON.stringify(mappingOf(run)),
      broughtBy: userInfo().username,
      broughtAt: world.now(),
    },
    proposal: options.json ? proposal : null,
  };
}

async function write(
  { file, bringing, proposal }: Ready,
  { dryRun }: Options,
  world: ImportSurroundings,
): Promise<Written | null> {
  const store = await (dryRun ? world.existingStore() : world.openStore());
  try {
    if (file.projects.length > many) sweep();
    const step = await planStep(store, file);
    if (proposal) world.out(jsonLine(proposal, step));
    else sayStep(step, world);
    if (dryRun || !store) {
      if (!proposal) world.out('\n確認のみのため、書き込んでいません。\n');
      return null;
    }
    if (file.projects.length > many) sweep();
    const taken = await takePlan(store, step.file, bringing);
    if (!proposal)
      world.out(
        `\n「${taken.title}」を第${taken.version}版として取り込みました（${taken.plan}）。\n取り消すには: npm run plans -- undo ${taken.plan}\n`,
      );
    return taken;
  } finally {
    await store?.close();
  }
}

/** What changes against the version before, and which results lose their KPI. */
function sayStep({ before, changes, losing }: PlannedStep, { out }: ImportSurroundings): void {
  if (!before) return;
  out(`\n■ 第${before.version}版（${before.file}）からの変更\n${sayChanges(changes)}`);
  if (losing.length > 0)
    out(
      `登録された実績があるのに、新しい版にないKPI（${losing.length}個。実績は消えません）：${losing.map((name) => `「${name}」`).join('')}\n`,
    );
}

/** The mapping file: keyed by the headings, with the year it was made for. */
function mappingOf({ grid, answers, vocabulary, proposal }: Run): Answers {
  const year = yearOfFile(grid, vocabulary, answers.sheets);
  return { ...answers, headings: proposal.headings, ...(year === null ? {} : { madeFor: year }) };
}

function saveMapping(run: Run): void {
  const { options, world } = run;
  if (options.saveMapping === null) return;
  writeFileSync(fromHere(options.saveMapping), `${JSON.stringify(mappingOf(run), null, 2)}\n`);
  if (!options.json) world.out(`回答を ${options.saveMapping} に保存しました。\n`);
}

function jsonLine(proposal: Proposal, step: PlannedStep | null): string {
  const { questions, plan, sums } = proposal;
  const change = step
    ? { id: step.file.plan.id, before: step.before, changes: step.changes, losing: step.losing }
    : null;
  return `${JSON.stringify({ proposal: jsonProposal(proposal), questions, problems: plan.problems, plan, sums, change })}\n`;
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
