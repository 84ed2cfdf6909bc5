// Remarks beside a status: what a reader should know before trusting it.
import type { KpiRecord } from '../data/repository.ts';
import type { Target } from '../data/schemas/value.ts';
import type { Day } from '../ports/clock.ts';
import { isOver } from './calendar.ts';
import { isUsable, yearlessTarget } from './target-of-year.ts';
import type { VerdictInputs } from './verdict.ts';

/** What is true of the KPI in any verdict: printed in several places, revised, printed rates that do not add up. */
export function commonFlags(kpi: KpiRecord, achievement: VerdictInputs['achievement'], fy: number): string[] {
  const flags: string[] = [];
  const places = new Set(kpi.sources.map(({ document, place }) => `${document} ${place}`));
  if (places.size > 1) flags.push('同一KPI複数掲載');
  if (kpi.targetRevised) flags.push('中期目標改訂');
  if (kpi.achievements.some((one) => one.fy === fy && /ずれ/.test(one.note ?? '')))
    flags.push('達成率の行ずれ注意');
  const { computed, printed } = achievement ?? { computed: null, printed: null };
  // A printed rate is held against the printed result only; staff may since have recorded another.
  const isPrinted = !kpi.recorded.some((entry) => entry.fy === fy);
  if (isPrinted && computed !== null && printed !== null && Math.abs(computed - printed) > 0.1)
    flags.push('達成率の印刷と計算の差');
  return flags;
}

/** Why a missing target is itself worth a remark: the year is over, or the day it was promised for has passed. */
export function targetNotSetFlags(
  kpi: KpiRecord,
  target: Target | undefined,
  fy: number | null,
  asOf: Day,
): string[] {
  const flags: string[] = [];
  if (!target && yearlessTarget(kpi)) flags.push('目標年度の記載なし');
  if (target && /調整中|未定|検討中/.test(target.text) && fy !== null && isOver(fy, asOf))
    flags.push('目標未設定のまま年度終了');
  const promised = kpi.targets
    .filter((one) => !isUsable(one))
    .flatMap((one) => promisedYear(one.text) ?? [])
    .some((year) => isOver(year, asOf));
  if (promised) flags.push('目標設定の予定を経過');
  return flags;
}

/** 令和5年度中に設定予定 → 2023 */
function promisedYear(text: string): number | null {
  const match = /(令和|R)\s*(\d+)年度中?に設定/.exec(text.normalize('NFKC'));
  return match ? Number(match[2]) + 2018 : null;
}
