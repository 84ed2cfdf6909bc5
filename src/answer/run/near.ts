// The search as a predicate: what it finds strongly by words. Nothing is ever computed over it.
import type { Kind } from '../../facts/attribute.ts';
import type { RunContext } from './context.ts';

/** A hit the search counts as strong holds the words themselves; the others are only related. */
interface Hit {
  kind: string;
  id: string;
  score: number;
  strength?: 'strong' | 'related';
}

/** Hits below this share of the best one are not strong, where the search does not say. */
const strongShare = 0.5;

/** Places of the strong hits with their scores, best first. */
export function nearPlaces(words: string, kind: Kind, context: RunContext): Map<number, number> {
  return new Map(
    hitsOf(words, kind, context)
      .filter(({ strong }) => strong)
      .map(({ place, score }) => [place, score]),
  );
}

/** How many more the search finds that are only related. */
export function relatedPlaces(words: string, kind: Kind, context: RunContext): number[] {
  return hitsOf(words, kind, context)
    .filter(({ strong }) => !strong)
    .map(({ place }) => place);
}

/** A name typed in full is that record; what else holds its words is only related. */
const spelled = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s/g, '');

function hitsOf(words: string, kind: Kind, context: RunContext) {
  const { facts, search } = context;
  const own = kind === 'kpi' ? 'kpi' : 'project';
  const hits: readonly Hit[] = search.search(words, { kinds: [own] }).hits;
  const best = hits[0]?.score ?? 0;
  const named = hits.filter(({ id }) => spelled(facts.subject(own, id)?.name ?? '') === spelled(words));
  return hits.flatMap((hit) => {
    const strong =
      named.length > 0
        ? named.includes(hit)
        : hit.strength
          ? hit.strength === 'strong'
          : hit.score >= best * strongShare;
    const ids = kind === own ? [hit.id] : (facts.related.of('project', hit.id, kind) ?? []);
    return ids.map((id) => ({ place: facts.position(kind, id), score: hit.score, strong }));
  });
}
