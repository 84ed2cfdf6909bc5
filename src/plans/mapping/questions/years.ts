// Of which year figures are: of columns without one, and of blocks of columns that repeat.
import { shortened } from '../../layout/table.ts';
import type { Confirmed } from '../../reading/confirmed.ts';
import { blockText } from '../block-years.ts';
import type { ColumnPlan, PlannedTable } from '../column-plan.ts';
import { blocksId } from '../columns/said.ts';
import type { Paper } from '../paper.ts';
import type { Ask } from './ask.ts';

/** Whether a column needs no other year. */
export function hasOwnYear(column: ColumnPlan): boolean {
  return column.fy !== null || column.block !== null || column.round !== null;
}

/** Whether every row prints the year of its own figures. */
function rowsSayYear({ yearColumn, table }: PlannedTable, column: ColumnPlan): boolean {
  if (!yearColumn) return false;
  const texts = table.rows.map((row) => row.text(yearColumn.position));
  if (texts.some((text) => text === '')) return false;
  // A bare 7, and 評価年度 beside results of the year before, are not the year of the figures.
  const varies = new Set(texts).size > 1;
  if (!varies && texts.some((text) => /^\d{1,2}$/.test(text.normalize('NFKC')))) return false;
  if (varies || ['予算年度', '会計年度', '決算年度', '実績年度'].includes(yearColumn.heading.base))
    return true;
  const looksBack = column.money === 'settled' || column.money === 'executed' || column.role === 'actual';
  return yearColumn.heading.base === '年度' && !looksBack;
}

/** The year of the columns that say none. */
export function askYear(planned: PlannedTable, paper: Paper, ask: Ask): void {
  if (planned.table.year !== undefined) return;
  const unnamed = planned.columns.filter(
    (column) =>
      ['money', 'actual', 'amount', 'rate', 'kpi-value'].includes(column.role) &&
      column.leftOut === null &&
      !hasOwnYear(column) &&
      !rowsSayYear(planned, column),
  );
  const [first] = unnamed;
  if (!first) return;
  const likely = paper.year?.value ?? planned.paperYear;
  const others = unnamed.length > 1 ? `など${unnamed.length}列` : '';
  const relative = unnamed.find((column) => column.relative !== null);
  ask({
    id: 'year',
    text: relative
      ? `「${shortened(first.label)}」${others}の年度が書かれていません。本年度は何年度ですか`
      : `「${shortened(first.label)}」${others}は何年度の数字ですか`,
    proposed: likely === null || likely === undefined ? null : blockText(likely, ''),
    flag: '--year R7',
  });
}

/** The years of blocks that repeat the same headings. */
export function askBlocks({ blocks, columns, paperYear, table }: PlannedTable, paper: Paper, ask: Ask): void {
  blocks
    .filter(({ of }) => of === 'years')
    .forEach(({ rounds }, index) => {
      const names = (rounds[0] ?? [])
        .map((position) => columns[position])
        .filter((column) => column !== undefined);
      const [first, last] = [names[0], names.at(-1)];
      const newest = paperYear ?? paper.year?.value ?? null;
      const from = table.columns[rounds[0]?.[0] ?? 0]?.at ?? '';
      ask({
        id: blocksId(index),
        text: `見出し「${shortened(first?.heading.label ?? '')}」${names.length > 1 ? `〜「${shortened(last?.heading.label ?? '')}」（${names.length}列）` : ''}が${rounds.length}回くり返され（${from}から）、年度が書かれていません。左から順に、何年度の予算・決算・計画ですか`,
        proposed:
          newest === null
            ? null
            : rounds.map((_, round) =>
                blockText(newest - rounds.length + 1 + round, round === rounds.length - 1 ? '計画' : '決算'),
              ),
        flag: `--answer ${blocksId(index)}=R5決算,R6決算,R7計画`,
      });
    });
}

/** The fiscal year of the day the paper came out. */
export function yearNow({ confirmed, paper }: { confirmed: Confirmed; paper: Paper }): number | null {
  const day = confirmed.published ?? paper.published?.value ?? null;
  return day === null ? null : Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);
}
