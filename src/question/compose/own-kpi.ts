// コミセンの利用者は: words that name a project and, beside it, one of its KPIs.

import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Clause } from './compose.ts';
import { printsIn } from './printed.ts';
import type { Group } from './subjects.ts';
import { type Candidate, resolveTopic, standingOut } from './topic.ts';

/** Words that stand in the name of any KPI. */
const everyday = /^(?:数|率|値|件|者|人|回|目標|実績|事業|割合|件数|回数|人数)$/;

/** The one KPI of the described project that a word beside the description names; null where none or several are. */
export function toldKpi(clause: Clause): Group | null {
  const { subjects, around } = clause;
  const topics = subjects.topics();
  if (topics.length === 0) return null;
  const exact = subjects.exact();
  const group = exact[0] ?? subjects.byTopic(topics, ['project', 'kpi']);
  if (exact.length > 1 || group?.kind !== 'project' || group.ids.length !== 1) return null;
  const project = around.repository.project(group.ids[0] as string);
  const own = normalize(project?.name ?? '');
  const words = topics
    .flatMap(({ items }) => items)
    .map(({ text }) => text)
    .filter((text) => text.length >= 2 && !everyday.test(text) && !own.includes(text));
  const named = (project?.kpis ?? []).filter((id) => {
    const name = normalize(around.repository.kpi(id)?.name ?? '');
    return words.some((word) => name.includes(word));
  });
  return named.length === 1 ? { ...group, kind: 'kpi', ids: named, strong: true, missed: [] } : null;
}

/** The column that both years of a KPI are printed in: its results, else its targets. */
export function columnOf(id: string, years: readonly number[], { around }: Clause): 'actual' | 'target' {
  const holds = (attribute: string) => years.every((fy) => printsIn(around.facts, attribute, id, fy));
  return !holds('actual') && holds('target') ? 'target' : 'actual';
}

/** 増えた, 上がってる of a KPI that has results: from its base to the newest of them. */
export function cameAbout(clause: Clause, ids: readonly string[]): boolean {
  const { around } = clause;
  const has = (attribute: string, id: string) =>
    around.facts.cells(attribute, id).some(({ value }) => value !== null);
  return tellsPast(clause) && ids.length > 0 && ids.every((id) => has('actual', id) && has('baseline', id));
}

/** 増えた, 減っている: it has come about. */
export function tellsPast({ frame }: Clause): boolean {
  return frame
    .intents('rise', 'fall')
    .some(({ text, after }) => /[たて]$/.test(text) || /^(?:っ|ん|い|し)?(?:た|て|まし)/.test(after.trim()));
}

/** The KPI of the plans that the words clearly mean. */
export function clearKpi(words: string, plans: readonly string[], around: Around): Candidate | null {
  const keep = (_: unknown, id: string) => plans.includes(around.repository.kpi(id)?.plan ?? '');
  return standingOut(resolveTopic(words, ['kpi'], around, keep).candidates);
}
