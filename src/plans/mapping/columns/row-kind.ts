// The column that says what a row holds: its target, its result, its budget.
import { type Headings, plainHeading } from '../../layout/headings.ts';
import type { TableRow } from '../../layout/row.ts';
import type { MoneyKind } from '../../read-plan.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../column-plan.ts';
import { moneyKindOf } from '../money-words.ts';

/** 区分 with 目標 and 実績, 予算 and 決算, 事業費 and 一般財源 in its cells; any other 区分 is a column of the plan. */
export function settleRowKinds(planned: PlannedTable, vocabulary: Headings): void {
  const { columns } = planned;
  if (!columns.some(({ role }) => role === 'row-kind')) takeKindsByContent(planned, vocabulary);
  for (const column of columns.filter(({ role }) => role === 'row-kind')) {
    const texts = textsOf(planned, column);
    const kinds = texts.flatMap((text) => rowKindOf(text, vocabulary, texts) ?? []);
    const parts = kinds.filter(({ role }) => role === 'part').length;
    // Parts stand below the whole they are parts of, and no KPI has any; 歳入 and 歳出 of works of their own are none.
    const whole =
      parts === 0 || (!planned.hasKpi && kinds.some(({ role }) => role === 'money') && !eachNamed(planned));
    if (texts.length === 0 || kinds.length < texts.length * 0.95 || !whole) column.role = 'attribute';
  }
  const kinds = columns.filter(({ role }) => role === 'row-kind');
  for (const column of kinds.slice(1)) column.role = 'attribute';
  takeParts(planned, vocabulary);
}

/** 財源 beside 区分, 年度 and 金額: rows of one project, year and kind that differ by nothing but the source are its parts. */
function takeParts(planned: PlannedTable, vocabulary: Headings): void {
  const { columns, table } = planned;
  const find = (role: ColumnPlan['role']) => columns.find((column) => column.role === role);
  const name = find('number') ?? find('project');
  const amounts = columns.filter(({ role }) => role === 'amount' || role === 'money');
  const [amount] = amounts;
  if (planned.hasKpi || !name || !amount || amounts.some(({ fy }) => fy !== amount.fy)) return;
  const same = [name, find('row-kind'), planned.yearColumn].flatMap((one) => one ?? []);
  const column = columns.find((one) => {
    if (one.role !== 'attribute' || one.said || one.fy !== null) return false;
    const texts = [...new Set(textsOf(planned, one))];
    // 委託料 and 需用費 add up to what nobody has told yet.
    if (!texts.some((text) => /一般財源|支出金|債$/.test(text)) || !texts.every(namesSource)) return false;
    return texts.length > 1 && texts.every((text) => rowKindOf(text, vocabulary, texts)?.role === 'part');
  });
  if (!column) return;
  const groups = new Map<string, Set<string>>();
  let rows = 0;
  for (const row of table.rows) {
    const text = row.text(column.position);
    if (text === '') return;
    const key = same.map(({ position }) => row.text(position)).join('\u0000');
    groups.set(key, (groups.get(key) ?? new Set()).add(text));
    rows += 1;
  }
  const apart = [...groups.values()].reduce((sum, sources) => sum + sources.size, 0) === rows;
  if (apart && groups.size < rows) column.role = 'row-part';
}

/** Every row has a name that no other row has. */
function eachNamed(planned: PlannedTable): boolean {
  const name = planned.columns.find(({ role }) => role === 'project');
  const rows = planned.table.rows.length;
  return name !== undefined && rows > 1 && new Set(textsOf(planned, name)).size === rows;
}

/** 予算決算の別, データの別: whatever it is called, a column of nothing but 当初予算額 and 決算額 says what the amount beside it is. */
function takeKindsByContent(planned: PlannedTable, vocabulary: Headings): void {
  const { columns } = planned;
  const amounts = columns.filter(
    ({ role, money }) => role === 'amount' || (role === 'money' && money === null),
  );
  if (amounts.length !== 1) return;
  const telling = columns.filter((column) => {
    if (column.role !== 'attribute' || column.said || column.fy !== null) return false;
    const texts = [...new Set(textsOf(planned, column))];
    const kinds = texts.flatMap((text) => rowKindOf(text, vocabulary) ?? []);
    return texts.length > 1 && kinds.length === texts.length && kinds.every(({ role }) => role !== 'part');
  });
  const [only, more] = telling;
  if (only && !more) only.role = 'row-kind';
}

