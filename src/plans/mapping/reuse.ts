// Last year's answers for this year's file: taken when the headings are the same, their years moved with the file's own.
import type { Grid } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import { readLayout } from '../layout/read-layout.ts';
import { type Answers, fingerprint, shiftYears, titleFingerprint } from './answers.ts';
import { readPaper } from './paper.ts';
import { planTables } from './plan-tables.ts';

/** Answers fit for a file, with a sentence on what was done to them. */
export interface Reused {
  answers: Answers;
  /** In Japanese; null when they fit as they are. */
  note: string | null;
}

/** Fits a mapping file to a grid. A file without a fingerprint was written by hand and is taken as it is. */
export function reuseAnswers(answers: Answers, grid: Grid, vocabulary: Headings): Reused {
  if (answers.headings === undefined) return { answers, note: null };
  const layout = readLayout(grid, vocabulary, answers.sheets);
  const headings = layout.passages
    ? titleFingerprint(readPaper(grid, layout, vocabulary).title?.value ?? '')
    : fingerprint(layout.tables);
  if (headings !== answers.headings)
    return {
      answers: {},
      note: '回答ファイルは見出しの異なるファイルのものなので、使いませんでした。',
    };
  const year = yearOfFile(grid, vocabulary, answers.sheets);
  if (year === null || answers.madeFor === undefined) {
    const { year: _, blocks: __, 'target-year': ___, ...kept } = answers.answers ?? {};
    return {
      answers: { ...answers, answers: kept },
      note: 'ファイルに年度が書かれていないため、年度の回答だけは使いませんでした。',
    };
  }
  const by = year - answers.madeFor;
  if (by === 0) return { answers, note: null };
  return {
    answers: shiftYears(answers, by),
    note: `回答ファイルは${answers.madeFor}年度のものなので、年度を${by > 0 ? `${by}年後` : `${-by}年前`}に移しました。公表日は確認が必要です。`,
  };
}

/** The newest year that the file itself says: a column of years, a heading, a title. */
export function yearOfFile(grid: Grid, vocabulary: Headings, sheets?: readonly string[]): number | null {
  const layout = readLayout(grid, vocabulary, sheets);
  const planned = planTables(layout.tables, {}, vocabulary);
  const columns = planned.flatMap(({ paperYear }) => (paperYear === null ? [] : [paperYear]));
  const headings = layout.tables.flatMap(({ columns: all }) =>
    all.flatMap(({ heading }) => (heading.fy === null ? [] : [heading.fy])),
  );
  const years = columns.length > 0 ? columns : headings;
  return years.length > 0 ? Math.max(...years) : (readPaper(grid, layout, vocabulary).year?.value ?? null);
}
