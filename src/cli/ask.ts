// `ask [--json] [--lines] [--explain] [--as-of YYYY-MM-DD] TEXT…`: questions in the terminal.
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Answer } from '../answer/answer.ts';
import type { AskOptions } from '../bot.ts';
import { explain, explainText } from '../present/explain.ts';
import { toJson } from '../present/json.ts';
import { toText } from '../present/text.ts';
import { openBotHere } from '../start/open-bot-here.ts';
import { readDay } from './day.ts';
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

/** How the command is called, shown after a wrong argument. */
export const usage = 'ask [--json] [--lines] [--explain] [--as-of YYYY-MM-DD] 質問';

/** Reads the arguments. @throws UsageError */
export function readArguments(args: readonly string[]): AskArguments {
  const read: AskArguments = { json: false, lines: false, explain: false, asOf: undefined, text: '' };
  const words: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--json') read.json = true;
    else if (arg === '--lines') read.lines = true;
    else if (arg === '--explain') read.explain = true;
    else if (arg === '--as-of') {
      read.asOf = readDay('--as-of', args[++i] ?? '');
    } else if (arg === '--') {
      words.push(...args.slice(i + 1));
      break;
    } else if (arg.startsWith('--')) throw new UsageError(`知らない指定です: ${arg}`);
    else words.push(arg);
  }
  read.text = words.join(' ');
  if (read.lines && words.length > 0) throw new UsageError('--lines では質問を標準入力から読みます');
  if (read.lines && read.explain && !read.json)
    throw new UsageError('--lines の --explain は --json と一緒に使います');
  if (!read.lines && words.length === 0) throw new UsageError('質問がありません');
  return read;
}

/** Answers on standard output. */
export async function run(args: readonly string[]): Promise<void> {
  const { json, lines, asOf, text, explain: explained } = readArguments(args);
  const bot = await openBotHere(systemClock);
  await layRecorded(bot.repository);
  const options: AskOptions = asOf === undefined ? {} : { asOf };
  // Drawing Slack's blocks is only needed for --json.
  const toBlocks = json ? (await import('../present/blocks.ts')).toBlocks : undefined;
  const show = async (question: string, asked: AskOptions): Promise<string> => {
    const answer = await bot.ask(question, asked);
    const reading = explained ? bot.read(question, asked) : null;
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
