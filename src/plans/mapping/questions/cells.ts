// What cells mean that can be read in two ways: 0.52, a column of zeros, blanks below a name.
import type { Headings } from '../../layout/headings.ts';
import { shortened } from '../../layout/table.ts';
import { attributeName, type Confirmed } from '../../reading/confirmed.ts';
import { yearOf } from '../../reading/row-reader.ts';
import { subjectRows } from '../../reading/row-subjects.ts';
import { fractionState, zeroYear } from '../../reading/suspicious.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';
import type { Ask } from './ask.ts';

/** What was answered before, and the words of headings. */
export interface Known {
  confirmed: Confirmed;
  vocabulary: Headings;
}

/** 0.52: 52% or 0.52%? */
export function askFraction(planned: PlannedTable, column: ColumnPlan, ask: Ask): void {
  if (column.role !== 'rate' && column.attribute?.type !== 'rate') return;
  const texts = textsOf(planned, column);
  if (fractionState(column, texts) !== 'all') return;
  const sample = texts.find((text) => /\.\d/.test(text)) ?? '';
  const percent = Number((Number(sample.normalize('NFKC')) * 100).toPrecision(12));
  ask({
    id: `fraction:${attributeName(column)}`,
    text: `「${shortened(attributeName(column))}」の ${sample} は ${percent}% のことですか、${sample}% のことですか`,
    options: [
      { value: 'percent', label: `${percent}%` },
      { value: 'plain', label: `${sample}%` },
    ],
    proposed: 'percent',
    flag: `--answer "fraction:${attributeName(column)}=percent|plain"`,
  });
}

/** A newest year of nothing but zeros: not spent yet, or 0円? */
export function askZero(
  planned: PlannedTable,
  column: ColumnPlan,
  { confirmed, vocabulary }: Known,
  ask: Ask,
): void {
  if (column.role !== 'money' || !['executed', 'settled'].includes(column.money ?? '')) return;
  const rows = subjectRows(planned, confirmed, vocabulary, { problems: [], leftOut: [] });
  const newest = zeroYear(column, rows, (row) => yearOf(column, row, confirmed, planned));
  if (newest === null) return;
  ask({
    id: `zero:${column.label}`,
    text: `「${shortened(column.label)}」は${newest}年度だけすべて0です。まだ執行されていないという意味ですか、0円という意味ですか`,
    options: [
      { value: 'none', label: 'まだ執行されていない' },
      { value: 'zero', label: '0円' },
    ],
    proposed: 'none',
    flag: `--answer "zero:${column.label}=none|zero"`,
  });
}

/** Blanks below a name in a column of policies or departments: the same one, or none? */
export function askFill(planned: PlannedTable, column: ColumnPlan, ask: Ask): void {
  if (column.role !== 'policy' && column.role !== 'department') return;
  const texts = planned.table.rows.map((row) => row.text(column.position));
  const named = planned.columns.find(({ role }) => role === 'project' || role === 'kpi-name');
  const open = planned.table.rows.filter(
    (row, index) => texts[index] === '' && named && row.text(named.position) !== '',
  );
  const filled = texts.filter((text) => text !== '');
  if (texts[0] === '' || open.length < texts.length * 0.3 || new Set(filled).size !== filled.length) return;
  ask({
    id: `fill:${column.label}`,
    text: `「${shortened(column.label)}」は最初の行だけに書かれているようです。空欄は上と同じですか`,
    options: [
      { value: 'fill', label: '上と同じ' },
      { value: 'blank', label: '空欄のまま' },
    ],
    proposed: 'fill',
    flag: `--answer "fill:${column.label}=fill|blank"`,
  });
}
