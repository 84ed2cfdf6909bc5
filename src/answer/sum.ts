// Sums of budgets and labour costs: each project once, projects with a blank cell named.
import type { Repository } from '../data/repository.ts';
import type { Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import { type Base, subject } from './base.ts';
import { newestBudgetYear } from './budget.ts';
import { projectsOf } from './entries.ts';
import { silentOnFacts } from './silent.ts';
import { fiscalYearName, thousandYen } from './wording.ts';

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
    const lead = `${subject(question, repository)}人件費（目安）の合計は${thousandYen(sum)}です（${projects.length}事業）。`;
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
      `${subject(question, repository)}${when}${when === '' ? '' : 'の'}予算（事業費）は記載がありません。`,
      entries.slice(0, 20),
    );
  }
  const lead = usable
    .map(
      ({ year, sum, known }) =>
        `${subject(question, repository)}${fiscalYearName(year)}予算の合計は${thousandYen(sum)}です（${known}事業、同じ事業は1回だけ数えています）。`,
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
