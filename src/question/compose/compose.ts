// One clause → one query: what is asked decides which rule puts the parts together.
import type { Around } from '../around.ts';
import type { Ask, Kind, Predicate, Query, SubjectSet } from '../query.ts';
import { aimsCounted } from './aims-counted.ts';
import { wordsAsPrinted } from './as-printed.ts';
import { askOf } from './ask.ts';
import { amountBorne, bearersAsked } from './bearers.ts';
import { kpisCalledAfter } from './called-after.ts';
import { withClaimedResult } from './claimed-result.ts';
import { columnsForKinds, columnsOfNamed } from './columns-of-named.ts';
import type { Condition } from './conditions/condition.ts';
import { conditionsOf } from './conditions/conditions-of.ts';
import { describedOffice } from './conditions/described-office.ts';
import { lagsAsVerb } from './conditions/words.ts';
import { toldInFull } from './contents.ts';
import { deniedThings } from './denied-things.ts';
import { withoutListed, withPolicies } from './described-policies.ts';
import { inEveryYear } from './every-year.ts';
import { Frame } from './frame.ts';
import { applyLimits } from './limits/apply.ts';
import { listedPaper } from './listed-paper.ts';
import { measuresSaid } from './measure-words.ts';
import { withinDescriptions } from './modifiers.ts';
import { moneyMeasured } from './money-measured.ts';
import {
  columnsDone,
  columnsLookedInto,
  deniedDoing,
  dividedInto,
  figuresOfNames,
  firstOfAll,
  groundsOfChange,
  measuresOfColumns,
  measuresOfOwn,
  movedWords,
  pagesAsThings,
  portionsOfColumns,
  printedRates,
  recordsOfOthers,
  standingIn,
  statesDone,
  wordsOfOthers,
} from './names-own.ts';
import { settleNear } from './near-figures.ts';
import { applyNegations } from './negation/apply.ts';
import { noneChosen } from './negation/neither.ts';
import { withNominal } from './nominal.ts';
import { notWritten, tellsOf } from './not-written.ts';
import { officesBeforeNames } from './office-before-name.ts';
import { withColumnElsewhere } from './other-plan.ts';
import { withOtherTown } from './other-town.ts';
import { plainlyOffTopic } from './plainly-off-topic.ts';
import { plansDescribed } from './plans-described.ts';
import { pointOfTarget } from './point-of-target.ts';
import { policyPaths } from './policy-paths.ts';
import { preferStatement, tellInstead } from './prefer-statement.ts';
import { printedMeans } from './printed-means.ts';
import { splitOf } from './splits/split.ts';
import { Subjects } from './subjects.ts';
import { columnOfYear } from './thread/column-of-year.ts';
import { withNamedKpis } from './thread/hanging.ts';
import { retoldRank } from './thread/retold.ts';
import { withEarlier } from './thread/side-by-side.ts';
import { targetOfYear } from './thread/target-of-year.ts';
import { thanThat } from './thread/than-that.ts';
import { oneOf } from './thread/winner.ts';
import { inside, pointedScopes, withoutOwnPlan } from './thread/within.ts';
import { twinKpis } from './twins.ts';
import { withUnheldNoun } from './unheld-noun.ts';
import { withUnitPrice } from './unit-price.ts';
import { inUnitAsked, inYenInstead, measuredInstead } from './unpriced.ts';
import { townsInWords } from './unprinted-towns.ts';
import { whichUnder } from './which-under.ts';
import {
  definedTogether,
  endsOfYears,
  notReached,
  numberedThings,
  orderedPart,
  plannedThing,
  priceOfOne,
  releaseChecks,
  releaseDone,
  restCounted,
  runningTotals,
  sameKind,
  silencedWords,
  sizedThing,
  targetGone,
  targetsAsked,
  whatWith,
} from './words-meant.ts';
import { type BoundYears, bindYears } from './years.ts';

/** Everything the rules of one clause share. */
export interface Clause {
  frame: Frame;
  around: Around;
  years: BoundYears;
  conditions: Condition[];
  subjects: Subjects;
  /** Query of the clause or thread before. */
  before: Query | null;
  assumed: string[];
  unread: string[];
}

