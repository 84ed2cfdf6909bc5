// Statements in sentences: what a document says in words, each with its place.
import { placeName, sourceName } from '../../wording/places.ts';
import type { Quote } from '../answer.ts';
import type { Statement } from '../run/context.ts';
import type { SayContext } from './said.ts';

/** 資料の記述（要約）：…（文書002 No. 11）。 Nothing where there are none. */
export function toldText(found: readonly Statement[], context: SayContext): string {
  if (found.length === 0) return '';
  const verbatim = found.every(({ topic }) => topic === 'passage');
  return `${verbatim ? '資料の記述' : '資料の記述（要約）'}：${placedText(found, context)}`;
}

/** Each sentence with its place: …（文書002 No. 11）。 */
export function placedText(found: readonly Statement[], context: SayContext): string {
  return found
    .map((statement) => quoteOf(statement, context))
    .map(({ text, place }) => `${text.replace(/。$/, '')}（${place}）。`)
    .join('');
}

/** A passage stands in the document's words, its place names the document. */
export function quoteOf({ text, source, plan, topic }: Statement, { repository }: SayContext): Quote {
  const name = repository.plan(plan)?.shortName ?? plan;
  if (topic !== 'passage') return { text, place: sourceName(source), plan: name };
  return { text: `「${text.replace(/。$/, '')}」`, place: `${name} ${placeName(source)}`, plan: name };
}
