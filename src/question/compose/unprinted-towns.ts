// どの市と四都市連携をしているか: where a plan prints no towns of its projects, what is told in words answers.
import type { Query } from '../query.ts';
import { type Clause, emptyQuery } from './compose.ts';
import { statementsAbout } from './statement-words.ts';

/** The query over statements on the records, or as it is. */
export function townsInWords(query: Query, clause: Clause): Query {
  const { facts, repository } = clause.around;
  const { ask, wanted, sets } = query;
  const towns = wanted.length === 1 && wanted[0]?.attribute === 'towns';
  const [set, more] = sets;
  if (ask !== 'values' || !towns || !set?.named || more || set.kind !== 'project') return query;
  const plans = set.named.flatMap((id) => repository.project(id)?.plan ?? []);
  if (plans.length === 0 || plans.some((plan) => facts.printed('project', 'towns', plan))) return query;
  const words = statementsAbout(clause);
  if (words === null || !namesTown(words, clause)) return query;
  clause.unread.length = 0;
  return { ...emptyQuery('what'), sets, about: words };
}

/** 区市町村 as those a grant is for is no town by name. */
function namesTown(words: string, { around: { search, repository } }: Clause): boolean {
  const hit = search.search(words, { kinds: ['statement'] }).hits[0];
  const text = repository.statement(hit?.id ?? '')?.text ?? '';
  const plain = text.replace(/(?:市?区|区?市|都道府県)?町村|区市|市区|[各全本当他両同]\s?[市区町村]/g, '');
  return /[一-龠ヶ々]{2,}[市区町村]/.test(plain);
}
