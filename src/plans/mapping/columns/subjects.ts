// Which columns name the row's project, its department and the policies above it.
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';

/** Of several columns of names the one whose texts differ from row to row names the subject, the wider ones stand above it. */
export function settleProjects(planned: PlannedTable): void {
  const { columns, hasKpi } = planned;
  const names = columns.filter(({ role, said }) => role === 'project' && !said);
  const spoken = columns.filter(({ role, said }) => role === 'project' && said);
  const distinct = (column: ColumnPlan) => new Set(textsOf(planned, column)).size;
  const filled = names.filter((column) => textsOf(planned, column).length > 0);
  const subject =
    spoken[0] ??
    filled.reduce<ColumnPlan | undefined>(
      (best, column) => (best === undefined || distinct(column) > distinct(best) ? column : best),
      undefined,
    ) ??
    names[0];
  for (const column of names) {
    if (column === subject || subject === undefined) continue;
    column.role =
      distinct(column) < distinct(subject) && textsOf(planned, column).length > 0 ? 'policy' : 'attribute';
  }
  if (subject) return;
  // 施策 or 取組 as the finest level of a paper without projects.
  const policies = columns.filter(({ role }) => role === 'policy');
  const finest = policies.at(-1);
  if (finest && (!hasKpi || namesRows(planned, finest))) finest.role = 'project';
}

/** A 施策 a row with its money, or with several KPIs beside each other: the row is about the 施策. */
function namesRows(planned: PlannedTable, policy: ColumnPlan): boolean {
  const { columns, table } = planned;
  const texts = textsOf(planned, policy);
  const holds =
    columns.some(({ role, fy }) => role === 'money' && fy !== null) ||
    columns.filter(({ role }) => role === 'kpi-name').length > 1;
  return holds && texts.length === table.rows.length && new Set(texts).size === texts.length;
}

/** 局, 部, 課, 係 make one department; beside a department in full they stay columns of their own. */
export function settleDepartments(planned: PlannedTable): void {
  const { columns } = planned;
  if (!columns.some(({ role }) => role === 'department')) takeOffice(planned);
  const offices = columns.filter(({ role, said }) => role === 'department' && !said);
  // 関係課 beside 主管課 helps and is not in charge.
  const helpers = offices.filter(({ heading }) => /^(?:関係|関連|協力|連携)/.test(heading.base));
  if (helpers.length < offices.length) for (const column of helpers) column.role = 'attribute';
  const departments = offices.filter(({ role }) => role === 'department');
  // 担当部局 beside 担当課: the wider one stands before the other.
  const named = departments.map((column) => ({ column, level: officeLevel(column) }));
  if (
    departments.length > 1 &&
    new Set(named.flatMap(({ level }) => level ?? [])).size === departments.length
  )
    for (const { column, level } of named) column.heading = { ...column.heading, departmentPart: level };
  const whole = departments.filter(({ heading }) => heading.departmentPart === null);
  const parts = departments.filter(({ heading }) => heading.departmentPart !== null);
  const [first, ...others] = whole;
  if (first) for (const column of [...others, ...parts]) column.role = 'attribute';
  const levels = new Set<number>();
  for (const column of first ? [] : parts) {
    const level = column.heading.departmentPart ?? 0;
    if (levels.has(level)) column.role = 'attribute';
    levels.add(level);
  }
}

/** 受け持ち課, まとめる部署: no heading is known as that of the office, one column holds nothing but offices. */
function takeOffice(planned: PlannedTable): void {
  const offices = planned.columns.filter((column) => {
    if (
      column.role !== 'attribute' ||
      column.said ||
      !/(?:[課室係局]|部署?|担当|所属|窓口)$/.test(column.heading.base)
    )
      return false;
    if (/^(?:関係|関連|協力|連携)/.test(column.heading.base)) return false;
    const texts = textsOf(planned, column);
    return (
      texts.length > 0 && texts.every((text) => /(?:[課室係局部]|センター|事務所|委員会)$/.test(text.trim()))
    );
  });
  const [only, more] = offices;
  if (!only || more) return;
  only.role = 'department';
  only.heading = { ...only.heading, departmentPart: null };
}

/** 局 → 1, 部 → 2, 課 → 3, 係 → 4 at the end of a heading; null for 担当部課, which is both. */
function officeLevel({ heading }: ColumnPlan): number | null {
  const base = (heading.base.split('|').at(-1) ?? '').replace(/(?:名称?|等)$/, '');
  const levels = [/(?<!部)局$/, /部局?$/, /(?<!部)[課室]$/, /[係班]$/];
  const found = levels.findIndex((form) => form.test(base));
  return found < 0 ? null : found + 1;
}

/** 施設番号 beside 施設名, 施策コード beside a 施策 that the row is about: the number of what the row names. */
export function settleOwnNumber({ columns }: PlannedTable): void {
  const name = columns.find(({ role }) => role === 'project');
  if (!name || columns.some(({ role }) => role === 'number')) return;
  const stem = policyStem(name);
  const own = columns.find(
    (column) =>
      !column.said &&
      (column.role === 'attribute' || column.role === 'policy-code') &&
      column !== name &&
      column.heading.base !== name.heading.base &&
      policyStem(column) === stem,
  );
  if (own) own.role = 'number';
}

/** 施策番号 is the code of 施策名; a code without its level is a column of its own. */
export function settlePolicyCodes({ columns }: PlannedTable): void {
  const levels = new Set(columns.filter(({ role }) => role === 'policy').map(policyStem));
  for (const column of columns)
    if (column.role === 'policy-code' && !levels.has(policyStem(column))) column.role = 'attribute';
}

/** 基本事業ID → 基本事業. */
export function policyStem(column: ColumnPlan): string {
  return column.heading.base.replace(/(?:番号|コード|id|no\.?|名称|名)$/, '');
}
