// projects.csv: every project with the policies it is listed under, and the plans' own columns.
import type { Repository } from '../../data/repository.ts';
import type { AttributeValue, DeclaredAttribute } from '../../data/schemas/attribute.ts';
import { projectValues, valuesOf } from '../../data/values.ts';
import { yenOf } from '../../wording/figures.ts';
import { type SheetColumn, sheetColumns } from '../../wording/headings.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { labelOf, lines, planOf, sourceCells } from './cells.ts';
import type { Cell, Table } from './csv.ts';

/** One row per project and row of the document it is listed in (再掲 gives a second one). */
export function projectsTable(repository: Repository): Table {
  const own = ownColumns(repository);
  return {
    columns: [
      '計画',
      '事業ID',
      '事業名',
      '別名',
      '概要',
      '施策コード',
      '施策',
      '施策の体系',
      '方向性',
      '再掲',
      '担当課',
      '連携市町の範囲',
      '連携市町',
      ...own.keys(),
      'この箇所の内容',
      'KPI',
      '出典文書',
      '出典箇所',
      '備考',
    ],
    rows: repository.projects.flatMap((project) => {
      const plan = planOf(repository, project.plan);
      return project.listings.map((listing): Cell[] => {
        const policy = repository.policy(listing.policy);
        return [
          plan.name,
          project.id,
          project.name,
          lines(project.aliases),
          project.summary,
          policy?.code ?? null,
          policy?.name ?? listing.policy,
          repository
            .policyPath(listing.policy)
            .map((node) => node.name)
            .join(' > '),
          lines(listing.directions.map((id) => labelOf(repository, id))),
          listing.repeated ? '再掲' : null,
          project.department,
          scopeWords[project.participants.scope],
          project.participants.towns.join('、'),
          ...[...own.values()].map((byPlan): Cell => {
            const column = byPlan.get(plan.id);
            if (!column) return null;
            const { id } = column.attribute;
            return ownCell(column, [...valuesOf(project, id), ...valuesOf(listing, id)]);
          }),
          listing.focus ?? null,
          lines(repository.kpisOf(project.id).map((kpi) => kpi.name)),
          ...sourceCells(plan, [listing.source]),
          lines([...(listing.note === undefined ? [] : [listing.note]), ...project.notes]),
        ];
      });
    }),
  };
}

/** Headings of the plans' own columns, with the column of each plan that has one of that heading. */
function ownColumns(repository: Repository): Map<string, Map<string, SheetColumn>> {
  const found = new Map<string, Map<string, SheetColumn>>();
  for (const plan of repository.plans) {
    for (const attribute of plan.attributes.filter(
      ({ of }) => of.includes('project') || of.includes('row'),
    )) {
      for (const column of sheetColumns(attribute, yearsOf(repository, plan.id, attribute))) {
        const byPlan = found.get(column.heading) ?? new Map<string, SheetColumn>();
        found.set(column.heading, byPlan.set(plan.id, column));
      }
    }
  }
  return found;
}

function yearsOf(repository: Repository, plan: string, { id, byYear }: DeclaredAttribute): number[] {
  if (!byYear) return [];
  const projects = repository.projects.filter((project) => project.plan === plan);
  const values = projects.flatMap((project) => projectValues(project, id));
  return [...new Set(values.flatMap(({ fy }) => fy ?? []))].sort((a, b) => a - b);
}

function ownCell({ attribute, fy, part }: SheetColumn, values: readonly AttributeValue[]): Cell {
  const own = values.filter((value) => value.fy === fy);
  const [only] = own;
  if (!only) return null;
  const figure = attribute.type === 'money' || attribute.type === 'number' || attribute.type === 'rate';
  if (figure && own.length === 1 && only.value !== null)
    return attribute.type === 'money' ? only.value / (yenOf(attribute.unit ?? '円') ?? 1) : only.value;
  if (attribute.type === 'year')
    return own.flatMap(({ value }) => (value === null ? [] : fiscalYearName(value))).join('・');
  return lines(
    own.map(({ word, list, text }) => {
      if (part !== null) return String(list?.[part] ?? text);
      return list ? list.join('・') : (word ?? text);
    }),
  );
}

const scopeWords = { all: '全市町', listed: '個別', unknown: '記載なし' } as const;
