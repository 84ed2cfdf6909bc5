// Where a KPI stands at a glance: its judgement, however old, before what is missing; and how many stand where.
import { isJudged } from './judge-now.ts';
import type { StateNow, Status, Verdict } from './verdict.ts';

/** The newest judgement with its year: the state itself, or the last year that could be judged; null without any. */
export function judgementOf(state: StateNow): { fy: number | null; verdict: Verdict } | null {
  return isJudged(state.status) ? { fy: state.inputs.fy, verdict: state } : state.lastJudged;
}

/** The judgement, else why there is none: what lists show first. */
export function standingOf(state: StateNow): Status {
  return judgementOf(state)?.verdict.status ?? state.status;
}

/** The worst first. */
const order: readonly Status[] = [
  '遅れ',
  '注意',
  '期限超過・実績未登録',
  '実績待ち',
  '順調',
  '達成',
  '判定対象外',
];

/** Place in a list that shows the worst first; a lag that only the published word tells stands after the judged ones. */
export function severity(state: StateNow): number {
  const standing = standingOf(state);
  const lagging = standing === '遅れ' || standing === '注意';
  return state.lagging && !lagging ? 1.5 : order.indexOf(standing);
}

/** One status and how many KPIs have it. */
export interface StandingCount {
  label: string;
  count: number;
}

/** How many KPIs stand where: by the newest judgement, and by what is missing; a KPI may be in both. */
export interface Standings {
  /** 遅れ, 注意, 公表評価のみ遅れ, 順調, 達成. */
  judged: StandingCount[];
  /** 実績未登録, 実績待ち, 判定対象外. */
  missing: StandingCount[];
}

/** Counts of a list, a digest, App Home: the same everywhere. Statuses that no KPI has are left out. */
export function standingsOf(states: readonly StateNow[]): Standings {
  const count = (label: string, fits: (state: StateNow) => boolean) => ({
    label,
    count: states.filter(fits).length,
  });
  const judged = (status: Status) => (state: StateNow) => judgementOf(state)?.verdict.status === status;
  const now = (status: Status) => (state: StateNow) => state.status === status;
  const some = ({ count: own }: StandingCount) => own > 0;
  return {
    judged: [
      count('遅れ', judged('遅れ')),
      count('注意', judged('注意')),
      count('公表評価のみ遅れ', publishedOnly),
      count('順調', judged('順調')),
      count('達成', judged('達成')),
    ].filter(some),
    missing: [
      count('実績未登録', now('期限超過・実績未登録')),
      count('実績待ち', now('実績待ち')),
      count('判定対象外', now('判定対象外')),
    ].filter(some),
  };
}

/** The document says that it lags, the judgement does not. */
export function publishedOnly(state: StateNow): boolean {
  const standing = standingOf(state);
  return state.lagging && standing !== '遅れ' && standing !== '注意';
}
