// What figures of KPIs are: base or result, target or result, of which year.
import { shortened } from '../../layout/table.ts';
import type { Confirmed } from '../../reading/confirmed.ts';
import { blockText } from '../block-years.ts';
import type { ColumnPlan, PlannedTable } from '../column-plan.ts';
import type { Paper } from '../paper.ts';
import type { Ask } from './ask.ts';
import { hasOwnYear, yearNow } from './years.ts';

/** What is known beside the table. */
interface Known {
  confirmed: Confirmed;
  paper: Paper;
}

/** Everything that is open about a column of KPI figures. */
export function askKpi(planned: PlannedTable, column: ColumnPlan, known: Known, ask: Ask): void {
  if (column.role === 'current') askCurrent(planned, column, known, ask);
  askFigure(planned, column, known, ask);
  if (column.role === 'target') askTargetYear(planned, column, known, ask);
}

/** 現状値: the base of the plan, or the newest result, and then of which year. */
function askCurrent(planned: PlannedTable, column: ColumnPlan, { confirmed }: Known, ask: Ask): void {
  ask({
    id: 'current',
    text: `「${shortened(column.label)}」は、計画のはじまりの値（基準値）ですか、最新の実績ですか`,
    options: [
      { value: 'baseline', label: '基準値' },
      { value: 'actual', label: '最新の実績' },
    ],
    // 当初値 beside it is the base already.
    proposed: planned.columns.some(
      (one) => one.role === 'baseline' && one.indicator === column.indicator && one.leftOut === null,
    )
      ? 'actual'
      : 'baseline',
    flag: '--answer current=baseline|actual',
  });
  if (confirmed.current === 'actual' && column.fy === null && planned.yearColumn === null)
    ask({
      id: 'year',
      text: `「${shortened(column.label)}」は何年度の実績ですか`,
      proposed: null,
      flag: '--year R7',
    });
}

/** Figures whose heading says neither target nor result. */
function askFigure(planned: PlannedTable, column: ColumnPlan, known: Known, ask: Ask): void {
  const rowKind = planned.columns.some(({ role }) => role === 'row-kind');
  const figure = column.role === 'kpi-value' || (column.role === 'amount' && column.indicator !== null);
  if (figure && !rowKind && !column.block?.kind && !(column.round !== null && column.block === null))
    ask({
      id: 'kpi-value',
      text: `「${shortened(column.label)}」の数字は目標ですか、実績ですか`,
      options: [
        { value: 'target', label: '目標' },
        { value: 'actual', label: '実績' },
      ],
      proposed: likelyFigure(planned, yearNow(known)),
      flag: '--answer kpi-value=target|actual',
    });
}

/** A target of which neither the heading nor the row says the year. */
function askTargetYear(planned: PlannedTable, column: ColumnPlan, { paper }: Known, ask: Ask): void {
  const targetYear = planned.columns.some(({ role }) => role === 'target-year');
  if (
    column.fy === null &&
    column.relative === null &&
    !column.block &&
    !targetYear &&
    planned.yearColumn === null
  )
    ask({
      id: 'target-year',
      text: `「${shortened(column.label)}」は何年度の目標ですか（計画の最終目標で年度がなければ「なし」）`,
      // 目標値 beside 実績値 of the paper's year is that year's.
      proposed: besideResult(planned, column) ? yearText(planned, paper) : null,
      flag: '--answer target-year=R9|none',
    });
}

/** Whether a result without a year of its own stands beside a target. */
function besideResult({ columns }: PlannedTable, { indicator }: ColumnPlan): boolean {
  return columns.some(
    (one) =>
      one.role === 'actual' && one.indicator === indicator && !hasOwnYear(one) && one.relative === null,
  );
}

function yearText({ paperYear, table }: PlannedTable, { year }: Paper): string | null {
  const fy = table.year ?? paperYear ?? year?.value ?? null;
  return fy === null ? null : blockText(fy, '');
}

/** Years behind the last result, or behind the day of the paper, are planned; years before it beside a target came out. */
function likelyFigure({ columns }: PlannedTable, now: number | null): 'target' | 'actual' | null {
  const years = columns.flatMap(({ role, fy }) =>
    fy !== null && (role === 'amount' || role === 'kpi-value') ? [fy] : [],
  );
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const results = columns.flatMap(({ role, fy }) => (role === 'actual' && fy !== null ? [fy] : []));
  if (results.length > 0 && first > Math.max(...results)) return 'target';
  if (now === null) return null;
  if (first > now || (first === now && last > now)) return 'target';
  return last <= now && columns.some(({ role }) => role === 'target') ? 'actual' : null;
}
