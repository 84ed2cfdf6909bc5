// A row of projects.csv or budgets.csv: a new project, a further listing, or the amount of a further year.
import type { AttributeValue } from '../data/schemas/attribute.ts';
import type { Listing, Project } from '../data/schemas/project.ts';
import { yenOf } from '../wording/figures.ts';
import { readOwnColumns } from './own-columns.ts';
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
  addAmount(row, project);
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
  return {
    id,
    name,
    aliases: row.list('別名'),
    summary,
    keywords: row.list('検索語'),
    listings: [listing],
    department: row.cell('担当課') || null,
    participants: {
      scope,
      // The plan's area names the towns of 全市町.
      towns: scope === 'all' ? [] : towns,
      text: scope === 'all' ? '全市町' : towns.join('、') || null,
    },
    amounts: [],
    ...held(readOwnColumns(row, 'project')),
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
  return {
    policy,
    directions: row.list('方向性').flatMap((label) => findPolicy(row.file, '', label) ?? []),
    repeated: row.cell('再掲') === '再掲',
    source,
    ...held(readOwnColumns(row, 'row')),
    ...(row.cell('この箇所の内容') === '' ? {} : { focus: row.cell('この箇所の内容') }),
  };
}

const held = (values: AttributeValue[]) => (values.length > 0 ? { values } : {});

function addAmount(row: RowContext, project: Project): void {
  if (row.cell('年度') === '') return;
  const fy = readYear(row.cell('年度'))?.fy ?? null;
  if (fy === null) {
    row.problem(`年度「${row.cell('年度')}」を読み取れません（例：令和5年度、R5、2023）。`);
    return;
  }
  const named = row.cell('金額の種類');
  const { amountKinds } = row.file.plan;
  const declared =
    named === '' ? amountKinds[0] : amountKinds.find(({ label, words }) => [label, ...words].includes(named));
  if (!declared) {
    row.problem(
      `金額の種類「${named}」が計画にありません。先に計画ファイルの amountKinds に加えてください。`,
    );
    return;
  }
  const text = row.cell('予算の表記') || row.cell('予算額（千円）');
  const digits = plainNumber(text);
  const known = project.amounts.find((amount) => amount.fy === fy && amount.kind === declared.kind);
  if (known) {
    if (known.text.replaceAll(',', '') !== digits)
      row.differing(
        `「${project.name}」${row.cell('年度')}の予算は計画では「${known.text}」、シートでは「${text}」です。`,
      );
    return;
  }
  const source = row.source();
  if (!source) return;
  if (digits !== '' && !/^(\d+(\.\d+)?|[—–-])$/.test(digits)) {
    row.problem(`予算「${text}」を読み取れません（千円単位の数字、または「—」）。`);
    return;
  }
  // The figure of the sheet is in 千円, what is printed in the unit of the plan's column.
  const thousands = plainNumber(row.cell('予算額（千円）'));
  const yen = thousands === '' ? Number(digits) * (yenOf(declared.unit) ?? 1) : Number(thousands) * 1000;
  project.amounts.push({
    fy,
    kind: declared.kind,
    yen: /^\d/.test(digits) && !Number.isNaN(yen) ? Math.round(yen) : null,
    text,
    source,
  });
  project.amounts.sort((a, b) => a.fy - b.fy);
  row.added(
    `事業「${project.name}」の${row.cell('年度')}${declared === amountKinds[0] ? '予算' : declared.label} ${text === '' ? '（空欄）' : `${text}${declared.unit}`}`,
  );
}

const plainNumber = (text: string) => text.normalize('NFKC').replaceAll(',', '');
