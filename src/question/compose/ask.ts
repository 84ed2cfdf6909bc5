// What is wanted, as a list of rules: the first that the clause fulfils composes the query.
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';
import { aboutWords, defineWord, pageOf, whyOf } from './rules/about.ts';
import { projectsByAim } from './rules/by-aim.ts';
import { periodClaim, setClaim, whether } from './rules/claim.ts';
import { compareTwo } from './rules/compare.ts';
import { differenceOf, remainingOf } from './rules/difference.ts';
import { countOf, extremeOf, groupOf, sumOf } from './rules/figures.ts';
import { absentTowns, followUp } from './rules/follow-up.ts';
import {
  listOf,
  planOfRecord,
  policyValues,
  projectsOfKpi,
  repeatedRows,
  showOf,
  siblingsOf,
  valuesOf,
  wordSearch,
} from './rules/records.ts';
import { elsewhere, smallTalk } from './rules/small-talk.ts';
import { basisOrHistory, dueOrReached, unrecorded } from './rules/status.ts';

/** A rule composes a query, or leaves the clause to the next one. */
export type Rule = (clause: Clause) => Query | Query[] | null;

const rules: readonly Rule[] = [
  smallTalk,
  wordSearch,
  elsewhere,
  absentTowns,
  followUp,
  basisOrHistory,
  pageOf,
  whyOf,
  repeatedRows,
  siblingsOf,
  policyValues,
  planOfRecord,
  projectsOfKpi,
  projectsByAim,
  compareTwo,
  extremeOf,
  setClaim,
  periodClaim,
  whether,
  unrecorded,
  sumOf,
  remainingOf,
  differenceOf,
  groupOf,
  countOf,
  dueOrReached,
  defineWord,
  aboutWords,
  listOf,
  valuesOf,
];

/** The clause's query; a clause that asks for nothing in particular shows what it speaks of. */
export function askOf(clause: Clause): Query[] {
  for (const rule of rules) {
    const query = rule(clause);
    if (query) return [query].flat();
  }
  return [showOf(clause)];
}
