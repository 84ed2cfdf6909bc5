// data_table → HTML. The page adds pages; without it all rows show.
import { list, type Obj, objs, str } from '../json.ts';
import { richTextHtml } from './rich-text.ts';
import { attributes, escapeHtml, plainHtml, type RenderContext, words } from './text.ts';

export function dataTableHtml(block: Obj, context: RenderContext): string {
  const cellHtml = (cell: Obj) =>
    cell.type === 'rich_text' ? richTextHtml(cell, context) : plainHtml(str(cell.text));
  const [head, ...body] = list(block.rows).map(objs);
  const heads = (head ?? []).map((cell) => `<th scope="col">${cellHtml(cell)}</th>`);
  const rows = body.map((row) => {
    const cells = row.map((cell, c) => {
      const shape = { class: cell.type === 'raw_number' && 'bk-right' };
      // Beside the value where the table is too wide for the screen.
      const label = { 'data-label': words(head?.[c]) };
      return c === Number(block.row_header_column_index ?? 0)
        ? `<th scope="row"${attributes(shape)}>${cellHtml(cell)}</th>`
        : `<td${attributes({ ...shape, ...label })}>${cellHtml(cell)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = str(block.caption);
  return `<div class="bk-data-table" tabindex="0" role="group"${attributes({ 'data-page-size': Number(block.page_size ?? 5), 'aria-label': caption })}><table><caption>${escapeHtml(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table><div class="bk-pager" hidden></div></div>`;
}
