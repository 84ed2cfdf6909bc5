// A view as the bot sees it, and what stands in its inputs: Slack's `state.values`, from initial values and from what a person entered.
import { list, type Obj, obj, objs, parseObj, str } from './json.ts';
import { elementsOf } from './rules/blocks.ts';
import { teamId, type View } from './workspace.ts';

export type State = Record<string, Record<string, Obj>>;

/** What an element holds: `selected_…` in the state, `initial_…` before anyone touches it. */
const kinds: Record<string, string> = {
  plain_text_input: 'value',
  url_text_input: 'value',
  timepicker: 'time',
  conversations_select: 'conversation',
  users_select: 'user',
  multi_users_select: 'users',
  static_select: 'option',
  external_select: 'option',
  radio_buttons: 'option',
  checkboxes: 'options',
};

/** The element's entry in `state.values`; `raw` is what the page sends: a string, strings, or null for empty. */
export function entryOf(element: Obj, raw: unknown): Obj | null {
  const type = str(element.type);
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (kind === undefined) return null;
  const field = kind === 'value' ? kind : `selected_${kind}`;
  const pick = (value: unknown) => optionOf(element, str(value));
  if (kind === 'users') return { type, [field]: list(raw).filter((id) => str(id) !== '') };
  if (kind === 'options') return { type, [field]: list(raw).flatMap((value) => pick(value) ?? []) };
  const text = str(raw) || null;
  return { type, [field]: kind === 'option' && text !== null ? pick(text) : text };
}

/** The option with that value; for external selects the value carries the whole option as JSON. */
function optionOf(element: Obj, value: string): Obj | null {
  if (element.type !== 'external_select')
    return objs(element.options).find((option) => option.value === value) ?? null;
  if (obj(element.initial_option).value === value) return obj(element.initial_option);
  const option = parseObj(value);
  return str(option?.value) === '' ? null : option;
}

/** `state.values` from what the page sends; elements it does not mention keep `before` if they are of the same type, else their initial value. */
export function readState(blocks: Obj[], raw: Obj, before: State = {}): State {
  const state: State = {};
  for (const { block, element } of elementsOf(blocks)) {
    const blockId = str(block.block_id);
    const actionId = str(element.action_id);
    const sent = obj(raw[blockId]);
    const known = before[blockId]?.[actionId];
    const kept =
      known?.type === element.type
        ? known
        : entryOf(element, rawOf({ value: element[`initial_${kinds[str(element.type)]}`] }));
    const value = actionId in sent ? entryOf(element, sent[actionId]) : kept;
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

/** A view as Slack returns it and puts it into payloads. */
export function viewObject(view: View): Obj {
  const unsaid = { title: null, submit: null, close: null, callback_id: '', private_metadata: '' };
  return {
    ...unsaid,
    ...view.body,
    id: view.id,
    team_id: teamId,
    app_installed_team_id: teamId,
    state: { values: view.state },
    hash: view.hash,
  };
}
