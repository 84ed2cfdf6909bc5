// What must be confirmed before a file is taken: everything that decides a figure and is not printed.

import { readCell } from '../cells/read-cell.ts';
import type { Headings } from '../layout/headings.ts';
import { shortened, type Table } from '../layout/table.ts';
import { attributeName, type Confirmed, kindId } from '../reading/confirmed.ts';
import { yearOf } from '../reading/row-reader.ts';
import { subjectRows } from '../reading/row-subjects.ts';
import { fractionState, zeroYear } from '../reading/suspicious.ts';
import type { Answers } from './answers.ts';
import { blockText } from './block-years.ts';
import { type ColumnPlan, type PlannedTable, sampleOf, textsOf } from './column-plan.ts';
import { rowKindsOf } from './columns/row-kind.ts';
import { blocksId, nameId } from './columns/said.ts';
import { moneyKindOf, moneyLabels } from './money-words.ts';
import { type Paper, unitAbove } from './paper.ts';
import type { Question } from './question.ts';

/** What was answered before, and the words of headings. */
interface Known {
  confirmed: Confirmed;
  vocabulary: Headings;
}

/** Every question the tables raise, answered ones included. */
export function tableQuestions(
  tables: readonly PlannedTable[],
  { paper, answers, ...known }: Known & { paper: Paper; answers: Answers },
): Question[] {
  const { confirmed } = known;
  const asked = new Map<string, Question>();
  const ask = (question: Question) => {
    if (!asked.has(question.id)) asked.set(question.id, question);
  };
  for (const planned of tables) {
    askName(planned, ask);
    askYear(planned, paper, ask);
    askBlocks(planned, paper, ask);
    if (unitAbove(planned.table, paper, known.vocabulary) === null) askUnit(planned, known.vocabulary, ask);
    for (const column of planned.columns) {
      if (column.leftOut !== null) continue;
      askKind(planned, column, { now: yearNow({ confirmed, paper }), vocabulary: known.vocabulary }, ask);
      askKpi(planned, column, { confirmed, paper }, ask);
      askFraction(planned, column, ask);
      askZero(planned, column, known, ask);
      askFill(planned, column, ask);
    }
    askAmounts(planned, answers, ask);
    if (planned.table.rows.some(({ hidden }) => hidden))
      ask({
        id: 'hidden-rows',
        text: `非表示の行が${planned.table.rows.filter(({ hidden }) => hidden).length}行あります。取り込みますか`,
        options: [
          { value: 'take', label: '取り込む' },
          { value: 'leave', label: '取り込まない' },
        ],
        proposed: 'take',
        flag: '--answer hidden-rows=take|leave',
      });
  }
  return [...asked.values()];
}

type Ask = (question: Question) => void;

/** Which column names the rows, where no heading says 事業名 or 指標名. */
function askName({ table, columns }: PlannedTable, ask: Ask): void {
  const elected = columns[table.elected ?? -1];
  if (!elected || elected.said || columns.some(({ role, said }) => said && isNameRole(role))) return;
  const what = elected.heading.meaning === 'project' ? '事業（対象）' : '指標・項目';
  const id = nameId(elected);
  ask({
    id,
    text: `見出しに事業名・指標名がありません。「${shortened(elected.label)}」を${what}の名前として読みます。よいですか`,
    options: columns
      .filter(({ heading }) => heading.fy === null && !heading.counts)
      .map(({ label }) => ({ value: label, label })),
    proposed: elected.label,
    flag: `--answer "${id}=見出し"`,
  });
}

const isNameRole = (role: ColumnPlan['role']) => role === 'project' || role === 'kpi-name';

function hasOwnYear(column: ColumnPlan): boolean {
  return column.fy !== null || column.block !== null || column.round !== null;
}

/** Whether every row prints the year of its own figures. */
function rowsSayYear({ yearColumn, table }: PlannedTable, column: ColumnPlan): boolean {
  if (!yearColumn) return false;
  const texts = table.rows.map((row) => row.text(yearColumn.position));
  if (texts.some((text) => text === '')) return false;
  // A bare 7, and 評価年度 beside results of the year before, are not the year of the figures.
  const varies = new Set(texts).size > 1;
  if (!varies && texts.some((text) => /^\d{1,2}$/.test(text.normalize('NFKC')))) return false;
  if (varies || ['予算年度', '会計年度', '決算年度', '実績年度'].includes(yearColumn.heading.base))
    return true;
  const looksBack = column.money === 'settled' || column.money === 'executed' || column.role === 'actual';
  return yearColumn.heading.base === '年度' && !looksBack;
}

