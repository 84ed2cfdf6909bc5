// What was not understood or not found is said; the passage nearest to the question stands below it, and is called no more than near.
import type { RunContext, Statement } from './run/context.ts';
import type { Result } from './run/result/result.ts';
import type { Said, SayContext } from './say/said.ts';
import { placedText } from './say/statement-text.ts';

/** What a passage must hold of the question's words, where it does not hold nearly all of them. */
const leastHeld = 0.45;
/** The next passage stands beside the first where it holds the words about as well. */
const asNear = 0.85;
/** Signs of a question that are looked up. */
const longest = 150;

/** True where the words were not read, not found, or left a claim undecided. */
function refuses(result: Result, { silent }: Said): boolean {
  switch (result.shape) {
    case 'unread':
    case 'fuzzy':
    case 'nothing':
      return true;
    case 'show': {
      const { scope, also = [], told = [] } = result;
      const empty = [scope, ...also.map((one) => one.scope)].every((one) => one?.members.length === 0);
      return empty && told.length === 0;
    }
    case 'whether':
    case 'difference':
    case 'compare':
      return silent;
    default:
      return false;
  }
}

/** 近い記述（要約）：…（文書003 第1章 4 (2)）。 Null where the question is answered, or nothing lies near. */
export function nearestNote(
  parts: readonly { result: Result; said: Said }[],
  text: string,
  context: SayContext,
): string | null {
  if (!parts.some(({ result, said }) => refuses(result, said))) return null;
  const shown = new Set(parts.flatMap(({ said }) => said.quotes.map((quote) => quote.text)));
  const found = nearest(text, context).filter((one) => !shown.has(one.text));
  return found.length === 0 ? null : `近い記述（要約）：${placedText(found, context)}`;
}

function nearest(text: string, { search, repository }: RunContext): Statement[] {
  const { hits } = search.search(text.slice(0, longest), { kinds: ['statement'] });
  const [best, next] = hits;
  if (!best || best.share === 0 || (best.strength !== 'strong' && best.share < leastHeld)) return [];
  const near = next && next.score >= best.score * asNear ? [best, next] : [best];
  return near.flatMap(({ id }) => repository.statement(id) ?? []);
}
