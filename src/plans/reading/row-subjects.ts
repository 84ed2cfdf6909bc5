// Which project each row speaks of, and where in the policies it stands.
import { isDash, refuseBroken } from '../cells/read-cell.ts';
import { readYearCell } from '../cells/years.ts';
import { place } from '../grid/address.ts';
import type { Cell } from '../grid/grid.ts';
import { type Headings, plainHeading } from '../layout/headings.ts';
import type { TableRow } from '../layout/row.ts';
import { oneLine } from '../layout/table.ts';
import { saysTotal } from '../layout/totals.ts';
import type { ColumnPlan, PlannedTable } from '../mapping/column-plan.ts';
import { policyStem } from '../mapping/columns/subjects.ts';
import type { LeftOut, ReadProblem } from '../read-plan.ts';
import type { Confirmed } from './confirmed.ts';
import { listedIn } from './kpi-cells.ts';
import { withoutMark } from './name-marks.ts';
import { marksRepeat, withoutRepeat } from './repeated-rows.ts';

/** A level of policies a row stands under. */
export interface PolicyStep {
  name: string;
  level: string;
  code: string | null;
  place: string;
}

/** A row with its subject. */
export interface SubjectRow {
  row: TableRow;
  /** Position among the rows of its table. */
  index: number;
  /** Key of its project; null in a table of KPIs alone. */
  key: string | null;
  name: string;
  namePlace: string;
  number: Cell | null;
  department: { name: string; place: string } | null;
  path: PolicyStep[];
  /** The year its year column says. */
  fy: number | null;
  /** 【新】 in front of its name, written out. */
  mark: string | null;
  /** 再掲: it lists once more what another row tells. */
  repeated: boolean;
}

/** What was found wrong, and what was passed by. */
interface Report {
  problems: ReadProblem[];
  leftOut: LeftOut[];
}

/** The rows of a table with what they speak of. */
export function subjectRows(
  planned: PlannedTable,
  confirmed: Confirmed,
  vocabulary: Headings,
  report: Report,
): SubjectRow[] {
  const { table } = planned;
  const columns = namingColumns(planned);
  const above = new Map<number, Cell>();
  const found: SubjectRow[] = [];
  let hidden = 0;
  table.rows.forEach((row, index) => {
    if (row.broken) return;
    if (row.hidden && confirmed.hiddenRows === 'leave') {
      hidden += 1;
      return;
    }
    const at = (column: ColumnPlan): Cell => {
      const cell = row.cell(column.position);
      if (cell.text !== '') above.set(column.position, cell);
      const filled = cell.text === '' && confirmed.fills(column) ? above.get(column.position) : undefined;
      return filled ?? cell;
    };
    const subject = subjectOf({ row, index, at, found }, planned, columns, { vocabulary, report });
    if (subject) found.push(subject);
  });
  joinRepeated(found);
  if (hidden > 0) report.leftOut.push(leftHidden(hidden, table.sheets));
  return found;
}

/** A row with the cells as they are meant, and the rows before it. */
interface Place {
  row: TableRow;
  index: number;
  at(column: ColumnPlan): Cell;
  found: readonly SubjectRow[];
}

/** What one row speaks of; null where it is refused, or has no name and goes on with none. */
function subjectOf(
  { row, index, at, found }: Place,
  planned: PlannedTable,
  { nameColumn, numberColumn, departments, trusted }: ReturnType<typeof namingColumns>,
  { vocabulary, report }: { vocabulary: Headings; report: Report },
): SubjectRow | null {
  const before = found.at(-1);
  const nameCell = nameColumn ? at(nameColumn) : null;
  const number = numberColumn ? at(numberColumn) : null;
  const broken = nameCell && refuseBroken(nameCell.text);
  if (nameCell && broken?.is === 'refused') {
    report.problems.push({ place: placeOf(nameCell), what: broken.what, cure: broken.cure });
    return null;
  }
  const { name, mark, repeated } = nameIn(nameCell, vocabulary);
  const section = planned.named === 'section' ? row.sections.at(-1) : undefined;
  const offices = departments.length === 0 ? officesAbove(planned, row) : [];
  const isOffice = (step: PolicyStep) => offices.some((office) => office.place === step.place);
  const parts = departments.map(at).filter(({ text }) => text !== '' && !isDash(text, vocabulary));
  const fy = planned.yearColumn ? (readYearCell(at(planned.yearColumn).text)?.fy ?? null) : null;
  if (row.part !== undefined) return before ? { ...before, row, index } : null;
  const none = nameCell !== null && namesNone(planned, nameCell, row, vocabulary);
  if (nameColumn && name === '' && !none) {
    // A row without a name goes on with the one above: its second KPI, its next year, its result.
    if (!number?.text && before) {
      const department = joinDepartment(parts) ?? before.department;
      return { ...before, row, index, fy: fy ?? before.fy, department };
    }
    const named = number?.text ? found.find((one) => one.number?.text === number.text) : undefined;
    if (named) return { ...named, row, index, fy };
    if (nameCell) reportNameless(planned, row, nameCell, report);
    return null;
  }
  if (nameCell && isTotal(nameCell, name, vocabulary, report)) return null;
  const title = section ? sectionName(section.text) : name;
  const own = trusted && number?.text ? number.text.trim() : title;
  return {
    row,
    index,
    key: none || (nameColumn === undefined && !section) ? null : own,
    name: none ? '' : title,
    namePlace: nameCell ? placeOf(nameCell) : (section?.place ?? ''),
    number: number?.text ? number : null,
    department: joinDepartment(parts) ?? joinOffices(offices),
    path: pathOf(planned, row, at, vocabulary).filter((step) => !isOffice(step)),
    fy,
    mark,
    repeated: repeated || marksRepeat(planned, row),
  };
}

