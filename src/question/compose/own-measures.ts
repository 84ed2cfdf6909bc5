// ふるさと納税は件数と金額どっちの達成率が: beside a project, words that tell its KPIs apart.
import type { Clause } from './compose.ts';
import type { Item } from './frame.ts';
import { type Group, wholeGroup } from './subjects.ts';

/** The two KPIs of the one named project, or of the thread, that two words joined by と tell apart, in the order said; takes the words. */
export function ownMeasures(clause: Clause): Group[] | null {
  const { frame, subjects, around } = clause;
  const [project, more] = subjects.exact().filter(({ kind }) => kind === 'project');
  if (more) return null;
  const kpis = project
    ? project.ids.flatMap((id) => around.repository.project(id)?.kpis ?? [])
    : subjects.exact().length === 0
      ? ofThread(clause)
      : [];
  if (kpis.length < 2) return null;
  const told = frame.items.flatMap((item) => {
    const ids = kpis.filter((id) => around.repository.kpi(id)?.name.includes(item.text));
    return isMeasure(item) && ids.length === 1 ? [{ item, id: ids[0] as string }] : [];
  });
  const at = told.findIndex(
    ({ item, id }, i) => /^(?:と|か|、)$/.test(item.after.trim()) && told[i + 1] && told[i + 1]?.id !== id,
  );
  const pair = told.slice(at, at + 2);
  if (at < 0 || frame.next((pair[0] as { item: Item }).item) !== pair[1]?.item) return null;
  return pair.map(({ item, id }) => {
    item.used = true;
    return wholeGroup(item, 'kpi', [id]);
  });
}

/** The KPIs of the thread, or of the project that it speaks of. */
function ofThread({ before, around: { repository } }: Clause): string[] {
  const [set, more] = before?.sets ?? [];
  if (!set?.named || more) return [];
  return set.kind === 'kpi' ? set.named : set.named.flatMap((id) => repository.project(id)?.kpis ?? []);
}

/** 件数, 金額, 客数: what a figure may be of; names and years are none. */
function isMeasure({ meaning, text }: Item): boolean {
  return text.length > 1 && (meaning === null || meaning.is === 'attribute' || meaning.is === 'intent');
}
