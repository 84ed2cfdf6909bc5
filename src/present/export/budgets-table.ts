// budgets.csv: what each project was given, year by year.
import type { Repository } from '../../data/repository.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { Cell, Table } from '../csv.ts';
import { lines, planOf, sourceCells } from './cells.ts';

/** One row per fiscal year a project has a budget cell for; dash and blank stay as printed, without a number. */
export function budgetsTable(repository: Repository): Table {
  return {
    columns: [
      '計画',
      '事業ID',
      '事業名',
      '担当課',
      '年度',
      '西暦年度',
      '予算額（千円）',
      '予算の表記',
      '出典文書',
      '出典箇所',
      '備考',
    ],
    rows: repository.projects.flatMap((project) =>
      project.budgets.map((budget): Cell[] => [
        planOf(repository, project.plan).name,
        project.id,
        project.name,
        project.department,
        fiscalYearName(budget.fy),
        budget.fy,
        budget.thousandYen,
        budget.text,
        ...sourceCells(planOf(repository, project.plan), [budget.source]),
        lines(project.notes),
      ]),
    ),
  };
}
