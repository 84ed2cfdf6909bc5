// Sums, counts and extremes over departments, plans and policies, each project once, worked out here from the export.
import type { Export, ExportedProject } from '../../../src/present/export/everything.ts';
import { type Asked, fill, money, withYears } from './asked.ts';
import { budgetsOf } from './budgets.ts';

const templates = {
  sum: [
    '{set}の{year}の予算の合計は？',
    '{set} {year} 予算 合計',
    '{year}の{set}の予算を合計するといくらですか',
    'お疲れさまです。{set}の事業費の{year}の合計を教えていただけますか。',
    '{set}の{year}のよさんのごうけいは？',
    '{set}の予算、{year}は全部でいくら？',
  ],
  max: [
    '{set}で{year}の予算が一番多い事業は？',
    '{set}の事業のうち、{year}の予算が最も大きいのはどれですか',
    '{year}の予算がいちばん多い{set}の事業を教えて',
    'お疲れさまです。{set}の事業で{year}の事業費が最大のものを教えていただけますか。',
  ],
  min: [
    '{set}で{year}の予算が一番少ない事業は？',
    '{set}の事業のうち、{year}の予算が最も小さいのはどれですか',
    '{year}の予算がいちばん少ない{set}の事業を教えて',
  ],
  count: [
    '{set}の事業は何件ですか',
    '{set} 事業 何件',
    '{set}の事業はいくつありますか',
    'お世話になっております。{set}の事業の数を教えていただけますか。',
    '{set}の事業って、何件？',
  ],
  'count of KPIs': [
    '{set} KPI 何件',
    '{set}のKPIは何件ですか',
    '{set}のKPIはいくつありますか',
    'お世話になっております。{set}の指標の数を教えていただけますか。',
  ],
};

/** A set as it is called, with its projects and the number of its KPIs. */
interface NamedSet {
  what: 'department' | 'plan' | 'policy';
  called: string;
  projects: ExportedProject[];
  kpis: number;
}

function namedSets({ plans, policies, projects, kpis }: Export): NamedSet[] {
  const departments = [...new Set(projects.flatMap(({ department }) => department ?? []))];
  const countKpis = (own: readonly ExportedProject[]) =>
    kpis.filter((kpi) => kpi.projects.some((id) => own.some((project) => project.id === id))).length;
  const below = (id: string): string[] => [
    id,
    ...policies.filter(({ parent }) => parent === id).flatMap((policy) => below(policy.id)),
  ];
  return [
    ...departments.map((called): NamedSet => {
      const own = projects.filter(({ department }) => department === called);
      return { what: 'department', called, projects: own, kpis: countKpis(own) };
    }),
    ...plans.map(({ id, shortName }): NamedSet => {
      const own = projects.filter(({ plan }) => plan === id);
      return {
        what: 'plan',
        called: shortName,
        projects: own,
        kpis: kpis.filter(({ plan }) => plan === id).length,
      };
    }),
    ...policies.map(({ id, name, kind }): NamedSet => {
      const ids = new Set(below(id));
      const own = projects.filter((project) => project.policies.some((listing) => ids.has(listing.id)));
      const level = kind === 'policy' ? '施策' : kind === 'package' ? 'パッケージ' : '区分';
      return { what: 'policy', called: `「${name}」の${level}`, projects: own, kpis: -1 };
    }),
  ].filter((set) => set.projects.length > 0);
}

/** Figures over every named set. */
export function askedSets(data: Export): Asked[] {
  return namedSets(data).flatMap((set) => [...counts(set), ...moneyOf(set, data)]);
}

function counts({ what, called, projects, kpis }: NamedSet): Asked[] {
  const asked: Asked[] = [
    {
      kind: `count per ${what}`,
      about: called,
      questions: fill(templates.count, { set: called }),
      expected: [`${projects.length}件`],
    },
  ];
  if (what !== 'policy' && kpis > 0)
    asked.push({
      kind: `count of KPIs per ${what}`,
      about: called,
      questions: fill(templates['count of KPIs'], { set: called }),
      expected: [`${kpis}件`],
    });
  return asked;
}

function moneyOf({ what, called, projects }: NamedSet, data: Export): Asked[] {
  const cells = projects.flatMap((project) =>
    budgetsOf(project, data).map((cell) => ({ name: project.name, ...cell })),
  );
  return [...new Set(cells.map(({ fy }) => fy))].flatMap((fy): Asked[] => {
    const known = cells.filter((cell) => cell.fy === fy);
    if (known.length < 2) return [];
    const values = known.map(({ yen }) => yen);
    const of = (kind: 'sum' | 'max' | 'min', expected: string[]): Asked => ({
      kind: `${kind} per ${what}`,
      about: `${called} ${fy}`,
      questions: withYears(templates[kind], { set: called }, fy),
      expected,
    });
    const winners = (edge: number) => [
      ...known.filter(({ yen }) => yen === edge).map(({ name }) => name),
      money(edge),
    ];
    return [
      of('sum', [money(values.reduce((sum, value) => sum + value, 0))]),
      of('max', winners(Math.max(...values))),
      of('min', winners(Math.min(...values))),
    ];
  });
}
