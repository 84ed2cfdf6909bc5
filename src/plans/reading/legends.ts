// ※評価　Ｓ：目標達成　Ａ：順調: what the marks of a column mean, as a note beside the table explains them.
import { isDash } from '../cells/read-cell.ts';
import type { Headings } from '../layout/headings.ts';
import type { Table } from '../layout/table.ts';
import { type ColumnPlan, type PlannedTable, textsOf } from '../mapping/column-plan.ts';

/** A mark and what is said of it. */
const pair =
  /(?<![A-Za-z0-9])([A-Z]|[◎○〇△▲×☆★↑↓→]|[IVX]{1,4}|\d)\s*(?:[:=…]|\.{2,3})\s*([^\s:=、。,;/()「」]{2,20})/g;

/** Marks → their meanings, for a column all of whose words are marks of one note; nothing without such a note. */
export function legendOf(
  { table }: PlannedTable,
  column: ColumnPlan,
  vocabulary: Headings,
): { legend?: Record<string, string> } {
  const marks = new Set(
    textsOf({ table }, column)
      .filter((text) => !isDash(text, vocabulary))
      .map(spelled),
  );
  if (marks.size === 0) return {};
  const fitting = legendsIn(table).filter(({ meanings }) => [...marks].every((mark) => meanings.has(mark)));
  const label = spelled(column.heading.base.split('|').at(-1) ?? '');
  const named = fitting.find(({ before }) => label !== '' && before.includes(label)) ?? fitting[0];
  return named ? { legend: Object.fromEntries(named.meanings) } : {};
}

/** The notes above and below a table that explain at least two marks. */
function legendsIn({ titles, notes }: Table): { before: string; meanings: Map<string, string> }[] {
  return [...titles.map(({ text }) => text), ...notes].flatMap((text) => {
    const plain = text.normalize('NFKC');
    const pairs = [...plain.matchAll(pair)];
    const meanings = new Map(pairs.map(([, mark = '', meaning = '']) => [mark, meaning]));
    if (meanings.size < 2) return [];
    return [{ before: spelled(plain.slice(0, pairs[0]?.index ?? 0)), meanings }];
  });
}

const spelled = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
