// Whole questions over the seeds and over many more projects: each size as a process of its own, bundled as the product is.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBundled } from './bundled.ts';
import { table } from './table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Of one form, processor milliseconds. */
export interface Spread {
  questions: number;
  p50: number;
  p95: number;
  worst: number;
  /** The slowest when asked for the first time: columns are made, KPIs judged for the day. */
  first: number;
  /** Text and Slack's blocks drawn as well. */
  drawnP95: number;
}

/** One size, as `--json` prints it. */
export interface QuestionMeasures {
  projects: number;
  kpis: number;
  forms: Record<string, Spread>;
  /** Over the questions of all forms. */
  p50: number;
  p95: number;
  /** After a collection, with the index built in the process. */
  memoryMB: number;
  /** Processor seconds until the bot could answer, the index built anew. */
  readySeconds: number;
  /** What a user could do without Hakaru: all records as lines of JSON, filtered by a word, those left parsed and sorted; median milliseconds. */
  walk: number;
}

/** `0` more projects: the seeds alone. */
export async function measureQuestions(counts: readonly number[]): Promise<QuestionMeasures[]> {
  return await withBundled(root, { asked: 'bench/questions-asked.ts' }, async (folder) =>
    counts.map((count) => {
      const args = ['--expose-gc', '--max-old-space-size=2500', join(folder, 'asked.js'), root];
      return JSON.parse(
        execFileSync(process.execPath, [...args, String(count)], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
    }),
  );
}

/** Goals of p95 over the seeds, and beyond. */
const goals = { seeds: 3, beyond: 30 } as const;

/** A row a form, ratios first. */
export function questionTable(measures: readonly QuestionMeasures[], seeds: number): string {
  const rows = measures.flatMap(({ projects, kpis, forms: of, p50, p95, memoryMB, readySeconds, walk }) => {
    const size = `${projects.toLocaleString('en')} projects, ${kpis.toLocaleString('en')} KPIs`;
    const goal = projects <= seeds ? goals.seeds : goals.beyond;
    const all = { p50, p95, worst: '', first: '', drawnP95: '', questions: '' };
    return Object.entries({ ...of, 'all forms': all }).map(([form, each]) => [
      `${size} · ${form}`,
      each.p95 / goal,
      each.p50 / walk,
      ...[each.p50, each.p95, each.worst, each.first, each.drawnP95, each.questions],
      ...(form === 'all forms' ? [walk, readySeconds, memoryMB] : ['', '', '']),
    ]);
  });
  return table(
    [
      'whole questions, warm',
      'p95 ÷ goal (3 ms, 30 ms)',
      'p50 ÷ walk',
      'p50 ms',
      'p95 ms',
      'slowest ms',
      'slowest first ms',
      'p95 ms with text and blocks',
      'questions',
      'walk ms',
      'made ready, CPU s',
      'process MB',
    ],
    rows,
  );
}
