// Lays the rows of a sheet over a plan: adds what is missing, never changes what is printed there already.
import type { PlanFile } from '../data/schemas/plan.ts';
import { addKpiRow } from './add-kpi-row.ts';
import { addProjectRow } from './add-project-row.ts';
import type { Sheet } from './parse-csv.ts';
import type { RowContext } from './row.ts';

/** What a sheet would do to a plan; every text is a Japanese sentence or phrase for the person importing. */
export interface SheetChanges {
  /** The plan with everything added; not yet checked against the schemas. */
  file: PlanFile;
  added: string[];
  /** Cells that say something else than the plan: left as they are in the plan. */
  differing: string[];
  /** Rows that cannot be read; with any of these nothing should be written. */
  problems: string[];
}

/** Reads a sheet with the columns of the exported projects.csv, budgets.csv or kpis.csv. */
export function addSheet(plan: PlanFile, sheet: Sheet): SheetChanges {
  const changes: SheetChanges = { file: structuredClone(plan), added: [], differing: [], problems: [] };
  const isKpiSheet = sheet.columns.includes('KPI名') || sheet.columns.includes('KPI ID');
  if (!isKpiSheet && !sheet.columns.includes('事業名')) {
    changes.problems.push(
      '1行目に「事業名」または「KPI名」の列がありません。書き出したCSVと同じ見出しにしてください。',
    );
    return changes;
  }
  for (const row of sheet.rows) {
    const cell = (column: string) => row.cells[column] ?? '';
    // An exported sheet holds every plan; rows of other plans are none of ours.
    const { id, name, shortName } = changes.file.plan;
    if (cell('計画') !== '' && ![id, name, shortName].includes(cell('計画'))) continue;
    const problem = (text: string) => changes.problems.push(`${row.line}行目：${text}`);
    const context: RowContext = {
      file: changes.file,
      columns: sheet.columns,
      cell,
      list: (column) =>
        cell(column)
          .split(' / ')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      source: () => {
        const { documents } = changes.file.plan;
        const [title = ''] = cell('出典文書').split(' / ');
        const document = documents.find((one) => [one.number, one.title].includes(title));
        const place = cell('出典箇所').split(' / ')[0] ?? '';
        if (document && place !== '') return { document: document.number, place };
        problem('「出典文書」と「出典箇所」を入力してください（文書は計画に登録された題名または番号）。');
        return undefined;
      },
      added: (text) => changes.added.push(text),
      differing: (text) => changes.differing.push(`${row.line}行目：${text}`),
      problem,
    };
    if (isKpiSheet) addKpiRow(context);
    else addProjectRow(context);
  }
  return changes;
}
