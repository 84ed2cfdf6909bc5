// One attribute in two years: R4予算からR5予算で減った事業.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Frame, Item } from '../frame.ts';
import { type BoundYears, yearsSaid } from '../years.ts';
import { heldOverYears, newestYear } from './newest-year.ts';

/** Attributes said that add up: money. */
function sumsOf(frame: Frame, { facts }: Around): ReturnType<Frame['attributes']> {
  return frame.attributes().filter(({ meaning }) => meaning.ids.some((id) => facts.attribute(id)?.adds));
}

/** R6より, R6に比べて. */
const isBase = ({ after }: Item) => /^(?:より|に比べ|と比べ)/.test(after.trim());

/** 去年より, 前の年度に比べ: whichever year is the newest is held against the one before it. */
const sinceLast = /(?:去年|昨年|前年|前の年)度?(?:より|に比べ|と比べ|から)/;

/** R6からR7へ; R6より: from that year to the newest; R7に: from the year before it; no year: the newest two. */
export function movedBetween(
  frame: Frame,
  years: BoundYears,
  newest: (since: number | null) => number,
): { from: number; to: number } {
  const said = yearsSaid(years);
  const [start, end = start] = said;
  if (start !== undefined && said.length >= 2) return { from: start, to: said.at(-1) as number };
  if (start !== undefined && !sinceLast.test(frame.text) && frame.years().every(isBase))
    return { from: start, to: Math.max(newest(start), start + 1) };
  const to = end === undefined || sinceLast.test(frame.text) ? newest(null) : end;
  return { from: to - 1, to };
}

/** R4予算からR5予算で減った事業, R5に減額された事業数: the money moved so between two years. */
export function moneyMoved(
  frame: Frame,
  around: Around,
  years: BoundYears,
  scope: readonly Predicate[],
): Condition[] {
  const held = frame.has('previous') || frame.years().length > 0;
  const moved = frame
    .intents('rise', 'fall', 'same', 'differ', ...(held ? ['same-as'] : []))
    .find((one) => !one.used && tellsWhich(frame, one));
  const money = sumsOf(frame, around);
  const said = yearsSaid(years);
  if (!moved || said.length > 2 || isRanked(frame, moved)) return [];
  if (frame.kinds().some(({ meaning }) => meaning.kind === 'kpi')) return [];
  const counted = frame.has('count') && frame.attributes().length === money.length;
  const ranked = frame.has('max', 'min', 'big', 'small');
  const added = ranked || frame.has('sum', 'average');
  const chosen = counted || added || (asksWhichOf(frame, moved) && said.length + scope.length > 0);
  if (!chosen && (said.length < 2 || money.length === 0)) return [];
  const attribute = heldOverYears(money[0]?.meaning.ids[0] ?? 'budget', around);
  const { from, to } = movedBetween(frame, years, (since) => newestYear({ attribute, since }, scope, around));
  const way = moved.meaning?.is === 'intent' ? moved.meaning.id : 'same';
  const relation = way === 'rise' ? '>' : way === 'fall' ? '<' : way === 'differ' ? '!=' : '=';
  moved.used = true;
  // 予算が減った事業の予算の合計: what is added up is said once more, or meant.
  const again = money.some(({ start }) => start > moved.end);
  for (const one of money) one.used = !added || (again && one.start < moved.start);
  years.all = added ? [to] : [];
  return [
    {
      predicate: {
        is: 'against',
        left: { attribute, fy: to },
        relation,
        right: { attribute, fy: from },
      },
      item: moved,
      label: frame.text.slice(Math.min(moved.start, ...frame.years().map(({ start }) => start)), moved.end),
    },
  ];
}

/** 一番減った事業 ranks the movement; 減った事業のうち一番大きいのは ranks those that moved. */
function isRanked(frame: Frame, moved: Item): boolean {
  return frame
    .intents('max', 'min', 'big', 'small')
    .some(({ start }) => start < moved.end || !/(?:うち|中|なか)/.test(frame.text.slice(moved.end, start)));
}

/** 予算が減ったのは: the kind behind the movement is left unsaid, so that it asks which ones. */
function asksWhichOf(frame: Frame, moved: Item): boolean {
  const last = frame.items.at(-1);
  // どんだけ減ったん: how much is asked, and not which ones.
  if (frame.has('howmuch', 'howmany-unit')) return false;
  return last?.text === '' && last.meaning?.is === 'kind' && frame.items.at(-2) === moved;
}

/** 減った事業, 減った主要事務事業, 減額された事業数: the movement says which ones. */
function tellsWhich(frame: Frame, moved: Item): boolean {
  const after = frame.items.slice(frame.items.indexOf(moved) + 1);
  const next = after.find(({ meaning }) => !(meaning?.is === 'intent' && meaning.id === 'then'));
  const { meaning } = next ?? {};
  // 移住をふやすための事業: what it is for.
  if (/ため/.test(moved.after)) return false;
  if (/(?:もの|やつ)(?:を|は|が|って|の|、|だけ|$)/.test(moved.after)) return true;
  if (meaning?.is === 'entity') return meaning.kind === 'plan';
  if (meaning?.is === 'intent') return meaning.id === 'count' && /事業|取組/.test(next?.text ?? '');
  return meaning?.is === 'kind' && meaning.kind === 'project';
}

/** 令和7年度予算額が令和6年度を上回っている: one attribute in two years. */
export function yearAgainstYear(frame: Frame, around: Around, years: BoundYears): Condition[] {
  const said = frame.years();
  const [item] = frame
    .intents('reached', 'unreached', 'big', 'small')
    .filter(
      (one) =>
        !one.used &&
        (said.some(isBase) || /上回|下回|超え|より/.test((frame.before(one)?.after ?? '') + one.text)),
    );
  const money = sumsOf(frame, around);
  if (!item || money.length === 0 || frame.kinds().every(({ meaning }) => meaning.kind !== 'project'))
    return [];
  // R6よりR7の予算額が少ない: what it is held against may be said first.
  const right = said.find(isBase) ?? said.filter(({ start }) => start < item.start).at(-1);
  const left = said.filter((one) => one !== right && one.start < item.start).at(-1);
  const [from, to] = [right?.meaning.years.years[0], left?.meaning.years.years[0]];
  if (!right || !left || from === undefined || to === undefined || from === to) return [];
  // R7予算額がR6予算額を下回る: the column may be said with both years.
  const until = money.find(({ start }) => start >= right.end && start <= right.end + 1) ?? right;
  if (!isBase(right) && !/^[をよに]/.test(until.after.trim())) return [];
  const meaning = item.meaning as { id: string };
  const more = ['reached', 'big'].includes(meaning.id);
  item.used = true;
  for (const one of money) one.used = true;
  years.all = years.all.filter((fy) => fy !== from && fy !== to);
  const attribute = money[0]?.meaning.ids[0] as string;
  return [
    {
      predicate: {
        is: 'against',
        left: { attribute, fy: to },
        relation: more ? '>' : '<',
        right: { attribute, fy: from },
      },
      item,
      label: frame.text.slice(left.start, item.end),
    },
  ];
}
