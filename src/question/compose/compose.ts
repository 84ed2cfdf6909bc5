// One clause → one query: what is asked decides which rule puts the parts together.
import type { Around } from '../around.ts';
import type { Ask, Kind, Predicate, Query, SubjectSet } from '../query.ts';
import { aimsCounted } from './aims-counted.ts';
import { askOf } from './ask.ts';
import { bearersAsked } from './bearers.ts';
import { columnsForKinds, columnsOfNamed } from './columns-of-named.ts';
import type { Condition } from './conditions/condition.ts';
import { conditionsOf } from './conditions/conditions-of.ts';
import { describedOffice } from './conditions/described-office.ts';
import { lagsAsVerb } from './conditions/words.ts';
import { toldInFull } from './contents.ts';
import { deniedThings } from './denied-things.ts';
import { withoutListed, withPolicies } from './described-policies.ts';
import { Frame, type Item, isIntent } from './frame.ts';
import { applyLimits } from './limits/apply.ts';
import { listedPaper } from './listed-paper.ts';
import { measuresSaid } from './measure-words.ts';
import { withinDescriptions } from './modifiers.ts';
import { moneyMeasured } from './money-measured.ts';
import {
  columnsDone,
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
import { officesBeforeNames } from './office-before-name.ts';
import { plainlyOffTopic } from './plainly-off-topic.ts';
import { plansDescribed } from './plans-described.ts';
import { policyPaths } from './policy-paths.ts';
import { preferStatement, tellInstead } from './prefer-statement.ts';
import { splitOf } from './splits/split.ts';
import { Subjects } from './subjects.ts';
import { withNamedKpis } from './thread/hanging.ts';
import { retoldRank } from './thread/retold.ts';
import { withEarlier } from './thread/side-by-side.ts';
import { targetOfYear } from './thread/target-of-year.ts';
import { thanThat } from './thread/than-that.ts';
import { goingOn, ofWinner } from './thread/winner.ts';
import { inside, pointedScopes } from './thread/within.ts';
import { inUnitAsked, inYenInstead, measuredInstead } from './unpriced.ts';
import { townsInWords } from './unprinted-towns.ts';
import { whichUnder } from './which-under.ts';
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
  aimsCounted(typed);
  typed.release('portion', 'spent', ...(typed.has('gap') ? [] : ['widen']));
  releaseDone(typed);
  notReached(typed);
  lagsAsVerb(typed, around);
  whatWith(typed);
  endsOfYears(typed);
  if (!typed.has('who')) releaseChecks(typed);
  figuresOfNames(typed, around);
  wordsOfOthers(typed, around);
  measuresOfColumns(typed);
  recordsOfOthers(typed, around);
  plansDescribed(typed, around);
  policyPaths(typed, around);
  movedWords(typed, around);
  measuresOfOwn(typed, around);
  bearersAsked(typed, around);
  groundsOfChange(typed);
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
  const before = asked && withNamedKpis(ofWinner(frame, asked) ? goingOn(asked, around) : asked, around);
  const years = bindYears(frame, around, yearOf(before));
  const pointed = pointedScopes(frame, before, around);
  const named = [...pointed, ...conditionsOf(frame, around, years)];
  const thread = inside.test(frame.text) ? (before?.sets.flatMap(({ where }) => where) ?? []) : [];
  const limited = applyLimits(frame, around, years, { conditions: named, thread });
  const conditions = applyNegations(frame, limited, around);
  const subjects = new Subjects(frame, around);
  // A year that cannot be read never becomes another one.
  const unread = frame.items.filter(({ meaning }) => meaning?.is === 'strange-year').map(({ text }) => text);
  unread.push(...untoldLevels(frame));
  return { frame, around, years, conditions, subjects, before, assumed, unread };
}

/** 令和6年度まで is a year, and no end of a plan. */
function endsOfYears(frame: Frame): void {
  for (const item of frame.intents('ended'))
    if (frame.before(item)?.meaning?.is === 'years') item.meaning = { is: 'intent', id: 'filler' };
  if (!frame.attributeIds().includes('period')) frame.release('ended');
}

