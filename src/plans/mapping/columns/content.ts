// Roles that the heading leaves open and the cells settle.
import { readCell } from '../../cells/read-cell.ts';
import type { Vocabulary } from '../../layout/vocabulary.ts';
import { type PlannedTable, textsOf } from '../column-plan.ts';
import { moneyKindOf } from '../money-words.ts';

/** 指標1 over names is a name, 成果指標 R5 over figures a figure, R7計画（千円） money. */
export function settleByContent(planned: PlannedTable, vocabulary: Vocabulary): void {
  for (const column of planned.columns) {
    if (column.said) continue;
    const money = column.unit !== null && Object.hasOwn(vocabulary.words.units.money, column.unit);
    const kind = moneyKindOf(column.heading.base);
    if (
      money &&
      kind &&
      (column.role === 'target' || column.role === 'actual') &&
      column.indicator === null
    ) {
      column.role = 'money';
      column.money = kind;
    }
    if (column.role !== 'kpi-value' && column.role !== 'kpi-name') continue;
    const readings = textsOf(planned, column).map((text) => readCell(text, vocabulary).is);
    const said = readings.filter((is) => is !== 'dash');
    const figures = said.filter((is) => is === 'number').length;
    if (
      column.role === 'kpi-value' &&
      said.length > 0 &&
      figures < said.length * 0.2 &&
      column.fy === null &&
      column.round === null
    )
      column.role = 'kpi-name';
    if (column.role === 'kpi-name' && said.length > 0 && figures > said.length * 0.8)
      column.role = 'kpi-value';
  }
}
