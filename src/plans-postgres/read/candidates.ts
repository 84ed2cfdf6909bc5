// Records that hold the words asked for: all of them among few, the likeliest ones among very many.
import type { Concept } from '../../search/meanings.ts';
import { emphases } from '../../search/meanings.ts';
import { type Outline, outlineOf } from '../../search/name-match.ts';
import type { RankedRecord, Titled } from '../../search/ranked-records.ts';
import { type FoundBody, type FoundKind, foundKinds, lexeme } from '../found.ts';
import type { Part } from '../load/plan-words.ts';
import { fetchAll, fetchOf, fetchTiers, type Row } from './candidate-rows.ts';
import type { FarIndexWords } from './far-index-words.ts';
import type { Reader } from './gaps.ts';

/** A record with its words, as the ranking knows it. Of hundreds a few are looked at: what they say of themselves stays written until then. */
export class Candidate implements RankedRecord, Outline {
  /** Tells it from others of its part. */
  readonly key: number;
  readonly id: string;
  readonly publishedFy: number;
  readonly shortest: number;
  readonly signs: number;
  readonly common: number;
  /** Its words as the tables number them, with their weights; see `wantedWeights`. */
  readonly words: Uint8Array;
  private readonly body: string;
  /** Its name, and all of its names as they are compared, once somebody has looked. */
  private known: string | undefined;
  private compared: readonly string[] | undefined;

  constructor(
    readonly kind: FoundKind,
    /** Among those of its kind. */
    readonly at: number,
    { id, body, weights }: Row,
  ) {
    this.key = at * foundKinds.length + foundKinds.indexOf(kind);
    this.id = id;
    this.body = body;
    this.words = weights;
    const [, , , publishedFy, names] = this.read();
    this.publishedFy = publishedFy;
    const { shortest, signs, common } = outlineOf(names);
    this.shortest = shortest;
    this.signs = signs;
    this.common = common;
  }

  get place(): number | undefined {
    return this.kind === 'project' || this.kind === 'kpi' ? this.at : undefined;
  }

  get outline(): Outline {
    return this;
  }

  get names(): readonly string[] {
    this.compared ??= this.read()[4];
    return this.compared;
  }

  get name(): string {
    this.known ??= this.read()[0];
    return this.known;
  }

  /** What its topic is taken from. */
  get titled(): Pick<Titled, 'name' | 'keywords'> {
    const [name, , keywords] = this.read();
    return { name, keywords };
  }

  private read(): FoundBody {
    return JSON.parse(this.body) as FoundBody;
  }
}

/** Where a record of a plan stands among all of its kind; undefined for a plan that is gone. */
export type PlaceOf = (kind: FoundKind, no: number, at: number) => number | undefined;

/** Among so many documents all that hold a word are ranked. */
const mostExact = 20_000;
/** Among more, all that hold the words when no more than these are expected. */
const fewExpected = 600;
/** From this weight on another word means about the same. */
const aboutSame = 0.75;
/** Of many words so many are left out in turn, or asked for in the name. */
const mostLeftOut = 4;
/** So many words tell a topic from others. */
const mostTelling = 12;

/** What is asked. */
export interface Asked {
  part: Part;
  kind: FoundKind;
  vocabulary: FarIndexWords;
  placeOf: PlaceOf;
  /** Candidates that are here, by their keys. */
  known: Map<number, Candidate>;
  /** However many there are. */
  exact: boolean;
}

/** Concepts that bring records in; the others only lift those that are there. */
export function bringing(concepts: readonly Concept[]): Concept[] {
  return concepts.filter(({ bonus, emphasis }) => !bonus && emphasis > emphases.weak);
}

/** A topic is made of words that no meaning was looked up for: who holds many of them is near. */
function isTopic(concepts: readonly Concept[]): boolean {
  return concepts.every(({ direct, meanings }) => direct.size === 0 && meanings.size === 1);
}

const classes = { name: [0], strong: [0, 1], any: [0, 1, 2, 3] } as const;

/** Fetches candidates for the concepts; joined nouns (`lifting`) are looked for first. */
export async function fetchCandidates(
  client: Reader,
  { concepts, lifting }: { concepts: readonly Concept[]; lifting: readonly Concept[] },
  asked: Asked,
): Promise<Candidate[]> {
  const { vocabulary } = asked;
  const meant = concepts.filter(({ meanings }) => meanings.size > 0);
  if (meant.length === 0) return [];
  const expected = meant.reduce((sum, concept) => sum + heldBy(concept, vocabulary, 0), 0);
  if (asked.exact || vocabulary.documents <= mostExact || expected <= fewExpected)
    return candidatesOf(
      await fetchAll(
        client,
        meant.flatMap((concept) => lexemes(concept, classes.any, asked)),
      ),
      asked,
    );
  const tiers = isTopic(meant) ? topicTiers(meant, asked) : tiersOf(meant, lifting, asked);
  const seen = new Set<string>();
  const distinct = tiers.filter((tier) => {
    const key = JSON.stringify(tier);
    return tier.length > 0 && tier.every(({ length }) => length > 0) && !seen.has(key) && seen.add(key);
  });
  return candidatesOf(await fetchTiers(client, distinct), asked);
}

