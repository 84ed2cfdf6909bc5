// Every cell of the export as questions: budgets, figures of KPIs, departments, towns, policies.
import type { Export, ExportedKpi, ExportedProject } from '../../../src/present/export/everything.ts';
import { type Asked, fill, grouped, money, withYears } from './asked.ts';
import { budgetsOf, namedOnce } from './budgets.ts';

const templates = {
  budget: [
    '{name}の{year}の予算はいくらですか',
    '{name} {year} 予算',
    '{year}の{name}の予算を教えて',
    '{name}って、{year}はいくらかかる？',
    'お疲れさまです。市民の方から問い合わせがありました。{name}の{year}の事業費を教えていただけますでしょうか。',
    '{name}の{year}のよさんは？',
    '{name} {year} yosan',
    '{name}の事業費、{year}はおいくら？',
    '予算を教えてください。{name}の{year}分です。',
  ],
  baseline: [
    '{name}の基準値は？',
    '{name} 基準値',
    '基準値を教えて。{name}の',
    'お世話になっております。議会の答弁を準備しています。{name}の基準値をご教示ください。',
    '{name}のきじゅんちは？',
    '{name}の現状値はいくつですか',
    '{name}、基準値っていくつだっけ？',
  ],
  target: [
    '{name}の{year}の目標は？',
    '{name} {year} 目標',
    '{year}の{name}の目標値を教えて',
    'こんにちは。資料を作っているところです。{name}の{year}の目標値を教えていただけますか。',
    '{name}の{year}のもくひょうは？',
    '{name} {year} mokuhyou',
    '{name}、{year}の目標っていくつ？',
  ],
  actual: [
    '{name}の{year}の実績は？',
    '{name} {year} 実績',
    '{year}の{name}の実績を教えて',
    'こんにちは。資料を作っているところです。{name}の{year}の実績値を教えていただけますか。',
    '{name}の{year}のじっせきは？',
    '{name}、{year}の実績っていくつ？',
  ],
  rate: [
    '{name}の{year}の達成率は？',
    '{name} {year} 達成率',
    '{year}の{name}の達成率を教えて',
    'お疲れさまです。{name}の{year}の達成率を教えていただけますか。',
    '{name}の{year}のたっせいりつは？',
    '{name}、{year}の達成率って何%？',
  ],
  department: [
    '{name}の担当課は？',
    '{name} 担当課',
    '{name}はどこの課が担当していますか',
    'お世話になっております。市民の方から問い合わせがありました。{name}の担当課を教えていただけますか。',
    '{name}のたんとうかは？',
    '担当課を教えて。{name}の',
    '{name}ってどの課がやってるの？',
  ],
  towns: [
    '{name}の参加市町は？',
    '{name} 参加市町',
    '{name}の連携市町を教えてください',
    'お世話になっております。{name}の参加市町を教えていただけますか。',
    '{name}のれんけいしちょうは？',
    '{name}にはどの市町が参加していますか',
  ],
  policy: [
    '{name}の施策は？',
    '{name} 施策',
    '{name}はどの施策に位置づけられていますか',
    'お世話になっております。{name}の施策を教えていただけますか。',
    '{name}って、どの施策に入ってるの？',
  ],
};

/** All cells, a name that several records share left out. */
export function askedCells(data: Export): Asked[] {
  return [
    ...namedOnce(data.projects, data).flatMap((project) => ofProject(project, data)),
    ...namedOnce(data.kpis, data).flatMap(ofKpi),
  ];
}

function ofProject(project: ExportedProject, data: Export): Asked[] {
  const { id, name, plan, department, participants, policies } = project;
  const asked: Asked[] = budgetsOf(project, data).map(({ fy, yen }) => ({
    kind: 'budget',
    about: `${id} ${fy}`,
    questions: withYears(templates.budget, { name }, fy),
    expected: [money(yen)],
  }));
  const plain = (kind: 'department' | 'towns' | 'policy', expected: string[]) =>
    asked.push({ kind, about: `${id} ${kind}`, questions: fill(templates[kind], { name }), expected });
  if (department !== null) plain('department', [department]);
  if (participants.scope === 'listed') plain('towns', participants.towns);
  if (participants.scope === 'all') plain('towns', townsOfArea(plan, data));
  plain(
    'policy',
    policies.map((policy) => policy.name),
  );
  return asked;
}

/** 全市町 means the towns of the plan's area. */
function townsOfArea(plan: string, { plans, municipalities }: Export): string[] {
  const area = plans.find(({ id }) => id === plan)?.area;
  return municipalities.filter((town) => town.area === area).map(({ name }) => name);
}

function ofKpi({ id, name, baseline, targets, actuals, achievements }: ExportedKpi): Asked[] {
  const asked: Asked[] = [];
  const add = (kind: 'target' | 'actual' | 'rate', fy: number, text: string) =>
    asked.push({
      kind,
      about: `${id} ${kind} ${fy}`,
      questions: withYears(templates[kind], { name }, fy),
      expected: [text],
    });
  if (baseline)
    asked.push({
      kind: 'baseline',
      about: `${id} baseline`,
      questions: fill(templates.baseline, { name }),
      expected: [baseline.text],
    });
  for (const { fy, text, value } of targets) if (fy !== null && value !== null) add('target', fy, text);
  for (const { fy, text, value } of actuals) if (value !== null) add('actual', fy, text);
  for (const { fy, value } of achievements)
    if (value !== null) add('rate', fy, `${grouped(Math.floor(value))}${(value % 1).toFixed(1).slice(1)}%`);
  return asked;
}