/** An empty query. */
export function emptyQuery(ask: Ask): Query {
  return {
    ask,
    sets: [],
    wanted: [],
    extreme: null,
    between: null,
    as: null,
    of: null,
    claim: null,
    unit: null,
    years: [],
    seek: null,
    topics: [],
    about: '',
    told: [],
    telling: '',
    earlier: [],
    unread: [],
    assumed: [],
  };
}

/** Conditions, years and subjects of a stretch that is read for itself. */
export function clauseOf(typed: Frame, around: Around, asked: Query | null): Clause {
  const assumed: string[] = [];
  papersAsThings(typed);
  describedOffice(typed, around);
  moneyMeasured(typed, around);
  measuresSaid(typed, around);
  targetsMeant(typed);
  typed.release('portion', 'spent', ...(typed.has('gap') ? [] : ['widen']));
  releaseDone(typed);
  definedTogether(typed);
  notReached(typed);
  lagsAsVerb(typed, around);
  whatWith(typed);
  endsOfYears(typed);
  if (!typed.has('who')) releaseChecks(typed);
  figuresOfNames(typed, around);
  wordsOfPlans(typed, around);
  measuresOfColumns(typed);
  recordsOfOthers(typed, around);
  plansDescribed(typed, around);
  policyPaths(typed, around);
  movedWords(typed, around);
  measuresOfOwn(typed, around);
  bearersAsked(typed, around);
  groundsOfChange(typed, asked);
  deniedDoing(typed);
  standingIn(typed);
  dividedInto(typed);
  firstOfAll(typed);
  statesDone(typed);
  columnsDone(typed, around);
  printedRates(typed, around);
  columnsMeant(typed, around);
  if (asked) retoldRank(typed);
  numberedThings(typed);
  plannedThing(typed);
  sizedThing(typed);
  orderedPart(typed);
  priceOfOne(typed);
  // 残業を減らす事業: a project may be about it.
  const ofPlans =
    typed.kinds().length + typed.attributes().length + typed.entities('project', 'kpi').length > 0;
  if (ofPlans && !plainlyOffTopic(typed)) typed.release('off-topic');
  const frame = withPolicies(
    new Frame(typed.text, withNominal(new Frame(typed.text, withinDescriptions(typed.items)), around, asked)),
    around,
    assumed,
  );
  whichUnder(frame);
  const before = asked && withNamedKpis(oneOf(frame, asked, around), around);
  const years = bindYears(frame, around, yearOf(before));
  const pointed = pointedScopes(frame, before, around);
  const named = [...pointed, ...conditionsOf(frame, around, years)];
  const thread = inside.test(frame.text) ? (before?.sets.flatMap(({ where }) => where) ?? []) : [];
  const limited = applyLimits(frame, around, years, { conditions: named, thread });
  const conditions = withoutOwnPlan(applyNegations(frame, limited, around), frame, before, around);
  const subjects = new Subjects(frame, around);
  // A year that cannot be read never becomes another one.
  const unread = frame.items.filter(({ meaning }) => meaning?.is === 'strange-year').map(({ text }) => text);
  unread.push(...untoldLevels(frame));
  return { frame, around, years, conditions, subjects, before, assumed, unread };
}

/** Words of other plans, and words as a plan prints them. */
function wordsOfPlans(frame: Frame, around: Around): void {
  wordsOfOthers(frame, around);
  wordsAsPrinted(frame, around);
}

/** What is aimed at is asked for, however it is counted. */
function targetsMeant(frame: Frame): void {
  aimsCounted(frame);
  runningTotals(frame);
  targetsAsked(frame);
  restCounted(frame);
  targetGone(frame);
}

/** Columns that a record has by itself, and those that only describe it. */
function columnsMeant(frame: Frame, around: Around): void {
  columnsLookedInto(frame, around);
  columnsOfNamed(frame, around);
  printedMeans(frame, around);
  columnsForKinds(frame, around);
  officesBeforeNames(frame);
}

/** Pages and lists that are looked into are no figures and no lists that are asked for; one kind by two words is one. */
function papersAsThings(frame: Frame): void {
  sameKind(frame);
  silencedWords(frame);
  portionsOfColumns(frame);
  pagesAsThings(frame);
  listedPaper(frame);
}

/** 基本目標9, where no plan has a ninth one: its number never falls away. */
function untoldLevels(frame: Frame): string[] {
  return frame.kinds().flatMap(({ text, end, meaning }) => {
    const number = /^\d{1,2}(?=の)/.exec(frame.text.slice(end))?.[0];
    return meaning.kind === 'policy' && number !== undefined ? [`${text}${number}`] : [];
  });
}

