// `judge --json [--lines]`: a question to the judge as JSON in, its verdict as JSON out.
import { createInterface } from 'node:readline';
import type { Repository } from '../data/repository.ts';
import { judgeQuery } from '../status/judge-query.ts';
import { openRepository } from './open-repository.ts';
import { UsageError } from './usage.ts';

/** How the command is called, shown after a wrong argument. */
export const usage =
  'judge --json [\'{"plan":"kitakyushu-renkei","kpi":"U・Iターン就職決定者数","asOf":"2026-11-21"}\'] | judge --json --lines < 質問.jsonl';

interface JudgeArguments {
  lines: boolean;
  /** The query; undefined: it comes from standard input. */
  query: string | undefined;
}

/** Reads the arguments. @throws UsageError */
export function readArguments(args: readonly string[]): JudgeArguments {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const queries = args.filter((arg) => !arg.startsWith('--'));
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--lines');
  if (unknown !== undefined) throw new UsageError(`知らない指定です: ${unknown}`);
  if (!flags.includes('--json')) throw new UsageError('--json を指定してください');
  const lines = flags.includes('--lines');
  if (lines && queries.length > 0) throw new UsageError('--lines では質問を標準入力から読みます');
  if (queries.length > 1) throw new UsageError('質問は1つのJSONで指定してください');
  return { lines, query: queries[0] };
}

/** Answers on standard output, one line a query; line n of the output belongs to line n of the input. */
export async function run(args: readonly string[]): Promise<void> {
  const { lines, query } = readArguments(args);
  const repository = await openRepository();
  const answer = (text: string) => process.stdout.write(`${JSON.stringify(judgeText(repository, text))}\n`);
  if (query !== undefined) {
    answer(query);
    return;
  }
  const whole: string[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (lines) answer(line);
    else whole.push(line);
  }
  if (!lines) answer(whole.join('\n'));
}

function judgeText(repository: Repository, text: string): ReturnType<typeof judgeQuery> {
  let query: unknown;
  try {
    query = JSON.parse(text);
  } catch {
    return { error: 'not valid JSON' };
  }
  return judgeQuery(repository, query);
}
