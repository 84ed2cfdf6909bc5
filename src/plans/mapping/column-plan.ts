// What each column of a table becomes, from its heading, its content and what a person has said.
import { readCell } from '../cells/read-cell.ts';
import { readYearCell, readYears } from '../cells/years.ts';
import { type Blocks, findBlocks } from '../layout/blocks.ts';
import type { Heading, Meaning } from '../layout/heading.ts';
import { oneLine, type Table } from '../layout/table.ts';
import { plainHeading, type Vocabulary } from '../layout/vocabulary.ts';
import type { MoneyKind, ReadAttribute } from '../read-plan.ts';
import type { Answers } from './answers.ts';
import { type BlockYear, readBlockAnswer } from './block-years.ts';
import { readColumnText } from './column-text.ts';
import { joinKinds } from './kinds-in-names.ts';
import { moneyKindOf } from './money-words.ts';

/** The plan for one column. */
export interface ColumnPlan {
  /** In `table.columns` and in the cells of a row. */
  position: number;
  heading: Heading;
  /** Its heading, told apart from twins: 事業費計（A）＃3. */
  label: string;
  role: Meaning;
  money: MoneyKind | null;
  fy: number | null;
  relative: number | null;
  unit: string | null;
  /** Which of the row's KPIs it belongs to. */
  indicator: string | null;
  /** 活動指標, 成果指標: what kind of KPI it is. */
  group: string | null;
  /** Its round in a run of repeated headings. */
  round: number | null;
  block: BlockYear | null;
  /** Of `attribute`: what it becomes. */
  attribute: { id: string; type: ReadAttribute['type']; byYear: boolean; unit: string | null } | null;
  /** Says why nothing is taken of it. */
  leftOut: string | null;
  /** The person said so. */
  said: boolean;
}

/** A table with the plan of its columns. */
export interface PlannedTable {
  table: Table;
  columns: ColumnPlan[];
  blocks: Blocks[];
  hasKpi: boolean;
  hasProject: boolean;
  /** The column whose year holds for the row. */
  yearColumn: ColumnPlan | null;
  /** That year is not the same in all rows. */
  yearVaries: boolean;
  /** A year that all rows share, from such a column or another of the paper. */
  paperYear: number | null;
}

const kpiRoles: Meaning[] = [
  'kpi-unit',
  'baseline',
  'current',
  'target',
  'actual',
  'rate',
  'target-year',
  'baseline-year',
  'direction',
  'kpi-value',
];

/** Plans the columns of every table; those with the same headings have the same kinds of columns. */
export function planTables(
  tables: readonly Table[],
  answers: Answers,
  vocabulary: Vocabulary,
): PlannedTable[] {
  const keyOf = ({ columns }: Table) => columns.map(({ heading }) => heading.base).join('\u0000');
  const groups = new Map<string, Table[]>();
  for (const table of tables) groups.set(keyOf(table), [...(groups.get(keyOf(table)) ?? []), table]);
  return tables.map((table) => {
    const planned = planTable(table, answers, vocabulary);
    for (const column of planned.columns)
      if (column.role === 'attribute')
        describe(planned, { column, twins: groups.get(keyOf(table)) ?? [] }, vocabulary);
    joinKinds(planned.columns);
    return planned;
  });
}

/** Plans the columns of a table. */
function planTable(table: Table, answers: Answers, vocabulary: Vocabulary): PlannedTable {
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
  };
  nameTwins(planned);
  applyAnswers(planned, answers, vocabulary);
  applyBlocks(planned, answers);
  settleByContent(planned, vocabulary);
  planned.hasKpi = planned.columns.some(({ role }) => role === 'kpi-name');
  settleProjects(planned);
  planned.hasProject = planned.columns.some(({ role }) => role === 'project');
  settleDepartments(planned);
  settlePolicyCodes(planned);
  settleYears(planned, vocabulary);
  settleRowKinds(planned);
  settleKpis(planned, vocabulary);
  settleMoney(planned, answers);
  leaveOutPersonal(planned);
  return planned;
}

