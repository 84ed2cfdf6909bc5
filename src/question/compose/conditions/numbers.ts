// No. 11, 基本目標3, P.40～43: records and parts of plans by the numbers they bear.
import type { Around } from '../../around.ts';
import type { Predicate } from '../../query.ts';
import type { Frame, Item } from '../frame.ts';
import type { Condition } from './condition.ts';

/** No. 11; 基本目標3 by its level and code. */
export function numberConditions(frame: Frame, around: Around): Condition[] {
  return eitherRow(eachNumber(frame, around));
}

/** No.25とNo.26: rows said side by side are all meant, and none of them has both numbers. */
function eitherRow(found: readonly Condition[]): Condition[] {
  const rows = found.filter(({ predicate }) => predicate.is === 'number');
  const [first, second] = rows;
  if (!first || !second) return [...found];
  const either: Condition = {
    ...first,
    predicate: { is: 'any', of: rows.map(({ predicate }) => predicate) },
    label: rows.map(({ label }) => label).join('・'),
  };
  return [...found.filter((one) => !rows.includes(one)), either];
}

/** True for rows by their numbers. */
export function isOfRows(predicate: Predicate): boolean {
  return (
    predicate.is === 'number' || (predicate.is === 'any' && predicate.of.every(({ is }) => is === 'number'))
  );
}

function eachNumber(frame: Frame, around: Around): Condition[] {
  return frame.numbers().flatMap((item): Condition[] => {
    const { value, ordinal } = item.meaning.number;
    const pages = pagesSaid(frame, item);
    const parts = pages ? partsOnPages(pages, item, around) : [];
    if (pages && parts.length > 0) {
      for (const one of frame.items)
        if (one.start >= item.start && one.end <= item.start + pages.text.length) one.used = true;
      return parts;
    }
    if (!ordinal) return [];
    if (/^(?:no|№)/i.test(item.text) && !item.used) return rowNumber(frame, item, value);
    const before = partBefore(frame, item);
    if (before?.meaning?.is !== 'kind' || before.meaning.level === null)
      return partOrRow(frame, item, around);
    const { level } = before.meaning;
    const ids = around.repository.policies
      .filter((policy) => policy.level === level && policy.code?.normalize('NFKC') === String(value))
      .map(({ id }) => id);
    if (ids.length === 0) return [];
    const label = `${before.text}${item.text}`;
    before.used = true;
    item.used = true;
    return [{ predicate: { is: 'policy', ids, label }, item, label: item.text }];
  });
}

/** No. 11, 事務事業番号6. */
function rowNumber(frame: Frame, item: Item, value: number): Condition[] {
  item.used = true;
  return [{ predicate: { is: 'number', number: value, ...lastNumber(frame, item) }, item, label: item.text }];
}

/** 番号12: a part of the plan that bears it, else the row. */
function partOrRow(frame: Frame, item: Item, around: Around): Condition[] {
  const part = partOfCode(frame, item, around);
  const number = item.meaning?.is === 'number' ? item.meaning.number.value : 0;
  const isRow =
    /番号\d+番?$/.test(item.text) ||
    // 6番の事業
    (/^\d+番$/.test(item.text) && isNextKind(frame, item));
  return isRow && part.length === 0 && !item.used ? rowNumber(frame, item, number) : part;
}

function isNextKind(frame: Frame, item: Item): boolean {
  const next = frame.next(item);
  return item.after.trim() === 'の' && next?.meaning?.is === 'kind' && next.meaning.kind === 'project';
}

/** 全体概要で番号⑫が付いた事業: the one part of the plan said that bears the circled figure. */
function partOfCode(frame: Frame, item: Item, { repository }: Around): Condition[] {
  const plans = frame.entities('plan').flatMap(({ meaning }) => meaning.ids);
  const project = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  const value = item.meaning?.is === 'number' ? item.meaning.number.value : 0;
  if (!project || plans.length === 0 || item.used || !/^(?:番号)?\d+番?$/.test(item.text)) return [];
  const code = String.fromCodePoint(0x2460 + value - 1);
  const [part, more] = repository.policies.filter((one) => plans.includes(one.plan) && one.code === code);
  if (!part || more) return [];
  item.used = true;
  return [
    { predicate: { is: 'policy', ids: [part.id], label: `${code}${part.name}` }, item, label: item.text },
  ];
}

/** 施策の基本的方向⑫, 施策の基本的方向の番号⑫: what kind of part bears the number. */
function partBefore(frame: Frame, item: Item): Item | undefined {
  const before = frame.before(item);
  if (!before || !/^(?:番号|記号|符号|丸数字)$/.test(before.text) || before.end !== item.start) return before;
  const part = frame.before(before);
  if (part?.meaning?.is !== 'kind' || part.after.trim() !== 'の') return before;
  before.used = true;
  return part;
}

/** No.20以降, No.20からNo.30まで, No.20〜30: how far the numbers go. */
function lastNumber(frame: Frame, item: Item): { to?: number | null } {
  const behind = frame.text.slice(item.end);
  const upTo = /^(?:番)?(?:から|より|[-~〜ー])\s*(?:no\.?|№)?\s*(\d+)/i.exec(behind);
  if (upTo) {
    const next = frame.next(item);
    if (next?.meaning?.is === 'number') next.used = true;
    return { to: Number(upTo[1]) };
  }
  return /^(?:番)?(?:以降|以上|から(?:後|あと|先|下)|より(?:後|あと|先|下))/.test(behind) ? { to: null } : {};
}

/** P.62, P.40～43, 62ページ. */
function pagesSaid(frame: Frame, item: Item): { from: number; to: number; text: string } | null {
  const behind = frame.text.slice(item.start);
  const [text, first, last] =
    /^p(?:age|\.)*\s*(\d+)(?:\s*[-~]\s*(?:p\.?)?(\d+))?/.exec(behind) ??
    /^(\d+)(?:\s*[-~]\s*(\d+))?(?:ページ|頁)(?!数)/.exec(behind) ??
    [];
  if (text === undefined || item.used || frame.has('page')) return null;
  return { from: Number(first), to: Number(last ?? first), text };
}

/** The smallest parts of plans that the pages lie in; none where no part is printed there. */
function partsOnPages(
  { from, to, text }: { from: number; to: number; text: string },
  item: Item,
  { repository }: Around,
): Condition[] {
  const parts = repository.policies.flatMap(({ id, pages }) =>
    pages && pages.from <= from && pages.to >= to ? [{ id, span: pages.to - pages.from }] : [],
  );
  const least = Math.min(...parts.map(({ span }) => span));
  const ids = parts.flatMap(({ id, span }) => (span === least ? [id] : []));
  return ids.length > 0 ? [{ predicate: { is: 'policy', ids, label: text }, item, label: text }] : [];
}
