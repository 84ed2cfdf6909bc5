// What lags, and what nobody has recorded: two lists that are never one.
import type { Question } from '../question/question.ts';
import type { Answer, KpiEntry } from './answer.ts';
import type { Base } from './base.ts';
import { fiscalYearName } from './wording.ts';

const severity: Record<string, number> = { 遅れ: 0, 注意: 1 };

/** The worst word that puts the KPI on the lagging list: now, last judged, or published. */
function rank({ state }: KpiEntry): number {
  const words = [state.status, state.lastJudged?.verdict.status ?? ''];
  return Math.min(2, ...words.map((word) => severity[word] ?? 2));
}

/** KPIs that lag: 注意 or 遅れ, now or when last judged, or published as やや遅れ or 遅れ. */
export function answerLagging(base: Base, entries: KpiEntry[]): Answer {
  const lagging = entries.filter(({ state }) => state.lagging).sort((a, b) => rank(a) - rank(b));
  base.notes.push(
    '判定基準は100/80/60で、市の公式基準ではありません。公表された評価がやや遅れ・遅れのものも含みます。',
  );
  const unrecorded = entries.filter(({ state }) => state.status === '期限超過・実績未登録').length;
  if (unrecorded > 0)
    base.alternatives.push({ label: `実績未登録のKPI（${unrecorded}件）`, ask: '/kpi 実績未登録' });
  return {
    ...base,
    kind: 'lagging',
    entries: lagging,
    lead:
      lagging.length > 0
        ? `遅れている（注意・遅れ）KPIは${lagging.length}件です。`
        : '遅れているKPIはありません。',
  };
}

/** KPIs whose results are overdue and nobody has recorded; those awaited come after. */
export function answerUnrecorded(question: Question, base: Base, entries: KpiEntry[]): Answer {
  const overdue = entries.filter(({ state }) => state.status === '期限超過・実績未登録');
  const inYear = overdue.filter(
    ({ state }) =>
      question.years.length === 0 || (state.inputs.fy !== null && question.years.includes(state.inputs.fy)),
  );
  const when = question.years.length > 0 ? `${question.years.map(fiscalYearName).join('・')}の` : '';
  return {
    ...base,
    kind: 'unrecorded',
    entries: inYear,
    lead:
      inYear.length > 0
        ? `期限を過ぎても${when}実績が未登録のKPIは${inYear.length}件です。`
        : `期限を過ぎて${when}実績が未登録のKPIはありません。`,
  };
}
