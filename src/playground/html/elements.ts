// Interactive elements as HTML. What a click means is read by the page from `data-` attributes and checked again by the server.
import { type Obj, obj, objs, str } from '../json.ts';
import { allOptions, rawOf } from '../view-state.ts';
import type { RenderContext } from './context.ts';
import { attributes, escapeHtml, webLink } from './escape.ts';
import { plainHtml, textHtml, words } from './text.ts';

// Drawn, not typed: a machine without an emoji font shows boxes.
const trash =
  '<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 4h10M6 4V2h4v2M4 4l1 10h6l1-10" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>';
const thumb = (way: 'up' | 'down') =>
  `<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 7h2.5v7H2zM6 7l3-6 1.5 1L10 6h4l-1 8H6z" fill="none" stroke="currentColor" stroke-width="1.3"${way === 'down' ? ' transform="rotate(180 8 8)"' : ''}/></svg>`;

/** Where an element stands in the page. */
export interface Spot {
  blockId: string;
  /** Unique in the page, for labels. */
  id: string;
  /** Changing it tells the bot at once (everywhere but in most inputs). */
  dispatch: boolean;
  /** Set when a `<label>` names the element already. */
  labelled?: boolean;
}

/** `data-` attributes every element carries. */
function marks(element: Obj, spot: Spot, kind: string): string {
  return attributes({
    'data-kind': kind,
    'data-type': str(element.type),
    'data-block': spot.blockId,
    'data-action': str(element.action_id),
    'data-dispatch': spot.dispatch,
    'data-confirm': element.confirm === undefined ? undefined : confirmData(obj(element.confirm)),
  });
}

function confirmData(confirm: Obj): string {
  return JSON.stringify({
    title: words(confirm.title),
    text: words(confirm.text),
    confirm: words(confirm.confirm),
    deny: words(confirm.deny),
  });
}

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

function optionHtml(option: Obj, selected: boolean): string {
  return `<option${attributes({ value: str(option.value), selected })}>${escapeHtml(words(option.text))}</option>`;
}

/** Options of any select with a fixed list: static, people, channels. */
function listed(element: Obj, context: RenderContext): { label: string; value: string }[] {
  const type = str(element.type);
  if (type.includes('users')) return context.people.map(({ id, name }) => ({ label: name, value: id }));
  if (type.includes('conversations') || type.includes('channels'))
    return context.channels.map(({ id, name }) => ({ label: `#${name}`, value: id }));
  if (type.includes('external'))
    return [obj(element.initial_option), ...objs(element.initial_options)]
      .filter((option) => str(option.value) !== '')
      .map((option) => ({ label: words(option.text), value: str(option.value) }));
  return allOptions(element).map((option) => ({ label: words(option.text), value: str(option.value) }));
}

function current(element: Obj, spot: Spot, context: RenderContext): string | string[] | null {
  const entry = context.state[spot.blockId]?.[str(element.action_id)];
  const raw = rawOf(entry);
  if (raw === null && element.default_to_current_conversation === true) return context.currentChannel;
  return raw;
}

function naming(element: Obj, spot: Spot): string {
  return attributes({
    id: spot.id,
    'aria-label': spot.labelled ? undefined : words(element.placeholder) || '選択',
    'aria-describedby': spot.labelled ? `${spot.id}-error ${spot.id}-hint` : undefined,
  });
}

function selectHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const value = current(element, spot, context);
  const placeholder = words(element.placeholder) || '選択してください';
  const groups = objs(element.option_groups);
  const body =
    groups.length > 0
      ? groups
          .map(
            (group) =>
              `<optgroup${attributes({ label: words(group.label) })}>${objs(group.options)
                .map((option) => optionHtml(option, option.value === value))
                .join('')}</optgroup>`,
          )
          .join('')
      : listed(element, context)
          .map(
            (item) =>
              `<option${attributes({ value: item.value, selected: item.value === value })}>${escapeHtml(item.label)}</option>`,
          )
          .join('');
  return `<select class="bk-select"${marks(element, spot, 'select')}${naming(element, spot)}><option value="">${escapeHtml(placeholder)}</option>${body}</select>`;
}

function multiHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const chosen = current(element, spot, context);
  const values = Array.isArray(chosen) ? chosen : [];
  const items = listed(element, context);
  const label = items.filter((item) => values.includes(item.value)).map((item) => item.label);
  const boxes = items
    .map(
      (item) =>
        `<label><input type="checkbox"${attributes({ value: item.value, checked: values.includes(item.value) })}> ${escapeHtml(item.label)}</label>`,
    )
    .join('');
  const placeholder = words(element.placeholder) || '選択してください';
  return `<details class="bk-multi"${marks(element, spot, 'multi')}${attributes({ 'data-max': Number(element.max_selected_items) || undefined })}><summary${naming(element, spot)}${attributes({ 'data-placeholder': placeholder })}>${escapeHtml(label.join('、') || placeholder)}</summary><div class="bk-menu">${boxes}</div></details>`;
}

function externalHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const entry = obj(context.state[spot.blockId]?.[str(element.action_id)]);
  const option = obj(entry.selected_option);
  const chosen = str(option.value) === '' ? '' : JSON.stringify(option);
  const minimum = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  return `<div class="bk-external"${marks(element, spot, 'external')}${attributes({ 'data-min': minimum })}><input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" autocomplete="off"${naming(element, spot)}${attributes({ 'aria-controls': `${spot.id}-list`, value: words(option.text), placeholder: words(element.placeholder) || '入力して検索' })}><input type="hidden"${attributes({ value: chosen })}><ul role="listbox" hidden${attributes({ id: `${spot.id}-list` })}></ul></div>`;
}

function choicesHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const value = current(element, spot, context);
  const radio = element.type === 'radio_buttons';
  const isOn = (option: Obj) =>
    Array.isArray(value) ? value.includes(str(option.value)) : option.value === value;
  const items = objs(element.options)
    .map((option) => {
      const description =
        option.description === undefined ? '' : `<small>${textHtml(option.description, context)}</small>`;
      return `<label><input${attributes({ type: radio ? 'radio' : 'checkbox', name: spot.id, value: str(option.value), checked: isOn(option) })}> <span>${textHtml(option.text, context)}${description}</span></label>`;
    })
    .join('');
  return `<fieldset class="bk-choices"${marks(element, spot, radio ? 'radio' : 'checks')}${attributes({ id: spot.id, 'aria-describedby': `${spot.id}-error` })}>${items}</fieldset>`;
}

const inputTypes: Record<string, string> = {
  plain_text_input: 'text',
  number_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

function inputHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const value = current(element, spot, context);
  const text = typeof value === 'string' ? value : '';
  const triggers = obj(element.dispatch_action_config).trigger_actions_on;
  const common =
    marks(element, spot, 'input') +
    naming(element, spot) +
    attributes({
      placeholder: words(element.placeholder) || undefined,
      maxlength: Number(element.max_length) || undefined,
      'data-characters': Array.isArray(triggers) && triggers.includes('on_character_entered'),
      autocomplete: 'off',
    });
  if (element.multiline === true)
    return `<textarea class="bk-input" rows="4"${common}>${escapeHtml(text)}</textarea>`;
  const type = inputTypes[str(element.type)] ?? 'text';
  return `<input class="bk-input"${attributes({ type, value: text, inputmode: element.type === 'number_input' ? 'decimal' : undefined })}${common}>`;
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
