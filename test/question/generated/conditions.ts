// Sets under a condition: bounds of money, complements, blanks; counted here from the export.
import type { Export, ExportedProject } from '../../../src/present/export/everything.ts';
import { type Asked, fill, money, withYears } from './asked.ts';
import { budgetsOf } from './budgets.ts';

const bounds = { 以上: '>=', 以下: '<=', 超: '>', 未満: '<' } as const;
type Bound = keyof typeof bounds;

const templates = {
  bound: [
    '{set}で{year}の予算が{amount}{bound}の事業は何件？',
    '{set} {year} 予算 {amount}{bound} 何件',
    '{set}の事業のうち、{year}の予算が{amount}{bound}のものは何件ですか',
    'お疲れさまです。{set}で{year}の事業費が{amount}{bound}の事業は何件あるか教えてください。',
  ],
  others: [
    '{plan}で{department}以外の事業は何件？',
    '{plan}の事業のうち、{department}以外は何件ですか',
    '{plan}の{department}を除いた事業は何件？',
  ],
  either: ['{one}か{other}の事業は何件？', '{one}と{other}の事業はあわせて何件ですか'],
  blank: [
    '{set}で{year}の予算の記載がない事業は何件？',
    '{set}の事業のうち{year}の予算の記載がないものは何件ですか',
  ],
};

function keeps(value: number, bound: Bound, limit: number): boolean {
  switch (bounds[bound]) {
    case '>=':
      return value >= limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    default:
      return value < limit;
  }
}

/** Counts over conditions; the bound is a figure of the set itself, so that 以上 and 超 differ. */
export function askedConditions(data: Export): Asked[] {
  const { plans, projects } = data;
  const departments = [...new Set(projects.flatMap((project) => project.department ?? []))];
  const own = (name: string) => projects.filter(({ department }) => department === name);
  return [
    ...departments.flatMap((name) => bounded(name, own(name), data)),
    ...plans.flatMap(({ id, shortName }) => {
      const ofPlan = projects.filter(({ plan }) => plan === id);
      return [
        ...bounded(shortName, ofPlan, data),
        ...blanks(shortName, ofPlan, data),
        ...others(shortName, ofPlan),
      ];
    }),
    ...departments.slice(1).map(
      (name, i): Asked => ({
        kind: 'either department',
        about: `${departments[i]} ${name}`,
        questions: fill(templates.either, { one: departments[i] as string, other: name }),
        expected: [`${own(departments[i] as string).length + own(name).length}件`],
      }),
    ),
  ];
}

function yearsOf(projects: readonly ExportedProject[], data: Export): number[] {
  return [...new Set(projects.flatMap((project) => budgetsOf(project, data).map(({ fy }) => fy)))];
}

function bounded(set: string, projects: readonly ExportedProject[], data: Export): Asked[] {
  return yearsOf(projects, data).flatMap((fy): Asked[] => {
    const values = projects
      .flatMap((project) => budgetsOf(project, data).find((one) => one.fy === fy)?.yen ?? [])
      .sort((a, b) => a - b);
    const limit = values[Math.floor(values.length / 2)];
    if (limit === undefined || values.length < 3) return [];
    return (Object.keys(bounds) as Bound[]).map((bound) => {
      const count = values.filter((value) => keeps(value, bound, limit)).length;
      return {
        kind: `bound ${bound}`,
        about: `${set} ${fy}`,
        questions: withYears(templates.bound, { set, amount: money(limit), bound }, fy),
        expected: count === 0 ? ['ありません'] : [`${count}件`],
      };
    });
  });
}

function blanks(set: string, projects: readonly ExportedProject[], data: Export): Asked[] {
  return yearsOf(projects, data).map((fy) => {
    const count = projects.filter((project) => !budgetsOf(project, data).some((one) => one.fy === fy)).length;
    return {
      kind: 'without a budget',
      about: `${set} ${fy}`,
      questions: withYears(templates.blank, { set }, fy),
      expected: count === 0 ? ['ありません'] : [`${count}件`],
    };
  });
}

function others(plan: string, projects: readonly ExportedProject[]): Asked[] {
  const told = projects.filter(({ department }) => department !== null);
  return [...new Set(told.flatMap(({ department }) => department ?? []))].map((department) => ({
    kind: 'other departments',
    about: `${plan} ${department}`,
    questions: fill(templates.others, { plan, department }),
    expected: [`${told.filter((project) => project.department !== department).length}件`],
  }));
}
