// Greetings, thanks, help and questions about Hakaru itself; what is not about plans.
import type { Rule } from '../ask.ts';
import { emptyQuery } from '../compose.ts';

/** Only where nothing else is said. */
export const smallTalk: Rule = ({ frame, subjects, conditions, before }) => {
  const { items } = frame;
  const only = (...ids: string[]) =>
    items.every(({ meaning }) => meaning?.is === 'intent' && ids.includes(meaning.id));
  const bare = conditions.length === 0 && !subjects.any() && frame.attributes().length === 0;
  if (frame.has('help') && bare) return emptyQuery('help');
  if (items.length === 0) return before ? null : emptyQuery('help');
  if (frame.has('plans') && bare && frame.kinds().every(({ meaning }) => meaning.kind === 'plan'))
    return emptyQuery('plans');
  if (!bare) return null;
  if (frame.has('thanks') && only('thanks', 'greeting', 'confirm', 'then', 'newest'))
    return emptyQuery('thanks');
  if (frame.has('greeting') && only('greeting', 'then', 'newest', 'confirm')) return emptyQuery('greeting');
  return null;
};
