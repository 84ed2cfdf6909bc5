// projects.csv: every project with the policies it is listed under.
import type { Repository } from '../../data/repository.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { Cell, Table } from '../csv.ts';
import { labelOf, lines, planOf, sourceCells } from './cells.ts';

/** One row per project and row of the document it is listed in (再掲 gives a second one). */
export function projectsTable(repository: Repository): Table {
  return {
    columns: [
      '計画',
      '事業ID',
      '事業番号',
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
      'SDGs',
      '評価年度',
      '事業評価',
      '局施策評価',
      '事業費の増減',
      '成果の方向性',
      '人件費（目安・千円）',
      '費用負担',
      '役割分担（中心市）',
      '役割分担（連携市町）',
      '効果',
      '主要事務事業の年度',
      'この箇所の内容',
      'KPI',
      '出典文書',
      '出典箇所',
      '備考',
    ],
    rows: repository.projects.flatMap((project) =>
      project.listings.map((listing): Cell[] => {
        const policy = repository.policy(listing.policy);
        const evaluatedFy = listing.evaluation?.fy ?? listing.policyEvaluation?.fy;
        return [
          planOf(repository, project.plan).name,
          project.id,
          project.number,
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
          listing.sdgs.join('・'),
          evaluatedFy === undefined ? null : fiscalYearName(evaluatedFy),
          listing.evaluation?.word ?? null,
          listing.policyEvaluation?.word ?? null,
          listing.budgetChange,
          listing.outcomeDirection,
          listing.laborCostThousandYen,
          project.costBearing?.text ?? null,
          project.roles?.lead ?? null,
          project.roles?.partners ?? null,
          lines(project.effects),
          project.mainProjectYears.map(fiscalYearName).join('・'),
          listing.focus ?? null,
          lines(repository.kpisOf(project.id).map((kpi) => kpi.name)),
          ...sourceCells(planOf(repository, project.plan), [listing.source]),
          lines([...(listing.note === undefined ? [] : [listing.note]), ...project.notes]),
        ];
      }),
    ),
  };
}

const scopeWords = { all: '全市町', listed: '個別', unknown: '記載なし' } as const;
