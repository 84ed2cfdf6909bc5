// Attributes of each member in the first sentences; long sets share one sentence.
import { bareName } from '../../facts/facts.ts';
import { fiscalYearNames } from '../../wording/years.ts';
import type { ValuesResult } from '../run/result/result.ts';
import type { Member, Told } from '../run/result/scope.ts';
import { cellText } from './cell-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { setText } from './subject-text.ts';
import { labelOf, memberName, rowText } from './told-text.ts';

/** More members than this share one sentence. */
const toldOneByOne = 6;
/** More figures than this stand in the entries only. */
const mostInSentence = 15;

/** 「X」の令和8年度の予算（事業費）は34,507千円です。 */
export function sayValues({ scope, rows, more }: ValuesResult, context: SayContext): Said {
  const told = rows.flat();
  const silent = told.every(({ gap }) => gap !== null);
  const known = rows.filter((row) => row.some(({ gap }) => gap === null));
  // One name may mean several records: those that tell anything answer.
  const kept = scope.named && known.length > 0 && context.query.wanted.length === 1 ? known : rows;
  const lead =
    kept.length <= toldOneByOne
      ? kept.map((row) => amountless(row, context) + rowText(row, context)).join('\n')
      : manyText(kept, { silent, scope }, context);
  const members = carriers(kept.flat());
  return said(lead, members, {
    silent,
    assumed: assumedYears(told),
    notes: [...leftOut(rows, kept), ...(more > 0 ? [`ほかの${more}件は省いています。`] : [])],
    budgetYears: budgetYearsOf(kept.flat()),
    towns: !silent && kept.flat().every(({ id }) => bareName(id) === 'towns'),
  });
}

/** Where an amount was asked of a column of words, and the words tell none, that is said first. */
function amountless(row: readonly Told[], { query }: SayContext): string {
  const [told, more] = row;
  if (query.seek !== '円' || !told || more || told.gap !== null) return '';
  if (told.cells.some(({ text }) => /[\d０-９一二三四五六七八九十百千万億]円/.test(text))) return '';
  return `「${memberName(told.member)}」の${labelOf(told)}の額は資料に記載がありません。`;
}

function manyText(
  rows: readonly Told[][],
  { silent, scope }: { silent: boolean; scope: ValuesResult['scope'] },
  context: SayContext,
): string {
  const labels = [...new Set(rows.flat().map(labelOf))].join('・');
  const years = fiscalYearNames([...new Set(context.query.wanted.flatMap(({ years }) => years))]);
  const when = years === '' ? '' : `${years}の`;
  if (silent) return `${setText(scope)}${rows.length}件の${when}${labels}は、いずれも記載がありません。`;
  const parts = rows.flatMap((row) => {
    const cells = row.flatMap(({ attribute, cells: own }) =>
      own.map((cell) => cellText(attribute, cell, context.query.unit)),
    );
    return cells.length > 0 && row[0] ? [`${rowName(row[0])} ${cells.join('・')}`] : [];
  });
  const blank = rows.length - parts.length;
  const rest = parts.length > mostInSentence ? `ほか${parts.length - mostInSentence}件` : '';
  return `${setText(scope)}${rows.length}件の${when}${labels}は、${parts.slice(0, mostInSentence).join('、')}${rest}です${blank > 0 ? `（${blank}件は記載がありません）` : ''}。`;
}

const rowName = ({ member }: Told) => memberName(member);

/** Each record once, in the order of the sentences. */
export function carriers(told: readonly Told[]): Member[] {
  const ids = new Set<string>();
  return told.flatMap(({ member }) => {
    const key = `${member.kind} ${member.subject.id}`;
    if (ids.has(key)) return [];
    ids.add(key);
    return [member];
  });
}

/** The year that was not said. */
function assumedYears(told: readonly Told[]): string[] {
  const years = new Set(
    told.flatMap(({ assumed, attribute, cells }) =>
      assumed && attribute?.type === 'money' && attribute.byYear ? cells.flatMap(({ fy }) => fy ?? []) : [],
    ),
  );
  if (years.size === 0) return [];
  return [`年度の指定がないため、最新の${fiscalYearNames([...years].sort((a, b) => a - b))}でお答えします。`];
}

function leftOut(rows: readonly Told[][], kept: readonly Told[][]): string[] {
  const left = rows.filter((row) => !kept.includes(row));
  return left.length === 0 ? [] : [`ほかの${left.length}件には記載がありません。`];
}

function budgetYearsOf(told: readonly Told[]): number[] | null {
  const only = told.every(
    ({ id, gap, member }) => id === 'budget' && gap === null && member.kind === 'project',
  );
  if (!only) return null;
  return [...new Set(told.flatMap(({ cells }) => cells.flatMap(({ fy }) => fy ?? [])))].sort((a, b) => a - b);
}
