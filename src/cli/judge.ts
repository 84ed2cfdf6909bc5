// `judge --json [--lines]`: a question to the judge as JSON in, its verdict as JSON out.
import { createInterface } from 'node:readline';
import type { Repository } from '../data/repository.ts';
import { judgeQuery } from '../status/judge-query.ts';
import { openRepository } from './open-repository.ts';
import { type CommandHelp, readArgs } from './read-args.ts';
import { UsageError } from './usage.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '--json [--lines] [質問のJSON]',
  about:
    'KPIの判定を、理由・目標・実績・計算とともにJSONで答えます。actuals を渡すと「もしこの実績なら」になります。',
  examples: [
    '--json \'{"plan":"kitakyushu-renkei","kpi":"U・Iターン就職決定者数","asOf":"2026-11-21"}\'',
    '--json --lines < 質問.jsonl',
  ],
};

interface JudgeArguments {
  lines: boolean;
  /** The query; undefined: it comes from standard input. */
  query: string | undefined;
}

/** Reads the arguments. @throws UsageError */
export function readArguments(args: readonly string[]): JudgeArguments {
  const { values, positionals: queries } = readArgs(args, {
    json: { type: 'boolean' },
    lines: { type: 'boolean' },
  });
  if (!values.json) throw new UsageError('--json を指定してください');
  const lines = values.lines === true;
  if (lines && queries.length > 0) throw new UsageError('--lines では質問を標準入力から読みます');
  if (queries.length > 1) throw new UsageError('質問は1つのJSONで指定してください');
  return { lines, query: queries[0] };
}

/** Answers on standard output, one line a query; line n of the output belongs to line n of the input. */
export async function run(args: readonly string[]): Promise<void> {
  const { lines, query } = readArguments(args);
  const single = lines ? null : parsed(query ?? (await allInput()));
  const repository = await openRepository();
  const answer = (result: unknown) => process.stdout.write(`${JSON.stringify(result)}\n`);
  if (single !== null) return void answer(judgeQuery(repository, single));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    answer(judgeLine(repository, line));
}

async function allInput(): Promise<string> {
  const whole: Buffer[] = [];
  for await (const part of process.stdin) whole.push(Buffer.from(part as Buffer));
  return Buffer.concat(whole).toString('utf8');
}

/** @throws UsageError for what is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`質問をJSONとして読めません: ${text.trim().slice(0, 80)}`);
  }
}

/** A line that is no query is reported in its place: line n of the output belongs to line n of the input. */
function judgeLine(repository: Repository, text: string): ReturnType<typeof judgeQuery> {
  let query: unknown;
  try {
    query = JSON.parse(text);
  } catch {
    return { error: 'not valid JSON' };
  }
  return judgeQuery(repository, query);
}
