// Records that hold the words asked for: all of them among few, the likeliest ones among very many.
import type pg from 'pg';
import type { Concept } from '../../search/meanings.ts';
import { emphases } from '../../search/meanings.ts';
import { type FoundBody, type FoundKind, foundKinds, lexeme } from '../found.ts';
import type { Part } from '../load/word-rows.ts';
import { eachWeight } from '../pack.ts';
import type { FarVocabulary } from './far-vocabulary.ts';

/** A record with its words. */
export interface Candidate {
  kind: FoundKind;
  no: number;
  at: number;
  id: string;
  body: FoundBody;
  /** Word as the tables number it → weight. */
  weights: Map<number, number>;
}

/** Among so many documents all that hold a word are ranked. */
const mostExact = 20_000;
/** Among more, all that hold the words when no more than these are expected. */
const fewExpected = 600;
/** Enough to rank. */
const enough = 300;
/** From this weight on another word means about the same. */
const aboutSame = 0.75;

/** Words asked for, as lexemes. */
interface Asked {
  part: Part;
  kinds: readonly FoundKind[];
  vocabulary: FarVocabulary;
  /** However many there are. */
  exact: boolean;
}

/** Concepts that bring records in; the others only lift those that are there. */
export function bringing(concepts: readonly Concept[]): Concept[] {
  return concepts.filter(({ bonus, emphasis }) => !bonus && emphasis > emphases.weak);
}

const classes = { strong: [0, 1], any: [0, 1, 2, 3], name: [0] } as const;

function lexemes(concept: Concept, strengths: readonly number[], { vocabulary }: Asked, least = 0): number[] {
  return [...concept.meanings].flatMap(([word, weight]) =>
    weight < least ? [] : strengths.map((strength) => lexeme(vocabulary.stored(word), strength)),
  );
}

/** Fetches candidates for the concepts. */
export async function fetchCandidates(
  client: pg.ClientBase,
  concepts: readonly Concept[],
  asked: Asked,
): Promise<Candidate[]> {
  const { vocabulary } = asked;
  const meant = concepts.filter(({ meanings }) => meanings.size > 0);
  if (meant.length === 0) return [];
  const expected = meant.reduce(
    (sum, { meanings }) =>
      sum + [...meanings.keys()].reduce((own, word) => own + vocabulary.frequency(word), 0),
    0,
  );
  const all = meant.flatMap((concept) => lexemes(concept, classes.any, asked));
  if (asked.exact || vocabulary.documents <= mostExact || expected <= fewExpected)
    return await fetchTier(client, [all], { ...asked, limit: null });
  const found = new Map<string, Candidate>();
  for (const tier of tiersOf(meant, asked)) {
    for (const one of await fetchTier(client, tier, { ...asked, limit: enough }))
      found.set(`${one.no} ${one.kind} ${one.at}`, one);
    if (found.size >= enough) break;
  }
  return [...found.values()];
}

/** Strongest first: all concepts in names and keywords, all anywhere, the rarer ones strongly, any. */
function tiersOf(concepts: readonly Concept[], asked: Asked): number[][][] {
  const { vocabulary } = asked;
  const rarity = (concept: Concept) =>
    [...concept.meanings].reduce(
      (sum, [word, weight]) => sum + (weight >= aboutSame ? vocabulary.frequency(word) : 0),
      0,
    );
  const rarest = [...concepts].sort((a, b) => rarity(a) - rarity(b));
  const of = (some: readonly Concept[], strengths: readonly number[], least = 0) =>
    some.map((concept) => lexemes(concept, strengths, asked, least)).filter(({ length }) => length > 0);
  const tiers = [
    of(concepts, classes.name, aboutSame),
    of(concepts, classes.strong, aboutSame),
    of(concepts, classes.strong),
    of(concepts, classes.any),
    ...(concepts.length > 2 ? [of(rarest.slice(0, -1), classes.any)] : []),
    ...rarest.map((concept) => of([concept], classes.strong, aboutSame)),
    [of(concepts, classes.strong).flat()],
    [of(concepts, classes.any).flat()],
  ];
  const seen = new Set<string>();
  return tiers.filter((tier) => {
    const key = JSON.stringify(tier);
    return tier.length > 0 && tier.every(({ length }) => length > 0) && !seen.has(key) && seen.add(key);
  });
}

interface Row {
  kind: number;
  no: number;
  at: number;
  id: string;
  body: string;
  weights: Buffer;
}

/** Records that hold one of each list. */
async function fetchTier(
  client: pg.ClientBase,
  all: readonly (readonly number[])[],
  { part, kinds, limit }: Asked & { limit: number | null },
): Promise<Candidate[]> {
  const conditions = all.map((_, i) => `lex && $${i + 3}::int[]`).join(' and ');
  const { rows } = await client.query<Row>(
    `select kind, no, at, id, body, weights from shelf_search
     where ${conditions} and part = $1 and kind = any($2::smallint[]) ${limit === null ? '' : `limit ${limit}`}`,
    [part, kinds.map((kind) => foundKinds.indexOf(kind)), ...all],
  );
  return rows.map(candidateOf);
}

/** Records whatever they hold. */
export async function fetchByIds(
  client: pg.ClientBase,
  part: Part,
  ids: readonly string[],
): Promise<Candidate[]> {
  const { rows } = await client.query<Row>(
    `select s.kind, s.no, s.at, s.id, s.body, s.weights
     from shelf_search s join shelf_record r on s.no = r.no and s.at = r.at and s.id = r.id
     where r.id = any($2) and s.part = $1`,
    [part, ids],
  );
  return rows.map(candidateOf);
}

function candidateOf({ kind, no, at, id, body, weights }: Row): Candidate {
  const words = new Map<number, number>();
  eachWeight(weights, (word, weight) => words.set(word, weight));
  return {
    kind: foundKinds[kind] as FoundKind,
    no,
    at,
    id,
    body: JSON.parse(body) as FoundBody,
    weights: words,
  };
}
