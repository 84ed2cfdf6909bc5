// 「Aは、ほかの6事業を合わせた額より多いか」, 「aの事業数と、bとcを合わせた事業数では、どちらが多いか」: a side that is added up, or left over.
import type { Around } from '../../around.ts';
import type { Query, SubjectSet, Wanted } from '../../query.ts';
import { claiming } from '../claiming.ts';
import { type Clause, clauseOf, emptyQuery } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { greatest } from '../greatest.ts';
import { copyOf, everythingOf, isScope, moneyOf, projectsOf } from './part.ts';

interface Cut {
  first: readonly Item[];
  second: readonly Item[];
}

interface Side {
  set: SubjectSet;
  money: ReturnType<typeof moneyOf>;
  years: number[];
  counts: boolean;
}

/** What asks for something else of two sets. */
const elsewise = ['max', 'min', 'reason-part', 'average', 'median', 'portion', 'rise', 'fall'];
/** Where what is compared ends. */
const comparing = ['which-two', 'same-as', 'differ', 'gap', 'big', 'small', 'times', 'share'];

/** Both sides as sets, held against each other; null where no side is a sum or what is left of a set. */
export function twoSides(frame: Frame, around: Around): Query[] | null {
  if (!frame.has(...comparing) || frame.has(...elsewise) || around.command !== null) return null;
  if (sumsByYear(frame)) return null;
  for (const cut of cutsOf(frame)) {
    const sides = sidesOf(frame, cut, around);
    if (sides) return [compared(frame, sides)];
  }
  return null;
}

/** AとBのR4計・R5計・差引: of both together, one year against the other. */
function sumsByYear(frame: Frame): boolean {
  const summed = frame
    .years()
    .filter((year) => year.after.trim() === '' && isIntent(frame.next(year), 'sum'));
  return summed.length > 1 && frame.has('gap');
}

function compared(frame: Frame, [first, second]: readonly [Side, Side]): Query {
  const counted = !first.money && !second.money && (first.counts || second.counts);
  const base = {
    sets: [first.set, second.set],
    of: counted ? first.set.kind : null,
    wanted: counted ? [] : [wantedOf(first, second)],
    years: [...new Set([...first.years, ...second.years])],
  };
  const times = frame.has('times');
  if (times || frame.has('share')) {
    const wanted = base.wanted.flatMap((one) => [one, one]);
    return { ...emptyQuery('ratio'), ...base, wanted, as: times ? 'times' : 'percent' };
  }
  const asksWhich =
    frame.has('which-two', 'gap', 'howmuch', 'howmany-unit') || (frame.has('big') && frame.has('small'));
  if (!asksWhich && frame.has('big', 'small'))
    return {
      ...emptyQuery('whether'),
      ...base,
      claim: claiming({ moved: frame.has('big') ? 'up' : 'down' }),
    };
  const same = !asksWhich && frame.has('same-as', 'differ');
  return {
    ...emptyQuery('compare'),
    ...base,
    extreme: same
      ? null
      : { ...greatest(frame), way: frame.has('small') && !frame.has('big') ? 'min' : 'max' },
    claim: same ? claiming({ same: !frame.has('differ') }) : null,
  };
}

function wantedOf(first: Side, second: Side): Wanted {
  const money =
    [first.money, second.money].find((one) => (one?.years.length ?? 0) > 0) ?? first.money ?? second.money;
  const years = [money?.years ?? [], first.years, second.years].find((own) => own.length > 0) ?? [];
  return { attribute: money?.attribute ?? 'budget', years: [...years] };
}

/** Where one side ends and the other begins: behind a sum before all others, so that AとBの合計 stays one side. */
function cutsOf(frame: Frame): Cut[] {
  const { items } = frame;
  const from = items.findLastIndex(({ after }) => /。[^。]*一方は/.test(after)) + 1;
  const joints = items.flatMap((item, at) => (at >= from && joins(item, items[at + 1]) ? [at] : []));
  const behindSum = (at: number) => [items[at - 1], items[at]].some((item) => isIntent(item, 'sum'));
  return [...joints.filter(behindSum), ...joints.filter((at) => !behindSum(at))].flatMap((at) => {
    const second = untilCompared(items.slice(at + 1));
    const own = items.slice(from, at + 1);
    const first = [...lent(items.slice(0, from), own), ...own];
    const named = [own, second].every((side) => side.some(isMatter) || leftOver(side) !== null);
    const together = frame.has('times', 'share')
      ? leftOver(second) !== null
      : [first, second].some(isTogether);
    return named && together ? [{ first, second }] : [];
  });
}

