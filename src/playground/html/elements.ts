// Interactive elements as HTML. What a click means is read by the page from `data-` attributes and checked again by the server.
import { type Obj, obj, objs, str } from '../json.ts';
import type { RenderContext } from './context.ts';
import { attributes, escapeHtml, webLink } from './escape.ts';
import { choicesHtml, externalHtml, inputHtml, multiHtml, selectHtml } from './inputs.ts';
import { marks, type Spot } from './marks.ts';
import { plainHtml, words } from './text.ts';

// Drawn, not typed: a machine without an emoji font shows boxes.
const trash =
  '<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 4h10M6 4V2h4v2M4 4l1 10h6l1-10" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>';
const thumb = (way: 'up' | 'down') =>
  `<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 7h2.5v7H2zM6 7l3-6 1.5 1L10 6h4l-1 8H6z" fill="none" stroke="currentColor" stroke-width="1.3"${way === 'down' ? ' transform="rotate(180 8 8)"' : ''}/></svg>`;

/** One element; an unknown one is a visible box. */
export function elementHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const type = str(element.type);
  if (type === 'image') return imageHtml(element);
  if (type.startsWith('multi_')) return multiHtml(element, spot, context);
  if (type === 'external_select') return externalHtml(element, spot, context);
  if (type.endsWith('_select')) return selectHtml(element, spot, context);
  switch (type) {
    case 'button':
    case 'workflow_button':
      return buttonHtml(element, spot);
    case 'icon_button':
      return `<button type="button" class="bk-icon"${marks(element, spot, 'button')}${attributes({
        title: words(element.text),
        'aria-label': str(element.accessibility_label) || words(element.text),
      })}>${trash}</button>`;
    case 'feedback_buttons':
      return feedbackHtml(element, spot);
    case 'overflow':
      return overflowHtml(element, spot);
    case 'checkboxes':
    case 'radio_buttons':
      return choicesHtml(element, spot, context);
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return inputHtml(element, spot, context);
    default:
      return unknownHtml(type);
  }
}

/** A box that names what cannot be drawn. */
export function unknownHtml(type: string): string {
  return `<div class="bk-unknown">この遊び場では表示できない部品です: <code>${escapeHtml(type || '（種類なし）')}</code></div>`;
}

function buttonHtml(element: Obj, spot: Spot): string {
  const style = element.style === 'primary' || element.style === 'danger' ? ` bk-${element.style}` : '';
  return `<button type="button" class="bk-button${style}"${marks(element, spot, 'button')}${attributes({
    'data-url': webLink(str(element.url)),
    'data-value': str(element.value),
    'aria-label': str(element.accessibility_label) || undefined,
  })}>${plainHtml(str(obj(element.text).text))}</button>`;
}

function feedbackHtml(element: Obj, spot: Spot): string {
  const button = (part: Obj, icon: string) =>
    `<button type="button" class="bk-feedback"${marks(element, spot, 'button')}${attributes({
      'data-value': str(part.value),
      'aria-label': str(part.accessibility_label) || undefined,
    })}>${icon} ${plainHtml(str(obj(part.text).text))}</button>`;
  return (
    button(obj(element.positive_button), thumb('up')) + button(obj(element.negative_button), thumb('down'))
  );
}

function overflowHtml(element: Obj, spot: Spot): string {
  const items = objs(element.options)
    .map(
      (option) =>
        `<button type="button"${marks(element, spot, 'button')}${attributes({ 'data-value': str(option.value), 'data-url': webLink(str(option.url)) })}>${plainHtml(str(obj(option.text).text))}</button>`,
    )
    .join('');
  return `<details class="bk-overflow"><summary aria-label="その他の操作">⋯</summary><div class="bk-menu">${items}</div></details>`;
}

/** An image; the page's policy loads none from outside, so its words are shown with the address. */
export function imageHtml(element: Obj): string {
  const alt = str(element.alt_text);
  const url = webLink(str(element.image_url));
  const label = `［画像］${escapeHtml(alt || '説明なし')}`;
  return url
    ? `<a class="bk-image" href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${label}</a>`
    : `<span class="bk-image">${label}</span>`;
}
