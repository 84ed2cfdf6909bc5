// rich_text → HTML: sections of text, bold text and mentions.
import { type Obj, obj, objs, str } from '../json.ts';
import { unknownHtml } from './elements.ts';
import { plainHtml, type RenderContext, reference } from './text.ts';

export function richTextHtml(block: Obj, context: RenderContext): string {
  const section = (part: Obj) =>
    `<p>${objs(part.elements)
      .map((element) => inlineHtml(element, context))
      .join('')}</p>`;
  return objs(block.elements)
    .map((part) => (part.type === 'rich_text_section' ? section(part) : unknownHtml(str(part.type))))
    .join('');
}

function inlineHtml(element: Obj, context: RenderContext): string {
  const type = str(element.type);
  const sign = { user: '@', channel: '#', usergroup: '!' }[type];
  if (sign) return reference(`${sign}${str(element[`${type}_id`])}`, context);
  if (type !== 'text') return unknownHtml(type);
  const html = plainHtml(str(element.text));
  return obj(element.style).bold === true ? `<strong>${html}</strong>` : html;
}
