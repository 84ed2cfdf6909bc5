// Columns that only some plans print: declared for each plan that holds any, with ids `<plan>/<name>`.
import type { ProjectRecord } from '../data/repository.ts';
import type { Attribute, AttributeWord } from './attribute.ts';

type Column = Omit<Attribute, 'plan' | 'values'> & {
  /** Whether the project prints it. */
  prints: (project: ProjectRecord) => boolean;
  /** Words it holds, in the project's rows. */
  wordsOf?: (project: ProjectRecord) => (string | null | undefined)[];
};

const perRow = { of: ['project', 'row'] as const, byYear: false, adds: false };

/** Every column the present schema knows. */
export const planColumns: readonly Column[] = [
  {
    ...perRow,
    id: 'labor',
    label: '人件費（目安）',
    words: ['人件費', '人件費の目安', '人権費', '職員の費用'],
    type: 'money',
    adds: true,
    prints: ({ listings }) => listings.some((listing) => listing.laborCostThousandYen !== null),
  },
  {
    ...perRow,
    id: 'evaluation',
    label: '事業評価',
    words: ['事業評価', '評価', '公表評価', '評価結果'],
    type: 'word',
    byYear: true,
    prints: ({ listings }) => listings.some(({ evaluation }) => evaluation !== null),
    wordsOf: ({ listings }) => listings.map(({ evaluation }) => evaluation?.word),
  },
  {
    id: 'policyEvaluation',
    label: '局施策評価',
    words: ['局施策評価', '施策評価', '局評価', '施策の評価'],
    of: ['policy', 'project', 'row'],
    type: 'word',
    byYear: true,
    adds: false,
    prints: ({ listings }) => listings.some(({ policyEvaluation }) => policyEvaluation !== null),
    wordsOf: ({ listings }) => listings.map(({ policyEvaluation }) => policyEvaluation?.word),
  },
  {
    ...perRow,
    id: 'budgetChange',
    label: '事業費の増減',
    words: ['事業費の増減', '増減', '増減欄', '予算の増減'],
    type: 'word',
    prints: ({ listings }) => listings.some(({ budgetChange }) => budgetChange !== null),
    wordsOf: ({ listings }) => listings.map(({ budgetChange }) => budgetChange),
  },
  {
    ...perRow,
    id: 'outcomeDirection',
    label: '成果の方向性',
    words: ['成果の方向性', '方向性', '今後の方向性'],
    type: 'word',
    prints: ({ listings }) => listings.some(({ outcomeDirection }) => outcomeDirection !== null),
    wordsOf: ({ listings }) => listings.map(({ outcomeDirection }) => outcomeDirection),
  },
  {
    ...perRow,
    id: 'sdgs',
    label: 'SDGsゴール',
    words: ['SDGs', 'SDGsゴール', 'ゴール', 'SDGs番号', '持続可能な開発目標'],
    type: 'list',
    prints: ({ listings }) => listings.some(({ sdgs }) => sdgs.length > 0),
  },
  {
    ...perRow,
    id: 'costBearing',
    label: '費用負担',
    words: ['費用負担', '負担', '負担金', '誰が払う', '受益者負担'],
    type: 'word',
    prints: ({ costBearing }) => costBearing !== null,
    wordsOf: ({ costBearing }) => [costBearing?.text],
  },
  {
    ...perRow,
    id: 'roles',
    label: '役割分担',
    words: ['役割分担', '役割'],
    type: 'text',
    prints: ({ roles }) => roles !== null,
  },
  {
    ...perRow,
    id: 'effects',
    label: '効果',
    words: ['効果', '期待される効果', 'メリット'],
    type: 'text',
    prints: ({ effects }) => effects.length > 0,
  },
  {
    ...perRow,
    id: 'mainYears',
    label: '主要事務事業の年度',
    words: ['主要事務事業の年度', '主要事業の年度', '●'],
    type: 'list',
    prints: ({ mainProjectYears }) => mainProjectYears.length > 0,
  },
];

/** The attributes of each plan that prints them, in the order of the plans. */
export function attributesOfPlans(
  plans: readonly { id: string }[],
  projects: readonly ProjectRecord[],
): Attribute[] {
  const holding = new Map<string, Map<Column, Map<string, number>>>();
  for (const project of projects) {
    for (const column of planColumns) {
      if (!column.prints(project)) continue;
      const columns = holding.get(project.plan) ?? new Map<Column, Map<string, number>>();
      holding.set(project.plan, columns);
      const seen = columns.get(column) ?? new Map<string, number>();
      columns.set(column, seen);
      for (const word of column.wordsOf?.(project) ?? []) if (word) seen.set(word, (seen.get(word) ?? 0) + 1);
    }
  }
  return plans.flatMap(({ id }) =>
    planColumns.flatMap((column) => {
      const seen = holding.get(id)?.get(column);
      return seen ? [declared(column, id, seen)] : [];
    }),
  );
}

function declared(column: Column, plan: string, seen: ReadonlyMap<string, number>): Attribute {
  const { prints: _, wordsOf, ...attribute } = column;
  const values = [...seen.keys()].map(
    (word): AttributeWord => ({
      word,
      words: [word],
      ...(/遅れ/.test(word) ? { lagging: true as const } : {}),
    }),
  );
  return { ...attribute, id: `${plan}/${column.id}`, plan, ...(wordsOf ? { values } : {}) };
}
