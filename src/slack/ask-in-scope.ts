// A question within what its channel is about; one that names a record, or another plan, department, town or policy than the channel's, goes beyond it.
import type { Answer } from '../answer/answer.ts';
import type { AskOptions } from '../bot.ts';
import type { Predicate, Query } from '../question/query.ts';
import { ask, readAsked, withNotes } from './ask.ts';
import type { SlackContext } from './context.ts';
import { withScope } from './scope.ts';

/** What was asked, where. */
export interface ScopedQuestion {
  text: string;
  /** The channel's words; '' for none. */
  scope: string;
  /** `/kpi ` and its kind, before the words; '' for a message. */
  command: string;
}

/** The answer, which says when it was narrowed or why it was not, and the words it was asked in. */
export async function askInScope(
  context: SlackContext,
  { text, scope, command }: ScopedQuestion,
  options: AskOptions = {},
): Promise<{ answer: Answer; question: string }> {
  const { question, note } = withScope(text, scope);
  const answerTo = async (words: string) => await ask(context, command + words, options);
  if (note === null) return { answer: await answerTo(question), question };
  // Reading alone tells what the question and the scope name; only one of them is answered.
  const open = await readAsked(context, command + text, options);
  const about = await readAsked(context, command + scope);
  if (!goesBeyond(open, about)) return { answer: withNotes(await answerTo(question), note), question };
  const said = `質問に名前があるため、このチャンネルの設定「${scope}」ではしぼっていません。`;
  return { answer: withNotes(await answerTo(text), said), question: text };
}

const places = ['plan', 'department', 'town', 'policy'] as const;

/** Whether a question names what the scope cannot hold: a record, or another place of the scope's own kind. */
function goesBeyond(open: readonly Query[], about: readonly Query[]): boolean {
  if (setsOf(open).some(({ named }) => named !== null)) return true;
  const kinds = (queries: readonly Query[]) =>
    new Set(setsOf(queries).flatMap(({ where }) => where.flatMap(flat).map(({ is }) => is)));
  const [asked, held] = [kinds(open), kinds(about)];
  return places.some((kind) => asked.has(kind) && held.has(kind));
}

function setsOf(queries: readonly Query[]): Query['sets'] {
  return queries.flatMap(({ sets }) => sets);
}

function flat(predicate: Predicate): Predicate[] {
  if (predicate.is === 'any' || predicate.is === 'all') return predicate.of.flatMap(flat);
  return predicate.is === 'not' ? flat(predicate.that) : [predicate];
}