/** Columns that a record has by itself, and those that only describe it. */
function columnsMeant(frame: Frame, around: Around): void {
  columnsOfNamed(frame, around);
  columnsForKinds(frame, around);
  officesBeforeNames(frame);
}

/** Pages and lists that are looked into are no figures and no lists that are asked for; one kind by two words is one. */
function papersAsThings(frame: Frame): void {
  sameKind(frame);
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
  noneChosen(frame);
  thanThat(frame, around, before);
  const inParts = splitOf(frame, around, before);
  if (inParts) return inParts;
  const clause = clauseOf(frame, around, before);
  const { years, assumed } = clause;
  return askOf(clause).map((query) => {
    const near = settleNear(targetOfYear({ ...query, years: years.all }, clause), clause);
    const held = townsInWords(
      inUnitAsked(inYenInstead(measuredInstead(near, clause), clause), clause),
      clause,
    );
    const preferred = toldInFull(preferStatement(held, clause), clause);
    const settled = tellInstead(preferred, clause);
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

/** どのような体制で, どんな顔ぶれで. */
const byWhom =
  /(?:どの(?:よう|様)な|どんな|どういう|どういった)(?:体制|組織|仕組み|顔ぶれ|メンバー|人たち|会議|構成|手順|方法)で、?$/;

/** 効果を検証する事業: without 誰 such a word asks for nobody. */
function releaseChecks(frame: Frame): void {
  for (const item of frame.intents('checked-by')) {
    if (/誰|だれ|どこ|どう|どのよう|どんな|体制|組織/.test(item.text)) continue;
    if (byWhom.test(frame.text.slice(0, item.start))) continue;
    item.meaning = null;
    item.noun = true;
  }
}

/** 何回見られた: what is done to a thing tells which of its measures is meant. */
function releaseDone(frame: Frame): void {
  const measured = frame.has('howmany-unit', 'howmuch');
  frame.release('undergone');
  if (measured)
    for (const item of frame.items)
      if (item.meaning === null && /^.+[らまさかわ]れ[たるて]/.test(item.text)) item.noun = true;
}

/** 目標に届かなかった: what is denied right behind it; 何人に達した asks how many. */
function notReached(frame: Frame): void {
  for (const item of frame.intents('reached')) {
    const next = frame.next(item);
    const before = frame.before(item);
    if (
      before &&
      isIntent(before, 'howmany-unit', 'howmuch') &&
      /^(?:くらい|ぐらい|ほど)?(?:に|まで)(?:は|も)?$/.test(before.after.trim())
    ) {
      item.meaning = { is: 'intent', id: 'filler' };
      continue;
    }
    // 届いてない, 届いていない
    if (!next || !isIntent(next, 'none') || !/^(?:て|てい)?$/.test(frame.text.slice(item.end, next.start)))
      continue;
    item.meaning = { is: 'intent', id: 'unreached' };
    next.meaning = { is: 'intent', id: 'filler' };
  }
}

/** 何で目標を変えた asks why; 最も高いのは何で、いくら asks which. */
function whatWith(frame: Frame): void {
  for (const item of frame.intents('reason-part')) {
    const goesOn = frame.next(item) !== undefined;
    const asksWhich =
      item.text === '何で' && goesOn && (frame.items[0] !== item || /^[、,]/.test(item.after));
    if (asksWhich) item.meaning = { is: 'intent', id: 'which' };
  }
}

/** 4部会, 2事務所: so many things that no KPI counts are named, and nothing is measured. */
function numberedThings(frame: Frame): void {
  if (frame.has('count', 'howmany-unit')) return;
  for (const item of frame.numbers()) {
    const { relation, to, unit, ordinal } = item.meaning.number;
    const thing = /\d+((?:部|委員|協議|検討)会|事務所|制度)$/.exec(item.text)?.[1];
    if (thing === undefined || relation !== null || to !== null || ordinal || unit === '円') continue;
    (item as Item).meaning = null;
    item.noun = true;
  }
}

/** 建物を建てる計画があるって: a plan that a verb describes is none of the plans held. */
function plannedThing(frame: Frame): void {
  for (const item of frame.kinds()) {
    // 新しいビジョンを作る: what is made is no part of a plan.
    // ビジョンの一覧で: the paper that is looked at.
    const paper = /^の?(?:一覧|表|冊子|資料|ページ)(?:で|に|を見|上)/.test(frame.text.slice(item.end));
    if (item.meaning.kind === 'policy' && paper && frame.kinds().length + frame.entities('plan').length > 1) {
      (item as Item).meaning = { is: 'intent', id: 'filler' };
      continue;
    }
    if (item.meaning.level !== null && /^を?(?:作|つく|まと|策定|話し)/.test(frame.text.slice(item.end))) {
      (item as Item).meaning = null;
      (item as Item).noun = true;
      continue;
    }
    const before = frame.before(item);
    // どれだけ下げる計画でしょうか: what is planned, no plan.
    if (item.meaning.kind === 'plan' && before && isIntent(before, 'rise', 'fall', 'same')) {
      if (/^(?:する)?$/.test(before.after.trim())) (item as Item).meaning = { is: 'intent', id: 'filler' };
      continue;
    }
    // 何か所にする計画ですか: what somebody means to do.
    if (item.meaning.kind === 'plan' && /(?:した|[るすくつむぶぐう])$/.test(before?.after ?? '')) {
      (item as Item).meaning = { is: 'intent', id: 'filler' };
      continue;
    }
    const described =
      before?.meaning === null && !before.noun && /^(?:る|た|う|く|す)?$/.test(before.after.trim());
    if (item.meaning.kind === 'plan' && described && /^が(?:あ|出)/.test(item.after.trim()))
      (item as Item).meaning = { is: 'intent', id: 'filler' };
  }
}

/** 3番目の「…パッケージ」: the place of a part that is named besides ranks nothing. */
function orderedPart(frame: Frame): void {
  for (const item of frame.numbers())
    if (item.meaning.number.ordinal && /^の[「『]?$/.test(item.after.trim()) && isPart(frame.next(item)))
      (item as Item).meaning = { is: 'intent', id: 'filler' };
}

/** 柱である基本目標: the same parts by two words. */
function sameKind(frame: Frame): void {
  const kinds = frame.kinds();
  for (const [at, item] of kinds.entries()) {
    const next = kinds[at + 1];
    const between = frame.text.slice(item.end, next?.start ?? item.end);
    if (
      next?.meaning.kind !== item.meaning.kind ||
      !/^(?:である|にあたる|に当たる|となる|という|たる)$/.test(between)
    )
      continue;
    for (const one of frame.items)
      if (one.start >= item.start && one.end <= next.start) one.meaning = { is: 'intent', id: 'filler' };
  }
}

const isPart = (item: Item | undefined) => item?.meaning?.is === 'entity' && item.meaning.kind === 'policy';

/** １匹いくら出る, １人いくらもらえる: what one of them gets is no budget. */
function priceOfOne(frame: Frame): void {
  for (const item of frame.attributes()) {
    const before = frame.before(item);
    const one = before?.meaning?.is === 'number' ? before.meaning.number : null;
    const each = one?.value === 1 && one.unit !== null && one.yen === null && before?.end === item.start;
    if (each && item.text.startsWith('いくら') && item.meaning.ids.includes('budget'))
      (item as Item).meaning = { is: 'intent', id: 'howmuch' };
  }
}

/** ぐるっと回る大きな道路: a size right before a thing describes it, unless two are held against each other. */
function sizedThing(frame: Frame): void {
  if (frame.has('which-two', 'max', 'min', 'compare', 'which')) return;
  for (const item of frame.intents('big', 'small')) {
    const next = frame.next(item);
    if (!/^(?:大き|小さ)[ない]$/.test(item.text) || item.after !== '' || next?.meaning !== null || !next.noun)
      continue;
    item.meaning = null;
    item.noun = false;
  }
}
