// Cells of the plan's own columns in a sheet: 事業費の増減, 人件費（目安・千円）, 事業評価（令和3年度）.
import type { AttributeValue, DeclaredAttribute } from '../data/schemas/attribute.ts';
import { yenOf } from '../wording/figures.ts';
import { type SheetColumn, sheetColumns } from '../wording/headings.ts';
import { readYear } from './read-cell.ts';
import type { RowContext } from './row.ts';

/** What the row holds in the columns that belong to a project or to one of its rows. */
export function readOwnColumns(row: RowContext, of: 'project' | 'row'): AttributeValue[] {
  return row.file.plan.attributes
    .filter((attribute) => attribute.of.includes('row') === (of === 'row'))
    .filter((attribute) => attribute.of.includes(of))
    .flatMap((attribute) => readAttribute(row, attribute));
}

function readAttribute(row: RowContext, attribute: DeclaredAttribute): AttributeValue[] {
  const columns = sheetColumns(attribute, yearsIn(row.columns));
  const whole = columns.filter(({ part }) => part === null);
  const values = whole.flatMap((column) => readCell(row, column, row.cell(column.heading)));
  if (attribute.parts) {
    for (const fy of new Set(columns.map((column) => column.fy))) {
      const list = columns.filter((column) => column.fy === fy).map(({ heading }) => row.cell(heading));
      const text = attribute.parts.map(({ label }, place) => `${label}：${list[place]}`).join('、');
      if (list.every((cell) => cell !== ''))
        values.push({ attribute: attribute.id, fy, value: null, word: null, list, text });
    }
  }
  return values;
}

/** Fiscal years the headings name. */
function yearsIn(columns: readonly string[]): number[] {
  const named = columns.flatMap((column) => /([^（・]+年度)）$/.exec(column)?.[1] ?? []);
  return [...new Set(named.flatMap((text) => readYear(text)?.fy ?? []))];
}

function readCell(row: RowContext, { attribute, fy, heading }: SheetColumn, text: string): AttributeValue[] {
  if (text === '') return [];
  const base = { attribute: attribute.id, fy, value: null, word: null };
  const number = () => {
    const plain = text.normalize('NFKC').replaceAll(',', '').replace(/[▲△]/, '-');
    const value = /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
    if (value === null && !/^[—–-]$/.test(text))
      row.problem(`「${heading}」の「${text}」を数字として読み取れません。`);
    return value;
  };
  switch (attribute.type) {
    case 'money': {
      const value = number();
      const scale = yenOf(attribute.unit ?? '円') ?? 1;
      return [{ ...base, value: value === null ? null : Math.round(value * scale), text }];
    }
    case 'number':
    case 'rate':
      return [{ ...base, value: number(), text }];
    case 'year':
      return text.split('・').map((part) => ({ ...base, value: readYear(part)?.fy ?? null, text: part }));
    case 'list': {
      const items = text.split(/[・、,]/).filter((item) => item !== '');
      const numbers = items.map(Number);
      return [{ ...base, list: numbers.some(Number.isNaN) ? items : numbers, text }];
    }
    case 'text':
      return text.split(' / ').map((word) => ({ ...base, word, text: word }));
    case 'word':
    case 'reference':
      return [{ ...base, word: text, text }];
    default:
      return attribute.type satisfies never;
  }
}
