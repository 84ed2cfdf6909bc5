// rich_text → HTML: sections of text, bold text and mentions.
import { type Obj, obj, objs, str } from '../json.ts';
import { unknownHtml } from './elements.ts';
import { mention, plainHtml, type RenderContext } from './text.ts';

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
  switch (element.type) {
    case 'text': {
      const html = plainHtml(str(element.text));
      return obj(element.style).bold === true ? `<strong>${html}</strong>` : html;
    }
    case 'user':
      return mention(`@${context.userName(str(element.user_id)) ?? str(element.user_id)}`);
    case 'channel':
      return mention(`#${context.channelName(str(element.channel_id)) ?? str(element.channel_id)}`);
    case 'usergroup':
      return mention(`@${str(element.usergroup_id)}`);
    default:
      return unknownHtml(str(element.type));
  }
}
