// 上段：目標値　下段：実績値 above pairs of rows: what the upper and the lower row of each pair hold, where no column says so.
import type { Sheet } from '../grid/grid.ts';
import { readHeading } from './heading.ts';
import type { Headings } from './headings.ts';
import { SheetRow } from './row.ts';
import type { Table } from './table.ts';

const halves = /上段[:はが]?\s*(\S+?)[、,・/]?\s*下段[:はが]?\s*([^\s、。,)]+?)(?:です)?(?=[\s、。,)]|$)/;

/** Adds a column that says 目標 or 実績 to a table whose rows come in pairs. */
export function nameHalves(table: Table, sheet: Sheet, vocabulary: Headings): void {
  if (table.columns.some(({ heading }) => heading.meaning === 'row-kind')) return;
  const texts = [
    ...table.columns.map(({ heading }) => heading.label),
    ...table.titles.map(({ text }) => text),
    ...table.notes,
  ];
  const said = texts.map((text) => halves.exec(text.normalize('NFKC'))).find((match) => match !== null);
  const [, upper, lower] = said ?? [];
  if (upper === undefined || lower === undefined) return;
  const name = nameColumn(table);
  if (name < 0) return;
  const kinds = kindsOf(table, name, [upper, lower]);
  if (!kinds) return;
  const heading = readHeading(['区分'], vocabulary);
  const position =
    table.columns.push({ index: sheet.width, heading, at: table.columns[name]?.at ?? 'A1' }) - 1;
  table.rows.forEach((row, index) => {
    if (row instanceof SheetRow)
      row.fill(position, row.cell(name).saying({ text: kinds[index] ?? '', number: null, format: null }));
  });
}

function nameColumn({ columns }: Table): number {
  const of = (meaning: string) => columns.findIndex(({ heading }) => heading.meaning === meaning);
  return of('kpi-name') >= 0 ? of('kpi-name') : of('project');
}

/** The word of every row; null where the rows are no pairs. */
function kindsOf({ rows }: Table, name: number, words: readonly [string, string]): string[] | null {
  let before = '';
  let step = 0;
  const kinds: string[] = [];
  for (const row of rows) {
    const { text, at } = row.cell(name);
    // The name is merged over the pair, or stands in its upper row only.
    step = text === '' || at === before ? step + 1 : 0;
    if (text !== '') before = at;
    const word = words[step];
    if (word === undefined) return null;
    kinds.push(word);
  }
  return rows.length >= 2 && kinds.filter((one) => one === words[1]).length === rows.length / 2
    ? kinds
    : null;
}
