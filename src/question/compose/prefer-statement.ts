// A question whose words a statement holds better than any record is answered by the statement.
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';
import { statementsAbout } from './statement-words.ts';

/** Asks that a statement may answer instead, when no attribute was said. */
const open = new Set(['values', 'show', 'count', 'list', 'sum', 'average', 'whether', 'difference', 'extreme']);

/** The query itself, or `what` where the documents tell it in words. */
export function preferStatement(query: Query, clause: Clause): Query {
  const { frame, around, subjects, conditions } = clause;
  if (!open.has(query.ask) || subjects.exact().length > 0) return query;
  const fuzzy = query.sets.some(({ where }) => where.some(({ is }) => is === 'near'));
  const attributes = frame.attributes().filter(({ meaning }) => meaning.ids.some((id) => !vague.has(id)));
  if (query.ask === 'show' || query.ask === 'list') {
    // Words side by side are looked up; only a question is answered by a sentence.
    if (around.command !== null || !frame.has('howmany-unit', 'when', 'who', 'where', 'count', 'howmuch', 'define-part')) return query;
    if (frame.kinds().length > 0) return query;
  } else if (attributes.length > 0 && !fuzzy && query.unread.length === 0 && clause.unread.length === 0) return query;
  if (conditions.some(({ predicate }) => ['department', 'word', 'compare', 'status', 'against'].includes(predicate.is))) return query;
  const words = statementsAbout(clause);
  if (words === null) return query;
  clause.unread.length = 0;
  return { ...query, ask: 'what', sets: [], wanted: [], between: null, extreme: null, claim: null, of: null, unread: [], about: words };
}

/** Attributes whose words are said of anything. */
const vague = new Set(['budget', 'actual', 'baseline', 'status', 'summary', 'publication']);
