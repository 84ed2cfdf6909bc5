// Rows of 節 or 内訳 below each other and a row 事業計 that adds them up: that row is the project's, the others are its parts.
import { place } from '../grid/address.ts';
import type { Column } from './header.ts';
import { type Headings, plainHeading } from './headings.ts';
import { SheetRow, type TableRow } from './row.ts';
import { oneLine, type Table } from './table.ts';
import { saysTotal } from './totals.ts';

/** Whether a text is what a sum of a project's own rows is called: 事業計, 小計, 計. */
function saysSum(text: string, vocabulary: Headings): boolean {
  const plain = plainHeading(text);
  return (
    /^(?:各|細|小|事務)?(?:事業費?|取組|項目|節|内訳)(?:合計|小計|計)$/.test(plain) ||
    saysTotal(plain, vocabulary)
  );
}

/** Puts each project's sum first and makes the rows it adds up its parts; sums that no project is left for are totals of the table. */
export function gatherParts(table: Table, vocabulary: Headings): void {
  const name = table.columns.findIndex(({ heading }) => heading.meaning === 'project');
  const several = table.columns.some(({ heading }) => heading.meaning === 'kpi-name');
  if (name >= 0 && !several && !table.outline) {
    const groups = groupsOf(table.rows, name);
    const found = table.columns.flatMap((column, kind) => {
      if (kind <= name || !mayName(column)) return [];
      const sums = groups.map((rows) => sumOf(rows, kind, vocabulary));
      const all = sums.flatMap((sum) => sum ?? []);
      return all.length === groups.length && addUp(all, table.columns) ? [{ kind, sums: all }] : [];
    });
    const [only] = found;
    if (only && !isOfSources(table, only.kind, vocabulary)) gather(table, only.kind, only.sums);
  }
  leaveOutTotals(table);
}

/** A project's rows: its sum, those it adds up, and totals of the table below it. */
interface Sum {
  whole: TableRow;
  parts: TableRow[];
  totals: TableRow[];
}

function mayName({ heading }: Column): boolean {
  return heading.fy === null && ['attribute', 'row-kind', 'summary', 'policy'].includes(heading.meaning);
}

/** The rows of each project: its name stands in the first of them, or is merged over them. */
function groupsOf(rows: readonly TableRow[], name: number): TableRow[][] {
  const groups: TableRow[][] = [];
  let at = '';
  for (const row of rows) {
    const own = row.text(name) === '' ? at : row.cell(name).at;
    const last = groups.at(-1);
    if (last && own === at) last.push(row);
    else groups.push([row]);
    at = own;
  }
  return groups;
}

/** 委託料, 旅費, 事業計, and at the end of the table 合計; null for rows of another form. */
function sumOf(rows: readonly TableRow[], kind: number, vocabulary: Headings): Sum | null {
  const [first] = rows;
  const at = rows.findIndex((row) => saysSum(row.text(kind), vocabulary));
  if (!first) return null;
  if (at < 0) return rows.length === 1 && !first.total ? { whole: first, parts: [], totals: [] } : null;
  const whole = rows[at] as TableRow;
  const isSum = (row: TableRow) => row.total !== undefined || saysSum(row.text(kind), vocabulary);
  const behind = rows.slice(at + 1);
  const parts = at === 0 ? behind.filter((row) => !isSum(row)) : rows.slice(0, at);
  const totals = at === 0 ? behind.slice(parts.length) : behind;
  const named = parts.every((row) => row.text(kind) !== '' && !isSum(row));
  return named && totals.every(isSum) ? { whole, parts, totals } : null;
}

/** Where money may stand; 計 of 男 and 女 adds up people, and each of them is asked for. */
const amounts: Column['heading']['meaning'][] = ['money', 'amount', 'year-only'];

/** The sums are what their rows come to; the last one might as well be that of the whole table. */
function addUp(sums: readonly Sum[], columns: readonly Column[]): boolean {
  const checked = sums.map((sum) => {
    const figures = columns.flatMap(({ heading }, position) =>
      amounts.includes(heading.meaning) ? (agrees(sum, position) ?? []) : [],
    );
    return figures.length === 0 ? null : figures.every((agreed) => agreed);
  });
  const agreed = checked.filter((one) => one === true).length;
  const wrong = checked.filter((one) => one === false).length;
  return agreed > 0 && wrong * 5 <= agreed && checked.at(-1) !== false;
}

