// 職のない人, 運動しない人: a record that speaks of the thing without its denial is another one.
import { recordOf } from '../../data/repository.ts';
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';
import type { Item } from './frame.ts';

/** What a record says that lacks something: 待機児童 has 「入れない子」 among its words; 運動不足 beside 運動する人の割合 is no such word. */
const denies = {
  kpi: /な[いきし]|[かがさたなばまらわ]ず/,
  project: /な[いきし]|ず|無|不|未|非|失|欠/,
} as const;

/** Stretches of the descriptions with a denial that the records found say nothing of. */
export function deniedThings({ ask, sets }: Query, { frame, around }: Clause): string[] {
  if (!['values', 'show', 'difference', 'remaining', 'sum'].includes(ask)) return [];
  const ids = sets.flatMap(({ named }) => named ?? []);
  if (ids.length === 0 || frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact)) return [];
  const says = (id: string) => {
    const record = recordOf(around.repository, id);
    const { kpi, project } = denies;
    const words = around.repository.kpi(id) ? kpi : project;
    return record !== undefined && words.test([record.name, ...record.aliases, ...record.keywords].join(' '));
  };
  return frame.intents('none').flatMap((item) => {
    const [before, next] = [frame.before(item), frame.next(item)];
    const within = isThing(next) && item.after === '' && before !== undefined;
    if (item.used || !within || !/^(?:の|が|を|に|も|し|て)?$/.test(before.after) || ids.some(says))
      return [];
    return [frame.text.slice(before.start, (next as Item).end)];
  });
}

function isThing(item: Item | undefined): boolean {
  return item !== undefined && item.meaning === null && item.noun;
}
