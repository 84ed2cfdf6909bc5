// Numbers that stand for kinds and years in the tables.
import type { Kind } from '../facts/attribute.ts';

/** Kinds whose subjects belong to one plan each, by their number in the tables. */
export const ownKinds = ['project', 'kpi', 'row', 'policy', 'plan'] as const satisfies readonly Kind[];
export type OwnKind = (typeof ownKinds)[number];

export function isOwnKind(kind: Kind): kind is OwnKind {
  return (ownKinds as readonly Kind[]).includes(kind);
}

/** Stand for a fiscal year where there is none. */
export const years = {
  /** None was asked for. */
  any: -2,
  /** A year of which the plan prints nothing, before those it prints. */
  before: -1,
  /** The same, after them. */
  after: 32000,
} as const;

/** A column of a plan's own is kept by its bare name with a sign before it: it may bear the name of one of the product's. */
export const ownColumn = (name: string) => `@${name}`;

/** Topics of masks that are no attribute's. */
export const topics = {
  /** Stands under a policy or below it; the key is the policy. */
  under: '#under',
  /** Stands in a document. */
  document: '#document',
  /** A printed number. */
  number: '#number',
  /** A statement of the topic stands by it. */
  told: '#told',
  /** Statements by the subject they speak of, by their place among the plan's statements. */
  statements: '#statements',
  direction: '#direction',
  /** The plan's own verdict says that the project lags. */
  lags: '#lags',
} as const;

/** Columns that are no attribute's. */
export const columns = {
  /** Last year of the targets; 9999 for a target of every year without an end. */
  last: '#last',
  /** The newest result of a KPI beside the target of its year. */
  result: '#result',
  aim: '#aim',
  /** Number of the unit among the plan's units. */
  unit: '#unit',
} as const;

/** How many of a kind hang on the subject; NaN where the document does not tell. */
export const countOf = (kind: Kind) => `#count ${kind}`;

/** What hangs on the subject, all in one list. */
export const linksTo = (kind: Kind) => `#links ${kind}`;
