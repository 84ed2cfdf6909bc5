// A thread's memory: its last question as queries, so that 「R7は？」 goes on from what was asked, not from its words.
import * as z from 'zod';
import type { Answer } from '../answer/answer.ts';
import type { AskOptions, Bot } from '../bot.ts';
import type { ThreadQuestion } from '../ports/store.ts';
import { type Ask, type Query, querySchema } from '../question/query.ts';

const queriesSchema = z.array(querySchema).min(1);

/** Queries that were kept in a store or a button; null when another version wrote them. */
export function readQueries(kept: unknown): Query[] | null {
  return queriesSchema.safeParse(kept).data ?? null;
}

/** With what a thread's next question is asked; its words stand in where no queries were kept. */
export function threadOptions(kept: ThreadQuestion | null): Pick<AskOptions, 'before' | 'context'> {
  if (kept === null) return {};
  const context = kept.question === '' ? {} : { context: kept.question };
  const before = readQueries(parsed(kept.queries));
  return before === null ? context : { ...context, before };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** 「ありがとう」 changes nothing of what the thread is about. */
const aboutNothing: ReadonlySet<Ask> = new Set(['help', 'plans', 'greeting', 'thanks', 'off-topic']);

/** What the thread is about after the answer; null when it is about the same as before. */
export function threadAfter(
  bot: Bot,
  question: string,
  answer: Answer,
  kept: ThreadQuestion | null,
): ThreadQuestion | null {
  const queries = answer.query ?? [];
  if (queries.every(({ ask }) => aboutNothing.has(ask))) return null;
  const json = keptAs(queries);
  // A follow-up's words say nothing by themselves: those of the question it goes on from stay.
  const goesOn = kept !== null && json !== keptAs(bot.read(question).queries);
  return { question: goesOn ? kept.question : question, queries: json };
}

/** What was assumed is said only once. */
function keptAs(queries: readonly Query[]): string {
  return JSON.stringify(queries.map((query) => ({ ...query, assumed: [] })));
}
