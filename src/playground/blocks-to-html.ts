// Block Kit → HTML, a pure function: escaped first, every block the bot sends drawn, another one a visible box.
import { chartHtml } from './html/chart.ts';
import { elementHtml, unknownHtml } from './html/elements.ts';
import type { Spot } from './html/inputs.ts';
import { richTextHtml } from './html/rich-text.ts';
import { dataTableHtml } from './html/tables.ts';
import { attributes, plainHtml, type RenderContext, textHtml, words } from './html/text.ts';
import { isObj, type Obj, obj, objs, str } from './json.ts';

type Draw = (block: Obj, context: RenderContext, id: string) => string;

function spot(block: Obj, id: string, index = 0): Spot {
  return { blockId: str(block.block_id), id: `${id}-${index}`, dispatch: true };
}

/** A row of elements. */
const row: Draw = (block, context, id) =>
  `<div class="bk-actions">${objs(block.elements)
    .map((element, i) => elementHtml(element, spot(block, id, i), context))
    .join('')}</div>`;

const draw: Record<string, Draw> = {
  section(block, context, id) {
    const accessory = isObj(block.accessory)
      ? `<div class="bk-accessory">${elementHtml(block.accessory, spot(block, id), context)}</div>`
      : '';
    return `<div class="bk-section"><div class="bk-main">${textHtml(block.text, context)}</div>${accessory}</div>`;
  },
  header: (block) => `<h2 class="bk-header">${plainHtml(words(block.text))}</h2>`,
  context: (block, context) =>
    `<div class="bk-context">${objs(block.elements)
      .map((element) => `<span>${textHtml(element, context)}</span>`)
      .join('')}</div>`,
  divider: () => '<hr class="bk-divider">',
  actions: row,
  context_actions: row,
  input(block, context, id) {
    const at = { ...spot(block, id), dispatch: block.dispatch_action === true, labelled: true };
    const optional = block.optional === true ? ' <small>（任意）</small>' : '';
    return `<div class="bk-field"${attributes({ 'data-field': str(block.block_id) })}><label${attributes({ for: at.id })}>${plainHtml(words(block.label))}${optional}</label>${elementHtml(obj(block.element), at, context)}<p class="bk-error" role="alert"${attributes({ id: `${at.id}-error` })} hidden></p><p class="bk-hint"${attributes({ id: `${at.id}-hint` })}>${plainHtml(words(block.hint))}</p></div>`;
  },
  rich_text: richTextHtml,
  data_table: dataTableHtml,
  data_visualization: chartHtml,
};

function blockHtml(block: Obj, context: RenderContext, id: string): string {
  const type = str(block.type);
  const drawn = Object.hasOwn(draw, type) ? draw[type]?.(block, context, id) : undefined;
  return `<div class="bk-block"${attributes({ 'data-block-type': type })}>${drawn ?? unknownHtml(type)}</div>`;
}

/** All blocks, in order. */
export function blocksToHtml(blocks: unknown, context: RenderContext): string {
  return objs(blocks)
    .map((block, i) => blockHtml(block, context, `${context.idPrefix}-${i}`))
    .join('');
}
