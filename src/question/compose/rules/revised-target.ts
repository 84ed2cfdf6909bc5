// 改訂前の目標は, 中期目標はいくつからいくつに変わった: what a target was before it was revised is told in words alone.
import { recordOf } from '../../../data/repository.ts';
import type { Rule } from '../ask.ts';
import { withCarried } from '../carried.ts';
import { emptyQuery } from '../compose.ts';
import { inheritedSets, namedSets } from '../sets.ts';

/** The figure that stood before, or both. */
const before =
  /(?:改訂|改定|変更|見直し|修正|変え|変わ)(?:られ|する|る)?(?:前|まえ)|(?:もと|元|以前)の(?:中期)?目標|(?:いくつ|何[人件回%]|何\S)から(?:いくつ|何\S)/;

export const revisedTarget: Rule = (clause) => {
  const { frame, subjects, around } = clause;
  const target = frame.attributes().some(({ meaning }) => meaning.ids.includes('target'));
  const goesOn = !subjects.any() && clause.before !== null;
  if (!target || !before.test(frame.text) || !(subjects.any() || goesOn)) return null;
  const spoken = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['kpi']);
  const ofThread = goesOn ? inheritedSets(clause, ['kpi']) : [];
  const ids = withCarried(spoken?.ids ?? ofThread.flatMap(({ named }) => named ?? []), around);
  const told = around.repository.statements.some(
    ({ topic, subject }) => topic === 'revision' && ids.includes(subject.id),
  );
  const [said] = /[^のはが、\s]*(?:前|まえ)$/.exec(before.exec(frame.text)?.[0] ?? '') ?? [];
  if (!told && said === undefined) return null;
  // 目標は改訂前いくつ, where no revision is told: nothing is known of it.
  const sets = goesOn ? ofThread : namedSets(clause, ['kpi']);
  if (!told) return { ...emptyQuery('values'), sets, unread: [said as string] };
  for (const item of frame.items) item.used = true;
  clause.unread.length = 0;
  const about = ids.map((id) => recordOf(around.repository, id)?.name ?? '')[0] ?? '';
  return { ...emptyQuery('what'), sets, topics: ['revision'], about };
};
