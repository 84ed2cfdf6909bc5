// Interactive elements as HTML. What a click means is read by the page from `data-` attributes and checked again by the server.
import { type Obj, obj, str } from '../json.ts';
import { choicesHtml, externalHtml, inputHtml, marks, type Spot, selectHtml } from './inputs.ts';
import { attributes, escapeHtml, plainHtml, type RenderContext, words } from './text.ts';

type Draw = (element: Obj, spot: Spot, context: RenderContext) => string;

const draw: Record<string, Draw> = {
  button: buttonHtml,
  feedback_buttons: feedbackHtml,
  static_select: selectHtml,
  conversations_select: selectHtml,
  users_select: selectHtml,
  multi_users_select: choicesHtml,
  external_select: externalHtml,
  checkboxes: choicesHtml,
  radio_buttons: choicesHtml,
  plain_text_input: inputHtml,
  url_text_input: inputHtml,
  timepicker: inputHtml,
};

/** One element; an unknown one is a visible box. */
export function elementHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const type = str(element.type);
  return (Object.hasOwn(draw, type) && draw[type]?.(element, spot, context)) || unknownHtml(type);
}

/** A box that names what cannot be drawn. */
export function unknownHtml(type: string): string {
  return `<div class="bk-unknown">この遊び場では表示できない部品です: <code>${escapeHtml(type || '（種類なし）')}</code></div>`;
}

function buttonHtml(element: Obj, spot: Spot): string {
  const style = element.style === 'primary' || element.style === 'danger' ? ` bk-${element.style}` : '';
  return `<button type="button" class="bk-button${style}"${marks(element, spot, 'button')}${attributes({ 'data-value': str(element.value) })}>${plainHtml(words(element.text))}</button>`;
}

// Drawn, not typed: a machine without an emoji font shows boxes.
const thumb = (turned: string) =>
  `<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 7h2.5v7H2zM6 7l3-6 1.5 1L10 6h4l-1 8H6z" fill="none" stroke="currentColor" stroke-width="1.3"${turned}/></svg>`;

function feedbackHtml(element: Obj, spot: Spot): string {
  const button = (part: Obj, icon: string) =>
    `<button type="button" class="bk-feedback"${marks(element, spot, 'button')}${attributes({ 'data-value': str(part.value) })}>${icon} ${plainHtml(words(part.text))}</button>`;
  const down = thumb(' transform="rotate(180 8 8)"');
  return button(obj(element.positive_button), thumb('')) + button(obj(element.negative_button), down);
}
