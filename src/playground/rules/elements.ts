// Rules for block elements: buttons, selects, choices, inputs.
import { isObj, type Obj, obj, str } from '../json.ts';
import { array, type Check, integer, problem, string, textObject, uniqueId } from './check.ts';

type Rule = (check: Check, value: Obj, path: string) => void;

const choices = [
  'static_select',
  'external_select',
  'conversations_select',
  'users_select',
  'multi_users_select',
  'timepicker',
  'checkboxes',
  'radio_buttons',
];

/** Which elements stand where. */
const elementsIn = {
  actions: ['button', ...choices],
  section: ['button', ...choices],
  input: ['plain_text_input', 'url_text_input', ...choices],
  context: ['plain_text', 'mrkdwn'],
  context_actions: ['feedback_buttons'],
};
export type Place = keyof typeof elementsIn;

/** Checks one element where `place` allows it. */
export function checkElement(check: Check, value: unknown, path: string, place: Place): void {
  if (!isObj(value)) return void problem(check, path, 'must be an object');
  const type = str(value.type);
  if (!elementsIn[place].includes(type))
    return void problem(check, `${path}/type`, `unsupported type: ${type || '(none)'}`);
  if (place === 'context') return void textObject(check, value, path, { max: 2000 });
  uniqueId(check, value.action_id, `${path}/action_id`, check.actionIds);
  textObject(check, value.placeholder, `${path}/placeholder`, { max: 150, plain: true });
  rules[type]?.(check, value, path);
}

/** At most ten boxes or radio buttons. */
const tenOptions: Rule = (check, value, path) =>
  options(check, value.options, `${path}/options`, { min: 1, max: 10 });

const rules: Record<string, Rule> = {
  button(check, value, path) {
    textObject(check, value.text, `${path}/text`, { max: 75, plain: true, required: true });
    string(check, value.value, `${path}/value`, { max: 2000 });
    if (value.style !== undefined && value.style !== 'primary' && value.style !== 'danger')
      problem(check, `${path}/style`, 'must be one of: primary, danger');
  },
  static_select(check, value, path) {
    options(check, value.options, `${path}/options`, { min: 1, max: 100, plain: true });
    const known = Array.isArray(value.options) ? value.options.map((option) => obj(option).value) : [];
    if (value.initial_option !== undefined && !known.includes(obj(value.initial_option).value))
      problem(check, `${path}/initial_option`, 'must be one of the options');
  },
  multi_users_select(check, value, path) {
    integer(check, value.max_selected_items, `${path}/max_selected_items`, [1, 100]);
  },
  checkboxes: tenOptions,
  radio_buttons: tenOptions,
  timepicker(check, value, path) {
    if (value.initial_time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(str(value.initial_time)))
      problem(check, `${path}/initial_time`, 'must be HH:mm');
  },
  plain_text_input(check, value, path) {
    integer(check, value.max_length, `${path}/max_length`, [1, 3000]);
    string(check, value.initial_value, `${path}/initial_value`, { max: 3000, min: 0 });
  },
  feedback_buttons(check, value, path) {
    for (const name of ['positive_button', 'negative_button']) {
      const at = `${path}/${name}`;
      if (value[name] === undefined) {
        problem(check, at, 'missing required field');
        continue;
      }
      const button = obj(value[name]);
      textObject(check, button.text, `${at}/text`, { max: 75, plain: true, required: true });
      string(check, button.value, `${at}/value`, { max: 2000, required: true });
    }
  },
};

/** Options of a select, checkbox or radio group; also used on the answers of external selects. */
export function options(
  check: Check,
  value: unknown,
  path: string,
  limit: { min: number; max: number; plain?: boolean },
): void {
  const values = new Set<string>();
  array(check, value, path, { ...limit, required: true }).forEach((item, i) => {
    const option = obj(item);
    const plain = limit.plain === true;
    textObject(check, option.text, `${path}/${i}/text`, { max: 75, required: true, plain });
    string(check, option.value, `${path}/${i}/value`, { max: 150, required: true });
    const key = str(option.value);
    if (key !== '' && values.has(key))
      problem(check, `${path}/${i}/value`, `duplicate option value "${key}"`);
    values.add(key);
  });
}
