// Is it so? Each part of the claim is checked on its own; a denial turns the answer round.

import { baseUnit, baseValue } from '../../facts/cell.ts';
import type { Claim, Predicate, Query } from '../../question/query.ts';
import { runCompare } from './compare.ts';
import { cellsOf, type RunContext } from './context.ts';
import { runCount } from './count.ts';
import { type Points, pointsOf, wayOf } from './difference.ts';
import { isKind } from './extreme.ts';
import { keeps, maskOf } from './predicates.ts';
import { isReached, remainingOf } from './remaining.ts';
import type { Checked, Member, Scope, WhetherResult } from './result.ts';
import { membersOf } from './scope.ts';
import { inWords } from './set-words.ts';
import { runSum } from './sum.ts';
import { carriersOf, tell } from './tell.ts';

interface Check {
  query: Query;
  claim: Claim;
  scopes: readonly Scope[];
  context: RunContext;
}

/** All parts must hold; one that cannot be decided leaves the whole open, one that is wrong settles it. */
export function runWhether(
  query: Query,
  scopes: readonly Scope[],
  context: RunContext,
): WhetherResult | null {
  const { claim } = query;
  const [scope] = scopes;
  if (!claim || !scope) return null;
  const checked = checksOf({ query, claim, scopes, context }, scope);
  const wrong = checked.some(({ holds }) => holds === false);
  const open = checked.length === 0 || checked.some(({ holds }) => holds === null);
  const holds = wrong ? false : open ? null : true;
  return { shape: 'whether', scope, holds: claim.denied && holds !== null ? !holds : holds, checked };
}

function checksOf(check: Check, scope: Scope): Checked[] {
  const { query, claim, context } = check;
  if (claim.same !== null) return same(check);
  if (query.of !== null && isKind(query.of) && claim.limits.length > 0) {
    const count = runCount(query.of, scope, context);
    return [{ holds: keeps(count.counted.length, claim.limits), fact: { is: 'count', count } }];
  }
  if (!scope.named && scope.members.length !== 1) return ofSet(check, scope);
  return scope.members.flatMap((member) => ofMember(member, check));
}

function ofMember(member: Member, check: Check): Checked[] {
  const { claim } = check;
  return [
    ...claim.within.flatMap((predicate) => within(member, predicate, check)),
    ...(claim.words.length > 0 ? [holdsWords(member, check)] : []),
    ...(claim.reached === null && claim.limits.length > 0 ? keepsLimits(member, check) : []),
    ...(claim.moved === null ? [] : moved(member, check)),
    ...(claim.reached === null ? [] : reached(member, check)),
  ];
}

/** Membership: the fact is what the document says of just that. */
function within(member: Member, predicate: Predicate, { context }: Check): Checked[] {
  const { facts } = context;
  if (predicate.is === 'town') return predicate.names.map((town) => takesPart(member, town, context));
  const mask = maskOf(predicate, member.kind, context);
  const place = facts.position(member.kind, member.subject.id);
  const holds = mask.known[place] ? mask.yes[place] === 1 : null;
  const attribute = attributeOf(predicate);
  if (attribute === null) {
    const fact = { is: 'plain' as const, member, predicate: inWords(predicate, context) };
    return [{ holds, fact }];
  }
  if (attribute === 'policy') return [{ holds, fact: { is: 'policy', member } }];
  const fy = 'fy' in predicate && predicate.fy !== null ? [predicate.fy] : [];
  return [{ holds, fact: { is: 'told', told: tell(member, { attribute, years: fy }, context) } }];
}

/** The attribute that shows whether a predicate holds. */
function attributeOf(predicate: Predicate): string | null {
  switch (predicate.is) {
    case 'policy':
    case 'repeated':
      return 'policy';
    case 'department':
      return 'department';
    case 'plan':
      return 'plan';
    case 'number':
      return 'number';
    case 'status':
    case 'lagging':
      return 'status';
    case 'unit':
      return 'unit';
    case 'due':
      return 'deadline';
    case 'compare':
    case 'word':
    case 'has':
      return predicate.attribute;
    case 'not':
      return attributeOf(predicate.that);
    case 'any':
    case 'all':
      return predicate.of[0] ? attributeOf(predicate.of[0]) : null;
    default:
      return null;
  }
}

function takesPart(member: Member, town: string, context: RunContext): Checked {
  const project = member.kind === 'project' ? member : carrier(member, 'towns', context);
  const ids = project ? context.facts.related.of(project.kind, project.subject.id, 'town') : null;
  const towns = ids === null ? null : [...ids];
  return {
    holds: towns === null ? null : towns.includes(town),
    fact: { is: 'town', member: project ?? member, town, towns },
  };
}

