// Figures over several records: counts, sums (each project once), the largest and smallest, differences.
import type { Repository } from '../data/repository.ts';
import type { Facet, Measured, Question } from '../question/question.ts';
import type { Answer, Entry, KpiEntry, ProjectEntry } from './answer.ts';
import { type Base, conditionsInWords } from './base.ts';
import { newestBudgetYear } from './budget.ts';
import { kpiFigures } from './conditions.ts';
import { setsNoTarget } from './describe-kpi.ts';
import { silentOnFacts } from './silent.ts';
import { figure, fiscalYearName, percent, thousandYen, valueWithYear } from './wording.ts';

const projectsOf = (entries: readonly Entry[]) =>
  entries.filter((entry): entry is ProjectEntry => entry.kind === 'project');
const kpisOf = (entries: readonly Entry[]) =>
  entries.filter((entry): entry is KpiEntry => entry.kind === 'kpi');

function subject(question: Question, base: Base, repository: Repository): string {
  const words = [conditionsInWords(question, repository), ...(question.words === '' ? [] : [question.words])];
  const said = words.filter(Boolean).join('・');
  return said === '' ? '' : `「${said}」の`;
}

/** 「何件？」 */
export function answerCount(
  question: Question,
  base: Base,
  entries: Entry[],
  repository: Repository,
): Answer {
  const projects = projectsOf(entries);
  const kpis = kpisOf(entries);
  const counts = [
    ...(projects.length > 0 || question.kinds.includes('project') ? [`事業は${projects.length}件`] : []),
    ...(kpis.length > 0 || question.kinds.includes('kpi') ? [`KPIは${kpis.length}件`] : []),
  ];
  const onlyKpis = projects.length === 0 && !question.kinds.includes('project');
  const repeated = projects.filter(({ record }) => record.listings.length > 1).length;
  if (repeated > 0) base.notes.push(`複数の施策に載る事業（${repeated}件）は1件と数えています。`);
  return {
    ...base,
    kind: 'fact',
    entries,
    lead: `${subject(question, base, repository)}${counts.join('、')}です。`,
    aggregate: {
      op: 'count',
      of: onlyKpis ? 'kpi' : 'project',
      value: onlyKpis ? kpis.length : projects.length,
      unit: '件',
    },
  };
}