/** A person said which column names the rows: that one names the totals as well. */
function isTotal(cell: Cell, name: string, vocabulary: Headings, { leftOut }: Report): boolean {
  const total = saysTotal(plainHeading(name), vocabulary);
  const why = '足し合わせると二重になるため';
  if (total) leftOut.push({ what: `合計の行「${name}」`, why, place: placeOf(cell) });
  return total;
}

/** The columns that say whose row it is. */
function namingColumns(planned: PlannedTable) {
  const { columns } = planned;
  const nameColumn = columns.find(({ role }) => role === 'project');
  const numberColumn = columns.find(({ role }) => role === 'number');
  const departments = columns
    .filter(({ role }) => role === 'department')
    .sort((a, b) => (a.heading.departmentPart ?? 0) - (b.heading.departmentPart ?? 0));
  const trusted = numberColumn && nameColumn ? numbersName(planned, numberColumn, nameColumn) : false;
  return { nameColumn, numberColumn, departments, trusted };
}

/** （数値目標） or － beside a KPI: it belongs to the level above, and to no project. */
function namesNone({ columns }: PlannedTable, { text }: Cell, row: TableRow, vocabulary: Headings): boolean {
  const kpi = columns.find(({ role }) => role === 'kpi-name');
  if (!kpi || text === '' || row.text(kpi.position) === '') return false;
  const inside = plainHeading(text).replace(/^\((.+)\)$/, '$1');
  const { words, has } = vocabulary;
  return isDash(text, vocabulary) || has(words.kpiGroups, inside) || has(words.kpi.name, inside);
}

/** What a cell calls its row, without 【新】, ◎ and （再掲）. */
function nameIn(cell: Cell | null, vocabulary: Headings): Pick<SubjectRow, 'name' | 'mark' | 'repeated'> {
  // ①販路開拓 ⏎ ②後継者の育成 in one cell are named together.
  const written = cell ? listedIn(cell.text).map(oneLine).join('・') : '';
  const { name, repeated } = withoutRepeat(isDash(written, vocabulary) ? '' : written);
  return { ...withoutMark(name), repeated };
}

