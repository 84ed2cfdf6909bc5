// What a sentence maker hands on: the sentences, and the records they rest on.
import type { Query } from '../../question/query.ts';
import type { Aggregate, Alternative, Quote } from '../answer.ts';
import type { RunContext } from '../run/context.ts';
import type { Member } from '../run/result/scope.ts';

/** An answer before it has its entries. */
export interface Said {
  /** One sentence or a few; true when it is quoted alone. */
  lead: string;
  notes: string[];
  /** Assumptions as whole sentences. */
  assumed: string[];
  members: Member[];
  /** Nothing of what was asked is in the documents. */
  silent: boolean;
  aggregate: Aggregate | null;
  quotes: Quote[];
  alternatives: Alternative[];
  /** Fiscal years of the budgets in the sentence, which is then drawn as an answer about budgets. */
  budgetYears: number[] | null;
  /** The sentence is about the towns. */
  towns: boolean;
  /** A list rather than one fact. */
  list: boolean;
  /** The first so many members are what was asked for, the rest only related; absent: all are. */
  main?: number;
  /** None is what was asked for: they are only near it. */
  near?: true;
}

/** How many of the members are what was asked for, where others are only related to it. */
export function mainOf(members: readonly Member[], related: readonly Member[]): Pick<Said, 'main'> {
  if (related.length === 0 || members.length === 0) return {};
  const entries = members.every(({ kind }) => kind === 'kpi' || kind === 'project');
  return entries ? { main: members.length } : {};
}

/** Records that stand behind one figure at most; lists are whole. */
const mostBehind = 1000;

/** What a sentence maker may look at. */
export interface SayContext extends RunContext {
  query: Query;
}

/** A plain sentence with its records, the first ones of a figure. */
export function said(lead: string, members: readonly Member[] = [], more: Partial<Said> = {}): Said {
  return {
    lead,
    notes: [],
    assumed: [],
    members: more.list ? members.slice() : members.slice(0, mostBehind),
    silent: false,
    aggregate: null,
    quotes: [],
    alternatives: [],
    budgetYears: null,
    towns: false,
    list: false,
    ...more,
  };
}

/** The first members of several groups, no more than stand behind a figure. */
export function firstBehind(groups: readonly { members: readonly Member[] }[]): Member[] {
  const first: Member[] = [];
  for (const { members } of groups) {
    if (first.length >= mostBehind) break;
    first.push(...members.slice(0, mostBehind));
  }
  return first;
}
