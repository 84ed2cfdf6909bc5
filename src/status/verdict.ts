// What a judgement says: the words of the status rule, as plain data.
import type { Source } from '../data/schemas/source.ts';
import type { PublishedWord } from './published.ts';

/** The seven statuses, in the rule's own words. */
export const statuses = [
  '達成',
  '順調',
  '注意',
  '遅れ',
  '実績待ち',
  '期限超過・実績未登録',
  '判定対象外',
] as const;
/** One of the seven; 実績待ち, 期限超過・実績未登録 and 判定対象外 say why no result is judged. */
export type Status = (typeof statuses)[number];

/** What a judgement was made from, enough to answer 「根拠は？」. */
export interface VerdictInputs {
  measure: string;
  direction: string;
  /** Fiscal year judged; null when no year applies. */
  fy: number | null;
  baseline: { value: number | null; text: string; fy: number | null } | null;
  target: { value: number | null; text: string; fy: number | null } | null;
  actual: { value: number | null; text: string; fy: number; recordedBy?: string } | null;
  /** Per cent, unrounded; null when no rate applies. */
  rate: number | null;
  /** 達成率 recomputed as actual ÷ target, and as printed. */
  achievement: { computed: number | null; printed: number | null } | null;
  /** 実績 ÷ 目標 × 100 = 5 ÷ 6 × 100 = 83.3% */
  formula: string;
  bands: readonly [number, number, number];
  /** Day the results are due; null when no year applies. */
  due: string | null;
  sources: Source[];
}

/** The judgement of one KPI at one date or for one year. */
export interface Verdict {
  status: Status;
  /** One short Japanese sentence a person understands. */
  reason: string;
  flags: string[];
  inputs: VerdictInputs;
}

/** The state now, with the last year that could be judged beside it (「最後の判定 R3：達成」). */
export interface StateNow extends Verdict {
  /** Null where the state itself is the judgement of a year, or no year could be judged. */
  lastJudged: { fy: number; verdict: Verdict } | null;
  /** The published words of its projects (順調, やや遅れ …) with their row; empty when none is printed. */
  published: PublishedWord[];
  /** 注意 or 遅れ, now or in the last judged year, or published as やや遅れ/遅れ: the lagging list. */
  lagging: boolean;
}