/** 「合計」: each project once; projects with a blank cell are named. */
export function answerSum(question: Question, base: Base, entries: Entry[], repository: Repository): Answer {
  const projects = projectsOf(entries);
  const labor = question.facets.includes('labor');
  const newest = newestBudgetYear(projects);
  const years = question.years.length > 0 || newest === null ? question.years : [newest];
  if (!labor && question.years.length === 0 && newest !== null)
    base.understood.assumed.push(`年度の指定がないため、最新の${fiscalYearName(newest)}で合計しました。`);
  if (labor) {
    // One project printed in several rows with the same figure is counted once.
    const parts = projects.map(({ record }) =>
      [...new Set(record.listings.flatMap(({ laborCostThousandYen }) => laborCostThousandYen ?? []))].reduce(
        (a, b) => a + b,
        0,
      ),
    );
    const sum = parts.reduce((a, b) => a + b, 0);
    const lead = `${subject(question, base, repository)}人件費（目安）の合計は${thousandYen(sum)}です（${projects.length}事業）。`;
    return {
      ...base,
      kind: 'fact',
      entries,
      lead,
      aggregate: { op: 'sum', of: 'budget', value: sum, unit: '千円' },
    };
  }
  const sums = years.map((year) => {
    const cells = projects.map(({ record }) => ({
      name: record.name,
      value: record.budgets.find(({ fy }) => fy === year)?.thousandYen ?? null,
    }));
    return {
      year,
      cells,
      sum: cells.reduce((total, { value }) => total + (value ?? 0), 0),
      known: cells.filter(({ value }) => value !== null).length,
      blank: cells.filter(({ value }) => value === null).map(({ name }) => name),
    };
  });
  const usable = sums.filter(({ known }) => known > 0);
  if (usable.length === 0) {
    const when = years.map(fiscalYearName).join('・');
    return silentOnFacts(
      base,
      `${subject(question, base, repository)}${when}${when === '' ? '' : 'の'}予算（事業費）は記載がありません。`,
      entries.slice(0, 20),
    );
  }
  const lead = usable
    .map(
      ({ year, sum, known }) =>
        `${subject(question, base, repository)}${fiscalYearName(year)}予算の合計は${thousandYen(sum)}です（${known}事業、同じ事業は1回だけ数えています）。`,
    )
    .join('\n');
  for (const { year, blank } of usable) {
    if (blank.length > 0) {
      const names = blank
        .slice(0, 5)
        .map((name) => `「${name}」`)
        .join('');
      base.notes.push(
        `${names}${blank.length > 5 ? `ほか${blank.length - 5}件` : ''}は${fiscalYearName(year)}の記載がないため含みません。`,
      );
    }
  }
  for (const { year } of sums.filter(({ known }) => known === 0))
    base.notes.push(`${fiscalYearName(year)}の予算は記載がありません。`);
  const counted = projects.filter(({ record }) =>
    usable.some(({ year }) =>
      record.budgets.some(({ fy, thousandYen: value }) => fy === year && value !== null),
    ),
  );
  return {
    ...base,
    kind: 'budget',
    entries: counted,
    lead,
    years: usable.map(({ year }) => year),
    aggregate: { op: 'sum', of: 'budget', value: usable.at(-1)?.sum ?? null, unit: '千円' },
  };
}

/** Which figure a superlative is about. */
function measuredOf(question: Question, entries: readonly Entry[]): Measured | 'towns' | 'kpis' {
  const facet = question.facets.find((one): one is Facet & (Measured | 'towns' | 'kpis') =>
    ['rate', 'labor', 'budget', 'target', 'actual', 'baseline', 'towns', 'kpis', 'change'].includes(one),
  );
  if (question.conditions.some(({ on }) => on === 'budgetChange' || on === 'moved')) return 'change';
  if (question.operations.some(({ does }) => does === 'diff')) return 'change';
  if (facet) return facet;
  return entries.some(({ kind }) => kind === 'project') ? 'budget' : 'rate';
}

