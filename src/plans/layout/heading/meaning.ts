// What a column can hold, as far as its heading says.
import type { MoneyKind } from '../../read-plan.ts';

/** What a column can hold. */
export type Meaning =
  | 'project'
  | 'number'
  | 'serial'
  | 'department'
  | 'policy'
  | 'policy-code'
  | 'money'
  | 'kpi-name'
  | 'kpi-unit'
  | 'baseline'
  | 'current'
  | 'target'
  | 'actual'
  | 'rate'
  | 'target-year'
  | 'baseline-year'
  | 'direction'
  /** A numbered indicator's figure; its block or year says whether target or actual. */
  | 'kpi-value'
  | 'year'
  | 'row-kind'
  /** Which source of funds the row's amount comes from. */
  | 'row-part'
  | 'amount'
  | 'unit'
  | 'summary'
  | 'personal'
  /** Nothing but a year: the group above, the row's kind or an answer says what stands there. */
  | 'year-only'
  | 'attribute';

/** What the words of a heading mean. */
export interface Meant {
  meaning: Meaning;
  /** Of `money`; null where the heading does not say which. */
  money?: MoneyKind | null;
  /** （合計） stands behind it. */
  total?: boolean;
  /** 活動指標ア: the group and its ordinal. */
  indicator?: { group: string; ordinal: string } | null;
  /** Place in the chain 局 → 係; null for a department in full. */
  departmentPart?: number | null;
}
