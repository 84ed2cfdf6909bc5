// `ask [--json] [--lines] [--explain] [--as-of YYYY-MM-DD] TEXT…`: questions in the terminal.
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Answer } from '../answer/answer.ts';
import type { AskOptions } from '../bot.ts';
import { phrases } from '../present/phrases.ts';
import { explain, explainText } from '../present/terminal/explain.ts';
import { toJson } from '../present/terminal/json.ts';
import { toText } from '../present/terminal/text.ts';
import type { Reading } from '../question/read.ts';
import { askingBot } from '../start/bot/asking.ts';
import { readDay } from './day.ts';
import { type CommandHelp, readArgs } from './read-args.ts';
import { layRecorded } from './recorded.ts';
import { systemClock } from './system-clock.ts';
import { UsageError } from './usage.ts';

interface AskArguments {
  json: boolean;
  lines: boolean;
  explain: boolean;
  asOf: string | undefined;
  text: string;
}

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '[--json] [--lines] [--explain] [--as-of YYYY-MM-DD] 質問',
  about: '計画・事業・KPIについての質問に答えます。言葉はSlackと同じです。',
  examples: ['/kpi 移住', '--json --as-of 2026-11-24 /kpi 遅れ', '--lines < 質問.txt'],
};

/** Reads the arguments. @throws UsageError */
export function readArguments(args: readonly string[]): AskArguments {
  const { values, positionals: words } = readArgs(wordsApart(args), {
    json: { type: 'boolean' },
    lines: { type: 'boolean' },
    explain: { type: 'boolean' },
    'as-of': { type: 'string' },
  });
  const { json = false, lines = false, explain: explained = false, 'as-of': day } = values;
  if (lines && words.length > 0) throw new UsageError('--lines では質問を標準入力から読みます');
  if (lines && explained && !json) throw new UsageError('--lines の --explain は --json と一緒に使います');
  if (!lines && words.length === 0) throw new UsageError('質問がありません');
  const asOf = day === undefined ? undefined : readDay('--as-of', day);
  return { json, lines, explain: explained, asOf, text: words.join(' ') };
}

/** A question may begin with a sign (-5%): it and what follows are words. */
function wordsApart(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => /^-[^-]/.test(arg));
  return at < 0 || args.slice(0, at).includes('--')
    ? [...args]
    : [...args.slice(0, at), '--', ...args.slice(at)];
}

/** Answers on standard output. */
export async function run(args: readonly string[]): Promise<void> {
  const { json, lines, asOf, text, explain: explained } = readArguments(args);
  const bot = await askingBot(systemClock);
  const read = await layRecorded(bot.repository);
  const options: AskOptions = asOf === undefined ? {} : { asOf };
  // Drawing Slack's blocks is only needed for --json.
  const toBlocks = json ? (await import('../present/blocks.ts')).toBlocks : undefined;
  const show = async (question: string, asked: AskOptions): Promise<string> => {
    const found = await bot.ask(question, asked);
    const answer = read ? found : { ...found, notes: [phrases.unreadResults, ...found.notes] };
    const reading = explained ? await bot.through(() => bot.read(question, asked)) : null;
    return await bot.through(() => drawn(answer, reading), answer);
  };
  const drawn = (answer: Answer, reading: Reading | null): string => {
    if (toBlocks) {
      const shown = toJson(answer, toBlocks(answer));
      return JSON.stringify(reading ? { ...shown, explain: explain(reading, answer) } : shown);
    }
    if (reading) return `${explainText(reading, answer)}\n\n${toText(answer)}`;
    return lines ? inOneLine(answer) : toText(answer);
  };
  if (!lines) {
    process.stdout.write(`${await show(text, options)}\n`);
    return;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { ask, context } = readLine(line);
    const asked = context === undefined ? options : { ...options, context };
    process.stdout.write(`${await show(ask, asked)}\n`);
  }
}

function inOneLine(answer: Answer): string {
  return toText(answer)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ／ ');
}

const lineSchema = z.object({ ask: z.string(), context: z.string().optional() });

/** A line is a question, or `{"ask", "context"?}` with the thread's question before. */
function readLine(line: string): { ask: string; context?: string | undefined } {
  if (!line.startsWith('{')) return { ask: line };
  try {
    const read = lineSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : { ask: line };
  } catch {
    return { ask: line };
  }
}
