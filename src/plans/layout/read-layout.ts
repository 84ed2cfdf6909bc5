// All tables of a file: each sheet as a table, forms together as one, and what was left out on the way.
import { place } from '../grid/address.ts';
import { type Grid, openSheet, type Sheet } from '../grid/grid.ts';
import { RefusedFile } from '../grid/refusal.ts';
import type { Page } from '../pages/page.ts';
import { type Passage, passagesOf } from '../pages/passages.ts';
import type { LeftOut } from '../read-plan.ts';
import { bandsOf } from './bands.ts';
import { electName } from './elect-name.ts';
import { isBlankForm, isForm, readForms } from './form.ts';
import type { Heading } from './heading.ts';
import type { Headings } from './headings.ts';
import { nameSheets } from './sheet-names.ts';
import { tablesBeside } from './side-by-side.ts';
import { readTable, type Table, titlesOf } from './table.ts';

/** The tables of a file, those with the same headings beside each other. */
export interface Layout {
  tables: Table[];
  leftOut: LeftOut[];
  /** Texts of sheets without a table: a cover says title, publisher and day. */
  covers: Table['titles'];
  /** What a PDF or a text says in sentences. */
  passages?: Passage[];
}

/** A file is looked at again with every answer; its tables stay the same. */
const known = new WeakMap<Grid, Map<string, Layout>>();

/** Finds the tables, once for a grid. `only`: names of the sheets to read. @throws RefusedFile when there is none */
export function readLayout(grid: Grid, vocabulary: Headings, only: readonly string[] = []): Layout {
  const layouts = known.get(grid) ?? new Map<string, Layout>();
  known.set(grid, layouts);
  const key = only.join('\u0000');
  const layout = layouts.get(key) ?? findLayout(grid, vocabulary, only);
  layouts.set(key, layout);
  return layout;
}

/** A document of sentences: its first lines are its cover. */
function readPages(pages: readonly Page[]): Layout {
  const first = pages.flatMap(({ lines }) => lines).slice(0, 40);
  return {
    tables: [],
    covers: first.flatMap(({ parts, place: at }) => parts.map((text) => ({ text, place: at }))),
    ...passagesOf(pages),
  };
}

/** Every table of a sheet, those beside each other and those below each other, whether they name anything or not. */
function tablesOf(sheet: Sheet, format: Grid['format'], vocabulary: Headings): Table[] {
  const delimited = format === 'csv' || format === 'tsv';
  const beside = tablesBeside(sheet, vocabulary);
  return beside
    .flatMap((one) =>
      bandsOf(one, vocabulary).map((band) =>
        readTable(
          one,
          { band: { ...band, several: band.several || beside.length > 1 }, delimited },
          vocabulary,
        ),
      ),
    )
    .filter((table) => table !== null);
}

/** A sheet whose tables name nothing. */
interface Unnamed {
  sheet: Sheet;
  tables: Table[];
}

/** No heading of the file names anything: the column whose texts all differ is proposed. */
function electNames(unnamed: readonly Unnamed[], vocabulary: Headings): Table[] {
  return unnamed.flatMap(({ tables }) =>
    tables.map((table) => electName(table, vocabulary)).filter((table) => table !== null),
  );
}

const isName = ({ meaning }: Heading) => meaning === 'project' || meaning === 'kpi-name';
const namesRecords = ({ columns }: Table) => columns.some(({ heading }) => isName(heading));

/** What a sheet holds; null: nothing at all, `leave`: why it is not read. */
type Held = { leave: string } | { form: Sheet } | Unnamed | null;

function heldBy(
  data: Grid['sheets'][number],
  { grid, opened }: { grid: Grid; opened: readonly Sheet[] },
  vocabulary: Headings,
  only: readonly string[],
): Held {
  const chosen = only.length > 0;
  if (chosen && !only.includes(data.name)) return { leave: '指定されていないため' };
  if (data.texts.every((row) => row.every((text) => text.trim() === ''))) return null;
  if (!chosen && vocabulary.words.sampleSheets.some((word) => data.name.includes(word)))
    return { leave: '記入例や選択肢のシートのため' };
  if (!chosen && data.hidden) return { leave: '非表示のシートのため' };
  const sheet = openSheet(data);
  const others = opened.filter((other) => other.data !== data);
  if (isForm(sheet, vocabulary, others)) return { form: sheet };
  if (isBlankForm(sheet, opened)) return { leave: '記入のない様式のため' };
  return { sheet, tables: tablesOf(sheet, grid.format, vocabulary) };
}

/** Nothing is taken of a sheet. */
const leftSheet = (name: string, why: string): LeftOut => ({
  what: `シート「${name}」`,
  why,
  place: place(name, 'A1'),
});

function findLayout(grid: Grid, vocabulary: Headings, only: readonly string[]): Layout {
  if (grid.pages) return readPages(grid.pages);
  const leftOut: LeftOut[] = [];
  const tables: Table[] = [];
  const covers: Table['titles'] = [];
  const forms: Sheet[] = [];
  const unnamed: Unnamed[] = [];
  let rowless = false;
  refuseUnknown(grid, only);
  const opened = grid.sheets.slice(0, 200).map(openSheet);
  for (const data of grid.sheets) {
    const held = heldBy(data, { grid, opened }, vocabulary, only);
    if (held === null) continue;
    if ('leave' in held) leftOut.push(leftSheet(data.name, held.leave));
    else if ('form' in held) forms.push(held.form);
    else {
      const named = held.tables.filter(namesRecords);
      const found = named.filter(({ rows }) => rows.length > 0);
      if (found.length > 0) tables.push(...found);
      else unnamed.push(held);
      rowless ||= found.length < named.length;
    }
  }
  if (forms.length > 0) tables.push(readForms(forms, vocabulary));
  if (tables.length === 0 && forms.length === 0) tables.push(...electNames(unnamed, vocabulary));
  for (const { sheet } of unnamed) {
    if (tables.some(({ sheets }) => sheets.includes(sheet.name))) continue;
    leftOut.push(leftSheet(sheet.name, '事業名または指標名の見出しと、その下の行が見つからないため'));
    covers.push(...titlesOf(sheet, Math.min(30, sheet.height)));
  }
  nameSheets(tables, opened, vocabulary);
  if (tables.length === 0) throw withoutTable(rowless ? 'rowless' : 'nameless');
  return { tables, leftOut, covers };
}

/** @throws RefusedFile for a sheet that is not there. */
function refuseUnknown(grid: Grid, only: readonly string[]): void {
  const unknown = only.filter((name) => !grid.sheets.some((sheet) => sheet.name === name));
  if (unknown.length > 0)
    throw new RefusedFile(
      'no-table',
      `シート「${unknown.join('」「')}」がありません`,
      `シート名は ${grid.sheets.map(({ name }) => `「${name}」`).join('')} です`,
    );
}

/** Nothing to read: headings without a row below them, or no headings that name anything. */
function withoutTable(why: 'rowless' | 'nameless'): RefusedFile {
  if (why === 'rowless')
    return new RefusedFile(
      'no-table',
      '見出しの下に事業や指標の行がありません',
      '見出しのすぐ下の行から1件ずつ書いて、保存し直してください',
    );
  return new RefusedFile(
    'no-table',
    '事業や指標の表が見つかりません',
    '見出しに「事業名」または「指標名」がある表にし、見出しを先頭から20行以内に置いてください',
  );
}
