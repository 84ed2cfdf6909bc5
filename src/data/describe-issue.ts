// Turns what zod found into a sentence a person can act on: file, record, field, what was expected and what stands there.
import type * as z from 'zod';

/** One thing wrong with a seed file. */
export interface SeedProblem {
  file: string;
  /** Which record: 「kpis[3] 移住者数」; '' for the file as a whole. */
  record: string;
  /** Path inside the record: `targets[0].fy`; '' for the record as a whole. */
  field: string;
  expected: string;
}

/** Describes one issue found in `content`; an issue about several fields gives one problem each. */
export function describeIssue(file: string, content: unknown, issue: z.core.$ZodIssue): SeedProblem[] {
  const { record, path } = place(content, issue.path);
  const at = (inner: PropertyKey[], expected: string): SeedProblem => ({
    file,
    record,
    field: fieldPath([...path, ...inner]),
    expected,
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => at([key], 'no such field here; remove it or mend its name'));
  return [at([], expectation(issue, valueAt(content, issue.path)))];
}

/** Names the record an issue lies in, so that a person finds it without counting brackets. */
function place(content: unknown, path: PropertyKey[]): { record: string; path: PropertyKey[] } {
  const [list, index, ...rest] = path;
  if (list === 'plan') return { record: 'plan', path: path.slice(1) };
  if (typeof list !== 'string' || typeof index !== 'number') return { record: '', path };
  const record = valueAt(content, [list, index]) as { name?: unknown; id?: unknown } | null | undefined;
  // Statements have no name.
  const name = list === 'statements' ? record?.id : record?.name;
  const label = `${list}[${index}]`;
  return { record: typeof name === 'string' ? `${label} ${name}` : label, path: rest };
}

/** ['targets', 0, 'fy'] → targets[0].fy */
function fieldPath(path: PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(content: unknown, path: PropertyKey[]): unknown {
  let value: unknown = content;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

/** What should stand there, and what does: `one of "up", "down" (found "upp")`. */
function expectation(issue: z.core.$ZodIssue, found: unknown): string {
  const but = found === undefined ? ' (missing)' : ` (found ${shown(found)})`;
  switch (issue.code) {
    case 'invalid_type':
      return `${typeNames[issue.expected] ?? issue.expected}${but}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `${shown(issue.values[0])}${but}`
        : `one of ${issue.values.map(shown).join(', ')}${but}`;
    case 'invalid_format':
      return `${issue.message.startsWith('Invalid') ? `text like ${issue.pattern ?? issue.format}` : issue.message}${but}`;
    case 'too_small':
      if (issue.origin === 'string') return 'text that is not empty';
      if (issue.origin === 'array') return `at least ${issue.minimum} entry in the list`;
      return `a number of at least ${issue.minimum}${but}`;
    case 'too_big':
      if (issue.origin === 'array') return `at most ${issue.maximum} entries in the list`;
      return `a number of at most ${issue.maximum}${but}`;
    case 'invalid_union': {
      const ways = issue.errors.flatMap((errors) => errors.slice(0, 1).map((one) => expectation(one, found)));
      return [...new Set(ways)].join(', or ');
    }
    default:
      return `${issue.message}${but}`;
  }
}

const typeNames: Record<string, string> = {
  string: 'text in quotation marks',
  number: 'a number without quotation marks',
  int: 'a whole number',
  array: 'a list [ … ]',
  object: 'a record { … }',
  boolean: 'true or false',
};

/** A value as it stands in the file, shortened. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
