// 再掲: a row lists once more what has a row of its own elsewhere. It adds a policy above the subject, and no second figures.
import type { Cell } from '../grid/grid.ts';
import type { TableRow } from '../layout/row.ts';
import type { PlannedTable } from '../mapping/column-plan.ts';

const bracketed =
  /\s*[【〔［[（(][^【】〔〕［\]（()）]{0,12}再掲[^【】〔〕［\]（()）]{0,12}[】〕］\]）)]\s*/g;
const bare = /^(?:[※＊*]\s*)?再掲[\s　:：]+|[\s　]*[※＊*]\s*再掲$|[\s　]+再掲$/g;

/** 橋りょう長寿命化事業（再掲） → 橋りょう長寿命化事業. */
export function withoutRepeat(text: string): { name: string; repeated: boolean } {
  if (!text.includes('再掲')) return { name: text, repeated: false };
  const name = text.replace(bracketed, '').replace(bare, '').trim();
  return name === '' || name === text.trim() ? { name: text, repeated: false } : { name, repeated: true };
}

/** Whether a cell of the row says that it is a repetition: 区分 再掲, 備考 再掲（２款）, ○ below 再掲. */
export function marksRepeat({ columns }: PlannedTable, row: TableRow): boolean {
  return columns.some(({ position, role, label }) => {
    if (role === 'project' || role === 'kpi-name' || role === 'summary') return false;
    const text = row.text(position);
    if (label.includes('再掲') && text.length <= 2) return /^[○◯〇●◎✓レ有再]/.test(text);
    return text.length <= 20 && /^[【〔［[（(※＊*]?\s*再掲(?!.*除)/.test(text);
  });
}

/** A repetition's figures stand in brackets, or 再掲 stands in their place. */
export function repeatedCell(cell: Cell): Cell {
  if (cell.number !== null) return cell;
  const text = /^[（(]\s*([▲△\-−]?[\d,，.０-９]+)\s*[)）]$/.exec(cell.text)?.[1];
  if (text !== undefined) return cell.saying({ text, number: null, format: null });
  return cell.text.length <= 20 && /再掲/.test(cell.text)
    ? cell.saying({ text: '', number: null, format: null })
    : cell;
}
