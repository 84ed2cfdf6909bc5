// A row of kpis.csv: a new KPI, or the target, result or rate of a further year of a known one.
import type { Kpi } from '../data/schemas/kpi.ts';
import { readValue, readYear, type YearCell } from './read-cell.ts';
import { findPolicy, findRecord, type RowContext } from './row.ts';

/** Adds what the row holds and the plan does not. */
export function addKpiRow(row: RowContext): void {
  const name = row.cell('KPI名');
  if (name === '') {
    row.problem('「KPI名」が空です。');
    return;
  }
  let kpi = findRecord(row.file.kpis, row.cell('KPI ID'), name);
  if (!kpi) {
    kpi = newKpi(row, name);
    if (!kpi) return;
    row.file.kpis.push(kpi);
    row.added(`KPI「${name}」`);
  }
  compareBaseline(row, kpi);
  if (row.cell('年度') === '') return;
  const year = readYear(row.cell('年度'));
  if (!year) {
    row.problem(`年度「${row.cell('年度')}」を読み取れません（例：令和5年度、R5、2023、毎年度）。`);
    return;
  }
  addTarget(row, kpi, { term: 'year', column: '年度目標' }, year);
  addTarget(row, kpi, { term: 'final', column: '最終目標' }, readYear(row.cell('最終目標の期間')) ?? year);
  addResult(row, kpi, year);
}

function newKpi(row: RowContext, name: string): Kpi | undefined {
  const direction = directions[row.cell('方向')];
  const measure = measures[row.cell('測り方')];
  if (row.cell('KPI ID') === '' || !direction || !measure) {
    row.problem(
      `「${name}」は計画にありません。新しいKPIには「KPI ID」（半角英小文字とハイフン）、「方向」（${Object.keys(directions).join('・')}）、「測り方」（${Object.keys(measures).join('・')}）を入力してください。`,
    );
    return undefined;
  }
  const projects = row.list('事業名').flatMap((own) => {
    const project = findRecord(row.file.projects, '', own);
    if (!project) row.problem(`事業「${own}」が計画にありません。`);
    return project?.id ?? [];
  });
  const policy = row.cell('施策') === '' ? null : (findPolicy(row.file, '', row.cell('施策')) ?? null);
  const source = row.source();
  if (!source) return undefined;
  const baseline = readValue(row.cell('基準値'));
  const { every: _, ...baseYear } = readYear(row.cell('基準年')) ?? { fy: null };
  return {
    id: row.cell('KPI ID'),
    name,
    aliases: row.list('別名'),
    projects,
    policy,
    direction,
    measure,
    keywords: row.list('検索語'),
    baseline: baseline ? { ...baseline, ...baseYear } : null,
    targets: [],
    actuals: [],
    achievements: [],
    sources: [source],
    notes: row.list('備考'),
  };
}

function compareBaseline(row: RowContext, kpi: Kpi): void {
  const text = row.cell('基準値');
  if (text !== '' && kpi.baseline?.text !== text)
    row.differing(
      `「${kpi.name}」の基準値は計画では「${kpi.baseline?.text ?? '記載なし'}」、シートでは「${text}」です。`,
    );
}

function addTarget(
  row: RowContext,
  kpi: Kpi,
  { term, column }: { term: 'year' | 'final'; column: string },
  year: YearCell,
): void {
  const value = readValue(row.cell(column));
  if (!value) return;
  const known = kpi.targets.find((target) => target.fy === year.fy && target.term === term);
  if (!known) {
    kpi.targets.push({ ...value, ...year, term });
    row.added(`KPI「${kpi.name}」の${row.cell('年度')}の${column} ${value.text}`);
  } else if (known.text !== value.text) {
    row.differing(
      `「${kpi.name}」${row.cell('年度')}の${column}は計画では「${known.text}」、シートでは「${value.text}」です。`,
    );
  }
}

/** Results a person recorded in Slack (「記録者」 is filled) live in the store, not in the plan. */
function addResult(row: RowContext, kpi: Kpi, { fy }: YearCell): void {
  const value = row.cell('記録者') === '' ? readValue(row.cell('実績')) : undefined;
  const rate = row.cell('達成率（公表・％）');
  if (fy === null) return;
  const known = kpi.actuals.find((actual) => actual.fy === fy);
  if (value && !known) {
    kpi.actuals.push({ ...value, fy });
    kpi.actuals.sort((a, b) => a.fy - b.fy);
    row.added(`KPI「${kpi.name}」の${row.cell('年度')}の実績 ${value.text}`);
  } else if (value && known?.text !== value.text) {
    row.differing(
      `「${kpi.name}」${row.cell('年度')}の実績は計画では「${known?.text}」、シートでは「${value.text}」です。`,
    );
  }
  if (rate !== '' && !kpi.achievements.some((one) => one.fy === fy)) {
    kpi.achievements.push({ fy, value: readValue(rate)?.value ?? null, text: rate });
    row.added(`KPI「${kpi.name}」の${row.cell('年度')}の達成率 ${rate}`);
  }
}

/** As kpis.csv writes them. */
const directions: Record<string, Kpi['direction']> = {
  増やす: 'up',
  減らす: 'down',
  維持: 'keep',
  順位: 'rank',
  節目: 'milestone',
  不明: 'unknown',
};

const measures: Record<string, Kpi['measure']> = {
  各年度の目標: 'yearly',
  最終年度の目標: 'end-year',
  累計: 'cumulative',
  毎年度同じ目標: 'per-year',
  維持: 'maintain',
  順位: 'rank',
  前年度比: 'year-over-year',
  全国平均比: 'average-gap',
  期間平均: 'period-average',
  節目: 'milestone',
  段階評価: 'graded',
  削減: 'reduce-by',
  目標なし: 'unset',
};
