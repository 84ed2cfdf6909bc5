// Queries written by hand, and what they are answered from: the seeds, or the small plan of an invented town.
import { join } from 'node:path';
import { type AnswerContext, answerQueries } from '../../src/answer/answer-queries.ts';
import type { Statement } from '../../src/answer/run/context.ts';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository, type Repository } from '../../src/data/repository.ts';
import type { Kind } from '../../src/facts/attribute.ts';
import { createFacts } from '../../src/facts/facts.ts';
import type { Limit, Predicate, Query, SubjectSet } from '../../src/question/query.ts';
import type { SearchHit, SearchIndex } from '../../src/search/search.ts';

const root = join(import.meta.dirname, '../..');

/** The invented town of `test/fixtures`. */
export const midorino = () => createRepository(loadSeeds(join(root, 'test/fixtures/midorino')));
/** The five documents. */
export const seeds = () => createRepository(loadSeeds(join(root, 'seeds')));

/** A whole query from the parts that matter. */
export function query(parts: Partial<Query>): Query {
  return {
    ask: 'values',
    sets: [],
    wanted: [],
    extreme: null,
    between: null,
    as: null,
    of: null,
    claim: null,
    unit: null,
    years: [],
    seek: null,
    topics: [],
    about: '',
    told: [],
    telling: '',
    earlier: [],
    unread: [],
    assumed: [],
    ...parts,
  };
}

export const named = (kind: Kind, ...ids: string[]): SubjectSet => ({
  kind,
  named: ids,
  where: [],
  label: '',
});
export const all = (kind: Kind, ...where: Predicate[]): SubjectSet => ({
  kind,
  named: null,
  where,
  label: '',
});
export const wanted = (attribute: string, ...years: number[]) => ({ attribute, years });
export { claiming as claim } from '../../src/question/compose/claiming.ts';
export const limit = (
  relation: Limit['relation'],
  value: number,
  text: string,
  unit: string | null = null,
) => ({
  relation,
  value,
  unit,
  text,
});

/** A search that finds just these projects, whatever the words. */
export function searchOf(hits: { id: string; score: number }[]): SearchIndex {
  const found = hits.map(
    (hit): SearchHit => ({ kind: 'project', matched: [], strength: 'strong', share: 1, ...hit }),
  );
  return {
    search: () => ({ hits: found, terms: [], readAs: [], suggestions: [] }) as never,
    readings: () => [],
  };
}

/** Asks one repository on 24 November 2026. */
export function asker(repository: Repository, more: { search?: SearchIndex; statements?: Statement[] } = {}) {
  const facts = createFacts(repository);
  const context: AnswerContext = {
    facts,
    repository,
    search: more.search ?? searchOf([]),
    asOf: '2026-11-24',
    text: '',
    statements: more.statements && { search: () => more.statements ?? [] },
  };
  const ask = (...queries: Partial<Query>[]) => answerQueries(queries.map(query), context);
  return { ask, facts, context, lead: (...queries: Partial<Query>[]) => ask(...queries).lead };
}
