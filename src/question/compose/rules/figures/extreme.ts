// The largest, the smallest, the n-th; of a value or of a change.
import type { Query, SubjectSet, Wanted } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { figureSet } from '../../condition-set.ts';
import type { Item } from '../../frame.ts';
import { greatest } from '../../greatest.ts';
import { newestYear } from '../../limits/newest-year.ts';
import { endOfSecond, nextInRow } from '../../next-in-row.ts';
import { printsAsked } from '../../thread/within.ts';
import { kindsOf, wantedOf } from '../../wanted.ts';
import { amongNamed } from './among-named.ts';
import { kindInCount, kindSets } from './count.ts';

/** The largest, the smallest, the one that rose most, the second. */
export const extremeOf: Rule = (clause) => {
  const { frame, before } = clause;
  const top = firstTwo(clause) ?? topOf(clause) ?? nextPlace(clause);
  const max = frame.has('max');
  const min = frame.has('min');
  if (!max && !min && top === null) return null;
  if (namesTopMark(clause)) return null;
  const changed = movement(clause);
  const low = min || (frame.has('small') && !frame.has('big')) || frame.has('lagging') || asksOldest(clause);
  if (!max && !min && changed === 'value' && !frame.has('big', 'small') && !top?.placed) return null;
  const wanted = wantedOf(clause).filter(({ attribute }) => ranks(attribute, clause));
  if (frame.has('reached') && wanted.every(({ attribute }) => attribute === 'target') && wanted.length > 0)
    wanted.splice(0, wanted.length, { attribute: 'rate', years: clause.years.all });
  const most = changed === 'value' && wanted.length === 0 ? mostOf(clause) : null;
  if (most) return most;
  const empty = clause.conditions.length === 0 && !clause.subjects.any();
  const thread = empty && clause.frame.kinds().length === 0 ? rankedBefore(clause) : null;
  const inherited = before?.extreme ? before : thread;
  const kind = extremeKind(clause, wanted);
  const attribute: Wanted = wanted.find(
    (one) => clause.around.facts.attribute(one.attribute)?.of.includes(kind) ?? true,
  ) ??
    inherited?.wanted[0] ?? {
      attribute: bounded(clause) ?? (kind === 'kpi' ? 'rate' : 'budget'),
      years: clause.years.all,
    };
  const again = empty && wanted.length === 0 && changed === 'value' ? askedAgain(clause, inherited) : null;
  const goesOn = empty && inherited !== null && printsAsked(inherited.sets[0] as SubjectSet, clause);
  const set = goesOn
    ? (inherited.sets[0] as SubjectSet)
    : (amongNamed(clause, kind) ?? figureSet(clause, kind));
  return {
    ...emptyQuery('extreme'),
    sets: [set],
    wanted: [{ ...attribute, years: yearsMoved(clause, changed, attribute.years) }],
    between: changed === 'gap' ? apartFrom(clause) : null,
    extreme: {
      ...(again ?? directionOf(clause, { way: low ? 'min' : 'max', by: changed })),
      top: top?.nth ? 1 : (top?.count ?? 1),
      nth: top?.nth ?? null,
    },
  };
};

/** 人件費が予算を上回る事業のうち差が一番大きいのは: the two columns that choose lie apart. */
function apartFrom({ frame, conditions, years, around }: Clause): Query['between'] {
  for (const { predicate } of conditions)
    if (predicate.is === 'against' && predicate.left.attribute !== predicate.right.attribute)
      return { from: predicate.right, to: predicate.left, as: 'amount' };
  // 目標と実績の差: both of the year that is said, else of the newest result.
  const ids = frame.attributeIds();
  if (!ids.includes('target') || !ids.includes('actual')) return null;
  const scope = conditions.map(({ predicate }) => predicate);
  const fy = years.all.at(-1) ?? newestYear({ attribute: 'actual' }, scope, around);
  return { from: { attribute: 'target', fy }, to: { attribute: 'actual', fy }, as: 'amount' };
}

/** R6に対する減少率: the year that is held against the next one. */
function yearsMoved({ frame, years }: Clause, by: Ranking['by'], own: readonly number[]): number[] {
  const said = own.length > 0 ? [...own] : years.all;
  const [year] = frame.years();
  const [fy, more] = said;
  const base =
    year && /^(?:に対する|に対し|に比べ|と比べ|からの|より|比の?)/.test(frame.text.slice(year.end).trim());
  return by !== 'value' && base && fy !== undefined && more === undefined ? [fy, fy + 1] : said;
}