/** Whether the figures of a column come to that of the sum, rounded; null where words stand among them. */
function agrees({ whole, parts }: Sum, position: number): boolean | null {
  const all = [whole, ...parts].map((row) => figureIn(row.text(position)));
  const [sum, ...others] = all;
  if (parts.length === 0 || whole.text(position) === '' || sum === undefined || all.includes(undefined))
    return null;
  const added = others.reduce<number>((total, one) => total + (one ?? 0), 0);
  return Math.abs(added - sum) <= parts.length;
}

/** 2,750 → 2750, △10 → -10, － → 0. */
function figureIn(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/^[△▲−]/, '-');
  if (/^[-–—―ー]?$/.test(plain)) return 0;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** 国庫支出金, 地方債, 一般財源 and 計: where the money comes from is told by the kind of the row. */
function isOfSources({ columns, rows }: Table, kind: number, vocabulary: Headings): boolean {
  if (columns[kind]?.heading.meaning !== 'row-kind') return false;
  const { words, has } = vocabulary;
  return rows.every((row) => {
    const text = plainHeading(row.text(kind));
    return saysSum(text, vocabulary) || has(words.moneyAttributes, text) || /^その他/.test(text);
  });
}

function gather(table: Table, kind: number, sums: readonly Sum[]): void {
  const own = table.columns.flatMap((_, position) => (isOnce(position, kind, sums) ? [position] : []));
  table.rows = sums.flatMap(({ whole, parts }) => {
    delete whole.total;
    say(whole, kind, '');
    const [first] = parts;
    for (const position of own) {
      if (!first || whole.text(position) !== '') continue;
      const { text, number, format } = first.cell(position);
      if (whole instanceof SheetRow)
        whole.fill(position, first.cell(position).saying({ text, number, format }));
      say(first, position, '');
    }
    for (const part of parts) part.part = partName(part.text(kind));
    return [whole, ...parts];
  });
  for (const { totals } of sums)
    for (const row of totals) leaveOut(table, row, row.total ?? oneLine(row.text(kind)));
}

/** Said in the first row of a project alone, and not in its sum: it is the project's. */
function isOnce(position: number, kind: number, sums: readonly Sum[]): boolean {
  return (
    position !== kind &&
    sums.every(
      ({ whole, parts }) =>
        parts.length === 0 ||
        [whole, ...parts.slice(1)].every((row) => row.text(position) === '' || row.cell(position).covered),
    )
  );
}

function say(row: TableRow, position: number, text: string): void {
  if (row instanceof SheetRow)
    row.fill(position, row.cell(position).saying({ text, number: null, format: null }));
}

/** 12 委託料 → 委託料. */
function partName(text: string): string {
  const name = oneLine(text).replace(
    /^(?:[\d０-９]{1,3}|[①-⑳]|[（(][\d０-９]{1,2}[)）])[\s.．、-]*(?=\D)/,
    '',
  );
  return name.replace(/^(?:うち|内)[\s、]*(?=..)/, '');
}

/** Rows that say 計 and add up no project. */
function leaveOutTotals(table: Table): void {
  for (const row of table.rows) if (row.total !== undefined) leaveOut(table, row, row.total);
  table.rows = table.rows.filter(({ total }) => total === undefined);
}

function leaveOut(table: Table, row: TableRow, said: string): void {
  const position = table.columns.findIndex((_, one) => row.text(one) !== '');
  const at = place(row.sheet, row.cell(Math.max(position, 0)).at);
  // 合計 merged over the rows of 当初, 補正 and 決算 is said once.
  if (table.leftOut.some((one) => one.place === at && one.what.startsWith('合計の行'))) return;
  table.leftOut.push({ what: `合計の行「${said}」`, why: '足し合わせると二重になるため', place: at });
}
