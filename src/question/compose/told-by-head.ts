// お客をよぶ関門のやつの予算: where all words together name no record, the nouns nearest to what is asked may name just one.
// The answer names the words the record says nothing of.
import { carriedBy } from './carried.ts';
import type { Clause } from './compose.ts';
import { type Item, type Topic, textOf } from './frame.ts';
import { keeper, type RecordKind } from './keeper.ts';
import { isVague } from './relaxed.ts';
import type { Group } from './subjects.ts';
import { type Candidate, resolveTopic } from './topic.ts';

/** How far before the next record the one that is meant must lie. */
const farAhead = 1.5;

/** The one record that the last nouns of a description tell; null where they tell several or none. */
export function toldByHead(
  topics: readonly Topic[],
  kinds: readonly RecordKind[],
  clause: Clause,
): Group | null {
  const items = topics.flatMap((topic) => topic.items);
  const nouns = items.filter((item) => tells(item, clause));
  const [topic, more] = topics;
  if (!topic || more) return null;
  const keep = keeper(
    clause.conditions.map(({ predicate }) => predicate),
    clause.around,
  );
  for (let from = 0; from < nouns.length; from++) {
    const said = nouns.slice(from);
    const words = textOf(said);
    if (words.length < 2) break;
    const compound = textOf([...joinedBefore(said[0] as Item, items), ...said]);
    const best = alone(resolveTopic(compound, kinds, clause.around, keep).candidates, clause);
    if (!best) continue;
    const missed = nouns.slice(0, from).map(({ text }) => text);
    return {
      kind: best.kind,
      ids: [best.id],
      label: words,
      start: topic.start,
      exact: false,
      missed,
      matched: Number.POSITIVE_INFINITY,
      strong: false,
    };
  }
  return null;
}

/** 闇 of 闇バイト, 空飛ぶ of 空飛ぶタクシー: the head of a word is not the thing by itself; もてなす of もてなす関門 is no part of one. */
function joinedBefore(head: Item, items: readonly Item[]): Item[] {
  const at = items.indexOf(head);
  const [first, before] = [items[at - 2], items[at - 1]];
  if (!before || before.end !== head.start) return [];
  if (before.noun) return [...joinedBefore(before, items), before];
  return first?.noun === true && first.end === before.start ? [first, before] : [];
}

/** A noun that says something by itself; まもる is a verb, whatever the dictionary says. */
function tells({ noun, text, meaning }: Item, { around }: Clause): boolean {
  const verb = /^[ぁ-ん]+[うくぐすつぬぶむる]$/.test(text);
  return noun && !verb && meaning === null && text.length > 1 && !isVague(text, around);
}

/** The best candidate where it holds all words strongly and no other record does nearly as well, its own KPIs and projects apart. */
function alone(candidates: readonly Candidate[], { around }: Clause): Candidate | null {
  const [best, ...rest] = candidates;
  if (!best?.strong || best.share < 0.9) return null;
  const own = carriedBy(best.id, around);
  const next = rest.find(({ id }) => !own.includes(id));
  return !next || best.score >= next.score * farAhead ? best : null;
}
