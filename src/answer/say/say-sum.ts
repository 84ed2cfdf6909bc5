// Sums and averages: each year and together, what was counted and what had no figure.
import type { Attribute } from '../../facts/attribute.ts';
import { yen, yenOf } from '../../wording/figures.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { SumResult, Total } from '../run/result/figures.ts';
import { kindNames } from '../run/set-words.ts';
import { figureText } from './cell-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { blankNote, setText } from './subject-text.ts';

/** 「企画課」の令和5年度の予算（事業費）の合計は1,901,379千円です（4事業）。 */
export function saySum(result: SumResult, context: SayContext): Said {
  const { totals, attribute, scope, assumed, together } = result;
  const told = totals.filter(({ counted }) => counted.length > 0);
  const blank = totals.filter(({ counted }) => counted.length === 0);
  const notes = [
    ...told.flatMap((total) => calledNote(total, attribute, context)),
    ...told.flatMap(({ blank: left, fy }) => (left.length > 0 ? [blankNote(left, when(fy))] : [])),
    ...blank.map(({ fy }) => `${when(fy)}${attribute.label}は記載がありません。`),
  ];
  if (told.length === 0) {
    const years = totals
      .flatMap(({ fy }) => fy ?? [])
      .map(fiscalYearName)
      .join('・');
    const lead = `${setText(scope)}の${years === '' ? '' : `${years}の`}${attribute.label}は記載がありません。`;
    return said(lead, scope.members.slice(0, 20), { silent: true });
  }
  const newest = told.at(-1) as Total;
  const value = together ?? newest.value;
  const years = told.flatMap(({ fy }) => fy ?? []);
  return said(sumText(result, context), newest.counted, {
    notes,
    assumed:
      assumed && years.length > 0
        ? [`年度の指定がないため、最新の${years.map(fiscalYearName).join('・')}で計算しました。`]
        : [],
    aggregate: {
      op: 'sum',
      of: scope.kind === 'kpi' ? 'kpi' : 'budget',
      value: attribute.type === 'money' ? value / 1000 : value,
      unit: result.unit ?? '',
    },
    budgetYears: attribute.id === 'budget' && result.shape === 'sum' ? years : null,
  });
}

/** 令和7年度の金額は補正後予算です。: where 予算 stands for another kind of money. */
function calledNote({ fy, counted }: Total, { id, type }: Attribute, { facts }: SayContext): string[] {
  const [first] = counted;
  if (!first || type !== 'money') return [];
  const called = facts.cellsOf(first.kind, id, first.subject.id).find((cell) => cell.fy === fy)?.called;
  return called === undefined ? [] : [`${when(fy)}金額は${called}です。`];
}

const when = (fy: number | null) => (fy === null ? '' : `${fiscalYearName(fy)}の`);

/** 「X」の令和5年度の予算（事業費）35,544千円と人件費（目安）3,075千円の合計は38,619千円です。 */
function columnsText(
  { totals, attribute, beside, scope, together }: SumResult,
  show: (value: number) => string,
): string {
  const columns = [{ attribute, totals }, ...beside].flatMap((column) =>
    column.totals.map((total) => ({ ...total, label: `${when(total.fy)}${column.attribute.label}` })),
  );
  const blank = columns.filter(({ counted }) => counted.length === 0);
  const parts = columns.map(({ label, value, counted }) =>
    counted.length === 0 ? label : `${label}${show(value)}`,
  );
  const subject = `${setText(scope)}の${parts.join('と')}`;
  if (blank.length > 0 || together === null)
    return `${subject}の合計は、${blank.map(({ label }) => label).join('・')}の記載がないため計算できません。`;
  return `${subject}の合計は${show(together)}です。`;
}

/** Years one by one, then together. */
export function sumText(result: SumResult, { query }: SayContext): string {
  const { totals, attribute, scope, together, unit } = result;
  const what = { sum: '合計', average: '平均', median: '中央値' }[result.shape];
  const told = totals.filter(({ counted }) => counted.length > 0);
  // A mean is no figure of the documents: 千円単位で it has no fraction.
  const scale = result.shape === 'sum' || query.unit === '億円' ? undefined : yenOf(query.unit);
  const rounded = (value: number) => (scale ? Math.round(value / scale) * scale : value);
  const show = (value: number) =>
    attribute.type === 'money'
      ? yen(rounded(value), query.unit)
      : figureText(value, { attribute, unit }, query.unit);
  const subject = setText(scope);
  const counter = scope.kind === 'kpi' ? 'KPI' : kindNames.project;
  const counted = (total: Total) =>
    `（${total.counted.length}${counter}${total.blank.length > 0 ? `、記載のない${total.blank.length}件は含みません` : ''}）`;
  if (result.beside.length > 0) return columnsText(result, show);
  const [only] = told;
  if (only && told.length === 1)
    return `${subject}の${when(only.fy)}${attribute.label}の${what}は${show(only.value)}です${counted(only)}。`;
  const years = told.map(
    (total) => `${total.fy === null ? '' : fiscalYearName(total.fy)}が${show(total.value)}${counted(total)}`,
  );
  const all = together === null ? '' : `、あわせて${show(together)}`;
  return `${subject}の${attribute.label}の${what}は、${years.join('、')}${all}です。`;
}
