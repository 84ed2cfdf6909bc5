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
  markdown: number;
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
    markdown: 0,
    inputs: 0,
  };
}

/** Notes a problem with the JSON pointer Slack gives. */
export function problem(check: Check, path: string, text: string): void {
  check.problems.push(`${text} [json-pointer:${path}]`);
}

/** A string of 1 to `max` code points (`min: 0` lets it be empty); absent is fine unless `required`. */
export function string(
  check: Check,
  value: unknown,
  path: string,
  limit: { max: number; min?: number; required?: boolean },
): void {
  if (value === undefined) {
    if (limit.required) problem(check, path, 'missing required field');
    return;
  }
  if (typeof value !== 'string') {
    problem(check, path, 'must be a string');
    return;
  }
  const length = codePoints(value);
  if (length < (limit.min ?? 1)) problem(check, path, `must be more than ${(limit.min ?? 1) - 1} characters`);
  if (length > limit.max)
    problem(check, path, `must be less than ${limit.max + 1} characters (is ${length})`);
  if (hasLoneSurrogate(value)) problem(check, path, 'must be valid Unicode');
}

/** Half an emoji is no Unicode; JSON would carry it all the same. */
function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** A text object. `plain` refuses mrkdwn. */
export function textObject(
  check: Check,
  value: unknown,
  path: string,
  limit: { max: number; plain?: boolean; required?: boolean; min?: number },
): void {
  if (value === undefined) {
    if (limit.required) problem(check, path, 'missing required field');
    return;
  }
  if (!isObj(value)) {
    problem(check, path, 'must be a text object');
    return;
  }
  if (value.type !== 'plain_text' && value.type !== 'mrkdwn') {
    problem(check, `${path}/type`, `unsupported text type: ${str(value.type)}`);
    return;
  }
  if (limit.plain && value.type !== 'plain_text') problem(check, `${path}/type`, 'must be plain_text');
  if (value.type === 'mrkdwn' && value.emoji !== undefined)
    problem(check, `${path}/emoji`, 'emoji is only allowed with plain_text');
  string(check, value.text, `${path}/text`, { max: limit.max, required: true, min: limit.min ?? 1 });
}

/** An array of `min` to `max` items; returns its items. */
export function array(
  check: Check,
  value: unknown,
  path: string,
  limit: { min?: number; max: number; required?: boolean },
): unknown[] {
  if (value === undefined) {
    if (limit.required) problem(check, path, 'missing required field');
    return [];
  }
  if (!Array.isArray(value)) {
    problem(check, path, 'must be an array');
    return [];
  }
  if (value.length < (limit.min ?? 1)) problem(check, path, `must have at least ${limit.min ?? 1} items`);
  if (value.length > limit.max)
    problem(check, path, `no more than ${limit.max} items allowed (has ${value.length})`);
  return list(value);
}

/** An id: at most 255 characters and only once in the payload. */
export function uniqueId(check: Check, value: unknown, path: string, seen: Set<string>): void {
  if (value === undefined) return;
  string(check, value, path, { max: 255 });
  if (typeof value !== 'string') return;
  if (seen.has(value)) problem(check, path, `${path.split('/').at(-1)} "${value}" already exists`);
  seen.add(value);
}

/** A whole number between `min` and `max`. */
export function integer(check: Check, value: unknown, path: string, min: number, max: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    problem(check, path, `must be an integer between ${min} and ${max}`);
}

/** A web address. */
export function webAddress(check: Check, value: unknown, path: string, required = true): void {
  string(check, value, path, { max: 3000, required });
  if (typeof value === 'string' && !/^https?:\/\/\S+$/.test(value))
    problem(check, path, 'must be a valid URL');
}
