// Which column names the rows.
import { shortened } from '../../layout/table.ts';
import type { ColumnPlan, PlannedTable } from '../column-plan.ts';
import { nameId } from '../columns/said.ts';
import type { Ask } from './ask.ts';

/** Which column names the rows, where no heading says 事業名 or 指標名. */
export function askName({ table, columns }: PlannedTable, ask: Ask): void {
  const elected = columns[table.elected ?? -1];
  if (!elected || elected.said || columns.some(({ role, said }) => said && isNameRole(role))) return;
  const what = elected.heading.meaning === 'project' ? '事業（対象）' : '指標・項目';
  const id = nameId(elected);
  ask({
    id,
    text: `見出しに事業名・指標名がありません。「${shortened(elected.label)}」を${what}の名前として読みます。よいですか`,
    options: columns
      .filter(({ heading }) => heading.fy === null && !heading.counts)
      .map(({ label }) => ({ value: label, label })),
    proposed: elected.label,
    flag: `--answer "${id}=見出し"`,
  });
}

const isNameRole = (role: ColumnPlan['role']) => role === 'project' || role === 'kpi-name';
