// What a run of topic words speaks of: one record, a policy by its telling words, or whatever the search finds strongly.
import { recordOf } from '../../data/repository.ts';
import { normalize } from '../../language/normalize.ts';
import type { SearchHit } from '../../search/search.ts';
import type { Around } from '../around.ts';
import { type Topic, textOf } from './frame.ts';

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
  const called = spelledOut(words, candidates, around);
  if (called) {
    const others = candidates.filter((one) => one !== called);
    const score = called === candidates[0] ? called.score : (candidates[0]?.score ?? 0) * clearly.lead;
    // Words that say little anywhere else (町, 史) say enough as the beginning of one name.
    const share = Math.max(called.share, leastHeld);
    candidates.splice(0, candidates.length, { ...called, strong: true, score, share }, ...others);
  }
  const best = candidates[0];
  const missed = best ? result.terms.filter((term) => !best.matched.includes(term)) : result.terms;
  return { candidates, missed, readAs: result.readAs };
}

/** 首都圏の応援ネット, 温泉施設の再整備: the one name that holds just this, but for の; 町史: the one that begins so. */
function spelledOut(
  words: string,
  candidates: readonly Candidate[],
  { repository }: Around,
): Candidate | null {
  const squeezed = (text: string) => normalize(text).replace(/[\sの・]/g, '');
  const said = squeezed(words);
  const nameOf = ({ id }: Candidate) => squeezed(recordOf(repository, id)?.name ?? '');
  const short = said.length < 6;
  if (short && !/^\p{Script=Han}{2,5}$/u.test(said)) return null;
  const [one, more] = candidates.filter((candidate) => nameOf(candidate).includes(said));
  return one && !more && (!short || nameOf(one).startsWith(said)) ? one : null;
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

/** Keeps only these records. */
export type Keep = ((kind: 'project' | 'kpi', id: string) => boolean) | undefined;

/** The topic as the search finds it strongly: in all its words, else in its nouns alone (ドクターカーを走らせる); null where neither does. */
export function strongWords(
  topics: readonly Topic[],
  kind: 'project' | 'kpi',
  around: Around,
  keep?: Keep,
): { words: string; without: string[] } | null {
  const whole = topics.map(({ text }) => text).join(' ');
  if (findsStrongly(whole, kind, around, keep)) return { words: whole, without: [] };
  const items = topics.flatMap((topic) => topic.items);
  const nouns = items.filter(({ noun }) => noun);
  const words = textOf(nouns);
  if (nouns.length === items.length || words.length < 3 || !findsStrongly(words, kind, around, keep))
    return null;
  return { words, without: items.filter(({ noun }) => !noun).map(({ base }) => base) };
}

/** True where a record says nearly all of the words, and they are no words that say little. */
export function findsStrongly(
  words: string,
  kind: 'project' | 'kpi',
  { search }: Around,
  keep?: Keep,
): boolean {
  return search
    .search(words.slice(0, longest), { kinds: [kind], ...(keep ? { keep } : {}), only: 'strong' })
    .hits.some(({ strength, share }) => strength === 'strong' && share > 0);
}