function carrier(member: Member, attribute: string, context: RunContext): Member | undefined {
  const declared = context.facts.attribute(attribute);
  return declared && carriersOf(member, declared, context)[0];
}

/** Words of a list (順調) are the same or not; in texts they are looked for. */
function holdsWords(member: Member, { query, claim, context }: Check): Checked {
  const told = query.wanted.flatMap((wanted) => tell(member, wanted, context));
  const known = told.filter(({ gap }) => gap === null);
  const has = (word: string) =>
    known.some(({ attribute, cells }) =>
      cells.some((cell) =>
        attribute?.type === 'word' ? cell.word === word : `${cell.word ?? ''} ${cell.text}`.includes(word),
      ),
    );
  return { holds: known.length === 0 ? null : claim.words.every(has), fact: { is: 'told', told } };
}

/** The figure against what was claimed, in the same unit. */
function keepsLimits(member: Member, { query, claim, context }: Check): Checked[] {
  const wanted =
    query.wanted.length > 0
      ? query.wanted
      : [{ attribute: member.kind === 'kpi' ? 'target' : 'budget', years: [] }];
  const fitting = wanted.filter(({ attribute }) => canKeep(attribute, query, context));
  return (fitting.length > 0 ? fitting : wanted).map((one) => {
    const told = tell(member, one, context);
    const attribute = context.facts.attribute(one.attribute);
    const money = attribute?.type === 'money';
    const values = told.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        const value = baseValue(cell, attribute?.type);
        const unit = claim.limits[0]?.unit ?? null;
        const fits = money || unit === null || baseUnit(cell.unit) === baseUnit(unit);
        return value === null || !fits ? [] : [value];
      }),
    );
    const holds = values.length === 0 ? null : values.some((value) => keeps(value, claim.limits));
    return { holds, fact: { is: 'told', told } };
  });
}

/** 目標が基準値より低い47%: the figure is the target's; of money and words only money has a figure in yen. */
function canKeep(id: string, { between, claim }: Query, { facts }: RunContext): boolean {
  const type = facts.attribute(id)?.type;
  if (type === 'word' || type === 'text') return false;
  if (claim?.limits[0]?.unit === '円') return type === 'money';
  return between === null || between.from.attribute === between.to.attribute || id === between.to.attribute;
}

/** Rose or fell: between the years said, else from the baseline to the newest actual (or to the target, if that was asked). */
function moved(member: Member, { query, claim, context }: Check): Checked[] {
  const kpis =
    member.kind === 'kpi' ||
    (query.wanted[0] ? context.facts.attribute(query.wanted[0].attribute)?.of.includes(member.kind) : true)
      ? [member]
      : carriersOf(
          member,
          context.facts.attribute(query.wanted[0]?.attribute ?? 'budget') ?? ({ of: ['kpi'] } as never),
          context,
        );
  return kpis.map((one) => {
    const way = wayOf(one, asPrinted(one, pointsOfMove(one, query, context), context), context);
    if (!way.from || !way.to) return { holds: null, fact: { is: 'way', way } };
    const change = Number((way.to.value - way.from.value).toPrecision(12));
    const holds = claim.moved === 'same' ? change === 0 : claim.moved === 'up' ? change > 0 : change < 0;
    return { holds, fact: { is: 'way', way } };
  });
}

/** One attribute without years is no pair of ends yet. */
function apart(between: Query['between']): Query['between'] {
  if (between === null) return null;
  const { from, to } = between;
  return from.attribute === to.attribute && from.fy === to.fy ? null : between;
}

/** Where no result is printed the present value (現状値) is what there is; the sentence names it. */
function asPrinted(member: Member, points: Points, { facts }: RunContext): Points {
  const { kind, subject } = member;
  const told = (attribute: string) =>
    facts.cellsOf(kind, attribute, subject.id).some(({ value }) => value !== null);
  const point = (own: Points['from'], other: Points['from']) =>
    own.attribute === 'actual' && other.attribute === 'target' && !told('actual') && told('baseline')
      ? { attribute: 'baseline', fy: null }
      : own;
  return { from: point(points.from, points.to), to: point(points.to, points.from) };
}

function pointsOfMove(member: Member, query: Query, context: RunContext): Points {
  const said =
    apart(query.between) ??
    (query.wanted.length > 0 ? pointsOf(member, { ...query, between: null }, context) : null);
  if (said) return said;
  if (member.kind !== 'kpi') return pointsOf(member, query, context);
  return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } };
}

