// 「なんで参加の人数見直したと」 after the target of a bus tour: the documents tell a reason of the thread's record in just these words.
import { recordOf } from '../../../data/repository.ts';
import { calledBy } from '../called-by.ts';
import { withCarried } from '../carried.ts';
import type { Clause } from '../compose.ts';
import type { Group } from '../subjects.ts';
import { onlyRecord } from './only-record.ts';

/** Topics of statements that tell why. */
const reasons = new Set(['reason', 'revision', 'background']);

/** True where a statement on the thread's record tells why in all words said, and the record found is not called by them. */
export function ownReason(found: Group | null, { before, subjects, around }: Clause): boolean {
  const id = onlyRecord(before)?.id;
  if (id === undefined || found?.exact) return false;
  const { search, repository } = around;
  const nouns = subjects.nouns();
  if (found?.ids.some((one) => calledBy(nouns, recordOf(repository, one)?.name ?? ''))) return false;
  const own = withCarried([id], around);
  const keep = (_: string, one: string) => {
    const statement = repository.statement(one);
    return statement !== undefined && own.includes(statement.subject.id) && reasons.has(statement.topic);
  };
  const { hits, terms } = search.search(subjects.topicText(), { kinds: ['statement'], keep });
  return terms.length > 0 && hits.some(({ matched }) => matched.length >= terms.length);
}
