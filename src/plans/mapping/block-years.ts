// The answer to "which years are these blocks": R2決算, R3決算, …, R7計画.
import { readYearCell, readYears } from '../cells/years.ts';
import type { MoneyKind } from '../read-plan.ts';
import type { Answer } from './answers.ts';
import { moneyKindOf } from './money-words.ts';

/** What one round of repeated headings is. */
export interface BlockYear {
  fy: number;
  kind: MoneyKind | null;
}

/** Reads 「R2決算、R3決算、R7計画」 or a list of such; what is not understood is left out. */
export function readBlockAnswer(answer: Answer | undefined): (BlockYear | undefined)[] {
  if (answer === undefined || (typeof answer === 'object' && !Array.isArray(answer))) return [];
  const parts = Array.isArray(answer) ? answer : answer.split(/[、,\s]+/).filter((part) => part !== '');
  return parts.map((part) => {
    const [span] = readYears(part);
    const fy = span?.years[0] ?? readYearCell(part)?.fy;
    return fy === undefined ? undefined : { fy, kind: moneyKindOf(part) };
  });
}

/** Year and kind as they are written in an answer: R7計画. */
export function blockText(fy: number, kind: string): string {
  return fy >= 2019 ? `R${fy - 2018}${kind}` : `${fy}年度${kind}`;
}