/** The texts of a column that are not blank. */
export function textsOf({ table }: Pick<PlannedTable, 'table'>, { position }: ColumnPlan): string[] {
  const columns = texts.get(table) ?? new Map<number, string[]>();
  texts.set(table, columns);
  const known = columns.get(position);
  if (known) return known;
  const found = table.rows.map((row) => row.text(position)).filter((text) => text !== '');
  columns.set(position, found);
  return found;
}

/** A table is planned anew with every answer; its texts stay the same. */
const texts = new WeakMap<Table, Map<number, string[]>>();

function firstPlan(heading: Heading, position: number): ColumnPlan {
  return {
    position,
    heading,
    label: oneLine(heading.label),
    role: heading.meaning,
    money: heading.money,
    fy: heading.fy,
    relative: heading.relative,
    unit: heading.unit,
    indicator: heading.indicator ? `${heading.indicator.group}${heading.indicator.ordinal}` : null,
    group:
      heading.indicator && !/^(?:指標|kpi|)$/.test(heading.indicator.group) ? heading.indicator.group : null,
    round: null,
    block: null,
    attribute: null,
    leftOut: null,
    said: false,
  };
}

function nameTwins({ columns }: PlannedTable): void {
  const seen = new Map<string, number>();
  for (const column of columns) {
    const count = (seen.get(column.label) ?? 0) + 1;
    seen.set(column.label, count);
    if (count > 1) column.label = `${column.label}＃${count}`;
  }
}

/** Whether an answer's heading is this column's, with its number among twins or without. */
export function isNamed({ label, heading }: ColumnPlan, name: string): boolean {
  const plain = plainHeading(name);
  return label === name || plainHeading(label) === plain || plainHeading(heading.label) === plain;
}