/** By the newest actual; without one the baseline may meet the target already, else it cannot be decided. */
function reached(member: Member, { query, claim, context }: Check): Checked[] {
  const { facts } = context;
  const kpis =
    member.kind === 'kpi'
      ? [member]
      : membersOf('kpi', facts.related.of(member.kind, member.subject.id, 'kpi') ?? [], context);
  return kpis.map((kpi) => {
    const remaining = remainingAt(kpi, query, context);
    const actual = remaining.from?.what === 'actual' ? remaining.from.cell : null;
    const limit = claim.limits[0];
    const by =
      limit && remaining.from
        ? keeps(
            baseValue({ value: remaining.from.value, unit: remaining.from.cell.unit }) ?? Number.NaN,
            claim.limits,
          )
        : remaining.reached;
    const met = actual && (limit || remaining.gap !== null) ? by : null;
    const holds = met === null ? null : met === claim.reached;
    return {
      holds,
      fact: {
        is: 'reached',
        remaining: limit && remaining.from ? { ...remaining, reached: by } : remaining,
        limit: limit?.text ?? null,
        actual,
      },
    };
  });
}

/** The target of the actual's own year, where it has a plain one; else the final target. */
function remainingAt(kpi: Member, query: Query, context: RunContext) {
  const remaining = remainingOf(kpi, context);
  const { from, direction } = remaining;
  const targets = cellsOf(context, 'kpi', 'target', kpi.subject.id);
  const year =
    query.wanted.find(({ attribute }) => attribute === 'target')?.years.at(-1) ??
    (from?.what === 'actual' ? from.cell.fy : null);
  const own = targets.find((cell) => cell.fy === year && cell.value !== null && !cell.final);
  if (!from || !own || own.value === null || remaining.to?.fy === year) return remaining;
  const gap = Number((own.value - from.value).toPrecision(12));
  return { ...remaining, to: own, gap, reached: isReached(gap, direction) };
}

function same({ query, claim, scopes, context }: Check): Checked[] {
  if (query.wanted.length > 1 && scopes.length === 1 && scopes[0]?.members.length === 1)
    return sameAttributes(query, scopes[0], context);
  const compare = runCompare(query, scopes, context);
  if (compare.shape === 'nothing') return [];
  const values = compare.sides.map((side) =>
    comparable(
      side.value,
      side.cells.map(({ word, text }) => word ?? text),
    ),
  );
  const known = values.every((value) => value !== '');
  const alike = values.every((value) => value === values[0]);
  return [{ holds: known ? alike === (claim.same ?? true) : null, fact: { is: 'same', compare } }];
}

/** Two attributes of one subject: 事業評価と局施策評価は同じか. */
function sameAttributes(query: Query, scope: Scope, context: RunContext): Checked[] {
  const [member] = scope.members;
  if (!member) return [];
  const told = query.wanted.flatMap((wanted) => tell(member, wanted, context));
  const values = told.map(({ cells }) =>
    comparable(
      null,
      cells.map(({ word, text }) => word ?? text),
    ),
  );
  const known = values.every((value) => value !== '');
  const alike = new Set(values).size === 1;
  return [{ holds: known ? alike === query.claim?.same : null, fact: { is: 'told', told } }];
}

const comparable = (value: number | null, words: readonly string[]) =>
  value === null ? [...words].sort().join('・') : String(value);

/** A set nobody named: are there any (claim over members), or does its sum keep the bound. */
function ofSet({ query, claim, context }: Check, scope: Scope): Checked[] {
  const [wanted] = query.wanted;
  const attribute = wanted && context.facts.attribute(wanted.attribute);
  if (claim.limits.length > 0 && attribute?.adds) {
    const sum = runSum({ ...query, ask: 'sum' }, scope, context);
    if (sum.shape === 'nothing') return [];
    const value = sum.together ?? sum.totals[0]?.value ?? 0;
    return [{ holds: keeps(value, claim.limits), fact: { is: 'sum', sum } }];
  }
  const each = scope.members.filter((member) => {
    const checks = ofMember(member, { query, claim, scopes: [scope], context });
    return checks.every(({ holds }) => holds === true);
  });
  const has = claim.within.find((predicate) => predicate.is === 'has');
  const lacking = has?.is === 'has' ? (context.facts.attribute(has.attribute)?.label ?? null) : null;
  return [{ holds: each.length > 0, fact: { is: 'some', scope, members: each, lacking } }];
}
