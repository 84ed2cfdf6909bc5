// What stands in the inputs: Slack's `state.values`, from initial values and from what a person entered.
import { list, type Obj, obj, objs, str } from './json.ts';
import { elementsOf } from './rules/blocks.ts';
import { appId, botId, teamId, type View } from './workspace.ts';

type State = Record<string, Record<string, Obj>>;

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

/** The error at each required or malformed input, by block id: what Slack's client itself refuses to submit. */
export function inputErrors(blocks: Obj[], state: State): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks.filter((candidate) => candidate.type === 'input')) {
    const element = obj(block.element);
    const blockId = str(block.block_id);
    const value = rawOf(state[blockId]?.[str(element.action_id)]);
    const text = typeof value === 'string' ? value : '';
    const empty = value === null || value.length === 0;
    if (empty && block.optional !== true) errors[blockId] = 'この項目は必須です。';
    else if (!empty) {
      const wrong = formatError(element, text);
      if (wrong) errors[blockId] = wrong;
    }
  }
  return errors;
}

function formatError(element: Obj, text: string): string | null {
  switch (element.type) {
    case 'number_input': {
      const value = Number(text);
      if (!/^-?\d+(\.\d+)?$/.test(text)) return '数値を入力してください。';
      if (element.is_decimal_allowed !== true && !Number.isInteger(value)) return '整数を入力してください。';
      if (element.min_value !== undefined && value < Number(element.min_value))
        return `${element.min_value}以上で入力してください。`;
      if (element.max_value !== undefined && value > Number(element.max_value))
        return `${element.max_value}以下で入力してください。`;
      return null;
    }
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(text) ? null : '有効なURLを入力してください。';
    case 'email_text_input':
      return /^\S+@\S+$/.test(text) ? null : '有効なメールアドレスを入力してください。';
    case 'plain_text_input':
      if (typeof element.min_length === 'number' && [...text].length < element.min_length)
        return `${element.min_length}文字以上で入力してください。`;
      if (typeof element.max_length === 'number' && [...text].length > element.max_length)
        return `${element.max_length}文字以下で入力してください。`;
      return null;
    default:
      return null;
  }
}

/** A view as Slack returns it and puts it into payloads. */
export function viewObject(view: View): Obj {
  const {
    type,
    blocks,
    title,
    submit,
    close,
    callback_id,
    private_metadata,
    external_id,
    clear_on_close,
    notify_on_close,
  } = view.body;
  return {
    id: view.id,
    team_id: teamId,
    app_id: appId,
    app_installed_team_id: teamId,
    bot_id: botId,
    type,
    blocks,
    title: title ?? null,
    submit: submit ?? null,
    close: close ?? null,
    callback_id: callback_id ?? '',
    private_metadata: private_metadata ?? '',
    external_id: external_id ?? '',
    clear_on_close: clear_on_close === true,
    notify_on_close: notify_on_close === true,
    state: { values: view.state },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
  };
}
