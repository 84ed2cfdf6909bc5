// Elements that hold a value: selects, choices, text fields, the time of day.
import { list, type Obj, obj, objs, str } from '../json.ts';
import { rawOf } from '../view-state.ts';
import { attributes, escapeHtml } from './escape.ts';
import { marks, type Spot } from './marks.ts';
import { type RenderContext, textHtml, words } from './text.ts';

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

function itemsOf(element: Obj, context: RenderContext): { label: string; value: string }[] {
  if (element.type === 'conversations_select')
    return context.channels.map(({ id, name }) => ({ label: `#${name}`, value: id }));
  if (element.type === 'users_select')
    return context.people.map(({ id, name }) => ({ label: name, value: id }));
  return objs(element.options).map((option) => ({ label: words(option.text), value: str(option.value) }));
}

/** Several people: a box for each. */
export function peopleHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const chosen = [current(element, spot, context)].flat();
  const items = context.people.map(
    ({ id, name }) =>
      `<label><input${attributes({ type: 'checkbox', name: spot.id, value: id, checked: chosen.includes(id) })}> <span>${escapeHtml(name)}</span></label>`,
  );
  return `<fieldset class="bk-choices"${marks(element, spot, 'checkbox')}${attributes({ id: spot.id, 'aria-describedby': `${spot.id}-error` })}>${items.join('')}</fieldset>`;
}

export function selectHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const chosen = current(element, spot, context);
  const items = itemsOf(element, context);
  const options = items.map(
    ({ label, value }) =>
      `<option${attributes({ value, selected: value === chosen })}>${escapeHtml(label)}</option>`,
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

export function choicesHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const chosen = [current(element, spot, context)].flat();
  const type = element.type === 'radio_buttons' ? 'radio' : 'checkbox';
  const items = objs(element.options).map((option) => {
    const value = str(option.value);
    return `<label><input${attributes({ type, name: spot.id, value, checked: chosen.includes(value) })}> <span>${textHtml(option.text, context)}</span></label>`;
  });
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