function askYear(planned: PlannedTable, paper: Paper, ask: Ask): void {
  if (planned.table.year !== undefined) return;
  const unnamed = planned.columns.filter(
    (column) =>
      ['money', 'actual', 'amount', 'rate', 'kpi-value'].includes(column.role) &&
      column.leftOut === null &&
      !hasOwnYear(column) &&
      !rowsSayYear(planned, column),
  );
  const [first] = unnamed;
  if (!first) return;
  const likely = paper.year?.value ?? planned.paperYear;
  const others = unnamed.length > 1 ? `など${unnamed.length}列` : '';
  const relative = unnamed.find((column) => column.relative !== null);
  ask({
    id: 'year',
    text: relative
      ? `「${shortened(first.label)}」${others}の年度が書かれていません。本年度は何年度ですか`
      : `「${shortened(first.label)}」${others}は何年度の数字ですか`,
    proposed: likely === null || likely === undefined ? null : blockText(likely, ''),
    flag: '--year R7',
  });
}

function askBlocks({ blocks, columns, paperYear, table }: PlannedTable, paper: Paper, ask: Ask): void {
  blocks
    .filter(({ of }) => of === 'years')
    .forEach(({ rounds }, index) => {
      const names = (rounds[0] ?? [])
        .map((position) => columns[position])
        .filter((column) => column !== undefined);
      const [first, last] = [names[0], names.at(-1)];
      const newest = paperYear ?? paper.year?.value ?? null;
      const from = table.columns[rounds[0]?.[0] ?? 0]?.at ?? '';
      ask({
        id: blocksId(index),
        text: `見出し「${shortened(first?.heading.label ?? '')}」${names.length > 1 ? `〜「${shortened(last?.heading.label ?? '')}」（${names.length}列）` : ''}が${rounds.length}回くり返され（${from}から）、年度が書かれていません。左から順に、何年度の予算・決算・計画ですか`,
        proposed:
          newest === null
            ? null
            : rounds.map((_, round) =>
                blockText(newest - rounds.length + 1 + round, round === rounds.length - 1 ? '計画' : '決算'),
              ),
        flag: `--answer ${blocksId(index)}=R5決算,R6決算,R7計画`,
      });
    });
}

