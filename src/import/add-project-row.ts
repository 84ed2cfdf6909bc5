// A row of projects.csv or budgets.csv: a new project, a further listing, or the budget of a further year.
import type { Listing, Project } from '../data/schemas/project.ts';
import { readYear } from './read-cell.ts';
import { findPolicy, findRecord, type RowContext } from './row.ts';

/** Adds what the row holds and the plan does not. */
export function addProjectRow(row: RowContext): void {
  const name = row.cell('事業名');
  if (name === '') {
    row.problem('「事業名」が空です。');
    return;
  }
  let project = findRecord(row.file.projects, row.cell('事業ID'), name);
  if (!project) {
    project = newProject(row, name);
    if (!project) return;
    row.file.projects.push(project);
    row.added(`事業「${name}」`);
  } else {
    addListing(row, project);
  }
  addBudget(row, project);
}

function newProject(row: RowContext, name: string): Project | undefined {
  const [id, summary] = [row.cell('事業ID'), row.cell('概要')];
  if (id === '' || summary === '') {
    row.problem(
      `「${name}」は計画にありません。新しい事業には「事業ID」（半角英小文字とハイフン）と「概要」を入力してください。`,
    );
    return undefined;
  }
  const listing = readListing(row);
  if (!listing) return undefined;
  const towns = row
    .cell('連携市町')
    .split(/[、,]/)
    .filter((town) => town !== '');
  const scope = row.cell('連携市町の範囲') === '全市町' ? 'all' : towns.length > 0 ? 'listed' : 'unknown';
  const number = row.cell('事業番号');
  return {
    id,
    name,
    aliases: row.list('別名'),
    summary,
    keywords: row.list('検索語'),
    listings: [listing],
    department: row.cell('担当課') || null,
    participants: { scope, towns, text: scope === 'all' ? '全市町' : towns.join('、') || null },
    budgets: [],
    costBearing: null,
    roles: null,
    effects: row.list('効果'),
    mainProjectYears: [],
    number: number === '' ? null : Number(number),
    sources: [listing.source],
    notes: row.list('備考'),
  };
}

/** A second row of a known project counts only where it names a policy (再掲); budgets.csv names none. */
function addListing(row: RowContext, project: Project): void {
  if (row.cell('施策') === '' && row.cell('施策コード') === '') return;
  const listing = readListing(row);
  if (!listing) return;
  const same = project.listings.some(
    (one) => one.policy === listing.policy && one.source.place === listing.source.place,
  );
  if (same) return;
  project.listings.push(listing);
  project.sources.push(listing.source);
  row.added(`事業「${project.name}」の掲載箇所 ${listing.source.place}`);
}

function readListing(row: RowContext): Listing | undefined {
  const policy = findPolicy(row.file, row.cell('施策コード'), row.cell('施策'));
  if (policy === undefined) {
    row.problem(
      `施策「${row.cell('施策コード')} ${row.cell('施策')}」が計画にありません。先に計画ファイルの policies に加えてください。`,
    );
    return undefined;
  }
  const source = row.source();
  if (!source) return undefined;
  const year = readYear(row.cell('評価年度'))?.fy ?? null;
  const word = (column: string) =>
    year === null || row.cell(column) === '' ? null : { fy: year, word: row.cell(column) };
  const cost = row.cell('人件費（目安・千円）').replaceAll(',', '');
  return {
    policy,
    directions: row.list('方向性').flatMap((label) => findPolicy(row.file, '', label) ?? []),
    repeated: row.cell('再掲') === '再掲',
    source,
    sdgs: row
      .cell('SDGs')
      .split(/[・、,]/)
      .filter((goal) => goal !== '')
      .map(Number),
    evaluation: word('事業評価'),
    policyEvaluation: word('局施策評価'),
    budgetChange: row.cell('事業費の増減') || null,
    outcomeDirection: row.cell('成果の方向性') || null,
    laborCostThousandYen: cost === '' ? null : Number(cost),
    ...(row.cell('この箇所の内容') === '' ? {} : { focus: row.cell('この箇所の内容') }),
  };
}

function addBudget(row: RowContext, project: Project): void {
  if (row.cell('年度') === '') return;
  const fy = readYear(row.cell('年度'))?.fy ?? null;
  if (fy === null) {
    row.problem(`年度「${row.cell('年度')}」を読み取れません（例：令和5年度、R5、2023）。`);
    return;
  }
  const text = row.cell('予算の表記') || row.cell('予算額（千円）');
  const digits = text.normalize('NFKC').replaceAll(',', '');
  const known = project.budgets.find((budget) => budget.fy === fy);
  if (known) {
    if (known.text.replaceAll(',', '') !== digits)
      row.differing(
        `「${project.name}」${row.cell('年度')}の予算は計画では「${known.text}」、シートでは「${text}」です。`,
      );
    return;
  }
  const source = row.source();
  if (!source) return;
  if (digits !== '' && !/^(\d+|[—–-])$/.test(digits)) {
    row.problem(`予算「${text}」を読み取れません（千円単位の数字、または「—」）。`);
    return;
  }
  project.budgets.push({ fy, thousandYen: /^\d+$/.test(digits) ? Number(digits) : null, text, source });
  project.budgets.sort((a, b) => a.fy - b.fy);
  row.added(`事業「${project.name}」の${row.cell('年度')}予算 ${text === '' ? '（空欄）' : `${text}千円`}`);
}
