// The worst first, and how many KPIs stand where: what a list of KPIs begins with.
import type { Answer, Entry, KpiEntry } from '../answer/answer.ts';
import { type Standings, severity, standingsOf } from '../status/standing.ts';

/** Judging more than these would take longer than somebody waits. */
const mostJudged = 2000;

const isKpi = (entry: Entry): entry is KpiEntry => entry.kind === 'kpi';

/** The answer with its KPIs in the order they are shown: the worst first, what is only related after the rest. A ranking keeps its order. */
export function inShownOrder<A extends Answer>(answer: A): A {
  if (!listsKpis(answer) || !('entries' in answer)) return answer;
  const entries: readonly Entry[] = answer.entries;
  const ranked = answer.query?.some(({ extreme }) => extreme !== null) === true;
  if (ranked || entries.length > mostJudged || !entries.every(isKpi)) return answer;
  const own = answer.main ?? entries.length;
  const sorted = [...worstFirst(entries.slice(0, own)), ...worstFirst(entries.slice(own))];
  return { ...answer, entries: sorted };
}

/** A list, or a count that shows what it counted. */
function listsKpis(answer: Answer): boolean {
  const counted = answer.kind === 'fact' && answer.aggregate?.op === 'count';
  return counted || ['list', 'lagging', 'unrecorded'].includes(answer.kind);
}

/** Of equal ones the first stays first. */
export function worstFirst(entries: readonly KpiEntry[]): KpiEntry[] {
  const weighed = entries.map((entry) => ({ entry, weight: severity(entry.state) }));
  return weighed.sort((a, b) => a.weight - b.weight).map(({ entry }) => entry);
}

/** The counts above a list of KPIs; '' where the list is short or no list of KPIs. */
export function standingsOfAnswer(answer: Answer): string {
  if (!listsKpis(answer) || answer.near) return '';
  const all = 'entries' in answer ? answer.entries : [];
  const own = all.slice(0, answer.main ?? all.length).filter(isKpi);
  if (own.length < 4 || own.length > mostJudged) return '';
  return standingsText(standingsOf(own.map(({ state }) => state)));
}

/** `遅れ 3件・注意 3件・順調 6件（実績のある最後の年度）／実績未登録 89件・実績待ち 9件` */
export function standingsText({ judged, missing }: Standings): string {
  const text = (counts: Standings['judged']) =>
    counts.map(({ label, count }) => `${label} ${count}件`).join('・');
  const parts = [judged.length > 0 ? `${text(judged)}（実績のある最後の年度）` : '', text(missing)];
  return parts.filter((part) => part !== '').join('／');
}
