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
  const headings = new Set<string>();
  const lists = new Set<string>();
  const rows = records.flatMap((record, index) => {
    const entries = entriesOf(record, `[${index}]`, lists);
    for (const entry of entries) for (const heading of entry.keys()) headings.add(heading);
    return entries.map((flat, entry) => ({ flat, of: { record: index, entry } }));
  });
  if (rows.length > maxRows) throw tooManyRows();
  const columns = [...headings];
  const sheet = textSheet(name, [columns]);
  sheet.addressing = 'json';
  if (lists.size > 0) sheet.entries = { rows: rows.map(({ of }) => of), lists: [...lists] };
  rows.forEach(({ flat }, index) => {
    sheet.texts.push(
      columns.map((heading, column) => {
        const value = flat.get(heading);
        if (typeof value === 'number') sheet.numbers[address(index + 1, column)] = value;
        return value === null || value === undefined ? '' : String(value);
      }),
    );
  });
  return sheet;
}

/** A record is a row; the entries of a list inside it (指標, 年度別予算) go on below, as the rows of a second KPI do. */
function entriesOf(record: Record<string, unknown>, at: string, lists: Set<string>): Map<string, unknown>[] {
  const first = new Map<string, unknown>();
  const inside = new Map<string, Record<string, unknown>[]>();
  flatten(record, '', { into: first, inside, at });
  const entries = [first];
  for (const [key, list] of inside) {
    lists.add(key);
    list.forEach((entry, index) => {
      const row = entries[index] ?? new Map<string, unknown>();
      entries[index] = row;
      const deeper = new Map<string, Record<string, unknown>[]>();
      flatten(entry, key, { into: row, inside: deeper, at: `${at}.${key}[${index}]` });
      const [nested] = deeper.keys();
      if (nested !== undefined)
        throw new RefusedFile(
          'broken',
          `${at}.${nested.replaceAll(inner, '.')} に二重の配列があります`,
          cure,
        );
    });
  }
  return entries;
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

/** Where a record's values go: those of one row, and the lists of records that need rows of their own. */
interface Flattened {
  into: Map<string, unknown>;
  inside: Map<string, Record<string, unknown>[]>;
  at: string;
}

function flatten(record: Record<string, unknown>, prefix: string, flattened: Flattened): void {
  const { into, inside, at } = flattened;
  for (const [key, value] of Object.entries(record)) {
    const heading = prefix === '' ? key : `${prefix}${inner}${key}`;
    if (isRecord(value)) flatten(value, heading, flattened);
    else if (!Array.isArray(value)) into.set(heading, value);
    else if (value.every(isRecord)) inside.set(heading, value);
    else if (value.some((one) => typeof one === 'object' && one !== null))
      throw new RefusedFile(
        'broken',
        `${at}.${heading.replaceAll(inner, '.')} に入れ子の配列があります`,
        cure,
      );
    else into.set(heading, value.join('、'));
  }
}
