// Cells the plans leave open, and what is held nowhere.
import type { Export } from '../../../src/present/export/everything.ts';
import { type Asked, fill, money, withYears } from './asked.ts';
import { budgetsOf, namedOnce } from './budgets.ts';

const templates = {
  budget: [
    '{name}の{year}の予算は？',
    '{name} {year} 予算',
    '{year}の{name}の事業費を教えてください',
    'お疲れさまです。{name}の{year}の予算額はいくらでしょうか。',
  ],
  actual: ['{name}の{year}の実績は？', '{name} {year} 実績', '{year}の{name}の実績値を教えてください'],
  baseline: ['{name}の基準値は？', '{name} 基準値', '{name}の現状値を教えてください'],
  department: ['{name}の担当課は？', '{name} 担当課', '{name}の所管課を教えてください'],
  settled: ['{name}の{year}の決算額は？', '{name} {year} 決算'],
};

const open = '記載がありません';

/** 「記載がありません」 with what the plan does hold, and no figure as if it were the answer. */
export function askedSilences(data: Export): Asked[] {
  const ofProjects = namedOnce(data.projects, data).flatMap((project): Asked[] => {
    const { id, name, department, plan } = project;
    const known = budgetsOf(project, data);
    const kinds = data.plans.find((one) => one.id === plan)?.amountKinds.map(({ kind }) => kind) ?? [];
    const asked: Asked[] = [
      {
        kind: 'budget of no year',
        about: id,
        questions: withYears(templates.budget, { name }, 2029),
        expected: [`「${name}」`, open, ...known.slice(-1).map(({ yen }) => money(yen))],
        never: /予算（[^）]*）は[\d,]+(千|万)?円です/,
      },
    ];
    if (department === null)
      asked.push({
        kind: 'no department',
        about: id,
        questions: fill(templates.department, { name }),
        expected: [`「${name}」`, open],
      });
    if (!kinds.includes('settled'))
      asked.push({
        kind: 'no settled amounts',
        about: id,
        questions: withYears(templates.settled, { name }, 2023),
        expected: [`「${name}」`, '決算額', '収録していません'],
        never: /^(?!.*収録している).*\d円/,
      });
    return asked;
  });
  const ofKpis = namedOnce(data.kpis, data).flatMap(({ id, name, baseline }): Asked[] => [
    {
      kind: 'actual of no year',
      about: id,
      questions: withYears(templates.actual, { name }, 2029),
      expected: [`「${name}」`, '令和11年度', open],
    },
    ...(baseline === null
      ? [
          {
            kind: 'no baseline',
            about: id,
            questions: fill(templates.baseline, { name }),
            expected: [`「${name}」`, open],
          },
        ]
      : []),
  ]);
  return [...ofProjects, ...ofKpis];
}
