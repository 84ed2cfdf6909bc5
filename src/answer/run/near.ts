// The search as a predicate: what it finds strongly by words. Nothing is ever computed over it.
import type { Kind } from '../../facts/attribute.ts';
import type { RunContext } from './context.ts';

/** A hit the search counts as strong holds the words themselves; the others are only related. */
interface Hit {
  kind: string;
  id: string;
  place?: number | undefined;
  score: number;
  strength?: 'strong' | 'related';
  share?: number;
}

/** A hit's place among the subjects of the kind asked for. */
interface Found {
  place: number;
  score: number;
  strong: boolean;
}

/** Hits below this share of the best one are not strong, where the search does not say. */
const strongShare = 0.5;
/** Where no record says all the words themselves, one that holds nearly all by words of the same meaning is what is sought. */
const allHeld = 0.85;

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

/** No sign of them is written otherwise in a name typed in full. */
const asSpelled = /^[a-z0-9ぁ-ゖァ-ヺー・一-龠]*$/;

function isCalled(name: string, typed: string): boolean {
  return name === typed || (!asSpelled.test(name) && spelled(name) === typed);
}

/** What a question found: the predicate, the order and the related ones ask for the same words. */
const foundFor = new WeakMap<RunContext, Map<string, readonly Found[]>>();

function hitsOf(words: string, kind: Kind, context: RunContext): readonly Found[] {
  const known = foundFor.get(context) ?? new Map<string, readonly Found[]>();
  foundFor.set(context, known);
  const key = `${kind} ${words}`;
  const found = known.get(key) ?? search(words, kind, context);
  known.set(key, found);
  return found;
}

function search(words: string, kind: Kind, context: RunContext): Found[] {
  const { facts } = context;
  const own = kind === 'kpi' ? 'kpi' : 'project';
  const hits: readonly Hit[] = context.search.search(words, { kinds: [own] }).hits;
  const best = hits[0]?.score ?? 0;
  const placeOf = ({ id, place = facts.position(own, id) }: Hit) => place;
  const typed = spelled(words);
  const anyStrong = hits.some(({ strength }) => strength === 'strong');
  const subjects = facts.subjects(own);
  const named = hits.filter((hit) => isCalled(subjects[placeOf(hit)]?.name ?? '', typed));
  return hits.flatMap((hit) => {
    const strong =
      named.length > 0
        ? named.includes(hit)
        : hit.strength
          ? hit.strength === 'strong' || (!anyStrong && (hit.share ?? 0) >= allHeld)
          : hit.score >= best * strongShare;
    const places =
      kind === own
        ? [placeOf(hit)]
        : (facts.related.of('project', hit.id, kind) ?? []).map((id) => facts.position(kind, id));
    return places.map((place) => ({ place, score: hit.score, strong }));
  });
}
