// What a person said of columns and of runs of headings without a year.
import { type Headings, plainHeading } from '../../layout/headings.ts';
import type { Answers } from '../answers.ts';
import { readBlockAnswer } from '../block-years.ts';
import { type ColumnPlan, isOfKpi, type PlannedTable } from '../column-plan.ts';
import { readColumnText } from '../column-text.ts';

/** Whether an answer's heading is this column's, with its number among twins or without. */
export function isNamed({ label, heading }: ColumnPlan, name: string): boolean {
  const plain = plainHeading(name);
  return label === name || plainHeading(label) === plain || plainHeading(heading.label) === plain;
}

/** Takes over roles, years and units that were answered for single columns. */
export function applyAnswers({ columns }: PlannedTable, answers: Answers, vocabulary: Headings): void {
  for (const [name, text] of Object.entries(answers.columns ?? {})) {
    const said = readColumnText(text, vocabulary);
    if (!said) continue;
    const exact = columns.filter(({ label }) => label === name || plainHeading(label) === plainHeading(name));
    const spelled = columns.filter(({ heading }) => plainHeading(heading.label) === plainHeading(name));
    for (const column of exact.length > 0 ? exact : spelled) {
      column.role = said.role;
      column.said = true;
      if (said.role === 'personal') column.leftOut = '指定により';
      if (said.role === 'money') column.money = said.money;
      if (said.fy !== null) {
        column.fy = said.fy;
        column.relative = null;
      }
      if (said.unit !== null) column.unit = said.unit;
    }
  }
}

/** Id of the question which column names the rows, where no heading says so. */
export function nameId({ heading, label }: ColumnPlan): string {
  return `name:${heading.label === '' ? label : heading.label.replace(/\s/g, '')}`;
}

/** Takes the column a person named for the one that was proposed. */
export function applyName({ table, columns }: PlannedTable, answers: Answers): void {
  const elected = columns[table.elected ?? -1];
  if (!elected || elected.said) return;
  const said = answers.answers?.[nameId(elected)];
  const chosen = columns.find(({ label }) => label === said);
  if (!chosen || chosen === elected) return;
  chosen.role = elected.role;
  elected.role = 'attribute';
}

/** Tells the rounds of repeated headings apart: by year as answered, or as one indicator each. */
export function applyBlocks({ columns, blocks }: PlannedTable, answers: Answers): void {
  let years = 0;
  blocks.forEach(({ rounds, of }) => {
    const said = of === 'years' ? readBlockAnswer(answers.answers?.[blocksId(years++)]) : [];
    rounds.forEach((positions, round) => {
      for (const position of positions) {
        const column = columns[position];
        if (!column) continue;
        column.round = round;
        if (of === 'indicators') {
          if (column.role === 'kpi-name' || column.role === 'unit' || isOfKpi(column))
            column.indicator = `#${round + 1}`;
          continue;
        }
        column.block = said[round] ?? null;
        if (column.block && !column.said) column.fy = column.block.fy;
        if (column.role === 'money') column.money ??= column.block?.kind ?? null;
      }
    });
  });
}

/** Id of the question for the n-th run of unnamed years. */
export function blocksId(index: number): string {
  return index === 0 ? 'blocks' : `blocks:${index + 1}`;
}
