// Elements that hold a value (selects, choices, text fields, the time of day), and what every interactive element carries.
import { list, type Obj, obj, objs, str } from '../json.ts';
import { rawOf } from '../view-state.ts';
import { attributes, escapeHtml, type RenderContext, textHtml, words } from './text.ts';

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
export function marks(element: Obj, spot: Spot, kind: string): string {
  return attributes({
    'data-kind': kind,
    'data-block': spot.blockId,
    'data-action': str(element.action_id),
    'data-dispatch': spot.dispatch,
  });
}

function current(element: Obj, spot: Spot, context: RenderContext): string | string[] | null {
  const raw = rawOf(context.state[spot.blockId]?.[str(element.action_id)]);
  return raw === null && element.default_to_current_conversation === true ? context.currentChannel : raw;
}

function naming(element: Obj, spot: Spot): string {
  return attributes({
    id: spot.id,
    'aria-label': spot.labelled ? undefined : words(element.placeholder) || '選択',
    'aria-describedby': spot.labelled ? `${spot.id}-error ${spot.id}-hint` : undefined,
  });
}

/** What can be chosen; `text` is a text object. */
function itemsOf(element: Obj, context: RenderContext): { text: Obj; value: string }[] {
  const named = (id: string, name: string) => ({ text: { type: 'plain_text', text: name }, value: id });
  if (element.type === 'conversations_select')
    return context.channels.map(({ id, name }) => named(id, `#${name}`));
  if (element.type === 'users_select' || element.type === 'multi_users_select')
    return context.people.map(({ id, name }) => named(id, name));
  return objs(element.options).map((option) => ({ text: obj(option.text), value: str(option.value) }));
}

export function selectHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const chosen = current(element, spot, context);
  const options = itemsOf(element, context).map(
    ({ text, value }) =>
      `<option${attributes({ value, selected: value === chosen })}>${escapeHtml(words(text))}</option>`,
  );
  return `<select class="bk-select"${marks(element, spot, 'select')}${naming(element, spot)}><option value="">${escapeHtml(words(element.placeholder) || '選択してください')}</option>${options.join('')}</select>`;
}

export function externalHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const option = obj(context.state[spot.blockId]?.[str(element.action_id)]?.selected_option);
  const chosen = str(option.value) === '' ? '' : JSON.stringify(option);
  const field = attributes({
    'aria-controls': `${spot.id}-list`,
    value: words(option.text),
    placeholder: words(element.placeholder) || '入力して検索',
  });
  return `<div class="bk-external"${marks(element, spot, 'external')}${attributes({ 'data-min': Number(element.min_query_length ?? 3) })}><input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" autocomplete="off"${naming(element, spot)}${field}><input type="hidden"${attributes({ value: chosen })}><ul role="listbox" hidden${attributes({ id: `${spot.id}-list` })}></ul></div>`;
}

/** Boxes or radio buttons: options, or several people. */
export function choicesHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const chosen = [current(element, spot, context)].flat();
  const type = element.type === 'radio_buttons' ? 'radio' : 'checkbox';
  const items = itemsOf(element, context).map(
    ({ text, value }) =>
      `<label><input${attributes({ type, name: spot.id, value, checked: chosen.includes(value) })}> <span>${textHtml(text, context)}</span></label>`,
  );
  return `<fieldset class="bk-choices"${marks(element, spot, type)}${attributes({ id: spot.id, 'aria-describedby': `${spot.id}-error` })}>${items.join('')}</fieldset>`;
}

const inputTypes: Record<string, string> = { url_text_input: 'url', timepicker: 'time' };

export function inputHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const text = str(current(element, spot, context));
  const triggers = list(obj(element.dispatch_action_config).trigger_actions_on);
  const common =
    marks(element, spot, 'input') +
    naming(element, spot) +
    attributes({
      placeholder: words(element.placeholder) || undefined,
      maxlength: Number(element.max_length) || undefined,
      'data-characters': triggers.includes('on_character_entered'),
      autocomplete: 'off',
    });
  if (element.multiline === true)
    return `<textarea class="bk-input" rows="4"${common}>${escapeHtml(text)}</textarea>`;
  const type = inputTypes[str(element.type)] ?? 'text';
  return `<input class="bk-input"${attributes({ type, value: text })}${common}>`;
}
