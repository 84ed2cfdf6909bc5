// What stands in the inputs: Slack's `state.values`, from initial values and from what a person entered.
import { list, type Obj, obj, objs, str } from './json.ts';
import { elementsOf } from './rules/blocks.ts';

export type State = Record<string, Record<string, Obj>>;

/** The element's entry in `state.values`; `raw` is what the page sends: a string, strings, or null for empty. */
export function stateOf(element: Obj, raw: unknown): Obj | null {
  const type = str(element.type);
  const text = typeof raw === 'string' && raw !== '' ? raw : null;
  const many = list(raw).map(str);
  const pick = (value: string) => optionOf(element, value);
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: text };
    case 'datepicker':
      return { type, selected_date: text };
    case 'timepicker':
      return { type, selected_time: text };
    case 'datetimepicker':
      return {
        type,
        selected_date_time: text === null ? null : Math.floor(Date.parse(`${text}+09:00`) / 1000),
      };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: text === null ? null : pick(text) };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: many.map(pick).filter((option) => option !== null) };
    case 'users_select':
      return { type, selected_user: text };
    case 'conversations_select':
      return { type, selected_conversation: text };
    case 'channels_select':
      return { type, selected_channel: text };
    case 'multi_users_select':
      return { type, selected_users: many };
    case 'multi_conversations_select':
      return { type, selected_conversations: many };
    case 'multi_channels_select':
      return { type, selected_channels: many };
    default:
      return null;
  }
}

/** The option with that value; for external selects the value carries the whole option as JSON. */
function optionOf(element: Obj, value: string): Obj | null {
  if (str(element.type).includes('external')) {
    const known = [obj(element.initial_option), ...objs(element.initial_options)].find(
      (option) => option.value === value,
    );
    if (known) return known;
    try {
      const option = obj(JSON.parse(value));
      return str(option.value) === '' ? null : option;
    } catch {
      return null;
    }
  }
  return allOptions(element).find((option) => str(option.value) === value) ?? null;
}

/** Options of an element, groups flattened. */
export function allOptions(element: Obj): Obj[] {
  return [...objs(element.options), ...objs(element.option_groups).flatMap((group) => objs(group.options))];
}

/** What an element holds before anyone touches it. */
function initialRaw(element: Obj): unknown {
  const single = element.initial_option;
  if (single !== undefined) return str(obj(single).value);
  if (element.initial_options !== undefined)
    return objs(element.initial_options).map((option) => str(option.value));
  if (typeof element.initial_date_time === 'number')
    return new Date((element.initial_date_time + 9 * 3600) * 1000).toISOString().slice(0, 16);
  for (const field of [
    'value',
    'date',
    'time',
    'user',
    'conversation',
    'channel',
    'users',
    'conversations',
    'channels',
  ])
    if (element[`initial_${field}`] !== undefined) return element[`initial_${field}`];
  return null;
}

/** `state.values` of untouched blocks. */
export function initialState(blocks: Obj[]): State {
  return readState(blocks, {});
}

/** `state.values` from what the page sends; elements it does not mention keep `before`, then their initial value. */
export function readState(blocks: Obj[], raw: Obj, before: State = {}): State {
  const state: State = {};
  for (const { block, element } of elementsOf(blocks)) {
    const blockId = str(block.block_id);
    const actionId = str(element.action_id);
    const sent = obj(raw[blockId]);
    const known = before[blockId]?.[actionId];
    const value =
      actionId in sent ? stateOf(element, sent[actionId]) : (known ?? stateOf(element, initialRaw(element)));
    if (value && actionId !== '') state[blockId] = { ...state[blockId], [actionId]: value };
  }
  return state;
}

/** The raw value behind a state entry, for drawing the input again. */
export function rawOf(entry: Obj | undefined): string | string[] | null {
  if (!entry) return null;
  const option = (value: unknown) => str(obj(value).value);
  if (entry.selected_options !== undefined) return objs(entry.selected_options).map(option);
  if ('selected_option' in entry)
    return entry.selected_option === null ? null : option(entry.selected_option);
  if (typeof entry.selected_date_time === 'number')
    return new Date((entry.selected_date_time + 9 * 3600) * 1000).toISOString().slice(0, 16);
  for (const [field, value] of Object.entries(entry))
    if (field !== 'type')
      return Array.isArray(value) ? value.map(str) : typeof value === 'string' ? value : null;
  return null;
}
