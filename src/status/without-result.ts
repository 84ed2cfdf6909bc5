// What is said of a year that cannot be judged: its result is awaited or overdue, or it has no usable target.
import type { KpiRecord } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Target } from '../data/schemas/value.ts';
import type { Day } from '../ports/clock.ts';
import { longDate } from '../wording/dates.ts';
import { dueDay, isOver, yearLabel, yearLabels } from './calendar.ts';
import { quoted, shown } from './notation.ts';
import type { Result } from './result-of-year.ts';
import { isUsable, yearlessTarget } from './target-of-year.ts';
import type { Status } from './verdict.ts';

/** The day is Hakaru's own rule; the documents print none. */
const limit = '実績の登録期限（Hakaruの設定）';

/** Without a result: 実績待ち until the due day, 期限超過・実績未登録 after it. */
export function waiting(
  { fy, asOf }: { fy: number; asOf: Day },
  plan: Plan,
  target: Target,
  results: ReadonlyMap<number, Result>,
): [Status, string] {
  const year = yearLabel(fy);
  const due = dueDay(fy, plan);
  const ended = target.pointInTime === undefined ? isOver(fy, asOf) : asOf >= target.pointInTime;
  const last = [...results.values()].filter((one) => one.fy < fy).at(-1);
  const lastSays = last ? `最後の実績は${yearLabel(last.fy)}の${shown(last)}です。` : '';
  const aim = `${year}の目標${quoted(target)}`;
  if (asOf > due)
    return [
      '期限超過・実績未登録',
      `${aim}に対する実績が未登録です。${limit}は${longDate(due)}でした。${lastSays}`,
    ];
  if (ended)
    return ['実績待ち', `${aim}に対する実績を待っています。${limit}は${longDate(due)}です。${lastSays}`];
  return ['実績待ち', `目標（${year}：${shown(target)}）の年度はまだ終わっていません。${lastSays}`];
}

/** Why the year has nothing to be held against, and where the next target stands. */
export function whyNoTarget(kpi: KpiRecord, fy: number, target: Target | undefined): string {
  const year = yearLabel(fy);
  const later = kpi.targets.find((one) => isUsable(one) && one.fy !== null && one.fy > fy);
  if (target) {
    const next = later?.fy ? `次の目標は${yearLabel(later.fy)}の${quoted(later)}です。` : '';
    return `${year}の目標が「${shown(target)}」のため判定しません。${next}`;
  }
  if (kpi.measure === 'unset') return '数値の目標が置かれていないため判定しません。';
  if (yearlessTarget(kpi)) return '目標の年度が記載されていないため、期限を決められず判定しません。';
  const others = kpi.targets.flatMap((one) => (isUsable(one) ? (one.fy ?? []) : []));
  const known = [...new Set(others)].sort((a, b) => a - b);
  return known.length > 0
    ? `${year}の目標はありません（目標年度は${yearLabels(known)}）。`
    : `${year}の目標はありません。`;
}
