// The proposal as Japanese text for a terminal: what was found, ten rows, the sums, what was left out, what is asked.

import type { Meaning } from '../layout/heading/meaning.ts';
import { oneLine, shortened } from '../layout/table.ts';
import type { ReadPlan, ReadValue } from '../read-plan.ts';
import type { ColumnPlan } from './column-plan.ts';
import { isEstimate, moneyLabels } from './money-words.ts';
import type { Proposal } from './propose.ts';
import type { Question } from './question.ts';

const roleLabels: Partial<Record<Meaning, string>> = {
  project: '事業名',
  number: '事業番号',
  serial: '番号',
  department: '担当課',
  policy: '施策（上位の区分）',
  'policy-code': '施策の番号',
  'kpi-name': '指標名',
  'kpi-unit': '単位',
  baseline: '基準値',
  current: '現状値',
  target: '目標値',
  actual: '実績値',
  rate: '達成率',
  'target-year': '目標年度',
  'baseline-year': '基準年度',
  direction: '望ましい方向',
  'kpi-value': '指標の値',
  year: '年度',
  'row-kind': '行の区分',
  'row-part': '財源など、金額の内訳の名前',
  amount: '値',
  unit: '単位',
  summary: '概要',
};

/** The whole proposal. */
export function sayProposal(proposal: Proposal, file: string): string {
  const { plan, tables } = proposal;
  const projects = plan.subjects.filter(({ kind }) => kind === 'project').length;
  const kpis = plan.subjects.length - projects;
  if (plan.passages) return sayPassages(proposal, plan.passages, file);
  const lines = [
    `${file}：事業${projects}件、指標${kpis}個を読み取りました。`,
    ...tables.flatMap(({ table, columns }) => [
      '',
      `■ ${table.kind === 'form' ? `様式${table.sheets.length}枚` : `シート「${table.sheets.join('」「')}」`}（${table.rows.length}行）の列`,
      ...sayColumns(columns),
    ]),
    '',
    `■ はじめの${Math.min(10, plan.subjects.length)}件`,
    ...plan.subjects.slice(0, 10).map((subject) => `  ${saySubject(subject, proposal)}`),
    ...saySums(proposal),
    ...sayList(
      '取り込まないもの',
      plan.leftOut.map(({ what, why, place }) => `${what}：${why}（${place}）`),
    ),
    ...sayList(
      '読み取れないセル',
      plan.problems.map(({ place, what, cure }) => `${place}：${what}。${cure}。`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** A document of sentences: what will be quoted, and that its tables were not read. */
function sayPassages({ plan }: Proposal, passages: NonNullable<ReadPlan['passages']>, file: string): string {
  const lines = [
    `${file}：文章を${passages.length}件の記述として読み取りました。表の数字は推測せず、取り込みません。`,
    '',
    `■ はじめの${Math.min(10, passages.length)}件`,
    ...passages.slice(0, 10).map(({ text, place }) => `  ${clipped(text)}（${place}）`),
    ...sayList(
      '取り込まないもの',
      plan.leftOut.map(({ what, why, place }) => `${what}：${why}（${place}）`),
    ),
    '',
    '表の数字も調べられるようにするには、元のExcelかCSVを取り込んでください。',
  ];
  return `${lines.join('\n')}\n`;
}

const clipped = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Open questions with the option that answers each. */
export function sayQuestions(questions: readonly Question[]): string {
  const lines = questions.flatMap(({ text, options, proposed, flag }, index) => [
    `${index + 1}. ${text}`,
    ...(options
      ? [
          `   選択肢：${options.map(({ value, label }) => (value === label ? label : `${label}（${value}）`)).join('、')}`,
        ]
      : []),
    ...(proposed === null ? [] : [`   提案：${sayProposed(proposed)}`]),
    `   答え方：${flag}`,
  ]);
  return `■ 確認が必要なこと（${questions.length}件）\n${lines.join('\n')}\n`;
}

/** A proposed answer in one line. */
export function sayProposed(proposed: NonNullable<Question['proposed']>): string {
  if (typeof proposed === 'string') return proposed;
  if (Array.isArray(proposed)) return proposed.join('、');
  const entries = Object.entries(proposed);
  const shown = entries.slice(0, 8).map(([name, value]) => `${shortened(name)}＝${value}`);
  return `${shown.join('、')}${entries.length > 8 ? ` ほか${entries.length - 8}件` : ''}`;
}

function sayColumns(columns: readonly ColumnPlan[]): string[] {
  // Six rounds of the same headings are listed once.
  const told = new Set<string>();
  return columns.flatMap((column) => {
    const label = oneLine(column.heading.label);
    const key = `${label}\u0000${column.role}`;
    if (column.round !== null && told.has(key)) return [];
    told.add(key);
    const rounds =
      column.round === null ? 1 : columns.filter(({ heading }) => oneLine(heading.label) === label).length;
    return [`  ${shortened(label)}${rounds > 1 ? ` ×${rounds}` : ''} → ${sayColumn(column, columns)}`];
  });
}

function sayColumn(column: ColumnPlan, columns: readonly ColumnPlan[]): string {
  if (column.leftOut !== null) return `取り込まない（${column.leftOut}）`;
  const year = column.fy === null || column.round !== null ? '' : `${column.fy}年度`;
  // What stands above the whole table is not what a column of units is counted in.
  const own = column.unit !== null && column.role !== 'kpi-unit' && column.role !== 'unit';
  const unit = own ? `（${column.unit}）` : '';
  if (column.role === 'money') {
    const rows = columns.find(({ role }) => role === 'row-kind');
    const open = rows ? `金額（種類は「${shortened(rows.label)}」の列）` : '金額（種類は確認）';
    const estimate = isEstimate(column.label) ? '（見込み）' : '';
    return `${year}${column.money === null ? open : `${moneyLabels[column.money]}${estimate}`}${unit}`;
  }
  if (column.role === 'attribute')
    return `${column.attribute?.of === 'kpi' ? '指標の' : ''}項目「${shortened(column.attribute?.id ?? column.label)}」`;
  return `${year}${roleLabels[column.role] ?? '項目'}${unit}`;
}

function saySubject(
  { kind, name, department, values }: ReadPlan['subjects'][number],
  { unitOpen }: Proposal,
): string {
  const core = values.filter(
    ({ attribute, text }) => ['budget', 'baseline', 'target', 'actual'].includes(attribute) && text !== '',
  );
  const figures = core
    .slice(0, 4)
    // As printed while nobody has said what it is counted in.
    .map((value) => sayValue(unitOpen && value.attribute === 'budget' ? { ...value, unit: null } : value));
  const more = core.length > 4 ? ` ほか${core.length - 4}` : '';
  return `${kind === 'kpi' ? '指標' : '事業'} ${shortened(name)}${department ? `［${department}］` : ''} ${figures.join('、')}${more}`;
}

function sayValue({ attribute, fy, kind, value, word, text, unit }: ReadValue): string {
  const label = kind
    ? moneyLabels[kind]
    : ({ baseline: '基準値', target: '目標', actual: '実績' }[attribute] ?? attribute);
  const figure = value === null ? (word ?? text) : `${value.toLocaleString('en-US')}${unit ?? ''}`;
  return `${fy === null ? '' : `${fy}年度`}${label} ${shortened(oneLine(figure))}`;
}

function saySums({ sums, unitOpen }: Proposal): string[] {
  if (sums.length === 0) return [];
  return [
    '',
    `■ 年度ごとの合計${unitOpen ? '（単位は確認してください）' : ''}`,
    ...sums.map(
      ({ fy, kind, yen, counted, open }) =>
        `  ${fy}年度 ${moneyLabels[kind]} ${unitOpen ? yen.toLocaleString('en-US') : `${yen.toLocaleString('en-US')}円`}（${counted}件${open > 0 ? `、数字のないもの${open}件` : ''}）`,
    ),
  ];
}

function sayList(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 20).map((line) => `  ${line}`);
  const more = lines.length > 20 ? [`  ほか${lines.length - 20}件`] : [];
  return ['', `■ ${title}（${lines.length}件）`, ...shown, ...more];
}
