// Budgets by year, with the change from year to year.
import type { Question } from '../question/question.ts';
import type { Answer, ProjectEntry } from './answer.ts';
import type { Base } from './base.ts';
import { describeBudget } from './describe-project.ts';
import { noteLeftOut } from './facts.ts';
import { silentOnFacts } from './silent.ts';
import { fiscalYearName } from './wording.ts';

/** The newest fiscal year for which any of the projects has a figure; null when none has. */
export function newestBudgetYear(entries: readonly ProjectEntry[]): number | null {
  const years = entries.flatMap(({ record }) =>
    record.budgets.filter(({ thousandYen }) => thousandYen !== null).map(({ fy }) => fy),
  );
  return years.length > 0 ? Math.max(...years) : null;
}

/** Every fiscal year any of the projects has a budget cell for, oldest first. */
function yearsHeld(entries: readonly ProjectEntry[]): number[] {
  return [...new Set(entries.flatMap(({ record }) => record.budgets.map(({ fy }) => fy)))].sort(
    (a, b) => a - b,
  );
}

/** Tells the budgets asked for; silent when every cell asked for is blank. */
export function answerBudget(question: Question, base: Base, found: ProjectEntry[], named: boolean): Answer {
  const { years } = question;
  const all = found.map((entry) => ({ entry, ...describeBudget(entry, years) }));
  // Of several projects that one name may mean, those that have a figure.
  const said = named && all.some(({ silent }) => !silent) ? all.filter(({ silent }) => !silent) : all;
  const entries = said.map(({ entry }) => entry);
  noteLeftOut(base, found, entries);
  const lead =
    entries.length <= 6
      ? said
          .map(
            ({ entry, text }) =>
              `「${entry.record.name}」の${text}${/ありません(（.*）)?$/.test(text) ? '。' : 'です。'}`,
          )
          .join('\n')
      : `${entries.length}件の事業の予算です。`;
  if (said.every(({ silent }) => silent)) {
    const shown =
      entries.length <= 6
        ? lead
        : `${years.map(fiscalYearName).join('・')}${years.length > 0 ? 'の' : ''}予算（事業費）は、当てはまる${entries.length}件の事業のいずれにも記載がありません。`;
    return silentOnFacts(base, shown, entries.length <= 6 ? entries : []);
  }
  const newest = newestBudgetYear(entries);
  if (years.length === 0 && newest !== null && entries.length > 0)
    base.understood.assumed.push(
      `年度の指定がないため、記載のあるすべての年度を示しています（最新は${fiscalYearName(newest)}）。`,
    );
  return {
    ...base,
    kind: 'budget',
    entries,
    lead,
    years: years.length > 0 ? years : yearsHeld(entries),
  };
}
