// rich_text → HTML.
import { type Obj, obj, objs, str } from '../json.ts';
import type { RenderContext } from './context.ts';
import { formatDate } from './date.ts';
import { unknownHtml } from './elements.ts';
import { withEmoji } from './emoji.ts';
import { attributes, escapeHtml, webLink } from './escape.ts';
import { plainHtml } from './text.ts';

export function richTextHtml(block: Obj, context: RenderContext): string {
  return objs(block.elements)
    .map((part) => partHtml(part, context))
    .join('');
}

function partHtml(part: Obj, context: RenderContext): string {
  const inside = () =>
    objs(part.elements)
      .map((element) => inlineHtml(element, context))
      .join('');
  switch (part.type) {
    case 'rich_text_section':
      return `<p>${inside()}</p>`;
    case 'rich_text_quote':
      return `<blockquote>${inside()}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${inside()}</pre>`;
    case 'rich_text_list': {
      const tag = part.style === 'ordered' ? 'ol' : 'ul';
      const items = objs(part.elements).map(
        (item) =>
          `<li>${objs(item.elements)
            .map((element) => inlineHtml(element, context))
            .join('')}</li>`,
      );
      return `<${tag}${attributes({ class: `bk-indent-${Math.min(8, Math.max(0, Math.floor(Number(part.indent) || 0)))}` })}>${items.join('')}</${tag}>`;
    }
    default:
      return unknownHtml(str(part.type));
  }
}

function inlineHtml(element: Obj, context: RenderContext): string {
  const mention = (text: string) => `<span class="mention">${escapeHtml(text)}</span>`;
  switch (element.type) {
    case 'text':
      return styled(plainHtml(str(element.text)), obj(element.style));
    case 'link': {
      const url = str(element.url);
      const label = styled(plainHtml(str(element.text) || url), obj(element.style));
      const href = webLink(url);
      return href
        ? `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${label}</a>`
        : label;
    }
    case 'user':
      return mention(`@${context.userName(str(element.user_id)) ?? str(element.user_id)}`);
    case 'channel':
      return mention(`#${context.channelName(str(element.channel_id)) ?? str(element.channel_id)}`);
    case 'broadcast':
      return mention(`@${str(element.range)}`);
    case 'emoji':
      return escapeHtml(withEmoji(`:${str(element.name)}:`));
    case 'date':
      return escapeHtml(formatDate(Number(element.timestamp), str(element.format)) ?? str(element.fallback));
    default:
      return unknownHtml(str(element.type));
  }
}

function styled(html: string, style: Obj): string {
  let result = html;
  if (style.code === true) result = `<code>${result}</code>`;
  if (style.strike === true) result = `<s>${result}</s>`;
  if (style.italic === true) result = `<em>${result}</em>`;
  if (style.bold === true) result = `<strong>${result}</strong>`;
  return result;
}