/** 「最も多い」「一番低い」「トップ3」. */
export function answerSuperlative(
  question: Question,
  base: Base,
  entries: Entry[],
  way: 'max' | 'min',
  top: number,
): Answer {
  const what = measuredOf(question, entries);
  const projects = projectsOf(entries);
  const newest = newestBudgetYear(projects);
  const year = question.years.at(-1) ?? newest;
  if (what === 'budget' && question.years.length === 0 && newest !== null)
    base.understood.assumed.push(`年度の指定がないため、最新の${fiscalYearName(newest)}で比べました。`);
  const figureOf = (entry: Entry): number | null => {
    if (entry.kind === 'kpi') {
      const field = what === 'target' || what === 'actual' || what === 'baseline' ? what : 'rate';
      return kpiFigures(entry.record, field, question.years).at(-1) ?? null;
    }
    const { record } = entry;
    if (what === 'towns')
      return record.participants.scope === 'unknown' ? null : record.participants.towns.length;
    if (what === 'kpis') return record.kpis.length;
    if (what === 'labor') {
      const costs = record.listings.flatMap(({ laborCostThousandYen }) => laborCostThousandYen ?? []);
      return costs.length > 0 ? Math.max(...costs) : null;
    }
    if (what === 'change') {
      const [from, to] = twoYears(entry, question.years);
      if (!from || !to) return null;
      const move = to.value - from.value;
      return question.conditions.some(
        (one) =>
          (one.on === 'budgetChange' && one.word === '減額') || (one.on === 'moved' && one.way === 'down'),
      )
        ? -move
        : move;
    }
    return record.budgets.find(({ fy }) => fy === year)?.thousandYen ?? null;
  };
  const valued = entries.flatMap((entry) => {
    const value = figureOf(entry);
    return value === null ? [] : { entry, value };
  });
  if (valued.length === 0)
    return silentOnFacts(base, '比べられる数値は、収録している資料に記載がありません。', []);
  // Different units cannot be compared: the commonest stays.
  const unitOf = (entry: Entry) =>
    entry.kind === 'kpi' && (what === 'target' || what === 'actual' || what === 'baseline')
      ? ((what === 'baseline' ? entry.record.baseline?.unit : entry.record.targets.at(-1)?.unit) ?? '')
      : '';
  const units = new Map<string, number>();
  for (const { entry } of valued) units.set(unitOf(entry), (units.get(unitOf(entry)) ?? 0) + 1);
  const unit = [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  if (units.size > 1) base.notes.push(`単位が「${unit}」のものだけを比べました。`);
  const ordered = valued
    .filter(({ entry }) => unitOf(entry) === unit)
    .sort((a, b) => (way === 'max' ? b.value - a.value : a.value - b.value));
  const bound = ordered[Math.min(top, ordered.length) - 1]?.value ?? 0;
  const best = ordered.filter(({ value }) => (way === 'max' ? value >= bound : value <= bound));
  const show = (value: number): string => {
    if (what === 'rate') return percent(value);
    if (what === 'towns') return `${value}市町`;
    if (what === 'kpis') return `${value}件`;
    return unit === '' || what === 'budget' || what === 'labor' || what === 'change'
      ? thousandYen(value)
      : `${figure(value)}${unit}`;
  };
  const kpi = what === 'rate' || what === 'target' || what === 'actual' || what === 'baseline';
  const label = {
    rate: '達成率',
    budget: '予算',
    target: '目標値',
    actual: '実績',
    baseline: '基準値',
    labor: '人件費（目安）',
    change: '予算の変化額',
    towns: '参加市町の数',
    kpis: 'KPIの数',
  }[what];
  const when =
    what === 'budget' && year !== null && year !== undefined
      ? `${fiscalYearName(year)}の`
      : question.years.length > 0
        ? `${question.years.map(fiscalYearName).join('・')}の`
        : what === 'rate'
          ? rateYears(best.map(({ entry }) => entry))
          : '';
  const high = what === 'rate' ? ['高い', '低い'] : ['大きい', '小さい'];
  const lead = `${when}${label}が最も${way === 'max' ? high[0] : high[1]}${kpi ? 'KPI' : '事業'}${best.length > 1 ? `（${best.length}件）` : ''}は${best.map(({ entry, value }) => `「${entry.record.name}」の${show(value)}`).join('、')}です。`;
  return {
    ...base,
    kind: 'fact',
    entries: best.map(({ entry }) => entry),
    lead,
    aggregate: {
      op: way,
      of: what === 'budget' || what === 'labor' || what === 'change' ? 'budget' : kpi ? 'kpi' : 'project',
      value: best[0]?.value ?? null,
      unit: what === 'rate' ? '%' : unit || '千円',
    },
  };
}

function rateYears(entries: readonly Entry[]): string {
  const years = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'kpi'
        ? entry.record.achievements.filter(({ value }) => value !== null).map(({ fy }) => fy)
        : [],
    ),
  );
  return years.size === 1 ? `${fiscalYearName([...years][0] ?? 0)}の` : '';
}

interface Point {
  label: string;
  value: number;
  unit: string;
}

/** The two budget years asked for, or the two newest with a figure. */
function twoYears(
  { record }: ProjectEntry,
  years: readonly number[],
): [Point | undefined, Point | undefined] {
  const known = record.budgets
    .filter(({ fy, thousandYen: value }) => value !== null && (years.length < 2 || years.includes(fy)))
    .sort((a, b) => a.fy - b.fy)
    .slice(-2)
    .map(({ fy, thousandYen: value }) => ({ label: fiscalYearName(fy), value: value ?? 0, unit: '千円' }));
  return known.length === 2 ? [known[0], known[1]] : [undefined, undefined];
}