/** What a row of 目標 or 予算 holds. */
export type RowKind =
  | { role: 'target' | 'actual' | 'baseline' | 'rate' }
  /** `null`: 事業費, which does not say which money it is. */
  | { role: 'money'; money: MoneyKind | null }
  /** 一般財源, 国庫支出金, 人件費: an amount beside the row of the whole. */
  | { role: 'part'; name: string };

/** 目標値 → target, 当初予算額 → initial, 一般財源 → a part; null for other words. */
export function rowKindOf(
  text: string,
  vocabulary: Headings,
  beside: readonly string[] = [],
): RowKind | null {
  const { words, has } = vocabulary;
  const plain = plainHeading(text).replace(/\(.*\)$/, '');
  if (/^(?:目標|目標値|計画[値量]|当初見込み?|見込み?[値量]?)$/.test(plain)) return { role: 'target' };
  if (/^(?:実績|実績値|成果実績|活動実績)$/.test(plain)) return { role: 'actual' };
  if (/^(?:基準値?|現状値?)$/.test(plain)) return { role: 'baseline' };
  if (/^(?:達成率|達成度|進捗率)$/.test(plain)) return { role: 'rate' };
  if (/(?:予算|決算|執行|要求|補正|計画|現額|見込|支出済)額?(?:案)?$/.test(plain) && plain.length <= 10) {
    const money = moneyKindOf(plain);
    if (money) return { role: 'money', money };
  }
  // 当初 and ９月補正 in a column 予算区分
  if (/^(?:当初|補正後|最終|(?:第?\d+(?:次|号|回)?|\d+月|専決)?補正|決算|執行|要求)$/.test(plain))
    return { role: 'money', money: plain === '最終' ? 'revised' : moneyKindOf(plain) };
  if (has(words.money.unknown ?? [], plain)) return { role: 'money', money: null };
  // 計 below 国庫支出金, 地方債 and 一般財源 is the whole.
  const isPart = (one: string) => rowKindOf(one, vocabulary)?.role === 'part';
  if (/^(?:合計|総計|計|総額|財源計|合計額)$/.test(plain) && beside.some(isPart))
    return { role: 'money', money: null };
  const part = plain.replace(/^(?:うち|内訳|内)/, '');
  // 地方債・その他: two sources in one row.
  const sources = part.split(/[・、,]|及び|並びに/).filter((one) => one !== '');
  if (has(words.moneyAttributes, part) || sources.every((one) => isSource(one, vocabulary)))
    return { role: 'part', name: part };
  return null;
}

function isSource(text: string, { words, has }: Headings): boolean {
  return has(words.moneyAttributes, text) || /^その他(?:の?財源|特財)?$/.test(text);
}

const namesSource = (text: string) =>
  /(?:支出金|補助金|負担金|分担金|交付金|財源|債|繰入金|繰越金|寄[附付]金|使用料|手数料|基金|収入|[国県都府道市町村]費|その他)$/.test(
    plainHeading(text).replace(/\(.*\)$/, ''),
  );

/** Sources alone tell no project's amount: whether they are to be added up is asked. */
export function keepWholes(tables: readonly PlannedTable[]): void {
  const has = ({ columns }: PlannedTable, ...roles: ColumnPlan['role'][]) =>
    columns.some(({ role }) => roles.includes(role));
  if (tables.some((table) => has(table, 'money', 'amount') && !has(table, 'row-part'))) return;
  for (const { columns } of tables)
    for (const column of columns) if (column.role === 'row-part') column.role = 'attribute';
}

/** What a row's amount is a part of the whole as: 町債 in a column 財源; null where no column says so. */
export function rowPartOf(planned: PlannedTable, row: TableRow, vocabulary: Headings): string | null {
  const column = planned.columns.find(({ role }) => role === 'row-part');
  const kind = column && rowKindOf(row.text(column.position), vocabulary, textsOf(planned, column));
  return kind?.role === 'part' ? kind.name : null;
}

/** The names of all such parts. */
export function rowPartsOf(planned: PlannedTable, vocabulary: Headings): string[] {
  return [...new Set(planned.table.rows.flatMap((row) => rowPartOf(planned, row, vocabulary) ?? []))];
}

/** The kinds of a table's rows, each once. */
export function rowKindsOf(planned: PlannedTable, vocabulary: Headings): RowKind[] {
  const column = planned.columns.find(({ role }) => role === 'row-kind');
  if (!column) return [];
  const texts = [...new Set(textsOf(planned, column))];
  return texts.flatMap((text) => rowKindOf(text, vocabulary, texts) ?? []);
}
