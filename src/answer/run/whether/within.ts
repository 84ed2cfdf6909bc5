// Claims of membership and of words.

import { baseValue } from '../../../facts/cell.ts';
import type { Predicate } from '../../../question/query.ts';
import { isJudged } from '../../../status/judge-now.ts';
import { isLagging } from '../../../status/published.ts';
import { type RunContext, stateOfKpi } from '../context.ts';
import { keeps } from '../predicates/limits.ts';
import { maskOf } from '../predicates/mask-of.ts';
import type { Checked } from '../result/claims.ts';
import type { Member } from '../result/scope.ts';
import { inWords } from '../set-words.ts';
import { carriersOf, tell } from '../tell.ts';
import type { Check } from './check.ts';
import { sameUnit } from './figures.ts';

/** Membership: the fact is what the document says of just that. */
export function within(member: Member, predicate: Predicate, check: Check): Checked[] {
  const { context } = check;
  const { facts } = context;
  // What is denied of it is answered with what is so.
  if (predicate.is === 'not')
    return within(member, predicate.that, check).map(({ holds, fact }) => ({
      holds: holds === null ? null : !holds,
      fact,
    }));
  if (predicate.is === 'town') return predicate.names.map((town) => takesPart(member, town, context));
  const mask = maskOf(predicate, member.kind, context);
  const place = facts.position(member.kind, member.subject.id);
  const known = mask.known[place] === 1 && !(predicate.is === 'lagging' && isOpen(member, context));
  const holds = known ? mask.yes[place] === 1 : ofAnyYear(member, predicate, context);
  // 人件費が予算を上回る: both figures are told.
  if (predicate.is === 'against') {
    const told = [predicate.left, predicate.right].flatMap(({ attribute, fy }) =>
      tell(member, { attribute, years: fy === null ? [] : [fy] }, context),
    );
    return [{ holds, fact: { is: 'told', told } }];
  }
  const attribute =
    predicate.is === 'lagging' && byWordAlone(member, context) ? 'evaluation' : attributeOf(predicate);
  if (attribute === null) {
    const fact = { is: 'plain' as const, member, predicate: inWords(predicate, context) };
    return [{ holds, fact }];
  }
  if (attribute === 'policy') return [{ holds, fact: { is: 'policy', member } }];
  const years = yearsShown(member, predicate, check);
  return [{ holds, fact: { is: 'told', told: tell(member, { attribute, years }, context) } }];
}

/** A figure that no year prints is wrong, where any year prints one in its unit; null for all else. */
function ofAnyYear(member: Member, predicate: Predicate, context: RunContext): boolean | null {
  if (predicate.is !== 'compare' || predicate.fy !== null) return null;
  const figures = figuresOf(member, predicate, context);
  return figures.length > 0 ? figures.some(({ kept }) => kept) : null;
}

/** The year that is spoken of; where none is, the one whose figure is as it was claimed. */
function yearsShown(member: Member, predicate: Predicate, { context }: Check): number[] {
  if ('fy' in predicate && predicate.fy !== null) return [predicate.fy];
  if (predicate.is !== 'compare') return [];
  const fy = figuresOf(member, predicate, context).findLast(({ kept }) => kept)?.fy ?? null;
  return fy === null ? [] : [fy];
}

/** The figures of a column in the unit that was claimed, with their years and whether they are as claimed. */
function figuresOf(
  { kind, subject }: Member,
  { attribute, limits }: Extract<Predicate, { is: 'compare' }>,
  { facts }: RunContext,
): { fy: number | null; kept: boolean }[] {
  const type = facts.attribute(attribute)?.type;
  const unit = limits[0]?.unit ?? null;
  return facts.cellsOf(kind, attribute, subject.id).flatMap((cell) => {
    const value = baseValue(cell, type);
    const fits = type === 'money' || unit === null || sameUnit(cell.unit, unit);
    return value === null || !fits ? [] : [{ fy: cell.fy, kept: keeps(value, limits) }];
  });
}

/** 実績待ち, 期限超過・実績未登録: no result was ever judged, so nothing says whether it lags. */
function isOpen({ kind, subject }: Member, context: RunContext): boolean {
  if (kind === 'project') {
    const carried = context.repository.project(subject.id)?.kpis ?? [];
    return carried.length === 0 && context.facts.cellsOf(kind, 'evaluation', subject.id).length === 0;
  }
  const state = kind === 'kpi' ? stateOfKpi(context, subject.id) : undefined;
  return state !== undefined && !state.lagging && !isJudged(state.status) && state.lastJudged === null;
}

/** Nothing but the published word of its project says that it lags. */
function byWordAlone({ kind, subject }: Member, context: RunContext): boolean {
  const state = kind === 'kpi' ? stateOfKpi(context, subject.id) : undefined;
  if (!state?.lagging) return false;
  return ![state.status, state.lastJudged?.verdict.status].some((status) => status && isLagging(status));
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
    case 'holds':
      return predicate.kind === 'town' ? 'towns' : predicate.kind === 'row' ? 'policy' : null;
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
export function holdsWords(member: Member, { query, claim, context }: Check): Checked {
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
