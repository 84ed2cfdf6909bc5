// 「R7目標のあるKPI」「R12が期限のKPI」「R8事業費のある事業」: a year asked of a whole list keeps what has a figure for it.
import type { Question } from '../question/question.ts';
import type { Entry } from './answer.ts';
import type { Base } from './base.ts';
import { describeKpi, setsNoTarget } from './describe-kpi.ts';
import { fiscalYearName, isDash } from './wording.ts';

/** The entries that hold what is asked for the years; all of them when none does, so that the silence can be told. */
export function withFigures(question: Question, base: Base, entries: Entry[]): Entry[] {
  const { years, facets } = question;
  if (years.length === 0) return entries;
  const tests: ((entry: Entry) => boolean)[] = [];
  const inYears = ({ fy }: { fy: number | null }) => fy !== null && years.includes(fy);
  if (facets.includes('deadline'))
    tests.push(
      (entry) =>
        entry.kind === 'kpi' &&
        entry.record.targets.some(
          (target, index, all) =>
            inYears(target) &&
            !setsNoTarget(target) &&
            (target.term === 'final' ||
              (index === all.length - 1 && all.every(({ term }) => term !== 'final'))),
        ),
    );
  else if (facets.includes('target'))
    tests.push((entry) => entry.kind === 'kpi' && describeKpi(entry, 'target', years)?.silent === false);
  if (facets.includes('actual'))
    tests.push(
      (entry) =>
        entry.kind === 'kpi' &&
        (entry.record.actuals.some((actual) => inYears(actual) && !isDash(actual.text)) ||
          entry.record.recorded.some(inYears)),
    );
  if (facets.includes('rate'))
    tests.push(
      (entry) =>
        entry.kind === 'kpi' &&
        entry.record.achievements.some((rate) => inYears(rate) && rate.value !== null),
    );
  if ((facets.includes('budget') || question.command === 'yosan') && question.operations.length === 0)
    tests.push(
      (entry) =>
        entry.kind === 'project' &&
        entry.record.budgets.some((budget) => inYears(budget) && budget.thousandYen !== null),
    );
  // 「R3は？」 of a list of KPIs: those that print or record anything for the year.
  if (facets.length === 0 && question.operations.length === 0)
    tests.push(
      (entry) =>
        entry.kind === 'project' ||
        [...entry.record.targets, ...entry.record.actuals, ...entry.record.recorded].some(inYears) ||
        (entry.record.baseline !== null && inYears(entry.record.baseline)),
    );
  const kept = entries.filter((entry) => tests.every((test) => test(entry)));
  if (tests.length === 0 || kept.length === 0 || kept.length === entries.length) return entries;
  base.notes.push(
    `${years.map(fiscalYearName).join('・')}の記載がないもの（${entries.length - kept.length}件）は含みません。`,
  );
  return kept;
}
