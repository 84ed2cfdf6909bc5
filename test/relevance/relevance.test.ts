// The judged queries find what they should, no worse than the committed level.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSearch } from '../support/open-search.ts';
import { judge, type Measures, perClass, readJudged } from './measure.ts';

const level = JSON.parse(readFileSync(new URL('measures.json', import.meta.url), 'utf8')) as Record<
  string,
  Measures
>;
const { index, repository } = await openSearch();
const judged = readJudged(new URL('queries.jsonl', import.meta.url));
const now = perClass(judged.map((each) => judge(index, repository, each)));

test('every judgement names a record of the seeds', () => {
  const key = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  const names = new Set([
    ...repository.projects.map((project) => key(`project|${project.plan}|${project.name}`)),
    ...repository.kpis.map((kpi) => key(`kpi|${kpi.plan}|${kpi.name}`)),
  ]);
  const unknown = judged.flatMap((each) =>
    Object.keys(each.relevant).filter((name) => !names.has(key(name))),
  );
  expect(unknown).toEqual([]);
});

test.each(Object.entries(level))('%s does not fall by more than 0.02', (name, kept) => {
  expect(now[name]?.ndcg).toBeGreaterThanOrEqual(kept.ndcg - 0.02);
  expect(now[name]?.recall).toBeGreaterThanOrEqual(kept.recall - 0.02);
});

test('the goal holds: 0.95 over all, 0.9 in every class, no query without a hit', () => {
  expect(now.all?.ndcg).toBeGreaterThanOrEqual(0.95);
  for (const measures of Object.values(now)) expect(measures.ndcg).toBeGreaterThanOrEqual(0.9);
  expect(now.all?.withoutHit).toBe(0);
});
