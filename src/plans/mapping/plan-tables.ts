// What each column of a table becomes, step by step: what is printed, what was said, what its content shows.
import { findBlocks } from '../layout/blocks.ts';
import type { Headings } from '../layout/headings.ts';
import type { Table } from '../layout/table.ts';
import type { Answers } from './answers.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from './column-plan.ts';
import { describe, toldIn } from './columns/attribute.ts';
import { settleByContent } from './columns/content.ts';
import { firstPlan, nameTwins } from './columns/first-plan.ts';
import { settleKpis } from './columns/kpis.ts';
import { settleMoney, settleSpans, settleSupplements, settleWholeBudgets } from './columns/money.ts';
import { settleOfKpi } from './columns/of-kpi.ts';
import { settlePartYears } from './columns/part-years.ts';
import { leaveOutPersonal } from './columns/personal.ts';
import { keepWholes, settleRowKinds } from './columns/row-kind.ts';
import { applyAnswers, applyBlocks, applyName } from './columns/said.ts';
import { namedBy, settleNumbers, settleSeries } from './columns/series.ts';
import { settleDepartments, settleOwnNumber, settlePolicyCodes, settleProjects } from './columns/subjects.ts';
import { settleUnits } from './columns/units.ts';
import { settleYears } from './columns/years.ts';
import { dropMarks, dropWideHead, joinKinds } from './kinds-in-names.ts';

/** Plans the columns of every table; those with the same headings have the same kinds of columns. */
export function planTables(tables: readonly Table[], answers: Answers, vocabulary: Headings): PlannedTable[] {
  const keyOf = ({ columns }: Table) => columns.map(({ heading }) => heading.base).join('\u0000');
  const groups = new Map<string, Table[]>();
  for (const table of tables) groups.set(keyOf(table), [...(groups.get(keyOf(table)) ?? []), table]);
  const all = tables.map((table) => planTable(table, answers, vocabulary));
  keepWholes(all);
  return all.map((planned) => {
    const { table } = planned;
    for (const column of planned.columns)
      if (column.role === 'attribute')
        describe(planned, { column, twins: groups.get(keyOf(table)) ?? [] }, vocabulary);
    shareTypes(planned, vocabulary);
    dropMarks(planned.columns);
    joinKinds(planned.columns);
    dropWideHead(planned.columns);
    settleOfKpi(planned);
    return planned;
  });
}

/** A year that nothing but dashes stand for, or nothing at all, is of the type of the other years. */
function shareTypes(planned: PlannedTable, vocabulary: Headings): void {
  const saysNothing = (column: ColumnPlan) => toldIn(textsOf(planned, column), vocabulary).length === 0;
  for (const column of planned.columns) {
    const { attribute } = column;
    if (!attribute?.byYear || !['text', 'word'].includes(attribute.type) || !saysNothing(column)) continue;
    const other = planned.columns.find(
      (one) => one.attribute?.id === attribute.id && one.attribute.byYear && !saysNothing(one),
    );
    if (other?.attribute) column.attribute = { ...other.attribute };
  }
}

/** Plans the columns of a table. */
function planTable(table: Table, answers: Answers, vocabulary: Headings): PlannedTable {
  const blocks = findBlocks(table.columns);
  const planned: PlannedTable = {
    table,
    columns: table.columns.map(({ heading }, position) => firstPlan(heading, position)),
    blocks,
    hasKpi: false,
    hasProject: false,
    yearColumn: null,
    yearVaries: false,
    paperYear: null,
    named: 'column',
  };
  nameTwins(planned);
  applyAnswers(planned, answers, vocabulary);
  applyName(planned, answers);
  applyBlocks(planned, answers);
  settleByContent(planned, vocabulary);
  planned.hasKpi = planned.columns.some(({ role }) => role === 'kpi-name');
  settleProjects(planned);
  planned.named = namedBy(planned);
  planned.hasProject = planned.named === 'section' || planned.columns.some(({ role }) => role === 'project');
  settleDepartments(planned);
  settleOwnNumber(planned);
  settlePolicyCodes(planned);
  settleYears(planned, vocabulary);
  settleRowKinds(planned, vocabulary);
  settleNumbers(planned);
  settleSeries(planned);
  settleKpis(planned, vocabulary);
  settleSpans(planned);
  settleSupplements(planned);
  settleWholeBudgets(planned, vocabulary);
  settleMoney(planned, answers);
  settlePartYears(planned);
  leaveOutPersonal(planned);
  settleUnits(planned, vocabulary);
  return planned;
}
