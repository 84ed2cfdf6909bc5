// Statements by words: the search's own ranking, narrowed to subjects and topics.
import type { Repository, StatementRecord } from '../data/repository.ts';
import type { SearchIndex } from '../search/search.ts';
import type { Statements } from './run/context.ts';

/** Statements of the repository as the answers look for them. */
export function statementsOver(
  repository: Repository,
  search: SearchIndex,
  ofSubjects: (subjects: readonly string[]) => readonly StatementRecord[] = () => repository.statements,
): Statements {
  return {
    search(words, { subjects, topics, plans }) {
      const own = subjects ? ofSubjects(subjects) : null;
      const keep = (_: 'statement', id: string) => {
        const statement = repository.statement(id);
        if (!statement) return false;
        if (topics && !topics.includes(statement.topic)) return false;
        if (plans && !plans.includes(statement.plan)) return false;
        return !subjects || subjects.includes(statement.subject.id);
      };
      const among = own ? { among: own.map(({ id }) => id) } : {};
      const { hits } = search.search(words, { kinds: ['statement'], keep, ...among });
      const most = hits[0]?.matched.length ?? 0;
      const found = hits.flatMap(({ id, score, matched }) => {
        const statement = repository.statement(id);
        // Of a whole document a passage that says less than the best one is beside the question.
        const beside = statement?.topic === 'passage' && matched.length < most;
        return statement && !beside ? [{ ...statement, score }] : [];
      });
      if (!own || !topics) return found;
      // Of a subject that is named, whatever it says on the topic answers, in these words or others.
      const rest = own.filter((one) => keep('statement', one.id) && !found.some(({ id }) => id === one.id));
      return [...found, ...rest];
    },
  };
}
