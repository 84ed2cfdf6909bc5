// Differences: budgets of two years, a KPI's way from its base or result to its target.
import type { Facet, Question } from '../question/question.ts';
import type { Answer, Entry, KpiEntry, ProjectEntry } from './answer.ts';
import type { Base } from './base.ts';
import { newestBudgetYear } from './budget.ts';
import { setsNoTarget } from './describe-kpi.ts';
import { projectsOf } from './entries.ts';
import { noteLeftOut, yearsOf } from './facts.ts';
import { silentOnFacts } from './silent.ts';
import { figure, fiscalYearName, quoted, thousandYen, valueWithYear } from './wording.ts';

/** One end of a difference. */
interface Point {
  label: string;
  value: number;
  unit: string;
}

/** The two budget years asked for, or the two newest with a figure. */
export function twoBudgets(
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
  const yearTargets = yearsOf(question, 'target').flatMap(
    (fy) => usable.find((target) => target.fy === fy) ?? [],
  );
  if (yearTargets.length === 2 && !wants('actual'))
    return [point('目標値', yearTargets[0]), point('目標値', yearTargets[1])];
  const target = point(
    '目標値',
    yearTargets[0] ?? usable.filter(({ term }) => term === 'final').at(-1) ?? usable.at(-1),
  );
  if (wants('actual') && wants('baseline') && !wants('target')) return [baseline, actualOf()];
  const result = question.operations.some(
    (operation) => operation.does === 'diff' && operation.of === 'result',
  );
  if (wants('actual') || result) {
    const actual = actualOf(yearsOf(question, 'actual')[0]);
    // An actual is held against the target of its own year where there is one.
    const year = [...record.actuals, ...record.recorded].filter(({ value }) => value !== null).at(-1)?.fy;
    const own = usable.find(({ fy }) => fy === (yearsOf(question, 'target')[0] ?? year));
    const goal = point('目標値', own) ?? target;
    return result ? [goal, actual] : [actual, goal];
  }
  const recorded = record.recorded.filter(({ value }) => value !== null).at(-1);
  if (wants('baseline') || !recorded) return [baseline ?? actualOf(), target];
  return [point('実績', recorded), target];
}

/** 「いくら増えた」「あと何人」; several projects also in total. */
export function answerDifference(question: Question, base: Base, found: Entry[], named: boolean): Answer {
  const differs = (entry: Entry) => {
    const [from, to] =
      entry.kind === 'project' ? twoBudgets(entry, question.years) : twoValues(entry, question);
    return from !== undefined && to !== undefined;
  };
  // Of several records that one name may mean, those that have both figures.
  const entries = named && found.some(differs) ? found.filter(differs) : found;
  noteLeftOut(base, found, entries);
  const told = entries.slice(0, entries.length <= 6 ? 6 : 0).map((entry) => {
    const [from, to] =
      entry.kind === 'project' ? twoBudgets(entry, question.years) : twoValues(entry, question);
    const name = `「${entry.record.name}」`;
    if (!from || !to || from.unit !== to.unit)
      return { text: `${name}の差を求める数値は記載がありません。`, value: null, unit: '' };
    const ends =
      entry.kind === 'project'
        ? `予算は${from.label} ${thousandYen(from.value)}から${to.label} ${thousandYen(to.value)}で`
        : `${from.label}から${to.label}まで`;
    return {
      text: `${name}の${ends}、${ratioInWords(question, from, to)}${changeInWords(from, to)}。`,
      value: Math.round((to.value - from.value) * 100) / 100,
      unit: unitOf(from),
    };
  });
  const total = entries.length > 1 ? totalDifference(question, base, entries) : null;
  const parts = [...(total ? [total] : []), ...told];
  if (parts.every(({ value }) => value === null)) {
    const lead =
      parts.length > 0 ? parts.map(({ text }) => text).join('\n') : '差を求める数値は記載がありません。';
    return silentOnFacts(base, lead, entries);
  }
  const only = total ?? (told.length === 1 ? told[0] : undefined);
  return {
    ...base,
    kind: 'fact',
    entries,
    lead: parts.map(({ text }) => text).join('\n'),
    aggregate: only
      ? { op: 'diff', of: entries[0]?.kind === 'kpi' ? 'kpi' : 'budget', value: only.value, unit: only.unit }
      : null,
  };
}

/** Percentages differ by points. */
function unitOf({ unit }: Point): string {
  return unit === '%' ? 'ポイント' : unit;
}

function changeInWords(from: Point, to: Point): string {
  const change = to.value - from.value;
  if (change === 0) return '増減はありません';
  const size = `${figure(Math.abs(change))}${unitOf(from)}`;
  return `${change > 0 ? '＋' : '−'}${size}（${size}の${change > 0 ? '増' : '減'}）です`;
}

/** 「何倍？」: two decimals; '' where it is not asked or the base is 0. */
function ratioInWords(question: Question, from: Point, to: Point): string {
  const asked = question.operations.some(
    ({ does, ...one }) => does === 'diff' && 'of' in one && one.of === 'ratio',
  );
  return asked && from.value !== 0 ? `約${figure(to.value / from.value)}倍、` : '';
}

/** The sums of two years against each other; projects with a blank cell are named. */
function totalDifference(question: Question, base: Base, entries: readonly Entry[]) {
  const projects = projectsOf(entries);
  const newest = newestBudgetYear(projects);
  if (newest === null || projects.length < entries.length) return null;
  const years =
    question.years.length >= 2 ? [question.years[0], question.years.at(-1)] : [newest - 1, newest];
  const points = years.map((year): Point | null => {
    const cells = projects.map(({ record }) => ({
      name: record.name,
      value: record.budgets.find(({ fy }) => fy === year)?.thousandYen ?? null,
    }));
    const known = cells.flatMap(({ value }) => value ?? []);
    const blank = cells.filter(({ value }) => value === null);
    if (known.length === 0 || year === undefined) return null;
    if (blank.length > 0)
      base.notes.push(
        `${quoted(blank.slice(0, 5).map(({ name }) => name))}${blank.length > 5 ? `ほか${blank.length - 5}件` : ''}は${fiscalYearName(year)}の記載がないため含みません。`,
      );
    return { label: fiscalYearName(year), value: known.reduce((sum, value) => sum + value, 0), unit: '千円' };
  });
  const [from, to] = points;
  if (!from || !to) return null;
  const text = `予算の合計は${from.label} ${thousandYen(from.value)}から${to.label} ${thousandYen(to.value)}で、${ratioInWords(question, from, to)}${changeInWords(from, to)}（同じ事業は1回だけ数えています）。`;
  return { text, value: to.value - from.value, unit: '千円' };
}
