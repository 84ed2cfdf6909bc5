// Elements that hold a value: selects, choices, text fields, pickers.
import { type Obj, obj, objs, str } from '../json.ts';
import { allOptions, rawOf } from '../view-state.ts';
import type { RenderContext } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';
import { marks, type Spot } from './marks.ts';
import { textHtml, words } from './text.ts';

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

export function selectHtml(element: Obj, spot: Spot, context: RenderContext): string {
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

export function multiHtml(element: Obj, spot: Spot, context: RenderContext): string {
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

export function externalHtml(element: Obj, spot: Spot, context: RenderContext): string {
  const entry = obj(context.state[spot.blockId]?.[str(element.action_id)]);
  const option = obj(entry.selected_option);
  const chosen = str(option.value) === '' ? '' : JSON.stringify(option);
  const minimum = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  return `<div class="bk-external"${marks(element, spot, 'external')}${attributes({ 'data-min': minimum })}><input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" autocomplete="off"${naming(element, spot)}${attributes({ 'aria-controls': `${spot.id}-list`, value: words(option.text), placeholder: words(element.placeholder) || '入力して検索' })}><input type="hidden"${attributes({ value: chosen })}><ul role="listbox" hidden${attributes({ id: `${spot.id}-list` })}></ul></div>`;
}

export function choicesHtml(element: Obj, spot: Spot, context: RenderContext): string {
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

export function inputHtml(element: Obj, spot: Spot, context: RenderContext): string {
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
