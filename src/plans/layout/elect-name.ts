// A table whose headings name no 事業名 and no 指標名: which of its columns names the rows. Proposed to a person, never taken in silence.
import { readCell } from '../cells/read-cell.ts';
import type { Column } from './header.ts';
import type { Meaning } from './heading/meaning.ts';
import { type Headings, plainHeading } from './headings.ts';
import { SheetRow } from './row.ts';
import type { Table } from './table.ts';

const ofKpi: readonly Meaning[] = ['baseline', 'target', 'actual', 'current', 'rate', 'kpi-value'];
/** Words over a column of names that say nothing of what is named. */
const bare =
  /^(?:項目|区分|科目|勘定科目|細目|内容|名称|指標項目|目標項目|費目|(?:.{2,4}の)?種類)(?:名|等)?$/;
/** 点検項目, 確認事項: what the rows are about. */
const item = /^.{1,6}(?:項目|事項|内容名)$/;

/** What a row holds (目標, 実績, 決算額) is no name. */
const rowKind = /^(?:目標|実績|予算|当初予算|決算|計画|見込み?|基準|現状|達成率|執行)(?:値|額)?$/;

/** The table with the column that names its rows; null when none does. */
export function electName(table: Table, vocabulary: Headings): Table | null {
  const { columns } = table;
  const pair = electPair(table, vocabulary);
  if (pair) return pair;
  const candidates = columns.filter((column, position) => mayName(column, position, table, vocabulary));
  const [first] = candidates;
  if (!first || table.rows.length === 0) return null;
  const told = (column: Column) => new Set(table.rows.map((row) => row.text(columns.indexOf(column)))).size;
  const most = Math.max(...candidates.map(told));
  // 区分 beside 基金: the one that differs from row to row.
  const telling = candidates.filter((column) => told(column) === most);
  const elected =
    candidates.find((column) => /指標$/.test(base(column))) ??
    candidates.find((column) => /名(?:称)?$/.test(base(column))) ??
    telling.find((column) => item.test(base(column)) || bare.test(base(column))) ??
    telling[0] ??
    first;
  const series = columns.filter(({ heading }) => heading.fy !== null).length >= 3 && bare.test(base(elected));
  const figures = columns.some(({ heading }) => ofKpi.includes(heading.meaning));
  const money = columns.some(({ heading }) => heading.meaning === 'money');
  const named = item.test(base(elected)) || /名(?:称)?$/.test(base(elected));
  const dated = columns.filter(
    (column) => column.heading.fy !== null && /[高額数率費]$/.test(base(column)),
  ).length;
  if (!series && !figures && !money && !named && dated < 2) return null;
  const meaning = series || figures ? 'kpi-name' : 'project';
  // 区分 merged over three columns: the last one names the row, those before it stand above it.
  const group = columns.filter(({ at }) => at === elected.at);
  const name = group.at(-1) ?? elected;
  fillNames(table, group);
  return {
    ...table,
    elected: columns.indexOf(name),
    columns: columns.map((column) =>
      group.includes(column)
        ? { ...column, heading: { ...column.heading, meaning: column === name ? meaning : 'policy' } }
        : column,
    ),
  };
}

const base = ({ heading }: Column) => plainHeading(heading.base.split('|').at(-1) ?? '');

/** 訪問介護 over 給付費 and 利用者数, year by year: the first column names what the second one is of. */
function electPair(table: Table, vocabulary: Headings): Table | null {
  const { columns, rows } = table;
  if (columns.filter(({ heading }) => heading.fy !== null).length < 3) return null;
  const words = columns.filter(
    ({ heading }, position) =>
      ['attribute', 'row-kind', 'policy'].includes(heading.meaning) &&
      heading.fy === null &&
      inWords(table, position, vocabulary),
  );
  const [whole, part] = words.slice(-2);
  if (!whole || !part || whole.at === part.at) return null;
  const [left, right] = [columns.indexOf(whole), columns.indexOf(part)];
  const distinct = (text: (row: Table['rows'][number]) => string) => new Set(rows.map(text)).size;
  const names = distinct((row) => row.text(left));
  const parts = distinct((row) => row.text(right));
  const both = distinct((row) => `${row.text(left)}\u0000${row.text(right)}`);
  if (both < rows.length || names < 2 || parts < 2 || parts > names + 2 || names * parts > rows.length * 1.5)
    return null;
  return {
    ...table,
    elected: left,
    columns: columns.map((column) =>
      column === whole || column === part
        ? { ...column, heading: { ...column.heading, meaning: column === whole ? 'project' : 'kpi-name' } }
        : column,
    ),
  };
}

function inWords({ rows }: Table, position: number, vocabulary: Headings): boolean {
  const texts = rows.map((row) => row.text(position));
  return texts.every(
    (text) => text.length <= 60 && !rowKind.test(text) && readCell(text, vocabulary).is === 'word',
  );
}

/** Words, hardly ever the same twice, and no role of their own. */
function mayName(
  { heading }: Column,
  position: number,
  { rows, columns }: Table,
  vocabulary: Headings,
): boolean {
  if (!['attribute', 'row-kind', 'policy'].includes(heading.meaning) || heading.fy !== null) return false;
  const texts = rows.map((row) => row.text(position)).filter((text) => text !== '');
  const words = texts.filter((text) => readCell(text, vocabulary).is === 'word' && !rowKind.test(text));
  // 令和6年度 and 令和7年度 of one facility in two rows.
  const years = columns.flatMap((column, place) => (column.heading.meaning === 'year' ? [place] : []));
  const told = rows.map((row) =>
    [
      ...row.sections.map(({ text }) => text),
      ...years.map((place) => row.text(place)),
      row.text(position),
    ].join('\u0000'),
  );
  return (
    words.length >= rows.length * 0.6 &&
    words.length >= texts.length * 0.8 &&
    new Set(told).size >= rows.length * 0.6 &&
    texts.every((text) => text.length <= 60)
  );
}

/** A row whose name stands in one of the columns before. */
function fillNames({ rows, columns }: Table, group: readonly Column[]): void {
  if (group.length < 2) return;
  const positions = group.map((column) => columns.indexOf(column));
  const last = positions.at(-1) ?? 0;
  for (const row of rows) {
    if (!(row instanceof SheetRow) || row.text(last) !== '') continue;
    const from = positions.findLast((position) => row.text(position) !== '');
    if (from !== undefined) row.fill(last, row.cell(from));
  }
}