/** How many records hold it at most, in words that weigh so much. */
function heldBy({ meanings }: Concept, vocabulary: FarIndexWords, least: number): number {
  let sum = 0;
  for (const [word, weight] of meanings) if (weight >= least) sum += vocabulary.frequency(word);
  return sum;
}

function lexemes(
  { meanings }: Concept,
  strengths: readonly number[],
  { vocabulary, kind }: Asked,
  least = 0,
): number[] {
  const found: number[] = [];
  for (const [word, weight] of meanings)
    if (weight >= least)
      for (const strength of strengths) found.push(lexeme(vocabulary.stored(word), strength, kind));
  return found;
}

/** Strongest first: all concepts in names (with joined nouns before without), one in the name and the others strongly, all strongly, anywhere, joined nouns alone, all but one strongly, the rarer ones by themselves, any. */
function tiersOf(concepts: readonly Concept[], lifting: readonly Concept[], asked: Asked): number[][][] {
  const rarest = [...concepts].sort(
    (a, b) => heldBy(a, asked.vocabulary, aboutSame) - heldBy(b, asked.vocabulary, aboutSame),
  );
  const of = (some: readonly Concept[], strengths: readonly number[], least = 0) =>
    some.map((concept) => lexemes(concept, strengths, asked, least)).filter(({ length }) => length > 0);
  const joined = of(lifting, classes.name).flat();
  // Of words that all stand strongly, the rarer ones tell most where they stand in the name.
  const named = concepts.length > 1 ? rarest.slice(0, mostLeftOut) : [];
  return [
    // 相談窓口 alone is no answer to 北部の自治会の相談窓口.
    ...(joined.length > 0 ? [[joined, ...of(concepts, classes.name, aboutSame)]] : []),
    of(concepts, classes.name, aboutSame),
    ...named.map((one) => [
      ...of([one], classes.name, aboutSame),
      ...of(
        concepts.filter((other) => other !== one),
        classes.strong,
        aboutSame,
      ),
    ]),
    ...(joined.length > 0 ? [[joined, ...of(concepts, classes.strong, aboutSame)]] : []),
    of(concepts, classes.strong, aboutSame),
    of(concepts, classes.strong),
    of(concepts, classes.any),
    ...(joined.length > 0 ? [[joined]] : []),
    ...butOne(rarest).map((some) => of(some, classes.strong, aboutSame)),
    ...butOne(rarest)
      .slice(0, 1)
      .map((some) => of(some, classes.any)),
    ...(['name', 'strong'] as const).flatMap((held) =>
      rarest.map((concept) => of([concept], classes[held], aboutSame)),
    ),
    [of(concepts, classes.strong).flat()],
    [of(concepts, classes.any).flat()],
  ];
}

/** All but each of three or more, the commonest left out first. */
function butOne(rarest: readonly Concept[]): Concept[][] {
  if (rarest.length < 3) return [];
  return rarest
    .map((left) => rarest.filter((one) => one !== left))
    .reverse()
    .slice(0, mostLeftOut);
}

/** Those that hold a word of each third, of each half, any of the rarest: the more of a topic one holds, the nearer it is. */
function topicTiers(concepts: readonly Concept[], asked: Asked): number[][][] {
  const telling = [...concepts]
    .sort((a, b) => heldBy(a, asked.vocabulary, 0) - heldBy(b, asked.vocabulary, 0))
    .slice(0, mostTelling)
    .map((concept) => lexemes(concept, classes.strong, asked));
  const parted = (count: number) =>
    Array.from({ length: count }, (_, part) => telling.filter((_, at) => at % count === part).flat());
  return [parted(3), parted(2), [telling.slice(0, 4).flat()]];
}

function candidatesOf(rows: readonly Row[], asked: Pick<Asked, 'placeOf' | 'known'>): Candidate[] {
  return rows.flatMap((row) => {
    const kind = foundKinds[row.kind] as FoundKind;
    const at = asked.placeOf(kind, row.no, row.at);
    if (at === undefined) return [];
    const key = at * foundKinds.length + row.kind;
    const candidate = asked.known.get(key) ?? new Candidate(kind, at, row);
    asked.known.set(key, candidate);
    return [candidate];
  });
}

/** Records whatever they hold. */
export async function fetchByIds(
  client: Reader,
  asked: Pick<Asked, 'part' | 'placeOf' | 'known'>,
  ids: readonly string[],
): Promise<Candidate[]> {
  return candidatesOf(await fetchOf(client, asked.part, ids), asked);
}
