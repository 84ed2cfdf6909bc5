// `judge --json [--lines]`: one question to the judge as JSON in, its verdict as JSON out.
import type { Repository } from '../data/repository.ts';
import { judgeQuery } from '../status/judge-query.ts';

/** What the command needs from the terminal. */
export interface JudgeIo {
  /** The plans with the recorded results laid over. */
  loadRepository(): Promise<Repository>;
  /** Lines of standard input, as they come. */
  lines(): AsyncIterable<string>;
  out(text: string): Promise<void> | void;
  complain(text: string): void;
}

const usage = `使い方:
  npm run --silent judge -- --json '{"plan":"kitakyushu-renkei","kpi":"U・Iターン就職決定者数","asOf":"2026-11-21"}'
  npm run --silent judge -- --json --lines < 質問.jsonl
`;

/** Runs the command; the exit code is 0, or 2 for wrong usage. Without an argument the query comes from standard input. */
export async function runJudge(args: readonly string[], io: JudgeIo): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const queries = args.filter((arg) => !arg.startsWith('--'));
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--lines');
  const byLine = flags.includes('--lines');
  if (unknown !== undefined || !flags.includes('--json') || queries.length > (byLine ? 0 : 1)) {
    const what =
      unknown === undefined ? '質問はJSONで1つ指定してください。' : `「${unknown}」という指定はありません。`;
    io.complain(`${what}\n${usage}`);
    return 2;
  }
  const repository = await io.loadRepository();
  const answer = (text: string) => io.out(`${JSON.stringify(judgeText(repository, text))}\n`);
  if (byLine) {
    // An empty line is answered too: line n of the output belongs to line n of the input.
    for await (const line of io.lines()) await answer(line);
    return 0;
  }
  let text = queries[0];
  if (text === undefined) {
    const lines: string[] = [];
    for await (const line of io.lines()) lines.push(line);
    text = lines.join('\n');
  }
  await answer(text);
  return 0;
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
