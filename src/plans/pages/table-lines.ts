// Which lines of a page are rows of a table, of a table of contents, of a chart: figures beside each other, no sentences.
import type { Line } from './page.ts';

const figure = /^(?:[▲△+\-−±約]?[\d０-９][\d０-９,，.．]*\s*(?:[^\d\s、。]{0,5})|[-－―ー—–…※/／]|皆増|皆減)$/;
const leader = /[.．…・‥]{4,}/;

/** Whether the line is a row of cells. */
export function isTableLine(line: Line, above?: Line, below?: Line): boolean {
  if (isNumberedHeading(line)) return false;
  if (isRow(line)) return true;
  // A row of one label and one word belongs to the table around it.
  const near = [above, below].some((other) => other !== undefined && isRow(other));
  return line.parts.length === 2 && near && !/。$/.test(line.parts.at(-1) ?? '');
}

/** ３ 推進体制: the word behind the number is no unit. */
function isNumberedHeading({ parts, large }: Line): boolean {
  const [mark = '', title = ''] = parts;
  if (parts.length === 1) return /^[\d０-９]{1,2}[.．]?[\s\u3000]+[^\d\s%％]{2,}$/.test(mark);
  // With a wide blank between them, and printed larger than the text.
  return large && parts.length === 2 && /^[\d０-９]{1,2}[.．]?$/.test(mark) && !figure.test(title);
}

function isRow({ parts }: Line): boolean {
  if (parts.some((part) => leader.test(part))) return true;
  const figures = parts.filter((part) => figure.test(part)).length;
  return figures === parts.length || parts.length >= 3 || (parts.length === 2 && figures > 0);
}
