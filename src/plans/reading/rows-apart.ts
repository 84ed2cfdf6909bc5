// Rows of one name: each a subject of its own, or parts of one project.
import { oneLine } from '../layout/table.ts';
import type { ColumnPlan, PlannedTable } from '../mapping/column-plan.ts';
import type { SubjectRow } from './row-subjects.ts';

/** Each row a subject of its own: a second 庶務事務 gets what its row says behind its name. */
export function ownRow(
  row: SubjectRow,
  taken: Map<string, SubjectRow[]>,
  { columns }: PlannedTable,
): SubjectRow {
  if (row.key === null) return row;
  const others = taken.get(row.key) ?? [];
  taken.set(row.key, [...others, row]);
  if (others.length === 0) return row;
  const count = others.length + 1;
  const text = (one: SubjectRow, column: ColumnPlan) => oneLine(one.row.text(column.position));
  const telling = columns.find(
    (column) =>
      (column.attribute?.type === 'word' || column.role === 'department' || column.role === 'policy') &&
      text(row, column) !== '' &&
      others.every((other) => text(other, column) !== text(row, column)),
  );
  const told = telling ? text(row, telling) : '';
  return { ...row, key: `${row.key}#${count}`, name: `${row.name}（${told === '' ? count : told}）` };
}

/** Rows of one project and year that differ in a word (会計区分, 勘定) are parts of it, named by that word. */
export function partsOf({ columns }: PlannedTable, rows: readonly SubjectRow[]): Map<SubjectRow, string> {
  const groups = new Map<string, SubjectRow[]>();
  const figures = columns.filter(holdsFigures);
  for (const row of rows) {
    // A second line of 事業内容 is no part: it has no figure.
    if (figures.every(({ position }) => row.row.text(position) === '')) continue;
    const key = `${row.key}\u0000${row.fy}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const words = columns.filter(({ attribute, leftOut }) => attribute?.type === 'word' && leftOut === null);
  const parts = new Map<SubjectRow, string>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const text = (row: SubjectRow, column: ColumnPlan) => oneLine(row.row.text(column.position));
    const telling = words.filter((column) => new Set(group.map((row) => text(row, column))).size > 1);
    for (const row of group) {
      const names = [...new Set(telling.map((column) => text(row, column)).filter((name) => name !== ''))];
      if (names.length > 0) parts.set(row, names.join(' '));
    }
  }
  return parts;
}

function holdsFigures({ role, attribute, leftOut }: ColumnPlan): boolean {
  if (leftOut !== null) return false;
  return role === 'money' || role === 'amount' || ['money', 'number', 'rate'].includes(attribute?.type ?? '');
}
