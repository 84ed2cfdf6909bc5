// 国庫支出金 決算 of some years and 国庫支出金 予算 of others are one attribute by year, as long as no year has both.
import type { ColumnPlan } from './column-plan.ts';

/** 人件費 ② and 総コスト ①＋② are called 人件費 and 総コスト, where nothing else is. */
export function dropMarks(columns: readonly ColumnPlan[]): void {
  const named = columns.flatMap(({ attribute, label }) => (attribute ? [{ attribute, label }] : []));
  const owners = new Map<string, Set<string>>();
  const bare = (label: string, id: string) => {
    const [, mark] = /[^\s①-⑳]\s*([①-⑳](?:\s*[+＋\-－−×/／]\s*[①-⑳])*)(?=\s|$)/.exec(label) ?? [];
    return mark === undefined
      ? id
      : id.replace(mark, '').replace(mark.normalize('NFKC'), '').replace(/\s+/g, ' ').trim();
  };
  for (const { attribute, label } of named) {
    const name = bare(label, attribute.id);
    owners.set(name, (owners.get(name) ?? new Set()).add(attribute.id));
  }
  for (const { attribute, label } of named) {
    const name = bare(label, attribute.id);
    if (name !== '' && owners.get(name)?.size === 1) attribute.id = name;
  }
}

const kind = /^(?:当初|最終|補正後)?(?:予算|決算|計画|見込|決算見込|実績|執行)額?$/;

/** Takes the kind of money out of the names of attributes that only differ by it. */
export function joinKinds(columns: readonly ColumnPlan[]): void {
  const groups = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    if (column.role !== 'attribute' || !column.attribute || column.fy === null || column.block) continue;
    const name = column.attribute.id
      .split(' ')
      .filter((part) => !kind.test(part))
      .join(' ');
    if (name === '' || name === column.attribute.id) continue;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  for (const [name, group] of groups) {
    const ids = new Set(group.map(({ attribute }) => attribute?.id));
    const years = new Set(group.map(({ fy }) => fy));
    const taken = columns.some(({ attribute }) => attribute?.id === name);
    if (ids.size < 2 || years.size < group.length || taken) continue;
    for (const { attribute } of group) if (attribute) attribute.id = name;
  }
}
