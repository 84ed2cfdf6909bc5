// What stands in the inputs: Slack's `state.values`, from initial values and from what a person entered.
import { list, type Obj, obj, objs, parseObj, str } from './json.ts';
import { elementsOf } from './rules/blocks.ts';

export type State = Record<string, Record<string, Obj>>;

/** Where a kind of element keeps its value. */
const fields: Record<string, string> = {
  plain_text_input: 'value',
  url_text_input: 'value',
  timepicker: 'selected_time',
  conversations_select: 'selected_conversation',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  checkboxes: 'selected_options',
};

/** The element's entry in `state.values`; `raw` is what the page sends: a string, strings, or null for empty. */
export function entryOf(element: Obj, raw: unknown): Obj | null {
  const type = str(element.type);
  const field = Object.hasOwn(fields, type) ? fields[type] : undefined;
  if (field === undefined) return null;
  const pick = (value: unknown) => optionOf(element, str(value));
  if (field === 'selected_users') return { type, [field]: list(raw).filter((id) => str(id) !== '') };
  if (field === 'selected_options') return { type, [field]: list(raw).flatMap((value) => pick(value) ?? []) };
  const text = str(raw) || null;
  return { type, [field]: field === 'selected_option' && text !== null ? pick(text) : text };
}

/** The option with that value; for external selects the value carries the whole option as JSON. */
function optionOf(element: Obj, value: string): Obj | null {
  if (element.type !== 'external_select')
    return objs(element.options).find((option) => option.value === value) ?? null;
  if (obj(element.initial_option).value === value) return obj(element.initial_option);
  const option = parseObj(value);
  return str(option?.value) === '' ? null : option;
}

/** What an element holds before anyone touches it. */
function initialRaw(element: Obj): unknown {
  if (element.initial_option !== undefined) return obj(element.initial_option).value;
  if (element.initial_options !== undefined) return objs(element.initial_options).map(({ value }) => value);
  return (
    element.initial_value ??
    element.initial_time ??
    element.initial_conversation ??
    element.initial_user ??
    element.initial_users ??
    null
  );
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
      actionId in sent ? entryOf(element, sent[actionId]) : (known ?? entryOf(element, initialRaw(element)));
    if (value && actionId !== '') state[blockId] = { ...state[blockId], [actionId]: value };
  }
  return state;
}

/** The raw value behind a state entry, for drawing the input again. */
export function rawOf(entry: Obj | undefined): string | string[] | null {
  const { type: _, ...rest } = entry ?? {};
  const [value] = Object.values(rest);
  if (Array.isArray(value)) return value.map((one) => str(one) || str(obj(one).value));
  return str(value) || str(obj(value).value) || null;
}
