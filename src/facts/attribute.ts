// What can be known of a kind of subject, declared as data: the product's own attributes and each plan's columns.

/** Kinds of things a plan speaks of. A `row` is one line of a document (a project listed twice has two). */
export type Kind = 'project' | 'kpi' | 'policy' | 'plan' | 'town' | 'department' | 'row';

/** How a value of the attribute is read, compared and printed. */
export type AttributeType =
  /** Yen; printed in 千円. */
  | 'money'
  /** A number with the unit of its own cell. */
  | 'number'
  /** Per cent. */
  | 'rate'
  /** One word of a short list: 順調, 増額, 継続. */
  | 'word'
  /** Several numbers or words in one cell: SDGs goals. */
  | 'list'
  /** Words of our own. */
  | 'text'
  /** Another subject: department, town, policy, plan. */
  | 'reference'
  /** A fiscal year. */
  | 'year';

/** One word an attribute of type `word` can hold. */
export interface AttributeWord {
  /** As printed. */
  word: string;
  /** Everyday words for it. */
  words: readonly string[];
  /** Best is 1; absent where the words have no order. */
  rank?: number;
  /** The word itself says that the subject lags behind. */
  lagging?: true;
}

/** One attribute. */
export interface Attribute {
  /** `budget`, `target`, `actual` … for the product's own; `<plan id>/<name>` for a plan's column. */
  id: string;
  /** Printed before the value: 予算（事業費）, 人件費（目安）. */
  label: string;
  /** What people call it besides the label. */
  words: readonly string[];
  /** Kinds of subjects that can have it. */
  of: readonly Kind[];
  type: AttributeType;
  /** A value for each fiscal year. */
  byYear: boolean;
  /** Values of several subjects may be added up. */
  adds: boolean;
  /** Which way is better; absent where neither is. */
  better?: 'up' | 'down';
  /** The plan that declares it; null for the product's own. */
  plan: string | null;
  /** The words it can hold, for type `word`. */
  values?: readonly AttributeWord[];
}
