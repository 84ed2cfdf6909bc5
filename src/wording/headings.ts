// Headings of the plan's own columns in sheets: 事業費の増減, 人件費（目安・千円）, 事業評価（令和3年度）, 役割分担（中心都市）.
import type { DeclaredAttribute } from '../data/schemas/attribute.ts';
import { fiscalYearName } from './years.ts';

/** A column of a sheet: the whole cell, or one of its parts, of one year where it is by year. */
export interface SheetColumn {
  attribute: DeclaredAttribute;
  fy: number | null;
  /** Place among the parts of the cell; null for the whole. */
  part: number | null;
  heading: string;
}

/** The columns of an attribute, for these years where it is by year. */
export function sheetColumns(attribute: DeclaredAttribute, years: readonly number[]): SheetColumn[] {
  return (attribute.byYear ? years : [null]).flatMap((fy) =>
    (attribute.parts ?? [null]).map((part, place) => ({
      attribute,
      fy,
      part: part === null ? null : place,
      heading: heading(attribute.label, [
        part?.label,
        attribute.type === 'money' ? (attribute.unit ?? '円') : undefined,
        fy === null ? undefined : fiscalYearName(fy),
      ]),
    })),
  );
}

/** 人件費（目安） with 千円 → 人件費（目安・千円） */
function heading(label: string, more: readonly (string | undefined)[]): string {
  const added = more.filter((part) => part !== undefined).join('・');
  if (added === '') return label;
  return label.endsWith('）') ? `${label.slice(0, -1)}・${added}）` : `${label}（${added}）`;
}
