// What changed between the state a channel knows and the state of today: one change per KPI, in one tier.
import type { KpiState, Snapshot } from './snapshot.ts';

/** In the order of a digest: the first three are named one by one, the others are a line each. */
export const tiers = [
  '遅れ',
  '注意',
  '公表評価と不一致',
  '期限超過',
  '改善・達成',
  '実績の登録',
  'データの追加・更新',
] as const;
/** Where in a digest a change stands. */
export type Tier = (typeof tiers)[number];

/** One KPI that changed. */
export interface KpiChange {
  kpi: string;
  tier: Tier;
  /** What the channel knew; null for a KPI that is new in the data. */
  before: KpiState | null;
  after: KpiState;
}

/** Every KPI of `after` that `before` knew otherwise or not at all, in the order of `after`. */
export function changes(before: Snapshot, after: Snapshot): KpiChange[] {
  return Object.entries(after.kpis).flatMap(([kpi, now]) => {
    const known = before.kpis[kpi] ?? null;
    const tier = tierOf(known, now);
    return tier ? [{ kpi, tier, before: known, after: now }] : [];
  });
}

const order = ['達成', '順調', '注意', '遅れ'];
/** 達成 0 … 遅れ 3; -1 without a judgement. */
const rank = (state: KpiState | null) => order.indexOf(state?.judged ?? '');

function tierOf(before: KpiState | null, now: KpiState): Tier | null {
  const recorded = before !== null && now.seq !== before.seq;
  const judgedAnew =
    now.judged !== null && (now.judged !== before?.judged || now.judgedFy !== before.judgedFy);
  // Taking an entry back returns to an earlier year: that is no news about the KPI itself.
  const wentBack = recorded && (now.judgedFy ?? 0) < (before.judgedFy ?? 0);
  if (judgedAnew && !wentBack) {
    const better = before?.judged != null && rank(now) < rank(before);
    if (now.judged === '遅れ') return '遅れ';
    if (now.judged === '注意') return better ? '改善・達成' : '注意';
    if (now.mismatch && !before?.mismatch) return '公表評価と不一致';
    // A new document's good results are news as data, not one by one.
    if (before !== null && (now.judged === '達成' || better || before.judged === null)) return '改善・達成';
  } else if (now.mismatch && !before?.mismatch && !wentBack) return '公表評価と不一致';
  if (before === null) return 'データの追加・更新';
  if (recorded) return '実績の登録';
  if (now.due === 'overdue' && (before.due !== 'overdue' || (now.dueFy ?? 0) > (before.dueFy ?? 0)))
    return '期限超過';
  return now.print === before.print ? null : 'データの追加・更新';
}
