// A query over the facts → plain data. Figures are worked out only over named sets and predicates, never over search hits.

import { type Ask, asksOfWords, type Query } from '../../question/query.ts';
import { runBestYear } from './best-year.ts';
import { isTooMany, runCompare } from './compare.ts';
import type { RunContext } from './context.ts';
import { runCount } from './count.ts';
import { runDifference } from './difference.ts';
import { isKind, runExtreme } from './extreme.ts';
import { runGapMoved } from './gap-moved.ts';
import { runGroup } from './group.ts';
import { relatedOf, runList } from './list.ts';
import { runRatio } from './ratio.ts';
import { runRemaining } from './remaining.ts';
import type { PlainResult, Result, UnreadResult } from './result/result.ts';
import type { Scope } from './result/scope.ts';
import { membersOf, scopeOf } from './scope.ts';
import { runStatements } from './statements.ts';
import { runSum } from './sum.ts';
import { tellings } from './tellings.ts';
import { runValues } from './values.ts';
import { runWhether } from './whether/whether.ts';

/** Asks whose answer is a figure over the whole set. */
const overSets: readonly Ask[] = [
  'count',
  'sum',
  'average',
  'median',
  'ratio',
  'extreme',
  'difference',
  'remaining',
  'compare',
  'whether',
  'group',
];
/** Asks that need no subject. */
const withoutSubject: readonly Ask[] = [
  ...asksOfWords,
  'page',
  'help',
  'plans',
  'greeting',
  'thanks',
  'off-topic',
  'unrecorded',
  'history',
];

/** Asks that hold counts of two sets against each other; none is a count as well. */
const sideBySide: readonly Ask[] = ['compare', 'ratio', 'difference'];

/** Never throws on a query that fits the schema. */
export function runQuery(query: Query, context: RunContext): Result {
  const scopes = query.sets.map((set) => scopeOf(set, context));
  if (query.unread.length > 0) return unread(query, scopes, context);
  const [scope] = scopes;
  const fuzzy = scopes.find(({ near, named }) => near !== null && !named);
  if (fuzzy && overSets.includes(query.ask)) return { shape: 'fuzzy', scope: fuzzy };
  if (query.ask === 'show' && scopes.length > 0) return showAll(query, scopes, context);
  const empty = scopes.find(({ members }) => members.length === 0);
  const held = query.of !== null && query.sets.length > 1 && sideBySide.includes(query.ask);
  const counts = query.ask === 'count' || query.ask === 'whether' || held;
  if (empty && !counts && !withoutSubject.includes(query.ask))
    return { shape: 'nothing', scope: empty, notHeld: null };
  return scope
    ? ofSets(query, scopes, context)
    : (withoutSets(query, context) ?? plain(query, null, context));
}

function ofSets(query: Query, scopes: Scope[], context: RunContext): Result {
  const [scope] = scopes as [Scope];
  switch (query.ask) {
    case 'values':
      return query.wanted.length > 0
        ? runValues(query, scope, context)
        : plain({ ...query, ask: 'show' }, scope, context);
    case 'list':
      return runList(query, scope, context);
    case 'count':
      return runCount(query.of !== null && isKind(query.of) ? query.of : scope.kind, scope, context);
    case 'sum':
    case 'average':
    case 'median':
      return runSum(query, scope, context);
    case 'extreme':
      return query.extreme?.by === 'year'
        ? runBestYear(query, scope, context)
        : runExtreme(query, scope, context);
    case 'difference':
      if (query.of === 'gap' && scopes.length === 2) return runGapMoved(query, scopes, context);
      return runDifference(query, scope, context);
    case 'remaining':
      return runRemaining(scope, context);
    case 'compare':
      return isTooMany(query, scopes)
        ? runExtreme(query, scope, context)
        : runCompare(query, scopes, context);
    case 'ratio':
      return scopes.length < 2
        ? plain({ ...query, ask: 'show' }, scope, context)
        : runRatio(query, scopes, context);
    case 'whether':
      return runWhether(query, scopes, context) ?? ofSets({ ...query, ask: 'values' }, scopes, context);
    case 'why':
    case 'how':
    case 'what':
    case 'define':
    case 'page':
      return runStatements(query, scopes, context);
    case 'group':
      return runGroup(query, scopes, context);
    default:
      return plain(query, scope, context);
  }
}

/** Words alone: statements, or an answer about Hakaru itself. */
function withoutSets(query: Query, context: RunContext): Result | null {
  const said = query.ask === 'page' || asksOfWords.includes(query.ask);
  return said ? runStatements(query, [], context) : null;
}

const plainAsks = [
  'show',
  'basis',
  'history',
  'unrecorded',
  'help',
  'plans',
  'greeting',
  'thanks',
  'off-topic',
] as const;

function plain(query: Query, scope: Scope | null, context: RunContext): PlainResult {
  const shape = plainAsks.find((ask) => ask === query.ask) ?? 'off-topic';
  const related = scope && shape === 'show' ? relatedOf(scope, context) : [];
  const years = query.wanted.flatMap((wanted) => wanted.years);
  const judged = shape === 'basis' || shape === 'history';
  const own = scope && judged && scope.kind !== 'kpi' ? kpisOf(scope, context) : scope;
  return { shape, scope: own, related, words: query.about, years };
}

/** A verdict is asked of the KPIs of a project. */
function kpisOf(scope: Scope, context: RunContext): Scope {
  const { related } = context.facts;
  const ids = scope.members.flatMap(({ kind, subject }) => related.of(kind, subject.id, 'kpi') ?? []);
  return ids.length === 0
    ? scope
    : { ...scope, kind: 'kpi', noun: 'KPI', members: membersOf('kpi', ids, context) };
}

/** What was not understood is said; only lists are shown all the same. */
function unread(query: Query, scopes: readonly Scope[], context: RunContext): UnreadResult {
  const [scope] = scopes;
  const show = scope !== undefined && scope.members.length > 0;
  const listed = query.ask === 'list' || query.ask === 'show';
  if (!show || !(scope.named || listed)) return { shape: 'unread', words: query.unread, shown: null };
  const shown =
    query.ask === 'list'
      ? runList({ ...query, wanted: [] }, scope, context)
      : plain({ ...query, ask: 'show' }, scope, context);
  return { shape: 'unread', words: query.unread, shown };
}

/** Everything on a topic, of every kind asked for; what is only related stands in where nothing else is. */
function showAll(query: Query, scopes: readonly Scope[], context: RunContext): Result {
  const parts = scopes.map((scope) => ({ scope, related: relatedOf(scope, context) }));
  const [first] = parts;
  const held = parts.filter(({ scope }) => scope.members.length > 0);
  const near = held.length > 0 ? held : parts.filter(({ related }) => related.length > 0);
  const [best] = near;
  if (!best || !first) return { shape: 'nothing', scope: (first as { scope: Scope }).scope, notHeld: null };
  const more = near.slice(1);
  return {
    ...plain(query, best.scope, context),
    related: [...best.related],
    also: more.map(({ scope, related }) => ({ scope, related })),
    told: tellings(query, scopes, context),
  };
}
