// Of what kind and unit amounts are, and which of two is the one.
import { readCell } from '../../cells/read-cell.ts';
import type { Headings } from '../../layout/headings.ts';
import { shortened, type Table } from '../../layout/table.ts';
import { kindId } from '../../reading/confirmed.ts';
import type { Answers } from '../answers.ts';
import { type ColumnPlan, type PlannedTable, sampleOf, textsOf } from '../column-plan.ts';
import { rowKindsOf } from '../columns/row-kind.ts';
import { moneyKindOf, moneyLabels } from '../money-words.ts';
import type { Ask } from './ask.ts';

/** The unit, where neither heading nor cells say it. */
export function askUnit(planned: PlannedTable, vocabulary: Headings, ask: Ask): void {
  const { columns } = planned;
  // 12,000千円: the cells say it themselves.
  const saidInCells = (column: ColumnPlan) => {
    const readings = sampleOf(textsOf(planned, column)).map((text) => readCell(text, vocabulary));
    const figures = readings.filter((one) => one.is === 'number');
    return figures.length > 0 && figures.every(({ unit }) => unit !== null);
  };
  const rowUnit = columns.some(({ role }) => role === 'unit');
  const open = columns.filter(
    (column) =>
      column.leftOut === null &&
      (column.role === 'money' || column.attribute?.type === 'money') &&
      column.unit === null &&
      !rowUnit &&
      !saidInCells(column),
  );
  const [first] = open;
  if (!first) return;
  ask({
    id: 'unit',
    text: `「${shortened(first.label)}」${open.length > 1 ? `など${open.length}列` : ''}の金額の単位が書かれていません。どれですか`,
    options: ['円', '千円', '万円', '百万円'].map((unit) => ({ value: unit, label: unit })),
    proposed: null,
    flag: '--unit 円|千円|万円|百万円',
  });
}

/** 当初予算 or 決算; `now` is the year the paper came out in. */
export function askKind(
  planned: PlannedTable,
  column: ColumnPlan,
  { now, vocabulary }: { now: number | null; vocabulary: Headings },
  ask: Ask,
): void {
  const { columns, table } = planned;
  // Rows of 予算 and 決算 say their kind; a row of 事業費 does not.
  const kinds = rowKindsOf(planned, vocabulary);
  const open = kinds.some((kind) => kind.role === 'money' && kind.money === null);
  if (!open && columns.some(({ role }) => role === 'row-kind')) return;
  if (column.role !== 'money' && !(column.role === 'amount' && column.indicator === null)) return;
  // Blocks say their kind with their year.
  if (column.money !== null || column.block?.kind || (column.round !== null && column.block === null)) return;
  const budget = /予算|補助|交付/.test(column.heading.base);
  ask({
    id: kindId(column),
    text: `「${shortened(column.label)}」はどの金額ですか`,
    options: Object.values(moneyLabels).map((label) => ({ value: label, label })),
    proposed: kindInNotes(table) ?? (budget ? moneyLabels.initial : likelyKind(columns, now)),
    flag: `--answer "${kindId(column)}=当初予算|決算|…"`,
  });
}

/** 事業費 of three years that all lie ahead is planned. */
function likelyKind(columns: readonly ColumnPlan[], now: number | null): string | null {
  const years = columns.flatMap(({ role, fy }) =>
    (role === 'money' || role === 'amount') && fy !== null ? [fy] : [],
  );
  const several = new Set(years).size >= 3;
  return now !== null && several && years.every((fy) => fy >= now) ? moneyLabels.planned : null;
}

/** ※ 予算額は最終予算額です, above or below the table. */
function kindInNotes({ titles, notes }: Table): string | null {
  for (const text of [...notes, ...titles.map((one) => one.text)]) {
    const said = /(?:予算|事業費)額?(?:は|：|:|＝|=)、?([一-龠]{2,6}?額?)(?=[（(、。でとをにの]|$)/.exec(
      text,
    )?.[1];
    const kind = said === undefined ? null : moneyKindOf(said);
    if (kind !== null) return moneyLabels[kind];
  }
  return null;
}

/** Two columns that both seem to be the amount. */
export function askAmounts({ columns }: PlannedTable, answers: Answers, ask: Ask): void {
  const groups = new Map<string, ColumnPlan[]>();
  for (const column of columns) {
    if (column.role !== 'money' || column.leftOut !== null || column.said) continue;
    if (column.round !== null && column.block === null) continue;
    const key = [column.money ?? column.heading.base, column.fy, column.relative, column.round].join('|');
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (group.length < 2 || !first) continue;
    const id = `amount:${first.label}`;
    if (group.some(({ label }) => answers.answers?.[id] === label)) continue;
    ask({
      id,
      text: `「${group.map(({ label }) => shortened(label)).join('」「')}」は同じ金額に見えます。どれを事業の金額にしますか（ほかは内訳として残します）`,
      options: group.map(({ label }) => ({ value: label, label })),
      proposed: null,
      flag: `--answer "${id}=見出し"`,
    });
  }
}
