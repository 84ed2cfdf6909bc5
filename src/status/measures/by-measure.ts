// Which rule judges which measure; a new measure must break the build here.
import type { Measure } from '../../data/schemas/kpi.ts';
import { judgeAverageGap } from './average-gap.ts';
import { judgeCumulative } from './cumulative.ts';
import { judgeEndYear } from './end-year.ts';
import { judgeGraded } from './graded.ts';
import { judgeMaintain } from './maintain.ts';
import type { Judging, Measured } from './measure.ts';
import { judgeMilestone } from './milestone.ts';
import { judgePeriodAverage } from './period-average.ts';
import { judgeRank } from './rank.ts';
import { judgeReduceBy } from './reduce-by.ts';
import { judgeYearOverYear } from './year-over-year.ts';
import { judgeYearly } from './yearly.ts';

const rules: Record<Measure, (judging: Judging) => Measured> = {
  yearly: judgeYearly,
  'per-year': judgeYearly,
  'end-year': judgeEndYear,
  cumulative: judgeCumulative,
  maintain: judgeMaintain,
  rank: judgeRank,
  'year-over-year': judgeYearOverYear,
  'average-gap': judgeAverageGap,
  'period-average': judgePeriodAverage,
  milestone: judgeMilestone,
  graded: judgeGraded,
  'reduce-by': judgeReduceBy,
  unset: () => ({ kind: 'none', why: '目標が置かれていないため判定しません' }),
};

/** Holds one result against one target, by the KPI's measure. */
export function measure(judging: Judging): Measured {
  return rules[judging.kpi.measure](judging);
}