/** From where to where a KPI's difference goes: what was said, else from the newest known value to the target. */
function twoValues({ record }: KpiEntry, question: Question): [Point | undefined, Point | undefined] {
  const usable = record.targets.filter((target) => target.value !== null && !setsNoTarget(target));
  const point = (
    label: string,
    value: { text: string; value: number | null; unit: string | null; fy: number | null } | undefined,
  ): Point | undefined =>
    value && value.value !== null
      ? { label: `${label}${valueWithYear(value)}`, value: value.value, unit: value.unit ?? '' }
      : undefined;
  const wants = (facet: Facet) => question.facets.includes(facet);
  const baseline = point('基準値', record.baseline ?? undefined);
  const actualOf = (fy?: number) =>
    point(
      '実績',
      [...record.actuals, ...record.recorded]
        .filter((one) => one.value !== null && (fy === undefined || one.fy === fy))
        .at(-1),
    );
  const yearTargets = question.years.flatMap((fy) => usable.find((target) => target.fy === fy) ?? []);
  if (yearTargets.length === 2 && !wants('actual'))
    return [point('目標値', yearTargets[0]), point('目標値', yearTargets[1])];
  const target = point(
    '目標値',
    yearTargets[0] ?? usable.filter(({ term }) => term === 'final').at(-1) ?? usable.at(-1),
  );
  if (wants('actual') && wants('baseline') && !wants('target')) return [baseline, actualOf()];
  if (wants('actual')) {
    const actual = actualOf(question.years[0]);
    // An actual is held against the target of its own year where there is one.
    const year = [...record.actuals, ...record.recorded].filter(({ value }) => value !== null).at(-1)?.fy;
    const own = usable.find(({ fy }) => fy === (question.years[0] ?? year));
    return [actual, point('目標値', own) ?? target];
  }
  const recorded = record.recorded.filter(({ value }) => value !== null).at(-1);
  if (wants('baseline') || !recorded) return [baseline ?? actualOf(), target];
  return [point('実績', recorded), target];
}

/** 「いくら増えた」「あと何人」. */
export function answerDifference(question: Question, base: Base, entries: Entry[]): Answer {
  const told = entries.slice(0, 6).map((entry) => {
    const [from, to] =
      entry.kind === 'project' ? twoYears(entry, question.years) : twoValues(entry, question);
    const name = `「${entry.record.name}」`;
    if (!from || !to || from.unit !== to.unit)
      return { text: `${name}の差を求める数値は記載がありません。`, value: null, unit: '' };
    const change = to.value - from.value;
    const unit = from.unit === '%' ? 'ポイント' : from.unit;
    const size = `${figure(Math.abs(change))}${unit}`;
    const way =
      change === 0
        ? '増減はありません'
        : `${change > 0 ? '＋' : '−'}${size}（${size}の${change > 0 ? '増' : '減'}）です`;
    const ends =
      entry.kind === 'project'
        ? `予算は${from.label} ${thousandYen(from.value)}から${to.label} ${thousandYen(to.value)}で`
        : `${from.label}から${to.label}まで`;
    return { text: `${name}の${ends}、${way}。`, value: change, unit };
  });
  const lead = told.map(({ text }) => text).join('\n');
  if (told.every(({ value }) => value === null)) return silentOnFacts(base, lead, entries);
  const only = told.length === 1 ? told[0] : undefined;
  return {
    ...base,
    kind: 'fact',
    entries,
    lead,
    aggregate: only
      ? { op: 'diff', of: entries[0]?.kind === 'kpi' ? 'kpi' : 'budget', value: only.value, unit: only.unit }
      : null,
  };
}
