// budgets.csv: what each project was given and spent, year by year and kind by kind.
import type { Repository } from '../../data/repository.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { lines, planOf, sourceCells } from './cells.ts';
import type { Cell, Table } from './csv.ts';

/** One row per amount cell of a project; dash and blank stay as printed, without a number. */
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
      '金額の種類',
    ],
    rows: repository.projects.flatMap((project) => {
      const plan = planOf(repository, project.plan);
      return project.amounts.map(({ fy, kind, yen, text, source, note }): Cell[] => [
        plan.name,
        project.id,
        project.name,
        project.department,
        fiscalYearName(fy),
        fy,
        yen === null ? null : yen / 1000,
        text,
        ...sourceCells(plan, [source]),
        lines([...(note === undefined ? [] : [note]), ...project.notes]),
        plan.amountKinds.find((own) => own.kind === kind)?.label ?? kind,
      ]);
    }),
  };
}