/** ■ 市民生活部 above its rows, where no column names an office. */
function officesAbove(planned: PlannedTable, { sections }: TableRow): { name: string; place: string }[] {
  return sections.slice(0, planned.named === 'section' ? -1 : undefined).flatMap(({ text, place: at }) => {
    const name = sectionName(text).trim();
    const office = /^(?!第)[^\d\s（(]{2,14}(?<!全|内|外|一)(?:部|局|課|委員会|支所|消防本部)$/.test(name);
    return office ? [{ name, place: at }] : [];
  });
}

function joinOffices(offices: readonly { name: string; place: string }[]): SubjectRow['department'] {
  if (offices.length === 0) return null;
  return {
    name: offices.map(({ name }) => name).join(' '),
    place: offices.map((one) => one.place).join('+'),
  };
}

/** A repetition without its number is what the row of that name is. */
function joinRepeated(rows: SubjectRow[]): void {
  const keys = new Map(rows.filter(({ repeated }) => !repeated).map(({ name, key }) => [name, key]));
  for (const row of rows) if (row.repeated) row.key = keys.get(row.name) ?? row.key;
}

function leftHidden(count: number, sheets: readonly string[]): LeftOut {
  return { what: `非表示の${count}行`, why: '指定により', place: place(sheets[0] ?? '', 'A1') };
}

/** A row that says something and not of what is a problem; one that says nothing is left out. */
function reportNameless(planned: PlannedTable, row: TableRow, nameCell: Cell, report: Report): void {
  const place = placeOf(nameCell);
  if (ownCells(planned, row) > 1)
    report.problems.push({
      place,
      what: '事業名が空です',
      cure: '事業名を入力するか、事業でない行を除いてください',
    });
  else report.leftOut.push({ what: `${nameCell.row + 1}行目`, why: '事業名がないため', place });
}

/** How many cells of the row hold something of their own. */
function ownCells({ columns }: PlannedTable, row: TableRow): number {
  return columns.filter(({ position }) => row.text(position) !== '' && !row.cell(position).covered).length;
}

/** Sheet and cell. */
export function placeOf(cell: Cell): string {
  return place(cell.sheet, cell.at);
}

/** Whether a number stands for one name only, so that it may be the key. */
function numbersName({ table }: PlannedTable, number: ColumnPlan, name: ColumnPlan): boolean {
  const names = new Map<string, string>();
  for (const row of table.rows) {
    const [own, said] = [row.text(number.position), withoutRepeat(oneLine(row.text(name.position))).name];
    if (own === '' || said === '') continue;
    if ((names.get(own) ?? said) !== said) return false;
    names.set(own, said);
  }
  return names.size > 0;
}

/** 局, 部, 課, 係 with a blank between; 市民生活部 + 市民生活部市民課 is said once. */
function joinDepartment(parts: readonly Cell[]): SubjectRow['department'] {
  const [first] = parts;
  if (!first) return null;
  const names: string[] = [];
  for (const { text } of parts) {
    const name = oneLine(text);
    const before = names.at(-1);
    if (before !== undefined && name.startsWith(before)) names[names.length - 1] = name;
    else if (before !== name) names.push(name);
  }
  return { name: names.join(' '), place: [...new Set(parts.map(placeOf))].join('+') };
}

/** （１）延長保育事業 → 延長保育事業. */
function sectionName(text: string): string {
  return text
    .replace(/^[【■◆●○◎▼\s]+|[】\s]+$/g, '')
    .replace(/^(?:[（(]?[0-9０-９]{1,2}[)）.．、]?|[①-⑳]|[ア-ン][.．、])[\s　]*(?=[^\d０-９])/, '')
    .replace(/[（(]単位[^（()）]*[)）]$/, '');
}

/** ２款 総務費　１項 総務管理費 → two levels; any other text is one. */
function sectionLevels(text: string, said = '区分'): Pick<PolicyStep, 'name' | 'level' | 'code'>[] {
  const parts = [...text.normalize('NFKC').matchAll(/第?(\d{1,2})\s*(款|項|目)\s*([^\d\s款項目:：]+)/g)];
  if (parts.length === 0 || parts[0]?.index !== 0) return [{ name: text, level: said, code: null }];
  return parts.map(([, code = '', level = '', name = '']) => ({ name, level, code }));
}

function pathOf(
  planned: PlannedTable,
  row: TableRow,
  at: (column: ColumnPlan) => Cell,
  vocabulary: Headings,
): PolicyStep[] {
  const { columns } = planned;
  const sections = planned.named === 'section' ? row.sections.slice(0, -1) : row.sections;
  const names = columns.filter(({ role }) => role === 'project' || role === 'kpi-name').map(at);
  const steps: PolicyStep[] = sections.flatMap(({ text, place: at, level }) =>
    sectionLevels(text.replace(/^[【■◆●○◎▼\s]+|[】\s]+$/g, ''), level).map((step) => ({
      ...step,
      place: at,
    })),
  );
  for (const column of columns.filter(({ role }) => role === 'policy')) {
    const cell = at(column);
    const name = oneLine(cell.text);
    if (name === '' || isDash(name, vocabulary)) continue;
    // 当年度純利益 merged over all three columns of names stands under nothing.
    if (names.some((named) => named.at === cell.at && named.sheet === cell.sheet)) continue;
    const codeColumn = columns.find(
      (one) => one.role === 'policy-code' && policyStem(one) === policyStem(column),
    );
    const code = codeColumn ? at(codeColumn).text.trim() : '';
    steps.push({ name, level: column.label, code: code === '' ? null : code, place: placeOf(cell) });
  }
  return steps;
}