/** 一番減った ranks by the fall; 減った事業の中で一番大きい has taken the fall for a condition. */
function movement({ frame, conditions }: Clause): Ranking['by'] {
  const taken = new Set(
    conditions.flatMap(({ predicate, item }) => (predicate.is === 'against' ? [item] : [])),
  );
  const moves = (id: string) => frame.intents(id).some((item) => !taken.has(item));
  return (['rise', 'fall', 'gap'] as const).find(moves) ?? 'value';
}

/** 達成率が100%を超えるものを除いて一番高い: the column that chooses ranks as well. */
function bounded({ conditions }: Clause): string | null {
  for (const { predicate } of conditions) {
    const inner = predicate.is === 'not' ? predicate.that : predicate;
    if (inner.is === 'compare') return inner.attribute;
  }
  return null;
}

/** いちばん上の「大変順調」: the mark itself says which ones. */
function namesTopMark({ frame }: Clause): boolean {
  return frame
    .intents('max', 'min')
    .some(
      (item) => /^の?(?:上|下)?の?「?$/.test(item.after.trim()) && frame.next(item)?.meaning?.is === 'word',
    );
}

/** 一番古い施設: 古い means the column of years, and which end of it. */
function asksOldest({ frame, around: { facts } }: Clause): boolean {
  return frame
    .attributes()
    .some(
      ({ text, meaning }) =>
        /^[古昔]|歴史/.test(text) && facts.attribute(meaning.ids[0] ?? '')?.type === 'year',
    );
}

/** 事業の数が一番多いパッケージ: the member that most of another kind hang on. */
function mostOf(clause: Clause): Query | null {
  const { frame } = clause;
  levelAsked(clause);
  const holder = frame.kinds().find(({ meaning }) => ['policy', 'department'].includes(meaning.kind));
  const counted = frame.kinds().find(({ meaning }) => ['project', 'kpi', 'town'].includes(meaning.kind));
  const kind = counted?.meaning.kind ?? kindInCount(clause);
  const many = frame.intents('big', 'small').some(({ text }) => /多|少/.test(text));
  if (!holder || kind === null || !(frame.has('count') || many)) return null;
  const [set] = kindSets(clause, holder.meaning.kind);
  if (!set) return null;
  // What hangs on each part is counted with what is listed again.
  const left = frame.intents('distinct').find(({ text }) => /^再掲.*(?:除|抜|外|省)/.test(text));
  if (left) clause.unread.push(left.text);
  // 再掲も含めて takes nothing out.
  const where = set.where.filter(({ is }) => is !== 'repeated');
  return {
    ...emptyQuery('extreme'),
    of: kind,
    sets: [{ ...set, where }],
    extreme: { ...greatest(frame), top: firstTwo(clause)?.count ?? 1 },
  };
}

/** 事業が一番多いのはどのパッケージ: the parts of that level are ranked, and no part of anything is asked for. */
function levelAsked({ frame, around: { lexicon } }: Clause): void {
  for (const item of frame.attributes()) {
    const level = /^どの(.+)$/.exec(item.text)?.[1];
    if (level === undefined || !item.meaning.ids.includes('policy')) continue;
    const entry = lexicon
      .entriesOf(level)
      .find(({ list, id }) => list === 'kinds' && id.startsWith('policy:'));
    if (entry)
      (item as Item).meaning = { is: 'kind', kind: 'policy', level: entry.id.slice('policy:'.length) };
  }
}

type Ranking = Pick<NonNullable<Query['extreme']>, 'way' | 'by'>;

/** 一番高いのは after 目標値も: many were asked for a figure that ranks. */
function rankedBefore(clause: Clause): Query | null {
  const { before } = clause;
  const [set, more] = before?.sets ?? [];
  const [wanted] = before?.wanted ?? [];
  if (!before || !set || more || !wanted || !ranks(wanted.attribute, clause)) return null;
  return (set.named?.length ?? 2) > 1 ? before : null;
}

/** 2番目は, 一番少ないのは: ranked by what the question before ranked by. */
function askedAgain({ frame }: Clause, inherited: Query | null): Ranking | null {
  if (!inherited?.extreme) return null;
  const { way, by } = inherited.extreme;
  if (frame.has('min', 'small')) return { way: 'min', by };
  return { way: frame.has('max', 'big') ? 'max' : way, by };
}

