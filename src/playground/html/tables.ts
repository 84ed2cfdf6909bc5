// table and data_table → HTML. The page adds sorting and pages to the latter; without it all rows show.
import { list, type Obj, obj, objs, str } from '../json.ts';
import type { RenderContext } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';
import { richTextHtml } from './rich-text.ts';
import { plainHtml } from './text.ts';

function cellHtml(cell: Obj, context: RenderContext): string {
  if (cell.type === 'rich_text') return richTextHtml(cell, context);
  return plainHtml(str(cell.text) || (typeof cell.value === 'number' ? String(cell.value) : ''));
}

export function tableHtml(block: Obj, context: RenderContext): string {
  const settings = list(block.column_settings).map(obj);
  const rows = list(block.rows).map((row, r) => {
    const tag = r === 0 ? 'th' : 'td';
    const cells = objs(row).map((cell, c) => {
      const align = ['center', 'right'].includes(str(settings[c]?.align))
        ? `bk-${str(settings[c]?.align)}`
        : undefined;
      return `<${tag}${attributes({ class: align, scope: r === 0 ? 'col' : undefined })}>${cellHtml(cell, context)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="bk-table" tabindex="0" role="group" aria-label="表"><table>${rows.join('')}</table></div>`;
}

export function dataTableHtml(block: Obj, context: RenderContext): string {
  const [head, ...body] = list(block.rows).map(objs);
  const headerColumn = Number(block.row_header_column_index ?? 0);
  const heads = (head ?? []).map(
    (cell, c) =>
      `<th scope="col" aria-sort="none"><button type="button" class="bk-sort"${attributes({ 'data-column': c })}>${cellHtml(cell, context)}<span aria-hidden="true"></span></button></th>`,
  );
  const rows = body.map((row) => {
    const cells = row.map((cell, c) => {
      const number = cell.type === 'raw_number' ? String(cell.value) : undefined;
      const tag = c === headerColumn ? 'th' : 'td';
      return `<${tag}${attributes({ scope: tag === 'th' ? 'row' : undefined, class: number === undefined ? undefined : 'bk-right', 'data-number': number })}>${cellHtml(cell, context)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = str(block.caption);
  return `<div class="bk-table bk-data-table"${attributes({ 'data-page-size': Number(block.page_size ?? 5), tabindex: 0, role: 'group', 'aria-label': caption })}><table><caption>${escapeHtml(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table><div class="bk-pager" hidden></div></div>`;
}
