// Holds the search against judged queries: nDCG@10, recall@10, MRR and the share without a hit, per class.
import { readFileSync } from 'node:fs';
import type { Repository } from '../../src/data/repository.ts';
import type { SearchIndex } from '../../src/search/search.ts';

/** One judged query: grades 3 (surely wanted), 2 (clearly relevant), 1 (on the topic). */
export interface Judged {
  id: string;
  query: string;
  target: 'kpi' | 'project';
  class: string;
  /** `kind|plan id|name as in the document` → grade */
  relevant: Record<string, number>;
}

export interface Measures {
  queries: number;
  ndcg: number;
  /** Share of the grades ≥ 2 among the first ten. */
  recall: number;
  mrr: number;
  withoutHit: number;
}

export interface Outcome extends Judged {
  ndcg: number;
  found: { key: string; grade: number }[];
  terms: string[];
  readAs: { typed: string; as: string }[];
  missed: string[];
  recall: number;
  reciprocal: number;
  hits: number;
}

export function readJudged(file: string | URL): Judged[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Judged);
}

/** Names compare after NFKC, without blanks and without 【再掲】. */
const key = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s|【再掲】/g, '')
    .replace(/[〜～]/g, '~');

export function judge(index: SearchIndex, repository: Repository, judged: Judged): Outcome {
  const { hits, terms, readAs } = index.search(judged.query, { kinds: [judged.target] });
  const grades = new Map(Object.entries(judged.relevant).map(([name, grade]) => [key(name), grade]));
  const found = hits.map(({ kind, id }) => {
    const record = kind === 'kpi' ? repository.kpi(id) : repository.project(id);
    const own = key(`${kind}|${record?.plan}|${record?.name}`);
    return { key: own, grade: grades.get(own) ?? 0 };
  });
  const gain = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
  const best = ideal.reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
  const got = found.slice(0, 10).reduce((sum, { grade }, rank) => sum + gain(grade, rank), 0);
  const wanted = [...grades.values()].filter((grade) => grade >= 2).length;
  const first = found.findIndex(({ grade }) => grade > 0);
  const reached = new Set(found.slice(0, 10).map((hit) => hit.key));
  return {
    ...judged,
    ndcg: best === 0 ? 1 : got / best,
    found,
    terms,
    readAs,
    missed: [...grades].filter(([name]) => !reached.has(name)).map(([name, grade]) => `${grade} ${name}`),
    recall:
      wanted === 0 ? 1 : found.slice(0, 10).filter(({ grade }) => grade >= 2).length / Math.min(10, wanted),
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
    hits: hits.length,
  };
}

function summarize(outcomes: readonly Outcome[]): Measures {
  const mean = (value: (outcome: Outcome) => number) =>
    Math.round((outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length) * 10_000) /
    10_000;
  return {
    queries: outcomes.length,
    ndcg: mean((outcome) => outcome.ndcg),
    recall: mean((outcome) => outcome.recall),
    mrr: mean((outcome) => outcome.reciprocal),
    withoutHit: mean((outcome) => (outcome.hits === 0 ? 1 : 0)),
  };
}

/** One row per class in order of first appearance, then `all`. */
export function perClass(outcomes: readonly Outcome[]): Record<string, Measures> {
  const classes = [...new Set(outcomes.map((outcome) => outcome.class))];
  const rows = classes.map((name): [string, Measures] => [
    name,
    summarize(outcomes.filter((outcome) => outcome.class === name)),
  ]);
  return Object.fromEntries([...rows, ['all', summarize(outcomes)]]);
}
