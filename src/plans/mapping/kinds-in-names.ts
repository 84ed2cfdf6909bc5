// 国庫支出金 決算 of some years and 国庫支出金 予算 of others are one attribute by year, as long as no year has both.
import type { ColumnPlan } from './column-plan.ts';

/** 人件費 ② and 総コスト ①＋② are called 人件費 and 総コスト, 年度末現在高(A)+(B)-(C) as 年度末現在高(A) of the year before, where nothing else is. */
export function dropMarks(columns: readonly ColumnPlan[]): void {
  const named = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    if (!column.attribute) continue;
    const name = withoutMarks(column.label, column.attribute.id);
    named.set(name, [...(named.get(name) ?? []), column]);
  }
  for (const [name, alike] of named) if (name !== '') rename(alike, name);
}

function withoutMarks(label: string, id: string): string {
  const [, mark] = /[^\s①-⑳]\s*([①-⑳](?:\s*[+＋\-－−×/／]\s*[①-⑳])*)(?=\s|$)/.exec(label) ?? [];
  const bare = mark === undefined ? id : id.replace(mark, '').replace(mark.normalize('NFKC'), '');
  return bare
    .replace(/(?<=\S)(?:[+-]?\([A-Z](?:[+-][A-Z])*\))+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 国庫支出金(決算): the kind in brackets behind what stood over a year. */
const inBrackets = /\((?:当初|最終|補正後)?(?:予算|決算|決算見込|実績|執行)額?\)/;

const kind = /^(?:当初|最終|補正後)?(?:予算|決算|計画|見込|決算見込|実績|執行)額?$/;

/** Takes the kind of money out of the names of attributes that only differ by it. */
export function joinKinds(columns: readonly ColumnPlan[]): void {
  const groups = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    if (column.role !== 'attribute' || !column.attribute || column.fy === null || column.block) continue;
    const name = column.attribute.id
      .split(' ')
      .filter((part) => !kind.test(part))
      .map((part) => part.replace(inBrackets, ''))
      .join(' ')
      .trim();
    if (name === '' || name === column.attribute.id) continue;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  for (const [name, only] of groups) {
    // 年度末現在高 of a year that prints no kind is one of them.
    const group = [...only, ...columns.filter(({ attribute }) => attribute?.id === name)];
    const ids = new Set(group.map(({ attribute }) => attribute?.id));
    countMoney(group);
    const types = new Set(group.map(({ attribute }) => attribute?.type));
    const years = new Set(group.map(({ fy }) => fy));
    if (ids.size < 2 || types.size > 1 || years.size < group.length || years.has(null)) continue;
    for (const { attribute } of group) if (attribute) attribute.id = name;
  }
}

/** What is money in one year is no bare number in another. */
function countMoney(group: readonly ColumnPlan[]): void {
  if (!group.some(({ attribute }) => attribute?.type === 'money')) return;
  for (const { attribute } of group)
    if (attribute?.type === 'number' && attribute.unit === null) attribute.type = 'money';
}

/** 基金の現在高及び増減 over half of the columns says nothing of one of them; 利用者数 over 男 and 女, and 財源内訳, do. */
export function dropWideHead(columns: readonly ColumnPlan[]): void {
  const parts = (id: string) => /^(\S+?)(?:\([^()]*\))? (.+)$/.exec(id);
  const heads = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    const head = parts(column.attribute?.id ?? '')?.[1];
    if (head !== undefined) heads.set(head, [...(heads.get(head) ?? []), column]);
  }
  for (const [head, group] of heads) {
    if (group.length < columns.length / 2 || /内訳|財源/.test(head)) continue;
    const bare = (column: ColumnPlan) => parts(column.attribute?.id ?? '')?.[2] ?? '';
    const names = new Set(group.map(bare));
    const others = columns.flatMap(({ attribute }) => (attribute ? [attribute.id] : []));
    const told = [...names].every(
      (name) =>
        measure.test(name) &&
        !others.some((id) => id === name || (id.endsWith(` ${name}`) && parts(id)?.[1] !== head)),
    );
    if (!told || names.size < 2) continue;
    for (const name of names)
      rename(
        group.filter((column) => bare(column) === name),
        name,
      );
  }
}

/** 積立額, 年度末現在高(見込): a name that says by itself what is measured. */
const measure = /^(?:うち.+|.{2,}(?:[額高数率費金量]|等)(?:\([^()]*\))?)$/;

/** One name for columns of different years. */
function rename(alike: readonly ColumnPlan[], name: string): void {
  const ids = new Set(alike.map(({ attribute }) => attribute?.id));
  const years = new Set(alike.map(({ fy }) => fy));
  const types = new Set(alike.map(({ attribute }) => attribute?.type));
  if (ids.size > 1 && (types.size > 1 || years.size < alike.length)) return;
  for (const { attribute } of alike) if (attribute) attribute.id = name;
}
