// Rules for selects and their options.
import { codePoints, type Obj, obj, str } from '../json.ts';
import { array, type Check, integer, problem, string, textObject } from './check.ts';

export function checkSelect(check: Check, value: Obj, path: string, type: string): void {
  integer(check, value.max_selected_items, `${path}/max_selected_items`, 1, 100);
  if (!type.endsWith('static_select')) return;
  const groups = value.option_groups;
  if ((value.options === undefined) === (groups === undefined))
    problem(check, path, 'exactly one of options and option_groups is required');
  if (value.options !== undefined)
    options(check, value.options, `${path}/options`, { min: 1, max: 100, plain: true });
  const known = new Set<string>();
  if (groups !== undefined)
    array(check, groups, `${path}/option_groups`, { max: 100 }).forEach((group, i) => {
      textObject(check, obj(group).label, `${path}/option_groups/${i}/label`, {
        max: 75,
        plain: true,
        required: true,
      });
      options(check, obj(group).options, `${path}/option_groups/${i}/options`, {
        min: 1,
        max: 100,
        plain: true,
      });
      for (const option of (obj(group).options as unknown[]) ?? [])
        known.add(JSON.stringify(obj(option).value));
    });
  for (const option of (Array.isArray(value.options) ? value.options : []) as unknown[])
    known.add(JSON.stringify(obj(option).value));
  const initial = type.startsWith('multi_')
    ? value.initial_options
    : value.initial_option && [value.initial_option];
  for (const option of Array.isArray(initial) ? initial : [])
    if (!known.has(JSON.stringify(obj(option).value)))
      problem(check, `${path}/initial_option`, 'must be one of the options');
}

/** Options of a select, overflow, radio or checkbox group; also used on the answers of external selects. */
export function options(
  check: Check,
  value: unknown,
  path: string,
  limit: { min: number; max: number; plain?: boolean },
): void {
  const values = new Set<string>();
  array(check, value, path, { ...limit, required: true }).forEach((item, i) => {
    const option = obj(item);
    textObject(check, option.text, `${path}/${i}/text`, {
      max: 75,
      required: true,
      ...(limit.plain ? { plain: true } : {}),
    });
    string(check, option.value, `${path}/${i}/value`, { max: 150, required: true });
    textObject(check, option.description, `${path}/${i}/description`, { max: 75 });
    const key = str(option.value);
    if (key !== '' && values.has(key))
      problem(check, `${path}/${i}/value`, `duplicate option value "${key}"`);
    values.add(key);
    if (codePoints(str(option.url)) > 3000)
      problem(check, `${path}/${i}/url`, 'must be less than 3001 characters');
  });
}
