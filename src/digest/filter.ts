// The KPIs a subscription is narrowed to: those an answer to its words holds.
import type { Answer, Entry } from '../answer/answer.ts';

/** Ids of the answer's KPIs and of the KPIs of its projects. */
export function kpisOfAnswer(answer: Answer): Set<string> {
  const entries: readonly Entry[] = 'entries' in answer ? answer.entries : [];
  return new Set(
    entries.flatMap((entry) => (entry.kind === 'kpi' ? [entry.id] : entry.kpis.map((kpi) => kpi.id))),
  );
}
