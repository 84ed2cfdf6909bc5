// The KPIs a subscription is narrowed to: those an answer to its words holds.
import type { Answer, Entry } from '../answer/answer.ts';

/** Ids of the answer's KPIs and of the KPIs of its projects: as many as its sentence says, without what is only related. */
export function kpisOfAnswer(answer: Answer): Set<string> {
  const all: readonly Entry[] = 'entries' in answer ? answer.entries : [];
  // A policy or a plan that is named alone has no entry of its own: all below it are meant.
  const entries = answer.main ? all.slice(0, answer.main) : all;
  return new Set(
    entries.flatMap((entry) => (entry.kind === 'kpi' ? [entry.id] : entry.kpis.map((kpi) => kpi.id))),
  );
}
