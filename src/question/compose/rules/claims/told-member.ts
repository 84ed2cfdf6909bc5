// 南九州市が四都市のメンバー: what a document's own definition of the word lists, or does not.
import { normalize } from '../../../../language/normalize.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import type { Item } from '../../frame.ts';

const mostLooked = 3;

export const toldMember: Rule = (clause) => {
  const { frame, subjects } = clause;
  const belongs =
    frame.has('join') ||
    /メンバー|一員|の一つ|のひとつ|構成(?:市|団体|都市)/.test(frame.text.slice(frame.items[0]?.start));
  if (!frame.has('confirm') || !belongs || subjects.exact().length > 0) return null;
  const member = memberSaid(frame.items);
  if (member.length === 0) return null;
  const near = normalize(member.map(({ text }) => text).join(''));
  const about = frame.items
    .filter((item) => !member.includes(item) && item.meaning === null && item.noun)
    .map(({ text }) => text)
    .join('');
  const term = about.length < 2 ? null : definedAs(about, near, clause);
  if (term === null) return null;
  for (const item of frame.items) item.used = true;
  const told = [{ near, claimed: null, of: 'member' as const }];
  return { ...emptyQuery('what'), about: term, told, topics: ['definition'] };
};

/** The place with the nouns that stand side by side with it: 南九州市. */
function memberSaid(items: readonly Item[]): Item[] {
  const at = items.findIndex(({ meaning }) => meaning?.is === 'elsewhere');
  if (at < 0) return [];
  const before = items[at - 1];
  const joined = before?.meaning === null && before.noun && before.end === items[at]?.start;
  return items.slice(joined ? at - 1 : at, at + 1);
}

/** The definition of the word, where it names two or more of the like. */
function definedAs(about: string, near: string, { around: { search, repository } }: Clause): string | null {
  const isDefinition = (_: string, id: string) => repository.statement(id)?.topic === 'definition';
  const { hits } = search.search(about, { kinds: ['statement'], keep: isDefinition });
  const like = new RegExp(`[^・、「」]${near.slice(-1)}[・、と]`, 'g');
  for (const { id } of hits.slice(0, mostLooked)) {
    const { terms = [], text = '' } = repository.statement(id) ?? {};
    const [term] = terms.slice(0, 2).filter((one) => normalize(one).includes(about));
    if (term !== undefined && (text.includes(near) || [...text.matchAll(like)].length >= 2)) return term;
  }
  return null;
}
