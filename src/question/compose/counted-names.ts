// 「世界遺産の事業2つ」: so many records as are said, all of them called by the word before.
import { normalize } from '../../language/normalize.ts';
import type { Clause } from './compose.ts';
import { predicatesOf } from './compose.ts';
import type { Frame, Item, Topic } from './frame.ts';
import { keeper, type RecordKind } from './keeper.ts';
import type { Group } from './subjects.ts';

const counted = /(?:つ|個|事業|件)$/;

/** The records, where just so many are called so as are said; null otherwise. Takes the number. */
export function countedNames(
  topics: readonly Topic[],
  kinds: readonly RecordKind[],
  clause: Clause,
): Group[] | null {
  const number = numberSaid(clause.frame);
  const [topic, more] = topics;
  if (!number || !topic || more || topic.text.length < 2 || clause.frame.has('count')) return null;
  const { value } = number.meaning.number;
  for (const kind of kinds) {
    const all = called(topic, kind, clause);
    const ids = [all, all.filter((id) => printsThen(id, clause))].find(({ length }) => length === value);
    if (!ids) continue;
    number.used = true;
    const { text: label, start } = topic;
    const said = { label, start, exact: false, missed: [], matched: 1, strong: true };
    return ids.map((id) => ({ ...said, kind, ids: [id] }));
  }
  return null;
}

type NumberItem = ReturnType<Frame['numbers']>[number];

function numberSaid(frame: Frame): NumberItem | null {
  const [item, more] = frame.numbers().filter(({ used }) => !used);
  if (!item || more || !counted.test(item.text)) return null;
  const { value, to, relation, ordinal } = item.meaning.number;
  return value >= 2 && to === null && relation === null && !ordinal && besideThings(item, frame)
    ? item
    : null;
}

/** 世界遺産の事業2つ, 2つの事業, 世界遺産の2つ. */
function besideThings(item: NumberItem, frame: Frame): boolean {
  const before: Item | undefined = frame.before(item);
  return /^(?:の|が|を|は|とも|って|、|\s|$)/.test(item.after) && before?.meaning?.is !== 'years';
}

function called({ text }: Topic, kind: RecordKind, { conditions, around }: Clause): string[] {
  const keep = keeper(predicatesOf(conditions), around);
  const { projects, kpis } = around.repository;
  return (kind === 'project' ? projects : kpis)
    .filter(({ id, name }) => normalize(name).includes(text) && (!keep || keep(kind, id)))
    .map(({ id }) => id);
}

/** A figure stands there for a year that is said. */
function printsThen(id: string, { years, around: { facts } }: Clause): boolean {
  return ['budget', 'target', 'actual'].some((attribute) =>
    facts
      .cells(attribute, id)
      .some(({ fy, value }) => fy !== null && value !== null && years.all.includes(fy)),
  );
}
