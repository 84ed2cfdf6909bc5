// Is it so? Each part of the claim is checked on its own; a denial turns the answer round.
import type { Query } from '../../../question/query.ts';
import { runCompare } from '../compare.ts';
import type { RunContext } from '../context.ts';
import { runCount } from '../count.ts';
import { type Point, samePoints } from '../difference.ts';
import { isKind } from '../extreme.ts';
import type { Mask } from '../mask.ts';
import { keeps } from '../predicates/limits.ts';
import { maskOf } from '../predicates/mask-of.ts';
import { runRatio } from '../ratio.ts';
import type { Checked, WhetherResult } from '../result/claims.ts';
import type { Member, Scope } from '../result/scope.ts';
import { inWords } from '../set-words.ts';
import { runSum } from '../sum.ts';
import type { Check } from './check.ts';
import { keepsLimits, keepsRounded, moved, reached, sharesClaimed } from './figures.ts';
import { keepsPeriod } from './period.ts';
import { same } from './same.ts';
import { holdsWords, within } from './within.ts';

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
  if (query.as !== null) return ofRatio(check);
  if (claim.members.length > 0) return [ofMembers(claim.members, scope)];
  if (check.scopes.length === 2 && claim.moved !== null) return moreThan(check);
  if (query.of !== null && isKind(query.of) && claim.limits.length > 0) {
    const count = runCount(query.of, scope, context);
    return [{ holds: keeps(count.counted.length, claim.limits), fact: { is: 'count', count } }];
  }
  if (!scope.named && (scope.members.length !== 1 || claimsNone(claim))) return ofSet(check, scope);
  return havingColumn(scope.members, check).flatMap((member) => ofMember(member, check));
}

/** Just these records: what the set holds is told, whether it is more or less. */
function ofMembers(claimed: readonly string[], scope: Scope): Checked {
  const held = new Set(scope.members.map(({ subject }) => subject.id));
  const holds = held.size === claimed.length && claimed.every((id) => held.has(id));
  return { holds, fact: { is: 'some', scope, members: [...scope.members], lacking: null, each: null } };
}

/** Of projects of one name in several plans those whose plan prints the column that the words are claimed of. */
function havingColumn(members: readonly Member[], { query, claim, context }: Check): readonly Member[] {
  if (claim.words.length === 0) return members;
  const having = members.filter(({ kind, subject }) =>
    query.wanted.some(({ attribute }) => context.facts.cellsOf(kind, attribute, subject.id).length > 0),
  );
  return having.length > 0 ? having : members;
}

/** 「遅れ」のものは一つもない: all that is claimed is that there are none. */
function claimsNone({ denied, within, words, limits, moved, reached }: Check['claim']): boolean {
  const said = within.length + words.length + limits.length;
  return denied && said === 0 && moved === null && reached === null;
}

function ofMember(member: Member, check: Check): Checked[] {
  const { claim } = check;
  if (member.kind === 'plan' && check.query.wanted[0]?.attribute === 'period')
    return [keepsPeriod(member, check)];
  return [
    ...claim.within.flatMap((predicate) => within(member, predicate, check)),
    ...(claim.words.length > 0 ? [holdsWords(member, check)] : []),
    ...(claim.reached === null && boundsFigure(member, check) ? keepsLimits(member, check) : []),
    ...(claim.moved === null ? [] : moved(member, check)),
    ...(claim.reached === null ? [] : reached(member, check)),
  ];
}

/** 2割減った bounds the change, and no figure itself. */
function boundsFigure(member: Member, { claim, query, context }: Check): boolean {
  if (claim.limits.length === 0) return false;
  const attribute = query.between?.to.attribute ?? query.wanted[0]?.attribute ?? 'budget';
  const cells = context.facts.cellsOf(member.kind, attribute, member.subject.id);
  const unit = cells.find(({ value }) => value !== null)?.unit ?? null;
  return sharesClaimed(claim, unit).length < claim.limits.length;
}

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
  const mask = movedBudgets({ query, claim, scopes: [scope], context }, scope);
  const each = scope.members.filter((member) => {
    if (mask) return mask.yes[member.at] === 1;
    const checks = ofMember(member, { query, claim, scopes: [scope], context });
    return checks.every(({ holds }) => holds === true);
  });
  const has = claim.within.find((predicate) => predicate.is === 'has');
  const lacking = has?.is === 'has' ? (context.facts.attribute(has.attribute)?.label ?? null) : null;
  const holds = claim.each ? each.length === scope.members.length : each.length > 0;
  const all = claim.each ? claim.within.map((predicate) => inWords(predicate, context)).join('・') : null;
  return [{ holds, fact: { is: 'some', scope, members: each, lacking, each: all } }];
}

/** Whose budget rose or fell between two years, read from columns; null where anything else is claimed. */
function movedBudgets({ query, claim, context }: Check, { kind }: Scope): Mask | null {
  const only = claim.words.length + claim.within.length + claim.limits.length === 0 && claim.reached === null;
  const points = samePoints(query);
  const isBudget = ({ attribute, fy }: Point) => attribute === 'budget' && fy !== null;
  if (!only || kind !== 'project' || !points || !isBudget(points.from) || !isBudget(points.to)) return null;
  if (claim.moved !== 'up' && claim.moved !== 'down') return null;
  if (points.from.fy === points.to.fy) return null;
  return maskOf(
    { is: 'change', ...points, by: claim.moved === 'up' ? 'rise' : 'fall', limits: [] },
    kind,
    context,
  );
}

/** 「AでBの9割を超える」, 「Bの半分以上がA」. */
function ofRatio({ query, claim, scopes, context }: Check): Checked[] {
  const ratio = runRatio(query, scopes, context);
  if (ratio.shape === 'nothing') return [];
  const per = claim.limits[0]?.unit === '%' ? 100 : 1;
  const { value } = ratio;
  const holds = value === null ? null : claim.limits.every((limit) => keepsRounded(value * per, limit));
  return [{ holds, fact: { is: 'ratio', ratio } }];
}

/** 「AのほうがBより多い」: two sets by their counts or sums. */
function moreThan({ query, claim, scopes, context }: Check): Checked[] {
  const compare = runCompare({ ...query, claim: null }, scopes, context);
  if (compare.shape === 'nothing') return [];
  const [first, second] = compare.sides.map(({ value }) => value);
  const known = typeof first === 'number' && typeof second === 'number';
  const holds = !known ? null : claim.moved === 'up' ? first > second : first < second;
  return [{ holds, fact: { is: 'more', compare } }];
}
