// The names of records and policies as a text is searched for them.
import type { Repository } from '../../data/repository.ts';
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { keysOfName, keysOfPolicy, partsOfName } from '../../question/mentions/names.ts';

/** A record or a policy by a name or by a part of one that names it too. */
export interface NameRow {
  key: string;
  kind: 'project' | 'kpi' | 'policy';
  at: number;
  id: string;
  exact: boolean;
}

/** Longer names stand in no question. */
const longest = 80;

/** Names of all records; their parts only where `parted` wants them, as few plans are there. */
export function nameRows(
  { projects, kpis, policies }: Pick<Repository, 'projects' | 'kpis' | 'policies'>,
  parted: Tokenizer | null,
): NameRow[] {
  const rows: NameRow[] = [];
  const add = (kind: 'project' | 'kpi', records: Repository['projects'] | Repository['kpis']) => {
    records.forEach(({ id, name, aliases }, at) => {
      const keys = new Map<string, boolean>();
      for (const one of [name, ...aliases]) for (const key of keysOfName(one)) keys.set(key, true);
      for (const one of parted ? [name, ...aliases] : [])
        for (const key of partsOfName(one, parted as Tokenizer)) if (!keys.has(key)) keys.set(key, false);
      for (const [key, exact] of keys)
        if (key !== '' && key.length <= longest) rows.push({ key, kind, at, id, exact });
    });
  };
  add('project', projects);
  add('kpi', kpis);
  policies.forEach((policy, at) => {
    for (const key of new Set(keysOfPolicy(policy)))
      if (key !== '' && key.length <= longest)
        rows.push({ key, kind: 'policy', at, id: policy.id, exact: true });
  });
  return rows;
}
