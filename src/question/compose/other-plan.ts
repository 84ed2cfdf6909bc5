// 圏域の担当者会議で …連携事業の事業評価は: a project of the same name in another plan, where only that plan prints the column.
import { recordOf } from '../../data/repository.ts';
import { normalize } from '../../language/normalize.ts';
import type { Query, SubjectSet } from '../query.ts';
import type { Clause } from './compose.ts';

/** The query over the record of the same name that has the columns asked for, where the one found has none of them. */
export function withColumnElsewhere(query: Query, { around }: Clause): Query {
  const { ask, wanted, sets } = query;
  if ((ask !== 'values' && ask !== 'whether') || wanted.length === 0) return query;
  const has = (id: string) => wanted.some(({ attribute }) => around.facts.cells(attribute, id).length > 0);
  const moved = sets.map((set): SubjectSet => {
    const [id, more] = set.named ?? [];
    if (set.kind !== 'project' || id === undefined || more !== undefined || has(id)) return set;
    const name = normalize(recordOf(around.repository, id)?.name ?? '');
    const { hits } = around.search.search(name, { kinds: ['project'] });
    const alike = hits
      .slice(0, nearest)
      .filter((hit) => hit.id !== id && normalize(recordOf(around.repository, hit.id)?.name ?? '') === name);
    const [other, third] = alike.filter((hit) => has(hit.id));
    return other && !third ? { ...set, named: [other.id] } : set;
  });
  return { ...query, sets: moved };
}

/** Records of one name are found first. */
const nearest = 5;