/** 伸び率トップ, 減り方（率）が大きい rank by the change in per cent; a fall by the lowest. */
function directionOf({ frame }: Clause, { way, by }: Ranking): Ranking {
  const moves = frame.intents('rise', 'fall');
  const asRate =
    by !== 'value' && (frame.has('share') || moves.some(({ text, after }) => /率|割合/.test(text + after)));
  if (!asRate) return { way, by };
  return { way: (by === 'fall') === (way === 'min') ? 'max' : 'min', by: 'rate-of-change' };
}

function extremeKind(clause: Clause, wanted: readonly Wanted[]): 'project' | 'kpi' | 'policy' {
  if (clause.frame.has('lagging')) return 'kpi';
  const level = clause.frame.kinds().find(({ meaning }) => meaning.kind === 'policy');
  if (level && wanted.length === 0 && clause.frame.kinds().length > 1) return 'policy';
  return kindsOf(clause, wanted)[0] ?? 'project';
}

/** 一番小さい事業と、その次に小さい事業; いちばん多いものと2番目: the first two of the row. */
function firstTwo({ frame }: Clause): ReturnType<typeof topOf> {
  const end = endOfSecond(frame);
  if (end === null || frame.intents('gap', 'sum', 'average', 'times').some(({ start }) => start >= end))
    return null;
  const behind = frame.text.slice(end);
  return { count: /(?:3|三)(?:番目|位)/.test(behind) ? 3 : 2, nth: null, placed: false };
}

/** その次に高いのは: the place behind the one in the answer before. */
function nextPlace({ frame, before, subjects }: Clause): ReturnType<typeof topOf> {
  if (!before?.extreme || subjects.any() || !nextInRow.test(frame.text)) return null;
  const { nth, top } = before.extreme;
  return { count: 1, nth: (nth ?? top) + 1, placed: true };
}

/** トップ3, 上位5, 2番目. */
export function topOf({ frame }: Clause): { count: number; nth: number | null; placed: boolean } | null {
  // トップ3: a bare figure right behind the word.
  for (const { end } of frame.intents('max', 'min', 'big', 'small')) {
    const bare = /^の?(\d{1,2})(?![\d年月日%.,])/.exec(frame.text.slice(end))?.[1];
    if (bare !== undefined) return { count: Number(bare), nth: null, placed: false };
  }
  for (const item of frame.numbers()) {
    const { number } = item.meaning;
    if (item.used) continue;
    const before = frame.before(item);
    const ofKind = namesKind(before);
    if (before?.meaning?.is === 'kind' && number.ordinal) continue;
    const near =
      before?.meaning?.is === 'intent' && ['max', 'min', 'big', 'small'].includes(before.meaning.id);
    // 第3位
    const ordinal = number.ordinal || frame.text.charAt(item.start - 1) === '第';
    if (ordinal && /番目|位|番/.test(item.text + item.after)) {
      return { count: 1, nth: number.value, placed: /番目|位/.test(item.text + item.after) };
    }
    if (
      (near || (ofKind && number.unit === 'つ' && frame.has('max', 'min', 'big', 'small'))) &&
      Number.isInteger(number.value) &&
      number.value <= 20 &&
      (number.unit === null || ['つ', '件', '事業', '位', '本'].includes(number.unit))
    ) {
      return { count: number.value, nth: null, placed: false };
    }
  }
  // 多い順に: as many as a list shows.
  const ordered = frame
    .intents('big', 'small')
    .some(({ end }) => /^い?順(?![位調])/.test(frame.text.slice(end)));
  return ordered ? { count: 10, nth: null, placed: false } : null;
}

/** 主要事務事業を3つ: a plan called so says the kind as well. */
function namesKind(item: Item | undefined): boolean {
  const meaning = item?.meaning;
  return (
    meaning?.is === 'kind' ||
    (meaning?.is === 'entity' && meaning.kind === 'plan' && /事業$/.test(item?.text ?? ''))
  );
}

/** Figures, and nothing in words. */
export function ranks(attribute: string, { around }: Clause): boolean {
  const type = around.facts.attribute(attribute)?.type;
  return type === undefined || type === 'money' || type === 'number' || type === 'rate' || type === 'year';
}
