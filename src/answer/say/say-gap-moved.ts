// How far a gap moved: 差は令和6年度の13,407千円から令和7年度の35,940千円へ、22,533千円拡大しています.

import { fiscalYearName } from '../../wording/years.ts';
import type { CompareResult, GapMovedResult } from '../run/result/ways.ts';
import { type Said, type SayContext, said } from './said.ts';
import { apartText, labelOf, sayCompare, sideText } from './say-compare.ts';

/** Both gaps with the figures they come from; what is not printed is said instead. */
export function sayGapMoved({ from, to }: GapMovedResult, context: SayContext): Said {
  const open = [from, to].find(
    ({ sides }) => sides.length !== 2 || sides.some(({ value }) => value === null),
  );
  if (open) return sayCompare(open, context);
  const members = from.scopes.flatMap((scope) => scope.members);
  const names = from.sides.map(({ label }) => `「${label}」`).join('と');
  const moved = gapOf(to) - gapOf(from);
  const [first] = to.sides as [CompareResult['sides'][number]];
  const size = apartText(Math.abs(moved), first, to, context);
  const way = moved === 0 ? '変わっていません' : `${size}${moved > 0 ? '拡大しています' : '縮小しています'}`;
  const told = `${names}の${labelOf({ ...from, years: [] })}の差は、${gapText(from, context)}から${gapText(to, context)}へ、${way}。`;
  const { claim } = context.query;
  if (!claim || claim.moved === null) return said(told, members);
  const holds = claim.moved === 'up' ? moved > 0 : claim.moved === 'down' ? moved < 0 : moved === 0;
  return said(`${holds ? 'はい' : 'いいえ'}、${told}`, members);
}

/** 令和6年度の13,407千円（39,464千円と26,057千円）. */
function gapText(result: CompareResult, context: SayContext): string {
  const [first] = result.sides as [CompareResult['sides'][number]];
  const years = result.years.map(fiscalYearName).join('');
  const own = result.sides.map((side) => sideText(side, result, context)).join('と');
  return `${years}の${apartText(gapOf(result), first, result, context)}（${own}）`;
}

function gapOf({ sides }: CompareResult): number {
  const [a, b] = sides.map(({ value }) => value ?? 0);
  return Number(Math.abs((a ?? 0) - (b ?? 0)).toPrecision(12));
}
