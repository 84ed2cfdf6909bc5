// 「AはXで、BはYですよね」, 「Aを16%から30%に」: each figure that is claimed of something is a claim of its own.
import type { Around } from '../../around.ts';
import type { Meaning } from '../../mentions/mention.ts';
import { isNameOf } from '../../mentions/named.ts';
import type { Predicate, Query, SubjectSet } from '../../query.ts';
import { questionWords } from '../../question-words.ts';
import { claiming } from '../claiming.ts';
import { composeClause } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { toTarget } from '../to-target.ts';
import { copyOf, isColumn, isPlace, isYears, lent } from './part.ts';

const asking = [...questionWords, 'which-two', 'sum', 'list'];
const baseline: Meaning = { is: 'attribute', ids: ['baseline'] };
const target: Meaning = { is: 'attribute', ids: ['target'] };

/** One question a claim; null where the text claims but one figure. */
export function eachClaim(frame: Frame, around: Around, before: Query | null): Query[] | null {
  if (around.command !== null || !frame.has('confirm') || frame.has(...asking)) return null;
  if (frame.intents('count').some(({ text }) => /^何|いくつ/.test(text))) return null;
  const parts = partsOf(frame);
  const claims = parts.flatMap((part, i) => {
    const said = [...borrowed(part, parts, i), ...part, ...(i < parts.length - 1 ? tailOf(parts) : [])];
    return fromTo(part) ? bothEnds(said) : [{ items: said, unsaid: [] }];
  });
  if (claims.length < 2) return null;
  const queries = claims.flatMap(({ items, unsaid }) =>
    composeClause(copyOf(frame, items, unsaid), around, before),
  );
  return runsOfOne(queries).flatMap((run) => ofOneRecord(run) ?? run);
}

/** Neighbours that claim of the same record. */
function runsOfOne(queries: readonly Query[]): Query[][] {
  const runs: Query[][] = [];
  for (const query of queries) {
    const [set] = runs.at(-1)?.[0]?.sets ?? [];
    if (set?.named?.length === 1 && sameSet(query, set)) runs.at(-1)?.push(query);
    else runs.push([query]);
  }
  return runs;
}

/** 現状0件、目標は2件: figures of one record are one claim, so that one that is wrong makes the whole wrong; null for any others. */
function ofOneRecord(queries: readonly Query[]): Query[] | null {
  const [first] = queries;
  const [set] = first?.sets ?? [];
  if (!first || !set || set.named?.length !== 1 || queries.length < 2) return null;
  const within = queries.map((query) => (sameSet(query, set) ? figuresIn(query) : null));
  const only = <T>(values: readonly T[]) => new Set(values.filter((value) => value !== null)).size <= 1;
  const claims = queries.flatMap(({ claim }) => claim ?? []);
  const [moved, reached] = [claims.map((one) => one.moved), claims.map((one) => one.reached)];
  if (within.some((one) => one === null) || !only(moved) || !only(reached)) return null;
  const way = queries.find(({ claim }) => claim?.moved != null);
  const claim = claiming({
    within: within.flatMap((one) => one ?? []),
    moved: way?.claim?.moved ?? null,
    reached: reached.find((one) => one !== null) ?? null,
  });
  // 現状4件、目標も4件で横ばい: from the one to the other.
  const columns = claim.within.flatMap((one) => (one.is === 'compare' ? [one.attribute] : []));
  const between =
    claim.moved !== null && columns.includes('baseline') && columns.includes('target')
      ? { ...toTarget(), as: 'amount' as const }
      : (way?.between ?? null);
  return [{ ...(way ?? first), wanted: [], between, claim }];
}

function sameSet({ sets }: Query, { kind, named }: SubjectSet): boolean {
  const [set, more] = sets;
  return !more && set?.kind === kind && set.named?.length === 1 && set.named[0] === named?.[0];
}

/** The figures that are claimed, each of its column and year; null where anything else is claimed. */
function figuresIn({ ask, claim, wanted, unread }: Query): Predicate[] | null {
  if (ask !== 'whether' || !claim || unread.length > 0) return null;
  const others = claim.words.length + claim.by.length > 0 || claim.denied || claim.pace !== null;
  if (others || !claim.within.every(({ is }) => is === 'compare')) return null;
  const [column, more] = wanted;
  if (claim.limits.length === 0) return claim.within;
  if (!column || more || column.years.length > 1) return null;
  const fy = column.attribute === 'baseline' ? null : (column.years[0] ?? null);
  return [...claim.within, { is: 'compare', attribute: column.attribute, fy, limits: claim.limits }];
}