/** Composes the query of a clause; one of two parts is composed part by part. */
export function composeClause(typed: Frame, around: Around, before: Query | null): Query[] {
  const frame = withoutListed(typed);
  twinKpis(frame, around);
  noneChosen(frame);
  thanThat(frame, around, before);
  const inParts = splitOf(frame, around, before);
  if (inParts) return inParts;
  const clause = clauseOf(frame, around, before);
  const { years, assumed } = clause;
  const missing = notWritten(clause);
  return askOf(clause).map((query) => {
    const near = settleNear(
      withColumnElsewhere(
        pointOfTarget(
          columnOfYear(
            inEveryYear(
              targetOfYear(kpisCalledAfter({ ...query, years: years.all }, around), clause),
              clause,
            ),
            clause,
          ),
          clause,
        ),
        clause,
      ),
      clause,
    );
    const held = townsInWords(
      amountBorne(inUnitAsked(inYenInstead(measuredInstead(near, clause), clause), clause), clause),
      clause,
    );
    const preferred = toldInFull(preferStatement(held, clause), clause);
    const settled = withClaimedResult(
      withUnitPrice(withUnheldNoun(withOtherTown(tellInstead(preferred, clause), clause), clause), clause),
      clause,
    );
    if (missing.length > 0 && tellsOf(settled)) return { ...settled, unread: missing };
    if (settled !== preferred) return settled;
    return {
      ...withEarlier(settled, before),
      unread: [
        ...new Set([
          ...settled.unread,
          ...clause.unread,
          ...droppedDenials(settled, clause),
          ...deniedThings(settled, clause),
          ...pointsNowhere(settled, clause),
        ]),
      ],
      assumed: [...new Set([...settled.assumed, ...assumed])],
    };
  });
}

/** 北九州市の当該事業の額: what is pointed at was never named, and of nothing else is asked. */
function pointsNowhere({ sets }: Query, { frame, before, subjects }: Clause): string[] {
  if (before !== null || sets.length === 0 || subjects.any()) return [];
  const everything = sets.every(
    ({ named, where }) => named === null && where.every(({ is }) => is === 'plan' || is === 'town'),
  );
  if (!everything) return [];
  return frame.intents('that').flatMap((item) => {
    const next = frame.next(item);
    const kind = next?.meaning?.is === 'kind' && ['project', 'kpi'].includes(next.meaning.kind);
    const right = kind && next.start === item.end;
    return /事業$/.test(item.text) || right ? [`${item.text}${right ? next.text : ''}`] : [];
  });
}

/** 入れない 予算 合計, 99ページの事業: a denial or a page that no condition took, and figures or a list of everything. */
function droppedDenials({ ask, sets }: Query, { frame }: Clause): string[] {
  const everything = sets.every(
    ({ named, where }) => named === null && where.every(({ is }) => is === 'plan'),
  );
  const pages = frame.numbers().filter(({ used, text }) => !used && /^p\.?\d|(?:ページ|頁)$/.test(text));
  if (ask === 'list' && sets.length > 0 && everything) return pages.map(({ text }) => text);
  const overAll = ['sum', 'average', 'median', 'extreme', 'count'].includes(ask) && everything;
  const denials = overAll ? frame.intents('none', 'not-written', 'except') : [];
  return denials.flatMap(({ used, text }) => (used ? [] : [text]));
}

/** The last year a query speaks of. */
function yearOf(query: Query | null): number | null {
  return (
    query?.years.at(-1) ?? query?.wanted.flatMap(({ years }) => years).at(-1) ?? query?.between?.to.fy ?? null
  );
}

/** Predicates without the plan's own scope, for labels. */
export function predicatesOf(conditions: readonly Condition[]): Predicate[] {
  return conditions.map(({ predicate }) => predicate);
}

/** A set by conditions. */
export function setBy(
  kind: Kind,
  conditions: readonly Condition[],
  named: string[] | null = null,
  label = '',
): SubjectSet {
  return {
    kind,
    named,
    where: predicatesOf(conditions),
    label:
      label ||
      conditions
        .map((condition) => condition.label)
        .filter(Boolean)
        .join('・'),
  };
}