/** AとB, Aは…より, 一方はA、他方はB. */
function joins(item: Item, next: Item | undefined): boolean {
  const { after } = item;
  if (isIntent(item, ...comparing)) return false;
  return /^[」』]?(?:の(?:ほう|方)|分)?(?:と|は|が)[、,]?[「『]?$/.test(after.trim()) || isOther(next);
}

const isOther = (item: Item | undefined) =>
  item?.meaning === null && /^(?:他方|もう一方|もう片方)$/.test(item.text);

/** The second side: up to the end of its sentence, or to what compares. */
function untilCompared(items: readonly Item[]): readonly Item[] {
  const end = items.findIndex((item) => isIntent(item, ...comparing));
  const sentence = items.findIndex(({ after }) => /。/.test(after));
  if (sentence >= 0 && (end < 0 || sentence < end)) return items.slice(0, sentence + 1);
  return end < 0 ? [] : items.slice(0, end);
}

/** A name, a kind of thing or a noun. */
const isMatter = ({ meaning, noun }: Item) =>
  meaning === null ? noun : ['entity', 'kind', 'word'].includes(meaning.is);

/** 合わせた額, 残る6事業. */
function isTogether(items: readonly Item[]): boolean {
  return items.some((item) => isIntent(item, 'sum')) || leftOver(items) !== null;
}

/** ほかの6事業, 残る6事業, それ以外の事業: what is left where the other side is taken out. */
function leftOver(items: readonly Item[]): Item | null {
  return (
    items.find((item, at) => {
      const next = items[at + 1]?.meaning?.is;
      const things =
        next === 'number' || next === 'kind' || (next === 'entity' && items[at + 2]?.meaning?.is === 'kind');
      const added = isIntent(items[at + 1], 'sum') || isIntent(items[at + 1], 'list');
      return (
        isIntent(item, 'others', 'remaining') && (things || added) && /^[をの]?$/.test(item.after.trim())
      );
    }) ?? null
  );
}

function sidesOf(frame: Frame, { first, second }: Cut, around: Around): readonly [Side, Side] | null {
  const left = leftOver(second);
  const own = sideOf(frame, first, around);
  const other = sideOf(
    frame,
    [...lent(first, second), ...second.filter((item) => item !== left)],
    around,
    left ? own : null,
  );
  if (!own || !other || own.set.kind !== other.set.kind) return null;
  return JSON.stringify(own.set) === JSON.stringify(other.set) ? null : [own, other];
}

/** A paper, a plan, an office or a part, with years and columns, said for the first side holds for the second. */
function lent(first: readonly Item[], second: readonly Item[]): Item[] {
  const has = (is: string) => second.some(({ meaning }) => meaning?.is === is);
  return first.filter(({ meaning }) => {
    if (meaning?.is === 'years' || meaning?.is === 'attribute') return !has(meaning.is);
    if (meaning?.is === 'document') return true;
    return meaning?.is === 'entity' && ['plan', 'town'].includes(meaning.kind);
  });
}

/** The set of one side; with `taken` it is what is left of the set that both are taken from. */
function sideOf(
  frame: Frame,
  items: readonly Item[],
  around: Around,
  taken: Side | null = null,
): Side | null {
  const told = items.filter((item) => !isAside(item));
  const copy = copyOf(frame, told);
  const clause = clauseOf(copy, around, null);
  const set = taken ? remainderOf(taken.set, clause) : projectsOf(clause);
  if (!set || clause.unread.length > 0 || set.where.some(({ is }) => is === 'near')) return null;
  return {
    set: asOne(set),
    money: moneyOf(clause),
    years: clause.years.all,
    counts: copy.has('count') || copy.kinds().length > 0,
  };
}

/** 合計, 全部, 6事業, 他方: say nothing of which ones. */
function isAside(item: Item): boolean {
  const { meaning } = item;
  if (meaning?.is === 'number') return meaning.number.relation === null && /つ|件|本|事業/.test(item.text);
  return isIntent(item, 'sum', 'list', 'only', 'then', 'compare', 'tell') || isOther(item);
}

/** Everything of the set said, or of the plan of what is taken out, without it. */
function remainderOf(taken: SubjectSet, clause: Clause): SubjectSet | null {
  const said = clause.conditions.map(({ predicate }) => predicate);
  const base = said.some(isScope)
    ? { kind: taken.kind, named: null, where: said, label: '' }
    : everythingOf(taken, clause.around);
  const [only, more] = taken.where;
  const out = only?.is === 'of-project' && !more ? only : null;
  if (!base || !out) return null;
  return { ...base, where: [...base.where, { is: 'not', that: out }] };
}

/** Records that are named are one side together. */
function asOne(set: SubjectSet): SubjectSet {
  return set.named === null ? set : { ...set, named: null, where: [{ is: 'of-project', ids: set.named }] };
}
