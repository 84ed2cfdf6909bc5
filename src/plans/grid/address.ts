// Addresses as a spreadsheet shows them: row 11, column 5 → F12.

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Zero-based row and column → F12. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Sheet and cell as one place: `Sheet1!F12`, `'R7 一覧'!F12` as a formula would write it. */
export function place(sheet: string, at: string): string {
  return /[\s!']/.test(sheet) ? `'${sheet.replaceAll("'", "''")}'!${at}` : `${sheet}!${at}`;
}
