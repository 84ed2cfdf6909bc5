// How far to the final target: from which figure, to which, and which way.

import type { Cell } from '../../facts/cell.ts';
import { splitUnit } from '../../status/typed-number.ts';
import { valueWithYear } from '../../wording/values.ts';
import type { Remaining, RemainingResult } from '../run/result/ways.ts';
import { amountText, cellText } from './cell-text.ts';
import { type Said, type SayContext, said } from './said.ts';
import { setText } from './subject-text.ts';
import { memberName } from './told-text.ts';

/** 「X」は実績の記載がないため基準値256人（令和6年度）から目標400人（令和8年度）まで、あと144人です。 */
export function sayRemaining({ scope, parts }: RemainingResult, context: SayContext): Said {
  if (parts.length === 0)
    return said(`${setText(scope)}のKPIは記載がありません。`, scope.members, { silent: true });
  const [first] = parts;
  const known = parts.filter(({ gap }) => gap !== null);
  const kept = parts.length > 6 && known.length > 0 ? known : parts;
  const lead = kept
    .slice(0, 8)
    .map((part) => remainingText(part, context))
    .join('\n');
  return said(
    lead,
    kept.map(({ member }) => member),
    {
      silent: known.length === 0,
      aggregate:
        first && parts.length === 1 && first.gap !== null
          ? {
              op: 'diff',
              of: 'kpi',
              value: first.gap,
              unit: first.to?.unit === '%' ? 'ポイント' : (first.to?.unit ?? ''),
            }
          : null,
    },
  );
}

/** One KPI as a sentence. */
function remainingText(part: Remaining, context: SayContext): string {
  const { member, from, to, gap } = part;
  const name = `「${memberName(member)}」`;
  if (!to) return noTarget(part, name, context);
  const goal = goalText(to);
  if (!from || gap === null)
    return `${name}は実績も基準値も記載がないため、${goal}までの残りは計算できません。`;
  const start = startText(from, context);
  const size = amountText(gap, to.unit);
  if (part.reached)
    return `${name}は${start}で、${goal}${gap === 0 ? 'と同じです（差はありません）' : `に${from.what === 'actual' ? '届いています' : 'すでに達しています'}（差は${size}）`}。`;
  return `${name}は${start}から${goal}まで、${wayText(part, size)}。`;
}

/** 目標400人（令和8年度）; words around the figure are quoted. */
export function goalText(cell: Cell): string {
  const text = valueWithYear(cell);
  return /^[\d▲約△]/.test(text) ? `目標${text}` : `目標「${text}」`;
}

function startText({ cell, what, value }: NonNullable<Remaining['from']>, context: SayContext): string {
  const attribute = context.facts.attribute(what);
  if (what === 'baseline') return `実績の記載がないため基準値${cellText(attribute, cell)}`;
  const sum =
    cell.value !== null && value !== cell.value
      ? `実績の累計${value}${cell.unit ?? ''}（最新は${cellText(attribute, cell)}）`
      : `最新の実績${cellText(attribute, cell)}`;
  return sum;
}

/** あと144人です; あと4.3ポイント下げる必要があります. */
function wayText({ gap, direction, to }: Remaining, size: string): string {
  const down = (gap ?? 0) < 0;
  if (direction === 'rank') return `あと${size}上げる必要があります`;
  if (!down) return `あと${size}です`;
  const rate = splitUnit(to?.unit ?? '').base === '%';
  return `あと${size}${rate ? '下げる' : '減らす'}必要があります`;
}

/** 前年度比増, 調整中, 維持 in words: nothing to count down to. */
function noTarget({ open, from }: Remaining, name: string, context: SayContext): string {
  const attribute = context.facts.attribute('target');
  const targets = open.map((cell) => `「${cell.text}」`);
  const told = targets.length > 0 ? `目標が${[...new Set(targets)].join('、')}で` : '目標値の記載がなく';
  const start = from
    ? `（${from.what === 'actual' ? '実績' : '基準値'}は${cellText(attribute, from.cell)}）`
    : '';
  return `${name}は${told}、到達すべき数値の記載がないため、残りは計算できません${start}。`;
}