function askUnit(planned: PlannedTable, vocabulary: Headings, ask: Ask): void {
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

function askKind(
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

/** The fiscal year of the day the paper came out. */
function yearNow({ confirmed, paper }: { confirmed: Confirmed; paper: Paper }): number | null {
  const day = confirmed.published ?? paper.published?.value ?? null;
  return day === null ? null : Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);
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

/** Whether a result without a year of its own stands beside a target. */
function besideResult({ columns }: PlannedTable, { indicator }: ColumnPlan): boolean {
  return columns.some(
    (one) =>
      one.role === 'actual' && one.indicator === indicator && !hasOwnYear(one) && one.relative === null,
  );
}

function yearText({ paperYear, table }: PlannedTable, { year }: Paper): string | null {
  const fy = table.year ?? paperYear ?? year?.value ?? null;
  return fy === null ? null : blockText(fy, '');
}

/** Years behind the last result, or behind the day of the paper, are planned; years before it beside a target came out. */
function likelyFigure({ columns }: PlannedTable, now: number | null): 'target' | 'actual' | null {
  const years = columns.flatMap(({ role, fy }) =>
    fy !== null && (role === 'amount' || role === 'kpi-value') ? [fy] : [],
  );
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const results = columns.flatMap(({ role, fy }) => (role === 'actual' && fy !== null ? [fy] : []));
  if (results.length > 0 && first > Math.max(...results)) return 'target';
  if (now === null) return null;
  if (first > now || (first === now && last > now)) return 'target';
  return last <= now && columns.some(({ role }) => role === 'target') ? 'actual' : null;
}

function askKpi(
  planned: PlannedTable,
  column: ColumnPlan,
  { confirmed, paper }: { confirmed: Confirmed; paper: Paper },
  ask: Ask,
): void {
  if (column.role === 'current')
    ask({
      id: 'current',
      text: `「${shortened(column.label)}」は、計画のはじまりの値（基準値）ですか、最新の実績ですか`,
      options: [
        { value: 'baseline', label: '基準値' },
        { value: 'actual', label: '最新の実績' },
      ],
      // 当初値 beside it is the base already.
      proposed: planned.columns.some(
        (one) => one.role === 'baseline' && one.indicator === column.indicator && one.leftOut === null,
      )
        ? 'actual'
        : 'baseline',
      flag: '--answer current=baseline|actual',
    });
  if (
    column.role === 'current' &&
    confirmed.current === 'actual' &&
    column.fy === null &&
    planned.yearColumn === null
  )
    ask({
      id: 'year',
      text: `「${shortened(column.label)}」は何年度の実績ですか`,
      proposed: null,
      flag: '--year R7',
    });
  const rowKind = planned.columns.some(({ role }) => role === 'row-kind');
  const figure = column.role === 'kpi-value' || (column.role === 'amount' && column.indicator !== null);
  if (figure && !rowKind && !column.block?.kind && !(column.round !== null && column.block === null))
    ask({
      id: 'kpi-value',
      text: `「${shortened(column.label)}」の数字は目標ですか、実績ですか`,
      options: [
        { value: 'target', label: '目標' },
        { value: 'actual', label: '実績' },
      ],
      proposed: likelyFigure(planned, yearNow({ confirmed, paper })),
      flag: '--answer kpi-value=target|actual',
    });
  const targetYear = planned.columns.some(({ role }) => role === 'target-year');
  if (
    column.role === 'target' &&
    column.fy === null &&
    column.relative === null &&
    !column.block &&
    !targetYear &&
    planned.yearColumn === null
  )
    ask({
      id: 'target-year',
      text: `「${shortened(column.label)}」は何年度の目標ですか（計画の最終目標で年度がなければ「なし」）`,
      // 目標値 beside 実績値 of the paper's year is that year's.
      proposed: besideResult(planned, column) ? yearText(planned, paper) : null,
      flag: '--answer target-year=R9|none',
    });
}

function askFraction(planned: PlannedTable, column: ColumnPlan, ask: Ask): void {
  if (column.role !== 'rate' && column.attribute?.type !== 'rate') return;
  const texts = textsOf(planned, column);
  if (fractionState(column, texts) !== 'all') return;
  const sample = texts.find((text) => /\.\d/.test(text)) ?? '';
  const percent = Number((Number(sample.normalize('NFKC')) * 100).toPrecision(12));
  ask({
    id: `fraction:${attributeName(column)}`,
    text: `「${shortened(attributeName(column))}」の ${sample} は ${percent}% のことですか、${sample}% のことですか`,
    options: [
      { value: 'percent', label: `${percent}%` },
      { value: 'plain', label: `${sample}%` },
    ],
    proposed: 'percent',
    flag: `--answer "fraction:${attributeName(column)}=percent|plain"`,
  });
}

function askZero(
  planned: PlannedTable,
  column: ColumnPlan,
  { confirmed, vocabulary }: Known,
  ask: Ask,
): void {
  if (column.role !== 'money' || !['executed', 'settled'].includes(column.money ?? '')) return;
  const rows = subjectRows(planned, confirmed, vocabulary, { problems: [], leftOut: [] });
  const newest = zeroYear(column, rows, (row) => yearOf(column, row, confirmed, planned));
  if (newest === null) return;
  ask({
    id: `zero:${column.label}`,
    text: `「${shortened(column.label)}」は${newest}年度だけすべて0です。まだ執行されていないという意味ですか、0円という意味ですか`,
    options: [
      { value: 'none', label: 'まだ執行されていない' },
      { value: 'zero', label: '0円' },
    ],
    proposed: 'none',
    flag: `--answer "zero:${column.label}=none|zero"`,
  });
}

/** Blanks below a name in a column of policies or departments: the same one, or none? */
function askFill(planned: PlannedTable, column: ColumnPlan, ask: Ask): void {
  if (column.role !== 'policy' && column.role !== 'department') return;
  const texts = planned.table.rows.map((row) => row.text(column.position));
  const named = planned.columns.find(({ role }) => role === 'project' || role === 'kpi-name');
  const open = planned.table.rows.filter(
    (row, index) => texts[index] === '' && named && row.text(named.position) !== '',
  );
  const filled = texts.filter((text) => text !== '');
  if (texts[0] === '' || open.length < texts.length * 0.3 || new Set(filled).size !== filled.length) return;
  ask({
    id: `fill:${column.label}`,
    text: `「${shortened(column.label)}」は最初の行だけに書かれているようです。空欄は上と同じですか`,
    options: [
      { value: 'fill', label: '上と同じ' },
      { value: 'blank', label: '空欄のまま' },
    ],
    proposed: 'fill',
    flag: `--answer "fill:${column.label}=fill|blank"`,
  });
}

/** Two columns that both seem to be the amount. */
function askAmounts({ columns }: PlannedTable, answers: Answers, ask: Ask): void {
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
