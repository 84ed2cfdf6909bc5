// Which KPI of the row each figure belongs to.
import type { Headings } from '../../layout/headings.ts';
import { plainHeading } from '../../layout/headings.ts';
import { type ColumnPlan, isOfKpi, type PlannedTable, textsOf } from '../column-plan.ts';
import { inWords } from './content.ts';

/** Ties every figure of a KPI to its name: same numbered group, else the nearest name to its left. */
export function settleKpis(planned: PlannedTable, vocabulary: Headings): void {
  const { columns, hasKpi } = planned;
  const names = columns.filter(({ role }) => role === 'kpi-name');
  for (const column of names) {
    column.indicator ??= `@${column.position}`;
    const base = column.heading.base.split('|').at(-1) ?? '';
    if (column.group === null && /^(?:活動|成果|アウトカム|アウトプット)(?!を)/.test(base))
      column.group = base.replace(/名称?$/, '');
  }
  // A twin name of the same group is one more indicator.
  const ids = new Set<string>();
  for (const column of names) {
    if (ids.has(column.indicator ?? '')) column.indicator = `@${column.position}`;
    ids.add(column.indicator ?? '');
  }
  const ofMoney = moneyUnits(planned, vocabulary);
  for (const column of columns) {
    if (ofMoney.includes(column)) {
      column.role = 'unit';
      continue;
    }
    if (column.role === 'unit' && hasKpi) column.role = 'kpi-unit';
    if (!isOfKpi(column)) continue;
    if (!hasKpi) {
      column.role = 'attribute';
      continue;
    }
    if (column.indicator !== null && ids.has(column.indicator)) continue;
    const ordinal = column.heading.indicator?.ordinal ?? '';
    const sameOrdinal = names.filter((name) => ordinal !== '' && name.heading.indicator?.ordinal === ordinal);
    if (sameOrdinal.length === 1) {
      column.indicator = sameOrdinal[0]?.indicator ?? null;
      continue;
    }
    const sameGroup = names.filter(({ group }) => column.group !== null && group === column.group);
    const near = (list: ColumnPlan[]) => list.findLast(({ position }) => position < column.position);
    column.indicator = (near(sameGroup) ?? sameGroup[0] ?? near(names) ?? names[0])?.indicator ?? null;
  }
  // R5 | R6 | R7 with nothing above them: what they hold is asked, or said by the row.
  const rowKind = columns.some(({ role }) => role === 'row-kind');
  for (const column of columns) {
    if (column.role === 'unit' && !ofMoney.includes(column))
      column.role = rowKind || columns.some(({ role }) => role === 'amount') ? 'unit' : 'attribute';
    // R6 | R7 over ○ and ◎ is a verdict of each year, and no amount.
    if (column.role === 'year-only' && !column.said && !rowKind && inWords(planned, column, vocabulary))
      column.role = 'attribute';
    else if (column.role === 'year-only' && !column.said && !hasKpi && !rowKind) column.role = 'amount';
    else if (column.role === 'year-only') {
      column.role = 'amount';
      const name = names.findLast(({ position }) => position < column.position) ?? names[0];
      column.indicator = name?.indicator ?? null;
    }
    if (column.role === 'amount' && column.indicator === null) column.indicator = names[0]?.indicator ?? null;
  }
}

/** 予算 | 単位 before KPI | 単位 | 実績: a column of 千円 on the side of the amounts is theirs. */
function moneyUnits(planned: PlannedTable, { words }: Headings): ColumnPlan[] {
  const { columns } = planned;
  const [name] = columns.filter(({ role }) => role === 'kpi-name');
  const units = columns.filter(({ role }) => role === 'unit' || role === 'kpi-unit');
  if (!columns.some(({ role }) => role === 'money' || role === 'amount')) return [];
  // Where no KPI is named a column of nothing but 千円 and 円 is that of the amounts, wherever it stands.
  const alone = !name && units.length === 1;
  if (!alone && (!name || units.length < 2)) return [];
  return units.filter((column) => {
    const texts = textsOf(planned, column);
    return (
      (!name || column.position < name.position) &&
      texts.length > 0 &&
      texts.every((text) => Object.hasOwn(words.units.money, plainHeading(text)))
    );
  });
}
