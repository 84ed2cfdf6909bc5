// Records on the topic of the best hits: they lift weak hits, and fill a short list up, always behind what was asked for.
import type { Analyzer } from './analyzer.ts';
import type { IndexWords } from './index-words.ts';
import type { Concept, WordWeights } from './meanings.ts';
import type { Accept, Ranked, Ranker, Stretch } from './rank.ts';
import type { Titled } from './ranked-records.ts';

/** A list with so many hits near the best one needs no neighbours. */
const ENOUGH = 10;
/** Share of the best score from which a hit is near it, and from which the topic is taken from it. */
const shares = { near: 0.5, topic: 0.75 } as const;
/** The topic is that of so many hits, described by so many words. */
const most = { hits: 3, words: 30 } as const;
/** Who shares less of the topic is no neighbour. */
const LEAST_CLOSENESS = 0.15;
/** Of the best score: what the closest neighbour gains, and the most a record that was not found gets. */
const gains = { found: 0.3, unfound: 0.3 } as const;
/** Every neighbour is worth showing. */
const LEAST_GAIN = 0.1;

/** The topics of so many records are kept at most: cutting their texts takes longer than ranking. */
const MOST_KEPT = 4_000;

/** A word that tells what a record is about, as it is looked for. */
interface Telling {
  word: number;
  concept: Concept;
}

/** What is known of words. */
export interface WordKnowledge {
  analyzer: Pick<Analyzer, 'analyze'>;
  vocabulary: IndexWords;
  weights: Pick<WordWeights, 'silent' | 'weak'>;
}

/** Finds what else is on a topic. */
export class Neighbours {
  private readonly kept = new Map<number, readonly Telling[]>();
  private readonly concepts = new Map<number, Concept>();
  /** Of every concept here; nobody adds to it. */
  private readonly nothing: Set<number> = new Set();

  constructor(
    private readonly words: WordKnowledge,
    private readonly described: (record: number) => Pick<Titled, 'name' | 'keywords'>,
    private readonly ranker: Pick<Ranker, 'rank' | 'sort'>,
  ) {}

  /** The hits in their new order, neighbours among and behind them; many good hits stay as they are. */
  extend(ranked: Ranked[], accept: Accept, stretch?: Stretch): Ranked[] {
    const best = ranked[0]?.score ?? 0;
    const near = ranked.filter(({ score }) => score >= best * shares.near).length;
    if (near === 0 || near >= ENOUGH) return ranked;
    const models = ranked.filter(({ score }) => score >= best * shares.topic).slice(0, most.hits);
    const around = this.ranker.rank(this.topic(models), '', accept, stretch);
    const closest = around[0]?.score ?? 0;
    if (closest === 0) return ranked;
    const closeness = new Map<number, number>();
    for (const { record, score } of around) closeness.set(record, Math.sqrt(score / closest));
    const extended = ranked.map((hit) => {
      const close = closeness.get(hit.record) ?? 0;
      const isModel = hit.score >= best * shares.near;
      return isModel || close < LEAST_CLOSENESS
        ? hit
        : { ...hit, score: Math.min(hit.score + gains.found * best * close, best * shares.near) };
    });
    const known = new Set<number>();
    for (const { record } of ranked) known.add(record);
    for (const { record } of around) {
      const close = closeness.get(record) ?? 0;
      if (close < LEAST_CLOSENESS) break;
      if (!known.has(record))
        extended.push({
          record,
          score: (LEAST_GAIN + gains.unfound * close) * best,
          matched: 0,
          strong: false,
          share: 0,
        });
    }
    return this.ranker.sort(extended);
  }

  /** The words of names and keywords that say something, each once. */
  private topic(models: readonly Ranked[]): Concept[] {
    const words = new Map<number, Concept>();
    for (const { record } of models)
      for (const { word, concept } of this.toldBy(record)) {
        if (words.size >= most.words) break;
        words.set(word, concept);
      }
    return [...words.values()];
  }

  /** What a record is about, worked out once. */
  private toldBy(record: number): readonly Telling[] {
    const known = this.kept.get(record);
    if (known) return known;
    const { name, keywords } = this.described(record);
    const telling = [name, ...keywords].flatMap((text) => this.tellingIn(text));
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(record, telling);
    return telling;
  }

  private tellingIn(typed: string): Telling[] {
    const { analyzer, vocabulary, weights } = this.words;
    return analyzer.analyze(typed).words.flatMap(({ term, text, kind, hidden }) => {
      const word = vocabulary.number(term);
      if (word === undefined || hidden || kind === 'run' || vocabulary.frequency(word) === 0) return [];
      return weights.silent.has(text) || weights.weak.has(text)
        ? []
        : [{ word, concept: this.conceptOf(word, text) }];
    });
  }

  /** Topics have many words in common; nobody changes them. */
  private conceptOf(word: number, text: string): Concept {
    const known = this.concepts.get(word);
    if (known) return known;
    const meanings = new Map([[word, 1]]);
    const concept = { text, start: 0, meanings, direct: this.nothing, emphasis: 1, bonus: false };
    if (this.concepts.size >= MOST_KEPT) this.concepts.clear();
    this.concepts.set(word, concept);
    return concept;
  }
}
