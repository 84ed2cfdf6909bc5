// Block Kit → HTML, a pure function: escaped first, every known block drawn, an unknown one a visible box.

import { chartHtml } from './html/chart.ts';
import type { RenderContext } from './html/context.ts';
import { elementHtml, imageHtml, unknownHtml } from './html/elements.ts';
import { attributes } from './html/escape.ts';
import { markdownHtml } from './html/markdown.ts';
import type { Spot } from './html/marks.ts';
import { richTextHtml } from './html/rich-text.ts';
import { dataTableHtml, tableHtml } from './html/tables.ts';
import { plainHtml, textHtml } from './html/text.ts';
import { isObj, type Obj, obj, objs, str } from './json.ts';

export type { RenderContext } from './html/context.ts';

type Draw = (block: Obj, context: RenderContext, id: string) => string;

function spot(block: Obj, id: string, index: number, more: Partial<Spot> = {}): Spot {
  return { blockId: str(block.block_id), id: `${id}-${index}`, dispatch: true, ...more };
}

/** A row of elements. */
const row =
  (className: string): Draw =>
  (block, context, id) =>
    `<div class="${className}">${objs(block.elements)
      .map((element, i) => elementHtml(element, spot(block, id, i), context))
      .join('')}</div>`;

const draw: Record<string, Draw> = {
  section(block, context, id) {
    const text =
      block.text === undefined ? '' : `<div class="bk-text">${textHtml(block.text, context)}</div>`;
    const fields = objs(block.fields).map((field) => `<div>${textHtml(field, context)}</div>`);
    const accessory = isObj(block.accessory)
      ? `<div class="bk-accessory">${elementHtml(block.accessory, spot(block, id, 0), context)}</div>`
      : '';
    return `<div class="bk-section"><div class="bk-main">${text}${fields.length > 0 ? `<div class="bk-fields">${fields.join('')}</div>` : ''}</div>${accessory}</div>`;
  },
  header: (block) => `<h3 class="bk-header">${plainHtml(str(obj(block.text).text))}</h3>`,
  context: (block, context) =>
    `<div class="bk-context">${objs(block.elements)
      .map((element) =>
        element.type === 'image' ? imageHtml(element) : `<span>${textHtml(element, context)}</span>`,
      )
      .join('')}</div>`,
  divider: () => '<hr class="bk-divider">',
  actions: row('bk-actions'),
  context_actions: row('bk-actions bk-context-actions'),
  input: inputBlock,
  rich_text: (block, context) => `<div class="bk-rich">${richTextHtml(block, context)}</div>`,
  markdown: (block) => `<div class="bk-rich">${markdownHtml(str(block.text))}</div>`,
  image: (block) =>
    `<div>${block.title ? `<div>${plainHtml(str(obj(block.title).text))}</div>` : ''}${imageHtml(block)}</div>`,
  table: tableHtml,
  data_table: dataTableHtml,
  data_visualization: (block) => chartHtml(block),
  alert: (block, context) =>
    `<div${attributes({ class: `bk-alert bk-alert-${str(block.level).replace(/[^a-z]/g, '') || 'default'}`, role: 'status' })}>${textHtml(block.text, context)}</div>`,
  card: cardHtml,
  carousel: (block, context, id) =>
    `<div class="bk-carousel" tabindex="0" role="group" aria-label="カード">${objs(block.elements)
      .map((card, i) => cardHtml(card, context, `${id}-${i}`))
      .join('')}</div>`,
  container(block, context, id) {
    const title = block.rich_text_title
      ? richTextHtml(obj(block.rich_text_title), context)
      : textHtml(block.title, context);
    const inside = objs(block.child_blocks)
      .map((child, i) => blockHtml(child, context, `${id}-${i}`))
      .join('');
    const subtitle =
      block.subtitle === undefined ? '' : `<small>${textHtml(block.subtitle, context)}</small>`;
    return block.is_collapsible === true
      ? `<details class="bk-container"${block.default_collapsed === true ? '' : ' open'}><summary>${title}${subtitle}</summary>${inside}</details>`
      : `<div class="bk-container"><strong>${title}</strong>${subtitle}${inside}</div>`;
  },
};

function inputBlock(block: Obj, context: RenderContext, id: string): string {
  const element = obj(block.element);
  const at = spot(block, id, 0, { dispatch: block.dispatch_action === true, labelled: true });
  const optional = block.optional === true ? ' <span class="bk-optional">（任意）</span>' : '';
  const hint = block.hint === undefined ? '' : plainHtml(str(obj(block.hint).text));
  return `<div class="bk-field"${attributes({ 'data-field': str(block.block_id) })}><label${attributes({ for: at.id })}>${plainHtml(str(obj(block.label).text))}${optional}</label>${elementHtml(element, at, context)}<p class="bk-error" role="alert"${attributes({ id: `${at.id}-error` })} hidden></p><p class="bk-hint"${attributes({ id: `${at.id}-hint` })}>${hint}</p></div>`;
}

function cardHtml(block: Obj, context: RenderContext, id: string): string {
  const part = (name: string, className: string) =>
    block[name] === undefined ? '' : `<div class="${className}">${textHtml(block[name], context)}</div>`;
  const image = (name: string) => (isObj(block[name]) ? imageHtml(obj(block[name])) : '');
  const buttons = objs(block.actions).map((button, i) => elementHtml(button, spot(block, id, i), context));
  return `<div class="bk-card">${image('hero_image')}${image('icon')}${part('title', 'bk-card-title')}${part('subtitle', 'bk-card-subtitle')}${part('body', 'bk-card-body')}<div class="bk-actions">${buttons.join('')}</div></div>`;
}

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
