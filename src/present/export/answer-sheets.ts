// An answer as sheets, one a kind of record, with a sheet that says what was asked and as of when.
import type { Answer, Entry, KpiEntry, ProjectEntry } from '../../answer/answer.ts';
import { budgetsOf } from '../../data/values.ts';
import { bandsNote } from '../../status/judge-year.ts';
import { judgementOf } from '../../status/standing.ts';
import { longDate } from '../../wording/dates.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { inShownOrder } from '../standings.ts';
import { lines, sourceCells } from './cells.ts';
import type { Cell, Table } from './csv.ts';
import type { Sheet } from './workbook.ts';

/** The sheets of an answer's records; only the last one where there are none. */
export function answerSheets(given: Answer): Sheet[] {
  const answer = inShownOrder(given);
  const entries = entriesOf(answer);
  const kpis = entries.filter((entry) => entry.kind === 'kpi');
  const projects = entries.filter((entry) => entry.kind === 'project');
  const tables: [string, Table][] = [
    ['KPI', kpiTable(kpis)],
    ['事業', projectTable(projects)],
    ['予算', budgetTable(projects)],
  ];
  const filled = tables.filter(([, { rows }]) => rows.length > 0);
  return [
    ...filled.map(([name, table]) => ({ name, table })),
    { name: 'この表について', table: about(answer) },
  ];
}

function entriesOf(answer: Answer): readonly Entry[] {
  if ('entries' in answer) return answer.entries;
  return 'entry' in answer ? [answer.entry] : [];
}

const kpiColumns = [
  '判定',
  '判定の年度',
  '現在の状態',
  'KPI',
  '事業',
  '所管',
  '計画',
  '基準',
  '基準（数値）',
  '基準の年度',
  '実績',
  '実績（数値）',
  '実績の年度',
  '目標',
  '目標（数値）',
  '目標の年度',
  '単位',
  '達成率・進み具合（%）',
  '理由',
  '出典文書',
  '出典箇所',
];

function kpiTable(kpis: readonly KpiEntry[]): Table {
  return { columns: kpiColumns, rows: kpis.map(kpiRow) };
}

function kpiRow({ record, plan, state, projects, departments }: KpiEntry): Cell[] {
  const judged = judgementOf(state);
  const inputs = (judged?.verdict ?? state).inputs;
  const { baseline } = record;
  const target = inputs.target;
  const rate = inputs.achievement?.printed ?? inputs.achievement?.computed ?? inputs.rate;
  const unit = [baseline, ...record.targets, ...record.actuals].find((value) => value?.unit)?.unit ?? null;
  return [
    judged?.verdict.status ?? null,
    judged?.fy == null ? null : fiscalYearName(judged.fy),
    state.status,
    record.name,
    lines(projects.map(({ name }) => name)),
    lines(departments),
    plan.shortName,
    baseline?.text ?? null,
    baseline?.value ?? null,
    baseline?.fy == null ? null : fiscalYearName(baseline.fy),
    inputs.actual?.text ?? null,
    inputs.actual?.value ?? null,
    inputs.actual ? fiscalYearName(inputs.actual.fy) : null,
    target?.text ?? null,
    target?.value ?? null,
    target?.fy == null ? null : fiscalYearName(target.fy),
    unit,
    rate === null || rate === undefined ? null : Math.round(rate * 10) / 10,
    state.reason,
    ...sourceCells(plan, record.sources),
  ];
}

const projectColumns = [
  '事業',
  '概要',
  '所管',
  '計画',
  '施策',
  '参加市町の数',
  '参加市町',
  'KPI',
  '出典文書',
  '出典箇所',
];

function projectTable(projects: readonly ProjectEntry[]): Table {
  const rows = projects.map(({ record, plan, policies, kpis }): Cell[] => {
    const { scope, towns } = record.participants;
    return [
      record.name,
      record.summary,
      record.department,
      plan.shortName,
      lines([...new Set(policies.map(({ code, name }) => `${code ?? ''} ${name}`.trim()))]),
      scope === 'unknown' ? null : towns.length,
      towns.join('、'),
      lines(kpis.map((kpi) => kpi.record.name)),
      ...sourceCells(plan, record.sources),
    ];
  });
  return { columns: projectColumns, rows };
}

const budgetColumns = [
  '事業',
  '所管',
  '計画',
  '年度',
  '西暦年度',
  '予算（千円）',
  '資料の表記',
  '出典文書',
  '出典箇所',
];

/** One row a year; a dash or a blank stays as printed, without a number. */
function budgetTable(projects: readonly ProjectEntry[]): Table {
  const rows = projects.flatMap(({ record, plan }) =>
    budgetsOf(record, plan).map(({ fy, yen, text, source }): Cell[] => [
      record.name,
      record.department,
      plan.shortName,
      fiscalYearName(fy),
      fy,
      yen === null ? null : yen / 1000,
      text,
      ...sourceCells(plan, [source]),
    ]),
  );
  return { columns: budgetColumns, rows };
}

function about(answer: Answer): Table {
  const bands = new Set(
    entriesOf(answer).flatMap((entry) => (entry.kind === 'kpi' ? bandsNote(entry.state.inputs.bands) : [])),
  );
  const notes = [...answer.understood.assumed, ...answer.notes].map((note): Cell[] => ['注記', note]);
  return {
    columns: ['項目', '内容'],
    rows: [
      ['質問', answer.understood.text],
      ['答え', answer.lead],
      ['判定日', longDate(answer.asOf)],
      ...[...bands].map((note): Cell[] => ['判定', note]),
      ...notes,
    ],
  };
}
