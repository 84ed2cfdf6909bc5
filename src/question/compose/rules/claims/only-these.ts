// 「増額」とされたのはAとBの2つだけ、で正しいですか: a claim that a set holds just these records.
import type { Rule } from '../../ask.ts';
import { claiming } from '../../claiming.ts';
import { type Clause, emptyQuery, setBy } from '../../compose.ts';
import type { Group } from '../../subjects.ts';

/** だけ, のみ behind what is named. */
export const only = /(?:だけ|のみ|しかない|しかありません)(?:と|で|だ|、|」|$|の理解)/;

export const onlyThese: Rule = (clause) => {
  const { frame, conditions } = clause;
  if (!frame.has('confirm') || !only.test(frame.text) || frame.has('which', 'count', 'sum')) return null;
  const named = namedSo(clause);
  const [first] = named;
  const chosen = conditions.filter(({ predicate }) => predicate.is !== 'repeated' && predicate.is !== 'not');
  const held = chosen.some(({ predicate }) =>
    ['word', 'compare', 'change', 'dashed', 'blank', 'lagging', 'status'].includes(predicate.is),
  );
  // 市の負担 may stand for two words of the column: nobody can tell which set is meant.
  const open = chosen.some(({ predicate }) => predicate.is === 'word' && predicate.values.length > 1);
  if (!first || !held || open || named.some(({ kind }) => kind !== first.kind)) return null;
  // Only what comes behind it is said to be the whole of it: Aは評価が「遅れ」だけ.
  if (chosen.some(({ item }) => item.start > first.start)) return null;
  for (const item of [...frame.numbers(), ...frame.intents('only')]) item.used = true;
  return {
    ...emptyQuery('whether'),
    sets: [setBy(first.kind, chosen)],
    years: clause.years.all,
    claim: claiming({ members: [...new Set(named.flatMap(({ ids }) => ids))] }),
  };
};

/** What is named in full, else the one thing right before だけ that is told by its words. */
function namedSo({ subjects, frame }: Clause): readonly Group[] {
  const exact = subjects.exact();
  if (exact.length > 0) return exact;
  const topic = subjects.topics().find(({ end }) => only.test(frame.text.slice(end, end + 6)));
  const group = topic ? subjects.byTopic([topic], ['project', 'kpi']) : null;
  return group?.strong && group.ids.length === 1 ? [group] : [];
}
