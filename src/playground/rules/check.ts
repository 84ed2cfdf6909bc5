// Primitives of the block rules: each looks at one value and notes what Slack would say about it.
import { codePoints, isObj, list, str } from '../json.ts';

export type Surface = 'message' | 'modal' | 'home';

/** What one payload's check has seen so far. */
export interface Check {
  surface: Surface;
  problems: string[];
  blockIds: Set<string>;
  actionIds: Set<string>;
  tables: number;
  charts: number;
  inputs: number;
}

export function newCheck(surface: Surface): Check {
  return {
    surface,
    problems: [],
    blockIds: new Set(),
    actionIds: new Set(),
    tables: 0,
    charts: 0,
    inputs: 0,
  };
}

/** Notes a problem with the JSON pointer Slack gives. */
export function problem(check: Check, path: string, text: string): void {
  check.problems.push(`${text} [json-pointer:${path}]`);
}

/** False when there is nothing to look at; a missing field that is required is noted. */
function given(check: Check, value: unknown, path: string, limit: Limit): boolean {
  if (value === undefined && limit.required) problem(check, path, 'missing required field');
  return value !== undefined;
}

interface Limit {
  max: number;
  min?: number;
  required?: boolean;
}

/** A string of 1 to `max` code points (`min: 0` lets it be empty); absent is fine unless `required`. */
export function string(check: Check, value: unknown, path: string, limit: Limit): void {
  if (!given(check, value, path, limit)) return;
  if (typeof value !== 'string') return void problem(check, path, 'must be a string');
  const length = codePoints(value);
  const min = limit.min ?? 1;
  if (length < min) problem(check, path, `must be more than ${min - 1} characters`);
  if (length > limit.max)
    problem(check, path, `must be less than ${limit.max + 1} characters (is ${length})`);
  // Half an emoji is no Unicode; JSON would carry it all the same.
  if (/\p{Surrogate}/u.test(value)) problem(check, path, 'must be valid Unicode');
}

/** A text object. `plain` refuses mrkdwn. */
export function textObject(
  check: Check,
  value: unknown,
  path: string,
  limit: Limit & { plain?: boolean },
): void {
  if (!given(check, value, path, limit)) return;
  if (!isObj(value)) return void problem(check, path, 'must be a text object');
  if (value.type !== 'plain_text' && value.type !== 'mrkdwn')
    return void problem(check, `${path}/type`, `unsupported text type: ${str(value.type)}`);
  if (limit.plain && value.type !== 'plain_text') problem(check, `${path}/type`, 'must be plain_text');
  if (value.type === 'mrkdwn' && value.emoji !== undefined)
    problem(check, `${path}/emoji`, 'emoji is only allowed with plain_text');
  string(check, value.text, `${path}/text`, { max: limit.max, required: true, min: limit.min ?? 1 });
}

/** An array of `min` to `max` items; returns its items. */
export function array(check: Check, value: unknown, path: string, limit: Limit): unknown[] {
  if (!given(check, value, path, limit)) return [];
  if (!Array.isArray(value)) problem(check, path, 'must be an array');
  const items = list(value);
  if (items.length < (limit.min ?? 1)) problem(check, path, `must have at least ${limit.min ?? 1} items`);
  if (items.length > limit.max)
    problem(check, path, `no more than ${limit.max} items allowed (has ${items.length})`);
  return items;
}

/** An id: at most 255 characters and only once in the payload. */
export function uniqueId(check: Check, value: unknown, path: string, seen: Set<string>): void {
  if (value === undefined) return;
  string(check, value, path, { max: 255 });
  if (typeof value !== 'string') return;
  if (seen.has(value)) problem(check, path, `${path.split('/').at(-1)} "${value}" already exists`);
  seen.add(value);
}

/** A whole number within the range. */
export function integer(check: Check, value: unknown, path: string, [min, max]: [number, number]): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || Number(value) < min || Number(value) > max)
    problem(check, path, `must be an integer between ${min} and ${max}`);
}
