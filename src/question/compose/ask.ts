// What is wanted, as a list of rules: the first that the clause fulfils composes the query.
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';
import { aboutWords, defineWord, pageOf, whyOf } from './rules/about.ts';
import { absentTowns } from './rules/absent-towns.ts';
import { amongSet } from './rules/among-set.ts';
import { areaTowns } from './rules/area-towns.ts';
import { projectsByAim } from './rules/by-aim.ts';
import { lagsClaim } from './rules/claims/lags.ts';
import { noneOfSet } from './rules/claims/none-of-set.ts';
import { periodClaim, setClaim, townsClaim } from './rules/claims/of-plans.ts';
import { onlyThese } from './rules/claims/only-these.ts';
import { rowsClaim, sameRows } from './rules/claims/rows-claim.ts';
import { toldClaim } from './rules/claims/told-claim.ts';
import { toldInclusion } from './rules/claims/told-inclusion.ts';
import { toldMember } from './rules/claims/told-member.ts';
import { whether } from './rules/claims/whether.ts';
import { compareTwo } from './rules/compare.ts';
import { differenceOf, exceededOf, remainingOf } from './rules/difference.ts';
import { bestYear } from './rules/figures/best-year.ts';
import { countOf } from './rules/figures/count.ts';
import { extremeOf } from './rules/figures/extreme.ts';
import { firstTwoHeld } from './rules/figures/first-two.ts';
import { groupOf } from './rules/figures/group.ts';
import { placeOf } from './rules/figures/place.ts';
import { ratioRank } from './rules/figures/ratio-rank.ts';
import { sumOf } from './rules/figures/sum.ts';
import { sumOfSpan } from './rules/figures/sum-of-span.ts';
import { unspentOf } from './rules/figures/unspent.ts';
import { yearsOfMeasure } from './rules/figures/years-of-measure.ts';
import { figureAgain, followUp, shownAgain } from './rules/follow-up.ts';
import { gapMoved } from './rules/gap-moved.ts';
import { goingWell } from './rules/going-well.ts';
import { inOneCell } from './rules/in-one-cell.ts';
import { namedInWords } from './rules/named-in-words.ts';
import { placesTold } from './rules/places-told.ts';
import { policyName } from './rules/policy-name.ts';
import { othersAlike, projectsOfKpi, repeatedRows, siblingsOf } from './rules/records/beside.ts';
import { byNumber } from './rules/records/by-number.ts';
import { listOf } from './rules/records/list.ts';
import { figuresOfRow } from './rules/records/row-figures.ts';
import { namesOfPhrase, showOf, wordSearch } from './rules/records/show.ts';
import { planOfRecord, policyValues, valuesOf } from './rules/records/values.ts';
import { revisedTarget } from './rules/revised-target.ts';
import { elsewhere, offTopic, smallTalk } from './rules/small-talk.ts';
import { basisOrHistory, dueOrReached, unrecorded } from './rules/status.ts';
import { toldSides } from './rules/told-sides.ts';
import { townsOfKind } from './rules/towns-of-kind.ts';
import { upTo } from './rules/up-to.ts';
import { amongThem } from './thread/among-them.ts';
import { hangingOn } from './thread/hanging.ts';
import { inUnit } from './thread/in-unit.ts';
import { judgedAgain } from './thread/judged.ts';
import { placedOtherwise } from './thread/placed-otherwise.ts';
import { siblingByUnit, siblingKpi } from './thread/sibling.ts';
import { sideBySide } from './thread/side-by-side.ts';
import { swapped } from './thread/swapped.ts';
import { toldOfRecord } from './thread/told-of-record.ts';
import { turnedRound } from './thread/turned.ts';
import { withoutThem } from './thread/without.ts';

/** A rule composes a query, or leaves the clause to the next one. */
export type Rule = (clause: Clause) => Query | Query[] | null;

const rules: readonly Rule[] = [
  smallTalk,
  wordSearch,
  placedOtherwise,
  swapped,
  toldSides,
  elsewhere,
  offTopic,
  townsOfKind,
  absentTowns,
  areaTowns,
  sideBySide,
  turnedRound,
  siblingKpi,
  siblingByUnit,
  othersAlike,
  amongThem,
  withoutThem,
  inUnit,
  hangingOn,
  judgedAgain,
  shownAgain,
  toldOfRecord,
  figureAgain,
  followUp,
  upTo,
  namedInWords,
  basisOrHistory,
  revisedTarget,
  pageOf,
  whyOf,
  goingWell,
  repeatedRows,
  siblingsOf,
  policyName,
  policyValues,
  planOfRecord,
  byNumber,
  projectsOfKpi,
  projectsByAim,
  groupOf,
  placeOf,
  placesTold,
  gapMoved,
  amongSet,
  inOneCell,
  compareTwo,
  bestYear,
  ratioRank,
  firstTwoHeld,
  extremeOf,
  exceededOf,
  noneOfSet,
  onlyThese,
  sameRows,
  rowsClaim,
  periodClaim,
  setClaim,
  townsClaim,
  lagsClaim,
  toldClaim,
  toldMember,
  toldInclusion,
  whether,
  unrecorded,
  sumOfSpan,
  yearsOfMeasure,
  sumOf,
  unspentOf,
  remainingOf,
  differenceOf,
  countOf,
  dueOrReached,
  defineWord,
  aboutWords,
  namesOfPhrase,
  figuresOfRow,
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
