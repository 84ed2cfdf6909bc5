// The plan's own columns as label and text: 費用負担　全額を市が負担.
import type { AttributeValue, DeclaredAttribute } from '../data/schemas/attribute.ts';
import type { Plan } from '../data/schemas/plan.ts';
import { type Holder, valuesOf } from '../data/values.ts';
import { percent, withUnit, yen } from '../wording/figures.ts';
import { fiscalYearName } from '../wording/years.ts';

/** One column of a record. */
export interface ColumnText {
  attribute: DeclaredAttribute;
  label: string;
  text: string;
}

/** Every column of which the record holds something itself, in the order the plan declares them. */
export function columnTexts(holder: Holder, plan: Plan): ColumnText[] {
  return plan.attributes.flatMap((attribute) => {
    const values = valuesOf(holder, attribute.id);
    if (values.length === 0) return [];
    const text = [...new Set(values.map((value) => valueText(attribute, value)))].join('、');
    return [{ attribute, label: attribute.label, text }];
  });
}

/** One value, with its year where the column is by year. */
function valueText(attribute: DeclaredAttribute, value: AttributeValue): string {
  const text = bareText(attribute, value);
  return attribute.byYear && value.fy !== null ? `${text}（${fiscalYearName(value.fy)}）` : text;
}

function bareText(
  { type, parts, unit }: DeclaredAttribute,
  { value, word, list, text }: AttributeValue,
): string {
  if (list && parts) return list.map((item, place) => `${parts[place]?.label ?? ''}：${item}`).join('　');
  if (list) return list.join('、');
  if (value === null) return word ?? text;
  switch (type) {
    case 'money':
      return yen(value);
    case 'rate':
      return percent(value);
    case 'year':
      return fiscalYearName(value);
    case 'number':
      return withUnit(value, unit ?? null);
    default:
      return word ?? text;
  }
}