/** Cut behind each figure that a comma follows, where a subject and a figure of its own come next. */
function partsOf({ items }: Frame): Item[][] {
  const parts: Item[][] = [[]];
  for (const [i, item] of items.entries()) {
    parts.at(-1)?.push(item);
    const figure = isIntent(item, 'then') ? items[i - 1] : item;
    const rest = items.slice(i + 1);
    if (
      !figure ||
      !isFigure(figure) ||
      !/^(?:に|へ|だ|で|が|であり|である|です|となり)?[、,/・。]+$/.test(item.after.trim())
    )
      continue;
    const part = parts.at(-1) ?? [];
    const further = claimsOfOne(rest) || (part.some(isColumn) && claimsOfColumn(rest));
    if (claimsOfOne(parts.flat()) && further) parts.push([]);
  }
  return parts;
}

/** A subject, and behind it a figure. */
function claimsOfOne(items: readonly Item[]): boolean {
  const subject = items.findIndex((item, at) => isSubject(item) || isCounted(item, items[at + 1]));
  return subject >= 0 && items.slice(subject + 1).some(isFigure);
}

/** 基本目標5つ, 基本的方向は13: parts of a plan, and how many there are. */
function isCounted({ meaning }: Item, next: Item | undefined): boolean {
  return meaning?.is === 'kind' && meaning.kind === 'policy' && next !== undefined && isFigure(next);
}

/** 実績は0人、達成率は0.0%: another column of the same record. */
function claimsOfColumn(items: readonly Item[]): boolean {
  const column = items.findIndex(isColumn);
  const figure = items.findIndex(isFigure);
  return column >= 0 && figure > column;
}

function isSubject({ meaning, noun, text, used }: Item): boolean {
  if (meaning === null) return noun && !used && text.length >= 2;
  return isNameOf(meaning, 'project', 'kpi');
}

function isFigure({ meaning }: Item): boolean {
  return meaning?.is === 'number' && !meaning.number.ordinal;
}

/** What is said of all claims at the end: …にするのが目標だそうですが、間違いないですか. */
function tailOf(parts: readonly Item[][]): Item[] {
  const last = parts.at(-1) ?? [];
  const tail = last.slice(last.findLastIndex(isFigure) + 1);
  return tail.filter(({ meaning }) => meaning?.is === 'attribute' || meaning?.is === 'intent');
}

/** Place, years and what is claimed of, said in an earlier part, where this one says none. */
function borrowed(part: readonly Item[], parts: readonly Item[][], at: number): Item[] {
  const earlier = parts.slice(0, at).flat();
  const own = part.slice(0, part.findIndex(isFigure) + 1).some(isSubject);
  return [...(own ? [] : earlier.filter(isSubject)), ...lent(part, earlier, isPlace, isYears, isColumn)];
}

/** 16.9%を30%に: the figure it comes from. */
function fromTo(items: readonly Item[]): Item | null {
  const [from, to, more] = items.filter(isFigure);
  const way =
    from &&
    to &&
    ((/^(?:を|から)[、]?$/.test(from.after.trim()) && /^(?:に|へ|まで)/.test(to.after.trim())) ||
      /^→$/.test(from.after.trim()));
  return way && !more && items[items.indexOf(from) + 1] === to ? from : null;
}

/** The claim of where it comes from, and the one of where it goes. */
function bothEnds(items: readonly Item[]): { items: Item[]; unsaid: Meaning[] }[] {
  const from = fromTo(items);
  const [first, last] = items.filter(isFigure);
  const columns = items.filter(isColumn);
  // 54人→0人 without any column goes from the base to the target as well.
  const aims = columns.some(({ meaning }) => meaning?.is === 'attribute' && meaning.ids.includes('target'));
  const money = from?.meaning?.is === 'number' && from.meaning.number.yen !== null;
  if (!from || !(aims || (columns.length === 0 && !money))) return [{ items: [...items], unsaid: [] }];
  const base = items.filter(
    (item) => item !== last && item.meaning?.is !== 'attribute' && !isIntent(item, 'rise', 'fall'),
  );
  return [
    { items: base, unsaid: [baseline] },
    { items: items.filter((item) => item !== first), unsaid: aims ? [] : [target] },
  ];
}
