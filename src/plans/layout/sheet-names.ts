// A sheet per department, per year or per part of the plan with the same headings: what the sheets' names say belongs to their rows.
import { readYears } from '../cells/years.ts';
import { place } from '../grid/address.ts';
import type { Sheet } from '../grid/grid.ts';
import { type Heading, readHeading } from './heading.ts';
import type { Headings } from './headings.ts';
import { SheetRow } from './row.ts';
import type { Table } from './table.ts';

/** The heading the names get: a person may give it another meaning by it. */
const sheetHeading = 'シート名';

/** Gives the rows of tables with the same headings in several sheets what their sheet's name says. */
export function nameSheets(tables: readonly Table[], sheets: readonly Sheet[], vocabulary: Headings): void {
  for (const group of sameHeadings(tables)) {
    const names = [...new Set(group.flatMap((table) => table.sheets))];
    if (names.length < 2) continue;
    settleYears(group);
    const saying = names.filter((name) => !saysNothing(name));
    if (saying.length < names.length) continue;
    if (names.every((name) => isPart(name, vocabulary))) for (const table of group) addSection(table);
    else for (const table of group) addColumn(table, sheets, { names, vocabulary });
  }
}

function sameHeadings(tables: readonly Table[]): Table[][] {
  const groups = new Map<string, Table[]>();
  for (const table of tables) {
    if (table.kind !== 'table') continue;
    const key = table.columns.map(({ heading }) => heading.base).join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()];
}

/** 第1章, 施策２ …: a part of the plan. */
function isPart(name: string, { words }: Headings): boolean {
  return (
    /^第[\d０-９一-十]+[章節部編]/.test(name) ||
    words.policy.some((level) => level.length > 1 && name.startsWith(level))
  );
}

const department = /(?:部|局|課|室|係|署|院|校|館|所|会|場|園|センター|支所|本部|団|庁|企業局|事務局)$/;
const account = /会計/;

/** Sheet1, (2), p3, 令和6年度: numbered, or a year, which is read as such. */
function saysNothing(name: string): boolean {
  const plain = name.normalize('NFKC').trim();
  return /^(?:sheet|シート|表|p|page|[-_.\s()（）\d])+$/i.test(plain) || yearIn(plain) !== null;
}

/** The one fiscal year of a text. */
function yearIn(text: string): number | null {
  const years = readYears(text.replaceAll('_', ' ')).filter(({ joined }) => !joined);
  return years.length === 1 ? (years[0]?.years[0] ?? null) : null;
}

/** Years that differ from sheet to sheet are those of the figures. */
function settleYears(group: readonly Table[]): void {
  const said = group.map((table) => {
    const above = table.titles.map(({ text }) => yearIn(text)).find((year) => year !== null);
    return yearIn(table.sheets[0] ?? '') ?? above ?? null;
  });
  if (new Set(said).size < 2) return;
  group.forEach((table, index) => {
    const year = said[index];
    if (year !== null && year !== undefined) table.year = year;
  });
}

function addSection(table: Table): void {
  const name = table.sheets[0] ?? '';
  const section = { text: name, place: place(name, 'A1') };
  for (const row of table.rows) row.sections.unshift(section);
}

function addColumn(
  table: Table,
  sheets: readonly Sheet[],
  { names, vocabulary }: { names: readonly string[]; vocabulary: Headings },
): void {
  const sheet = sheets.find(({ name }) => name === table.sheets[0]);
  if (!sheet) return;
  const heading = readHeading([sheetHeading], vocabulary);
  if (names.every((name) => department.test(name)))
    Object.assign(heading, { meaning: 'department', departmentPart: 0 });
  else if (names.every((name) => account.test(name))) heading.label = '会計区分';
  else Object.assign(heading, labelAbove(table, vocabulary));
  const position = table.columns.push({ index: sheet.width, heading, at: 'A1' }) - 1;
  const cell = sheet.cell(0, 0).saying({ text: sheet.name, number: null, format: null });
  for (const row of table.rows) if (row instanceof SheetRow) row.fill(position, cell);
}

/** 用途：学校教育系施設 above the table of that sheet: what its name is of. */
function labelAbove({ titles, sheets: [name = ''] }: Table, vocabulary: Headings): Partial<Heading> {
  const plain = (text: string) => text.normalize('NFKC').trim();
  for (const { text } of titles) {
    const [, label, said = ''] =
      /^(?:[【(]\s*)?([^:()【】]{1,8}):\s*(.+?)\s*(?:[】)])?$/.exec(plain(text)) ?? [];
    if (label !== undefined && said === plain(name)) return readHeading([label], vocabulary);
  }
  return {};
}
