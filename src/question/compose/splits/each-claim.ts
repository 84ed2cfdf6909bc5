// 「AはXで、BはYですよね」, 「Aを16%から30%に」: each figure that is claimed of something is a claim of its own.
import type { Around } from '../../around.ts';
import type { Meaning } from '../../mentions/mention.ts';
import { isNameOf } from '../../mentions/named.ts';
import type { Query } from '../../query.ts';
import { questionWords } from '../../question-words.ts';
import { composeClause } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { copyOf, isColumn, isPlace, isYears, lent } from './part.ts';

const asking = [...questionWords, 'which-two', 'sum', 'list'];
const baseline: Meaning = { is: 'attribute', ids: ['baseline'] };

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
  return claims.flatMap(({ items, unsaid }) => composeClause(copyOf(frame, items, unsaid), around, before));
}

/** Cut behind each figure that a comma follows, where a subject and a figure of its own come next. */
function partsOf({ items }: Frame): Item[][] {
  const parts: Item[][] = [[]];
  for (const [i, item] of items.entries()) {
    parts.at(-1)?.push(item);
    const figure = isIntent(item, 'then') ? items[i - 1] : item;
    const rest = items.slice(i + 1);
    if (!figure || !isFigure(figure) || !/^(?:に|だ|で|が|であり|となり)?[、,]$/.test(item.after.trim()))
      continue;
    const part = parts.at(-1) ?? [];
    const further = claimsOfOne(rest) || (part.some(isColumn) && claimsOfColumn(rest));
    if (claimsOfOne(parts.flat()) && further) parts.push([]);
  }
  return parts;
}

/** A subject, and behind it a figure. */
function claimsOfOne(items: readonly Item[]): boolean {
  const subject = items.findIndex((item) => isSubject(item));
  return subject >= 0 && items.slice(subject + 1).some(isFigure);
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
    from && to && /^(?:を|から)[、]?$/.test(from.after.trim()) && /^(?:に|へ|まで)/.test(to.after.trim());
  return way && !more && items[items.indexOf(from) + 1] === to ? from : null;
}

/** The claim of where it comes from, and the one of where it goes. */
function bothEnds(items: readonly Item[]): { items: Item[]; unsaid: Meaning[] }[] {
  const from = fromTo(items);
  const [first, last] = items.filter(isFigure);
  if (!from || !items.some(({ meaning }) => meaning?.is === 'attribute' && meaning.ids.includes('target')))
    return [{ items: [...items], unsaid: [] }];
  const base = items.filter(
    (item) => item !== last && item.meaning?.is !== 'attribute' && !isIntent(item, 'rise', 'fall'),
  );
  return [
    { items: base, unsaid: [baseline] },
    { items: items.filter((item) => item !== first), unsaid: [] },
  ];
}
