// What can be known of a kind of subject, declared as data: the product's own attributes and each plan's columns.
import type { AttributeType, DeclaredAttribute, DeclaredWord } from '../data/schemas/attribute.ts';

export type { AttributeType };
/** One word an attribute of type `word` can hold. */
export type AttributeWord = DeclaredWord;

/** Kinds of things a plan speaks of. A `row` is one line of a document (a project listed twice has two). */
export type Kind = 'project' | 'kpi' | 'policy' | 'plan' | 'town' | 'department' | 'row';

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
  better?: 'up' | 'down' | undefined;
  /** The plan that declares it; null for the product's own. */
  plan: string | null;
  /** The words it can hold, for type `word`. */
  values?: readonly AttributeWord[] | undefined;
  /** The plan's own verdict on its projects. */
  verdict?: true | undefined;
  /** Parts a cell is made of. */
  parts?: DeclaredAttribute['parts'];
  /** Unit the cells are printed in. */
  unit?: string | undefined;
}

/** `some-plan/labor` → labor */
export function bareName(attribute: string): string {
  return attribute.slice(attribute.indexOf('/') + 1);
}

/** 利用者数 of several facilities: whoever asks for the sum gets it; a rate and a cost of one of them have none. */
export function addsWhenAsked({ adds, type, unit, label, of }: Attribute): boolean {
  if (adds) return true;
  const counted = /^(?:延べ)?(?:人[日回泊]?|件|回|台|冊|戸|世帯|か所|箇所|団体|校|食|本|基|棟|頭|枚)$/.test(
    unit ?? '',
  );
  return type === 'number' && of.includes('project') && counted && !/当たり|あたり|平均/.test(label);
}
