// What a run of topic words speaks of: one record, a policy by its telling words, or whatever the search finds strongly.
import type { SearchHit } from '../../search/search.ts';
import type { Around } from '../around.ts';
import type { Item, Topic } from './frame.ts';

/** A record a topic speaks of. */
export interface Candidate {
  kind: 'project' | 'kpi';
  id: string;
  score: number;
  strong: boolean;
  /** Share of the words that it holds, by whatever words mean the same. */
  share: number;
  matched: string[];
}

/** What the search made of a topic. */
export interface Resolved {
  /** Best first. */
  candidates: Candidate[];
  /** Words of the topic that the best candidate says nothing of. */
  missed: string[];
  readAs: { typed: string; as: string }[];
}

const longest = 200;

/** What a record must hold of a description, and how far before the next one it must lie, to be the one that is meant. */
const clearly = { share: 0.65, lead: 1.5, leadOfStrong: 1.08 } as const;
/** Who holds less is only near: none of its figures may answer. */
const leastHeld = 0.5;

/** The record that the words clearly mean; null where none holds enough of them, or the next one is about as near. */
export function standingOut<One extends Candidate>(candidates: readonly One[]): One | null {
  const [best, next] = candidates;
  if (!best || best.share === 0 || !(best.strong || best.share >= clearly.share)) return null;
  const lead = next ? best.score / next.score : Number.POSITIVE_INFINITY;
  return lead >= (best.strong ? clearly.leadOfStrong : clearly.lead) ? best : null;
}

/** True where the record holds a telling share of the words, however near the next one is. */
export function isHeld({ strong, share }: Candidate): boolean {
  return strong || share >= clearly.share;
}

/** True where the record holds too little of the words to be what is meant. */
export function isOnlyNear({ strong, share }: Candidate): boolean {
  return share === 0 || (!strong && share < leastHeld);
}

/** Looks the words up among records of the kinds; `keep` narrows to a set. */
export function resolveTopic(
  words: string,
  kinds: readonly ('project' | 'kpi')[],
  around: Around,
  keep?: (kind: 'project' | 'kpi', id: string) => boolean,
): Resolved {
  const result = around.search.search(words.slice(0, longest), {
    kinds,
    ...(keep ? { keep } : {}),
  });
  const hits = result.hits as (SearchHit & { strength?: 'strong' | 'related' })[];
  const candidates = hits.map(({ kind, id, score, matched, strength, share }) => ({
    kind: kind as 'project' | 'kpi',
    id,
    score,
    strong: strength ? strength === 'strong' : matched.length >= result.terms.length,
    share,
    matched,
  }));
  const best = candidates[0];
  const missed = best ? result.terms.filter((term) => !best.matched.includes(term)) : result.terms;
  return { candidates, missed, readAs: result.readAs };
}

/** Ids that parts of names in the topic point to, those of most topics first. */
export function pointedAt(topics: readonly Topic[]): { kind: 'project' | 'kpi'; id: string }[] {
  const counts = new Map<string, { kind: 'project' | 'kpi'; id: string; count: number }>();
  for (const { items } of topics)
    for (const { meaning, text } of items)
      if (meaning?.is === 'entity')
        for (const id of meaning.ids) {
          const known = counts.get(id);
          if (known) known.count += text.length;
          else counts.set(id, { kind: meaning.kind as 'project' | 'kpi', id, count: text.length });
        }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** True where a word of the topics is no noun. */
export function holdsVerb(topics: readonly Topic[]): boolean {
  return topics.some(({ items }) => items.some(({ noun }) => !noun));
}

/** The topic as the search finds it strongly: in all its words, else in its nouns alone (ドクターカーを走らせる), else in a part of the sentence; null where none does. */
export function strongWords(
  topics: readonly Topic[],
  kind: 'project' | 'kpi',
  { search, lexicon }: Around,
  keep?: (kind: 'project' | 'kpi', id: string) => boolean,
): { words: string; without: string[] } | null {
  const finds = (words: string) =>
    search
      .search(words.slice(0, longest), { kinds: [kind], ...(keep ? { keep } : {}) })
      .hits.some(({ strength }) => strength === 'strong');
  const whole = topics.map(({ text }) => text).join(' ');
  if (finds(whole)) return { words: whole, without: [] };
  const all = topics.flatMap(({ items }) => items);
  const isVague = (word: string) => lexicon.entriesOf(word).some(({ list }) => list === 'vague');
  for (const part of partsOf(topics)) {
    const nouns = part.filter(({ noun }) => noun).map(({ text }) => text);
    const words = nouns.join(' ');
    if (nouns.length === all.length || words.length < 3 || nouns.every(isVague) || !finds(words)) continue;
    return {
      words,
      without: all.filter((item) => !part.includes(item) || !item.noun).map(({ base }) => base),
    };
  }
  return null;
}

/** All items, those from a later turn of the sentence on, those of one turn: who asks (高校生のお母さんから、) says nothing of what is asked. */
function partsOf(topics: readonly Topic[]): Item[][] {
  const runs = topics.map(({ items }) => items);
  const ends = runs.slice(1).map((_, at) => runs.slice(at + 1).flat());
  return [runs.flat(), ...ends, ...runs.slice(0, -1).reverse()];
}
