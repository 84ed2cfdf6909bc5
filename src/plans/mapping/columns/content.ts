// Roles that the heading leaves open and the cells settle.
import { readCell } from '../../cells/read-cell.ts';
import type { Headings } from '../../layout/headings.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';
import { moneyKindOf } from '../money-words.ts';

/** 指標1 over names is a name, 成果指標 R5 over figures a figure, R7計画（千円） money. */
export function settleByContent(planned: PlannedTable, vocabulary: Headings): void {
  settleContents(planned);
  settleNameOfKpis(planned, vocabulary);
  settlePlannedMoney(planned);
  settleMidValues(planned);
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
    if (isGoalInWords(planned, column, vocabulary)) column.role = 'policy';
    if (isLevel(planned, column, vocabulary)) column.role = 'policy';
    if (isVerdict(planned, column, vocabulary)) column.role = 'attribute';
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
      // Ｒ７成果目標 over figures says itself what they are.
      column.role =
        /目標(?:数?値)?$/.test(column.heading.base) && column.fy !== null ? 'target' : 'kpi-value';
  }
}

/** R5決算 | R7予算 | R8計画 where no KPI is named: what is planned is an amount as the others are. */
function settlePlannedMoney({ columns }: PlannedTable): void {
  if (columns.some(({ role }) => role === 'kpi-name')) return;
  if (!columns.some(({ role, fy }) => role === 'money' && fy !== null)) return;
  for (const column of columns) {
    const base = column.heading.base.split('|').at(-1) ?? '';
    if (!['target', 'attribute'].includes(column.role) || column.said || column.fy === null) continue;
    if (column.heading.indicator !== null || !/^(?:計画|見込み?|予定)$/.test(base)) continue;
    column.role = 'money';
    column.money = 'planned';
  }
}

/** 策定時 | 中間値（2024） | 目標（2028）: aimed at or come about, which is asked; 中間目標 says it itself. */
function settleMidValues({ columns }: PlannedTable): void {
  for (const column of columns) {
    const { role, said, fy, heading } = column;
    if (role !== 'target' || said || fy === null || !/^中間(?:値|年度|時点?)?$/.test(heading.base)) continue;
    const later = columns.some((one) => one.role === 'target' && one.fy !== null && one.fy > fy);
    if (later) column.role = 'kpi-value';
  }
}

/** 評価のものさし beside targets and results of several years: the one column of words that is called a measure names the KPIs. */
function settleNameOfKpis(planned: PlannedTable, vocabulary: Headings): void {
  const { columns } = planned;
  if (columns.some(({ role }) => role === 'kpi-name')) return;
  const figures = columns.filter(({ role, fy }) => (role === 'target' || role === 'actual') && fy !== null);
  const [only, more] = columns.filter(
    (column) =>
      column.role === 'attribute' &&
      !column.said &&
      /指標|ものさし|物差し|kpi/.test(column.heading.base) &&
      inWords(planned, column, vocabulary),
  );
  if (figures.length >= 2 && only && !more) only.role = 'kpi-name';
}

/** 令和８年度 事業内容 beside 令和９年度 事業内容: what is done in each year, and no summary of the whole. */
function settleContents({ columns }: PlannedTable): void {
  const contents = columns.filter(({ role, fy }) => role === 'summary' && fy !== null);
  if (new Set(contents.map(({ fy }) => fy)).size < 2) return;
  for (const column of contents) column.role = 'attribute';
}

/** 目標 left of the names and in words: 目標１ 生活の足を守る is a policy, no figure. */
function isGoalInWords(planned: PlannedTable, column: ColumnPlan, vocabulary: Headings): boolean {
  if (column.role !== 'target' || column.fy !== null || column.heading.indicator !== null) return false;
  const name = planned.columns.find(({ role }) => role === 'kpi-name' || role === 'project');
  return name !== undefined && column.position < name.position && inWords(planned, column, vocabulary);
}

/** 環境目標, 重点領域 left of the names, each over several rows: what they stand under, whatever it is called. */
function isLevel(planned: PlannedTable, column: ColumnPlan, vocabulary: Headings): boolean {
  if (column.role !== 'attribute' || column.fy !== null) return false;
  const base = column.heading.base.split('|').at(-1) ?? '';
  if (
    base !== '分類' &&
    !/^.{2,8}(?:目標|分野|柱|施策|政策|領域|テーマ|プロジェクト|(?:施策|政策|分野|目標)区分)$/.test(base)
  )
    return false;
  const name = planned.columns.find(({ role }) => role === 'kpi-name' || role === 'project');
  const texts = textsOf(planned, column);
  return (
    name !== undefined &&
    column.position < name.position &&
    new Set(texts).size < texts.length &&
    inWords(planned, column, vocabulary)
  );
}

/** 最終評価 with A, B, C is a verdict; with figures it is the value that was found. */
function isVerdict(planned: PlannedTable, column: ColumnPlan, vocabulary: Headings): boolean {
  return column.role === 'actual' && /評価/.test(column.heading.base) && inWords(planned, column, vocabulary);
}

/** Whether no cell of the column holds a figure. */
export function inWords(planned: PlannedTable, column: ColumnPlan, vocabulary: Headings): boolean {
  const texts = textsOf(planned, column);
  return texts.length > 0 && texts.every((text) => readCell(text, vocabulary).is !== 'number');
}
