// One facet of one project as a sentence; says where the documents are silent and what they hold instead.
import type { Budget } from '../data/schemas/project.ts';

type Facet = string;

import type { ProjectEntry } from './answer.ts';
import type { Said } from './describe-kpi.ts';
import { figure, fiscalYearName, isDash, placeName, thousandYen } from './wording.ts';

const told = (text: string): Said => ({ text, silent: false });
const silent = (text: string): Said => ({ text, silent: true });

/** `令和8年度 34,507千円`, or what the cell holds instead of a figure. */
export function budgetOfYear(budget: Budget): string {
  if (budget.thousandYen !== null) return `${fiscalYearName(budget.fy)} ${thousandYen(budget.thousandYen)}`;
  return `${fiscalYearName(budget.fy)} 記載なし${isDash(budget.text) && budget.text !== '' ? `（資料では「${budget.text}」）` : ''}`;
}

/** 6市11町 of 17 names. */
export function citiesAndTowns(towns: readonly string[]): string {
  const cities = towns.filter((town) => town.endsWith('市')).length;
  const rest = towns.length - cities;
  return `${cities > 0 ? `${cities}市` : ''}${rest > 0 ? `${rest}町` : ''}`;
}

/** The towns of a project: `全市町（18市町、6市12町）`, `17市町（6市11町）：北九州市、…`. */
export function describeTowns({ record }: ProjectEntry): Said {
  const { scope, towns } = record.participants;
  if (scope === 'unknown') return silent('参加市町は記載がありません');
  const count = `${towns.length}市町（${citiesAndTowns(towns)}）`;
  return told(`参加市町は${scope === 'all' ? '全市町、' : ''}${count}：${towns.join('、')}`);
}

/** Budgets of the years asked for (all printed ones without years). */
export function describeBudget({ record, plan }: ProjectEntry, years: readonly number[]): Said {
  const known = record.budgets.filter((budget) => budget.thousandYen !== null);
  const asked = years.length > 0 ? known.filter((budget) => years.includes(budget.fy)) : known;
  const missing = years.filter((year) => !asked.some((budget) => budget.fy === year));
  const gap = missing.map(fiscalYearName).join('・');
  if (asked.length > 0) {
    const said = `予算（事業費）は${asked.map(budgetOfYear).join('、')}${budgetChange(asked)}`;
    return told(gap === '' ? said : `${said}、${gap}は記載がありません`);
  }
  const held =
    known.length > 0
      ? `（記載があるのは${known.map(budgetOfYear).join('、')}）`
      : record.budgets.some((budget) => budget.text !== '' && isDash(budget.text))
        ? `（資料では「${record.budgets[0]?.text ?? '—'}」）`
        : plan.budgetYears.length === 0
          ? `（${plan.shortName}には事業費の欄がありません）`
          : '';
  return silent(`${gap === '' ? '' : `${gap}の`}予算（事業費）は記載がありません${held}`);
}

/** 「（＋830千円）」 from the first to the last year shown; nothing for a single year. */
function budgetChange(budgets: ProjectEntry['record']['budgets']): string {
  const [first, last] = [budgets.at(0)?.thousandYen, budgets.at(-1)?.thousandYen];
  if (budgets.length < 2 || typeof first !== 'number' || typeof last !== 'number') return '';
  if (first === last) return '（増減なし）';
  return `（${last > first ? '＋' : '−'}${thousandYen(Math.abs(last - first))}）`;
}

/** The project's facet for the years asked for. */
export function describeProject(entry: ProjectEntry, facet: Facet, years: readonly number[]): Said | null {
  const { record } = entry;
  /** The words printed in its rows, each with its row where they differ. */
  const perRow = (
    label: string,
    read: (listing: (typeof record.listings)[number]) => string | null,
  ): Said => {
    const rows = record.listings.flatMap((listing) => {
      const word = read(listing);
      return word === null ? [] : { word, place: listing.source.place };
    });
    const words = [...new Set(rows.map(({ word }) => word))];
    if (words.length === 0) return silent(`${label}は記載がありません`);
    if (words.length === 1) return told(`${label}は${words[0]}`);
    return told(`${label}は${rows.map(({ word, place }) => `${placeName(place)}で${word}`).join('、')}`);
  };
  switch (facet) {
    case 'budget':
      return describeBudget(entry, years);
    case 'towns':
      return describeTowns(entry);
    case 'labor':
      return perRow('人件費（目安）', (listing) =>
        listing.laborCostThousandYen === null ? null : thousandYen(listing.laborCostThousandYen),
      );
    case 'department':
      return record.department === null
        ? silent('担当課は記載がありません')
        : told(`担当は${record.department}`);
    case 'evaluation': {
      const own = perRow('事業評価', ({ evaluation }) =>
        evaluation ? `「${evaluation.word}」（${fiscalYearName(evaluation.fy)}）` : null,
      );
      const policy = perRow('局施策評価', ({ policyEvaluation }) =>
        policyEvaluation ? `「${policyEvaluation.word}」（${fiscalYearName(policyEvaluation.fy)}）` : null,
      );
      return policy.silent ? own : { text: `${own.text}、${policy.text}`, silent: own.silent };
    }
    case 'cost':
      return record.costBearing
        ? told(`費用負担は「${record.costBearing.text}」`)
        : silent('費用負担は記載がありません');
    case 'roles':
      return record.roles
        ? told(`役割分担は、北九州市：${record.roles.lead}、連携市町：${record.roles.partners}`)
        : silent('役割分担は記載がありません');
    case 'effects':
      return record.effects.length > 0
        ? told(`効果は${record.effects.join('、')}`)
        : silent('効果は記載がありません');
    case 'change':
      return perRow('事業費の増減', ({ budgetChange }) => budgetChange && `「${budgetChange}」`);
    case 'outcome':
      return perRow('成果の方向性', ({ outcomeDirection }) => outcomeDirection && `「${outcomeDirection}」`);
    case 'sdg': {
      const goals = [...new Set(record.listings.flatMap(({ sdgs }) => sdgs))].sort((a, b) => a - b);
      return goals.length > 0
        ? told(`SDGsゴールは${goals.map((goal) => figure(goal)).join('、')}`)
        : silent('SDGsゴールは記載がありません');
    }
    case 'policy':
      return told(
        `施策は${[...new Set(entry.policies.map(({ code, path }) => [code, path.join(' ＞ ')].filter(Boolean).join(' ')))].join('／')}`,
      );
    case 'summary':
      return told(`概要は次のとおり：${record.summary.replace(/。$/, '')}`);
    case 'kpis':
      return entry.kpis.length > 0
        ? told(`KPIは${entry.kpis.length}件（${entry.kpis.map(({ record: kpi }) => kpi.name).join('、')}）`)
        : silent('KPIは記載がありません');
    default:
      return null;
  }
}
