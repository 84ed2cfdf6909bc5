// Headings that repeat without a year of their own: 国庫支出金, 事業費計, …, six times over. Each round is a block.
import type { Column } from './header.ts';

/** Rounds of the same headings. */
export interface Blocks {
  /** Positions in the table's columns, one list a round. */
  rounds: number[][];
  /** `years`: each round is a year that nobody prints; `indicators`: each round is one more KPI. */
  of: 'years' | 'indicators';
}

/** The repeated runs of a table, left to right. */
export function findBlocks(columns: readonly Column[]): Blocks[] {
  const bases = columns.map(({ heading }) =>
    heading.fy === null && heading.relative === null && heading.meaning !== 'personal' ? heading.base : null,
  );
  const found: Blocks[] = [];
  let start = 0;
  while (start < bases.length) {
    const blocks = blocksFrom(bases, start);
    if (!blocks) {
      start += 1;
      continue;
    }
    const inside = blocks.flat().map((position) => columns[position]?.heading.meaning);
    const indicators = inside.includes('kpi-name');
    const figures = inside.some((meaning) =>
      ['money', 'kpi-value', 'target', 'actual', 'baseline', 'rate', 'amount'].includes(meaning ?? ''),
    );
    // Twin headings of words (特記事項, 特記事項) are twins and no years.
    if (indicators || figures) {
      found.push({ rounds: blocks, of: indicators ? 'indicators' : 'years' });
      start = (blocks.at(-1)?.at(-1) ?? start) + 1;
    } else {
      start += 1;
    }
  }
  return found;
}

/** The longest run of rounds that begins at `start`; the last round may stop early. */
function blocksFrom(bases: readonly (string | null)[], start: number): number[][] | null {
  const first = bases[start];
  if (first === null || first === undefined) return null;
  let next = bases.indexOf(first, start + 1);
  while (next !== -1) {
    const period = next - start;
    const equal = (round: number, offset: number) =>
      bases[start + offset] !== null && bases[start + offset] === bases[start + round * period + offset];
    let rounds = 1;
    const whole = (round: number) =>
      Array.from({ length: period }, (_, offset) => equal(round, offset)).every(Boolean);
    while (whole(rounds)) rounds += 1;
    if (rounds > 1) {
      const result = Array.from({ length: rounds }, (_, round) =>
        Array.from({ length: period }, (_, offset) => start + round * period + offset),
      );
      let rest = 0;
      while (rest < period && equal(rounds, rest)) rest += 1;
      if (rest > 0)
        result.push(Array.from({ length: rest }, (_, offset) => start + rounds * period + offset));
      return result;
    }
    next = bases.indexOf(first, next + 1);
  }
  return null;
}