function applyAnswers({ columns }: PlannedTable, answers: Answers, vocabulary: Vocabulary): void {
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

function applyBlocks({ columns, blocks }: PlannedTable, answers: Answers): void {
  let years = 0;
  blocks.forEach(({ rounds, of }) => {
    const said = of === 'years' ? readBlockAnswer(answers.answers?.[blocksId(years++)]) : [];
    rounds.forEach((positions, round) => {
      for (const position of positions) {
        const column = columns[position];
        if (!column) continue;
        column.round = round;
        if (of === 'indicators') {
          if (column.role === 'kpi-name' || column.role === 'unit' || kpiRoles.includes(column.role))
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

/** 指標1 over names is a name, 成果指標 R5 over figures a figure, R7計画（千円） money. */
function settleByContent(planned: PlannedTable, vocabulary: Vocabulary): void {
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

/** Of several columns of names the one that tells the rows apart names the subject, the wider ones stand above it. */
function settleProjects(planned: PlannedTable): void {
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
  if (subject || hasKpi) return;
  // 施策 or 取組 as the finest level of a paper without projects.
  const policies = columns.filter(({ role }) => role === 'policy');
  const finest = policies.at(-1);
  if (finest) finest.role = 'project';
}

/** 局, 部, 課, 係 make one department; beside a department in full they stay columns of their own. */
function settleDepartments({ columns }: PlannedTable): void {
  const departments = columns.filter(({ role, said }) => role === 'department' && !said);
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

/** 施策番号 is the code of 施策名; a code without its level is a column of its own. */
function settlePolicyCodes({ columns }: PlannedTable): void {
  const stem = (base: string) => base.replace(/(?:番号|コード|id|no\.?|名称|名)$/, '');
  const levels = new Set(
    columns.filter(({ role }) => role === 'policy').map(({ heading }) => stem(heading.base)),
  );
  for (const column of columns)
    if (column.role === 'policy-code' && !levels.has(stem(column.heading.base))) column.role = 'attribute';
}

/** 基本事業ID → 基本事業. */
export function policyStem(column: ColumnPlan): string {
  return column.heading.base.replace(/(?:番号|コード|id|no\.?|名称|名)$/, '');
}

function settleYears(planned: PlannedTable, { words }: Vocabulary): void {
  const { columns } = planned;
  const candidates = columns.filter(({ role }) => role === 'year');
  const usable: { column: ColumnPlan; years: Set<number>; own: boolean }[] = [];
  for (const column of candidates) {
    const texts = textsOf(planned, column);
    const years = texts.map((text) => readYearCell(text)?.fy);
    if (texts.length === 0 || years.some((fy) => fy === undefined)) {
      column.role = 'attribute';
      continue;
    }
    const own = words.ownYear.includes(column.heading.base);
    usable.push({ column, years: new Set(years as number[]), own });
  }
  const chosen = usable.find(({ own }) => own) ?? usable.find(({ years }) => years.size > 1) ?? usable[0];
  for (const { column } of usable) if (column !== chosen?.column) column.role = 'attribute';
  const constant = usable.find(({ years }) => years.size === 1);
  planned.paperYear = constant ? ([...constant.years][0] ?? null) : null;
  if (!chosen) return;
  // A bare 7 in a column that is the same everywhere is the year of the paper, said by nobody to be that of the figures.
  planned.yearColumn = chosen.column;
  planned.yearVaries = chosen.years.size > 1;
}

/** 区分 with 目標 and 実績, 予算 and 決算 in its cells; any other 区分 is a column of the plan. */
function settleRowKinds(planned: PlannedTable): void {
  const { columns } = planned;
  for (const column of columns.filter(({ role }) => role === 'row-kind')) {
    const texts = textsOf(planned, column);
    const kinds = texts.filter((text) => rowKindOf(text) !== null);
    if (texts.length === 0 || kinds.length < texts.length * 0.95) column.role = 'attribute';
  }
  const kinds = columns.filter(({ role }) => role === 'row-kind');
  for (const column of kinds.slice(1)) column.role = 'attribute';
}

/** What a row of 目標 or 予算 holds. */
export type RowKind =
  | { role: 'target' | 'actual' | 'baseline' | 'rate' }
  | { role: 'money'; money: MoneyKind };

/** 目標値 → target, 当初予算額 → initial; null for other words. */
export function rowKindOf(text: string): RowKind | null {
  const plain = plainHeading(text).replace(/\(.*\)$/, '');
  if (/^(?:目標|目標値|計画値|当初見込み?|見込み?値?)$/.test(plain)) return { role: 'target' };
  if (/^(?:実績|実績値|成果実績|活動実績)$/.test(plain)) return { role: 'actual' };
  if (/^(?:基準値?|現状値?)$/.test(plain)) return { role: 'baseline' };
  if (/^(?:達成率|達成度|進捗率)$/.test(plain)) return { role: 'rate' };
  if (/(?:予算|決算|執行|要求|補正|計画|現額|見込|支出済)額?(?:案)?$/.test(plain) && plain.length <= 10) {
    const money = moneyKindOf(plain);
    if (money) return { role: 'money', money };
  }
  return null;
}

/** Ties every figure of a KPI to its name: same numbered group, else the nearest name to its left. */
function settleKpis(planned: PlannedTable, vocabulary: Vocabulary): void {
  const { columns, hasKpi } = planned;
  const names = columns.filter(({ role }) => role === 'kpi-name');
  for (const column of names) {
    column.indicator ??= `@${column.position}`;
    const base = column.heading.base.split('|').at(-1) ?? '';
    if (column.group === null && /^(?:活動|成果|アウトカム|アウトプット)/.test(base))
      column.group = base.replace(/名称?$/, '');
  }
  // A twin name of the same group is one more indicator.
  const ids = new Set<string>();
  for (const column of names) {
    if (ids.has(column.indicator ?? '')) column.indicator = `@${column.position}`;
    ids.add(column.indicator ?? '');
  }
  for (const column of columns) {
    if (column.role === 'unit' && hasKpi) column.role = 'kpi-unit';
    if (!kpiRoles.includes(column.role)) continue;
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
    if (column.role === 'unit')
      column.role = rowKind || columns.some(({ role }) => role === 'amount') ? 'unit' : 'attribute';
    if (column.role === 'year-only' && column.said === false && !hasKpi && !rowKind) column.role = 'amount';
    else if (column.role === 'year-only') {
      column.role = 'amount';
      const name = names.findLast(({ position }) => position < column.position) ?? names[0];
      column.indicator = name?.indicator ?? null;
    }
    if (column.role === 'amount' && column.indicator === null) column.indicator = names[0]?.indicator ?? null;
  }
  void vocabulary;
}

/** Of several columns with the same amount the one marked 合計 counts; the others are parts of it. */
function settleMoney({ columns }: PlannedTable, answers: Answers): void {
  const groups = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    if (column.role !== 'money' || column.said) continue;
    const key = [column.money ?? column.heading.base, column.fy, column.relative, column.round].join('|');
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const totals = group.filter(({ heading }) => heading.total);
    const said = group.find(({ label }) => answers.answers?.[`amount:${group[0]?.label}`] === label);
    const core = said ?? (totals.length === 1 ? totals[0] : undefined);
    if (!core) continue;
    for (const column of group) {
      if (column === core) continue;
      column.role = 'attribute';
      column.label = `${column.label}（内訳）`;
    }
  }
}

function leaveOutPersonal(planned: PlannedTable): void {
  for (const column of planned.columns) {
    if (column.role === 'personal') column.leftOut ??= '個人名や電話番号の列のため';
    if (column.leftOut !== null || column.said) continue;
    const texts = sample(textsOf(planned, column));
    const numbers = texts.filter((text) =>
      /(?:^|[^\d-])(?:0\d{1,4}[-(（ー－]\d{1,4}[-)）ー－]\d{3,4}|0\d{9,10})(?!\d)|(?:内線|TEL|℡|電話)\s*[:：]?\s*\d|[\w.]+@[\w.]+\.\w+/i.test(
        text.normalize('NFKC'),
      ),
    );
    if (texts.length > 0 && numbers.length > texts.length / 2 && column.role === 'attribute')
      column.leftOut = '電話番号やメールアドレスの列のため';
  }
}

/** Label, type and unit of a column that becomes an attribute of the plan. */
function describe(
  planned: PlannedTable,
  { column, twins }: { column: ColumnPlan; twins: readonly Table[] },
  vocabulary: Vocabulary,
): void {
  // Four hundred cells tell the type of a column as well as forty thousand.
  const texts = sample(
    twins.length > 1 ? twins.flatMap((table) => textsOf({ table }, column)) : textsOf(planned, column),
  );
  const byYear =
    column.fy !== null ||
    column.relative !== null ||
    column.block !== null ||
    planned.yearVaries ||
    planned.table.year !== undefined;
  const named = column.fy !== null && column.block === null ? withoutYears(column.label) : column.label;
  const whole = column.block === null ? named : named.replace(/＃\d+(?=（内訳）$|$)/, '');
  const id = withoutUnit(whole, column.unit, planned.columns);
  column.attribute = { id: id === '' ? column.label : id, type: 'text', byYear, unit: null };
  const attribute = column.attribute;
  if (column.heading.meaning === 'year' && texts.length > 0 && texts.every((text) => readYearCell(text))) {
    attribute.type = 'year';
    return;
  }
  const numbers = texts.map((text) => readCell(text, vocabulary));
  const figures = numbers.filter(({ is }) => is === 'number');
  const said = numbers.filter(({ is }) => is !== 'dash');
  // 2 総務費: a numbered word.
  const isCode =
    texts.some((text) => /^0\d+$/.test(text)) ||
    texts.every((text) => /^\d+[\s\u3000.．]+[^\d\s]{2,}/.test(text)) ||
    /(?:番号|コード|id|no|番|の位)$/i.test(column.heading.base);
  const mostly = said.length > 0 && figures.length >= said.length * 0.8;
  const units = new Set(figures.map((one) => (one.is === 'number' ? one.unit : null)));
  // 2 総務費, 3 民生費: what differs from cell to cell behind a number is no unit.
  if (mostly && !isCode && units.size <= 3) {
    const own = units.size === 1 ? [...units][0] : null;
    if (isMoney(planned, column, vocabulary)) attribute.type = 'money';
    else if (own === '%' || column.unit === '%' || /(?:率|割合)(?:\([^)]*\))?$/.test(column.heading.base)) {
      attribute.type = 'rate';
      attribute.unit = '%';
    } else {
      attribute.type = 'number';
      attribute.unit = column.unit ?? own ?? null;
    }
    return;
  }
  const distinct = new Set(texts);
  const short = texts.every((text) => text.length <= 30);
  if (short && (isCode || distinct.size <= Math.max(12, texts.length / 4))) attribute.type = 'word';
}

/** 職員数（人） is asked for as 職員数; two columns that differ by their unit keep it. */
function withoutUnit(name: string, unit: string | null, columns: readonly ColumnPlan[]): string {
  if (unit === null) return name;
  const [, bare = '', inside = ''] = /^(.+?)\s*[（(](?:単位[:：]?)?([^（()）]+)[)）]$/.exec(name) ?? [];
  // 効果額(千円)実績
  const [, head = '', within = '', tail = ''] =
    /^([^()]+)\(([^()]+)\)([^()]{2,6})$/.exec(name.normalize('NFKC')) ?? [];
  if (bare === '' && plainHeading(within) === plainHeading(unit)) return `${head} ${tail}`;
  if (bare === '' || plainHeading(inside) !== plainHeading(unit)) return name;
  const twins = columns.filter(({ heading }) =>
    plainHeading(heading.label).startsWith(`${plainHeading(bare)}(`),
  );
  return twins.length > 1 && new Set(twins.map((one) => one.unit)).size > 1 ? name : bare;
}

function sample(texts: readonly string[]): readonly string[] {
  const step = Math.ceil(texts.length / 400);
  return step <= 1 ? texts : texts.filter((_, index) => index % step === 0);
}

/** 国庫支出金, 人件費計(B), 全体計画(事業費計), and その他 beside them. */
function isMoney(
  { columns }: Pick<PlannedTable, 'columns'>,
  column: ColumnPlan,
  vocabulary: Vocabulary,
): boolean {
  const { words } = vocabulary;
  if (column.unit !== null) return Object.hasOwn(words.units.money, column.unit);
  if (column.heading.money !== null || column.heading.meaning === 'money') return true;
  const base = (column.heading.base.split('|').at(-1) ?? '')
    .replace(/\((?:合計|計|総額)\)$/, '')
    .replace(/(?:\([^()]*[a-z+]+[^()]*\)|\+)+$/, '');
  const candidates = [
    base,
    base.replace(/\d+$/, ''),
    base.replace(/^(?:うち|内訳|\d+)/, ''),
    /\((.+)\)$/.exec(base)?.[1] ?? '',
  ];
  const names = [
    ...words.moneyAttributes,
    ...Object.values(words.money)
      .flat()
      .filter((word) => word.length > 2),
  ];
  if (candidates.some((text) => text !== '' && vocabulary.has(words.moneyAttributes, text))) return true;
  if (candidates.some((text) => text !== '' && names.includes(text))) return true;
  if (
    /^第?\d+次?(?:月)?補正(?:予算)?額?$|(?:予算|決算|事業費|経費|支出金)(?:額|計)?$|(?:充当|交付|補助|助成|寄附|寄付|繰入|借入|効果|削減|積立|返還|委託|契約|請負|収入|負担)額$/.test(
      base,
    )
  )
    return true;
  if (base !== 'その他' && !/\(その他\)$/.test(base)) return false;
  const before = columns[column.position - 1];
  return (
    before !== undefined && before.position !== column.position && isMoney({ columns }, before, vocabulary)
  );
}

/** 国庫支出金 R5 → 国庫支出金, R5 決算 国費（千円） → 決算 国費. */
function withoutYears(label: string): string {
  let plain = label.normalize('NFKC');
  for (const { start, end } of readYears(plain).reverse()) plain = plain.slice(0, start) + plain.slice(end);
  return plain
    .replace(/\(\s*(?:年度|末)?\s*\)/g, '')
    .replace(/^\s*(?:年度|年|の|末)\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
