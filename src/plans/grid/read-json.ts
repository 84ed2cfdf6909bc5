// A JSON array of records, as open data portals give them out; inner records become headings above headings.
import { address } from './address.ts';
import { type SheetData, textSheet } from './grid.ts';
import { maxRows } from './limits.ts';
import { tooManyRows } from './read-delimited.ts';
import { RefusedFile } from './refusal.ts';

const cure = '1件が1つの {…} になった配列 [ {…}, {…} ] にするか、CSVまたはExcelで書き出してください';

/** Between the keys that lead to a value, in the heading of its column. */
const inner = '\u001f';

/** The rows of a JSON array; the first row holds the headings. @throws RefusedFile */
export function readJson(text: string, name: string): SheetData {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new RefusedFile('broken', `JSONとして読めません（${(cause as Error).message}）`, cure, { cause });
  }
  const records = recordsOf(content);
  if (records.length > maxRows) throw tooManyRows();
  const headings: string[] = [];
  const rows = records.map((record, index) => {
    const flat = new Map<string, unknown>();
    flatten(record, '', flat, `[${index}]`);
    for (const heading of flat.keys()) if (!headings.includes(heading)) headings.push(heading);
    return flat;
  });
  const sheet = textSheet(name, [headings]);
  sheet.addressing = 'json';
  rows.forEach((row, index) => {
    sheet.texts.push(
      headings.map((heading, column) => {
        const value = row.get(heading);
        if (typeof value === 'number') sheet.numbers[address(index + 1, column)] = value;
        return value === null || value === undefined ? '' : String(value);
      }),
    );
  });
  return sheet;
}

/** The array itself, or the only array of records one level below. */
function recordsOf(content: unknown): Record<string, unknown>[] {
  const isRecords = (value: unknown): value is Record<string, unknown>[] =>
    Array.isArray(value) && value.length > 0 && value.every((one) => isRecord(one));
  if (isRecords(content)) return content;
  const below = isRecord(content) ? Object.values(content).filter(isRecords) : [];
  if (below.length === 1 && below[0]) return below[0];
  throw new RefusedFile('broken', 'JSONに事業の配列が見つかりません', cure);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flatten(
  record: Record<string, unknown>,
  prefix: string,
  into: Map<string, unknown>,
  at: string,
): void {
  for (const [key, value] of Object.entries(record)) {
    const heading = prefix === '' ? key : `${prefix}${inner}${key}`;
    if (isRecord(value)) flatten(value, heading, into, at);
    else if (!Array.isArray(value)) into.set(heading, value);
    else if (value.some((one) => typeof one === 'object' && one !== null))
      throw new RefusedFile('broken', `${at}.${heading} に入れ子の配列があります`, cure);
    else into.set(heading, value.join('、'));
  }
}
