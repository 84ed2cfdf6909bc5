// Rules for block elements: buttons, selects, pickers, inputs.
import { isObj, type Obj, obj, str } from '../json.ts';
import { type Check, integer, problem, string, textObject, uniqueId, webAddress } from './check.ts';
import { checkSelect, options } from './options.ts';

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const pickers = ['datepicker', 'timepicker', 'datetimepicker', 'checkboxes', 'radio_buttons'];

/** Which elements stand where. */
const elementsIn = {
  actions: new Set(['button', 'workflow_button', 'overflow', 'rich_text_input', ...pickers, ...selects]),
  section: new Set([
    'button',
    'workflow_button',
    'overflow',
    'image',
    ...pickers.filter((p) => p !== 'datetimepicker'),
    ...selects,
  ]),
  input: new Set([
    'plain_text_input',
    'number_input',
    'email_text_input',
    'url_text_input',
    'rich_text_input',
    'file_input',
    ...pickers,
    ...selects,
  ]),
  context: new Set(['image', 'plain_text', 'mrkdwn']),
  context_actions: new Set(['feedback_buttons', 'icon_button']),
  card: new Set(['button']),
};

/** Checks one element where `place` allows it. */
export function checkElement(
  check: Check,
  value: unknown,
  path: string,
  place: keyof typeof elementsIn,
): void {
  if (!isObj(value)) {
    problem(check, path, 'must be an object');
    return;
  }
  const type = str(value.type);
  if (!elementsIn[place].has(type)) {
    problem(check, `${path}/type`, `unsupported type: ${type || '(none)'}`);
    return;
  }
  if (type === 'image') {
    checkImage(check, value, path);
    return;
  }
  if (type === 'plain_text' || type === 'mrkdwn') {
    textObject(check, value, path, { max: 2000 });
    return;
  }
  uniqueId(check, value.action_id, `${path}/action_id`, check.actionIds);
  checkConfirm(check, value.confirm, `${path}/confirm`);
  textObject(check, value.placeholder, `${path}/placeholder`, { max: 150, plain: true });
  if (type.endsWith('_select')) {
    checkSelect(check, value, path, type);
    return;
  }
  rules[type]?.(check, value, path);
}

const rules: Record<string, (check: Check, value: Obj, path: string) => void> = {
  button: checkButton,
  workflow_button: checkButton,
  overflow: (check, value, path) =>
    options(check, value.options, `${path}/options`, { min: 1, max: 5, plain: true }),
  checkboxes: (check, value, path) => options(check, value.options, `${path}/options`, { min: 1, max: 10 }),
  radio_buttons: (check, value, path) =>
    options(check, value.options, `${path}/options`, { min: 1, max: 10 }),
  datepicker: (check, value, path) => {
    if (value.initial_date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(str(value.initial_date)))
      problem(check, `${path}/initial_date`, 'must be YYYY-MM-DD');
  },
  timepicker: (check, value, path) => {
    if (value.initial_time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(str(value.initial_time)))
      problem(check, `${path}/initial_time`, 'must be HH:mm');
  },
  plain_text_input: (check, value, path) => {
    integer(check, value.min_length, `${path}/min_length`, 0, 3000);
    integer(check, value.max_length, `${path}/max_length`, 1, 3000);
    string(check, value.initial_value, `${path}/initial_value`, { max: 3000, min: 0 });
  },
  number_input: (check, value, path) => {
    if (typeof value.is_decimal_allowed !== 'boolean')
      problem(check, `${path}/is_decimal_allowed`, 'missing required field');
  },
  feedback_buttons: (check, value, path) => {
    for (const name of ['positive_button', 'negative_button']) {
      const button = obj(value[name]);
      if (value[name] === undefined) problem(check, `${path}/${name}`, 'missing required field');
      else {
        textObject(check, button.text, `${path}/${name}/text`, { max: 75, plain: true, required: true });
        string(check, button.value, `${path}/${name}/value`, { max: 2000, required: true });
        string(check, button.accessibility_label, `${path}/${name}/accessibility_label`, { max: 75 });
      }
    }
  },
  icon_button: (check, value, path) => {
    if (value.icon !== 'trash') problem(check, `${path}/icon`, 'must be one of: trash');
    textObject(check, value.text, `${path}/text`, { max: 75, plain: true, required: true });
    string(check, value.value, `${path}/value`, { max: 2000 });
  },
};

function checkButton(check: Check, value: Obj, path: string): void {
  textObject(check, value.text, `${path}/text`, { max: 75, plain: true, required: true });
  string(check, value.value, `${path}/value`, { max: 2000 });
  string(check, value.accessibility_label, `${path}/accessibility_label`, { max: 75 });
  if (value.url !== undefined) webAddress(check, value.url, `${path}/url`);
  if (value.style !== undefined && value.style !== 'primary' && value.style !== 'danger')
    problem(check, `${path}/style`, 'must be one of: primary, danger');
}

function checkConfirm(check: Check, value: unknown, path: string): void {
  if (value === undefined) return;
  const confirm = obj(value);
  textObject(check, confirm.title, `${path}/title`, { max: 100, plain: true, required: true });
  textObject(check, confirm.text, `${path}/text`, { max: 300, required: true });
  textObject(check, confirm.confirm, `${path}/confirm`, { max: 30, plain: true, required: true });
  textObject(check, confirm.deny, `${path}/deny`, { max: 30, plain: true, required: true });
}

export function checkImage(check: Check, value: Obj, path: string): void {
  string(check, value.alt_text, `${path}/alt_text`, { max: 2000, required: true });
  if (value.slack_file === undefined) webAddress(check, value.image_url, `${path}/image_url`);
}
