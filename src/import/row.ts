// What the readers of a row share: its cells, what they report to, and how a row names a record.
import type { PlanFile } from '../data/schemas/plan.ts';
import type { Source } from '../data/schemas/source.ts';

/** One row with what its reader needs. */
export interface RowContext {
  file: PlanFile;
  /** Headings of the sheet. */
  columns: readonly string[];
  /** The cell of a column, '' when the sheet has no such column. */
  cell(column: string): string;
  /** Several values of a cell: 「a / b」. */
  list(column: string): string[];
  /** Document and place of the row; undefined (with a problem noted) when the sheet names none. */
  source(): Source | undefined;
  added(text: string): void;
  differing(text: string): void;
  problem(text: string): void;
}

/** The record a row speaks of: by id when the row has one, else by name or alias. */
export function findRecord<T extends { id: string; name: string; aliases: string[] }>(
  records: readonly T[],
  id: string,
  name: string,
): T | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  if (id !== '') return records.find((one) => one.id === id);
  return records.find((one) => [one.name, ...one.aliases].some((own) => plain(own) === plain(name)));
}

/** Id of the policy a cell names by code, name, 「code name」 or id. */
export function findPolicy(file: PlanFile, code: string, name: string): string | undefined {
  return file.policies.find((policy) => {
    if (code !== '' && policy.code !== code) return false;
    const names = [policy.id, policy.name, `${policy.code ?? ''} ${policy.name}`.trim(), ...policy.aliases];
    return name === '' ? code !== '' : names.includes(name);
  })?.id;
}
