// What block rules are made of: zod schemas, and Slack's words for a value that does not fit one.
import { z } from 'zod';
import { codePoints, list, obj, str } from '../json.ts';

/** A problem with the JSON pointer Slack gives. */
export function placed(text: string, path: readonly PropertyKey[]): string {
  return `${text} [json-pointer:/${path.join('/')}]`;
}

/** What an object's `type` says, for a message. */
export function typeOf(value: unknown): string {
  return str(obj(value).type) || '(none)';
}

const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'missing required field';
      return `must be ${/^[ao]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'too_small':
      return `must have at least ${issue.minimum} items`;
    case 'too_big':
      return `no more than ${issue.maximum} items allowed (has ${list(issue.input).length})`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.join(', ')}`;
    default:
      return `unsupported type: ${typeOf(issue.input)}`;
  }
};

/** Everything Slack would refuse about a value that stands at `path`. */
export function problemsOf(schema: z.ZodType, value: unknown, path: readonly PropertyKey[] = []): string[] {
  const { error } = schema.safeParse(value, { error: inWords });
  return (error?.issues ?? []).map((issue) => placed(issue.message, [...path, ...issue.path]));
}

/** A string of 1 to `max` code points; `min: 0` lets it be empty. */
export function text(max: number, min = 1) {
  return z.string().superRefine((value, { addIssue }) => {
    const length = codePoints(value);
    if (length < min) addIssue(`must be more than ${min - 1} characters`);
    if (length > max) addIssue(`must be less than ${max + 1} characters (is ${length})`);
    // Half an emoji is no Unicode; JSON would carry it all the same.
    if (/\p{Surrogate}/u.test(value)) addIssue('must be valid Unicode');
  });
}

/** A text object without markup. */
export const plain = (max: number) => z.object({ type: z.literal('plain_text'), text: text(max) });

/** A text object, plain or mrkdwn. */
export function written(max: number) {
  const emoji = z.never('emoji is only allowed with plain_text').optional();
  return z.discriminatedUnion('type', [
    plain(max),
    z.object({ type: z.literal('mrkdwn'), text: text(max), emoji }),
  ]);
}

/** A list of `min` to `max` items. */
export const many = <T extends z.ZodType>(item: T, max: number, min = 1) => z.array(item).min(min).max(max);

/** A whole number within the range, or nothing. */
export function integer(min: number, max: number) {
  const range = `must be an integer between ${min} and ${max}`;
  return z.int(range).min(min, range).max(max, range).optional();
}

/** A block of a message or view. */
export const block = <S extends z.core.$ZodLooseShape>(type: string, shape: S) =>
  z.object({ type: z.literal(type), block_id: text(255).optional(), ...shape });
